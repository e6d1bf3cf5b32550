import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brandes } from '../../src/network/brandes.js';
import { brandesWeighted } from '../../src/network/brandes-weighted.js';
import { lengthsOf } from '../../src/network/lengths.js';
import { addTotals, noTotals, type PathTotals } from '../../src/network/path-totals.js';
import { seeded } from '../../src/network/random.js';
import {
  keepTotals,
  type PathPlan,
  pathTotals,
  sourcesOf,
  totalsFrom,
} from '../../src/network/shortest-paths.js';
import { buildNetwork, type RawTie, type SimpleNetwork } from '../../src/network/simple-network.js';
import { drawn, inputOfDrawn, relabelled, renamed, table } from './measures/random-networks.js';

const HOPS: PathPlan = { weighted: false, pivots: null, seed: 1 };
const WEIGHTED: PathPlan = { ...HOPS, weighted: true };

const close = (found: Iterable<number>, expected: Iterable<number>) => {
  const [a, b] = [[...found], [...expected]];
  expect(a.length).toBe(b.length);
  for (const [node, value] of a.entries()) expect(value).toBeCloseTo(b[node] as number, 9);
};

/** Totals of all sources by definition: every pair with every node in between. Lengths are whole, 0 for no tie. */
function byDefinition(lengths: readonly number[][]) {
  const all = [...lengths.keys()];
  const cell = (rows: readonly number[][], a: number, b: number) => rows[a]?.[b] as number;
  const distance = all.map((a) => all.map((b) => (a === b ? 0 : cell(lengths, a, b) || Infinity)));
  for (const between of all)
    for (const a of all)
      for (const b of all)
        (distance[a] as number[])[b] = Math.min(
          cell(distance, a, b),
          cell(distance, a, between) + cell(distance, between, b),
        );
  const paths = (a: number, b: number): number =>
    a === b
      ? 1
      : all
          .filter((last) => cell(lengths, last, b) > 0)
          .filter((last) => cell(distance, a, last) + cell(lengths, last, b) === cell(distance, a, b))
          .reduce((sum, last) => sum + paths(a, last), 0);
  const pairs = all.flatMap((a) =>
    all.filter((b) => a !== b && cell(distance, a, b) < Infinity).map((b) => [a, b] as const),
  );
  const share = (node: number, a: number, b: number) =>
    node !== a && node !== b && cell(distance, a, node) + cell(distance, node, b) === cell(distance, a, b)
      ? (paths(a, node) * paths(node, b)) / paths(a, b)
      : 0;
  const total = (of: (node: number, a: number, b: number) => number) =>
    all.map((node) => pairs.reduce((sum, [a, b]) => sum + of(node, a, b), 0));
  const from = (of: (far: number) => number) =>
    total((node, a, b) => (a === node ? of(cell(distance, a, b)) : 0));
  return {
    betweenness: total(share),
    count: from(() => 1),
    sum: from((far) => far),
    reciprocals: from((far) => 1 / far),
    countTo: total((node, _, b) => (b === node ? 1 : 0)),
    sumTo: total((node, a, b) => (b === node ? cell(distance, a, b) : 0)),
    farthest: all.map((node) =>
      Math.max(0, ...pairs.map(([a, b]) => (a === node ? cell(distance, a, b) : 0))),
    ),
  };
}

/** A network of nodes n0, n1, … with ties drawn at random, those drawn twice once. */
function aRandomNetwork(nodes: number, ties: number, weight: 1 | 'drawn' = 1) {
  const random = seeded(nodes + ties);
  const drawBelow = (end: number) => Math.floor(random() * end);
  const pairs = Array.from({ length: ties }, () => [drawBelow(nodes), drawBelow(nodes)].sort().join(' n'));
  return buildNetwork({
    ids: Array.from({ length: nodes }, (_, index) => `n${index}`),
    ties: Array.from(new Set(pairs), (pair): RawTie => {
      const [from, to] = `n${pair}`.split(' ') as [string, string];
      return [from, to, weight === 1 ? 1 : 1 + drawBelow(4)];
    }),
  }).network;
}

