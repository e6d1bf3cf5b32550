import { z } from 'zod';
import { query } from '../port.js';
import { recordRow } from '../rows.js';
import { recordColumns } from './records.js';

/**
 * The things whose search text depends on the given ones: an initiative carries its owners' names, an achievement
 * its award's and recipients', an actor its posts.
 */
export const dependents = `
UNWIND $ids AS id
MATCH (n:Thing {id: id})
RETURN id,
  [(n)-[:SUBJECT]->(x) | x.id] + [(n)-[:OBJECT]->(x) | x.id]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:OBJECT]->(x) WHERE c.role IN $owners | x.id]
  + [(n)<-[:OBJECT]-(:Claim {kind: 'CONFERRAL'})-[:SUBJECT]->(x) | x.id]
  + [(n)<-[:OF_AWARD]-(x) | x.id] AS dependents`;

const OWN_NAMES = (n: string) => `[${n}.name] + ${n}.aliases + ${n}.previousNames + ${n}.abbreviations`;

/** What a thing's search text is made of: its own names, and the context by which people also look for it. */
export const searchSources = `
UNWIND $ids AS id
MATCH (n:Thing {id: id})
WHERE n.type IN $types
RETURN id,
  CASE WHEN n.name IS NULL THEN [n.title] ELSE ${OWN_NAMES('n')} END AS names,
  n.identifiers AS identifiers,
  [n.category, n.rank, n.code, n.publisher] + coalesce(n.weakAliases, []) AS fields,
  [(n)-[:OF_AWARD]->(w) | ${OWN_NAMES('w')}]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'CONFERRAL'})-[:OBJECT]->(x)
     WHERE c.role IN ['RECIPIENT', 'ON_BEHALF_OF'] AND c.status <> 'RETRACTED' | ${OWN_NAMES('x')}]
  + [(n)<-[:OBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(x)
     WHERE c.role IN $owners AND c.status <> 'RETRACTED' | ${OWN_NAMES('x')}]
  + [(n)<-[:SUBJECT]-(c:Claim {kind: 'AFFILIATION'})
     WHERE c.position IS NOT NULL AND c.status <> 'RETRACTED' | [c.position]] AS context`;

export const searchSourceRow = z.object({
  id: z.string(),
  names: z.array(z.string().nullable()),
  identifiers: z.string().nullable(),
  fields: z.array(z.string().nullable()),
  context: z.array(z.array(z.string().nullable())),
});

export const writeSearchText = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
SET n.searchNames = row.names, n.searchContext = row.context, n.searchGrams = row.grams`;

/** Candidates of a search with the texts that rank them. */
export const searchCandidates = query<{ ids: readonly string[] }>()(
  'searchCandidates',
  recordRow.extend({ names: z.array(z.string()), context: z.array(z.string()) }),
  `UNWIND $ids AS id
MATCH (n:Thing {id: id})
RETURN ${recordColumns('n')}, n.searchNames AS names, n.searchContext AS context`,
);
