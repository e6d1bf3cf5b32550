import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeasureInput } from '../../../src/network/measure.js';
import { information, sizeOf } from '../../../src/network/measures/helix-information.js';
import {
  N_HELIX_INFORMATION,
  programsNeeded,
  subsetsOf,
  tally,
} from '../../../src/network/measures/n-helix.js';
import {
  type NHelixPermutation,
  nHelixPermutation,
} from '../../../src/network/measures/n-helix-permutation.js';
import { ACTOR, buildNetwork, INITIATIVE } from '../../../src/network/simple-network.js';
import { describeAgreement, jsonOf } from './agreement.js';
import { differences, groupsOf, readFixture, vectorCases } from './group-vectors.js';

describeAgreement([N_HELIX_INFORMATION], 1);

const misc = readFixture('misc').measures;
const patternOf = (row: readonly number[]) =>
  row.reduce((pattern, bit, place) => pattern | (bit << place), 0);

it.each(Object.entries(misc.nHelix as Record<string, { rows: number[][]; T: number; R: number }>))(
  'gives T and R of %s',
  (_, { rows, T, R }) => {
    const dimensions = rows[0]?.length ?? 0;
    const found = information(tally(rows.map(patternOf), dimensions), dimensions);
    expect(found.T.at(-1)).toBeCloseTo(T, 9);
    expect(found.R.at(-1)).toBeCloseTo(R, 9);
  },
);

it('gives the published kind of table of three', () => {
  const { counts: table, T_bits, T_mbits, T_uv, T_uw, T_vw, H_uvw } = misc.nHelixTable3;
  const counts = new Float64Array(8);
  for (const [pattern, count] of Object.entries(table))
    counts[patternOf([...pattern].map(Number))] = count as number;
  const { H, T } = information(counts, 3);
  const [u, v, w] = [1, 2, 4];
  expect(
    differences(
      [T[u | v | w], 1000 * (T[u | v | w] ?? 0), T[u | v], T[u | w], T[v | w], H[u | v | w]],
      [T_bits, T_mbits, T_uv, T_uw, T_vw, H_uvw],
      1e-9,
    ),
  ).toEqual([]);
});

describe('of any counts', () => {
  const someCounts = fc
    .integer({ min: 1, max: 5 })
    .chain((dimensions) => fc.array(fc.nat(6), { minLength: 2 ** dimensions, maxLength: 2 ** dimensions }))
    .filter((counts) => counts.some((count) => count > 0));

  it('is what recursive conditioning gives: T(S, x) = T(S) − T(S | x)', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const dimensions = Math.log2(counts.length);
        const { H, T, R } = information(counts, dimensions);
        for (let set = 1; set < counts.length; set++) {
          expect(T[set]).toBeCloseTo(slowT(counts, set), 9);
          expect(R[set]).toBeCloseTo(
            [1, 3, 5].includes(sizeOf(set)) ? (T[set] as number) : -(T[set] as number),
            12,
          );
          expect(H[set]).toBeLessThanOrEqual(sizeOf(set) + 1e-9);
          if (sizeOf(set) === 2) expect(T[set]).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });
});

it('is undefined of nothing', () => {
  const { H, T, R } = information(new Float64Array(4), 2);
  for (const values of [H, T, R]) expect([...values].every(Number.isNaN)).toBe(true);
});

describe('the measure', () => {
  it('needs two modes, groups, and not more than six of them', () => {
    const input = twoMode(['ab']);
    expect(N_HELIX_INFORMATION.compute({ ...input, groups: null }, {})).toBeNull();
    expect(
      N_HELIX_INFORMATION.compute({ ...input, network: { ...input.network, modes: null } }, {}),
    ).toBeNull();
    expect(N_HELIX_INFORMATION.compute(twoMode(['abcdef']), {})).not.toBeNull();
    expect(N_HELIX_INFORMATION.compute(twoMode(['abcdefg']), {})).toBeNull();
  });

  it('counts programs that have a participant with a group', () => {
    expect(jsonOf(N_HELIX_INFORMATION, twoMode(['ab', 'a', '', '?', 'b?']))).toMatchObject({
      nProgrammes: 3,
    });
  });

  it('has no values where there is no program', () => {
    expect(jsonOf(N_HELIX_INFORMATION, twoMode([''], ['a', 'b']))).toEqual({
      units: 'bits',
      nProgrammes: 0,
      subsets: { a: { H: null, T: null }, b: { H: null, T: null }, 'a+b': { H: null, T: null, R: null } },
    });
  });

  it('names the sets of helixes small ones first, each in the order of the helixes', () => {
    expect(subsetsOf(['a', 'b', 'c']).map(([name]) => name)).toEqual([
      'a',
      'b',
      'c',
      'a+b',
      'a+c',
      'b+c',
      'a+b+c',
    ]);
    const hexa12 = vectorCases().find(({ name }) => name === 'hexa12')?.input as MeasureInput;
    const { subsets } = readFixture('hexa12').measures.nHelixInformation;
    const found = jsonOf(N_HELIX_INFORMATION, hexa12) as { subsets: object };
    expect(Object.keys(found.subsets)).toEqual(Object.keys(subsets));
  });

  it('asks for five programs a cell', () => expect([2, 3, 6].map(programsNeeded)).toEqual([20, 40, 320]));
});

