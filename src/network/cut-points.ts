import type { SimpleNetwork } from './simple-network.js';

/** What holds an undirected network together. */
export interface CutPoints {
  /** Nodes without which their component would fall apart, in order. */
  readonly articulationPoints: readonly number[];
  /** Ties without which their component would fall apart, in order; the smaller node first. */
  readonly bridges: ReadonlyArray<readonly [number, number]>;
}

/**
 * By depth-first search (Tarjan 1972; Hopcroft & Tarjan 1973), on a stack of its own, so that long chains are no danger:
 * `low` of a node is the earliest one that it, or a node found below it, is tied to. Time O(n + m).
 */
export function cutPointsOf(network: SimpleNetwork): CutPoints {
  const nodes = network.ids.length;
  const search = {
    network,
    turn: new Uint32Array(nodes),
    low: new Uint32Array(nodes),
    /** The node from which a node was found. A root is its own. */
    parent: new Uint32Array(nodes),
    next: network.rows.slice(0, nodes),
    turns: 0,
    cuts: new Uint8Array(nodes),
    bridges: [] as Array<readonly [number, number]>,
  };
  for (let root = 0; root < nodes; root++) if (search.turn[root] === 0) searchFrom(search, root);
  return {
    articulationPoints: [...search.cuts.keys()].filter((node) => search.cuts[node] === 1),
    bridges: search.bridges.sort(([a, b], [c, d]) => a - c || b - d),
  };
}

interface Search {
  readonly network: SimpleNetwork;
  /** When a node was found, from 1 on; 0: not yet. */
  readonly turn: Uint32Array;
  readonly low: Uint32Array;
  readonly parent: Uint32Array;
  /** Where in the row of a node the search goes on. */
  readonly next: Uint32Array;
  turns: number;
  readonly cuts: Uint8Array;
  readonly bridges: Array<readonly [number, number]>;
}

function searchFrom(search: Search, root: number): void {
  const { network, turn, low, parent, next } = search;
  const enter = (node: number, from: number) => {
    parent[node] = from;
    low[node] = turn[node] = ++search.turns;
  };
  enter(root, root);
  let branches = 0;
  for (let node = root; ; ) {
    const at = next[node] as number;
    if (at < (network.rows[node + 1] as number)) {
      next[node] = at + 1;
      const other = network.neighbours[at] as number;
      if (turn[other] === 0) {
        enter(other, node);
        node = other;
      } else if (other !== parent[node]) low[node] = Math.min(low[node] as number, turn[other] as number);
      continue;
    }
    if (node === root) break;
    const above = parent[node] as number;
    if (above === root) branches++;
    goBack(search, node, above, root);
    node = above;
  }
  if (branches > 1) search.cuts[root] = 1;
}

/** The search is through with what lies below `node`, and goes back to the one above it. */
function goBack({ turn, low, cuts, bridges }: Search, node: number, above: number, root: number): void {
  const [lowest, turnAbove] = [low[node] as number, turn[above] as number];
  low[above] = Math.min(low[above] as number, lowest);
  if (lowest > turnAbove) bridges.push(above < node ? [above, node] : [node, above]);
  if (lowest >= turnAbove && above !== root) cuts[above] = 1;
}
