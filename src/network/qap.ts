import { pValue } from './permutation.js';
import { seeded } from './random.js';
import { isAtLeast, shuffle, spreadOf } from './sampling.js';
import { type SimpleNetwork, tiesOf } from './simple-network.js';

export interface QapCorrelation {
  /** Pearson's r over all pairs of nodes; NaN where in one of the networks every pair has the same value. */
  readonly r: number;
  /** Of the permutations: their mean, about 0, and between what 95 % of them lie. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Chance of an r at least as high, and at most as high, if who is who had nothing to do with it. NaN with r. */
  readonly pAtLeast: number;
  readonly pAtMost: number;
  readonly permutations: number;
  readonly seed: number;
}

export interface QapOptions {
  /** Whether weights count; otherwise a tie is 1. */
  readonly weighted?: boolean;
  readonly permutations?: number;
  readonly seed?: number;
}

/**
 * Correlation of two one-mode networks on the same nodes, with a test that does not take pairs for independent: the nodes of
 * one are permuted, rows and columns together, which keeps its structure and breaks its relation to the other.
 *
 * A pair without a tie counts 0; unordered pairs where the networks are undirected, ordered ones where they are directed, no
 * pair of a node with itself. p = (1 + permutations as extreme as r) / (1 + permutations), never 0 (Phipson & Smyth 2010).
 * RangeError when the nodes differ, or one network alone is directed. O(permutations · m).
 * Hubert & Schultz 1976.
 */
export function qapCorrelation(
  a: SimpleNetwork,
  b: SimpleNetwork,
  { weighted = false, permutations = 1000, seed = 1 }: QapOptions = {},
): QapCorrelation {
  refuseUnlike(a, b);
  const correlation = correlator(a, b, weighted);
  const order = Uint32Array.from(a.ids.keys());
  const r = correlation(order);
  const random = seeded(seed);
  const drawn = Float64Array.from({ length: permutations }, () => correlation(shuffle(order, random)));
  const { mean, low, high } = spreadOf(drawn);
  const p = (extreme: (value: number) => boolean) =>
    Number.isNaN(r) ? Number.NaN : pValue(drawn.filter(extreme).length, permutations);
  return {
    r,
    mean,
    low,
    high,
    pAtLeast: p((value) => isAtLeast(value, r)),
    pAtMost: p((value) => isAtLeast(r, value)),
    permutations,
    seed,
  };
}

function refuseUnlike(a: SimpleNetwork, b: SimpleNetwork): void {
  if (a.directed !== b.directed) throw new RangeError('one of the networks is directed, the other is not');
  const longer = a.ids.length > b.ids.length ? a : b;
  const place = longer.ids.findIndex((_, node) => a.ids[node] !== b.ids[node]);
  if (place === -1) return;
  const [one, other] = [a.ids[place] ?? 'nothing', b.ids[place] ?? 'nothing'];
  throw new RangeError(`the networks have other nodes: ${one} of the first is ${other} in the second`);
}

/** Pearson's r when node i of the first network is node `order[i]` of the second. */
function correlator(a: SimpleNetwork, b: SimpleNetwork, weighted: boolean) {
  const nodes = a.ids.length;
  const pairs = (nodes * (nodes - 1)) / (a.directed ? 1 : 2);
  const [tiesA, tiesB] = [[...tiesOf(a)], [...tiesOf(b)]];
  const strengthOf = (weight: number) => (weighted ? weight : 1);
  const inB = new Map<number, number>();
  for (const [from, to, weight] of tiesB) {
    inB.set(from * nodes + to, strengthOf(weight));
    if (!b.directed) inB.set(to * nodes + from, strengthOf(weight));
  }
  const sumOf = (ties: typeof tiesA, power: number) =>
    ties.reduce((sum, [, , weight]) => sum + strengthOf(weight) ** power, 0);
  const [sumA, sumB] = [sumOf(tiesA, 1), sumOf(tiesB, 1)];
  // Of equal values rounding leaves a trace of variance.
  const variance = (ties: typeof tiesA) => {
    const [squares, square] = [pairs * sumOf(ties, 2), sumOf(ties, 1) ** 2];
    return squares - square > 1e-12 * squares ? squares - square : 0;
  };
  const spread = Math.sqrt(variance(tiesA) * variance(tiesB));
  return (order: Uint32Array): number => {
    let products = 0;
    for (const [from, to, weight] of tiesA)
      products +=
        strengthOf(weight) * (inB.get((order[from] as number) * nodes + (order[to] as number)) ?? 0);
    return spread === 0 ? Number.NaN : (pairs * products - sumA * sumB) / spread;
  };
}
