import { z } from 'zod';
import { type MappingRow, query } from '../port.js';

/** Saved mappings: how a foreign table becomes records. Nodes of their own, by name. */

export const mappingRow = z.object({
  name: z.string(),
  text: z.string(),
  by: z.string(),
  account: z.string().nullable(),
  at: z.string(),
}) satisfies z.ZodType<MappingRow>;

export const MAPPING_COLUMNS = Object.keys(mappingRow.shape)
  .map((name) => `m.${name} AS ${name}`)
  .join(', ');

export const mappingByName = query<{ name: string }>()(
  'mappingByName',
  mappingRow,
  `MATCH (m:Mapping {name: $name}) RETURN ${MAPPING_COLUMNS}`,
);

export const allMappings = query<Record<string, never>>()(
  'allMappings',
  mappingRow,
  `MATCH (m:Mapping) RETURN ${MAPPING_COLUMNS} ORDER BY name`,
);

/** A page in the order of the names, for dumps. */
export const mappingPage = query<{ after: string; limit: number }>()(
  'mappingPage',
  mappingRow,
  `MATCH (m:Mapping) WHERE m.name > $after RETURN ${MAPPING_COLUMNS} ORDER BY name LIMIT $limit`,
);

export const writeMapping = 'MERGE (m:Mapping {name: $mapping.name}) SET m = $mapping';
