import { query } from '../port.js';
import { recordRow } from '../rows.js';
import { recordColumns } from './records.js';

/**
 * Every claim that a trace of that depth can pass, in one round trip. Each stage takes the things that the stage
 * before has reached, passes the claims whose `SIDE:KIND` is in the stage's list, and gathers what lies beyond,
 * each once: the work is bounded by the claims found, not by the number of ways through them. The list is a
 * superset (dates, roles and status are judged by `domain/trace.ts`, which both engines share).
 *
 * Parameters: `root`, `first` (keys for the first stage) and `further` (for all others).
 */
export function traceClaims(depth: number) {
  const stages = Array.from({ length: depth }, (_, stage) => passage(stage));
  const found = stages.map((_, stage) => `c${stage + 1}`).join(' + ');
  return query<{ root: string; first: readonly string[]; further: readonly string[] }>()(
    'traceClaims',
    recordRow,
    `MATCH (r:Thing {id: $root}) WITH [r] AS f0
${stages.join('\n')}
WITH ${found} AS found UNWIND found AS id WITH DISTINCT id
MATCH (c:Thing {id: id})
RETURN ${recordColumns('c')}`,
  );
}

function passage(stage: number): string {
  return `CALL (f${stage}) {
  UNWIND f${stage} AS n
  MATCH (n)<-[a:SUBJECT|OBJECT|PARTY]-(c:Claim)
  WHERE type(a) + ':' + c.kind IN ${stage === 0 ? '$first' : '$further'}
  MATCH (c)-[b:SUBJECT|OBJECT]->(m)
  WHERE type(a) <> type(b)
  RETURN collect(DISTINCT c.id) AS c${stage + 1}, collect(DISTINCT m) AS f${stage + 1}
}`;
}
