import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createFeed, type Feed } from '../../src/graphql/feed.js';
import { type ChangeRow, changesAfter, lastSequence } from '../../src/store/cypher/changes.js';
import type { Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { anActor, changeSet } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';

/**
 * The invariants: the feed tells every change once, in order, whoever wrote it; it reads only what is asked of it; and
 * without a listener it leaves the store alone.
 */
const NEVER = new AbortController().signal;
/** So long that a test does not live to see it. */
const RARELY = 1_000_000;
const OFTEN = 10;

const write = (store: Store, key: string) => store.apply(changeSet(anActor({ key })));
const writeAll = async (store: Store, keys: readonly string[]) => {
  for (const key of keys) await write(store, key);
};
const keys = (count: number, prefix = 'k') => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, n) => from + n);

async function take(changes: AsyncIterator<ChangeRow>, count: number): Promise<number[]> {
  const sequences: number[] = [];
  while (sequences.length < count) {
    const { value, done } = await changes.next();
    if (done) break;
    sequences.push(value.sequence);
  }
  return sequences;
}

/** The store, with what is asked of it and who watches it. */
function spied(store: Store, read: Store['read'] = store.read) {
  const watching = new Set<unknown>();
  const reads: string[] = [];
  const seen = {
    reads,
    get watchers() {
      return watching.size;
    },
  };
  const spy: Store = {
    ...store,
    read: (query, parameters) => {
      reads.push(query.name);
      return read(query, parameters);
    },
    watch: (onChange) => {
      watching.add(onChange);
      const unwatch = store.watch(onChange);
      return () => {
        watching.delete(onChange);
        unwatch();
      };
    },
  };
  return { spy, seen };
}

/** Counts the timers that are set and not cleared. */
function timers() {
  const { setInterval: set, clearInterval: clear } = globalThis;
  const running = new Set<unknown>();
  globalThis.setInterval = ((...args: Parameters<typeof set>) => {
    const timer = set(...args);
    running.add(timer);
    return timer;
  }) as typeof set;
  globalThis.clearInterval = ((timer: Parameters<typeof clear>[0]) => {
    running.delete(timer);
    clear(timer);
  }) as typeof clear;
  return {
    running,
    restore: () => Object.assign(globalThis, { setInterval: set, clearInterval: clear }),
  };
}

