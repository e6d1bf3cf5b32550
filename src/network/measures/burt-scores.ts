import type { SimpleNetwork } from '../simple-network.js';
import { symmetrised } from '../symmetrised.js';

/** What Burt's structural holes say of each node; NaN for one without ties. */
export interface BurtScores {
  readonly constraint: Float64Array;
  readonly effectiveSize: Float64Array;
  readonly efficiency: Float64Array;
  readonly hierarchy: Float64Array;
}

/** Strengths, degrees and strongest ties of an undirected network; all weights 1 when they do not count. */
interface Ties {
  readonly rows: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
  readonly sums: Float64Array;
  readonly strongest: Float64Array;
}

const known = {
  weighted: new WeakMap<SimpleNetwork, BurtScores>(),
  binary: new WeakMap<SimpleNetwork, BurtScores>(),
};

/**
 * All scores of one network in one pass over its two-paths, remembered as long as the network is. In a directed network
 * the ties of both directions are added up, a_ij + a_ji, as Burt does. p_ij is the share of i's ties that go to j, taken
 * over the whole network, not over the ego network only (UCINET offers both).
 * Time O(sum of squared degrees), memory O(n + m).
 */
export function burtScores(network: SimpleNetwork, weighted: boolean): BurtScores {
  const remembered = known[weighted ? 'weighted' : 'binary'];
  const before = remembered.get(network);
  if (before !== undefined) return before;
  const scores = scoresOf(tiesFor(network, weighted));
  remembered.set(network, scores);
  return scores;
}

function tiesFor(network: SimpleNetwork, weighted: boolean): Ties {
  const { rows, neighbours, weights: given } = network.directed ? symmetrised(network, weighted) : network;
  const weights = weighted || network.directed ? given : new Float64Array(given.length).fill(1);
  const [sums, strongest] = [new Float64Array(rows.length - 1), new Float64Array(rows.length - 1)];
  for (let node = 0; node < sums.length; node++)
    for (let at = rows[node] as number; at < (rows[node + 1] as number); at++) {
      const weight = weights[at] as number;
      sums[node] = (sums[node] as number) + weight;
      strongest[node] = Math.max(strongest[node] as number, weight);
    }
  return { rows, neighbours, weights, sums, strongest };
}

function scoresOf(ties: Ties): BurtScores {
  const { rows, neighbours, weights, sums } = ties;
  const empty = () => new Float64Array(sums.length).fill(Number.NaN);
  const scores = { constraint: empty(), effectiveSize: empty(), efficiency: empty(), hierarchy: empty() };
  const around = { of: new Int32Array(sums.length).fill(-1), indirect: new Float64Array(sums.length) };
  for (let node = 0; node < sums.length; node++) {
    const [start, end] = [rows[node] as number, rows[node + 1] as number];
    if (start === end) continue;
    const size = end - start;
    const effective = size - redundancyAround(node, ties, around);
    const each = new Float64Array(size);
    for (let at = start; at < end; at++) {
      const direct = (weights[at] as number) / (sums[node] as number);
      each[at - start] = (direct + (around.indirect[neighbours[at] as number] as number)) ** 2;
    }
    const constraint = each.reduce((sum, one) => sum + one, 0);
    scores.constraint[node] = constraint;
    scores.effectiveSize[node] = effective;
    scores.efficiency[node] = effective / size;
    scores.hierarchy[node] = unevenness(each, constraint);
  }
  return scores;
}

/**
 * Goes over the neighbours q of a node and their ties to its other neighbours j. Leaves the sum over q of p_iq p_qj in
 * `indirect` of each j, and returns the sum over q and j of p_iq m_jq.
 */
function redundancyAround(
  node: number,
  { rows, neighbours, weights, sums, strongest }: Ties,
  { of, indirect }: { readonly of: Int32Array; readonly indirect: Float64Array },
): number {
  const [start, end] = [rows[node] as number, rows[node + 1] as number];
  for (let at = start; at < end; at++) {
    of[neighbours[at] as number] = node;
    indirect[neighbours[at] as number] = 0;
  }
  let redundancy = 0;
  for (let at = start; at < end; at++) {
    const between = neighbours[at] as number;
    const share = (weights[at] as number) / (sums[node] as number);
    for (let next = rows[between] as number; next < (rows[between + 1] as number); next++) {
      const other = neighbours[next] as number;
      if (of[other] !== node) continue;
      const weight = weights[next] as number;
      indirect[other] = (indirect[other] as number) + (share * weight) / (sums[between] as number);
      redundancy += (share * weight) / (strongest[other] as number);
    }
  }
  return redundancy;
}

/** The Coleman–Theil index of disorder of the constraint by each neighbour: 0 when all constrain alike, 1 when there is one. */
function unevenness(each: Float64Array, total: number): number {
  if (each.length === 1) return 1;
  const mean = total / each.length;
  const disorder = each.reduce((sum, one) => sum + (one / mean) * Math.log(one / mean), 0);
  return disorder / (each.length * Math.log(each.length));
}
