import type { SimpleNetwork } from './simple-network.js';

/** The nodes that share a neighbour with one, and for each of them, by its number, what those neighbours add up to. */
export interface Sharing {
  readonly others: Uint32Array;
  readonly sums: Float64Array;
}

/**
 * Finds for one node after another those that share a neighbour with it, and adds up `share(degree)` over the neighbours
 * that they share: how many these are, when no share is given. In a two-mode network they are the ones of its own mode that
 * it meets. `share` is asked for degrees of 2 and more, and must be above 0.
 *
 * What is returned holds until the next node is asked for. Shared neighbours are added up in the order of their numbers, so
 * that two nodes have exactly the same sum from either side. Time for all nodes O(sum of squared degrees), memory O(n): a
 * hub with 500 neighbours costs time, never room.
 */
export function sharedNeighbours(
  { rows, neighbours }: SimpleNetwork,
  share: (degree: number) => number = () => 1,
): (node: number) => Sharing {
  const nodes = rows.length - 1;
  const found = new Uint32Array(nodes);
  const sums = new Float64Array(nodes);
  let count = 0;
  return (node) => {
    for (let place = 0; place < count; place++) sums[found[place] as number] = 0;
    count = 0;
    for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++) {
      const shared = neighbours[tie] as number;
      const [first, end] = [rows[shared] as number, rows[shared + 1] as number];
      if (end - first < 2) continue;
      const added = share(end - first);
      for (let at = first; at < end; at++) {
        const other = neighbours[at] as number;
        if (other === node) continue;
        const sum = sums[other] as number;
        if (sum === 0) found[count++] = other;
        sums[other] = sum + added;
      }
    }
    return { others: found.subarray(0, count), sums };
  };
}

/** The number of neighbours of a node. */
export function degreeOf({ rows }: SimpleNetwork, node: number): number {
  return (rows[node + 1] as number) - (rows[node] as number);
}
