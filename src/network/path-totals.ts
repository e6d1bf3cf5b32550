import type { SimpleNetwork } from './simple-network.js';

/**
 * What the shortest paths from some sources add up to. Totals of disjoint sets of sources can be added to each other, so
 * that several workers can share the sources of one network.
 */
export interface PathTotals {
  /** Of each node: over the ordered pairs of a source and another node, the share of their shortest paths that pass it. */
  readonly betweenness: Float64Array;
  /** Of each source: what it reaches. All 0 for a node that is no source. */
  readonly from: Distances;
  /** Of each node: the sources that reach it. Null when not asked for, since it takes a quarter of the time. */
  readonly to: Distances | null;
  /** Of each source: how far the farthest node is that it reaches. */
  readonly farthest: Float64Array;
}

/** Of distances to or from other nodes, as far as there are paths. */
export interface Distances {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  /** The sum of 1/distance. */
  readonly reciprocals: Float64Array;
}

/** Totals of no sources: all 0. */
export function noTotals({ ids: { length } }: SimpleNetwork, alsoTo: boolean): PathTotals {
  const distances = () => ({
    count: new Float64Array(length),
    sum: new Float64Array(length),
    reciprocals: new Float64Array(length),
  });
  return {
    betweenness: new Float64Array(length),
    from: distances(),
    to: alsoTo ? distances() : null,
    farthest: new Float64Array(length),
  };
}

/** Adds the totals of further sources. */
export function addTotals(into: PathTotals, part: PathTotals): void {
  add(into.betweenness, part.betweenness);
  add(into.farthest, part.farthest);
  addDistances(into.from, part.from);
  if (into.to !== null && part.to !== null) addDistances(into.to, part.to);
}

function addDistances(into: Distances, part: Distances): void {
  add(into.count, part.count);
  add(into.sum, part.sum);
  add(into.reciprocals, part.reciprocals);
}

function add(into: Float64Array, part: Float64Array): void {
  for (let node = 0; node < into.length; node++) into[node] = (into[node] as number) + (part[node] as number);
}

/** Counts in that `times` nodes lie at a distance from, or to, the node. */
export function count(of: Distances, node: number, distance: number, times = 1): void {
  of.count[node] = (of.count[node] as number) + times;
  of.sum[node] = (of.sum[node] as number) + times * distance;
  of.reciprocals[node] = (of.reciprocals[node] as number) + times / distance;
}
