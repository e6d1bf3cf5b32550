import { z } from 'zod';
import { query } from '../port.js';

/** Nodes of their own that are dumped and restored as they are. */

export const createKept = (label: 'Mapping' | 'Account' | 'Token' | 'Pass') =>
  `UNWIND $rows AS row CREATE (n:${label}) SET n = row`;

/** Notes that the store holds a part of a dump only, for as long as it is being restored. */
export const beginRestoring = "MERGE (m:Meta {key: 'restoring'})";
export const endRestoring = "MATCH (m:Meta {key: 'restoring'}) DELETE m";

export const restoring = query<Record<string, never>>()(
  'restoring',
  z.object({ key: z.string() }),
  "MATCH (m:Meta {key: 'restoring'}) RETURN m.key AS key",
);
