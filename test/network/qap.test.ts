import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { qapCorrelation } from '../../src/network/qap.js';
import { buildNetwork, type RawTie, type SimpleNetwork, tiesOf } from '../../src/network/simple-network.js';

const letters = [...'abcdef'];
const networkOf = (ties: readonly RawTie[], directed = false) =>
  buildNetwork({ ids: letters, ties, directed }).network;
const ofPairs = (pairs: string, directed = false) =>
  networkOf(
    pairs.split(' ').map((pair): RawTie => [pair.slice(0, 1), pair.slice(1, 2), Number(pair.slice(2) || 1)]),
    directed,
  );

/** The matrix of a network, and Pearson's r of two off their diagonals. */
function matrixOf(network: SimpleNetwork, weighted: boolean): number[][] {
  const matrix = network.ids.map(() => network.ids.map(() => 0));
  for (const [from, to, weight] of tiesOf(network)) {
    (matrix[from] as number[])[to] = weighted ? weight : 1;
    if (!network.directed) (matrix[to] as number[])[from] = weighted ? weight : 1;
  }
  return matrix;
}

function naive(a: number[][], b: number[][], order: readonly number[]): number {
  const cells = order.flatMap((p, i) =>
    order.flatMap((q, j) => (i === j ? [] : [[a[i]?.[j] ?? 0, b[p]?.[q] ?? 0] as const])),
  );
  const mean = (of: (cell: readonly [number, number]) => number) =>
    cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  const [x, y] = [mean(([one]) => one), mean(([, other]) => other)];
  const covariance = mean(([one, other]) => (one - x) * (other - y));
  return covariance / Math.sqrt(mean(([one]) => (one - x) ** 2) * mean(([, other]) => (other - y) ** 2));
}

const orders = (of: readonly number[]): number[][] =>
  of.length === 0
    ? [[]]
    : of.flatMap((first) => orders(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));
const asGiven = [...letters.keys()];

describe('QAP correlation', () => {
  test.each([
    ['undirected', ofPairs('ab bc cd de ef fa ac'), ofPairs('ab bc ca de ef'), false],
    ['weighted', ofPairs('ab5 bc1 cd2 de4 ef1'), ofPairs('ab3 bc1 ca1 de2'), true],
    ['directed', ofPairs('ab bc cd da ef fe ac', true), ofPairs('ab bc ca de ef', true), false],
  ])('of %s networks has the p of all 720 permutations', (_, a, b, weighted) => {
    const [one, other] = [matrixOf(a, weighted), matrixOf(b, weighted)];
    const r = naive(one, other, asGiven);
    const exact = orders(asGiven).map((order) => naive(one, other, order));
    const share = (of: number[]) => of.length / exact.length;
    const found = qapCorrelation(a, b, { weighted, permutations: 20_000, seed: 3 });
    expect(found.r).toBeCloseTo(r, 10);
    expect(found.mean).toBeCloseTo(0, 1);
    const [atLeast, atMost] = [
      share(exact.filter((x) => x > r - 1e-9)),
      share(exact.filter((x) => x < r + 1e-9)),
    ];
    // Four standard errors of a share of 20,000 are at most 0.0142.
    expect(Math.abs(found.pAtLeast - atLeast)).toBeLessThan(0.0142);
    expect(Math.abs(found.pAtMost - atMost)).toBeLessThan(0.0142);
    expect(found.low).toBeGreaterThanOrEqual(Math.min(...exact) - 1e-9);
    expect(found.high).toBeLessThanOrEqual(Math.max(...exact) + 1e-9);
  });

  test('is the correlation of the cells of both matrices, the same whichever comes first', () => {
    const tie = fc.tuple(
      fc.constantFrom(...letters),
      fc.constantFrom(...letters),
      fc.integer({ min: 1, max: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(tie, { minLength: 1 }),
        fc.array(tie, { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (some, others, weighted, directed) => {
          const [a, b] = [networkOf(some, directed), networkOf(others, directed)];
          const r = naive(matrixOf(a, weighted), matrixOf(b, weighted), asGiven);
          fc.pre(Number.isFinite(r));
          expect(qapCorrelation(a, b, { weighted, permutations: 3 }).r).toBeCloseTo(r, 10);
          expect(qapCorrelation(b, a, { weighted, permutations: 3 }).r).toBeCloseTo(r, 10);
        },
      ),
    );
  });

  test('of a network with itself is 1, with a p that is never 0', () => {
    const network = ofPairs('ab bc cd de ef ac ad');
    expect(qapCorrelation(network, network, { permutations: 9 })).toMatchObject({
      r: expect.closeTo(1, 12),
      pAtMost: 1,
    });
    expect(qapCorrelation(network, network, { permutations: 9 }).pAtLeast).toBeGreaterThanOrEqual(0.1);
  });

  test('is the same for the same seed, which it names', () => {
    const [a, b] = [ofPairs('ab bc cd de'), ofPairs('ab bc ca')];
    expect(qapCorrelation(a, b, { seed: 4 })).toEqual(qapCorrelation(a, b, { seed: 4 }));
    expect(qapCorrelation(a, b, { seed: 4 })).not.toEqual(qapCorrelation(a, b, { seed: 5 }));
    expect(qapCorrelation(a, b)).toMatchObject({ seed: 1, permutations: 1000 });
  });

  test.each([
    ['without ties', []],
    ['with all ties', letters.flatMap((a) => letters.map((b): RawTie => [a, b, 0.1]))],
  ])('with a network %s is undefined', (_, ties) => {
    expect(qapCorrelation(networkOf(ties), ofPairs('ab'), { weighted: true, permutations: 5 })).toMatchObject(
      {
        r: Number.NaN,
        mean: Number.NaN,
        pAtLeast: Number.NaN,
        pAtMost: Number.NaN,
      },
    );
  });

  test('of networks on other nodes, or one of them directed, is refused', () => {
    const build = (ids: string) => buildNetwork({ ids: [...ids], ties: [] }).network;
    const refusal = (a: SimpleNetwork, b: SimpleNetwork) => () => qapCorrelation(a, b);
    expect(refusal(build('abc'), build('abd'))).toThrow('other nodes: c of the first is d in the second');
    expect(refusal(build('ab'), build('abc'))).toThrow(
      'other nodes: nothing of the first is c in the second',
    );
    expect(refusal(build('abc'), build('ab'))).toThrow(
      'other nodes: c of the first is nothing in the second',
    );
    expect(refusal(ofPairs('ab'), ofPairs('ab', true))).toThrow(
      'one of the networks is directed, the other is not',
    );
  });
});
