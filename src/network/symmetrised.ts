import { buildNetwork, type SimpleNetwork, tiesOf } from './simple-network.js';

/**
 * The undirected network behind a directed one: two are tied when either is tied to the other. The weights of both
 * directions are added up; with `weighted` false each direction counts 1. Time O(m log m).
 */
export function symmetrised(network: SimpleNetwork, weighted: boolean): SimpleNetwork {
  const { ids } = network;
  const ties = Array.from(
    tiesOf(network),
    ([from, to, weight]) => [ids[from] as string, ids[to] as string, weighted ? weight : 1] as const,
  );
  return buildNetwork({ ids, ties }).network;
}
