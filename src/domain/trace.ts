import { byId, groupBy } from './collections.js';
import { coverageOf } from './coverage.js';
import { compareDates, compareText, type Day, type Span, spanOf } from './dates.js';
import { CLAIM_KINDS, type ClaimKind, type ClaimStatus, type Helix, type RecordType } from './kinds.js';
import { holdsDuring, mayHaveBegunBy, storyDate } from './periods.js';
import type { Actor, Claim, JejakRecord } from './records.js';
import type { ClaimSide, TraceRule } from './relation.js';
import { RELATIONS } from './relations.js';

/**
 * The trace: from a root, claim by claim, to everything behind it (who made it possible) or ahead of it (what came
 * of it). Which claims are passed, and in which direction, is data in the relation registry. Breadth first, each
 * claim once: cycles end, the shortest way to a claim is the one told, and a deeper trace begins with the shallower
 * one. A claim that leads to what the story has already reached is told as well, unless that is the root.
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

export const MAX_TRACE_DEPTH = 12;

export interface TraceOptions {
  readonly direction: TraceDirection;
  /** Hops from the root, 1 to MAX_TRACE_DEPTH. */
  readonly depth: number;
  /**
   * Leaves out what had certainly not begun by the end of that day; null leaves out nothing. A claim without a date
   * had not begun before both its ends had.
   */
  readonly asOf: Day | null;
  readonly statuses: readonly ClaimStatus[];
}

