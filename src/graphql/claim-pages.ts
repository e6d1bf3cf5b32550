import { groupBy } from '../domain/collections.js';
import { CLAIM_STATUSES } from '../domain/kinds.js';
import type { Claim, Stored } from '../domain/records.js';
import { claimsAround, claimsAroundCount, type Side } from '../store/cypher/claims.js';
import type { Filters } from '../store/cypher/lists.js';
import { decodeRecord } from '../store/rows.js';
import { type Connection, connection, type PageArguments, readPage } from './connections.js';
import type { Context } from './context.js';
import type { ClaimFilter } from './generated/types.js';

/** Retracted claims are kept, and shown only to those who ask for them. */
export const LIVE_STATUSES = CLAIM_STATUSES.filter((status) => status !== 'RETRACTED');

/** A claim with the key by which the store has sorted it. */
interface Sorted {
  readonly claim: Stored<Claim>;
  readonly sortKey: string;
}

/**
 * The claims around a record, a page in story order. All records of a level of the query that ask for the same are
 * answered in one round trip; counting is another, made only when asked for.
 */
export async function claimPage(
  context: Context,
  owner: string,
  sides: readonly Side[],
  filters: Filters,
  args: Pick<PageArguments, 'first' | 'after'>,
): Promise<Connection<Stored<Claim>>> {
  const given = { statuses: LIVE_STATUSES, ...filters };
  const question = JSON.stringify([sides, given]);
  const list = `claims of ${owner}: ${question}`;
  const page = readPage({ first: args.first ?? null, after: args.after ?? null }, list);
  const found = await context.batch(
    `claimsAround ${question} ${page.limit} ${JSON.stringify(page.from)}`,
    owner,
    async (owners) => {
      const query = claimsAround(sides, given, page.from !== null);
      const rows = await context.reader.read(query, {
        owners,
        ...given,
        ...page.from,
        limit: page.limit + 1,
      });
      const sorted = rows.map((row) => ({
        owner: row.owner,
        sortKey: row.sortKey,
        claim: decodeRecord(row) as Stored<Claim>,
      }));
      context.prime(sorted.map(({ claim }) => claim));
      return groupBy<string, Sorted & { owner: string }>(sorted, (row) => row.owner);
    },
  );
  const count = async () =>
    (await context.batch(`claimsAroundCount ${question}`, owner, async (owners) => {
      const rows = await context.reader.read(claimsAroundCount(sides, given), { owners, ...given });
      return new Map(rows.map((row) => [row.owner, row.count]));
    })) ?? 0;
  const sorted = connection(
    found ?? [],
    page,
    list,
    ({ claim, sortKey }) => ({ key: sortKey, id: claim.id }),
    count,
  );
  return mapNodes(sorted, ({ claim }) => claim);
}

/** The same connection with other nodes at the same cursors. */
export function mapNodes<A, B>(from: Connection<A>, map: (node: A) => B): Connection<B> {
  const edges = from.edges.map(({ cursor, node }) => ({ cursor, node: map(node) }));
  return { ...from, edges, nodes: edges.map(({ node }) => node) };
}

/** A `ClaimFilter` as conditions; what is left out, or null, does not narrow. */
export function claimFilters(filter: ClaimFilter | null | undefined): Filters {
  return given({
    kinds: filter?.kind,
    roles: filter?.role,
    statuses: filter?.status ?? LIVE_STATUSES,
    ranks: filter?.rank,
    subject: filter?.subject,
    object: filter?.object,
    source: filter?.source,
    from: filter?.from,
    until: filter?.until,
  });
}

/** The filters that were given: neither null nor left out. */
export function given(filters: Readonly<Record<string, unknown>>): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== null && value !== undefined),
  );
}
