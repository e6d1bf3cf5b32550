import { incoming } from './incoming.js';
import type { SimpleNetwork } from './simple-network.js';

/** The connected components of a network: largest first, of equal size the one with the first node first. */
export interface Components {
  /** The nodes of each, in order. */
  readonly members: readonly Uint32Array[];
  /** Of each node: the component that it is in, as its number in `members`. */
  readonly of: Uint32Array;
}

const known = new WeakMap<SimpleNetwork, Components>();

/** Components of an undirected network, by breadth-first search. Time O(n log n + m). Isolates are components of one. */
export function componentsOf(network: SimpleNetwork): Components {
  const found = known.get(network);
  if (found !== undefined) return found;
  const { rows, neighbours, ids } = network;
  const seen = new Uint8Array(ids.length);
  const queue = new Uint32Array(ids.length);
  const members: Uint32Array[] = [];
  for (let first = 0, end = 0; first < ids.length; first++) {
    if (seen[first] === 1) continue;
    const start = end;
    queue[end++] = first;
    seen[first] = 1;
    for (let place = start; place < end; place++) {
      const node = queue[place] as number;
      for (let at = rows[node] as number; at < (rows[node + 1] as number); at++) {
        const other = neighbours[at] as number;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        queue[end++] = other;
      }
    }
    members.push(queue.slice(start, end).sort());
  }
  members.sort((a, b) => b.length - a.length);
  const of = new Uint32Array(ids.length);
  for (const [number, nodes] of members.entries()) for (const node of nodes) of[node] = number;
  const components = { members, of };
  known.set(network, components);
  return components;
}

/**
 * The number of strongly connected components of a directed network: nodes that reach each other. Kosaraju's way (Sharir
 * 1981): a search leaves nodes in some order; searched against the ties, from the one left last on, each search finds one
 * component. Time O(n + m).
 */
export function strongComponentCount(network: SimpleNetwork): number {
  const against = incoming(network);
  const seen = new Uint8Array(network.ids.length);
  const left: number[] = [];
  for (const node of network.ids.keys()) leave(network, node, seen, left);
  seen.fill(0);
  let count = 0;
  for (const node of left.reverse()) {
    if (seen[node] === 1) continue;
    count++;
    leave(against, node, seen, []);
  }
  return count;
}

/** Searches depth-first from a node not yet seen, and writes the nodes into `left` in the order in which it leaves them. */
function leave(
  { rows, neighbours }: Pick<SimpleNetwork, 'rows' | 'neighbours'>,
  start: number,
  seen: Uint8Array,
  left: number[],
): void {
  if (seen[start] === 1) return;
  seen[start] = 1;
  const path = [start];
  const next = [rows[start] as number];
  while (path.length > 0) {
    const node = path.at(-1) as number;
    const at = next.at(-1) as number;
    if (at === rows[node + 1]) {
      left.push(node);
      path.pop();
      next.pop();
      continue;
    }
    next[next.length - 1] = at + 1;
    const other = neighbours[at] as number;
    if (seen[other] === 1) continue;
    seen[other] = 1;
    path.push(other);
    next.push(rows[other] as number);
  }
}
