import { z } from 'zod';
import { query } from '../port.js';
import { recordRow } from '../rows.js';
import { beyond, conditionsOn, type Filters, WITHIN } from './lists.js';
import { recordColumns } from './records.js';

/**
 * The claims around several records at once: one round trip for a whole level of a query, each record with its own
 * page in story order. A side says how the claim is tied to the record: it is its subject, its object, a further
 * party, or (a source) its evidence; LOCATED takes the claims that locate something in the place or anywhere within it.
 */
export type Side = 'SUBJECT' | 'OBJECT' | 'PARTY' | 'EVIDENCED_BY' | 'LOCATED';

/** Matches the claims `c` around the record of id `owner`. */
function around(sides: readonly Side[], conditions: readonly string[]): string {
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  if (!sides.includes('LOCATED'))
    return `MATCH (n:Thing {id: owner})<-[:${sides.join('|')}]-(c:Claim)${where}`;
  return `MATCH (p:Place {id: owner}) WITH owner, [p] AS f0
${WITHIN.stages}
WITH owner, [owner] + ${WITHIN.ids} AS places
UNWIND places AS place
MATCH (:Thing {id: place})<-[:OBJECT]-(c:Claim {kind: 'LOCATED_IN'})${where}`;
}

export const claimRow = recordRow.extend({ owner: z.string(), sortKey: z.string() });

/** Parameters: `owners`, `limit`, the filters by name, and when resumed `key` and `id`. */
export const claimsAround = (sides: readonly Side[], filters: Filters, resumed: boolean) =>
  query<Record<string, unknown>>()(
    'claimsAround',
    claimRow,
    `UNWIND $owners AS owner
CALL (owner) {
  ${around(sides, [...conditionsOn('c', filters), ...(resumed ? [beyond('c', 'sortDate')] : [])])}
  WITH DISTINCT c ORDER BY c.sortDate, c.id LIMIT $limit
  RETURN c.id AS claim
}
MATCH (c:Thing {id: claim})
RETURN owner, c.sortDate AS sortKey, ${recordColumns('c')}
ORDER BY owner, sortKey, c.id`,
  );

/** How many claims each record has; a record with none has no row. Parameters: `owners` and the filters by name. */
export const claimsAroundCount = (sides: readonly Side[], filters: Filters) =>
  query<Record<string, unknown>>()(
    'claimsAroundCount',
    z.object({ owner: z.string(), count: z.number().int() }),
    `UNWIND $owners AS owner
${around(sides, conditionsOn('c', filters))} RETURN owner, count(DISTINCT c) AS count`,
  );

/** Other claims with the same kind, role and ends as each of the given ones. */
export const rivalClaims = query<{ ids: readonly string[] }>()(
  'rivalClaims',
  recordRow.extend({ owner: z.string() }),
  `UNWIND $ids AS owner
MATCH (n:Claim {id: owner})-[:SUBJECT]->(s)
MATCH (n)-[:OBJECT]->(o)
MATCH (s)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
WHERE c.kind = n.kind AND coalesce(c.role, '') = coalesce(n.role, '') AND c.id <> n.id
RETURN owner, ${recordColumns('c')}`,
);

/** Every claim of which a record is subject or object, retracted ones included; also one that was made on a record merged into it. */
export const claimsOfRecords = query<{ ids: readonly string[] }>()(
  'claimsOfRecords',
  recordRow,
  `UNWIND $ids AS id
MATCH (m:Thing {id: id})
WITH DISTINCT coalesce(m.canonical, m.id) AS owner
MATCH (n:Thing {id: owner})<-[:SUBJECT|OBJECT]-(x:Claim)
WITH DISTINCT x.id AS claim
MATCH (c:Thing {id: claim})
RETURN ${recordColumns('c')}`,
);
