import { expect, test } from '@jest/globals';
import { createStore } from '../../src/store/store.js';
import { anActor, anInitiative, changeSet, update } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { everything, losing, readChanges, readRecord } from '../support/reading.js';

/**
 * The invariants: change sets applied at the same time, also by several processes, stand as if they had been applied
 * one after the other; one that loses a race is tried again, and says CONFLICT when it loses every time.
 */
onEveryEngine((stage) => {
  const fiveTimes = [0, 1, 2, 3, 4];
  const fiftyTimes = Array.from({ length: 50 }, (_, index) => index);

  test('fifty at once from two stores all succeed, each with its own number', async () => {
    const stores = [stage.store, await stage.another()];
    const applied = await Promise.all(
      fiftyTimes.map((n) =>
        stores[n % 2]?.apply(changeSet(anActor({ key: `a${n}` }), anInitiative({ key: `i${n}` }))),
      ),
    );

    const sequences = applied.map((change) => change?.sequence ?? 0).sort((a, b) => a - b);
    expect(sequences).toEqual(fiftyTimes.map((n) => n + 1));
    expect((await readChanges(stage.store)).map(({ sequence }) => sequence)).toEqual(sequences);
  });

  test('updates of one record at once build on each other: none is lost', async () => {
    await stage.store.apply(changeSet(anActor({ name: 'first' })));
    const stores = [stage.store, await stage.another()];
    await Promise.all(
      fiveTimes.flatMap((n) =>
        stores.map((store, s) => store.apply(update(anActor({ name: `${n} of store ${s}` })))),
      ),
    );

    const changes = await readChanges(stage.store);
    const history = changes.flatMap(({ operations }) => operations);
    expect(history.map(({ before }) => before)).toEqual([
      null,
      ...history.slice(0, -1).map(({ after }) => after),
    ]);
    expect(await readRecord(stage.store, anActor())).toEqual({
      ...history.at(-1)?.after,
      created: 1,
      updated: 11,
    });
  });

  test('of several that create the same record one succeeds, and the others say CONFLICT', async () => {
    const stores = [stage.store, await stage.another()];
    const results = await Promise.allSettled(
      fiveTimes.flatMap(() => stores.map((store) => store.apply(changeSet(anActor())))),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT' });
    expect(await stage.engine.read('MATCH (n:Actor) RETURN count(n) AS count')).toEqual([{ count: 1 }]);
  });

  test('one that fails does not hold up those that wait behind it', async () => {
    const results = await Promise.allSettled([
      stage.store.apply(changeSet(anActor({ key: 'a' }))),
      stage.store.apply(update(anActor({ key: 'none' }))),
      stage.store.apply(changeSet(anActor({ key: 'b' }))),
    ]);

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('a lost race is run again, and counts once', async () => {
    const engine = losing(stage.engine, 3);
    const change = await createStore(engine).apply(changeSet(anActor()));

    expect(engine.attempts).toBe(4);
    expect(change.sequence).toBe(1);
    expect(await readChanges(stage.store)).toEqual([change]);
  });

  test('a race lost every time says CONFLICT and leaves nothing', async () => {
    const before = await everything(stage.engine);
    const engine = losing(stage.engine, Number.POSITIVE_INFINITY);

    const error = await createStore(engine)
      .apply(changeSet(anActor()))
      .then(null, (thrown: Error) => thrown);
    expect(error).toMatchObject({ code: 'CONFLICT' });
    expect((error as Error).message).toContain('try again');
    expect(engine.attempts).toBe(8);
    expect(await everything(stage.engine)).toEqual(before);
  });

  test('a reader never sees a change half done', async () => {
    const size = 40;
    const actors = Array.from({ length: size }, (_, n) => anActor({ key: `a${n}`, name: 'round 0' }));
    await stage.store.apply(changeSet(...actors));
    let writing = true;
    const writer = (async () => {
      for (const round of [1, 2, 3, 4])
        await stage.store.apply(update(...actors.map((actor) => ({ ...actor, name: `round ${round}` }))));
      writing = false;
    })();
    const seen: unknown[] = [];
    while (writing) seen.push(...(await stage.engine.read('MATCH (n:Actor) RETURN count(n) AS count')));
    await writer;

    expect(new Set(seen.map((row) => JSON.stringify(row)))).toEqual(new Set([`{"count":${size}}`]));
  });
});
