import type { SimpleNetwork } from './simple-network.js';

/** What can be said of divisions of the same things into classes: one whole number from 0 each. */
export type Partition = ArrayLike<number>;

/**
 * The same division with its classes numbered 0, 1, … by size, largest first; those of one size by their first member.
 * O(n log n).
 */
export function numberedBySize(partition: Partition): Uint32Array {
  const members = new Map<number, number[]>();
  for (let index = 0; index < partition.length; index++) {
    const label = partition[index] as number;
    const known = members.get(label);
    if (known === undefined) members.set(label, [index]);
    else known.push(index);
  }
  const numbered = new Uint32Array(partition.length);
  // Classes came into the map by their first member, and sort() keeps that order among those of one size.
  const classes = [...members.values()].sort((a, b) => b.length - a.length);
  for (const [number, indexes] of classes.entries()) for (const index of indexes) numbered[index] = number;
  return numbered;
}

/**
 * Splits every class that does not hang together by ties of its own members: afterwards each class is connected. Classes
 * are numbered by their first member. O(n + m).
 */
export function connectedClasses(
  { rows, neighbours }: Pick<SimpleNetwork, 'rows' | 'neighbours'>,
  partition: Partition,
): Uint32Array {
  const nodes = partition.length;
  const found = new Uint32Array(nodes).fill(nodes);
  const stack = new Uint32Array(nodes);
  let classes = 0;
  for (let first = 0; first < nodes; first++) {
    if (found[first] !== nodes) continue;
    let height = 0;
    stack[height++] = first;
    found[first] = classes;
    while (height > 0) {
      const node = stack[--height] as number;
      for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++) {
        const other = neighbours[tie] as number;
        if (found[other] !== nodes || partition[other] !== partition[node]) continue;
        found[other] = classes;
        stack[height++] = other;
      }
    }
    classes++;
  }
  return found;
}

/** How far two divisions agree: 1 where they are the same but for the names of the classes. */
export interface Agreement {
  /** Mutual information over the arithmetic mean of both entropies: the one to report when one is reported. */
  readonly nmiArithmetic: number;
  /** … over the larger entropy. */
  readonly nmiMax: number;
  /** … over the geometric mean of the entropies. */
  readonly nmiGeometric: number;
  /** Pairs on which both agree, corrected for chance: about 0 for unrelated divisions, may be negative. */
  readonly ari: number;
}

/**
 * Normalised mutual information and the adjusted Rand index of two divisions of the same things.
 *
 * NMI = I(A; B) / mean(H(A), H(B)); ARI = (pairs together in both - expected) / (mean of pairs together in either -
 * expected). Where both put all into one class (or, for ARI, all into classes of their own) they agree: 1. Where only one
 * does, NMI and ARI are 0. Nothing to divide: NaN. RangeError for divisions of different numbers of things. O(n).
 * Vinh, Epps & Bailey 2010; Hubert & Arabie 1985.
 */
export function agreementOf(a: Partition, b: Partition): Agreement {
  if (a.length !== b.length) throw new RangeError(`divisions of ${a.length} and of ${b.length} things`);
  const n = a.length;
  if (n === 0)
    return { nmiArithmetic: Number.NaN, nmiMax: Number.NaN, nmiGeometric: Number.NaN, ari: Number.NaN };
  const [inA, inB, inBoth] = sizes(a, b);
  const [entropyA, entropyB] = [entropy(inA, n), entropy(inB, n)];
  const shared = entropyA + entropyB - entropy(inBoth, n);
  const undivided = inA.size === 1 && inB.size === 1;
  // Rounding may leave a trace of shared information where there is none, and a mean of 0 under it.
  const normalised = (mean: number) => (undivided ? 1 : shared < Number.EPSILON ? 0 : shared / mean);
  return {
    nmiArithmetic: normalised((entropyA + entropyB) / 2),
    nmiMax: normalised(Math.max(entropyA, entropyB)),
    nmiGeometric: normalised(Math.sqrt(entropyA * entropyB)),
    ari: adjustedRand(pairsIn(inA), pairsIn(inB), pairsIn(inBoth), (n * (n - 1)) / 2),
  };
}

type Sizes = ReadonlyMap<number, number>;

/** How many things are in each class of either division, and in each meeting of two classes. */
function sizes(a: Partition, b: Partition): readonly [inA: Sizes, inB: Sizes, inBoth: Sizes] {
  const [inA, inB, inBoth] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  let labels = 0;
  for (let index = 0; index < b.length; index++) labels = Math.max(labels, (b[index] as number) + 1);
  for (let index = 0; index < a.length; index++) {
    const [one, other] = [a[index] as number, b[index] as number];
    count(inA, one);
    count(inB, other);
    count(inBoth, one * labels + other);
  }
  return [inA, inB, inBoth];
}

/** In nats. */
function entropy(counts: Sizes, n: number): number {
  let sum = 0;
  for (const count of counts.values()) sum -= (count / n) * Math.log(count / n);
  return sum;
}

function pairsIn(counts: Sizes): number {
  let sum = 0;
  for (const count of counts.values()) sum += (count * (count - 1)) / 2;
  return sum;
}

function adjustedRand(inA: number, inB: number, inBoth: number, all: number): number {
  // Both divisions put the same pairs together: the same division, also where the formula is 0 / 0.
  if (inA === inBoth && inB === inBoth) return 1;
  const expected = (inA * inB) / all;
  return (inBoth - expected) / ((inA + inB) / 2 - expected);
}
