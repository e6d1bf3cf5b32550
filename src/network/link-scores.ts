import { degreeOf, sharedNeighbours } from './shared-neighbours.js';
import type { SimpleNetwork } from './simple-network.js';

/**
 * Scores of pairs that are not tied, higher for those likelier to be. Ties alone, without weights. A score is asked for one
 * node after another, and for the partners of each as long as the next node is not asked for.
 */
export type PairScore = (network: SimpleNetwork) => (node: number) => (other: number) => number;

/**
 * In a one-mode network, by the neighbours z that two nodes u and v share (Liben-Nowell & Kleinberg 2007): their number;
 * Jaccard's share of all neighbours of both (0 when neither has any); Adamic–Adar Σ 1/ln k_z; resource allocation Σ 1/k_z;
 * and preferential attachment k_u k_v, which looks at nothing but how well connected both are: the baseline to beat.
 */
export const PARTNER_SCORES = {
  commonNeighbours: bySharing(() => 1),
  jaccard: (network) => {
    const sharing = sharedNeighbours(network);
    return (node) => {
      const { sums } = sharing(node);
      return (other) => {
        const shared = sums[other] as number;
        return shared === 0 ? 0 : shared / (degreeOf(network, node) + degreeOf(network, other) - shared);
      };
    };
  },
  adamicAdar: bySharing((degree) => 1 / Math.log(degree)),
  resourceAllocation: bySharing((degree) => 1 / degree),
  preferentialAttachment,
} satisfies Record<string, PairScore>;

/**
 * Of an actor a and an initiative p in a two-mode network, which never share a neighbour: popularity k_p; preferential
 * attachment k_a k_p; and by the chains a – q – b – p, with b the participants of p that a meets in q: collaborativeJaccard
 * Σ_b |N(a) ∩ N(b)| / |N(a) ∪ N(b)|; paths3 the number of chains; degreeNormalisedL3 Σ 1/√(k_q k_b) (Kovács et al. 2019).
 */
export const INITIATIVE_SCORES = {
  popularity: (network) => () => (initiative) => degreeOf(network, initiative),
  preferentialAttachment,
  collaborativeJaccard: byPartners(
    () => 1,
    (shared, a, b) => shared / (a + b - shared),
  ),
  paths3: byPartners(
    () => 1,
    (shared) => shared,
  ),
  degreeNormalisedL3: byPartners(
    (degree) => 1 / Math.sqrt(degree),
    (sum, _a, b) => sum / Math.sqrt(b),
  ),
} satisfies Record<string, PairScore>;

/** The scores of pairs, one name a column. Pairs of the same first node stand together, so each is looked at once. */
export function scorePairs(
  network: SimpleNetwork,
  pairs: ReadonlyArray<readonly [number, number]>,
  scores: Readonly<Record<string, PairScore>>,
): Record<string, Float64Array> {
  const column = (scoreOn: PairScore) => {
    const score = scoreOn(network);
    let [node, scoreOf] = [-1, (_other: number) => Number.NaN];
    return Float64Array.from(pairs, ([first, other]) => {
      if (first !== node) [node, scoreOf] = [first, score(first)];
      return scoreOf(other);
    });
  };
  return Object.fromEntries(Object.entries(scores).map(([name, scoreOn]) => [name, column(scoreOn)]));
}

function preferentialAttachment(network: SimpleNetwork) {
  return (node: number) => (other: number) => degreeOf(network, node) * degreeOf(network, other);
}

function bySharing(share: (degree: number) => number): PairScore {
  return (network) => {
    const sharing = sharedNeighbours(network, share);
    return (node) => {
      const { sums } = sharing(node);
      return (other) => sums[other] as number;
    };
  };
}

/** Adds up, for each initiative, what the participants that an actor meets elsewhere bring: from their sum and degrees. */
function byPartners(
  share: (degree: number) => number,
  worth: (sum: number, a: number, b: number) => number,
): PairScore {
  return (network) => {
    const { rows, neighbours } = network;
    const sharing = sharedNeighbours(network, share);
    const scores = new Float64Array(network.ids.length);
    return (actor) => {
      scores.fill(0);
      const { others, sums } = sharing(actor);
      for (const other of others) {
        const added = worth(sums[other] as number, degreeOf(network, actor), degreeOf(network, other));
        for (let tie = rows[other] as number; tie < (rows[other + 1] as number); tie++) {
          const initiative = neighbours[tie] as number;
          scores[initiative] = (scores[initiative] as number) + added;
        }
      }
      return (initiative) => scores[initiative] as number;
    };
  };
}
