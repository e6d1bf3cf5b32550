import type { SimpleNetwork } from './simple-network.js';

/** Lengths of the ties of a network, in the order of its rows. */
export interface Lengths {
  readonly lengths: Float64Array;
  /** How many of a length are 1: the reciprocal of a weight is length / unit. */
  readonly unit: number;
  /** Two ways count as equally long when they differ by no more than this part of their length. */
  readonly tolerance: number;
}

/** Above what rounding adds up to on a way of thousands of ties, below what tells ways apart; igraph takes the same. */
const TOLERANCE = 1e-10;

/**
 * A weight is a strength, so a tie is 1 / weight long. Whether two ways are equally long must not depend on rounding:
 * six times 1/6 is not 1 in floating point, and other betweenness comes out. So where weights are whole, lengths are
 * (their least common multiple) / weight, which are whole too and add up exactly. Where they are not, or the multiple is so
 * large that a way would leave the range of whole numbers, lengths are 1 / weight and compared with a tolerance.
 */
export function lengthsOf({ ids, weights }: SimpleNetwork): Lengths {
  const multiple = leastCommonMultiple(new Set(weights), Number.MAX_SAFE_INTEGER / ids.length);
  return {
    lengths: weights.map((weight) => (multiple ?? 1) / weight),
    unit: multiple ?? 1,
    tolerance: multiple === null ? TOLERANCE : 0,
  };
}

/** Null if the numbers are not whole, or theirs is above the limit. */
function leastCommonMultiple(numbers: Iterable<number>, limit: number): number | null {
  let multiple = 1;
  for (const number of numbers) {
    if (!Number.isSafeInteger(number)) return null;
    multiple = (multiple / greatestCommonDivisor(multiple, number)) * number;
    if (multiple > limit) return null;
  }
  return multiple;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}
