import { degreeOf, sharedNeighbours } from './shared-neighbours.js';
import type { ACTOR, INITIATIVE, SimpleNetwork } from './simple-network.js';

export type Mode = typeof ACTOR | typeof INITIATIVE;

/**
 * How the tie of two nodes is weighted that share counterparts (for two actors: initiatives), always on the binary
 * incidence: with a and b the numbers of counterparts of the two, s of those that they share, k the size of a shared one.
 * SHARED s; RATIO s by the number of all nodes of the other mode; NEWMAN Σ 1/(k−1) (Newman 2001); JACCARD s/(a+b−s);
 * OVERLAP_MIN s/min(a,b); COSINE s/√(ab); ADAMIC_ADAR Σ 1/ln k; RESOURCE_ALLOCATION Σ 1/k.
 */
export const WEIGHTINGS = [
  'SHARED',
  'RATIO',
  'NEWMAN',
  'JACCARD',
  'OVERLAP_MIN',
  'COSINE',
  'ADAMIC_ADAR',
  'RESOURCE_ALLOCATION',
] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

interface Rule {
  /** What a shared counterpart of size k adds. */
  readonly share: (k: number) => number;
  /** The weight, from that sum, the sizes of the two nodes and of the other mode. */
  readonly weight: (sum: number, a: number, b: number, counterparts: number) => number;
}

const one = () => 1;
const asItIs = (sum: number) => sum;

const RULES: Readonly<Record<Weighting, Rule>> = {
  SHARED: { share: one, weight: asItIs },
  RATIO: { share: one, weight: (sum, _a, _b, counterparts) => sum / counterparts },
  NEWMAN: { share: (k) => 1 / (k - 1), weight: asItIs },
  JACCARD: { share: one, weight: (sum, a, b) => sum / (a + b - sum) },
  OVERLAP_MIN: { share: one, weight: (sum, a, b) => sum / Math.min(a, b) },
  COSINE: { share: one, weight: (sum, a, b) => sum / Math.sqrt(a * b) },
  ADAMIC_ADAR: { share: (k) => 1 / Math.log(k), weight: asItIs },
  RESOURCE_ALLOCATION: { share: (k) => 1 / k, weight: asItIs },
};

/** The numbers of the nodes of one mode, in order; none in a one-mode network. */
export function nodesOfMode({ ids, modes }: SimpleNetwork, mode: Mode): Uint32Array {
  return Uint32Array.from(ids.keys()).filter((node) => modes?.[node] === mode);
}

/**
 * The projection of a two-mode network on one of its modes: its nodes, isolates included, two of them tied when they share
 * a counterpart. Nodes have the order that they have in the network, so the i-th is the i-th of `nodesOfMode`.
 *
 * An initiative of k participants becomes k(k−1)/2 ties, 24 bytes each. Rows are counted and then written into arrays of
 * that length, so nothing else is held. Time O(sum of squared degrees of the other mode). Throws RangeError for a network
 * of one mode (Breiger 1974; Newman 2001).
 */
export function projectOn(
  network: SimpleNetwork,
  mode: Mode,
  weighting: Weighting = 'SHARED',
): SimpleNetwork {
  if (network.modes === null) throw new RangeError('only a two-mode network can be projected on a mode');
  const members = nodesOfMode(network, mode);
  const places = new Uint32Array(network.ids.length);
  for (const [place, node] of members.entries()) places[node] = place;
  const { share, weight } = RULES[weighting];
  const sharing = sharedNeighbours(network, share);
  const rows = new Uint32Array(members.length + 1);
  for (const [place, node] of members.entries())
    rows[place + 1] = (rows[place] as number) + sharing(node).others.length;
  const ties = rows[members.length] as number;
  const [neighbours, weights] = [new Uint32Array(ties), new Float64Array(ties)];
  const next = rows.slice();
  // Each tie is written into the row of the other end, in the order of this one: so every row comes out sorted.
  for (const [place, node] of members.entries()) {
    const { others, sums } = sharing(node);
    for (const other of others) {
      const row = places[other] as number;
      const at = next[row] as number;
      next[row] = at + 1;
      neighbours[at] = place;
      weights[at] = weight(
        sums[other] as number,
        degreeOf(network, node),
        degreeOf(network, other),
        network.ids.length - members.length,
      );
    }
  }
  const ids = Array.from(members, (node) => network.ids[node] as string);
  return { ids, directed: false, modes: null, rows, neighbours, weights };
}
