import { compareText } from '../domain/dates.js';
import { type SimpleNetwork, tiesOf } from './simple-network.js';

/** How one set came to be another. */
export interface Change<T> {
  readonly added: readonly T[];
  readonly dropped: readonly T[];
  readonly kept: readonly T[];
  /** Kept, as a share of all that are in either (Jaccard 1912); NaN when both are empty. */
  readonly jaccard: number;
  /** Kept, as a share of those before; NaN when there were none. */
  readonly retention: number;
  /** 1 − jaccard. */
  readonly turnover: number;
}

export interface NetworkChange {
  /** Ids. Isolates are nodes too: to compare only those that take part, leave the others out before. */
  readonly nodes: Change<string>;
  /** Pairs of ids; of an undirected tie the smaller id first. */
  readonly ties: Change<readonly [string, string]>;
}

/** Compares two sets, each list in the order of the set that it comes from. O(size of both). */
export function compareSets<T>(before: ReadonlySet<T>, after: ReadonlySet<T>): Change<T> {
  const added = [...after].filter((item) => !before.has(item));
  const [kept, dropped] = [[] as T[], [] as T[]];
  for (const item of before) (after.has(item) ? kept : dropped).push(item);
  const jaccard = kept.length / (before.size + added.length);
  return { added, dropped, kept, jaccard, retention: kept.length / before.size, turnover: 1 - jaccard };
}

/**
 * What was added, dropped and kept from one network to another, by id and in the order of ids; weights do not count. Throws
 * RangeError when only one of them is directed. O(n log n + m).
 */
export function compareNetworks(before: SimpleNetwork, after: SimpleNetwork): NetworkChange {
  if (before.directed !== after.directed)
    throw new RangeError('a directed network does not compare with an undirected one');
  const ids = [...new Set([...before.ids, ...after.ids])].sort(compareText);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  // A tie as one number, so that a set can hold it.
  const keysOf = (network: SimpleNetwork) => {
    const places = network.ids.map((id) => indexes.get(id) as number);
    return new Set(
      Array.from(tiesOf(network), ([a, b]) => (places[a] as number) * ids.length + (places[b] as number)),
    );
  };
  const pair = (key: number): readonly [string, string] => [
    ids[Math.floor(key / ids.length)] as string,
    ids[key % ids.length] as string,
  ];
  const { added, dropped, kept, ...shares } = compareSets(keysOf(before), keysOf(after));
  return {
    nodes: compareSets(new Set(before.ids), new Set(after.ids)),
    ties: { added: added.map(pair), dropped: dropped.map(pair), kept: kept.map(pair), ...shares },
  };
}
