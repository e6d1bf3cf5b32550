import { type Day, isDay } from '../domain/dates.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import {
  CLAIM_KINDS,
  type ClaimKind,
  type ClaimStatus,
  RECORD_TYPES,
  type RecordType,
} from '../domain/kinds.js';
import { at, claimsBetween, dayNumber, ENDED_SOME_DAY, type Graph, nodeIndex, STATUSES } from './graph.js';
import { distances, type Field, simplePaths } from './simple-paths.js';

/**
 * What may connect. What is excluded, and hubs, concern the nodes between the two ends: the ends were asked for, and
 * stand whatever they are.
 */
export interface PathOptions {
  /** Number of paths, 1 to 50; 10 by default. */
  readonly limit?: number;
  /** Length of the longest path, 1 to 10 hops; 6 by default. */
  readonly maxHops?: number;
  /**
   * Only claims that may hold on that day: they may have begun by then, and have not certainly ended before. By
   * default every claim connects, whenever it held, so that the ends of a path need never have met.
   */
  readonly asOf?: Day;
  /**
   * The day of asking. A claim that is known to have ended, nobody knows when, had ended when it was written down; so
   * it does not hold on an `asOf` from `today` on. Without `today`, and for earlier days, it may still have held.
   */
  readonly today?: Day;
  /** The statuses that connect: all but RETRACTED by default. A retracted claim never connects. */
  readonly statuses?: readonly ClaimStatus[];
  readonly excludeNodes?: readonly string[];
  readonly excludeKinds?: readonly ClaimKind[];
  readonly excludeTypes?: readonly RecordType[];
  /**
   * Whether a path may lead through a place; not by default, because to be in the same city is no connection. A place
   * at an end is tied to what is located in it all the same, for which excluding LOCATED_IN would leave no path.
   */
  readonly throughPlaces?: boolean;
  /** No path leads through a node of a higher degree; null avoids none. By default `Graph.hubDegree`. */
  readonly hubDegree?: number | null;
  /** Ties that may be looked at before the search gives up. */
  readonly budget?: number;
}

export interface Hop {
  readonly from: string;
  readonly to: string;
  /** Ids of all claims that tie the two and may connect, best first: by rank, then status, then id. */
  readonly claims: readonly string[];
}

export interface Path {
  /** Both ends and what lies between; one more than there are hops. */
  readonly nodes: readonly string[];
  readonly hops: readonly Hop[];
}

export interface AvoidedHub {
  readonly id: string;
  readonly degree: number;
}

export interface PathResult {
  /** Shortest first; those of one length in the order of their node ids. Empty: there is no path. */
  readonly paths: readonly Path[];
  /** False when the budget ran out: what is listed is right and first, but more may follow. */
  readonly complete: boolean;
  /** The degree above which nodes were avoided; null when none were. */
  readonly hubDegree: number | null;
  /**
   * Hubs that were met and not passed: a way through them of at most maxHops hops exists and, when the list is full, it
   * is no longer than the last path. Those on the shortest ways come first, then the highest degree, then by id.
   */
  readonly avoidedHubs: readonly AvoidedHub[];
  /** Ties looked at. */
  readonly steps: number;
}

export const MAX_PATHS = 50;
export const MAX_HOPS = 10;
export const DEFAULT_PATHS = 10;
export const DEFAULT_HOPS = 6;
/**
 * Five times what 50 paths of up to 10 hops took among 100,000 nodes and 300,000 ties (2 million); some tenths of a
 * second, so that the worst question does not hold up all others for long.
 */
export const DEFAULT_BUDGET = 10_000_000;

/**
 * How two nodes are connected: the shortest simple paths between them and the next-shortest. Each sequence of nodes is
 * one path; parallel claims are listed at its hops. The direction of claims plays no part. The answer is the same on
 * every machine, for every order in which the graph was built. For the algorithm and its cost see `simplePaths`.
 *
 * Nothing connects a node with itself or with one that the graph does not hold: no paths. Throws BAD_USER_INPUT for an
 * option out of its range.
 */
export function findPaths(graph: Graph, from: string, to: string, options: PathOptions = {}): PathResult {
  checkOptions(options);
  const { limit = DEFAULT_PATHS, maxHops = DEFAULT_HOPS, hubDegree = graph.hubDegree } = options;
  const [start, end] = [nodeIndex(graph, from), nodeIndex(graph, to)];
  if (start === end || start === -1 || end === -1)
    return { paths: [], complete: true, hubDegree, avoidedHubs: [], steps: 0 };
  const given = options.budget ?? DEFAULT_BUDGET;
  const budget = { left: given };
  const field = { graph, from: start, to: end, passable: passableClaims(graph, options), maxHops, budget };
  const between = admittedNodes(graph, options);
  between[start] = between[end] = 0;
  const hubs = Array.from(graph.degrees.keys()).filter(
    (node) => between[node] === 1 && hubDegree !== null && at(graph.degrees, node) > hubDegree,
  );
  const met = hubsMet(field, between, hubs);
  for (const node of hubs) between[node] = 0;
  const paths: Path[] = [];
  for (const nodes of simplePaths(field, between)) {
    paths.push(describePath(field, nodes));
    if (paths.length === limit) break;
  }
  const longest = paths.length === limit ? (paths.at(-1)?.hops.length ?? 0) : maxHops;
  return {
    paths,
    complete: budget.left >= 0,
    hubDegree,
    avoidedHubs: met
      .filter(({ length }) => length <= longest)
      .map(({ node }) => ({ id: graph.nodeIds[node] ?? '', degree: at(graph.degrees, node) })),
    steps: given - Math.max(0, budget.left),
  };
}

