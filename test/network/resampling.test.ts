import { describe, expect, test } from '@jest/globals';
import { ranksOf, resampled, SMALLEST_RANKING } from '../../src/network/resampling.js';
import { ACTOR, buildNetwork, type SimpleNetwork, tiesOf } from '../../src/network/simple-network.js';
import { ofMatrix } from './measures/communities-vectors.js';

/** Three actors in ten, four and no initiatives of ten. */
const network = ofMatrix([
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
]);

const actorsOf = ({ modes, ids }: SimpleNetwork) => [...ids.keys()].filter((node) => modes?.[node] === ACTOR);
const degree = (of: SimpleNetwork) =>
  Float64Array.from(actorsOf(of), (node) => (of.rows[node + 1] ?? 0) - (of.rows[node] ?? 0));

describe('resampling', () => {
  test('gives each actor its value and rank, and what they are without a tenth of the initiatives', () => {
    expect(resampled(network, degree)).toEqual([
      { id: 'a0', value: 10, valueLow: 9, valueHigh: 9, rank: 1, rankLow: 1, rankHigh: 1 },
      { id: 'a1', value: 4, valueLow: 3, valueHigh: 4, rank: 2, rankLow: 2, rankHigh: 2 },
      { id: 'a2', value: 0, valueLow: 0, valueHigh: 0, rank: 3, rankLow: 3, rankHigh: 3 },
    ]);
  });

  test('takes the initiatives away altogether, and leaves the rest as it was', () => {
    const weighted = buildNetwork({
      ids: ['a', 'b', 'p', 'q', 'r'],
      ties: [
        ['a', 'p', 3],
        ['b', 'p', 1],
        ['a', 'q', 2],
        ['b', 'r', 5],
      ],
      modeOf: (id) => (id < 'p' ? ACTOR : 1),
    }).network;
    const seen = new Set<string>();
    resampled(
      weighted,
      (left) => {
        const ties = [...tiesOf(left)].map(([a, b, weight]) => `${left.ids[a]}${left.ids[b]}${weight}`);
        seen.add(`${left.ids.join('')} ${left.modes?.join('')} ${ties.join(' ')}`);
        return new Float64Array(2);
      },
      { samples: 100 },
    );
    expect([...seen].sort()).toEqual([
      'abpq 0011 ap3 aq2 bp1',
      'abpqr 00111 ap3 aq2 bp1 br5',
      'abpr 0011 ap3 bp1 br5',
      'abqr 0011 aq2 br5',
    ]);
  });

  test('shows by wide ranks that an order is not firm', () => {
    const even = ofMatrix([
      [1, 1, 1, 0, 0, 0],
      [0, 0, 0, 1, 1, 0],
    ]);
    const [first, second] = resampled(even, degree, { drop: 1 / 3 });
    expect(first).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 2 });
    expect(second).toMatchObject({ rank: 2, rankLow: 1, rankHigh: 2 });
  });

  test('drops the share it is told to, and at least one', () => {
    const left = (drop: number) => {
      const counts = new Set<number>();
      resampled(
        network,
        (of) => {
          counts.add(of.ids.length - 3);
          return new Float64Array(3);
        },
        { drop, samples: 5 },
      );
      return [...counts].sort();
    };
    expect([left(0.3), left(0.01), left(0.9)]).toEqual([
      [10, 7],
      [10, 9],
      [1, 10],
    ]);
  });

  test('leaves out samples without a value', () => {
    const ofFirst = (of: SimpleNetwork) =>
      degree(of).map((value, actor) => (actor === 1 && value < 4 ? Number.NaN : value));
    expect(resampled(network, ofFirst)[1]).toMatchObject({
      valueLow: 4,
      valueHigh: 4,
      rankLow: 2,
      rankHigh: 2,
    });
    const [, , none] = resampled(network, (of) => degree(of).map((value) => value || Number.NaN));
    expect(none).toEqual({
      id: 'a2',
      value: Number.NaN,
      valueLow: Number.NaN,
      valueHigh: Number.NaN,
      rank: Number.NaN,
      rankLow: Number.NaN,
      rankHigh: Number.NaN,
    });
  });

  test('gives the same for the same seed', () => {
    const uneven = ofMatrix(
      Array.from({ length: 8 }, (_, actor) =>
        Array.from({ length: 20 }, (__, initiative) => Number((actor * initiative) % 7 < 3)),
      ),
    );
    const share = (of: SimpleNetwork) => degree(of).map((value) => value / (of.ids.length - 8));
    const run = (seed: number) => resampled(uneven, share, { samples: 20, seed });
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  test('is refused where no initiative could stay, or there are none', () => {
    const one = ofMatrix([[1], [1]]);
    expect(() => resampled(one, degree)).toThrow('cannot drop 0.1 of 1 initiatives');
    expect(() => resampled(network, degree, { drop: 1 })).toThrow('cannot drop 1 of 10 initiatives');
    expect(() => resampled(network, degree, { drop: 0 })).toThrow('cannot drop 0 of 10 initiatives');
    const oneMode = buildNetwork({ ids: ['a'], ties: [] }).network;
    expect(() => resampled(oneMode, degree)).toThrow('resampling needs a two-mode network');
  });
});

describe('ranks', () => {
  test('are shared by equal values, also those that rounding parts, and undefined for undefined ones', () => {
    const values = Float64Array.of(1, 3, Number.NaN, 0.1 + 0.2 + 2.7, 2, 3);
    expect([...ranksOf(values)]).toEqual([5, 1, Number.NaN, 1, 4, 1]);
  });

  test('are shown from ten actors on', () => {
    expect(SMALLEST_RANKING).toBe(10);
  });
});
