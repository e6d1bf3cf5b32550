/** How much the presences of several things tell of one another, in bits. Pure functions of counts. */

/** By set of dimensions as bits: entry 5 is of the first and the third. Entry 0, of none, is 0. */
export interface Information {
  /** Joint entropy. */
  readonly H: Float64Array;
  /** Transmission, the same as co-information: above 0 shared by all, below 0 known only from all together. */
  readonly T: Float64Array;
  /** Mutual redundancy: T for an odd number of dimensions, −T for an even one. */
  readonly R: Float64Array;
}

/**
 * Information among binary dimensions. `counts[pattern]` is how often just those dimensions were present whose bits the
 * pattern has; there are 2^dimensions patterns. T_S = Σ (−1)^(|s|+1) H(s) over the non-empty s ⊆ S (McGill 1954), with
 * plug-in entropies; R_S = (−1)^(|S|+1) T_S (Leydesdorff and Ivanova 2014). NaN when all counts are 0. O(4^dimensions).
 */
export function information(counts: ArrayLike<number>, dimensions: number): Information {
  const sets = 2 ** dimensions;
  const H = Float64Array.from({ length: sets }, (_, set) => jointEntropy(counts, set));
  const T = H.map((entropy, set) => (isOdd(set) ? entropy : 0 - entropy));
  for (let dimension = 1; dimension < sets; dimension *= 2)
    for (let set = 0; set < sets; set++)
      if (set & dimension) T[set] = (T[set] as number) + (T[set ^ dimension] as number);
  return { H, T, R: T.map((transmission, set) => (isOdd(set) ? transmission : 0 - transmission)) };
}

/** Plug-in (maximum likelihood) entropy of the dimensions of a set, whatever the others are, in bits. */
function jointEntropy(counts: ArrayLike<number>, set: number): number {
  const marginal = new Float64Array(set + 1);
  for (let pattern = 0; pattern < counts.length; pattern++)
    marginal[pattern & set] = (marginal[pattern & set] as number) + (counts[pattern] as number);
  const total = marginal.reduce((sum, count) => sum + count, 0);
  if (total === 0) return Number.NaN;
  return marginal.reduce(
    (sum, count) => (count === 0 ? sum : sum + (count / total) * Math.log2(total / count)),
    0,
  );
}

/** How many dimensions a set has. */
export function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size++;
  return size;
}

const isOdd = (set: number) => sizeOf(set) % 2 === 1;
