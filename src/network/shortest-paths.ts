import { brandes } from './brandes.js';
import { brandesWeighted } from './brandes-weighted.js';
import { noTotals, type PathTotals } from './path-totals.js';
import { seeded } from './random.js';
import type { SimpleNetwork } from './simple-network.js';

/** Which shortest paths of a network are added up. */
export interface PathPlan {
  /** Whether a tie is 1 / weight long; otherwise 1. */
  readonly weighted: boolean;
  /** From how many nodes, drawn at random, paths are followed (Brandes & Pich 2007); null, or as many as nodes: from all. */
  readonly pivots: number | null;
  readonly seed: number;
}

/** Whether a plan follows the paths from some nodes only, so that what comes of it are estimates. */
export function isEstimate({ ids }: SimpleNetwork, { pivots }: PathPlan): boolean {
  return pivots !== null && pivots < ids.length;
}

/** The nodes from which a plan follows paths, in order. Pivots are drawn without return, each set equally likely. */
export function sourcesOf(network: SimpleNetwork, plan: PathPlan): Uint32Array {
  const nodes = Uint32Array.from(network.ids.keys());
  if (!isEstimate(network, plan)) return nodes;
  const random = seeded(plan.seed);
  const pivots = plan.pivots as number;
  for (let place = 0; place < pivots; place++) {
    const drawn = place + Math.floor(random() * (nodes.length - place));
    [nodes[place], nodes[drawn]] = [nodes[drawn] as number, nodes[place] as number];
  }
  return nodes.subarray(0, pivots).sort();
}

/**
 * The totals of some of a plan's sources: what one worker does. `addTotals` puts together what several did. Distances to
 * nodes are there for estimates, where most nodes are no source, and for directed networks, where they differ.
 */
export function totalsFrom(network: SimpleNetwork, plan: PathPlan, sources: Iterable<number>): PathTotals {
  const totals = noTotals(network, network.directed || isEstimate(network, plan));
  if (plan.weighted) brandesWeighted(network, sources, totals);
  else brandes(network, sources, totals);
  return totals;
}

const known = new WeakMap<SimpleNetwork, Map<string, PathTotals>>();

/** The totals of a plan; the measures of one network share them. */
export function pathTotals(network: SimpleNetwork, plan: PathPlan): PathTotals {
  const found = known.get(network)?.get(keyOf(network, plan));
  if (found !== undefined) return found;
  const totals = totalsFrom(network, plan, sourcesOf(network, plan));
  keepTotals(network, plan, totals);
  return totals;
}

/** Hands in the totals of a plan that were worked out elsewhere, so that measures of this network find them. */
export function keepTotals(network: SimpleNetwork, plan: PathPlan, totals: PathTotals): void {
  const plans = known.get(network) ?? new Map<string, PathTotals>();
  known.set(network, plans.set(keyOf(network, plan), totals));
}

function keyOf(network: SimpleNetwork, plan: PathPlan): string {
  const { weighted, pivots, seed } = plan;
  return JSON.stringify(isEstimate(network, plan) ? [weighted, pivots, seed] : [weighted]);
}
