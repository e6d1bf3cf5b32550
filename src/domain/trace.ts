import { groupBy } from './collections.js';
import { coverageOf } from './coverage.js';
import { compareDates, compareText, type Day, type Span, spanOf } from './dates.js';
import { CLAIM_KINDS, type ClaimKind, type ClaimStatus, type Helix, type RecordType } from './kinds.js';
import { holdsDuring, mayHaveBegunBy, storyDate } from './periods.js';
import type { Actor, Claim, JejakRecord } from './records.js';
import type { TraceRule } from './relation.js';
import { RELATIONS } from './relations.js';

/**
 * The trace: from a root, claim by claim, to everything behind it (who made it possible) or ahead of it (what came
 * of it). Which claims are passed, and in which direction, is data in the relation registry. Breadth first, each
 * claim once, so cycles end and the shortest way to a thing is the one told.
 */

export const TRACE_DIRECTIONS = ['BEHIND', 'AHEAD'] as const;
export type TraceDirection = (typeof TRACE_DIRECTIONS)[number];

/** What may be traced, and in which direction unless asked otherwise. */
export const TRACE_ROOTS = {
  achievement: 'BEHIND',
  initiative: 'BEHIND',
  issue: 'AHEAD',
  actor: 'AHEAD',
  place: 'AHEAD',
} as const satisfies Partial<Record<RecordType, TraceDirection>>;
export type TraceRootType = keyof typeof TRACE_ROOTS;

export const MAX_TRACE_DEPTH = 12;

export interface TraceOptions {
  readonly direction: TraceDirection;
  /** Hops from the root, 1 to MAX_TRACE_DEPTH. */
  readonly depth: number;
  /** Leaves out what had certainly not begun by the end of that day; null leaves out nothing. */
  readonly asOf: Day | null;
  readonly statuses: readonly ClaimStatus[];
}

export interface TraceStep {
  /** Hops from the root; the first hop is 1. */
  readonly depth: number;
  readonly claim: Claim;
  readonly from: JejakRecord;
  readonly to: JejakRecord;
}

export const TRACE_GAP_KINDS = [
  'HELIX_ABSENT',
  'SINGLE_SOURCE',
  'DATE_UNKNOWN',
  'RECIPIENT_UNKNOWN',
] as const;

/** Something that the trace can't tell, so that a reader doesn't take silence for an answer. */
export interface TraceGap {
  readonly kind: (typeof TRACE_GAP_KINDS)[number];
  readonly helix: Helix | null;
  readonly step: TraceStep | null;
  readonly node: JejakRecord | null;
}

export interface Trace {
  readonly root: JejakRecord;
  /** By depth, then date (unknown last), then claim id. */
  readonly steps: readonly TraceStep[];
  /** Actors met, in the order of the steps; the root when it is one. */
  readonly actors: readonly Actor[];
  readonly gaps: readonly TraceGap[];
  /** Ids of the sources of all steps, in the order of first mention. */
  readonly sources: readonly string[];
}

/** The `SIDE:KIND` keys by which the store fetches the claims a trace can pass: at the root, and further on. */
export function traceKeys(direction: TraceDirection): { first: string[]; further: string[] } {
  const keys = (allowed: (rule: TraceRule) => boolean) =>
    CLAIM_KINDS.flatMap((kind) =>
      rulesOf(kind, direction)
        .filter(allowed)
        .map(({ from }) => `${from.toUpperCase()}:${kind}`),
    );
  return { first: keys(() => true), further: keys(({ rootOnly }) => rootOnly !== true) };
}

/**
 * Walks the claims. `claims` may hold more than the trace passes; `records` must hold the root and both ends of each
 * claim. Pure: the same on both engines.
 */
export function trace(
  root: JejakRecord,
  claims: readonly Claim[],
  records: ReadonlyMap<string, JejakRecord>,
  options: TraceOptions,
): Trace {
  const usable = claims.filter(
    (claim) =>
      options.statuses.includes(claim.status) &&
      (options.asOf === null || mayHaveBegunBy(claim, options.asOf)),
  );
  const around = groupBy(
    usable.flatMap((claim) => [
      { at: claim.subject, side: 'subject' as const, claim },
      { at: claim.object, side: 'object' as const, claim },
    ]),
    ({ at }) => at,
  );
  const steps: TraceStep[] = [];
  const passed = new Set<string>();
  const reached = new Set([root.id]);
  let frontier: Stop[] = [{ record: root, day: dayOf(root, null) }];
  for (let depth = 1; depth <= options.depth && frontier.length > 0; depth++) {
    const next: Stop[] = [];
    for (const stop of frontier) {
      const found = (around.get(stop.record.id) ?? [])
        .filter(({ claim, side }) => !passed.has(claim.id) && leads(claim, side, stop, depth === 1, options))
        .sort((a, b) => compareClaims(a.claim, b.claim));
      for (const { claim, side } of found) {
        const to = records.get(side === 'subject' ? claim.object : claim.subject);
        if (to === undefined)
          throw new Error(`trace: the record at the far end of claim ${claim.id} is missing`);
        // A claim that only leads back to where the story has been adds nothing to it.
        if (passed.has(claim.id) || to.id === root.id) continue;
        passed.add(claim.id);
        steps.push({ depth, claim, from: stop.record, to });
        if (!reached.has(to.id)) next.push({ record: to, day: dayOf(to, claimDay(claim) ?? stop.day) });
        reached.add(to.id);
      }
    }
    frontier = next;
  }
  steps.sort((a, b) => a.depth - b.depth || compareClaims(a.claim, b.claim));
  return { root, steps, ...summary(root, steps) };
}

