import { z } from 'zod';
import { ACTOR_KINDS, HELIXES, INITIATIVE_KINDS } from '../../domain/kinds.js';
import { query } from '../port.js';
import { period, periodOf, tie, tieOf } from './ties.js';

/**
 * What the network in memory is made of, records as they were made: what judgements make of them is worked out there.
 * First the ids of what is to be read, in one round trip, then the records of some of them at a time. A keyset page in
 * order of ids costs as much on the embedded engine, which has no ordered index, as listing all ids does: it sorts the
 * whole kind anew for every page (0.4 s among 100,000 claims, where a page by ids takes 0.03 s).
 */
const id = z.object({ id: z.string() });

/** Also those that were withdrawn or merged into another: a change may take them up again. */
export const idsOfType = query<{ type: string }>()(
  'idsOfType',
  id,
  'MATCH (n:Thing) WHERE n.type = $type RETURN n.id AS id',
);

export const idsOfClaims = query<{ kinds: readonly string[] }>()(
  'idsOfClaims',
  id,
  "MATCH (c:Claim) WHERE c.kind IN $kinds AND c.status <> 'RETRACTED' RETURN c.id AS id",
);

const node = { id: z.string(), withdrawn: z.boolean(), created: z.number().int() };
const NODE = 'n.type AS type, n.id AS id, coalesce(n.withdrawn, false) AS withdrawn, n.created AS created';

export const projectedActors = query<{ ids: readonly string[] }>()(
  'projectedActors',
  z.object({
    ...node,
    type: z.literal('actor'),
    name: z.string(),
    kind: z.enum(ACTOR_KINDS),
    helix: z.enum(HELIXES),
  }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id})
RETURN ${NODE}, n.name AS name, n.kind AS kind, n.helix AS helix`,
);

export const projectedInitiatives = query<{ ids: readonly string[] }>()(
  'projectedInitiatives',
  z.object({
    ...node,
    type: z.literal('initiative'),
    name: z.string(),
    kind: z.enum(INITIATIVE_KINDS),
    ...period,
  }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id})
RETURN ${NODE}, n.name AS name, n.kind AS kind, ${periodOf('n')}`,
);

/** Places, and sources: that they are there, and which is older. */
export const projectedMarks = query<{ ids: readonly string[] }>()(
  'projectedMarks',
  z.object({ ...node, type: z.enum(['place', 'source']) }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN ${NODE}`,
);

export const projectedClaims = query<{ ids: readonly string[] }>()(
  'projectedClaims',
  z.object({
    type: z.literal('claim'),
    ...tie,
    // Plain ids: a list of maps would take the embedded engine a third of the whole row.
    evidence: z.array(z.string()).transform((ids) => ids.map((source) => ({ source }))),
  }),
  `UNWIND $ids AS id MATCH (c:Thing {id: id})
MATCH (c)-[s:SUBJECT]->(a)
MATCH (c)-[o:OBJECT]->(b)
RETURN c.type AS type, ${tieOf('c')}, coalesce(s.made, a.id) AS subject, coalesce(o.made, b.id) AS object,
  [(c)-[e:EVIDENCED_BY]->(d) | coalesce(e.made, d.id)] AS evidence`,
);

/** The judgements that make records one, in one round trip: they are few beside what they are on. */
export const projectedJudgements = query<Record<string, never>>()(
  'projectedJudgements',
  z.object({
    type: z.literal('judgement'),
    id: z.string(),
    left: z.string(),
    right: z.string(),
    verdict: z.literal('POSITIVE'),
    withdrawn: z.literal(false),
  }),
  `MATCH (j:Judgement)
WHERE j.verdict = 'POSITIVE' AND coalesce(j.withdrawn, false) = false
MATCH (j)-[:LEFT]->(l)
MATCH (j)-[:RIGHT]->(r)
RETURN j.type AS type, j.id AS id, l.id AS left, r.id AS right, j.verdict AS verdict,
  false AS withdrawn`,
);
