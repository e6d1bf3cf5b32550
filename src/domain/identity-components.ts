import { groupBy } from './collections.js';
import { compareText } from './dates.js';
import type { Verdict } from './kinds.js';

/**
 * What judgements add up to. Identity is never destroyed: a component is computed from the judgements that stand, so
 * withdrawing one gives back what was before. (The practice of resolving by judgements is nomenklatura's.)
 */

export interface JudgementLink {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly withdrawn: boolean;
}

/** Records that are one thing. `canonical` is the one created first, of several the smallest id. */
export interface Component {
  readonly canonical: string;
  /** All records of the component, the canonical one included, in order of id; at least two. */
  readonly members: readonly string[];
}

/** A NEGATIVE judgement about two records that POSITIVE ones make the same. */
export interface Conflict {
  /** Id of the negative judgement. */
  readonly negative: string;
  /** Ids of the positive judgements that join its ends: a shortest chain, in order from its left to its right. */
  readonly path: readonly string[];
}

export interface Components {
  /** In order of their canonical ids; a record without a positive judgement is in none. */
  readonly components: readonly Component[];
  /** The canonical record of each member. */
  readonly canonicalOf: ReadonlyMap<string, string>;
  /** In order of the negative judgements' ids. */
  readonly conflicts: readonly Conflict[];
}

interface Step {
  readonly to: string;
  readonly by: string;
}

/**
 * Connected components over the POSITIVE judgements that are not withdrawn, and the NEGATIVE ones they contradict.
 * `created` has the sequence number of the change that made each record; a record it does not know counts as the
 * youngest. The answer does not depend on the order of the judgements. O(J log J), and O(J) more for each conflict.
 */
export function componentsOf(
  judgements: readonly JudgementLink[],
  created: ReadonlyMap<string, number>,
): Components {
  const live = judgements.filter(({ withdrawn }) => !withdrawn).sort((a, b) => compareText(a.id, b.id));
  const steps = stepsOf(live.filter(({ verdict }) => verdict === 'POSITIVE'));
  const age = (id: string) => created.get(id) ?? Number.POSITIVE_INFINITY;
  const older = (a: string, b: string) => (age(a) === age(b) ? compareText(a, b) : age(a) < age(b) ? -1 : 1);

  const canonicalOf = new Map<string, string>();
  // From the oldest on, so that the record at which a walk starts is the canonical one of all it reaches.
  for (const start of [...steps.keys()].sort(older))
    if (!canonicalOf.has(start))
      for (const member of walk(steps, start).keys()) canonicalOf.set(member, start);

  const members = groupBy([...canonicalOf.keys()].sort(compareText), (id) => canonicalOf.get(id) ?? id);
  const components = [...members]
    .map(([canonical, ids]) => ({ canonical, members: ids }))
    .sort((a, b) => compareText(a.canonical, b.canonical));
  const conflicts = live
    .filter(({ verdict, left, right }) => verdict === 'NEGATIVE' && isOne(canonicalOf, left, right))
    .map(({ id, left, right }) => ({ negative: id, path: pathBetween(steps, left, right) }));
  return { components, canonicalOf, conflicts };
}

/** True when two records are one, also when they are the same record. */
function isOne(canonicalOf: ReadonlyMap<string, string>, left: string, right: string): boolean {
  return (canonicalOf.get(left) ?? left) === (canonicalOf.get(right) ?? right);
}

function stepsOf(positive: readonly JudgementLink[]): Map<string, Step[]> {
  const both = positive
    .filter(({ left, right }) => left !== right)
    .flatMap(({ id, left, right }) => [
      { from: left, to: right, by: id },
      { from: right, to: left, by: id },
    ]);
  return groupBy(both, ({ from }) => from);
}

/** All that can be reached from `start`, nearest first, each with the step back towards it. */
function walk(steps: ReadonlyMap<string, readonly Step[]>, start: string): Map<string, Step | null> {
  const back = new Map<string, Step | null>([[start, null]]);
  // A map is walked in order of insertion, also past what is added meanwhile: it is its own queue.
  for (const at of back.keys())
    for (const { to, by } of steps.get(at) ?? []) if (!back.has(to)) back.set(to, { to: at, by });
  return back;
}

function pathBetween(steps: ReadonlyMap<string, readonly Step[]>, left: string, right: string): string[] {
  const back = walk(steps, right);
  const path: string[] = [];
  for (let step = back.get(left); step; step = back.get(step.to)) path.push(step.by);
  return path;
}
