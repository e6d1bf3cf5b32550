import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { curveball } from '../../src/network/curveball.js';
import { againstChance } from '../../src/network/null-model.js';
import { seeded } from '../../src/network/random.js';
import { buildNetwork, isTied, type SimpleNetwork, tiesOf } from '../../src/network/simple-network.js';
import { chiSquare, mostChiSquare } from './chi-square.js';
import { ofMatrix, read } from './measures/communities-vectors.js';

interface Margins {
  readonly rowSums: number[];
  readonly colSums: number[];
  readonly matrices: number;
  readonly meanSharedRow0Row1: number;
}
const { fixedMargins } = read<{ measures: { fixedMargins: Margins[] } }>('misc').measures;

type Matrix = readonly (readonly number[])[];

/** Every matrix of 0 and 1 with these sums. */
function matrices(rowSums: readonly number[], colSums: readonly number[]): Matrix[] {
  const [first, ...rest] = rowSums;
  if (first === undefined) return colSums.every((left) => left === 0) ? [[]] : [];
  return rowsWith(first, colSums).flatMap((row) =>
    matrices(
      rest,
      colSums.map((left, column) => left - (row[column] ?? 0)),
    ).map((others) => [row, ...others]),
  );
}

function rowsWith(sum: number, room: readonly number[]): number[][] {
  const [first, ...rest] = room;
  if (first === undefined) return sum === 0 ? [[]] : [];
  const without = rowsWith(sum, rest).map((row) => [0, ...row]);
  return first === 0 || sum === 0
    ? without
    : [...without, ...rowsWith(sum - 1, rest).map((row) => [1, ...row])];
}

const statesOf = ({ rowSums, colSums }: Margins) => {
  const all = matrices(rowSums, colSums);
  return { all, network: ofMatrix(all[0] ?? []) };
};

/** How many initiatives the actors `a0` and `a1` share. */
function shared(network: SimpleNetwork): number {
  const [one, other] = [network.ids.indexOf('a0'), network.ids.indexOf('a1')];
  return network.ids.filter((_, node) => isTied(network, one, node) && isTied(network, other, node)).length;
}

const stateOf = (network: SimpleNetwork) => [...tiesOf(network)].join(' ');
const degrees = ({ ids, rows }: SimpleNetwork) =>
  ids.map((_, node) => (rows[node + 1] ?? 0) - (rows[node] ?? 0));

describe('curveball', () => {
  test.each(fixedMargins)(
    'draws each of the $matrices matrices of sums $rowSums and $colSums equally often',
    (margins) => {
      const { all, network } = statesOf(margins);
      expect(all).toHaveLength(margins.matrices);
      const samples = 100 * margins.matrices;
      const states: string[] = [];
      let sum = 0;
      let squares = 0;
      for (const sample of curveball(network, { samples, trades: 20, random: seeded(1) })) {
        states.push(stateOf(sample));
        sum += shared(sample);
        squares += shared(sample) ** 2;
      }
      expect(new Set(states).size).toBe(margins.matrices);
      expect(chiSquare(states, margins.matrices)).toBeLessThan(mostChiSquare(margins.matrices));
      const error = Math.sqrt((squares / samples - (sum / samples) ** 2) / samples);
      expect(Math.abs(sum / samples - margins.meanSharedRow0Row1)).toBeLessThanOrEqual(3.3 * error);
    },
  );

  test('keeps every degree and isolates, and gives simple networks that read the same from both modes', () => {
    const cell = fc.integer({ min: 0, max: 1 });
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrix, fc.nat(), (given, seed) => {
        const network = ofMatrix(given);
        for (const sample of curveball(network, { samples: 3, random: seeded(seed) })) {
          expect(degrees(sample)).toEqual(degrees(network));
          const ties = [...tiesOf(sample)].map(
            ([a, b, weight]) => [sample.ids[a], sample.ids[b], weight] as const,
          );
          const { ids, modes } = sample;
          const modeOf = (id: string) => modes?.[ids.indexOf(id)] as 0 | 1;
          const rebuilt = buildNetwork({ ids, modeOf, ties: ties as never });
          expect(rebuilt).toMatchObject({
            network: sample,
            cleaning: { selfLoops: 0, sameMode: 0, parallelsMerged: 0 },
          });
        }
      }),
    );
  });

  test('gives the same samples for the same seed, and leaves the given network as it is', () => {
    const { network } = statesOf(fixedMargins[3] as Margins);
    const before = stateOf(network);
    const states = (seed: number) =>
      Array.from(curveball(network, { samples: 9, random: seeded(seed) }), stateOf);
    expect(states(4)).toEqual(states(4));
    expect(states(4)).not.toEqual(states(5));
    expect(stateOf(network)).toBe(before);
  });

  test('is refused for a one-mode network', () => {
    const { network } = buildNetwork({ ids: ['a', 'b'], ties: [['a', 'b', 1]] });
    expect(() => [...curveball(network, { samples: 1, random: seeded(1) })]).toThrow(
      new RangeError('curveball needs a two-mode network, and this one has one mode'),
    );
  });
});

