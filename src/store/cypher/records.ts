import { z } from 'zod';
import type { RecordType } from '../../domain/kinds.js';
import { query } from '../port.js';
import { LABELS, REFERENCE_RELATIONSHIPS, recordRow } from '../rows.js';

const RELATIONSHIPS = Object.values(REFERENCE_RELATIONSHIPS).join('|');

/**
 * The columns of a record node; `recordRow` is their shape. The search texts stay in the store. The variables inside
 * have names that no query uses: one that is bound outside would silently narrow the pattern.
 */
export const recordColumns = (n: string) => `
  ${n}{.*, searchGrams: null, searchNames: null, searchContext: null} AS properties,
  [(${n})-[reference:${RELATIONSHIPS}]->(referred)
    | {relationship: type(reference), to: referred.id, position: reference.position}] AS references,
  [(${n})-[proof:EVIDENCED_BY]->(document) | {source: document.id, properties: proof{.*}}] AS evidence`;

/** Records by id. Ids that do not exist have no row; the caller re-keys. */
export const recordsByIds = query<{ ids: readonly string[] }>()(
  'recordsByIds',
  recordRow,
  `UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN ${recordColumns('n')}`,
);

/** What a reference needs to know of the records it points at. */
export const knownByIds = query<{ ids: readonly string[] }>()(
  'knownByIds',
  z.object({ id: z.string(), type: z.string(), kind: z.string().nullable() }),
  'UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN n.id AS id, n.type AS type, n.kind AS kind',
);

/** How many records of each type there are, for the start page and the notes. */
export const recordCounts = query<Record<string, never>>()(
  'recordCounts',
  z.object({ type: z.string(), count: z.number().int() }),
  'MATCH (n:Thing) RETURN n.type AS type, count(n) AS count ORDER BY type',
);

/** All records, a page at a time in the order of their ids. */
export const recordPage = query<{ after: string; limit: number }>()(
  'recordPage',
  recordRow,
  `MATCH (n:Thing) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit RETURN ${recordColumns('n')} ORDER BY n.id`,
);

/** Writing statements. They run inside the one writing transaction of `Store.apply` and return nothing of use. */
export const createNodes = (type: RecordType) =>
  `UNWIND $rows AS row CREATE (n:Thing:${LABELS[type]}) SET n = row.properties`;

export const replaceNodes =
  'UNWIND $rows AS row MATCH (n:Thing {id: row.properties.id}) SET n = row.properties';

export const removeReferences = `
UNWIND $ids AS id MATCH (n:Thing {id: id})-[r:${RELATIONSHIPS}]->() DELETE r`;

export const removeEvidence = 'UNWIND $ids AS id MATCH (n:Thing {id: id})-[e:EVIDENCED_BY]->() DELETE e';

export const createReferences = (relationship: string) => `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
MATCH (m:Thing {id: row.to})
CREATE (n)-[:${relationship} {position: row.position}]->(m)`;

export const createEvidence = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
MATCH (s:Thing {id: row.to})
CREATE (n)-[e:EVIDENCED_BY]->(s)
SET e = row.properties`;
