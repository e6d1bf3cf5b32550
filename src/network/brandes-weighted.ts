import { lengthsOf } from './lengths.js';
import { NodeHeap } from './node-heap.js';
import { count, type PathTotals } from './path-totals.js';
import type { SimpleNetwork } from './simple-network.js';

/**
 * The same totals as `brandes` for an undirected network whose ties are 1 / weight long (Newman 2001). Dijkstra's search
 * puts the nodes in order of their distance; then numbers of paths are summed in that order, dependencies against it. A
 * tie lies on a shortest path if its length is the difference of the distances of its ends, see `lengthsOf`.
 *
 * Time O(m + n log n) a source, memory 48 bytes a node and 24 a tie.
 */
export function brandesWeighted(network: SimpleNetwork, sources: Iterable<number>, into: PathTotals): void {
  const search = newSearch(network);
  for (const source of sources) {
    const found = outward(search, source);
    countDistances(search, found, source, into);
    countPaths(search, found);
    inward(search, found, into.betweenness);
  }
}

interface Search extends Pick<SimpleNetwork, 'rows' | 'neighbours'> {
  readonly lengths: Float64Array;
  readonly unit: number;
  readonly tolerance: number;
  readonly distance: Float64Array;
  readonly heap: NodeHeap;
  /** The nodes found, nearest first. */
  readonly order: Uint32Array;
  /** The numbers of shortest paths to nodes; 0 for one whose turn has not come. */
  readonly paths: Float64Array;
  /** The sum over the nodes that come after a node on shortest paths of (1 + dependency) / paths. */
  readonly beyond: Float64Array;
  /** The nodes that come before a node on shortest paths: row by row, in the order of the nodes found. */
  readonly before: Uint32Array;
  readonly starts: Uint32Array;
}

function newSearch(network: SimpleNetwork): Search {
  const { rows, neighbours, ids } = network;
  const distance = new Float64Array(ids.length);
  return {
    ...lengthsOf(network),
    rows,
    neighbours,
    distance,
    heap: new NodeHeap(distance),
    order: new Uint32Array(ids.length),
    paths: new Float64Array(ids.length),
    beyond: new Float64Array(ids.length),
    before: new Uint32Array(neighbours.length),
    starts: new Uint32Array(ids.length + 2),
  };
}

/** Finds distances and the order of the nodes by them. Returns how many nodes it found. */
function outward({ rows, neighbours, lengths, distance, heap, order }: Search, source: number): number {
  distance.fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  heap.put(source);
  let found = 0;
  for (let node = heap.take(); node >= 0; node = heap.take()) {
    order[found++] = node;
    const here = distance[node] as number;
    const stop = rows[node + 1] as number;
    for (let at = rows[node] as number; at < stop; at++) {
      const other = neighbours[at] as number;
      const way = here + (lengths[at] as number);
      if (way >= (distance[other] as number)) continue;
      distance[other] = way;
      heap.put(other);
    }
  }
  return found;
}

function countDistances(search: Search, found: number, source: number, into: PathTotals): void {
  const { distance, order, unit } = search;
  let far = 0;
  for (let place = 1; place < found; place++) {
    const node = order[place] as number;
    far = (distance[node] as number) / unit;
    count(into.from, source, far);
    if (into.to !== null) count(into.to, node, far);
  }
  into.farthest[source] = (into.farthest[source] as number) + far;
}

/**
 * Sums the numbers of paths, and writes down who comes before whom. Where lengths are compared with a tolerance, a
 * neighbour may seem to come before whose turn has not come: it adds 0, and what it is given on the way back is not read.
 */
function countPaths(search: Search, found: number): void {
  const { rows, neighbours, lengths, distance, tolerance, order, paths, before, starts } = search;
  paths.fill(0);
  paths[order[0] as number] = 1;
  let end = 0;
  for (let place = 1; place < found; place++) {
    const node = order[place] as number;
    const here = distance[node] as number;
    const allowed = tolerance * here;
    const stop = rows[node + 1] as number;
    let sum = 0;
    for (let at = rows[node] as number; at < stop; at++) {
      const other = neighbours[at] as number;
      const excess = (distance[other] as number) + (lengths[at] as number) - here;
      if (excess > allowed) continue;
      sum += paths[other] as number;
      before[end++] = other;
    }
    paths[node] = sum;
    starts[place + 1] = end;
  }
}

/** Adds the dependency of the source on every other node, from the farthest to the nearest. */
function inward(
  { order, paths, beyond, before, starts }: Search,
  found: number,
  betweenness: Float64Array,
): void {
  beyond.fill(0);
  for (let place = found - 1; place > 0; place--) {
    const node = order[place] as number;
    const sum = beyond[node] as number;
    const number = paths[node] as number;
    betweenness[node] = (betweenness[node] as number) + number * sum;
    const given = sum + 1 / number;
    for (let at = starts[place] as number; at < (starts[place + 1] as number); at++) {
      const other = before[at] as number;
      beyond[other] = (beyond[other] as number) + given;
    }
  }
}
