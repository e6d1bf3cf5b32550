import type { SimpleNetwork } from './simple-network.js';

/** What the shares of the nodes together may still be off by. */
const PRECISION = 1e-15;

/**
 * PageRank (Brin & Page 1998): the share of time that a walker spends at each node who, at each step, with probability `damping`
 * follows one of the ties that go out (in proportion to `strengths`, in the order of the rows), and otherwise, or where none
 * goes out, jumps to any node. Each step brings the shares closer by the factor `damping`, so the number of steps is known
 * beforehand. Time O((n + m) log(precision) / log(damping)).
 */
export function pageRank(
  { rows, neighbours, ids }: SimpleNetwork,
  strengths: Float64Array,
  damping: number,
): Float64Array {
  const nodes = ids.length;
  const outgoing = Float64Array.from(ids, (_, node) =>
    strengths.subarray(rows[node], rows[node + 1]).reduce((sum, strength) => sum + strength, 0),
  );
  let shares = new Float64Array(nodes).fill(1 / nodes);
  const steps = damping === 0 ? 1 : Math.ceil(Math.log(PRECISION / 2) / Math.log(damping));
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(nodes);
    let stuck = 0;
    for (let node = 0; node < nodes; node++) {
      const [share, total] = [shares[node] as number, outgoing[node] as number];
      if (total === 0) stuck += share;
      for (let at = rows[node] as number; at < (rows[node + 1] as number); at++) {
        const other = neighbours[at] as number;
        next[other] = (next[other] as number) + (share * (strengths[at] as number)) / total;
      }
    }
    const jumps = (1 - damping + damping * stuck) / nodes;
    const change = next.reduce((sum, came, node) => {
      next[node] = damping * came + jumps;
      return sum + Math.abs((next[node] as number) - (shares[node] as number));
    }, 0);
    shares = next;
    if (change < PRECISION) break;
  }
  return shares;
}
