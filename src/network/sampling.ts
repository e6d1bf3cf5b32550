/** What drawing at random and looking at the draws have in common. */

/** Puts the first `count` values into random order in place, each order equally likely (Fisher & Yates). O(count). */
export function shuffle<T extends Uint32Array | Int32Array | Uint8Array | number[]>(
  values: T,
  random: () => number,
  count = values.length,
): T {
  for (let left = count; left > 1; left--) {
    const chosen = Math.floor(random() * left);
    const kept = values[left - 1] as number;
    values[left - 1] = values[chosen] as number;
    values[chosen] = kept;
  }
  return values;
}

export interface Spread {
  /** Of those draws that are defined; NaN where there are none. */
  readonly mean: number;
  /** Standard deviation with n - 1; NaN for fewer than two defined draws. */
  readonly sd: number;
  /** From the 2.5th percentile to the 97.5th. */
  readonly low: number;
  readonly high: number;
}

/**
 * Mean, standard deviation and the middle 95 % of draws. NaN among them is left out. The ends of the interval are values
 * that were drawn, the nearest outside the percentile, so that an interval of ranks has whole ends. O(n log n).
 */
export function spreadOf(draws: Float64Array): Spread {
  const sorted = draws.filter((value) => !Number.isNaN(value)).sort();
  const last = sorted.length - 1;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    sd: last < 1 ? Number.NaN : Math.sqrt(squares / last),
    low: sorted[Math.floor(0.025 * last)] ?? Number.NaN,
    high: sorted[Math.ceil(0.975 * last)] ?? Number.NaN,
  };
}

/** Whether a draw is at least the observed value; sums of the same numbers in another order count as equal. */
export const isAtLeast = (draw: number, observed: number): boolean =>
  draw >= observed - 1e-12 * Math.max(1, Math.abs(observed));
