import { type Day, spanOf } from '../domain/dates.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import {
  ACTOR_KINDS,
  type ActorKind,
  CLAIM_KINDS,
  CLAIM_RANKS,
  CLAIM_STATUSES,
  type ClaimRank,
  type ClaimStatus,
  HELIXES,
  type Helix,
  INITIATIVE_KINDS,
  type InitiativeKind,
  RECORD_TYPES,
} from '../domain/kinds.js';
import { at, dayNumber, ENDED_SOME_DAY } from './graph.js';
import { nodeOf, type Projection, ROLES, restsOn, stands } from './projection-tables.js';

/** What a view shows. What is left out does not narrow it; each list means one of its values. */
export interface NetworkFilter {
  readonly helixes?: readonly Helix[];
  readonly actorKinds?: readonly ActorKind[];
  readonly initiativeKinds?: readonly InitiativeKind[];
  /** Roles in which an actor takes part or, in ORGANIZATIONS, a person belongs to an organization. */
  readonly roles?: readonly string[];
  /** Statuses of the claims that tie. A retracted claim never ties. */
  readonly statuses?: readonly ClaimStatus[];
  readonly ranks?: readonly ClaimRank[];
  /** Ids of sources: claims of which one of them says so. */
  readonly sources?: readonly string[];
  /** The id of a place: what is located in it, or in what lies below it. */
  readonly place?: string;
  /** A closed interval of partial dates: from the first day of `from` to the last of `to`. */
  readonly period?: { readonly from?: string; readonly to?: string };
  /**
   * The day of asking. What is known to have ended, nobody knows when, had ended when it was written down; so it does
   * not hold in a period that begins on `today` or later. Without it, it may still have held in any.
   */
  readonly today?: Day;
}

/** A filter made ready to be asked about each node and claim of a projection. */
export interface Rules {
  /** Why a claim does not tie, whatever it joins; null: it may. */
  refusal(claim: number): 'STATUS' | 'RANK' | 'ROLE' | 'SOURCE' | null;
  /** Actors and initiatives that stand and are of the helixes and kinds asked for. */
  isActor(node: number): boolean;
  isInitiative(node: number): boolean;
  /** Located in the place asked for; every node is when none is asked for. */
  isThere(node: number): boolean;
  /** Whether what may hold from the one day to the other (`Graph.begins`, `Graph.ends`) may hold in the period. */
  isDuring(begins: number, ends: number): boolean;
}

/** Throws BAD_USER_INPUT for a role or date that is none, and NOT_FOUND for a place that is not there. */
export function rulesOf(projection: Projection, filter: NetworkFilter): Rules {
  const problems = filterProblems(projection, filter);
  if (problems.length > 0) throw JejakError.ofProblems('The network is refused', problems);
  const there = filter.place === undefined ? null : locatedIn(projection, filter.place);
  return {
    refusal: refusalOf(projection, filter),
    isActor: standing(projection, 'actor', [
      ['helixes', marks(HELIXES, filter.helixes)],
      ['kinds', marks(ACTOR_KINDS, filter.actorKinds)],
    ]),
    isInitiative: standing(projection, 'initiative', [
      ['kinds', marks(INITIATIVE_KINDS, filter.initiativeKinds)],
    ]),
    isThere: (node) => there === null || there.has(node),
    isDuring: during(filter),
  };
}

/** 1 for the index of each value that is asked for; null when all are. */
function marks<T>(all: readonly T[], asked: readonly T[] | undefined): Uint8Array | null {
  return asked === undefined ? null : Uint8Array.from(all, (value) => Number(asked.includes(value)));
}

function refusalOf(projection: Projection, filter: NetworkFilter): Rules['refusal'] {
  const { statuses, ranks, roles } = projection.claims.table.columns;
  const { canonical } = projection.nodes.table.columns;
  const wanted = {
    statuses: marks(CLAIM_STATUSES, filter.statuses),
    ranks: marks(CLAIM_RANKS, filter.ranks),
    roles: marks(ROLES, filter.roles),
  };
  const known = filter.sources?.map((id) => nodeOf(projection, id)).filter((node) => node !== -1);
  const sources = known && new Set(known.map((node) => at(canonical, node)));
  return (claim) => {
    if (wanted.statuses?.[at(statuses, claim)] === 0) return 'STATUS';
    if (wanted.ranks?.[at(ranks, claim)] === 0) return 'RANK';
    if (wanted.roles?.[at(roles, claim)] === 0) return 'ROLE';
    return sources === undefined || restsOn(projection, claim, sources) ? null : 'SOURCE';
  };
}