onEveryEngine((stage) => {
  describe('a listener', () => {
    test('gets the changes after a number, in order, over several pages', async () => {
      await writeAll(stage.store, keys(120));
      const changes = createFeed(stage.store, RARELY)(5, NEVER);

      expect(await take(changes, 115)).toEqual(upTo(115, 6));
      await changes.return();
    });

    test('gets what this process commits, at once', async () => {
      const changes = createFeed(stage.store, RARELY)(0, NEVER);
      const first = changes.next();
      const made = await write(stage.store, 'a');

      expect(await first).toMatchObject({ value: { id: made.id, by: 'test', operationCount: 1 } });
      await writeAll(stage.store, ['b', 'c']);
      expect(await take(changes, 2)).toEqual([2, 3]);
      await changes.return();
    });

    test('gets what another store on the same data commits, by asking now and then', async () => {
      const changes = createFeed(stage.store, OFTEN)(0, NEVER);
      const first = changes.next();
      await write(await stage.another(), 'a');

      expect(await first).toMatchObject({ value: { sequence: 1 } });
      await changes.return();
    });

    test('misses none of 200 that two stores write at once, and gets none twice', async () => {
      const stores = [stage.store, await stage.another()];
      const feed = createFeed(stage.store, OFTEN);
      const abort = new AbortController();
      const early = take(feed(0, abort.signal), 200);
      const writing = stores.map((store, s) =>
        Promise.all(upTo(4).map((w) => writeAll(store, keys(25, `s${s}w${w}n`)))),
      );
      const late = take(feed(0, abort.signal), 200);
      const slow = (async () => {
        const changes = feed(0, abort.signal);
        const sequences = [];
        while (sequences.length < 200) {
          sequences.push(...(await take(changes, 1)));
          await wait(1);
        }
        return sequences;
      })();
      await Promise.all(writing);

      expect(await early).toEqual(upTo(200));
      expect(await late).toEqual(upTo(200));
      expect(await slow).toEqual(upTo(200));
      abort.abort();
    });

    test('that does not ask makes nothing be read', async () => {
      await writeAll(stage.store, keys(120));
      const { spy, seen } = spied(stage.store);
      const changes = createFeed(spy, RARELY)(0, NEVER);
      await take(changes, 1);
      await writeAll(stage.store, keys(3, 'more'));

      expect(seen.reads).toEqual(['changesAfter']);
      expect(await take(changes, 122)).toEqual(upTo(122, 2));
      await changes.return();
    });
  });

  describe('the end', () => {
    test('comes when nobody waits any more, also in the middle of a page', async () => {
      await writeAll(stage.store, ['a', 'b']);
      const abort = new AbortController();
      const { spy, seen } = spied(stage.store);
      const feed = createFeed(spy, RARELY);
      const waiting = feed(2, abort.signal).next();
      const reading = feed(0, abort.signal);
      await take(reading, 1);
      abort.abort();

      // Before anybody asks again, which a client that has gone never does.
      expect(seen.watchers).toBe(0);
      expect(await waiting).toEqual({ done: true, value: undefined });
      expect(await reading.next()).toEqual({ done: true, value: undefined });
      expect(await feed(0, abort.signal).next()).toEqual({ done: true, value: undefined });
    });

    test('comes when the store is closed', async () => {
      const store = createStore(await stage.disposable());
      const { spy, seen } = spied(store);
      const feed = createFeed(spy, OFTEN);
      const waiting = Promise.all([feed(1_000, NEVER).next(), feed(2_000, NEVER).next()]);
      await store.close();

      expect(await waiting).toEqual([
        { done: true, value: undefined },
        { done: true, value: undefined },
      ]);
      expect(await feed(0, NEVER).next()).toEqual({ done: true, value: undefined });
      expect(seen.watchers).toBe(0);
    });

    test('of the last listener frees the timer that all have shared', async () => {
      const { running, restore } = timers();
      try {
        const { spy, seen } = spied(stage.store);
        const feed = createFeed(spy, OFTEN);
        expect([running.size, seen.watchers]).toEqual([0, 0]);
        await write(stage.store, 'a');
        const listeners = [feed(0, NEVER), feed(0, NEVER), feed(0, NEVER)];
        for (const listener of listeners) await take(listener, 1);
        expect([running.size, seen.watchers]).toEqual([1, 1]);
        await listeners[0]?.return();
        await listeners[1]?.return();
        expect([running.size, seen.watchers]).toEqual([1, 1]);
        await listeners[2]?.return();
        expect([running.size, seen.watchers]).toEqual([0, 0]);

        const again = feed(0, NEVER);
        await take(again, 1);
        expect([running.size, seen.watchers]).toEqual([1, 1]);
        await again.return();
        expect([running.size, seen.watchers]).toEqual([0, 0]);
      } finally {
        restore();
      }
    });
  });

  describe('a store that does not answer', () => {
    const away = new Error('the store is away');

    test('is asked again, and what was written meanwhile is told', async () => {
      let failures = 0;
      const { spy } = spied(stage.store, (query, parameters) => {
        if (query.name !== lastSequence.name || failures === 3) return stage.store.read(query, parameters);
        failures += 1;
        return Promise.reject(away);
      });
      const changes = createFeed(spy, OFTEN)(0, NEVER);
      const first = changes.next();
      await write(await stage.another(), 'a');

      expect(await first).toMatchObject({ value: { sequence: 1 } });
      await changes.return();
    });

    test('makes the listener fail that reads from it, and that one leaves', async () => {
      const { spy, seen } = spied(stage.store, () => Promise.reject(away));

      await expect(createFeed(spy, RARELY)(0, NEVER).next()).rejects.toBe(away);
      expect(seen.watchers).toBe(0);
    });
  });

  describe('a query that meets a change and not the one before', () => {
    /** Leaves a change out of the first `times` answers that should have it. */
    const without = (sequence: number, times: number): Feed => {
      let left = times;
      const { spy } = spied(stage.store, async (query, parameters) => {
        const rows = await stage.store.read(query, parameters);
        const isIn = (row: unknown) => (row as ChangeRow).sequence === sequence;
        if (query.name !== changesAfter.name || left === 0 || !rows.some(isIn)) return rows;
        left -= 1;
        return rows.filter((row) => !isIn(row));
      });
      return createFeed(spy, RARELY);
    };

    test.each([1, 2, 4])('is asked again: change %i is not missed', async (sequence) => {
      await writeAll(stage.store, keys(4));
      const changes = without(sequence, 1)(0, NEVER);

      if (sequence < 4) expect(await take(changes, 4)).toEqual([1, 2, 3, 4]);
      else {
        expect(await take(changes, 3)).toEqual([1, 2, 3]);
        const next = take(changes, 2);
        await write(stage.store, 'k5');
        expect(await next).toEqual([4, 5]);
      }
      await changes.return();
    });

    test('and never does, because it is gone, does not hold up those behind it', async () => {
      await writeAll(stage.store, keys(4));
      const changes = without(2, Number.POSITIVE_INFINITY)(0, NEVER);

      expect(await take(changes, 3)).toEqual([1, 3, 4]);
      await changes.return();
    });
  });
});