/** A place the walk has reached, with the days on which the story stands there; null when no date is known. */
interface Stop {
  readonly record: JejakRecord;
  readonly day: Span | null;
}

function leads(
  claim: Claim,
  side: 'subject' | 'object',
  stop: Stop,
  isRoot: boolean,
  options: TraceOptions,
): boolean {
  return rulesOf(claim.kind, options.direction).some(
    (rule) =>
      rule.from === side &&
      (isRoot || rule.rootOnly !== true) &&
      (rule.roles === undefined || rule.roles.includes(claim.role ?? '')) &&
      (rule.entry === undefined || rule.entry.includes(stop.record.type)) &&
      (rule.onDay !== true || (stop.day !== null && holdsDuring(claim, stop.day))),
  );
}

function rulesOf(kind: ClaimKind, direction: TraceDirection): readonly TraceRule[] {
  return RELATIONS[kind].trace[direction === 'BEHIND' ? 'behind' : 'ahead'];
}

function claimDay(claim: Claim): Span | null {
  const date = storyDate(claim);
  return date === null ? null : spanOf(date);
}

/** The days of an event or achievement are its own; an actor stands where the hop that led to it stands. */
function dayOf(record: JejakRecord, inherited: Span | null): Span | null {
  if (record.type === 'achievement') return (record.date === null ? null : spanOf(record.date)) ?? inherited;
  if (record.type !== 'initiative') return inherited;
  const date = storyDate(record);
  return (date === null ? null : spanOf(date)) ?? inherited;
}

function compareClaims(a: Claim, b: Claim): number {
  return compareDates(storyDate(a), storyDate(b)) || compareText(a.id, b.id);
}

function summary(root: JejakRecord, steps: readonly TraceStep[]): Pick<Trace, 'actors' | 'gaps' | 'sources'> {
  const met = [root, ...steps.flatMap(({ from, to }) => [from, to])];
  const things = [...new Map(met.map((record) => [record.id, record])).values()];
  const actors = things.filter((record) => record.type === 'actor');
  const sources = [...new Set(steps.flatMap(({ claim }) => claim.evidence.map(({ source }) => source)))];
  return { actors, sources, gaps: gapsOf(things, actors, steps) };
}

const NO_GAP = { helix: null, step: null, node: null };

function gapsOf(
  things: readonly JejakRecord[],
  actors: readonly Actor[],
  steps: readonly TraceStep[],
): TraceGap[] {
  const recipients = new Set(
    steps.filter(({ claim }) => claim.role === 'RECIPIENT').map(({ claim }) => claim.subject),
  );
  return [
    ...coverageOf(actors).absent.map((helix) => ({ ...NO_GAP, kind: 'HELIX_ABSENT' as const, helix })),
    ...things.flatMap((node): TraceGap[] => {
      if (node.type !== 'achievement') return [];
      const undated = node.date === null ? [{ ...NO_GAP, kind: 'DATE_UNKNOWN' as const, node }] : [];
      return recipients.has(node.id) ? undated : [...undated, { ...NO_GAP, kind: 'RECIPIENT_UNKNOWN', node }];
    }),
    ...steps.filter(isUndated).map((step) => ({ ...NO_GAP, kind: 'DATE_UNKNOWN' as const, step })),
    ...steps
      .filter(({ claim }) => new Set(claim.evidence.map(({ source }) => source)).size === 1)
      .map((step) => ({ ...NO_GAP, kind: 'SINGLE_SOURCE' as const, step })),
  ];
}

/** Kinds that say where something lies or belongs hold without a date; all others happened at some time. */
const TIMELESS: readonly ClaimKind[] = ['PART_OF', 'LOCATED_IN', 'ADDRESSES'];

function isUndated({ claim, from, to }: TraceStep): boolean {
  return !TIMELESS.includes(claim.kind) && storyDate(claim) === null && !hasDate(from) && !hasDate(to);
}

function hasDate(record: JejakRecord): boolean {
  return dayOf(record, null) !== null;
}
