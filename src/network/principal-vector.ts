import { componentsOf } from './components.js';
import { dominantPair, type Multiply, type Pair } from './lanczos.js';
import type { SimpleNetwork } from './simple-network.js';

/** Two largest eigenvalues closer than this part of them count as one. */
const SAME = 1e-9;

/**
 * The eigenvector of the largest eigenvalue of the matrix of an undirected network whose entries are `strengths` (in the
 * order of the rows), of length 1 and without negative entries. By the theorem of Perron and Frobenius the largest
 * eigenvalue of a connected network is simple and its vector positive, so each component is solved alone, and only the one
 * with the largest is not 0. Null when two components share it, when there are no ties, and when `dominantPair` finds none.
 */
export function principalVector(network: SimpleNetwork, strengths: Float64Array): Float64Array | null {
  const candidates = componentsOf(network)
    .members.filter(({ length }) => length > 1)
    .map((nodes) => ({ nodes, bound: largestSum(network, strengths, nodes) }))
    .sort((a, b) => b.bound - a.bound);
  let best: { readonly nodes: Uint32Array; readonly pair: Pair } | null = null;
  let shared = false;
  const scratch = new Float64Array(network.ids.length);
  for (const { nodes, bound } of candidates) {
    // No eigenvalue is above the largest sum of a row.
    if (best !== null && bound < best.pair.value * (1 - SAME)) break;
    const pair = dominantPair(nodes.length, multiplication(network, strengths, nodes, scratch));
    if (pair === null) return null;
    if (best !== null && Math.abs(pair.value - best.pair.value) <= SAME * best.pair.value) shared = true;
    else if (best === null || pair.value > best.pair.value) [best, shared] = [{ nodes, pair }, false];
  }
  if (best === null || shared) return null;
  const vector = new Float64Array(network.ids.length);
  for (const [place, node] of best.nodes.entries()) vector[node] = best.pair.vector[place] as number;
  return vector;
}

function largestSum({ rows }: SimpleNetwork, strengths: Float64Array, nodes: Uint32Array): number {
  let largest = 0;
  for (const node of nodes) {
    let sum = 0;
    for (let at = rows[node] as number; at < (rows[node + 1] as number); at++) sum += strengths[at] as number;
    largest = Math.max(largest, sum);
  }
  return largest;
}

/** Multiplication by the part of the matrix that belongs to a component; `vector` holds a number for each node meanwhile. */
function multiplication(
  { rows, neighbours }: SimpleNetwork,
  strengths: Float64Array,
  nodes: Uint32Array,
  vector: Float64Array,
): Multiply {
  return (from, into) => {
    for (let place = 0; place < nodes.length; place++) vector[nodes[place] as number] = from[place] as number;
    for (let place = 0; place < nodes.length; place++) {
      const node = nodes[place] as number;
      const stop = rows[node + 1] as number;
      let sum = 0;
      for (let at = rows[node] as number; at < stop; at++)
        sum += (strengths[at] as number) * (vector[neighbours[at] as number] as number);
      into[place] = sum;
    }
  };
}
