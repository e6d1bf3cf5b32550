import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import { judgementId } from '../../src/domain/ids.js';
import { currentProjection } from '../../src/graphql/projection-cache.js';
import { readProjection } from '../../src/graphql/read-projection.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Parameters, Query, Reader, Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { comparable } from '../network/projected.js';
import {
  aClaim,
  aJudgement,
  anActor,
  aParticipation,
  changeSet,
  together,
  update,
} from '../support/builders.js';

/** The store, counting what it is asked; `around` may do something before or after a query, or in its place. */
class WatchedReader implements Reader {
  asked: string[] = [];
  around = async <R>(_name: string, read: () => Promise<R>): Promise<R> => read();
  constructor(private readonly store: Store) {}

  async read<P extends Parameters, R>(query: Query<P, R>, parameters: P): Promise<R[]> {
    this.asked.push(query.name);
    return this.around(query.name, () => this.store.read(query, parameters));
  }
  async searchText(): Promise<string[]> {
    throw new Error('a projection needs no search');
  }
  count(name: string): number {
    return this.asked.filter((asked) => asked === name).length;
  }
}

const READING = ['lastSequence', 'idsOfType', 'projectedActors', 'idsOfType', 'projectedInitiatives'];
const REST = ['idsOfType', 'idsOfType', 'projectedMarks', 'idsOfClaims', 'projectedClaims'];
const WHOLE = [...READING, ...REST, 'projectedJudgements', 'lastSequence'];

