import { z } from 'zod';
import { RECORD_TYPES, type RecordType } from '../../domain/kinds.js';
import { query } from '../port.js';
import { LABELS, REFERENCE_RELATIONSHIPS, recordRow } from '../rows.js';

const RELATIONSHIPS = Object.values(REFERENCE_RELATIONSHIPS).join('|');

/**
 * The columns of a record node; `recordRow` is their shape. The search texts stay in the store. The variables inside
 * have names that no query uses: one that is bound outside would silently narrow the pattern.
 */
export const recordColumns = (n: string) => `
  ${n}{.*, searchGrams: null, searchNames: null, searchContext: null, canonical: null, formerIds: null} AS properties,
  [(${n})-[reference:${RELATIONSHIPS}]->(referred)
    | {relationship: type(reference), to: referred.id, made: reference.made, position: reference.position}] AS references,
  [(${n})-[proof:EVIDENCED_BY]->(document)
    | {source: document.id, made: proof.made, properties: proof{.*}}] AS evidence`;

/** Records by id. Ids that do not exist have no row; the caller re-keys. */
export const recordsByIds = query<{ ids: readonly string[] }>()(
  'recordsByIds',
  recordRow,
  `UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN ${recordColumns('n')}`,
);

/** The record that stands for each id: the one it was merged into, or itself. */
export const standingRecords = query<{ ids: readonly string[] }>()(
  'standingRecords',
  recordRow.extend({ asked: z.string() }),
  `UNWIND $ids AS asked
MATCH (m:Thing {id: asked})
WITH asked, coalesce(m.canonical, m.id) AS id
MATCH (n:Thing {id: id})
RETURN asked, ${recordColumns('n')}`,
);

/** What a reference needs to know of the records it points at; `canonical` is the record it was merged into. */
export const knownByIds = query<{ ids: readonly string[] }>()(
  'knownByIds',
  z.object({
    id: z.string(),
    type: z.enum(RECORD_TYPES),
    kind: z.string().nullable(),
    withdrawn: z.boolean(),
    canonical: z.string().nullable(),
  }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id})
RETURN n.id AS id, n.type AS type, n.kind AS kind, coalesce(n.withdrawn, false) AS withdrawn, n.canonical AS canonical`,
);

/** Those of the records that were created after a change. */
export const createdAfter = query<{ ids: readonly string[]; sequence: number }>()(
  'createdAfter',
  z.object({ id: z.string() }),
  'UNWIND $ids AS id MATCH (n:Thing {id: id}) WHERE n.created > $sequence RETURN n.id AS id',
);

/** How many records of each type stand (neither withdrawn nor merged into another), for the start page and the notes. */
export const recordCounts = query<Record<string, never>>()(
  'recordCounts',
  z.object({ type: z.string(), count: z.number().int() }),
  `MATCH (n:Thing) WHERE n.canonical IS NULL AND coalesce(n.withdrawn, false) = false
RETURN n.type AS type, count(n) AS count ORDER BY type`,
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

/** Keeps what merging has derived: only a judgement changes that. */
export const replaceNodes = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.properties.id})
WITH n, row, n.canonical AS canonical, n.formerIds AS formerIds,
  n.searchNames AS names, n.searchContext AS context, n.searchGrams AS grams
SET n = row.properties
SET n.canonical = canonical, n.formerIds = formerIds,
  n.searchNames = names, n.searchContext = context, n.searchGrams = grams`;

/** A record stands in lists and walks by the label of its type; without it, only its id leads there. */
export const takeOffLists = (type: RecordType) =>
  `UNWIND $ids AS id MATCH (n:Thing {id: id}) REMOVE n:${LABELS[type]}`;

export const putOnLists = (type: RecordType) =>
  `UNWIND $ids AS id MATCH (n:Thing {id: id}) SET n:${LABELS[type]}`;

/** What rests on each record and still stands: claims, achievements under an award, evidence, comments, judgements. */
export const standingOn = query<{ ids: readonly string[] }>()(
  'standingOn',
  z.object({ owner: z.string(), id: z.string(), type: z.enum(RECORD_TYPES), name: z.string().nullable() }),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[r]-(x:Thing)
WHERE type(r) IN ${JSON.stringify([...Object.values(REFERENCE_RELATIONSHIPS), 'EVIDENCED_BY'])}
  AND coalesce(x.withdrawn, false) = false AND coalesce(x.status, '') <> 'RETRACTED' AND coalesce(r.made, n.id) = owner
RETURN DISTINCT owner, x.id AS id, x.type AS type, x.name AS name ORDER BY owner, id`,
);

/** Those of the claims given that join a record to itself: merging has made one of both ends. */
export const selfClaims = query<{ ids: readonly string[] }>()(
  'selfClaims',
  z.object({ id: z.string(), subject: z.string(), name: z.string().nullable() }),
  `UNWIND $ids AS id
MATCH (c:Thing {id: id})-[:SUBJECT]->(n)
MATCH (c)-[:OBJECT]->(m)
WHERE n.id = m.id AND c.status <> 'RETRACTED'
RETURN DISTINCT id, n.id AS subject, n.name AS name ORDER BY id`,
);

export const removeReferences = `
UNWIND $ids AS id MATCH (n:Thing {id: id})-[r:${RELATIONSHIPS}]->() DELETE r`;

export const removeEvidence = 'UNWIND $ids AS id MATCH (n:Thing {id: id})-[e:EVIDENCED_BY]->() DELETE e';

export const createReferences = (relationship: string) => `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
MATCH (m:Thing {id: row.to})
CREATE (n)-[r:${relationship}]->(m)
SET r = row.properties`;

export const createEvidence = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
MATCH (s:Thing {id: row.to})
CREATE (n)-[e:EVIDENCED_BY]->(s)
SET e = row.properties`;