export interface TraceStep {
  /** Hops from the root; the first hop is 1. */
  readonly depth: number;
  readonly claim: Claim;
  readonly from: JejakRecord;
  readonly to: JejakRecord;
  /** Who else is in an agreement; empty for every other kind. */
  readonly parties: readonly Actor[];
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
  /** Actors met, in the order of the steps; the root first when it is one. */
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
 * Walks the claims. `claims` may hold more than the trace passes; `records` must hold the root, both ends of each
 * claim and its parties. Pure, and the same for every order of the claims.
 */
export function trace(
  root: JejakRecord,
  claims: readonly Claim[],
  records: ReadonlyMap<string, JejakRecord>,
  options: TraceOptions,
): Trace {
  const around = claimsByEnd(claims.filter((claim) => isUsable(claim, records, options)));
  const steps = new Map<string, TraceStep>();
  const opened = new Set<string>();
  const start: Stop = { record: root, day: null };
  const reached = new Set([standing(start)]);
  let frontier = [start];
  for (let depth = 1; depth <= options.depth && frontier.length > 0; depth++) {
    const next: Stop[] = [];
    for (const stop of frontier) {
      opened.add(stop.record.id);
      for (const { claim, side } of around.get(stop.record.id) ?? []) {
        if (!leads(claim, side, stop, depth === 1, options)) continue;
        const to = lookUp(records, side === 'subject' ? claim.object : claim.subject);
        if (to.id === root.id) continue;
        if (!steps.has(claim.id)) {
          const ends = [stop.record.id, to.id];
          const others = [claim.subject, claim.object, ...claim.parties].filter((id) => !ends.includes(id));
          const parties = others.map((id) => lookUp(records, id) as Actor);
          steps.set(claim.id, { depth, claim, from: stop.record, to, parties });
        }
        // A claim told already is passed again when it leads to an actor on another day: who held the post then?
        const onward = { record: to, day: dayAt(to, claim, stop) };
        if (!reached.has(standing(onward))) next.push(onward);
        reached.add(standing(onward));
      }
    }
    frontier = next;
  }
  const told = [...steps.values()].sort((a, b) => a.depth - b.depth || compareClaims(a.claim, b.claim));
  const met = [root, ...told.flatMap(({ from, to, parties }) => [from, to, ...parties])];
  const things = [...byId(met).values()];
  const actors = things.filter((record) => record.type === 'actor');
  const sources = new Set(told.flatMap(({ claim }) => claim.evidence.map(({ source }) => source)));
  const gaps = gapsOf({ things, actors, steps: told, opened, claims });
  return { root, steps: told, actors, gaps, sources: [...sources] };
}

/** Whether the options let a claim be told at all. */
function isUsable(
  claim: Claim,
  records: ReadonlyMap<string, JejakRecord>,
  { statuses, asOf }: TraceOptions,
): boolean {
  if (!statuses.includes(claim.status)) return false;
  if (asOf === null) return true;
  if (claim.start !== null || claim.at !== null) return mayHaveBegunBy(claim, asOf);
  return [claim.subject, claim.object].every((end) => mayHaveBegun(records.get(end), asOf));
}

function mayHaveBegun(record: JejakRecord | undefined, day: Day): boolean {
  if (record?.type === 'initiative') return mayHaveBegunBy(record, day);
  if (record?.type !== 'achievement' || record.date === null) return true;
  return (spanOf(record.date)?.earliest ?? day) <= day;
}

interface Way {
  readonly at: string;
  readonly side: ClaimSide;
  readonly claim: Claim;
}

/** The claims at each record with the side on which it stands, in story order. */
function claimsByEnd(claims: readonly Claim[]): Map<string, Way[]> {
  const inOrder = [...byId(claims).values()].sort(compareClaims);
  const ways = inOrder.flatMap((claim): Way[] => [
    { at: claim.subject, side: 'subject', claim },
    { at: claim.object, side: 'object', claim },
    ...claim.parties.map((at): Way => ({ at, side: 'party', claim })),
  ]);
  return groupBy(ways, ({ at }) => at);
}

function lookUp(records: ReadonlyMap<string, JejakRecord>, id: string): JejakRecord {
  const record = records.get(id);
  if (record === undefined) throw new Error(`trace: record ${id} is missing`);
  return record;
}

/**
 * A place that the walk has reached. For an actor with the days of the act by which the story came to it, null when no
 * source dates it: who held its post is asked for these days. An organization that acted twice is two stops.
 */
interface Stop {
  readonly record: JejakRecord;
  readonly day: Span | null;
}

function standing({ record, day }: Stop): string {
  return day === null ? record.id : `${record.id} ${day.earliest} ${day.latest}`;
}

/**
 * The days on which an actor acts: those of the claim that leads to it, else of the achievement or initiative it is
 * about. From actor to actor (a unit to its parent, a person to the post) the day stays that of the act, whatever the
 * date since which the two belong together.
 */
function dayAt(to: JejakRecord, claim: Claim, { record: from, day }: Stop): Span | null {
  if (to.type !== 'actor') return null;
  if (from.type === 'actor') return day;
  const date = storyDate(claim) ?? dateOfThing(from);
  return date === null ? null : spanOf(date);
}

/** The date of an achievement, or by which an initiative is placed in a story; other things have none. */
function dateOfThing(record: JejakRecord): string | null {
  if (record.type === 'achievement') return record.date;
  return record.type === 'initiative' ? storyDate(record) : null;
}

function leads(claim: Claim, side: ClaimSide, stop: Stop, isRoot: boolean, options: TraceOptions): boolean {
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

function compareClaims(a: Claim, b: Claim): number {
  return compareDates(storyDate(a), storyDate(b)) || compareText(a.id, b.id);
}

interface Walk extends Pick<Trace, 'steps' | 'actors'> {
  readonly things: readonly JejakRecord[];
  /** Ids of the records whose claims were looked at; what was reached with the last hop is not among them. */
  readonly opened: ReadonlySet<string>;
  readonly claims: readonly Claim[];
}

const NO_GAP = { helix: null, step: null, node: null };

function gapsOf({ things, actors, steps, opened, claims }: Walk): TraceGap[] {
  // Also by claims that the options leave out: that a source speaks of a later day is no reason to say that none does.
  const won = new Set(claims.filter(tellsTheWinner).map(({ subject }) => subject));
  return [
    ...coverageOf(actors).absent.map((helix) => ({ ...NO_GAP, kind: 'HELIX_ABSENT' as const, helix })),
    ...things.flatMap((node): TraceGap[] => {
      if (node.type !== 'achievement') return [];
      const undated = node.date === null ? [{ ...NO_GAP, kind: 'DATE_UNKNOWN' as const, node }] : [];
      const known = won.has(node.id) || !opened.has(node.id);
      return known ? undated : [...undated, { ...NO_GAP, kind: 'RECIPIENT_UNKNOWN', node }];
    }),
    ...steps.filter(isUndated).map((step) => ({ ...NO_GAP, kind: 'DATE_UNKNOWN' as const, step })),
    ...steps
      .filter(({ claim }) => new Set(claim.evidence.map(({ source }) => source)).size === 1)
      .map((step) => ({ ...NO_GAP, kind: 'SINGLE_SOURCE' as const, step })),
  ];
}

function tellsTheWinner({ kind, role, status }: Claim): boolean {
  return kind === 'CONFERRAL' && status !== 'RETRACTED' && (role === 'RECIPIENT' || role === 'ON_BEHALF_OF');
}

/**
 * Kinds that say where something lies or belongs hold without a date; all others happened at some time. That of a
 * conferral is the date of its achievement, of which a gap of its own tells.
 */
const NEEDS_NO_DATE: readonly ClaimKind[] = ['PART_OF', 'LOCATED_IN', 'ADDRESSES', 'CONFERRAL'];

function isUndated({ claim, from, to }: TraceStep): boolean {
  return (
    !NEEDS_NO_DATE.includes(claim.kind) &&
    storyDate(claim) === null &&
    dateOfThing(from) === null &&
    dateOfThing(to) === null
  );
}
