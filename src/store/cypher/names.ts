import { z } from 'zod';
import { HELIXES, RECORD_TYPES, type RecordType } from '../../domain/kinds.js';
import { query } from '../port.js';
import { LABELS } from '../rows.js';

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

/** What tells records of one name apart: what they are part of, where they lie, what is said of them. */
export const aboutRecords = query<{ ids: readonly string[] }>()(
  'aboutRecords',
  z.object({
    id: z.string(),
    description: z.string().nullable(),
    wholes: z.array(z.string()),
    places: z.array(z.string()),
  }),
  `UNWIND $ids AS id
MATCH (n:Thing {id: id})
RETURN id, n.description AS description,
  [(n)<-[:SUBJECT]-(c:Claim {kind: 'PART_OF'})-[:OBJECT]->(m) WHERE c.status <> 'RETRACTED' | m.name] AS wholes,
  [(n)<-[:SUBJECT]-(c:Claim {kind: 'LOCATED_IN'})-[:OBJECT]->(m) WHERE c.status <> 'RETRACTED' | m.name] AS places`,
);

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

const list = z.array(z.string()).nullable();
const names = z.object({ name: z.string(), aliases: list, previousNames: list, abbreviations: list });
const NAMES = (n: string) =>
  `name: ${n}.name, aliases: ${n}.aliases, previousNames: ${n}.previousNames, abbreviations: ${n}.abbreviations`;

/**
 * The names of the records of a type that stand, with those of records merged into each, a page at a time in the order
 * of their ids; weak aliases are left out.
 */
export const knownNamePage = (type: RecordType) =>
  query<{ after: string; limit: number }>()(
    'knownNamePage',
    z.object({
      id: z.string(),
      kind: z.string().nullable(),
      helix: z.enum(HELIXES).nullable(),
      own: names,
      merged: z.array(names),
    }),
    `MATCH (n:${LABELS[type]}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
RETURN n.id AS id, n.kind AS kind, n.helix AS helix, {${NAMES('n')}} AS own,
  [(n)<-[:MERGED_INTO]-(m:Thing) WHERE coalesce(m.withdrawn, false) = false | {${NAMES('m')}}] AS merged
ORDER BY id`,
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
