import { z } from 'zod';
import { query } from '../port.js';

/** The version of what is derived from the records; no row in a store in which nothing says so. */
export const derivedVersion = query<Record<string, never>>()(
  'derivedVersion',
  z.object({ version: z.number().int() }),
  "MATCH (m:Meta {key: 'derived'}) RETURN m.version AS version",
);

export const noteDerived = "MERGE (m:Meta {key: 'derived'}) SET m.version = $version";

/** The ids of all records, a page at a time. */
export const idPage = query<{ after: string; limit: number }>()(
  'idPage',
  z.object({ id: z.string() }),
  'MATCH (n:Thing) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT $limit',
);

/** By which names records are found. */
export const namesOfRecords = query<{ ids: readonly string[] }>()(
  'namesOfRecords',
  z.object({ id: z.string(), keys: z.array(z.string()) }),
  'UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN id, [(n)-[:CALLED]->(m:Name) | m.key] AS keys',
);
