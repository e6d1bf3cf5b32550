import { incoming } from './incoming.js';
import { count, type PathTotals } from './path-totals.js';
import type { SimpleNetwork } from './simple-network.js';

/**
 * Betweenness, closeness and harmonic centrality in one pass over the shortest paths from each source, counted in ties.
 * Brandes 2001, without lists of predecessors and without asking a node for its distance: a search goes level by level,
 * and `value` holds something above 0 only for levels that are done. Since a tie leads at most one level on, the sum of
 * `value` over the neighbours of a node of the next level is the sum over its predecessors alone; on the way back likewise
 * over its successors. So each step from a level to the next may either `push` what the nodes of one level have to all
 * their neighbours, or `pull` it from the other side, whichever has fewer ties to look at. What is pushed to levels that
 * are done is never read.
 *
 * Time O(m) a source, most of it summing in a row; memory 46 bytes a node. The number of shortest paths of a pair must
 * stay below 1e308.
 */
export function brandes(network: SimpleNetwork, sources: Iterable<number>, into: PathTotals): void {
  const search = newSearch(network);
  for (const source of sources) {
    const last = outward(search, source);
    countDistances(search, last, source, into);
    inward(search, last, into.betweenness);
  }
}

/** Buffers of the searches over one network. */
interface Search {
  readonly nodes: number;
  readonly rows: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Rows of the ties that come in; for an undirected network the same. */
  readonly inRows: Uint32Array;
  readonly inNeighbours: Uint32Array;
  readonly value: Float64Array;
  /** 1 for a node that no level holds yet. */
  readonly unseen: Uint8Array;
  /** The nodes found, level by level. One longer than there are nodes: a node is written down before it is known to be new. */
  readonly order: Uint32Array;
  /** The numbers of shortest paths to the nodes, in their order. */
  readonly paths: Float64Array;
  /** Of the nodes in their order: the sum over successors of (1 + dependency) / paths, then with 1 / paths added. */
  readonly beyond: Float64Array;
  /** Where a level begins in `order`. */
  readonly levels: Uint32Array;
  /** The number of ties that go out from, and come in to, the nodes of a level. */
  readonly outgoing: Float64Array;
  readonly ingoing: Float64Array;
}

function newSearch(network: SimpleNetwork): Search {
  const nodes = network.ids.length;
  const into = incoming(network);
  return {
    nodes,
    rows: network.rows,
    neighbours: network.neighbours,
    inRows: into.rows,
    inNeighbours: into.neighbours,
    value: new Float64Array(nodes),
    unseen: new Uint8Array(nodes),
    order: new Uint32Array(nodes + 1),
    paths: new Float64Array(nodes),
    beyond: new Float64Array(nodes),
    levels: new Uint32Array(nodes + 2),
    outgoing: new Float64Array(nodes + 1),
    ingoing: new Float64Array(nodes + 1),
  };
}

/** A look at a tie that pulls takes about this part of one that pushes, as measured. */
const PULL = 0.4;

/** Finds levels and numbers of paths. Returns the last level. */
function outward(search: Search, source: number): number {
  const { value, unseen, order, paths, levels, outgoing, ingoing } = search;
  value.fill(0);
  unseen.fill(1);
  [order[0], paths[0], value[source], unseen[source]] = [source, 1, 1, 0];
  [levels[0], levels[1]] = [0, 1];
  countTies(search, 0);
  let left = search.neighbours.length - (ingoing[0] as number);
  for (let level = 0; ; level++) {
    const [from, to] = [levels[level] as number, levels[level + 1] as number];
    const end = PULL * left < (outgoing[level] as number) ? pull(search, to) : push(search, from, to);
    if (end === to) return level;
    levels[level + 2] = end;
    countTies(search, level + 1);
    left -= ingoing[level + 1] as number;
  }
}

function countTies({ rows, inRows, order, levels, outgoing, ingoing }: Search, level: number): void {
  let [out, into] = [0, 0];
  for (let place = levels[level] as number; place < (levels[level + 1] as number); place++) {
    const node = order[place] as number;
    out += (rows[node + 1] as number) - (rows[node] as number);
    into += (inRows[node + 1] as number) - (inRows[node] as number);
  }
  outgoing[level] = out;
  ingoing[level] = into;
}

