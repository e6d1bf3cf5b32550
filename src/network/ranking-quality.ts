/** A candidate: what it scored, and whether it came true. */
export type Scored = readonly [score: number, cameTrue: boolean];

export const DEPTHS: readonly number[] = [1, 5, 10, 20];

/** Those of one score: they are tied, and their order among themselves says nothing. */
interface Tied {
  candidates: number;
  /** The places of those that came true among the tied, from 0, by id. */
  readonly placesOfTrue: number[];
}

/**
 * How well scores foretell what came true. `auc` is the chance that one that came true scores above one that did not, ties
 * ½ (Hanley & McNeil 1982). `precisionAtk`: of the best k, the share that came true; `_idTies` with ties broken by id,
 * `_expected` as the mean over all orders of the tied (McSherry & Najork 2008), null for fewer than k candidates.
 * `averagePrecision_idTies`: the mean precision at each that came true. `baseRate` is what guessing would reach: no figure
 * means anything without it. When none came true, or all did, there is nothing to tell apart: `auc` is null and the rest is
 * left out.
 *
 * Candidates come in the order of their ids. Scores are rounded to 12 decimals first, so that rounding errors break no tie.
 * Time O(c + s log s) for c candidates with s different scores; memory O(s + true ones), whatever c.
 */
export function rankingQuality(
  scored: Iterable<Scored>,
  depths: readonly number[] = DEPTHS,
): Record<string, number | null> {
  const ranking = ranked(scored);
  const candidates = ranking.reduce((sum, tied) => sum + tied.candidates, 0);
  const positives = ranking.reduce((sum, { placesOfTrue }) => sum + placesOfTrue.length, 0);
  if (positives === 0 || positives === candidates) return { positives, candidates, auc: null };
  const ranks = ranksOfTrue(ranking);
  const precisions = depths.flatMap((depth): Array<[string, number | null]> => {
    const known = depth <= candidates;
    const byId = ranks.filter((rank) => rank <= depth).length / depth;
    return [
      [`precisionAt${depth}_idTies`, known ? byId : null],
      [`precisionAt${depth}_expected`, known ? expectedTrue(ranking, depth) / depth : null],
    ];
  });
  return {
    positives,
    candidates,
    baseRate: positives / candidates,
    auc: areaUnderCurve(ranking, positives, candidates - positives),
    ...Object.fromEntries(precisions),
    averagePrecision_idTies: ranks.reduce((sum, rank, place) => sum + (place + 1) / rank, 0) / positives,
  };
}

/** Equal scores are equal after this, whatever order their parts were added up in. */
export function roundedScore(score: number): number {
  return Number.isInteger(score) ? score : Number(score.toFixed(12));
}

/** The tied, the best score first. */
function ranked(scored: Iterable<Scored>): Tied[] {
  const byScore = new Map<number, Tied>();
  for (const [score, cameTrue] of scored) {
    const rounded = roundedScore(score);
    const tied = byScore.get(rounded) ?? { candidates: 0, placesOfTrue: [] };
    byScore.set(rounded, tied);
    if (cameTrue) tied.placesOfTrue.push(tied.candidates);
    tied.candidates++;
  }
  return [...byScore].sort(([a], [b]) => b - a).map(([, tied]) => tied);
}

/** The ranks of those that came true, from 1, ties broken by id. */
function ranksOfTrue(ranking: readonly Tied[]): number[] {
  let above = 0;
  return ranking.flatMap(({ candidates, placesOfTrue }) => {
    const ranks = placesOfTrue.map((place) => above + place + 1);
    above += candidates;
    return ranks;
  });
}

/** How many of the best `depth` came true, in the mean over all orders of the tied. */
function expectedTrue(ranking: readonly Tied[], depth: number): number {
  let [above, expected] = [0, 0];
  for (const { candidates, placesOfTrue } of ranking) {
    const within = Math.min(candidates, Math.max(depth - above, 0));
    expected += (within * placesOfTrue.length) / candidates;
    above += candidates;
  }
  return expected;
}

function areaUnderCurve(ranking: readonly Tied[], positives: number, negatives: number): number {
  let [below, won] = [negatives, 0];
  for (const { candidates, placesOfTrue } of ranking) {
    const tiedNegatives = candidates - placesOfTrue.length;
    below -= tiedNegatives;
    won += placesOfTrue.length * (below + tiedNegatives / 2);
  }
  return won / (positives * negatives);
}
