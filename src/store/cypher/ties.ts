import { z } from 'zod';
import { CLAIM_KINDS, CLAIM_RANKS, CLAIM_STATUSES, END_STATES } from '../../domain/kinds.js';
import { query } from '../port.js';

/**
 * Dates are not checked again here as `recordRow` would: they were when they were written, and reading a date costs
 * more than all the rest of a row.
 */
export const period = {
  start: z.string().nullable(),
  end: z.string().nullable(),
  endState: z.enum(END_STATES),
  at: z.string().nullable(),
};
export const periodOf = (n: string) =>
  `${n}.start AS start, ${n}.end AS end, ${n}.endState AS endState, ${n}.at AS at`;

/** What a network needs of a claim; its ends are for the query to tell, as made or as they stand. */
export const tie = {
  id: z.string(),
  kind: z.enum(CLAIM_KINDS),
  role: z.string().nullable(),
  status: z.enum(CLAIM_STATUSES),
  rank: z.enum(CLAIM_RANKS),
  subject: z.string(),
  object: z.string(),
  ...period,
};
export const tieOf = (c: string) =>
  `${c}.id AS id, ${c}.kind AS kind, ${c}.role AS role, ${c}.status AS status, ${c}.rank AS rank, ${periodOf(c)}`;

/**
 * What joins what: every claim of the store, retracted ones included, in no order, in one round trip. `parties` holds
 * whom an agreement names beyond subject and object, in no order; it is empty for every other kind.
 */
export const ties = query<Record<string, never>>()(
  'ties',
  z.object({ ...tie, parties: z.array(z.string()) }),
  `MATCH (c:Claim)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
RETURN ${tieOf('c')}, s.id AS subject, o.id AS object, [(c)-[:PARTY]->(p) | p.id] AS parties`,
);