/** Something that waits until it is let go. */
function gate() {
  let letGo: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { passed, letGo };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the current projection', () => {
  let store: Store;
  let reader: WatchedReader;
  beforeEach(async () => {
    const engine = openGrafeo({ folder: null, shuffleUnordered: true });
    await migrate(engine, await readMigrations(`${ROOT}/schema/graph/migrations`));
    store = createStore(engine);
    reader = new WatchedReader(store);
    await store.apply(changeSet(...aParticipation()));
  });
  afterEach(() => store.close());

  const other = (key = 'other') => anActor({ key });
  const same = (fields = {}) => {
    const [left, right] = [anActor(), other()];
    return aJudgement({ id: judgementId(left.id, right.id), left, right, ...fields });
  };
  const expectCurrent = async () =>
    expect(comparable(await currentProjection(reader))).toEqual(comparable(await readProjection(store)));

  test('is read once, and costs one round trip while nothing changes', async () => {
    const first = await currentProjection(reader);
    expect([first.sequence, first.claims.indexes.size]).toEqual([1, 1]);
    expect(reader.asked).toEqual(['lastSequence', ...WHOLE]);
    reader.asked = [];
    expect(await currentProjection(reader)).toBe(first);
    expect(reader.asked).toEqual(['lastSequence']);
  });

  test('is brought up to date by what was changed, and not read again', async () => {
    const first = await currentProjection(reader);
    await store.apply(changeSet(other()));
    await store.apply(changeSet(same()));
    reader.asked = [];
    expect(await currentProjection(reader)).toBe(first);
    expect(reader.asked).toEqual(['lastSequence', 'changesByIds', 'keptChanges']);
    expect(first.sequence).toBe(3);
    await expectCurrent();
  });

  test('is read anew when the changes hold more than it does', async () => {
    const first = await currentProjection(reader);
    await store.apply(changeSet(...['a', 'b', 'c', 'd', 'e'].map(other)));
    const second = await currentProjection(reader);
    expect(second).not.toBe(first);
    expect([first.sequence, second.sequence, reader.count('projectedJudgements')]).toEqual([1, 2, 2]);
    await expectCurrent();
  });

  test('of a store that was never written is empty', async () => {
    const engine = openGrafeo({ folder: null });
    await migrate(engine, await readMigrations(`${ROOT}/schema/graph/migrations`));
    const unwritten = createStore(engine);
    expect(comparable(await currentProjection(unwritten))).toMatchObject({ sequence: 0, nodes: [], rows: 0 });
    await unwritten.close();
  });

  test('is kept for each store apart', async () => {
    expect(await currentProjection(reader)).not.toBe(await currentProjection(new WatchedReader(store)));
  });

  test('is read once, and each change applied once, for all who call at the same time', async () => {
    const crowd = () => Promise.all(Array.from({ length: 20 }, () => currentProjection(reader)));
    expect(new Set(await crowd()).size).toBe(1);
    await store.apply(changeSet(other()));
    expect(new Set(await crowd()).size).toBe(1);
    expect([reader.count('projectedJudgements'), reader.count('keptChanges')]).toEqual([1, 1]);
    await expectCurrent();
  });

  test('never lacks a change that was made before the call, though a reading was under way', async () => {
    const slow = gate();
    reader.around = async (name, read) => {
      const rows = await read();
      if (name === 'projectedJudgements') await slow.passed;
      return rows;
    };
    const early = currentProjection(reader);
    await settled();
    await store.apply(changeSet(other(), same()));
    const late = currentProjection(reader);
    await settled();
    slow.letGo();
    // The early caller gets it as well: the changes since the reading began are applied at its end.
    expect((await early).sequence).toBe(2);
    expect(await late).toBe(await early);
    await expectCurrent();
  });

  test('takes one step after the other, so that no change is applied twice', async () => {
    const projection = await currentProjection(reader);
    await store.apply(changeSet(other()));
    const slow = gate();
    reader.around = async (name, read) => {
      if (name === 'keptChanges') await slow.passed;
      return read();
    };
    const early = currentProjection(reader);
    await settled();
    await store.apply(changeSet(same()));
    const late = currentProjection(reader);
    await settled();
    slow.letGo();
    expect(await Promise.all([early, late])).toEqual([projection, projection]);
    expect(projection.sequence).toBe(3);
    await expectCurrent();
  });

  test('is tried again after a reading that failed, whose error all who waited for it are told', async () => {
    reader.around = async (name, read) => {
      if (name === 'idsOfClaims') throw new Error('the store is gone');
      return read();
    };
    const outcomes = await Promise.allSettled([currentProjection(reader), currentProjection(reader)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(currentProjection(reader)).rejects.toThrow('the store is gone');
    reader.around = async (_name, read) => read();
    await expectCurrent();
  });

  test('is read anew after a change could not be read', async () => {
    const first = await currentProjection(reader);
    await store.apply(changeSet(other()));
    reader.around = async (name, read) => {
      if (name === 'keptChanges') throw new Error('the store is gone');
      return read();
    };
    await expect(currentProjection(reader)).rejects.toThrow('the store is gone');
    reader.around = async (_name, read) => read();
    expect(await currentProjection(reader)).not.toBe(first);
    await expectCurrent();
  });

  // What is changed in the middle is in some of the pages and not in others.
  const meanwhile = [
    changeSet(other('new'), aClaim({ key: 'new', subject: other('new') })),
    update(aClaim({ status: 'RETRACTED' })),
    update(aClaim({ key: 'retracted' })),
    changeSet(same()),
    update(aJudgement({ key: 'merged', left: other('one'), right: other('two'), withdrawn: true })),
    together(
      update({ ...other('gone'), withdrawn: false }),
      changeSet(aJudgement({ key: 'again', left: other('gone'), right: other('one') })),
    ),
  ];
  test.each(WHOLE.map((name, index) => [index, name] as const))(
    'is that of one change, whatever is changed at step %i of its reading (%s)',
    async (step) => {
      await store.apply(
        changeSet(other(), other('one'), other('gone'), aClaim({ key: 'retracted', status: 'RETRACTED' })),
      );
      await store.apply(changeSet(other('two')));
      await store.apply(
        changeSet(
          aJudgement({ key: 'merged', left: other('one'), right: other('two') }),
          aClaim({ key: 'on two', subject: other('two') }),
        ),
      );
      await store.apply(update({ ...other('gone'), withdrawn: true }));
      let asked = 0;
      reader.around = async (_name, read) => {
        if (asked++ === step) for (const set of meanwhile) await store.apply(set);
        return read();
      };
      const projection = await readProjection(reader);
      expect(projection.sequence).toBe(5 + meanwhile.length);
      expect(comparable(projection)).toEqual(comparable(await readProjection(store)));
    },
  );
});
