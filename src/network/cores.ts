import type { SimpleNetwork } from './simple-network.js';

/**
 * Core numbers of an undirected network: the largest k such that the node is in a part of the network in which everybody
 * has k ties or more to others of the part (Seidman 1983). The node with the fewest ties left is taken away, again and again;
 * nodes lie sorted by that number, so that one moves by a swap (Batagelj & Zaveršnik 2003). Time O(n log n + m).
 */
export function coreNumbers({ rows, neighbours, ids }: SimpleNetwork): Uint32Array {
  const core = Uint32Array.from(ids, (_, node) => (rows[node + 1] as number) - (rows[node] as number));
  const nodes = Uint32Array.from(ids.keys()).sort((a, b) => (core[a] as number) - (core[b] as number));
  const places = new Uint32Array(ids.length);
  for (const [place, node] of nodes.entries()) places[node] = place;
  /** Where the nodes with a number of ties left begin. */
  const starts = startsOf(core);
  for (const node of nodes) {
    const left = core[node] as number;
    for (let at = rows[node] as number; at < (rows[node + 1] as number); at++) {
      const other = neighbours[at] as number;
      const ties = core[other] as number;
      if (ties <= left) continue;
      const start = starts[ties] as number;
      const first = nodes[start] as number;
      const place = places[other] as number;
      [nodes[place], nodes[start]] = [first, other];
      [places[first], places[other]] = [place, start];
      starts[ties] = start + 1;
      core[other] = ties - 1;
    }
  }
  return core;
}

function startsOf(ties: Uint32Array): Uint32Array {
  const starts = new Uint32Array(ties.length + 1);
  for (const number of ties) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let number = 1; number < starts.length; number++)
    starts[number] = (starts[number] as number) + (starts[number - 1] as number);
  return starts;
}