describe('the permutation interval', () => {
  // Seven programs: a in the first four, b in the first three and the fifth.
  const programs = ['ab', 'ab', 'ab', 'a', 'b', 'c', 'c'];

  it('holds 95% of all ways to deal the helixes out', () => {
    const found = nHelixPermutation(twoMode(programs), { permutations: 5000, seed: 7 });
    const { low, high } = found?.T['a+b'] ?? { low: Number.NaN, high: Number.NaN };
    const all = transmissionsOfPairs(7, 4, 4);
    const share = (within: (T: number) => boolean) => all.filter(within).length / all.length;
    // T of two with these margins takes few values, and the quantiles fall on them.
    expect(all.some((T) => Math.abs(T - low) < 1e-9) && all.some((T) => Math.abs(T - high) < 1e-9)).toBe(
      true,
    );
    expect(share((T) => T < low - 1e-9)).toBeLessThan(0.025);
    expect(share((T) => T <= low + 1e-9)).toBeGreaterThan(0.025);
    expect(share((T) => T > high + 1e-9)).toBeLessThan(0.025);
    expect(share((T) => T >= high - 1e-9)).toBeGreaterThan(0.025);
  });

  it('leaves out what goes together more than by chance', () => {
    const input = twoMode([...new Array(20).fill('ab'), ...new Array(20).fill('c')]);
    const { T, nProgrammes } = nHelixPermutation(input, { permutations: 200, seed: 1 }) as NHelixPermutation;
    const { subsets } = jsonOf(N_HELIX_INFORMATION, input) as { subsets: Record<string, { T: number }> };
    expect(nProgrammes).toBe(40);
    expect(subsets['a+b']?.T).toBeCloseTo(1, 9);
    expect(T['a+b']?.high).toBeLessThan(0.5);
    expect(Object.keys(T)).toEqual(['a+b', 'a+c', 'b+c', 'a+b+c']);
  });

  it('is the same for the same seed', () => {
    const run = (seed: number) => nHelixPermutation(twoMode(programs), { permutations: 20, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).toMatchObject({ permutations: 20, seed: 1 });
  });

  it('is missing where there are no groups or programs, and refuses no permutations', () => {
    const options = { permutations: 10, seed: 1 };
    expect(nHelixPermutation({ ...twoMode(programs), groups: null }, options)).toBeNull();
    expect(nHelixPermutation(twoMode([''], ['a']), options)).toBeNull();
    expect(() => nHelixPermutation(twoMode(programs), { permutations: 0, seed: 1 })).toThrow(RangeError);
  });
});

/** Programs by their participants, each a letter that is also its group; `?` has none. */
function twoMode(programs: readonly string[], others: readonly string[] = []): MeasureInput {
  const ties = programs.flatMap((letters, program) =>
    [...letters].map((actor) => [actor, `P${program}`, 1] as const),
  );
  const initiatives = programs.map((_, program) => `P${program}`);
  const { network } = buildNetwork({
    ids: [...new Set(ties.map(([actor]) => actor)), ...others, ...initiatives],
    ties,
    modeOf: (id) => (id.startsWith('P') ? INITIATIVE : ACTOR),
  });
  const groups = groupsOf(network.ids, (id) => (id.startsWith('P') || id === '?' ? undefined : id));
  return { network, groups, numbers: {}, intervals: null };
}

/** T of two, of which one is present in the first `a` of n and the other in any `b` of them: every choice. */
function transmissionsOfPairs(n: number, a: number, b: number): number[] {
  const choices = Array.from({ length: 2 ** n }, (_, set) => set).filter((set) => sizeOf(set) === b);
  return choices.map((set) => {
    const patterns = Array.from({ length: n }, (_, row) => (row < a ? 1 : 0) | (((set >> row) & 1) << 1));
    return slowT(tally(patterns, 2), 3);
  });
}

/** Co-information by recursion on its last member: what the others share, less what they share once it is known. */
function slowT(counts: ArrayLike<number>, set: number): number {
  const all = Array.from(counts);
  const total = all.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const last = 1 << (31 - Math.clz32(set));
  if (set === last) {
    const p = all.reduce((sum, count, pattern) => sum + (pattern & last ? count : 0), 0) / total;
    return [p, 1 - p].reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
  }
  const rest = set ^ last;
  const given = [0, last].map((value) =>
    all.map((count, pattern) => ((pattern & last) === value ? count : 0)),
  );
  const conditional = given.reduce(
    (sum, some) => sum + (some.reduce((so, count) => so + count, 0) / total) * slowT(some, rest),
    0,
  );
  return slowT(counts, rest) - conditional;
}
