import { z } from 'zod';
import { HELIXES, RECORD_TYPES, type RecordType } from '../../domain/kinds.js';
import { query } from '../port.js';
import { LABELS } from '../rows.js';

/** What comparing records for being the same takes (domain/identity.ts), without the places above. */

const LIVE = "c.status <> 'RETRACTED'";
const JOINING = ['PART_OF', 'AFFILIATION', 'AGREEMENT', 'RESULTED_IN', 'ENTERED'];
const text = z.string().nullable();
const list = z.array(z.string()).nullable();

const identifiableRow = z.object({
  id: z.string(),
  type: z.enum(RECORD_TYPES),
  kind: text,
  helix: z.enum(HELIXES).nullable(),
  name: z.string(),
  aliases: list,
  previousNames: list,
  abbreviations: list,
  weakAliases: list,
  identifiers: text,
  code: text,
  places: z.array(z.string()),
  neighbours: z.array(z.string()),
  joined: z.array(z.string()),
  succeeded: z.array(z.string()),
  dates: z.array(text),
});
export type IdentifiableRow = z.infer<typeof identifiableRow>;

const COLUMNS = `n.id AS id, n.type AS type, n.kind AS kind, n.helix AS helix, coalesce(n.name, n.title) AS name,
  n.aliases AS aliases, n.previousNames AS previousNames, n.abbreviations AS abbreviations, n.weakAliases AS weakAliases,
  n.identifiers AS identifiers, n.code AS code,
  [(n)<-[:SUBJECT]-(c:Claim {kind: 'LOCATED_IN'})-[:OBJECT]->(p:Place) WHERE ${LIVE} | p.id] AS places,
  [(n)<-[:SUBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:OBJECT]->(m) WHERE ${LIVE} | m.id]
  + [(n)<-[:OBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(m) WHERE ${LIVE} | m.id] AS neighbours,
  [(n)<-[:SUBJECT|OBJECT|PARTY]-(c:Claim)-[:SUBJECT|OBJECT|PARTY]->(m)
   WHERE c.kind IN ${JSON.stringify(JOINING)} AND ${LIVE} AND m.id <> n.id | m.id] AS joined,
  [(n)<-[:SUBJECT|OBJECT]-(c:Claim {kind: 'SUCCEEDED_BY'})-[:SUBJECT|OBJECT]->(m)
   WHERE ${LIVE} AND m.id <> n.id | m.id] AS succeeded,
  [n.date, n.start, n.at] AS dates`;

/** Records of a type that stand, a page at a time in the order of their ids. */
export const identifiablePage = (type: RecordType) =>
  query<{ after: string; limit: number }>()(
    'identifiablePage',
    identifiableRow,
    `MATCH (n:${LABELS[type]}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit RETURN ${COLUMNS} ORDER BY id`,
  );

export const identifiablesByIds = query<{ ids: readonly string[] }>()(
  'identifiablesByIds',
  identifiableRow,
  `UNWIND $ids AS wanted
MATCH (n:Thing {id: wanted})
WHERE n.canonical IS NULL AND coalesce(n.withdrawn, false) = false
RETURN ${COLUMNS} ORDER BY id`,
);

/** Which place lies directly in which. */
export const placeParents = query<Record<string, never>>()(
  'placeParents',
  z.object({ child: z.string(), parent: z.string() }),
  `MATCH (p:Place)<-[:SUBJECT]-(c:Claim {kind: 'PART_OF'})-[:OBJECT]->(q:Place)
WHERE ${LIVE} RETURN p.id AS child, q.id AS parent`,
);

/** All judgements that stand. */
export const standingJudgements = query<Record<string, never>>()(
  'standingJudgements',
  z.object({
    id: z.string(),
    left: z.string(),
    right: z.string(),
    verdict: z.enum(['POSITIVE', 'NEGATIVE', 'UNSURE']),
    withdrawn: z.boolean(),
  }),
  `MATCH (j:Judgement)-[:LEFT]->(l)
MATCH (j)-[:RIGHT]->(r)
RETURN j.id AS id, l.id AS left, r.id AS right, j.verdict AS verdict, j.withdrawn AS withdrawn`,
);
