import { FIRST_DAY, LAST_DAY } from '../domain/dates.js';
import { CLAIM_KINDS } from '../domain/kinds.js';
import { at, dayNumber, ENDED_SOME_DAY } from './graph.js';
import type { Projection } from './projection-tables.js';

/** Who is tied to what by the claims of a kind: the raw rows of a two-mode network. */

/** Why a claim does not tie in a view, in the order in which they are asked. */
export const DROP_REASONS = [
  'STATUS',
  'RANK',
  'ROLE',
  'SOURCE',
  /** The actor, or in ORGANIZATIONS the organization, is of another helix or kind, or lies elsewhere. */
  'ACTOR',
  /** The initiative is of another kind. */
  'INITIATIVE',
  /** The initiative lies elsewhere. */
  'PLACE',
  /** Its dates, or those of its initiative, rule the period out. */
  'PERIOD',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** A claim that ties: an actor to an initiative, or an organization to a person. */
export interface ClaimedTie {
  readonly actor: number;
  readonly other: number;
  /** As `Graph.begins` and `Graph.ends`. */
  readonly begins: number;
  readonly ends: number;
}

export interface Incidence {
  readonly ties: readonly ClaimedTie[];
  /** Claims of the kind that are not retracted. */
  readonly recorded: number;
  /** Those of them that do not tie, by the first reason. */
  readonly dropped: Readonly<Record<DropReason, number>>;
}

/** Gathers the claims of a kind that are not refused, in the order of the table. Ends are nodes as they stand. */
export function incidenceOf(
  projection: Projection,
  kind: 'PARTICIPATION' | 'AFFILIATION',
  refusal: (claim: number, tie: ClaimedTie) => DropReason | null,
): Incidence {
  const { table } = projection.claims;
  const { kinds, subjects, objects } = table.columns;
  const { canonical } = projection.nodes.table.columns;
  const wanted = CLAIM_KINDS.indexOf(kind);
  const ties: ClaimedTie[] = [];
  const dropped = Object.fromEntries(DROP_REASONS.map((reason) => [reason, 0])) as Record<DropReason, number>;
  let recorded = 0;
  for (let claim = 0; claim < table.length; claim++) {
    if (kinds[claim] !== wanted || table.used[claim] === 0) continue;
    recorded++;
    const subject = at(canonical, at(subjects, claim));
    const object = at(canonical, at(objects, claim));
    const tie =
      kind === 'PARTICIPATION'
        ? { actor: subject, other: object, ...daysOf(projection, claim, object) }
        : { actor: object, other: subject, ...daysOf(projection, claim, null) };
    const reason = refusal(claim, tie);
    if (reason === null) ties.push(tie);
    else dropped[reason]++;
  }
  return { ties, recorded, dropped };
}

const [FIRST, LAST] = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)];

/** The year in which something begins to hold, or null when that is not known. */
export function firstYear({ begins }: ClaimedTie): number | null {
  return begins === FIRST ? null : Math.floor(begins / 10_000);
}

/** The last year in which it may hold, or null when no end is known. */
export function lastYear({ ends }: ClaimedTie): number | null {
  return ends === LAST || ends === ENDED_SOME_DAY ? null : Math.floor(ends / 10_000);
}

/**
 * When a claim may hold. A participation that is not dated begins with its initiative, and none outlasts it, unless the
 * claim itself says that it began later.
 */
function daysOf(
  { claims, nodes }: Projection,
  claim: number,
  initiative: number | null,
): Pick<ClaimedTie, 'begins' | 'ends'> {
  const { columns } = claims.table;
  const own = { begins: at(columns.begins, claim), ends: at(columns.ends, claim) };
  if (initiative === null) return own;
  const begins = own.begins === FIRST ? at(nodes.table.columns.begins, initiative) : own.begins;
  const ends = earlierEnd(own.ends, at(nodes.table.columns.ends, initiative));
  return { begins, ends: ends !== ENDED_SOME_DAY && ends < begins ? own.ends : ends };
}

/** The earlier of two ends, where a day that is known says more than that it ended some day, and that more than nothing. */
function earlierEnd(a: number, b: number): number {
  if (a === ENDED_SOME_DAY) return b === LAST ? a : b;
  if (b === ENDED_SOME_DAY) return a === LAST ? b : a;
  return Math.min(a, b);
}
