import type { RecordType } from '../domain/kinds.js';
import type { Stored } from '../domain/records.js';
import { type Filters, listCount, listPage, placesWithin } from '../store/cypher/lists.js';
import { decodeRecord } from '../store/rows.js';
import { mapNodes } from './claim-pages.js';
import { type Connection, connection, type PageArguments, readPage } from './connections.js';
import { type Context, notFound } from './context.js';

export interface ListRequest<T extends RecordType> {
  readonly type: T;
  readonly filters: Filters;
  readonly key: 'sortName' | 'sortDate';
  readonly descending?: boolean;
  readonly args: PageArguments;
}

/** A page of a whole list. */
export async function page<T extends RecordType>(
  context: Context,
  request: ListRequest<T>,
): Promise<Connection<Stored & { type: T }>> {
  const { type, filters, key, descending = false, args } = request;
  const list = JSON.stringify([type, filters, key, descending]);
  const wanted = readPage(args, list);
  const query = listPage({
    type,
    filters,
    key,
    descending: descending !== wanted.backward,
    resumed: wanted.from !== null,
  });
  const rows = await context.reader.read(query, { ...filters, ...wanted.from, limit: wanted.limit + 1 });
  const found = rows.map((row) => ({
    sortKey: row.sortKey,
    record: decodeRecord(row) as Stored & { type: T },
  }));
  context.prime(found.map(({ record }) => record));
  const count = async () => (await context.reader.read(listCount(type, filters), filters))[0]?.count ?? 0;
  const positionOf = (item: { sortKey: string; record: Stored }) => ({
    key: item.sortKey,
    id: item.record.id,
  });
  return mapNodes(connection(found, wanted, list, positionOf, count), ({ record }) => record);
}

/** The ids of a place and of all within it. Throws NOT_FOUND when there is no such place. */
export async function placeIds(context: Context, place: string): Promise<string[]> {
  const within = await context.batch('placesWithin', place, async (ids) => {
    const rows = await context.reader.read(placesWithin, { ids });
    return new Map(rows.map(({ root, ids: below }) => [root, below.sort()]));
  });
  if (within === undefined) throw notFound('place', place, 'give the id of a place, from places(…)');
  return within;
}
