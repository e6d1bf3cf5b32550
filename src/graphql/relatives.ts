import { groupBy } from '../domain/collections.js';
import { spanOrAllTime } from '../domain/dates.js';
import { fold } from '../domain/names.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import { dateOf, decodeRecord, type RecordRow, UNDATED } from '../store/rows.js';
import { comparePositions, type Position } from './connections.js';
import type { Context } from './context.js';

/** The records of a named query that belong to one owner; all owners of a level share the round trip. */
export async function relatives<R extends JejakRecord>(
  context: Context,
  query: string,
  owner: string,
  read: (owners: readonly string[]) => Promise<Array<RecordRow & { owner: string }>>,
): Promise<Array<Stored<R>>> {
  const found = await context.batch(query, owner, async (owners) => {
    const decoded = (await read(owners)).map((row) => ({ owner: row.owner, record: decodeRecord(row) }));
    context.prime(decoded.map(({ record }) => record));
    return groupBy(decoded, (row) => row.owner);
  });
  const distinct = new Map((found ?? []).map(({ record }) => [record.id, record]));
  return [...distinct.values()] as unknown as Array<Stored<R>>;
}

/** The place of a record in story order, for cursors. */
export function storyPosition(record: JejakRecord): Position {
  const date = dateOf(record);
  const span = date === null ? null : spanOrAllTime(date);
  return { key: span === null ? UNDATED : `${span.earliest} ${span.latest}`, id: record.id };
}

/** Story order: dated first, earliest first, then by id. */
export function byDate(a: JejakRecord, b: JejakRecord): number {
  return comparePositions(storyPosition(a), storyPosition(b));
}

/** The place of a named record in a list by name, for cursors. */
export function namePosition({ id, name }: { readonly id: string; readonly name: string }): Position {
  return { key: fold(name), id };
}

/** By folded name, then by id. */
export function byName(
  a: { readonly id: string; readonly name: string },
  b: { readonly id: string; readonly name: string },
): number {
  return comparePositions(namePosition(a), namePosition(b));
}
