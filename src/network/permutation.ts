/** What the permutation tests share. */

export interface PermutationOptions {
  /** How many random permutations, from 1 up; 1000 are enough for an interval, 10,000 for a small p. */
  readonly permutations: number;
  /** The same seed gives the same permutations. */
  readonly seed: number;
}

/** The middle 95% of what permutations gave. */
export interface PermutationInterval {
  readonly low: number;
  readonly high: number;
}

/** Throws RangeError: what people may ask for is checked where they ask. */
export function checkPermutations({ permutations }: PermutationOptions): void {
  if (!Number.isInteger(permutations) || permutations < 1)
    throw new RangeError(`${permutations} permutations; take a whole number from 1 up`);
}

/** The 2.5% and 97.5% quantiles, between two neighbours in proportion, as R and numpy do by default. */
export function middle95(samples: Float64Array): PermutationInterval {
  const sorted = samples.toSorted();
  const quantile = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: quantile(0.025), high: quantile(0.975) };
}

/**
 * The p-value when `extreme` of so many random permutations were at least as extreme as what was observed. The observed
 * order is one of those possible, so it counts as one more: p is never 0 (Phipson and Smyth 2010).
 */
export const pValue = (extreme: number, permutations: number): number => (extreme + 1) / (permutations + 1);
