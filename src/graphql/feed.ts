import { type ChangeRow, changesAfter, lastSequence } from '../store/cypher/changes.js';
import type { Store } from '../store/port.js';

/** Changes read at a time: the most that a listener holds in memory. */
const PAGE = 50;

/**
 * The changes after that sequence number, in order, none missed and none twice, and then each new one once it is
 * committed. Read only as they are asked for. Ends once `signal` is aborted or the store is closed; throws what the
 * store throws when it cannot be read.
 */
export type Feed = (after: number, signal: AbortSignal) => AsyncGenerator<ChangeRow, void, undefined>;

/** Someone who reads the feed: how far, and whether there may be more. */
interface Listener {
  position: number;
  news: boolean;
  wake: () => void;
}

type Source = Pick<Store, 'read' | 'watch' | 'closed'>;

/**
 * The feed of a store. Changes of this process are told at once; for those of other processes on the same data the
 * store is asked every `interval` milliseconds, once for all listeners and only while there are any.
 */
export function createFeed(store: Source, interval: number): Feed {
  const listeners = new Set<Listener>();
  let stop = () => {};
  const leave = (listener: Listener) => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
  return async function* (after, signal) {
    const isOver = () => signal.aborted || store.closed.aborted;
    if (isOver()) return;
    const listener: Listener = { position: after, news: false, wake: () => {} };
    // At once, as whoever has gone may never ask again.
    const end = () => {
      leave(listener);
      listener.wake();
    };
    signal.addEventListener('abort', end);
    listeners.add(listener);
    if (listeners.size === 1) stop = start(store, interval, listeners);
    try {
      while (!isOver()) {
        // Before reading: what is committed meanwhile may be in the answer or not.
        listener.news = false;
        const { changes, isLast } = await readOn(store, listener.position);
        for (const change of changes) {
          if (isOver()) return;
          listener.position = change.sequence;
          yield change;
        }
        if (isLast) await news(listener, isOver);
      }
    } catch (error) {
      // A store that is closed refuses the read that was under way.
      if (!isOver()) throw error;
    } finally {
      signal.removeEventListener('abort', end);
      leave(listener);
    }
  };
}

/** Wakes listeners when there is something new for them, until the answer is called. */
function start(store: Source, interval: number, listeners: ReadonlySet<Listener>): () => void {
  const tell = (sequence: number) => {
    for (const listener of listeners) {
      if (sequence <= listener.position) continue;
      listener.news = true;
      listener.wake();
    }
  };
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    // A store that is away for a while is asked again next time; whoever reads from it learns of the failure.
    const [last] = await store.read(lastSequence, {}).catch(() => []);
    looking = false;
    tell(last?.sequence ?? 0);
  };
  const timer = setInterval(look, interval);
  const unwatch = store.watch(({ sequence }) => tell(sequence));
  const end = () => {
    stop();
    for (const { wake } of listeners) wake();
  };
  const stop = () => {
    clearInterval(timer);
    unwatch();
    store.closed.removeEventListener('abort', end);
  };
  store.closed.addEventListener('abort', end);
  return stop;
}

/** Settles when there is something new for the listener, or nothing more to wait for. */
async function news(listener: Listener, isOver: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    listener.wake = resolve;
    if (listener.news || isOver()) resolve();
  });
}

/**
 * The next changes after `position`, and whether they were the last ones. A query on Neo4j sees what is committed while
 * it runs, so that it can meet a change and have passed the place of the one before. The numbers tell, as they have no
 * gaps: what follows a gap is read again, and is then taken as it comes, for the missing one was committed earlier.
 */
async function readOn(store: Source, position: number) {
  const read = () => store.read(changesAfter, { after: position, limit: PAGE });
  let rows = await read();
  let changes = withoutGap(rows, position);
  if (changes.length === 0 && rows.length > 0) {
    rows = await read();
    changes = withoutGap(rows, position);
    if (changes.length === 0) changes = withoutGap(rows, (rows[0]?.sequence ?? 0) - 1);
  }
  return { changes, isLast: changes.length === rows.length && rows.length < PAGE };
}

function withoutGap(rows: readonly ChangeRow[], position: number): readonly ChangeRow[] {
  const gap = rows.findIndex(({ sequence }, index) => sequence !== position + 1 + index);
  return gap < 0 ? rows : rows.slice(0, gap);
}
