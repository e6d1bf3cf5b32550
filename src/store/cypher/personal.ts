import { z } from 'zod';
import { query } from '../port.js';

/** Personal data: nodes of their own, tied to nothing, so that no walk, list, search or export of records meets them. */

const row = z.object({ of: z.string(), name: z.string().nullable(), phone: z.string().nullable() });

export const personalOf = query<{ ids: readonly string[] }>()(
  'personalOf',
  row,
  'UNWIND $ids AS id MATCH (p:Personal {of: id}) RETURN p.of AS of, p.name AS name, p.phone AS phone',
);

/** A page in the order of the records, for dumps and for finding a person. */
export const personalPage = query<{ after: string; limit: number }>()(
  'personalPage',
  row,
  `MATCH (p:Personal) WHERE p.of > $after
RETURN p.of AS of, p.name AS name, p.phone AS phone ORDER BY of LIMIT $limit`,
);

export const writePersonalRows = `
UNWIND $rows AS row
MERGE (p:Personal {of: row.of})
SET p.name = row.name, p.phone = row.phone`;

export const erasePersonal = 'UNWIND $ids AS id MATCH (p:Personal {of: id}) DELETE p';
