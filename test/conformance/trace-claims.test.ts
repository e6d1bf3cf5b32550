import { expect, test } from '@jest/globals';
import { traceClaims } from '../../src/store/cypher/trace.js';
import { decodeRecord } from '../../src/store/rows.js';
import { aClaim, anActor, anInitiative, aSource, changeSet, testId } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';

/**
 * The invariants: a depth gives every claim that lies within so many hops, over the sides and kinds that are asked
 * for, each once; cycles end.
 */
onEveryEngine((stage) => {
  const initiatives = ['one', 'two', 'three', 'four', 'five'].map((key) => anInitiative({ key }));
  const partOf = (part: string, whole: string) =>
    aClaim({
      key: `${part}-${whole}`,
      kind: 'PART_OF',
      role: null,
      subject: testId('initiative', part),
      object: testId('initiative', whole),
    });
  const takesPart = (initiative: string, key = 'actor') =>
    aClaim({
      key: `${key}@${initiative}`,
      subject: testId('actor', key),
      object: testId('initiative', initiative),
    });

  /** one → two → three → one, a cycle, with a tail three → four → five; an actor in one and four. */
  const claims = [
    partOf('one', 'two'),
    partOf('two', 'three'),
    partOf('three', 'one'),
    partOf('three', 'four'),
    partOf('four', 'five'),
    takesPart('one'),
    takesPart('four'),
  ];
  const nameOf = new Map(
    ['one-two', 'two-three', 'three-one', 'three-four', 'four-five', 'actor@one', 'actor@four'].map((key) => [
      testId('claim', key),
      key,
    ]),
  );
  const build = () => stage.store.apply(changeSet(...initiatives, anActor(), aSource(), ...claims));
  const found = async (depth: number, root: string, first: string[], further = first) => {
    const rows = await stage.store.read(traceClaims(depth), { root, first, further });
    return rows.map((row) => nameOf.get(decodeRecord(row).id)).sort();
  };
  const one = testId('initiative', 'one');

  test('each depth goes one hop further, from part to whole, until the cycle is closed', async () => {
    await build();
    const hops = [['one-two'], ['two-three'], ['three-four', 'three-one'], ['four-five'], [], [], [], []];

    for (const [index] of hops.entries()) {
      const expected = hops.slice(0, index + 1).flat();
      expect(await found(index + 1, one, ['SUBJECT:PART_OF'])).toEqual(expected.sort());
    }
  });

  test('the other way round it meets the other claims', async () => {
    await build();

    expect(await found(1, one, ['OBJECT:PART_OF'])).toEqual(['three-one']);
    expect(await found(2, one, ['OBJECT:PART_OF'])).toEqual(['three-one', 'two-three']);
    expect(await found(8, one, ['OBJECT:PART_OF'])).toEqual(['one-two', 'three-one', 'two-three']);
  });

  test('the first hop and the further ones have their own lists', async () => {
    await build();
    const actor = testId('actor');

    expect(await found(3, actor, ['SUBJECT:PARTICIPATION'], ['SUBJECT:PART_OF'])).toEqual([
      'actor@four',
      'actor@one',
      'four-five',
      'one-two',
      'two-three',
    ]);
    expect(await found(3, actor, ['SUBJECT:PARTICIPATION'], [])).toEqual(['actor@four', 'actor@one']);
  });

  test('a kind that joins the same ends in both directions is told apart by its side', async () => {
    await build();

    expect(await found(1, one, ['OBJECT:PARTICIPATION'])).toEqual(['actor@one']);
    expect(await found(1, one, ['SUBJECT:PARTICIPATION'])).toEqual([]);
  });

  test('parallel claims between the same two are all found', async () => {
    await build();
    const twin = aClaim({
      key: 'twin',
      subject: anActor(),
      object: testId('initiative', 'one'),
      role: 'HOST',
    });
    await stage.store.apply(changeSet(twin));

    const rows = await stage.store.read(traceClaims(2), {
      root: one,
      first: ['OBJECT:PARTICIPATION'],
      further: [],
    });
    expect(rows.map((row) => decodeRecord(row).id).sort()).toEqual(
      [testId('claim', 'actor@one'), twin.id].sort(),
    );
  });

  test.each([
    ['a root that does not exist', () => found(3, testId('initiative', 'none'), ['SUBJECT:PART_OF'])],
    ['a root without claims of that kind', () => found(3, testId('initiative', 'five'), ['SUBJECT:PART_OF'])],
    ['no kinds at all', () => found(3, one, [])],
  ])('%s gives no rows', async (_title, ask) => {
    await build();

    expect(await ask()).toEqual([]);
  });
});
