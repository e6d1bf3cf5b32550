import type { SimpleNetwork } from './simple-network.js';

const known = new WeakMap<SimpleNetwork, Float64Array>();

/**
 * The number of triangles that each node of an undirected network is in. Each triangle is found once, at its node with the
 * fewest ties, and no node has more than sqrt(2m) neighbours with at least as many ties as itself: time O(m^1.5), also with hubs.
 */
export function trianglesOf(network: SimpleNetwork): Float64Array {
  const found = known.get(network);
  if (found !== undefined) return found;
  const upward = upwardRows(network);
  const triangles = new Float64Array(network.ids.length);
  const marked = new Uint8Array(network.ids.length);
  const seen = (node: number) => {
    triangles[node] = (triangles[node] as number) + 1;
  };
  for (const [node, row] of upward.entries()) {
    for (const other of row) marked[other] = 1;
    for (const other of row)
      for (const third of upward[other] as Uint32Array)
        if (marked[third] === 1) [node, other, third].forEach(seen);
    for (const other of row) marked[other] = 0;
  }
  known.set(network, triangles);
  return triangles;
}

/** Of each node the neighbours with more ties; of those with as many, the ones with a higher number. */
function upwardRows({ rows, neighbours, ids }: SimpleNetwork): readonly Uint32Array[] {
  const ties = (node: number) => (rows[node + 1] as number) - (rows[node] as number);
  return Array.from(ids, (_, node) =>
    neighbours
      .subarray(rows[node], rows[node + 1])
      .filter((other) => ties(other) > ties(node) || (ties(other) === ties(node) && other > node)),
  );
}
