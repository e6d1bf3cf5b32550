import { describe, expect, test } from '@jest/globals';
import { byId } from '../../src/domain/collections.js';
import { changeCount, changesAfter, changesByIds, lastSequence } from '../../src/store/cypher/changes.js';
import { knownByIds, recordCounts, recordsByIds } from '../../src/store/cypher/records.js';
import { decodeRecord } from '../../src/store/rows.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  aParticipation,
  aPerson,
  changeSet,
  testId,
} from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';

/** The invariants: what does not exist has no row and shifts no other; an order that is asked for is kept. */
onEveryEngine((stage) => {
  describe('an empty store', () => {
    test('has no records, no changes and no sequence', async () => {
      expect(await stage.store.read(recordsByIds, { ids: [testId('actor')] })).toEqual([]);
      expect(await stage.store.read(recordCounts, {})).toEqual([]);
      expect(await stage.store.read(changesAfter, { after: 0, limit: 10 })).toEqual([]);
      expect(await stage.store.read(lastSequence, {})).toEqual([]);
      expect(await stage.store.read(changeCount, {})).toEqual([{ count: 0 }]);
    });

    test('answers a question about no ids with no rows', async () => {
      expect(await stage.store.read(recordsByIds, { ids: [] })).toEqual([]);
      expect(await stage.store.read(knownByIds, { ids: [] })).toEqual([]);
      expect(await stage.store.read(changesByIds, { ids: [] })).toEqual([]);
    });
  });

  test('records are counted by type', async () => {
    await stage.store.apply(changeSet(...aParticipation(), anActor({ key: 'b' })));

    expect(await stage.store.read(recordCounts, {})).toEqual([
      { type: 'actor', count: 2 },
      { type: 'claim', count: 1 },
      { type: 'initiative', count: 1 },
      { type: 'source', count: 1 },
    ]);
  });

  test('records fetched together are told apart by id: a missing one shifts none', async () => {
    const keys = ['c', 'missing', 'a', 'also missing', 'b'];
    const there = keys.filter((key) => !key.includes('missing')).map((key) => anActor({ key }));
    await stage.store.apply(changeSet(...there));

    const ids = keys.map((key) => testId('actor', key));
    const found = byId((await stage.store.read(recordsByIds, { ids })).map(decodeRecord));
    expect(
      ids.map((id) => found.get(id) ?? null).map((record) => record && 'name' in record && record.name),
    ).toEqual(['c', null, 'a', null, 'b']);
  });

  test('an id asked for twice is no second record', async () => {
    await stage.store.apply(changeSet(anActor()));

    const rows = await stage.store.read(recordsByIds, { ids: [anActor().id, anActor().id] });
    expect(byId(rows.map(decodeRecord)).size).toBe(1);
  });

  test('what a reference needs to know is the type, and for an actor the kind', async () => {
    await stage.store.apply(changeSet(aPerson(), anAward(), anInitiative()));

    const rows = await stage.store.read(knownByIds, { ids: [aPerson().id, anAward().id, anInitiative().id] });
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: aPerson().id, type: 'actor', kind: 'PERSON', withdrawn: false, canonical: null },
        { id: anAward().id, type: 'award', kind: null, withdrawn: false, canonical: null },
        { id: anInitiative().id, type: 'initiative', kind: 'PROGRAM', withdrawn: false, canonical: null },
      ]),
    );
  });

  describe('orders', () => {
    const inOrder = async (label: string, order: string) => {
      const rows = await stage.engine.read(`MATCH (n:${label}) RETURN n.name AS name ORDER BY ${order}`);
      return rows.map(({ name }) => name);
    };

    test('null comes last going up and first going down', async () => {
      const sizes: Array<[string, number | null]> = [
        ['ten', 10],
        ['none', null],
        ['nine', 9],
      ];
      await stage.store.apply(
        changeSet(...sizes.map(([key, size]) => anActor({ key, kind: 'COHORT', size }))),
      );

      expect(await inOrder('Actor', 'n.size')).toEqual(['nine', 'ten', 'none']);
      expect(await inOrder('Actor', 'n.size DESC')).toEqual(['none', 'ten', 'nine']);
    });

    test('names stand as folded text: case, marks and punctuation make no difference', async () => {
      const names = ['éclair', 'Dinas', '"Beta"', 'alpha', '3 Dara', 'ꦏꦸꦛ', 'Żeta', 'مالانج', '瑪琅', '𐍈'];
      await stage.store.apply(changeSet(...names.map((name) => anActor({ key: name, name }))));

      const expected = ['3 Dara', 'alpha', '"Beta"', 'Dinas', 'éclair', 'Żeta', 'مالانج', '瑪琅', 'ꦏꦸꦛ', '𐍈'];
      expect(await inOrder('Actor', 'n.sortName, n.id')).toEqual(expected);
      expect(await inOrder('Actor', 'n.sortName DESC, n.id DESC')).toEqual(expected.toReversed());
    });

    test('namesakes stand by id', async () => {
      const actors = ['a', 'b', 'c', 'd', 'e'].map((key) => anActor({ key, name: 'Dinas' }));
      await stage.store.apply(changeSet(...actors));

      const rows = await stage.engine.read('MATCH (n:Actor) RETURN n.id AS id ORDER BY n.sortName, n.id');
      expect(rows.map(({ id }) => id)).toEqual(actors.map(({ id }) => id).sort());
    });

    test('dates stand by their first day, unknown ones last', async () => {
      const dates = ['2021', null, '2019-12-31', '2021-02', '20XX', '2021-01-01~', '2020-06/2020-08'];
      await stage.store.apply(
        changeSet(
          anAward(),
          ...dates.map((date) => anAchievement({ key: String(date), name: String(date), date })),
        ),
      );

      expect(await inOrder('Achievement', 'n.sortDate, n.name')).toEqual([
        '20XX',
        '2019-12-31',
        '2020-06/2020-08',
        '2021',
        '2021-01-01~',
        '2021-02',
        'null',
      ]);
    });

    test('a period stands by its start, else by when it is known to have held, else by its end', async () => {
      await stage.store.apply(
        changeSet(
          anInitiative({ key: 'd', start: '2022', at: '2023', end: '2024', endState: 'KNOWN' }),
          anInitiative({ key: 'b', at: '2020', end: '2024', endState: 'KNOWN' }),
          anInitiative({ key: 'c', end: '2021', endState: 'KNOWN' }),
          anInitiative({ key: 'a', start: '2019' }),
          anInitiative({ key: 'e' }),
        ),
      );

      expect(await inOrder('Initiative', 'n.sortDate')).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    test('an update moves a record to its new place', async () => {
      const [a, b] = [anActor({ key: 'a' }), anActor({ key: 'b' })];
      await stage.store.apply(changeSet(a, b));
      await stage.store.apply({
        ...changeSet(),
        operations: [{ op: 'update', record: { ...a, name: 'z' } }],
      });

      expect(await inOrder('Actor', 'n.sortName')).toEqual(['b', 'z']);
    });
  });

  test('a claim without a name or title still has a place in the lists', async () => {
    await stage.store.apply(changeSet(...aParticipation()));

    const rows = await stage.engine.read('MATCH (n:Claim) RETURN n.sortName AS name, n.sortDate AS date');
    expect(rows).toEqual([{ name: aClaim().id.replace('-', ' '), date: '~' }]);
  });
});
