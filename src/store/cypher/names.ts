import { z } from 'zod';
import { RECORD_TYPES } from '../../domain/kinds.js';
import { query } from '../port.js';

/**
 * The index of names: a `Name` for each comparison form (domain/names.ts) that things of a type are called by. Names
 * that must never be matched automatically are not in it.
 */

export const removeNames = 'UNWIND $ids AS id MATCH (n:Thing {id: id})-[c:CALLED]->(:Name) DELETE c';

/** Two statements: a MERGE and the relationship to what it made, in one, is more than Grafeo takes. */
export const mergeNames = 'UNWIND $keys AS key MERGE (m:Name {key: key})';

export const createNames = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
MATCH (m:Name {key: row.key})
CREATE (n)-[:CALLED]->(m)`;

/** What is called so: records that stand, a merged one by the record it was merged into. */
export const idsByNames = query<{ keys: readonly string[] }>()(
  'idsByNames',
  z.object({
    key: z.string(),
    id: z.string(),
    name: z.string().nullable(),
    type: z.enum(RECORD_TYPES),
    kind: z.string().nullable(),
  }),
  `UNWIND $keys AS key
MATCH (m:Name {key: key})<-[:CALLED]-(x:Thing)
WHERE coalesce(x.withdrawn, false) = false
WITH DISTINCT key, coalesce(x.canonical, x.id) AS id
MATCH (n:Thing {id: id})
RETURN key, id, coalesce(n.name, n.title) AS name, n.type AS type, n.kind AS kind ORDER BY key, id`,
);

/** How records are called; an id that does not exist has no row. */
export const labelsByIds = query<{ ids: readonly string[] }>()(
  'labelsByIds',
  z.object({
    id: z.string(),
    label: z.string().nullable(),
    type: z.enum(RECORD_TYPES),
    kind: z.string().nullable(),
  }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id})
RETURN n.id AS id, coalesce(n.name, n.title) AS label, n.type AS type, n.kind AS kind`,
);
