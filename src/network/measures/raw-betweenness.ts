import type { SimpleNetwork } from '../simple-network.js';

/** What the shortest paths of an undirected network say of each node; every tie is one step long. */
export interface PathSums {
  /** Shortest paths through it, as a share of those between the same two, over unordered pairs; it is no end itself. */
  readonly betweenness: Float64Array;
  /** The sum of its distances to those that it reaches. */
  readonly distances: Float64Array;
  /** How many it reaches, itself included. */
  readonly reached: Uint32Array;
}

const KNOWN = new WeakMap<SimpleNetwork, PathSums>();

/** Betweenness without normalisation (Freeman 1977), isolates 0; one pass for all measures of a network. O(nm). */
export function rawBetweenness(network: SimpleNetwork): Float64Array {
  return pathSums(network).betweenness;
}

/** One pass of Brandes (2001), kept for as long as the network is. */
export function pathSums(network: SimpleNetwork): PathSums {
  const known = KNOWN.get(network) ?? passOver(network);
  KNOWN.set(network, known);
  return known;
}

function passOver(network: SimpleNetwork): PathSums {
  const nodes = network.ids.length;
  const betweenness = new Float64Array(nodes);
  const distances = new Float64Array(nodes);
  const reached = new Uint32Array(nodes);
  const search = {
    order: new Uint32Array(nodes),
    depth: new Int32Array(nodes),
    paths: new Float64Array(nodes),
  };
  const dependency = new Float64Array(nodes);
  for (let source = 0; source < nodes; source++) {
    const count = searchFrom(network, source, search);
    reached[source] = count;
    dependency.fill(0);
    for (let place = count - 1; place > 0; place--) {
      const node = search.order[place] as number;
      distances[source] = (distances[source] as number) + (search.depth[node] as number);
      addToPredecessors(network, node, search, dependency);
      // Each pair is seen from both its ends.
      betweenness[node] = (betweenness[node] as number) + (dependency[node] as number) / 2;
    }
  }
  return { betweenness, distances, reached };
}

interface Search {
  readonly order: Uint32Array;
  readonly depth: Int32Array;
  readonly paths: Float64Array;
}

/** Breadth first: the nodes reached in the order of their distance, and the number of shortest paths to each. */
function searchFrom(
  { rows, neighbours }: SimpleNetwork,
  source: number,
  { order, depth, paths }: Search,
): number {
  depth.fill(-1);
  paths.fill(0);
  depth[source] = 0;
  paths[source] = 1;
  order[0] = source;
  let count = 1;
  for (let head = 0; head < count; head++) {
    const node = order[head] as number;
    const step = (depth[node] as number) + 1;
    for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++) {
      const other = neighbours[tie] as number;
      if (depth[other] === -1) {
        depth[other] = step;
        order[count++] = other;
      }
      if (depth[other] === step) paths[other] = (paths[other] as number) + (paths[node] as number);
    }
  }
  return count;
}

function addToPredecessors(
  { rows, neighbours }: SimpleNetwork,
  node: number,
  { depth, paths }: Search,
  dependency: Float64Array,
): void {
  const share = (1 + (dependency[node] as number)) / (paths[node] as number);
  for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++) {
    const before = neighbours[tie] as number;
    if (depth[before] === (depth[node] as number) - 1)
      dependency[before] = (dependency[before] as number) + share * (paths[before] as number);
  }
}
