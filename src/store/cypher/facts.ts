import { z } from 'zod';
import { HELIXES } from '../../domain/kinds.js';
import { type Parameters, query } from '../port.js';

/**
 * What the limits of a right look at, for each record: where it lies (with all places above), which actors it belongs
 * to (itself, its owners, whoever won it, with their parents), and their helixes; all of it as if the claims `without`
 * were not there. Lists may repeat values.
 */

const LIVE = (claim: string) => `${claim}.status <> 'RETRACTED' AND NOT ${claim}.id IN $without`;
const up = (from: string, to: string, label: string) => `CALL (${from}) {
  UNWIND ${from} AS x
  MATCH (x)<-[:SUBJECT]-(c:Claim {kind: 'PART_OF'})-[:OBJECT]->(y:${label})
  WHERE ${LIVE('c')}
  RETURN collect(DISTINCT y) AS ${to}
}`;
const LEVELS = 4;
const climb = (letter: string, label: string) =>
  Array.from({ length: LEVELS }, (_, level) => up(`${letter}${level}`, `${letter}${level + 1}`, label)).join(
    '\n',
  );
const all = (letter: string) =>
  Array.from({ length: LEVELS + 1 }, (_, level) => `${letter}${level}`).join(' + ');

interface Asked extends Parameters {
  readonly ids: readonly string[];
  readonly owners: readonly string[];
  readonly without: readonly string[];
}

export const factsOfRecords = query<Asked>()(
  'factsOfRecords',
  z.object({
    id: z.string(),
    places: z.array(z.string()),
    agencies: z.array(z.string()),
    helixes: z.array(z.enum(HELIXES).nullable()),
  }),
  `UNWIND $ids AS id
MATCH (m:Thing {id: id})
WITH id, coalesce(m.canonical, m.id) AS standing
MATCH (n:Thing {id: standing})
WITH id, n,
  CASE WHEN n.type = 'actor' THEN [n] ELSE [] END
  + [(n)<-[:OBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(a) WHERE c.role IN $owners AND ${LIVE('c')} | a]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'CONFERRAL'})-[:OBJECT]->(a:Actor)
     WHERE c.role IN ['RECIPIENT', 'ON_BEHALF_OF'] AND ${LIVE('c')} | a]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'CONFERRAL', role: 'RECIPIENT'})-[:OBJECT]->(i)<-[:OBJECT]-(d:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(a)
     WHERE d.role IN $owners AND ${LIVE('c')} AND ${LIVE('d')} | a] AS a0,
  CASE WHEN n.type = 'place' THEN [n] ELSE [] END
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'LOCATED_IN'})-[:OBJECT]->(p:Place) WHERE ${LIVE('c')} | p]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'CONFERRAL', role: 'RECIPIENT'})-[:OBJECT]->(i)<-[:SUBJECT]-(d:Claim {kind: 'LOCATED_IN'})-[:OBJECT]->(p:Place)
     WHERE ${LIVE('c')} AND ${LIVE('d')} | p] AS p0
${climb('p', 'Place')}
${climb('a', 'Actor')}
RETURN id, [p IN ${all('p')} | p.id] AS places, [a IN ${all('a')} | a.id] AS agencies, [a IN a0 | a.helix] AS helixes`,
);
