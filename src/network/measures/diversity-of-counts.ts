/** Measures of how many kinds there are and how evenly, from a count of each kind. Pure functions of the counts. */

export const DIVERSITY_MEMBERS = [
  'total',
  'richness',
  'shannonNat',
  'shannonBits',
  'pielou',
  'simpsonLambda',
  'blau',
  'blauNormalisedK',
  'giniSimpsonUnbiased',
  'hill0',
  'hill1',
  'hill2',
  'hillInf',
  'bergerParker',
] as const;
export type Diversity = Readonly<Record<(typeof DIVERSITY_MEMBERS)[number], number>>;

/** p is the share of a kind, n its count, N the total, K the number of kinds that there could be. */
export const DIVERSITY_FORMULA =
  'p_k = n_k / N; richness S = number of n_k > 0; Shannon H = −Σ p ln p (nat), log₂ (bits); Pielou H / ln S; Simpson λ = Σ p²; Blau 1 − λ; blauNormalisedK (1 − λ) K / (K − 1); giniSimpsonUnbiased 1 − Σ n (n − 1) / (N (N − 1)); Hill numbers ⁰D = S, ¹D = exp H, ²D = 1 / λ, ^∞D = 1 / max p; Berger–Parker max p; Rao–Stirling Σ_ij d_ij p_i p_j over ordered pairs (both ways), unordered half of it';

/**
 * The diversity of counts, whole numbers from 0 up, one for each kind that there could be, also the absent ones: K, by
 * which Blau's index is normalised, is how many counts there are. NaN for what is undefined: everything but total and
 * richness when there is nothing; Pielou's evenness of fewer than two kinds; the unbiased index of a single thing.
 * Sources: Shannon 1948, Simpson 1949, Pielou 1966, Berger and Parker 1970, Hill 1973, Blau 1977, Jost 2006. O(K).
 */
export function diversity(counts: ArrayLike<number>): Diversity {
  const each = Float64Array.from(counts);
  const total = each.reduce((sum, count) => sum + count, 0);
  const richness = each.filter((count) => count > 0).length;
  if (total === 0) return { ...UNDEFINED, total, richness };
  const sum = (term: (share: number) => number) => each.reduce((so, count) => so + term(count / total), 0);
  const shannonNat = sum((share) => (share === 0 ? 0 : share * Math.log(1 / share)));
  const simpsonLambda = sum((share) => share ** 2);
  const bergerParker = each.reduce((most, count) => Math.max(most, count), 0) / total;
  const samePairs = each.reduce((so, count) => so + count * (count - 1), 0);
  return {
    total,
    richness,
    shannonNat,
    shannonBits: shannonNat / Math.LN2,
    pielou: shannonNat / Math.log(richness),
    simpsonLambda,
    blau: 1 - simpsonLambda,
    blauNormalisedK: (1 - simpsonLambda) * (each.length / (each.length - 1)),
    giniSimpsonUnbiased: 1 - samePairs / (total * (total - 1)),
    hill0: richness,
    hill1: Math.exp(shannonNat),
    hill2: 1 / simpsonLambda,
    hillInf: 1 / bergerParker,
    bergerParker,
  };
}

const UNDEFINED = Object.fromEntries(DIVERSITY_MEMBERS.map((name) => [name, Number.NaN])) as Diversity;

/**
 * Rao's quadratic entropy, which Stirling calls diversity: how far two things drawn at random lie apart on average, by the
 * distance of their kinds. `Ordered` sums over i and j both ways, as both authors write it; `Unordered` over each pair once,
 * half as much. NaN when there is nothing. Sources: Rao 1982, Stirling 2007. O(K²).
 */
export function raoStirling(counts: ArrayLike<number>, distances: ReadonlyArray<readonly number[]>) {
  const each = Array.from(counts);
  const total = each.reduce((sum, count) => sum + count, 0);
  let apart = 0;
  for (const [i, one] of each.entries())
    for (const [j, other] of each.entries()) apart += (distances[i]?.[j] as number) * one * other;
  const ordered = apart / total ** 2;
  return { raoStirlingOrdered: ordered, raoStirlingUnordered: ordered / 2 };
}
