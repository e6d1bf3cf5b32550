import type { ACTOR, INITIATIVE, SimpleNetwork } from './simple-network.js';

/**
 * The nodes of one mode of a two-mode network, tied to each other by what they share in the other mode (Breiger 1974).
 * SHARED: the weight is the number of shared nodes, on the incidence alone. Nodes without ties stay. Throws RangeError
 * for a network that is not two-mode. Time O(Σ k²) over the degrees k of the other mode.
 */
export function projectOn(
  network: SimpleNetwork,
  mode: typeof ACTOR | typeof INITIATIVE,
  _weighting: 'SHARED',
): SimpleNetwork {
  const { ids, modes, rows, neighbours } = network;
  if (modes === null) throw new RangeError('a one-mode network cannot be projected on a mode');
  const members = Array.from(ids.keys()).filter((node) => modes[node] === mode);
  const numberOf = new Int32Array(ids.length).fill(-1);
  for (const [index, node] of members.entries()) numberOf[node] = index;
  const shared = new Uint32Array(ids.length);
  const starts = new Uint32Array(members.length + 1);
  const [others, weights]: [number[], number[]] = [[], []];
  for (const [index, node] of members.entries()) {
    const met: number[] = [];
    for (const between of neighbours.subarray(rows[node], rows[node + 1]))
      for (const other of neighbours.subarray(rows[between], rows[between + 1])) {
        if (other === node) continue;
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    for (const other of met.sort((a, b) => a - b)) {
      others.push(numberOf[other] as number);
      weights.push(shared[other] as number);
      shared[other] = 0;
    }
    starts[index + 1] = others.length;
  }
  return {
    ids: members.map((node) => ids[node] as string),
    directed: false,
    rows: starts,
    neighbours: Uint32Array.from(others),
    weights: Float64Array.from(weights),
    modes: null,
  };
}