/** 1 for each claim that may connect under the options. */
function passableClaims(graph: Graph, options: PathOptions): Uint8Array {
  const { statuses = STATUSES, excludeKinds = [], asOf, today } = options;
  const kinds = CLAIM_KINDS.map((kind) => !excludeKinds.includes(kind));
  const admitted = STATUSES.map((status) => statuses.includes(status));
  const day = asOf === undefined ? null : dayNumber(asOf);
  const overBy = today === undefined ? Number.POSITIVE_INFINITY : dayNumber(today);
  return graph.claimKinds.map((kind, claim) => {
    if (!kinds[kind] || !admitted[at(graph.claimStatuses, claim)]) return 0;
    if (day === null) return 1;
    const end = at(graph.ends, claim);
    const notEnded = end === ENDED_SOME_DAY ? day < overBy : day <= end;
    return Number(notEnded && at(graph.begins, claim) <= day);
  });
}

/** 1 for each node that may lie between the ends, hubs among them. */
function admittedNodes(graph: Graph, options: PathOptions): Uint8Array {
  const { excludeNodes = [], excludeTypes = [], throughPlaces = false } = options;
  const refused = RECORD_TYPES.map(
    (type) => excludeTypes.includes(type) || (type === 'place' && !throughPlaces),
  );
  const admitted = graph.nodeTypes.map((type) => Number(!refused[type]));
  for (const id of excludeNodes) {
    const node = nodeIndex(graph, id);
    if (node !== -1) admitted[node] = 0;
  }
  return admitted;
}

interface MetHub {
  readonly node: number;
  /** Hops of the shortest way from end to end through it, hubs passed. */
  readonly length: number;
}

/** Those of the hubs on a way of at most `maxHops` between the ends, in the order of `PathResult.avoidedHubs`. */
function hubsMet(field: Field, between: Uint8Array, hubs: readonly number[]): MetHub[] {
  const { graph, from, to, maxHops } = field;
  if (hubs.length === 0) return [];
  const [toFrom, toTo] = [distances(field, from, between), distances(field, to, between)];
  return hubs
    .map((node) => ({ node, length: at(toFrom, node) + at(toTo, node) }))
    .filter(({ length }) => length <= maxHops)
    .sort(
      (a, b) =>
        a.length - b.length || at(graph.degrees, b.node) - at(graph.degrees, a.node) || a.node - b.node,
    );
}

function describePath({ graph, passable }: Field, indexes: readonly number[]): Path {
  const nodes = indexes.map((index) => graph.nodeIds[index] ?? '');
  const hops = indexes.slice(1).map((node, place) => ({
    from: nodes[place] ?? '',
    to: nodes[place + 1] ?? '',
    claims: claimsBetween(graph, indexes[place] ?? 0, node)
      .filter((claim) => passable[claim] === 1)
      .map((claim) => graph.claimIds[claim] ?? ''),
  }));
  return { nodes, hops };
}

function checkOptions({ limit, maxHops, asOf, today, hubDegree, budget }: PathOptions): void {
  const problems: Problem[] = [];
  const whole = (place: string, value: number | null | undefined, low: number, high: number) => {
    if (value == null || (Number.isInteger(value) && value >= low && value <= high)) return;
    const remedy = `write a whole number from ${low}${high === Number.MAX_SAFE_INTEGER ? ' up' : ` to ${high}`}`;
    problems.push({ code: 'BAD_USER_INPUT', place, value: show(value), remedy });
  };
  whole('limit', limit, 1, MAX_PATHS);
  whole('maxHops', maxHops, 1, MAX_HOPS);
  whole('hubDegree', hubDegree, 0, Number.MAX_SAFE_INTEGER);
  whole('budget', budget, 1, Number.MAX_SAFE_INTEGER);
  for (const [place, day] of Object.entries({ asOf, today }))
    if (day !== undefined && !isDay(day))
      problems.push({
        code: 'BAD_USER_INPUT',
        place,
        value: show(day),
        remedy: 'write a day as 2021-12-31',
      });
  if (problems.length > 0) throw JejakError.ofProblems('The path query is refused', problems);
}