/** Finds the next level from the last one, at `from` to `to` in the order. Returns where the new one ends. */
function push(search: Search, from: number, to: number): number {
  const { rows, neighbours, value, unseen, order, paths } = search;
  let end = to;
  for (let place = from; place < to; place++) {
    const node = order[place] as number;
    const number = paths[place] as number;
    const stop = rows[node + 1] as number;
    for (let at = rows[node] as number; at < stop; at++) {
      const other = neighbours[at] as number;
      value[other] = (value[other] as number) + number;
      // Without a branch, which a processor would guess wrong every other time.
      order[end] = other;
      end += unseen[other] as number;
      unseen[other] = 0;
    }
  }
  for (let place = to; place < end; place++) paths[place] = value[order[place] as number] as number;
  return end;
}

/** Finds the next level among the nodes not yet seen; it begins at `from` in the order. Returns where it ends. */
function pull(search: Search, from: number): number {
  const { nodes, inRows, inNeighbours, value, unseen, order, paths } = search;
  let stop = from;
  for (let node = 0; node < nodes; node++) {
    order[stop] = node;
    stop += unseen[node] as number;
  }
  let end = from;
  for (let place = from; place < stop; place++) {
    const node = order[place] as number;
    const number = sumOver(inRows, inNeighbours, node, value);
    if (number === 0) continue;
    order[end] = node;
    paths[end++] = number;
  }
  for (let place = from; place < end; place++) {
    const node = order[place] as number;
    value[node] = paths[place] as number;
    unseen[node] = 0;
  }
  return end;
}

function sumOver(rows: Uint32Array, neighbours: Uint32Array, node: number, value: Float64Array): number {
  const stop = rows[node + 1] as number;
  let sum = 0;
  for (let at = rows[node] as number; at < stop; at++) sum += value[neighbours[at] as number] as number;
  return sum;
}

function countDistances({ order, levels }: Search, last: number, source: number, into: PathTotals): void {
  for (let level = 1; level <= last; level++) {
    const [from, to] = [levels[level] as number, levels[level + 1] as number];
    count(into.from, source, level, to - from);
    if (into.to === null) continue;
    for (let place = from; place < to; place++) count(into.to, order[place] as number, level);
  }
  into.farthest[source] = (into.farthest[source] as number) + last;
}

/** Adds the dependency of the source on every other node, from the last level to the first. */
function inward(search: Search, last: number, betweenness: Float64Array): void {
  const { value, order, paths, beyond, levels, outgoing, ingoing } = search;
  value.fill(0);
  beyond.fill(0, levels[last] as number, levels[last + 1] as number);
  for (let level = last; level > 0; level--) {
    const [before, from, to] = [levels[level - 1], levels[level], levels[level + 1]] as [
      number,
      number,
      number,
    ];
    for (let place = from; place < to; place++) {
      const node = order[place] as number;
      const sum = beyond[place] as number;
      const number = paths[place] as number;
      betweenness[node] = (betweenness[node] as number) + number * sum;
      beyond[place] = sum + 1 / number;
    }
    if (level === 1) return;
    if ((ingoing[level] as number) < (outgoing[level - 1] as number)) pushBack(search, before, from, to);
    else pullBack(search, before, from, to);
  }
}

/** Takes what lies beyond the level from `from` to `to` to the one before it, from `before` to `from`. */
function pushBack(search: Search, before: number, from: number, to: number): void {
  const { inRows, inNeighbours, value, order, beyond } = search;
  for (let place = from; place < to; place++) {
    const node = order[place] as number;
    const given = beyond[place] as number;
    const stop = inRows[node + 1] as number;
    for (let at = inRows[node] as number; at < stop; at++) {
      const other = inNeighbours[at] as number;
      value[other] = (value[other] as number) + given;
    }
  }
  for (let place = before; place < from; place++) beyond[place] = value[order[place] as number] as number;
}

function pullBack(search: Search, before: number, from: number, to: number): void {
  const { rows, neighbours, value, order, beyond } = search;
  for (let place = from; place < to; place++) value[order[place] as number] = beyond[place] as number;
  for (let place = before; place < from; place++)
    beyond[place] = sumOver(rows, neighbours, order[place] as number, value);
}
