import type { SimpleNetwork } from './simple-network.js';

export interface ModularityOptions {
  /** Whether weights count; otherwise each tie counts 1. */
  readonly weighted?: boolean;
  /** How small communities are: 1 is the definition of 2004; above it smaller ones fare better, below it larger ones. */
  readonly resolution?: number;
}

/**
 * How much more of the ties lie within communities than chance would put there, of an undirected network.
 *
 * Q = Σ_c [ W_c / W - γ (S_c / 2W)² ]: W the weight of all ties, W_c of those within community c, S_c the sum of the
 * strengths of its nodes, γ the resolution. `membership` is the community of each node, a whole number from 0.
 *
 * Range: below 1, and at γ = 1 from -0.5. Isolates add nothing; NaN without ties. Self-loops: SimpleNetwork has none. O(n + m).
 * RangeError when `membership` is not one community a node.
 * Newman & Girvan 2004; with γ, Reichardt & Bornholdt 2006.
 */
export function modularity(
  network: SimpleNetwork,
  membership: ArrayLike<number>,
  { weighted = false, resolution = 1 }: ModularityOptions = {},
): number {
  const { rows, neighbours, weights, ids } = network;
  if (membership.length !== ids.length)
    throw new RangeError(`${membership.length} memberships of ${ids.length} nodes`);
  const strengths = new Map<number, number>();
  let [all, within] = [0, 0];
  for (let node = 0; node < ids.length; node++) {
    const community = membership[node] as number;
    let strength = 0;
    for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++) {
      const weight = weighted ? (weights[tie] as number) : 1;
      strength += weight;
      if (membership[neighbours[tie] as number] === community) within += weight;
    }
    all += strength;
    strengths.set(community, (strengths.get(community) ?? 0) + strength);
  }
  let expected = 0;
  for (const strength of strengths.values()) expected += (strength / all) ** 2;
  return all === 0 ? Number.NaN : within / all - resolution * expected;
}