describe('a figure against chance', () => {
  const margins = fixedMargins[3] as Margins;
  const { all } = statesOf(margins);
  const exact = all.map((matrix) => shared(ofMatrix(matrix)));
  const mean = exact.reduce((sum, value) => sum + value, 0) / exact.length;
  const sd = Math.sqrt(exact.reduce((sum, value) => sum + (value - mean) ** 2, 0) / exact.length);

  test('has the mean, the deviation and the share that all networks of its degrees have', () => {
    const most = all.find((_, state) => exact[state] === Math.max(...exact)) as Matrix;
    const found = againstChance(ofMatrix(most), shared, { samples: 4000, seed: 2 });
    const atLeast = exact.filter((value) => value === Math.max(...exact)).length / exact.length;
    expect(found.observed).toBe(Math.max(...exact));
    expect(found.mean).toBeCloseTo(mean, 1);
    expect(found.sd).toBeCloseTo(sd, 1);
    expect(Math.abs(found.shareAtLeast - atLeast)).toBeLessThan(0.03);
    expect(found.z).toBe((found.observed - found.mean) / found.sd);
    expect(found).toMatchObject({ low: 0, high: 2, defined: 4000, samples: 4000, seed: 2 });
  });

  test('is the same for the same seed', () => {
    const network = ofMatrix(all[0] as Matrix);
    expect(againstChance(network, shared)).toEqual(againstChance(network, shared));
    expect(againstChance(network, shared)).toMatchObject({ samples: 1000, seed: 1 });
  });

  test('has no z where the degrees leave no choice of it', () => {
    const { network } = statesOf(fixedMargins[2] as Margins);
    expect(againstChance(network, shared, { samples: 50 })).toMatchObject({
      observed: 0,
      mean: 0,
      sd: 0,
      z: Number.NaN,
      shareAtLeast: 1,
    });
  });

  test('leaves out samples in which it is undefined, and is undefined where it is not observed', () => {
    const network = ofMatrix(all[0] as Matrix);
    const ifShared = (sample: SimpleNetwork) => shared(sample) || Number.NaN;
    const found = againstChance(network, ifShared, { samples: 400 });
    expect(found.defined).toBeGreaterThan(0);
    expect(found.defined).toBeLessThan(400);
    expect(found.low).toBe(1);
    const never = againstChance(network, () => Number.NaN, { samples: 10 });
    expect(never).toMatchObject({
      observed: Number.NaN,
      z: Number.NaN,
      shareAtLeast: Number.NaN,
      defined: 0,
    });
  });

  test('is taken without weights, as the samples have none', () => {
    const network = ofMatrix(all[0] as Matrix);
    const heavy = { ...network, weights: network.weights.map(() => 7) };
    const weight = ({ weights }: SimpleNetwork) => weights.reduce((sum, value) => sum + value, 0);
    expect(againstChance(heavy, weight, { samples: 5 })).toMatchObject({ observed: 2 * 9, mean: 2 * 9 });
  });
});