function standing(
  projection: Projection,
  type: 'actor' | 'initiative',
  conditions: ReadonlyArray<readonly ['helixes' | 'kinds', Uint8Array | null]>,
): (node: number) => boolean {
  const { columns } = projection.nodes.table;
  const number = RECORD_TYPES.indexOf(type);
  return (node) =>
    columns.types[node] === number &&
    stands(projection, node) &&
    conditions.every(([column, marked]) => marked === null || marked[at(columns[column], node)] === 1);
}

/** What is located in the place, or in a place that is part of it: nodes as they stand. */
function locatedIn(projection: Projection, place: string): Set<number> {
  const { canonical } = projection.nodes.table.columns;
  const parts = endsOf(projection, 'PART_OF');
  const places = new Set([at(canonical, nodeOf(projection, place))]);
  // A set is walked in order of insertion, also past what is added meanwhile.
  for (const above of places) for (const below of parts.get(above) ?? []) places.add(below);
  const located = endsOf(projection, 'LOCATED_IN');
  return new Set(Array.from(places).flatMap((node) => located.get(node) ?? []));
}

/** The subjects of the claims of that kind, by their object. */
function endsOf(projection: Projection, kind: 'PART_OF' | 'LOCATED_IN'): Map<number, number[]> {
  const { table } = projection.claims;
  const { kinds, subjects, objects } = table.columns;
  const { canonical } = projection.nodes.table.columns;
  const wanted = CLAIM_KINDS.indexOf(kind);
  const ends = new Map<number, number[]>();
  for (let claim = 0; claim < table.length; claim++) {
    if (kinds[claim] !== wanted || table.used[claim] === 0) continue;
    const object = at(canonical, at(objects, claim));
    const subject = at(canonical, at(subjects, claim));
    const known = ends.get(object);
    if (known === undefined) ends.set(object, [subject]);
    else known.push(subject);
  }
  return ends;
}

/** As `mayHaveBegunBy` and `mayHoldDuring`: out of the period is only what its dates rule out. */
function during({ period = {}, today }: NetworkFilter): Rules['isDuring'] {
  const from = day(period.from, 'earliest') ?? 0;
  const to = day(period.to, 'latest') ?? Number.POSITIVE_INFINITY;
  const overBy = today === undefined ? Number.POSITIVE_INFINITY : dayNumber(today);
  return (begins, ends) => begins <= to && (ends === ENDED_SOME_DAY ? from < overBy : ends >= from);
}

function day(date: string | undefined, side: 'earliest' | 'latest'): number | undefined {
  const span = date === undefined ? null : spanOf(date);
  return span === null ? undefined : dayNumber(span[side]);
}

function filterProblems(
  projection: Projection,
  { roles = [], period = {}, place }: NetworkFilter,
): Problem[] {
  const problems = roles
    .filter((role) => !ROLES.includes(role))
    .map((role) => bad('roles', show(role), `write one of ${ROLES.join(', ')}`));
  for (const side of ['from', 'to'] as const) {
    const date = period[side];
    if (date !== undefined && spanOf(date) === null)
      problems.push(bad(`period, ${side}`, show(date), 'write 2021-12-31, 2021-12 or 2021'));
  }
  const [from, to] = [day(period.from, 'earliest'), day(period.to, 'latest')];
  if (from !== undefined && to !== undefined && from > to)
    problems.push(
      bad('period', `${period.from} after ${period.to}`, 'exchange the two, or mend one of them'),
    );
  if (place !== undefined && !isPlace(projection, place))
    problems.push({
      code: 'NOT_FOUND',
      place: 'place',
      value: show(place),
      remedy: 'give the id of a place, from places(…)',
    });
  return problems;
}

function isPlace(projection: Projection, id: string): boolean {
  const { types, canonical } = projection.nodes.table.columns;
  const node = nodeOf(projection, id);
  return node !== -1 && types[at(canonical, node)] === RECORD_TYPES.indexOf('place');
}

function bad(place: string, value: string, remedy: string): Problem {
  return { code: 'BAD_USER_INPUT', place, value, remedy };
}
