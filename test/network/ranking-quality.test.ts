import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankingQuality, roundedScore, type Scored } from '../../src/network/ranking-quality.js';
import { expectAgreement, misc } from './measures/two-mode-vectors.js';

/** A reference ranking: rows of score, whether it came true, and id. */
interface Reference {
  readonly scored: ReadonlyArray<readonly [number, number, string]>;
  readonly value: Readonly<Record<string, number>>;
}

const few = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 2, maxLength: 7 });
const mixed = few.filter((scored) => new Set(scored.map(([, cameTrue]) => cameTrue)).size === 2);

/** All orders of a list. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe('the quality of a ranking', () => {
  test('is that of the reference', () => {
    const { scored, value } = misc().measures.ranking as unknown as Reference;
    const inOrder = scored.toSorted(([, , a], [, , b]) => (a < b ? -1 : 1));
    const quality = rankingQuality(
      inOrder.map(([score, cameTrue]) => [score, cameTrue === 1] as const),
      [1, 2, 3, 5],
    );
    expectAgreement(quality, value, 1e-9);
  });

  test('is 1 for a perfect ranking and 0 for its reverse, whatever the scores are', () => {
    const perfect: Scored[] = [
      [9, true],
      [8, true],
      [-1, false],
    ];
    expect(rankingQuality(perfect, [2])).toMatchObject({
      auc: 1,
      precisionAt2_idTies: 1,
      averagePrecision_idTies: 1,
    });
    const reverse = perfect.map(([score, cameTrue]): Scored => [-score, cameTrue]);
    expect(rankingQuality(reverse, [1])).toMatchObject({ auc: 0, precisionAt1_idTies: 0 });
  });

  test('has no more to tell than the counts when none came true, or all did, or there are none', () => {
    expect(rankingQuality([[1, false]])).toEqual({ positives: 0, candidates: 1, auc: null });
    expect(rankingQuality([[1, true]])).toEqual({ positives: 1, candidates: 1, auc: null });
    expect(rankingQuality([])).toEqual({ positives: 0, candidates: 0, auc: null });
  });

  test('has no precision among more than there are', () => {
    const quality = rankingQuality(
      [
        [1, false],
        [2, true],
      ],
      [2, 3],
    );
    expect([quality.precisionAt2_idTies, quality.precisionAt3_idTies, quality.precisionAt3_expected]).toEqual(
      [0.5, null, null],
    );
  });

  test('takes scores for tied that differ by a rounding error only', () => {
    const scored: Scored[] = [
      [0.1 + 0.2, true],
      [0.3, false],
    ];
    expect(rankingQuality(scored, [1])).toMatchObject({
      auc: 0.5,
      precisionAt1_expected: 0.5,
      precisionAt1_idTies: 1,
    });
    expect([roundedScore(0.1 + 0.2), roundedScore(12_345_678_901_234)]).toEqual([0.3, 12_345_678_901_234]);
  });

  test('is, as auc, the share of pairs that are in the right order, ties half', () => {
    fc.assert(
      fc.property(mixed, (scored) => {
        const wins = scored
          .filter(([, cameTrue]) => cameTrue)
          .flatMap(([high]) =>
            scored.filter(([, t]) => !t).map(([low]) => (high > low ? 1 : high === low ? 0.5 : 0)),
          );
        const expected = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
        expect(rankingQuality(scored).auc).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('is, as expected precision, the mean over all orders of the tied', () => {
    fc.assert(
      fc.property(
        mixed.filter(({ length }) => length < 7),
        fc.integer({ min: 1, max: 4 }),
        (scored, depth) => {
          fc.pre(depth <= scored.length);
          const precisions = orders(scored)
            .filter((order) => order.every(([score], at) => at === 0 || score <= (order[at - 1]?.[0] ?? 0)))
            .map((order) => order.slice(0, depth).filter(([, cameTrue]) => cameTrue).length / depth);
          const mean = precisions.reduce((sum, precision) => sum + precision, 0) / precisions.length;
          expect(rankingQuality(scored, [depth])[`precisionAt${depth}_expected`]).toBeCloseTo(mean, 12);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('breaks ties by the order in which candidates come', () => {
    fc.assert(
      fc.property(mixed, (scored) => {
        const order = scored
          .map((candidate, at) => [...candidate, at] as const)
          .sort((a, b) => b[0] - a[0] || a[2] - b[2]);
        const hits = order.flatMap(([, cameTrue], at) => (cameTrue ? [at + 1] : []));
        const average = hits.reduce((sum, rank, at) => sum + (at + 1) / rank, 0) / hits.length;
        const quality = rankingQuality(scored, [2]);
        expect(quality.averagePrecision_idTies).toBeCloseTo(average, 12);
        expect(quality.precisionAt2_idTies).toBe(hits.filter((rank) => rank <= 2).length / 2);
      }),
    );
  });
});
