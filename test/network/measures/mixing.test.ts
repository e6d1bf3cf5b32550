import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeasureInput } from '../../../src/network/measure.js';
import { MIXING, numericAssortativity } from '../../../src/network/measures/mixing.js';
import { describeAgreement, jsonOf, named } from './agreement.js';
import { differences } from './group-vectors.js';
import { drawn, inputOfDrawn, relabelled, renamed, table } from './random-networks.js';

const [MATRIX, NOMINAL, ALTERS] = ['mixingMatrix', 'assortativityNominal', 'alterDiversity'].map((id) =>
  named(MIXING, id),
) as [(typeof MIXING)[number], (typeof MIXING)[number], (typeof MIXING)[number]];
const WEALTH = numericAssortativity('wealth');

// Edge cases without ties have no assortativity.
describeAgreement([MATRIX, ALTERS], 2 * (3 + 1 + 8));
describeAgreement([NOMINAL], 3 + 1 + 6);
describeAgreement([WEALTH], 1);

it('needs groups, or the number', () => {
  const input = { ...inputOfDrawn({ ids: ['a'], groups: [], ties: [] }), groups: null };
  for (const measure of MIXING) expect(measure.compute(input, {})).toBeNull();
  expect(WEALTH.compute(input, {})).toBeNull();
  expect(WEALTH.compute({ ...input, numbers: { wealth: Float64Array.of(Number.NaN) } }, {})).toBeNull();
});

describe('of any network', () => {
  it('is what its table of ties says', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const input = inputOfDrawn(network);
        expect(jsonOf(MATRIX, input)).toEqual(slowMatrix(input));
        const of = input.groups?.of ?? new Int32Array();
        const ends = endsOf(input).filter(([a, b]) => of[a] !== -1 && of[b] !== -1);
        expect(differences(jsonOf(NOMINAL, input), slowNominal(ends, of), 1e-9)).toEqual([]);
      }),
    );
  });

  it('correlates numbers over both directions of each tie', () => {
    const numbers = fc.array(fc.constantFrom(0.1, 0.2, 0.7, 30, Number.NaN), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(drawn, numbers, (network, values) => {
        const plain = inputOfDrawn(network);
        const wealth = Float64Array.from(plain.network.ids, (_, node) => values[node] ?? Number.NaN);
        const input = { ...plain, numbers: { wealth } };
        if (wealth.every(Number.isNaN)) return expect(WEALTH.compute(input, {})).toBeNull();
        const pairs = endsOf(input)
          .map(([a, b]) => [wealth[a] as number, wealth[b] as number] as const)
          .filter(([x, y]) => !Number.isNaN(x + y));
        expect(differences(jsonOf(WEALTH, input), slowPearson(pairs), 1e-9)).toEqual([]);
      }),
    );
  });

  it('is the same under other names', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const [input, other] = [inputOfDrawn(network), inputOfDrawn(relabelled(network))];
        expect(jsonOf(MATRIX, other)).toEqual(jsonOf(MATRIX, input));
        expect(jsonOf(NOMINAL, other)).toEqual(jsonOf(NOMINAL, input));
        const alters = Object.entries(jsonOf(ALTERS, input) as object).map(([id, value]) => [
          renamed(id),
          value,
        ]);
        expect(differences(jsonOf(ALTERS, other), Object.fromEntries(alters), 1e-9)).toEqual([]);
      }),
    );
  });
});

it('counts the groups of partners alone, and only partners that have one', () => {
  const ties = [
    ['a', 'b', 5],
    ['a', 'c', 1],
    ['a', 'd', 1],
  ] as const;
  const input = inputOfDrawn({ ids: ['a', 'b', 'c', 'd'], groups: ['x', 'y', 'z', undefined], ties });
  expect(jsonOf(ALTERS, input)).toEqual({
    a: { categoriesReached: 2, blau: 0.5, shannonNat: Math.LN2 },
    b: { categoriesReached: 1, blau: 0, shannonNat: 0 },
    c: { categoriesReached: 1, blau: 0, shannonNat: 0 },
    d: { categoriesReached: 1, blau: 0, shannonNat: 0 },
  });
});

it('takes equal numbers for no variance, whatever the rounding of their mean', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const ties = ids.slice(1).map((id) => ['a', id, 1] as const);
  const input = {
    ...inputOfDrawn({ ids, groups: [], ties }),
    numbers: { wealth: new Float64Array(4).fill(0.1) },
  };
  expect(jsonOf(WEALTH, input)).toBeNull();
});

/** Both directions of each tie. */
function endsOf(input: MeasureInput): Array<readonly [number, number]> {
  return table(input).flatMap((row, a) => row.flatMap((weight, b) => (weight > 0 ? [[a, b] as const] : [])));
}

function slowMatrix(input: MeasureInput) {
  const { categories, of } = input.groups ?? { categories: [], of: new Int32Array() };
  const sorted = [...categories].sort();
  const nameOf = (node: number) => categories[of[node] as number];
  const cells = (weighted: boolean) =>
    Object.fromEntries(
      sorted.map((from) => [
        from,
        Object.fromEntries(
          sorted.map((to) => [
            to,
            table(input)
              .flatMap((row, a) => row.map((weight, b) => ({ a, b, weight })))
              .filter(({ a, b }) => nameOf(a) === from && nameOf(b) === to && (from !== to || a < b))
              .reduce((sum, { weight }) => sum + (weighted ? weight : Math.sign(weight)), 0),
          ]),
        ),
      ]),
    );
  return { categories: sorted, edgeCounts: cells(false), weightSums: cells(true) };
}

function slowNominal(ends: ReadonlyArray<readonly [number, number]>, of: Int32Array): number | null {
  const groups = [...new Set(of)];
  const share = (wanted: (end: readonly [number, number]) => boolean) =>
    ends.filter(wanted).length / ends.length;
  const trace = share(([a, b]) => of[a] === of[b]);
  const squares = groups.reduce((sum, group) => sum + share(([a]) => of[a] === group) ** 2, 0);
  const touched = new Set(ends.map(([a]) => of[a]));
  return touched.size < 2 ? null : (trace - squares) / (1 - squares);
}

function slowPearson(pairs: ReadonlyArray<readonly [number, number]>): number | null {
  if (new Set(pairs.map(([x]) => x)).size < 2) return null;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y, xx, xy] = [
    mean(pairs.map(([a]) => a)),
    mean(pairs.map(([, b]) => b)),
    mean(pairs.map(([a]) => a * a)),
    mean(pairs.map(([a, b]) => a * b)),
  ];
  return (xy - x * y) / (xx - x * x);
}
