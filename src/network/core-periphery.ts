import type { SimpleNetwork } from './simple-network.js';

export interface CorePeriphery {
  /** Pearson's r of the ties with the ideal; NaN where no core has one. */
  readonly r: number;
  /** The cores that reach it, as node numbers in order; at most `MOST_CORES`, those with the first nodes. */
  readonly cores: ReadonlyArray<readonly number[]>;
}

/** More equally good cores are not listed: the model then says little. */
export const MOST_CORES = 100;

/** A search by trying every core takes 2^n steps. */
export const MOST_NODES_EXHAUSTIVE = 24;

/**
 * Pearson's r, over the unordered pairs of nodes, of being tied with being tied in an ideal core-periphery structure: there a
 * pair is tied when either of the two is in the core. It depends on two numbers only, the size of the core and the ties that
 * touch it. NaN where the ties or the ideal are the same for all pairs: no ties, all ties, a core of none or of n - 1.
 */
export function coreCorrelation({
  ids,
  neighbours,
}: SimpleNetwork): (coreSize: number, touching: number) => number {
  const pairsOf = (n: number) => (n * (n - 1)) / 2;
  const [n, ties] = [ids.length, neighbours.length / 2];
  const pairs = pairsOf(n);
  return (coreSize, touching) => {
    const ideal = pairs - pairsOf(n - coreSize);
    const spread = Math.sqrt(ties * (pairs - ties) * ideal * (pairs - ideal));
    return spread === 0 ? Number.NaN : (pairs * touching - ties * ideal) / spread;
  };
}

/**
 * The best core and all that are as good, by trying every one: O(2^n), for networks of up to `MOST_NODES_EXHAUSTIVE` nodes;
 * RangeError above. Undirected, weights do not count, isolates do.
 * The discrete model of Borgatti & Everett 2000.
 */
export function bestCores(network: SimpleNetwork): CorePeriphery {
  const n = network.ids.length;
  if (n > MOST_NODES_EXHAUSTIVE)
    throw new RangeError(`${n} nodes: every core can be tried of up to ${MOST_NODES_EXHAUSTIVE}`);
  const correlation = coreCorrelation(network);
  const most = new Int32Array(n + 1);
  eachCore(network, (_, size, touching) => {
    most[size] = Math.max(most[size] as number, touching);
  });
  const bySize = Array.from(most, (touching, size) => correlation(size, touching));
  const r = Math.max(...bySize.filter((value) => !Number.isNaN(value)));
  if (r === Number.NEGATIVE_INFINITY) return { r: Number.NaN, cores: [] };
  const found: number[] = [];
  eachCore(network, (core, size, touching) => {
    if (touching === most[size] && isAsGood(bySize[size] as number, r)) found.push(core);
  });
  const cores = found.sort((a, b) => b - a).slice(0, MOST_CORES);
  const nodes = [...network.ids.keys()];
  return { r, cores: cores.map((core) => nodes.filter((node) => (core & bitOf(node, n)) !== 0)) };
}

/** Whether one r is as high as another but for rounding. */
export const isAsGood = (r: number, best: number): boolean => r > best - 1e-12;

/** The first node has the highest bit, so that cores sort by their first members. */
const bitOf = (node: number, nodes: number): number => 1 << (nodes - 1 - node);

/** Tells each core, as a set of bits, with its size and the ties that touch it: each differs from the last by one node. */
function eachCore(
  network: SimpleNetwork,
  tell: (core: number, size: number, touching: number) => void,
): void {
  const { ids, rows, neighbours } = network;
  const n = ids.length;
  const tiedTo = new Uint32Array(n);
  for (let node = 0; node < n; node++)
    for (const other of neighbours.subarray(rows[node], rows[node + 1]))
      tiedTo[node] = (tiedTo[node] as number) | bitOf(other, n);
  let [core, size, touching] = [0, 0, 0];
  for (let step = 1; step < 2 ** n; step++) {
    const node = 31 - Math.clz32(step & -step);
    const fresh = bitCount((tiedTo[node] as number) & ~core);
    const sign = (core & bitOf(node, n)) === 0 ? 1 : -1;
    core ^= bitOf(node, n);
    size += sign;
    touching += sign * fresh;
    tell(core, size, touching);
  }
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
