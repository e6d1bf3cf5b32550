import { z } from 'zod';
import { HELIXES } from '../../domain/kinds.js';
import { query } from '../port.js';
import { recordRow } from '../rows.js';
import { recordColumns } from './records.js';

/**
 * The things whose search text depends on the given ones: an initiative carries its owners' names, an achievement
 * its award's and recipients', an actor its posts and the organizations they are in.
 */
export const dependents = `
UNWIND $ids AS id
MATCH (n:Thing {id: id})
RETURN id,
  [(n)-[:SUBJECT]->(x) | x.id] + [(n)-[:OBJECT]->(x) | x.id]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:OBJECT]->(x) WHERE c.role IN $owners | x.id]
  + [(n)<-[:OBJECT]-(:Claim {kind: 'CONFERRAL'})-[:SUBJECT]->(x) | x.id]
  + [(n)<-[:OBJECT]-(:Claim {kind: 'AFFILIATION'})-[:SUBJECT]->(x) | x.id]
  + [(n)<-[:OF_AWARD]-(x) | x.id]
  + [(n)-[:MERGED_INTO]->(x) | x.id] AS dependents`;

const OWN_NAMES = (n: string) => `[${n}.name] + ${n}.aliases + ${n}.previousNames + ${n}.abbreviations`;

/** The names of records that the texts of others are made of. */
export const ownNames = query<{ ids: readonly string[] }>()(
  'ownNames',
  z.object({ id: z.string(), names: z.array(z.string()) }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id}) WHERE n.name IS NOT NULL RETURN id, ${OWN_NAMES('n')} AS names`,
);

const STANDS = (claim: string) => `${claim}.status <> 'RETRACTED'`;
/** To what or whom an achievement belongs. */
const RECIPIENT = (claim: string) => `${claim}.role IN ['RECIPIENT', 'ON_BEHALF_OF'] AND ${STANDS(claim)}`;

/** What a thing's search text is made of: its own names, and the context by which people also look for it. */
export const searchSources = `
UNWIND $ids AS id
MATCH (n:Thing {id: id})
WHERE n.type IN $types AND n.canonical IS NULL AND coalesce(n.withdrawn, false) = false
RETURN id, n.type AS type, n.kind AS kind,
  CASE WHEN n.name IS NULL THEN [n.title] ELSE ${OWN_NAMES('n')} END AS names,
  [(n)<-[:MERGED_INTO]-(x) | CASE WHEN x.name IS NULL THEN [x.title] ELSE ${OWN_NAMES('x')} END] AS formerNames,
  n.identifiers AS identifiers, n.code AS code,
  [n.category, n.rank, n.publisher, n.author] + coalesce(n.weakAliases, []) AS fields,
  [n.date, n.start, n.end, n.at] AS dates,
  [(n)-[:OF_AWARD]->(w) | ${OWN_NAMES('w')}]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'CONFERRAL'})-[:OBJECT]->(x) WHERE ${RECIPIENT('c')} | ${OWN_NAMES('x')}]
  + [(n)<-[:OBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(x)
     WHERE c.role IN $owners AND ${STANDS('c')} | ${OWN_NAMES('x')}]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'AFFILIATION'})-[:OBJECT]->(x) WHERE ${STANDS('c')} | ${OWN_NAMES('x')}]
  AS context,
  [(n)<-[:SUBJECT]-(c:Claim {kind: 'AFFILIATION'})
   WHERE c.position IS NOT NULL AND ${STANDS('c')} | [c.position, c.positionEn, c.start, c.end, c.at]] AS posts`;

const text = z.string().nullable();
export const searchSourceRow = z.object({
  id: z.string(),
  type: z.string(),
  kind: text,
  names: z.array(text),
  formerNames: z.array(z.array(text)),
  identifiers: text,
  code: text,
  fields: z.array(text),
  dates: z.array(text),
  context: z.array(z.array(text)),
  posts: z.array(z.tuple([text, text, text, text, text])),
});

export type SearchSourceRow = z.infer<typeof searchSourceRow>;

/** Of what was withdrawn or merged into another; what stands gets its text anew. */
export const clearSearchText = `
UNWIND $ids AS id
MATCH (n:Thing {id: id})
WHERE n.searchGrams IS NOT NULL AND (n.canonical IS NOT NULL OR n.withdrawn = true)
SET n.searchNames = null, n.searchContext = null, n.searchGrams = null`;

export const writeSearchText = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
SET n.searchNames = row.names, n.searchContext = row.context, n.searchGrams = row.grams`;

const LOCATED = "<-[:SUBJECT]-(l:Claim {kind: 'LOCATED_IN'})-[:OBJECT]->(p:Place)";
const RECEIVED = "<-[:SUBJECT]-(f:Claim {kind: 'CONFERRAL'})-[:OBJECT]->(x)";
const TAKEN_PART = "<-[:OBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(a)";

/** From a kelurahan to its kecamatan, city and province; a venue in a kelurahan is one step further down. */
const STEPS_UP = 4;
const stepUp = (step: number) => `
CALL (p${step}) {
  UNWIND p${step} AS p
  MATCH (p)<-[:SUBJECT]-(b:Claim {kind: 'PART_OF'})-[:OBJECT]->(q:Place)
  WHERE ${STANDS('b')}
  RETURN collect(DISTINCT q) AS p${step + 1}
}`;
const levels = Array.from({ length: STEPS_UP + 1 }, (_, step) => `p${step}`);

const candidateRow = recordRow.extend({
  names: z.array(z.string()),
  context: z.array(z.string()),
  identifiers: text,
  code: text,
  helixes: z.array(z.enum(HELIXES).nullable()),
  places: z.array(z.string()),
});
export type CandidateRow = z.infer<typeof candidateRow>;

/**
 * Candidates of a search with the texts that rank them and what they are filtered by. Lists may repeat values. The
 * places above are found step by step: as one pattern, Neo4j takes seconds to plan it.
 */
export const searchCandidates = query<{ ids: readonly string[] }>()(
  'searchCandidates',
  candidateRow,
  `UNWIND $ids AS id
MATCH (n:Thing {id: id})
WITH n,
  CASE WHEN n.type = 'place' THEN [n] ELSE [] END
  + [(n)${LOCATED} WHERE ${STANDS('l')} | p]
  + [(n:Achievement)${RECEIVED}${LOCATED} WHERE ${RECIPIENT('f')} AND ${STANDS('l')} | p] AS p0
${levels
  .slice(0, -1)
  .map((_, step) => stepUp(step))
  .join('')}
RETURN ${recordColumns('n')}, n.searchNames AS names, n.searchContext AS context,
  n.identifiers AS identifiers, n.code AS code,
  [n.helix]
  + [(n:Initiative)${TAKEN_PART} WHERE ${STANDS('c')} | a.helix]
  + [(n:Achievement)${RECEIVED} WHERE ${RECIPIENT('f')} | x.helix]
  + [(n:Achievement)${RECEIVED}${TAKEN_PART} WHERE ${RECIPIENT('f')} AND ${STANDS('c')} | a.helix] AS helixes,
  [p IN ${levels.join(' + ')} | p.id] AS places`,
);
