import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, connectedClasses, numberedBySize } from '../../src/network/partitions.js';
import { buildNetwork, type RawTie } from '../../src/network/simple-network.js';
import { read } from './measures/communities-vectors.js';

interface Compared {
  readonly a: number[];
  readonly b: number[];
  readonly nmiArithmetic: number;
  readonly nmiMax: number;
  readonly ari: number;
}
const { labelComparison } = read<{ measures: { labelComparison: Compared[] } }>('misc').measures;

const labels = (length: number) => fc.array(fc.nat({ max: 5 }), { minLength: length, maxLength: length });
const twoDivisions = fc
  .integer({ min: 1, max: 12 })
  .chain((length) => fc.tuple(labels(length), labels(length)));

describe('the agreement of two divisions', () => {
  test.each(labelComparison)(
    'of $a and $b is that of scikit-learn',
    ({ a, b, nmiArithmetic, nmiMax, ari }) => {
      const found = agreementOf(a, b);
      expect(found.nmiArithmetic).toBeCloseTo(nmiArithmetic, 10);
      expect(found.nmiMax).toBeCloseTo(nmiMax, 10);
      expect(found.ari).toBeCloseTo(ari, 10);
    },
  );

  test('by the geometric mean is 0 where one of them does not divide, 1 where neither does', () => {
    expect(agreementOf([0, 0, 0, 0], [0, 1, 2, 3]).nmiGeometric).toBe(0);
    expect(agreementOf([0, 0, 0, 0], [2, 2, 2, 2]).nmiGeometric).toBe(1);
  });

  test('is 1 of things each alone, and undefined of nothing', () => {
    expect(agreementOf([0, 1, 2], [2, 0, 1])).toEqual({
      nmiArithmetic: expect.closeTo(1, 12),
      nmiMax: expect.closeTo(1, 12),
      nmiGeometric: expect.closeTo(1, 12),
      ari: 1,
    });
    expect(Object.values(agreementOf([], []))).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  test('of divisions of different numbers of things is refused', () => {
    expect(() => agreementOf([0, 1], [0])).toThrow(new RangeError('divisions of 2 and of 1 things'));
  });

  test('does not depend on which comes first, nor on the names of the classes', () => {
    fc.assert(
      fc.property(twoDivisions, ([a, b]) => {
        const found = agreementOf(a, b);
        const turned = agreementOf(
          b.map((label) => 7 - label),
          a.map((label) => 3 * label),
        );
        for (const name of ['nmiArithmetic', 'nmiMax', 'nmiGeometric', 'ari'] as const)
          expect(turned[name]).toBeCloseTo(found[name], 10);
        expect(agreementOf(a, a).ari).toBe(1);
      }),
    );
  });

  test('is the corrected share of pairs on which both agree', () => {
    fc.assert(
      fc.property(twoDivisions, ([a, b]) => {
        const pairs = a.flatMap((_, i) => a.slice(0, i).map((__, j) => [i, j] as const));
        const together = (labels: number[]) => pairs.filter(([i, j]) => labels[i] === labels[j]).length;
        const both = pairs.filter(([i, j]) => a[i] === a[j] && b[i] === b[j]).length;
        const expected = (together(a) * together(b)) / pairs.length;
        const most = (together(a) + together(b)) / 2;
        fc.pre(pairs.length > 0 && most !== expected);
        expect(agreementOf(a, b).ari).toBeCloseTo((both - expected) / (most - expected), 10);
      }),
    );
  });
});

describe('the classes of a division', () => {
  test('are numbered by size, then by their first member', () => {
    expect([...numberedBySize([9, 4, 4, 7, 9, 2, 4])]).toEqual([1, 0, 0, 2, 1, 3, 0]);
  });

  test('that do not hang together are split', () => {
    const ties: RawTie[] = [
      ['a', 'b', 1],
      ['b', 'c', 1],
      ['c', 'd', 1],
      ['e', 'f', 1],
    ];
    const { network } = buildNetwork({ ids: [...'abcdefg'], ties });
    expect([...connectedClasses(network, [5, 5, 8, 5, 5, 5, 5])]).toEqual([0, 0, 1, 2, 3, 3, 4]);
  });
});
