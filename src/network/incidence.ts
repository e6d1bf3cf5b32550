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
  /** ORGANIZATIONS: the person was judged to be the same as an organization, and joins none. */
  'PERSON',
  /** The initiative is of another kind. */
  'INITIATIVE',
  /** The initiative lies elsewhere. */
  'PLACE',
  /** Its dates, or those of its initiative, rule the period out. */
  'PERIOD',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** The claims that tie, a row each: an actor and an initiative, or an organization and a person, as nodes that stand. */
export interface Incidence {
  readonly actors: Uint32Array;
  readonly others: Uint32Array;
  /** As `Graph.begins` and `Graph.ends`. */
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  /** Claims of the kind that are not retracted. */
  readonly recorded: number;
  /** Those of them that do not tie, by the first reason. */
  readonly dropped: Readonly<Record<DropReason, number>>;
}

/** Why a claim does not tie these two in these days, or null when it does. */
export type Refusal = (
  claim: number,
  actor: number,
  other: number,
  begins: number,
  ends: number,
) => DropReason | null;

/** Gathers the claims of a kind that are not refused, in the order of the table. */
export function incidenceOf(
  projection: Projection,
  kind: 'PARTICIPATION' | 'AFFILIATION',
  refusal: Refusal,
): Incidence {
  const { table } = projection.claims;
  const { kinds, subjects, objects } = table.columns;
  const { canonical } = projection.nodes.table.columns;
  const wanted = CLAIM_KINDS.indexOf(kind);
  const daysOf = kind === 'PARTICIPATION' ? participationDays(projection) : claimDays(projection);
  const rows = new Uint32Array(table.length * 4);
  const dropped = Object.fromEntries(DROP_REASONS.map((reason) => [reason, 0])) as Record<DropReason, number>;
  let [recorded, ties] = [0, 0];
  for (let claim = 0; claim < table.length; claim++) {
    if (kinds[claim] !== wanted || table.used[claim] === 0) continue;
    recorded++;
    const subject = at(canonical, at(subjects, claim));
    const object = at(canonical, at(objects, claim));
    const [actor, other] = kind === 'PARTICIPATION' ? [subject, object] : [object, subject];
    const [begins, ends] = daysOf(claim, object);
    const reason = refusal(claim, actor, other, begins, ends);
    if (reason === null) rows.set([actor, other, begins, ends], ties++ * 4);
    else dropped[reason]++;
  }
  const column = (offset: number) =>
    Uint32Array.from({ length: ties }, (_, tie) => rows[tie * 4 + offset] as number);
  return {
    actors: column(0),
    others: column(1),
    begins: column(2),
    ends: column(3),
    recorded,
    dropped,
  };
}

const [FIRST, LAST] = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)];

/** The year of the day on which something may have begun, or null when that is not known. */
export function firstYear(begins: number): number | null {
  return begins === FIRST ? null : Math.floor(begins / 10_000);
}

/** The year of the last day on which it may hold, or null when no end is known. */
export function lastYear(ends: number): number | null {
  return ends === LAST || ends === ENDED_SOME_DAY ? null : Math.floor(ends / 10_000);
}

/** When a claim may hold: from the one day to the other. */
type DaysOf = (claim: number, object: number) => readonly [begins: number, ends: number];

function claimDays({ claims }: Projection): DaysOf {
  const { begins, ends } = claims.table.columns;
  return (claim) => [at(begins, claim), at(ends, claim)];
}

/**
 * A participation that is not dated begins with its initiative, and none outlasts it, unless the claim itself says that it
 * began later.
 */
function participationDays(projection: Projection): DaysOf {
  const { begins, ends } = projection.nodes.table.columns;
  const ownDays = claimDays(projection);
  return (claim, initiative) => {
    const [own, ownEnd] = ownDays(claim, initiative);
    const begin = own === FIRST ? at(begins, initiative) : own;
    const end = earlierEnd(ownEnd, at(ends, initiative));
    return [begin, end !== ENDED_SOME_DAY && end < begin ? ownEnd : end];
  };
}

/** The earlier of two ends, where a day that is known says more than that it ended some day, and that more than nothing. */
function earlierEnd(a: number, b: number): number {
  if (a === ENDED_SOME_DAY) return b === LAST ? a : b;
  if (b === ENDED_SOME_DAY) return a === LAST ? b : a;
  return Math.min(a, b);
}
