import { compareText } from '../domain/dates.js';
import { JejakError, show } from '../domain/errors.js';
import { ACTOR_KINDS, HELIXES, RECORD_TYPES } from '../domain/kinds.js';
import { at } from './graph.js';
import { type DropReason, firstYear, type Incidence, incidenceOf, lastYear } from './incidence.js';
import type { Interval, MeasureInput } from './measure.js';
import { projectOn } from './project.js';
import { nodeOf, type Projection } from './projection-tables.js';
import {
  ACTOR,
  buildNetwork,
  type Cleaning,
  INITIATIVE,
  type RawTie,
  type SimpleNetwork,
  tieCount,
  tiesOf,
} from './simple-network.js';
import { twoModeNetwork } from './two-mode-network.js';
import { type NetworkFilter, type Rules, rulesOf } from './view-filter.js';

/**
 * What a view is a network of.
 * TWO_MODE: actors by the initiatives in which they take part.
 * ACTORS, INITIATIVES: its projections; two are tied by what they share, the weight is how many.
 * ORGANIZATIONS: organizations tied by the people who belong to both (AFFILIATION), whenever they did so within the
 * period; the weight is how many people. Kinds of initiatives do not narrow it.
 * HELIX_PAIR: ACTORS of the two helixes that the filter names, with the ties between one helix and the other alone.
 */
export const NETWORK_MODES = ['TWO_MODE', 'ACTORS', 'INITIATIVES', 'ORGANIZATIONS', 'HELIX_PAIR'] as const;
export type NetworkMode = (typeof NETWORK_MODES)[number];

/**
 * What of the recorded claims is not in the network. `recorded` is the sum of those of `claims`, of `parallelsMerged` and
 * of the ties of TWO_MODE.
 */
export interface Dropped extends Pick<Cleaning, 'parallelsMerged'> {
  /** Claims of the kind that ties, PARTICIPATION or (ORGANIZATIONS) AFFILIATION, retracted ones apart. */
  readonly recorded: number;
  /** Claims that do not tie, each by the first reason. */
  readonly claims: Readonly<Record<DropReason, number>>;
  /** Ties within one of the two helixes of HELIX_PAIR. */
  readonly withinHelix: number;
  /** Claims that tie, but are in no interval because nothing tells when they began. */
  readonly undated: number;
}

/** A network as it was at a change, with what goes with its nodes. Nothing in it changes later. */
export interface NetworkView {
  readonly network: SimpleNetwork;
  /** Groups are helixes, of which initiatives have none (INITIATIVES: null). Intervals are of TWO_MODE, in years. */
  readonly input: MeasureInput;
  /** The name of each node. */
  readonly labels: readonly string[];
  /** How many claims say so, for each entry of `network.neighbours`; null for ties that are not made by claims. */
  readonly rowCounts: Uint32Array | null;
  readonly dropped: Dropped;
  /** The number of the last change that is in it. */
  readonly stamp: number;
}

/**
 * The network that a filter and a mode choose. Records that were merged are one node, the one that stands; what was
 * withdrawn or retracted joins nothing.
 *
 * The boundary. An actor belongs to TWO_MODE when it is of the helixes and kinds asked for; with a place, when it is
 * also located there or takes part in an initiative that is. An initiative belongs to it when it is of the kinds asked
 * for, located in the place, and its dates do not rule the period out, or a tie shows that they should not. What belongs
 * to it is a node, also without a tie. A participation is a tie when it joins two such and passes what is asked of claims
 * (roles, statuses, ranks, sources) and the period: it may have begun by its end (`mayHaveBegunBy`), and is not known to
 * have ended before it. So a place is where initiatives are, not where their partners come from. In ORGANIZATIONS
 * an organization belongs to it by its helix and its own location.
 *
 * A tie of TWO_MODE has the weight 1, however many claims say so: three sources, or three roles, make it better known,
 * not stronger. `rowCounts` has the number.
 *
 * Throws what `rulesOf` does, and BAD_USER_INPUT for a HELIX_PAIR of other than two helixes. Time O(n log n + c) for c
 * claims, and that of `projectOn`.
 */
export function viewOf(projection: Projection, filter: NetworkFilter, mode: NetworkMode): NetworkView {
  const rules = rulesOf(projection, filter);
  if (mode === 'HELIX_PAIR') checkPair(filter);
  const two = mode === 'ORGANIZATIONS' ? affiliations(projection, rules) : participations(projection, rules);
  if (mode === 'TWO_MODE') return two;
  const whole = projectOn(two.network, mode === 'INITIATIVES' ? INITIATIVE : ACTOR, 'SHARED');
  const { network, withinHelix } =
    mode === 'HELIX_PAIR' ? acrossHelixes(projection, whole) : { network: whole, withinHelix: 0 };
  const dropped = { ...two.dropped, withinHelix, undated: 0 };
  const view = described(projection, { network, rowCounts: null, intervals: null, dropped });
  return mode === 'INITIATIVES' ? { ...view, input: { ...view.input, groups: null } } : view;
}

function checkPair({ helixes = [] }: NetworkFilter): void {
  if (new Set(helixes).size === 2) return;
  throw JejakError.ofProblems('The network is refused', [
    {
      code: 'BAD_USER_INPUT',
      place: 'helixes',
      value: show(helixes),
      remedy: `name two of ${HELIXES.join(', ')}: HELIX_PAIR is one helix against another`,
    },
  ]);
}

