import { expect, test } from '@jest/globals';
import { changeId } from '../../src/domain/ids.js';
import { changeCount, changesByIds, lastSequence } from '../../src/store/cypher/changes.js';
import {
  aClaim,
  anActor,
  anInitiative,
  aParticipation,
  aSource,
  changeSet,
  together,
  update,
} from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { readChanges } from '../support/reading.js';

/**
 * The invariants: every write leaves one Change; their numbers are 1, 2, 3 … in the order of the commits, without
 * gaps; a Change says who, why and when, and holds each record as it was before and as it is after.
 */
onEveryEngine((stage) => {
  test('changes are numbered 1, 2, 3 in the order in which they were made', async () => {
    const made = [];
    for (const key of ['a', 'b', 'c']) made.push(await stage.store.apply(changeSet(anActor({ key }))));

    expect(made.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(made.map(({ id }) => id)).toEqual([1, 2, 3].map(changeId));
    expect(await stage.store.read(lastSequence, {})).toEqual([{ sequence: 3 }]);
    expect(await stage.store.read(changeCount, {})).toEqual([{ count: 3 }]);
  });

  test('a refused change set uses up no number', async () => {
    await stage.store.apply(changeSet(anActor({ key: 'a' })));
    await expect(stage.store.apply(changeSet(anActor({ key: 'a' })))).rejects.toMatchObject({
      code: 'CONFLICT',
    });

    expect(await stage.store.apply(changeSet(anActor({ key: 'b' })))).toMatchObject({ sequence: 2 });
  });

  test('what apply returns is what the history keeps', async () => {
    const made = await stage.store.apply(changeSet(...aParticipation()));

    expect(await readChanges(stage.store)).toEqual([made]);
  });

  test('a change says who made it, why and when', async () => {
    const set = { ...changeSet(anActor()), by: ' Dewi\u0301 ', why: 'Rapat 3 Mei.\nCatatan: "tambah" aktor' };
    const { at } = await stage.store.apply(set);

    const [change] = await readChanges(stage.store);
    expect(change).toMatchObject({ by: 'Dewi\u0301', why: set.why, at });
    expect(new Date(at).toISOString()).toBe(at);
  });

  test('a change holds each record before and after, in the order of its operations', async () => {
    const before = [anActor(), anInitiative()] as const;
    await stage.store.apply(changeSet(...before));
    const [actor, initiative] = [anActor({ name: 'renamed' }), anInitiative({ start: '2021' })];
    await stage.store.apply(together(update(initiative), changeSet(aSource(), aClaim()), update(actor)));

    const [, change] = await readChanges(stage.store);
    expect(change?.operations).toEqual([
      { op: 'update', before: before[1], after: initiative },
      { op: 'create', before: null, after: aSource() },
      { op: 'create', before: null, after: aClaim() },
      { op: 'update', before: before[0], after: actor },
    ]);
  });

  test('each change finds the record as the one before it left it', async () => {
    await stage.store.apply(changeSet(anActor({ name: '0' })));
    for (const name of ['1', '2', '3']) await stage.store.apply(update(anActor({ name })));

    const steps = (await readChanges(stage.store)).flatMap(({ operations }) => operations);
    expect(
      steps.map(({ before, after }) =>
        [before, after].map((record) => record && 'name' in record && record.name),
      ),
    ).toEqual([
      [null, '0'],
      ['0', '1'],
      ['1', '2'],
      ['2', '3'],
    ]);
  });

  test('a change is linked to the records it touched, and to no others', async () => {
    await stage.store.apply(changeSet(...aParticipation()));
    await stage.store.apply(update(anActor({ name: 'renamed' })));

    const rows = await stage.engine.read(
      'MATCH (c:Change)-[:TOUCHED]->(n) RETURN c.sequence AS sequence, n.type AS type ORDER BY sequence, type',
    );
    expect(rows).toEqual([
      { sequence: 1, type: 'actor' },
      { sequence: 1, type: 'claim' },
      { sequence: 1, type: 'initiative' },
      { sequence: 1, type: 'source' },
      { sequence: 2, type: 'actor' },
    ]);
  });

  test('the feed goes on after the number it is given, as far as the limit', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await stage.store.apply(changeSet(anActor({ key })));
    const sequences = async (after: number, limit: number) =>
      (await readChanges(stage.store, after, limit)).map(({ sequence }) => sequence);

    expect(await sequences(0, 100)).toEqual([1, 2, 3, 4, 5]);
    expect(await sequences(2, 2)).toEqual([3, 4]);
    expect(await sequences(4, 1)).toEqual([5]);
    expect(await sequences(5, 100)).toEqual([]);
    expect(await sequences(0, 0)).toEqual([]);
  });

  test('changes are found by their ids; an id of no change has no row', async () => {
    for (const key of ['a', 'b']) await stage.store.apply(changeSet(anActor({ key })));

    const rows = await stage.store.read(changesByIds, { ids: [changeId(2), changeId(7), changeId(1)] });
    expect(rows.map(({ sequence }) => sequence).sort()).toEqual([1, 2]);
  });
});
