import { compareText } from '../domain/dates.js';

/**
 * A network that measures run on: simple (no self-loops, at most one tie between two nodes), weighted, in compressed
 * sparse rows. Nodes are numbered in the order of their ids; each row is sorted by neighbour. An undirected tie lies in
 * the rows of both its ends, a directed one in that of its origin.
 *
 * Memory: 12 bytes a row entry, 4 a node, and the ids.
 */
export interface SimpleNetwork {
  readonly ids: readonly string[];
  readonly directed: boolean;
  /** Where the row of a node begins in `neighbours` and `weights`; one more than there are nodes. */
  readonly rows: Uint32Array;
  readonly neighbours: Uint32Array;
  /** A weight is a strength, greater than 0: a distance is its reciprocal. */
  readonly weights: Float64Array;
  /** `ACTOR` or `INITIATIVE` of each node in a two-mode network; null in a one-mode one. */
  readonly modes: Uint8Array | null;
}

export const ACTOR = 0;
export const INITIATIVE = 1;

/** One recorded tie: from, to and weight. Of a two-mode network, either end may come first. */
export type RawTie = readonly [from: string, to: string, weight: number];

/** What was done to the recorded ties to make a simple network of them. */
export interface Cleaning {
  /** Ties from a node to itself, dropped. */
  readonly selfLoops: number;
  /** Ties within one mode of a two-mode network, dropped. */
  readonly sameMode: number;
  /** Ties between two that were tied already; their weights are added up. */
  readonly parallelsMerged: number;
}

export interface NetworkParts {
  /** Also those without ties: isolates stay. */
  readonly ids: readonly string[];
  readonly ties: Iterable<RawTie>;
  readonly directed?: boolean;
  /** The mode of each id, for a two-mode network. */
  readonly modeOf?: (id: string) => typeof ACTOR | typeof INITIATIVE;
}

/**
 * Makes recorded ties into a simple network: drops self-loops and ties within a mode, adds up the weights of parallels,
 * keeps isolates. `counts` says of each entry of `neighbours` how many recorded ties it stands for. The result depends on
 * the set of ties only, not on their order. Throws RangeError for a tie whose end is not among the ids, and for a weight
 * that is not a number above 0: callers tell people about those beforehand.
 * Time O(n log n + m log m).
 */
export function buildNetwork({ ids: given, ties, directed = false, modeOf }: NetworkParts): {
  readonly network: SimpleNetwork;
  readonly cleaning: Cleaning;
  readonly counts: Uint32Array;
} {
  const ids = [...new Set(given)].sort(compareText);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const modes = modeOf === undefined ? null : Uint8Array.from(ids, modeOf);
  const cleaning = { selfLoops: 0, sameMode: 0, parallelsMerged: 0 };
  const merged = new Map<number, Merged>();
  for (const [from, to, weight] of ties) {
    const [a, b] = [indexes.get(from), indexes.get(to)];
    if (a === undefined || b === undefined)
      throw new RangeError(`a tie of ${from} and ${to}, not both of them nodes`);
    if (!(weight > 0) || weight === Number.POSITIVE_INFINITY)
      throw new RangeError(`the weight ${weight} of ${from} and ${to}`);
    if (a === b) cleaning.selfLoops++;
    else if (modes !== null && modes[a] === modes[b]) cleaning.sameMode++;
    else {
      const key = directed || a < b ? a * ids.length + b : b * ids.length + a;
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { weight, count: 1 });
      else {
        cleaning.parallelsMerged++;
        known.weight += weight;
        known.count++;
      }
    }
  }
  const { counts, ...rows } = compressed(ids.length, merged, directed);
  return { network: { ids, directed, modes, ...rows }, cleaning, counts };
}

/** The recorded ties between the same two. */
interface Merged {
  weight: number;
  count: number;
}

/** Rows of the ties by key `from * nodes + to`. */
function compressed(
  nodes: number,
  merged: ReadonlyMap<number, Merged>,
  directed: boolean,
): Pick<SimpleNetwork, 'rows' | 'neighbours' | 'weights'> & { readonly counts: Uint32Array } {
  // Numbers, not objects: a typed array sorts ten times as fast.
  const keys = Float64Array.from(merged.keys()).sort();
  const rows = new Uint32Array(nodes + 1);
  for (const key of keys)
    for (const end of directed ? [Math.floor(key / nodes)] : [Math.floor(key / nodes), key % nodes])
      rows[end + 1] = (rows[end + 1] as number) + 1;
  for (let node = 0; node < nodes; node++)
    rows[node + 1] = (rows[node + 1] as number) + (rows[node] as number);
  const entries = rows[nodes] as number;
  const next = rows.slice();
  const neighbours = new Uint32Array(entries);
  const weights = new Float64Array(entries);
  const counts = new Uint32Array(entries);
  const add = (node: number, other: number, { weight, count }: Merged) => {
    const place = next[node] as number;
    next[node] = place + 1;
    neighbours[place] = other;
    weights[place] = weight;
    counts[place] = count;
  };
  // In the order of keys, the smaller neighbours of a node come to its row before the larger ones, each in order.
  for (const key of keys) {
    const [from, to, tie] = [Math.floor(key / nodes), key % nodes, merged.get(key) as Merged];
    add(from, to, tie);
    if (!directed) add(to, from, tie);
  }
  return { rows, neighbours, weights, counts };
}

/** The number of ties of a network, each once. */
export function tieCount({ directed, neighbours }: SimpleNetwork): number {
  return directed ? neighbours.length : neighbours.length / 2;
}

/** The ties of an undirected network as pairs of node numbers, the smaller first, in order. */
export function* tiesOf({
  rows,
  neighbours,
  weights,
  directed,
}: SimpleNetwork): Generator<readonly [from: number, to: number, weight: number]> {
  for (let node = 0; node + 1 < rows.length; node++)
    for (let at = rows[node] as number; at < (rows[node + 1] as number); at++) {
      const other = neighbours[at] as number;
      if (directed || node < other) yield [node, other, weights[at] as number];
    }
}

/** Whether two nodes are tied (for a directed network: from the first to the second). O(log degree). */
export function isTied({ rows, neighbours }: SimpleNetwork, from: number, to: number): boolean {
  let [low, high] = [rows[from] as number, (rows[from + 1] as number) - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = neighbours[middle] as number;
    if (found === to) return true;
    if (found < to) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