/** Actors by the initiatives in which they take part. */
function participations(projection: Projection, rules: Rules): NetworkView {
  const { begins, ends } = projection.nodes.table.columns;
  const incidence = incidenceOf(projection, 'PARTICIPATION', (claim, actor, initiative, ...days) => {
    const refused = rules.refusal(claim);
    if (refused !== null) return refused;
    if (!rules.isActor(actor)) return 'ACTOR';
    if (!rules.isInitiative(initiative)) return 'INITIATIVE';
    if (!rules.isThere(initiative)) return 'PLACE';
    return rules.isDuring(...days) ? null : 'PERIOD';
  });
  const tied = tiedNodes(projection, incidence);
  const belongs = (node: number) =>
    rules.isActor(node)
      ? tied[node] === 1 || rules.isThere(node)
      : rules.isInitiative(node) &&
        rules.isThere(node) &&
        (tied[node] === 1 || rules.isDuring(at(begins, node), at(ends, node)));
  const isActor = (node: number) => rules.isActor(node);
  return twoMode(projection, incidence, belongs, isActor);
}

/** Organizations by the people who belong to them. */
function affiliations(projection: Projection, rules: Rules): NetworkView {
  const { kinds } = projection.nodes.table.columns;
  const isOrganization = (node: number) => kinds[node] === ACTOR_KINDS.indexOf('ORGANIZATION');
  const isOurs = (node: number) => rules.isActor(node) && isOrganization(node) && rules.isThere(node);
  const incidence = incidenceOf(projection, 'AFFILIATION', (claim, organization, person, ...days) => {
    const refused = rules.refusal(claim);
    if (refused !== null) return refused;
    if (!isOurs(organization)) return 'ACTOR';
    if (isOrganization(person)) return 'PERSON';
    return rules.isDuring(...days) ? null : 'PERIOD';
  });
  const tied = tiedNodes(projection, incidence);
  return twoMode(projection, incidence, (node) => tied[node] === 1 || isOurs(node), isOrganization);
}

/** 1 for each node at an end of a tie. */
function tiedNodes(projection: Projection, { actors, others }: Incidence): Uint8Array {
  const tied = new Uint8Array(projection.nodes.table.length);
  for (const ends of [actors, others]) for (const node of ends) tied[node] = 1;
  return tied;
}

function twoMode(
  projection: Projection,
  incidence: Incidence,
  belongs: (node: number) => boolean,
  isActor: (node: number) => boolean,
): NetworkView {
  const { ids, table } = projection.nodes;
  const idOf = (node: number) => ids[node] as string;
  const nodes = Array.from({ length: table.length }, (_, node) => node)
    .filter(belongs)
    .sort((a, b) => compareText(idOf(a), idOf(b)));
  const numbers = new Uint32Array(table.length);
  for (const [number, node] of nodes.entries()) numbers[node] = number;
  const numbered = (ends: Uint32Array) => ends.map((node) => at(numbers, node));
  const [actors, others] = [numbered(incidence.actors), numbered(incidence.others)];
  const modes = Uint8Array.from(nodes, (node) => (isActor(node) ? ACTOR : INITIATIVE));
  const { network, counts } = twoModeNetwork(nodes.map(idOf), modes, actors, others);
  const intervals = intervalsOf({ ...incidence, actors, others });
  const dropped = {
    recorded: incidence.recorded,
    claims: incidence.dropped,
    parallelsMerged: actors.length - tieCount(network),
    withinHelix: 0,
    undated: actors.length - intervals.length,
  };
  return described(projection, { network, rowCounts: counts, intervals, dropped });
}

/** When each claim held that is dated, in years: by actor, then initiative, then year. */
function intervalsOf({ actors, others, begins, ends }: Incidence): Interval[] {
  const intervals: Interval[] = [];
  for (let tie = 0; tie < actors.length; tie++) {
    const start = firstYear(at(begins, tie));
    const [actor, initiative] = [at(actors, tie), at(others, tie)];
    if (start !== null) intervals.push({ actor, initiative, start, end: lastYear(at(ends, tie)) });
  }
  const endOf = ({ end }: Interval) => end ?? Number.MAX_SAFE_INTEGER;
  return intervals.sort(
    (a, b) => a.actor - b.actor || a.initiative - b.initiative || a.start - b.start || endOf(a) - endOf(b),
  );
}

/** The network without the ties between two of the same helix. */
function acrossHelixes(
  projection: Projection,
  { ids, ...rest }: SimpleNetwork,
): { readonly network: SimpleNetwork; readonly withinHelix: number } {
  const helixes = helixesOf(projection, ids);
  const all = Array.from(tiesOf({ ids, ...rest }));
  const ties = all
    .filter(([from, to]) => helixes[from] !== helixes[to])
    .map(([from, to, weight]): RawTie => [ids[from] as string, ids[to] as string, weight]);
  return { network: buildNetwork({ ids, ties }).network, withinHelix: all.length - ties.length };
}

/** The index of each node's helix, -1 for an initiative. */
function helixesOf(projection: Projection, ids: readonly string[]): Int32Array {
  const { types, helixes } = projection.nodes.table.columns;
  const actor = RECORD_TYPES.indexOf('actor');
  return Int32Array.from(ids, (id) => {
    const node = nodeOf(projection, id);
    return types[node] === actor ? at(helixes, node) : -1;
  });
}

type Parts = Pick<NetworkView, 'network' | 'rowCounts' | 'dropped'> & Pick<MeasureInput, 'intervals'>;

function described(projection: Projection, { network, rowCounts, dropped, intervals }: Parts): NetworkView {
  const { names } = projection.nodes;
  const groups = { categories: HELIXES, of: helixesOf(projection, network.ids) };
  return {
    network,
    input: { network, groups, numbers: {}, intervals },
    labels: network.ids.map((id) => names[nodeOf(projection, id)] as string),
    rowCounts,
    dropped,
    stamp: projection.sequence,
  };
}