function aChain(nodes: number): SimpleNetwork {
  const ids = Array.from({ length: nodes }, (_, index) => `n${String(index).padStart(6, '0')}`);
  const ties = ids.slice(1).map((id, index): RawTie => [ids[index] as string, id, 1]);
  return buildNetwork({ ids, ties }).network;
}

function agree(
  { betweenness, from, to, farthest }: PathTotals,
  expected: ReturnType<typeof byDefinition>,
): void {
  close(betweenness, expected.betweenness);
  close(from.count, expected.count);
  close(from.sum, expected.sum);
  close(from.reciprocals, expected.reciprocals);
  close(farthest, expected.farthest);
  close(to?.count ?? [], expected.countTo);
  close(to?.sum ?? [], expected.sumTo);
}

describe('the totals of shortest paths', () => {
  test.each([false, true])('are what their definition says, counted in ties (directed: %s)', (directed) => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given, directed);
        const totals = noTotals(input.network, true);
        brandes(input.network, input.network.ids.keys(), totals);
        agree(totals, byDefinition(table(input).map((row) => row.map((weight) => (weight > 0 ? 1 : 0)))));
      }),
    );
  });

  test('are what their definition says where a tie is 1 / weight long', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given);
        const totals = noTotals(input.network, true);
        brandesWeighted(input.network, input.network.ids.keys(), totals);
        const { unit } = lengthsOf(input.network);
        const lengths = table(input).map((row) => row.map((weight) => (weight > 0 ? unit / weight : 0)));
        const { sum, sumTo, reciprocals, farthest, ...rest } = byDefinition(lengths);
        const scaled = (values: readonly number[], by: number) => values.map((value) => value * by);
        agree(totals, {
          ...rest,
          sum: scaled(sum, 1 / unit),
          sumTo: scaled(sumTo, 1 / unit),
          reciprocals: scaled(reciprocals, unit),
          farthest: scaled(farthest, 1 / unit),
        });
      }),
    );
  });

  test('are the same by either search when all weights are 1, in networks sparse and dense', () => {
    for (const ties of [150, 400, 900, 5000]) {
      const network = aRandomNetwork(300, ties);
      const [hops, weighted] = [HOPS, WEIGHTED].map((plan) => pathTotals(network, plan));
      close(hops?.betweenness ?? [], weighted?.betweenness ?? []);
      close(hops?.from.sum ?? [], weighted?.from.sum ?? []);
      close(hops?.farthest ?? [], weighted?.farthest ?? []);
    }
  });

  test('do not depend on the names of the nodes', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (given, weighted) => {
        const of = (input: ReturnType<typeof inputOfDrawn>, name: (id: string) => string) => {
          const { betweenness } = pathTotals(input.network, weighted ? WEIGHTED : HOPS);
          return new Map(input.network.ids.map((id, node) => [name(id), betweenness[node] as number]));
        };
        const one = of(inputOfDrawn(given), renamed);
        const other = of(inputOfDrawn(relabelled(given)), (id) => id);
        for (const [id, value] of one) expect(other.get(id)).toBeCloseTo(value, 9);
      }),
    );
  });

  test('add up from any split of the sources', () => {
    const network = aRandomNetwork(120, 300, 'drawn');
    for (const plan of [HOPS, WEIGHTED, { ...HOPS, pivots: 50 }]) {
      const sources = sourcesOf(network, plan);
      const [first, second] = [sources.subarray(0, 17), sources.subarray(17)];
      const sum = totalsFrom(network, plan, first);
      addTotals(sum, totalsFrom(network, plan, second));
      const whole = pathTotals(network, plan);
      close(sum.betweenness, whole.betweenness);
      close(sum.from.sum, whole.from.sum);
      close(sum.from.reciprocals, whole.from.reciprocals);
      close(sum.to?.count ?? [], whole.to?.count ?? []);
      close(sum.farthest, whole.farthest);
    }
  });

  test('of a long chain are found without recursion', () => {
    const network = aChain(30_000);
    for (const plan of [HOPS, WEIGHTED]) {
      const { betweenness, from, farthest } = totalsFrom(network, plan, [0]);
      expect([farthest[0], from.count[0], from.sum[0]]).toEqual([29_999, 29_999, (29_999 * 30_000) / 2]);
      expect([betweenness[0], betweenness[1], betweenness[29_998], betweenness[29_999]]).toEqual([
        0, 29_998, 1, 0,
      ]);
    }
  });
});

