import { createHash } from 'node:crypto';
import { compareText } from '../domain/dates.js';
import { JejakError, show } from '../domain/errors.js';

/** Relay connections over keyset cursors (GraphQL Cursor Connections Specification). */
export interface Connection<T> {
  readonly edges: ReadonlyArray<{ readonly cursor: string; readonly node: T }>;
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Called only when the field is asked for. */
  readonly totalCount: () => number | Promise<number>;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** The place of a record in an ordered list. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/** Which part of a list is asked for: `limit` records beyond `from`, walking forward or backward. */
export interface Page {
  readonly limit: number;
  readonly backward: boolean;
  readonly from: Position | null;
}

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/** Reads page arguments. `list` names the list and its other arguments; a cursor of another list is refused. */
export function readPage(args: PageArguments, list: string): Page {
  const { first = null, last = null, after = null, before = null } = args;
  if (first !== null && last !== null) throw refused('first and last', 'both are given', 'give one of them');
  if (after !== null && before !== null)
    throw refused('after and before', 'both are given', 'give one of them');
  if (last !== null && after !== null) throw refused('after', 'given with last', 'use before with last');
  if (first !== null && before !== null) throw refused('before', 'given with first', 'use after with first');
  const backward = last !== null || before !== null;
  const limit = first ?? last ?? DEFAULT_PAGE;
  if (limit < 1 || limit > MAX_PAGE)
    throw refused(backward ? 'last' : 'first', String(limit), `write a number from 1 to ${MAX_PAGE}`);
  const cursor = after ?? before;
  return { limit, backward, from: cursor === null ? null : readCursor(cursor, list) };
}

/**
 * Builds the answer from up to `limit + 1` records beyond the page's start, in the order of the walk; the one too
 * many only tells that there are more.
 */
export function connection<T>(
  found: readonly T[],
  page: Page,
  list: string,
  positionOf: (item: T) => Position,
  totalCount: () => number | Promise<number>,
): Connection<T> {
  const more = found.length > page.limit;
  const nodes = found.slice(0, page.limit);
  if (page.backward) nodes.reverse();
  const edges = nodes.map((node) => ({ node, cursor: writeCursor(positionOf(node), list) }));
  return {
    edges,
    nodes,
    totalCount,
    pageInfo: {
      // Beyond a cursor there was a record once: enough for "previous" without counting (Relay, section 4.3).
      hasNextPage: page.backward ? page.from !== null : more,
      hasPreviousPage: page.backward ? more : page.from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A connection over a list that is in memory as a whole, sorted by its positions. */
export function connectionOver<T>(
  items: readonly T[],
  args: PageArguments,
  list: string,
  positionOf: (item: T) => Position,
): Connection<T> {
  const page = readPage(args, list);
  const ordered = page.backward ? [...items].reverse() : items;
  const side = page.backward ? -1 : 1;
  const beyond = ordered.filter(
    (item) => page.from === null || side * comparePositions(positionOf(item), page.from) > 0,
  );
  return connection(beyond.slice(0, page.limit + 1), page, list, positionOf, () => items.length);
}

export function comparePositions(a: Position, b: Position): number {
  return compareText(a.key, b.key) || compareText(a.id, b.id);
}

function writeCursor({ key, id }: Position, list: string): string {
  return Buffer.from(JSON.stringify([seal(key, id, list), key, id])).toString('base64url');
}

function readCursor(cursor: string, list: string): Position {
  try {
    const [mark, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof key === 'string' && typeof id === 'string' && mark === seal(key, id, list)) return { key, id };
  } catch {
    // Not even JSON: refused below like any other text that we did not write.
  }
  throw refused(
    'cursor',
    show(cursor),
    'it was changed, or belongs to a list with other arguments; start without a cursor, or repeat the arguments',
  );
}

/** Not a secret: it tells a cursor that was cut, edited or mixed up from one that fits. */
function seal(key: string, id: string, list: string): string {
  return createHash('sha256')
    .update(JSON.stringify([list, key, id]))
    .digest('base64url')
    .slice(0, 12);
}

function refused(place: string, value: string, remedy: string): JejakError {
  return JejakError.ofProblems('The page is refused', [{ code: 'BAD_USER_INPUT', place, value, remedy }]);
}
