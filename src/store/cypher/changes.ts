import { z } from 'zod';
import { query } from '../port.js';

/**
 * Takes the lock that puts writers in order on both engines, and tells the number that the next change will have. The
 * number is used up by `createChange`, so a writer that finds nothing to do leaves no gap.
 */
export const lockSequence = `
MERGE (m:Meta {key: 'sequence'})
ON CREATE SET m.value = 0, m.locks = 0
SET m.locks = m.locks + 1
RETURN m.value + 1 AS sequence`;

/**
 * The sequence number of the last change; no row in a store that was never written. Both conditions stand in WHERE: with
 * one of them in the pattern, Grafeo walks the whole graph (5 ms among 150,000 nodes, instead of 0.2 ms).
 */
export const lastSequence = query<Record<string, never>>()(
  'lastSequence',
  z.object({ sequence: z.number().int() }),
  "MATCH (m:Meta) WHERE m.key = 'sequence' AND m.value > 0 RETURN m.value AS sequence",
);

export const createChange = `
MATCH (m:Meta {key: 'sequence'})
SET m.value = $change.sequence
CREATE (c:Change)
SET c = $change`;

/** Ties a change to what it touched. In one statement with the creation, Grafeo takes 300 times as long. */
export const createTouched = `
MATCH (c:Change {id: $id})
UNWIND $touched AS id
MATCH (n:Thing {id: id})
CREATE (c)-[:TOUCHED]->(n)`;

const changeRow = z.object({
  id: z.string(),
  sequence: z.number().int(),
  at: z.string(),
  by: z.string(),
  why: z.string(),
  account: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approver: z.string().nullable(),
  reverts: z.string().nullable(),
  operationCount: z.number().int(),
});
/** A change without its operations, which can be large. */
export type ChangeRow = z.infer<typeof changeRow>;

const COLUMNS = Object.keys(changeRow.shape)
  .map((name) => `c.${name} AS ${name}`)
  .join(', ');

/** Changes after a sequence number, in order. */
export const changesAfter = query<{ after: number; limit: number }>()(
  'changesAfter',
  changeRow,
  `MATCH (c:Change) WHERE c.sequence > $after RETURN ${COLUMNS} ORDER BY c.sequence LIMIT $limit`,
);

export const changesByIds = query<{ ids: readonly string[] }>()(
  'changesByIds',
  changeRow,
  `UNWIND $ids AS id MATCH (c:Change {id: id}) RETURN ${COLUMNS}`,
);

/** The changes that touched each record, or one that was merged into it, the last first. */
export const changesOfRecords = query<{ ids: readonly string[] }>()(
  'changesOfRecords',
  changeRow.extend({ owner: z.string() }),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})
WITH owner, [owner] + coalesce(n.formerIds, []) AS members
UNWIND members AS member
MATCH (c:Change)-[:TOUCHED]->(m:Thing {id: member})
RETURN DISTINCT owner, ${COLUMNS} ORDER BY c.sequence DESC`,
);

/** The change that was made for a request of that key, and what the request asked for. */
export const changeOfKey = query<{ key: string }>()(
  'changeOfKey',
  changeRow.extend({ operations: z.string(), digest: z.string() }),
  `MATCH (c:Change {key: $key}) RETURN ${COLUMNS}, c.operations AS operations, c.digest AS digest`,
);

/** Which of the changes were taken back, by a change that was not itself taken back. */
export const revertedChanges = query<{ ids: readonly string[] }>()(
  'revertedChanges',
  z.object({ id: z.string() }),
  `UNWIND $ids AS id
MATCH (c:Change {reverts: id})
WHERE NOT EXISTS { MATCH (d:Change) WHERE d.reverts = c.id }
RETURN DISTINCT id`,
);

/** The operations of changes, as the JSON in which they are kept. */
export const operationsOfChanges = query<{ ids: readonly string[] }>()(
  'operationsOfChanges',
  z.object({ id: z.string(), operations: z.string() }),
  'UNWIND $ids AS id MATCH (c:Change {id: id}) RETURN c.id AS id, c.operations AS operations',
);

/** Changes with all that they hold: operations as JSON, and the request that each was made for. */
export const keptChanges = query<{ ids: readonly string[] }>()(
  'keptChanges',
  changeRow.extend({ operations: z.string(), key: z.string().nullable(), digest: z.string().nullable() }),
  `UNWIND $ids AS id MATCH (c:Change {id: id})
RETURN ${COLUMNS}, c.operations AS operations, c.key AS key, c.digest AS digest`,
);

export const changeCount = query<Record<string, never>>()(
  'changeCount',
  z.object({ count: z.number().int() }),
  'MATCH (c:Change) RETURN count(c) AS count',
);