describe('lengths', () => {
  const lengthsFor = (...weights: number[]) => {
    const ids = ['a', ...weights.map((_, index) => `b${index}`)];
    return lengthsOf(
      buildNetwork({ ids, ties: weights.map((weight, index) => ['a', `b${index}`, weight]) }).network,
    );
  };

  test('are whole where weights are, and compared exactly', () => {
    const { lengths, unit, tolerance } = lengthsFor(2, 3, 4);
    expect([[...lengths.slice(0, 3)], unit, tolerance]).toEqual([[6, 4, 3], 12, 0]);
  });

  test('are reciprocals, compared with a tolerance, where weights are not whole or their multiple is out of range', () => {
    expect(lengthsFor(0.5, 2)).toMatchObject({ unit: 1, tolerance: 1e-10 });
    const large = lengthsFor(4_194_301, 4_194_299, 4_194_297);
    expect([large.unit, large.tolerance, large.lengths[0]]).toEqual([1, 1e-10, 1 / 4_194_301]);
  });

  test('keep ways equally long that rounding would tell apart, by whole numbers and by tolerance', () => {
    for (const [half, whole] of [
      [1, 6],
      [3 / 7, 6 / 7],
    ] as const) {
      const times = (count: number, length: number) => new Array(count).fill(length).reduce((a, b) => a + b);
      const steps = (6 * half) / whole;
      expect(times(steps, 1 / half)).not.toBe(times(6, 1 / whole));
      // From a to d by some ties of weight `half`, and by six of weight `whole`.
      const way = (names: string, weight: number): RawTie[] =>
        [...names].slice(1).map((name, place) => [names[place] as string, name, weight]);
      const ties = [...way(steps === 1 ? 'ad' : 'abcd', half), ...way('aefghid', whole)];
      const { network } = buildNetwork({ ids: [...'abcdefghi'], ties });
      const { betweenness } = totalsFrom(network, WEIGHTED, [0]);
      expect(betweenness[network.ids.indexOf('i')]).toBe(0.5);
    }
  });
});

describe('pivots', () => {
  const network = aRandomNetwork(200, 500);

  test('are drawn from the seed, without return, and all sets come up', () => {
    const plan = { ...HOPS, pivots: 3 };
    const small = aChain(5);
    const sets = Array.from({ length: 1000 }, (_, seed) => [...sourcesOf(small, { ...plan, seed })]);
    expect(sourcesOf(small, { ...plan, seed: 7 })).toEqual(sourcesOf(small, { ...plan, seed: 7 }));
    for (const set of sets) expect([new Set(set).size, Math.max(...set) < 5]).toEqual([3, true]);
    const counts = new Map<string, number>();
    for (const set of sets) counts.set(set.join(), (counts.get(set.join()) ?? 0) + 1);
    // Ten sets, 100 times each: chi-squared of 9 degrees of freedom is above 27.9 once in a thousand.
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect([counts.size, chiSquared < 27.9]).toEqual([10, true]);
  });

  test('as many as nodes are all nodes', () => {
    const exact = pathTotals(network, HOPS);
    expect(pathTotals(network, { ...HOPS, pivots: 200, seed: 9 })).toBe(exact);
    expect(pathTotals(network, { ...HOPS, pivots: 1000 })).toBe(exact);
  });

  test('are remembered by their number and seed, apart from other plans', () => {
    const one = pathTotals(network, { ...HOPS, pivots: 10, seed: 1 });
    expect(pathTotals(network, { ...HOPS, pivots: 10, seed: 1 })).toBe(one);
    expect(pathTotals(network, { ...HOPS, pivots: 10, seed: 2 })).not.toBe(one);
    const handed = noTotals(network, true);
    keepTotals(network, { ...HOPS, pivots: 11 }, handed);
    expect(pathTotals(network, { ...HOPS, pivots: 11 })).toBe(handed);
  });
});
