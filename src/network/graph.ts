import { compareText, type Day, spanOrAllTime } from '../domain/dates.js';
import { typeOfId } from '../domain/ids.js';
import { CLAIM_KINDS, CLAIM_RANKS, type ClaimStatus, RECORD_TYPES } from '../domain/kinds.js';
import type { Period } from '../domain/periods.js';
import type { Claim } from '../domain/records.js';

/** What the graph needs of a claim; every claim is one. */
export type Tie = Pick<
  Claim,
  | 'id'
  | 'kind'
  | 'role'
  | 'status'
  | 'rank'
  | 'subject'
  | 'object'
  | 'parties'
  | 'start'
  | 'end'
  | 'endState'
  | 'at'
>;

/**
 * The network in memory: who is joined to what, by which claims. An undirected multigraph in compressed sparse rows:
 * every tie lies in the rows of both its ends, and each of several claims between the same two is a tie of its own.
 * (Which end is the subject stands in the claim itself; a path runs either way.)
 *
 * Nodes are numbered in the order of their ids, and claims from the best to the worst (`bestFirst`). So comparing
 * numbers compares ids, and a row, sorted by neighbour and then by claim, lists parallel claims best first.
 *
 * Memory: a tie costs 16 bytes (a neighbour and a claim at each end), a claim 10 bytes and its id, a node 9 bytes and
 * its id; an id is about 50 bytes. A claim that joins two is one tie: about 75 bytes, 7.5 MB for 100,000.
 */
export interface Graph {
  /** The last change that is certainly in it; a later one may be too. */
  readonly sequence: number;
  readonly nodeIds: readonly string[];
  /** Index into `RECORD_TYPES`; `NO_TYPE` for an id that is not one of ours. */
  readonly nodeTypes: Uint8Array;
  /**
   * Distinct neighbours of each node. Not claims: three sources for one participation, or three roles in it, make it
   * better known, but they do not make the participant meet anybody else.
   */
  readonly degrees: Uint32Array;
  /** Where the row of a node begins in `neighbours` and `tieClaims`; one more than there are nodes. */
  readonly rows: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly tieClaims: Uint32Array;
  readonly claimIds: readonly string[];
  /** Index into `CLAIM_KINDS`. */
  readonly claimKinds: Uint8Array;
  /** Index into `STATUSES`. */
  readonly claimStatuses: Uint8Array;
  /** First day on which the claim may have begun to hold, and last on which it may still hold (`dayNumber`). */
  readonly begins: Uint32Array;
  /** `ENDED_SOME_DAY` when it is known to have ended, but not when. */
  readonly ends: Uint32Array;
  /** Above this degree a node is taken for a hub unless a caller says otherwise: see `hubDegreeOf`. */
  readonly hubDegree: number;
}

export const NO_TYPE = 255;
export const ENDED_SOME_DAY = 0;

/** The statuses of a claim that a graph can hold, the best first. */
export const STATUSES: readonly ClaimStatus[] = ['VERIFIED', 'ASSERTED', 'DISPUTED'];

/** At most this share of the nodes are hubs, so a graph of fewer than a hundred nodes has none. */
const HUBS_ONE_IN = 100;
const HUB_FLOOR = 20;

/**
 * Builds the graph of all claims that are not retracted; a retracted one joins nothing, whoever asks. An agreement of
 * n parties ties every two of them, n(n-1)/2 ties of one claim: each party agreed with each other one, and who happens
 * to be written as subject and object says nothing about that.
 *
 * The result depends on the set of ties only, not on their order. Time O(t + c log c) for c claims and t ties.
 */
export function buildGraph(ties: Iterable<Tie>, sequence: number): Graph {
  const claims = Array.from(ties)
    .filter(({ status }) => status !== 'RETRACTED')
    .sort(bestFirst);
  const nodeIds = [...new Set(claims.flatMap(membersOf))].sort(compareText);
  const indexes = new Map(nodeIds.map((id, index) => [id, index]));
  const members = claims.map((claim) => membersOf(claim).map((id) => indexes.get(id) ?? -1));
  const rows = compressedRows(nodeIds.length, members);
  const degrees = distinctNeighbours(rows);
  const bounds = claims.map(dayBounds());
  return {
    sequence,
    nodeIds,
    nodeTypes: Uint8Array.from(nodeIds, typeNumber),
    degrees,
    ...rows,
    claimIds: claims.map(({ id }) => id),
    claimKinds: Uint8Array.from(claims, ({ kind }) => CLAIM_KINDS.indexOf(kind)),
    claimStatuses: Uint8Array.from(claims, statusRank),
    begins: Uint32Array.from(bounds, ({ begins }) => begins),
    ends: Uint32Array.from(bounds, ({ ends }) => ends),
    hubDegree: hubDegreeOf(degrees),
  };
}

/** The index of a node, or -1 when no claim names it. O(log n): no second table of ids is kept in memory. */
export function nodeIndex(graph: Graph, id: string): number {
  let [low, high] = [0, graph.nodeIds.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareText(graph.nodeIds[middle] ?? '', id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The claims that tie two nodes, best first. O(the shorter of their rows). */
export function claimsBetween(graph: Graph, a: number, b: number): number[] {
  const length = (node: number) => at(graph.rows, node + 1) - at(graph.rows, node);
  const [short, other] = length(a) <= length(b) ? [a, b] : [b, a];
  const claims: number[] = [];
  for (let tie = at(graph.rows, short); tie < at(graph.rows, short + 1); tie++)
    if (at(graph.neighbours, tie) === other) claims.push(at(graph.tieClaims, tie));
  return claims;
}

/** A day as a number in the same order: 20211231. */
export function dayNumber(day: Day): number {
  return Number(day.replaceAll('-', ''));
}

/** An element that must be there; past the end is a defect, and must not pass for a zero. */
export function at(array: Uint8Array | Uint32Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`index ${index} is outside 0..${array.length - 1}`);
  return value;
}

/**
 * The degree above which one of n nodes is a hub: the 99th percentile of degrees (nearest rank), but at least 20 and at
 * least √n. Two who meet at the city government have nothing in common yet: a node of degree d puts about d²/2 pairs
 * two hops apart. Each bound has its scale. In a small graph the percentile keeps hubs an exception; a program of 20
 * partners is none anywhere; and in a city of 22,000 nodes, where a hundredth is every busy actor and avoiding them left
 * 83 of 100 pairs without a path, √n leaves the few dozen at which everybody meets.
 */
function hubDegreeOf(degrees: Uint32Array): number {
  const nodes = degrees.length;
  const percentile = degrees.slice().sort()[nodes - Math.floor(nodes / HUBS_ONE_IN) - 1] ?? 0;
  return Math.max(HUB_FLOOR, Math.floor(Math.sqrt(nodes)), percentile);
}

/** By rank, then by status, then by id: total, and the same everywhere. */
function bestFirst(a: Tie, b: Tie): number {
  return (
    CLAIM_RANKS.indexOf(a.rank) - CLAIM_RANKS.indexOf(b.rank) ||
    statusRank(a) - statusRank(b) ||
    compareText(a.id, b.id)
  );
}

function statusRank({ status }: Tie): number {
  return STATUSES.indexOf(status);
}

function typeNumber(id: string): number {
  const type = typeOfId(id);
  return type === null || type === 'change' || type === 'proposal' ? NO_TYPE : RECORD_TYPES.indexOf(type);
}

/** Whom a claim joins, each once: a claim that names one record twice ties it to nothing. */
function membersOf({ subject, object, parties }: Tie): string[] {
  return [...new Set([subject, object, ...parties])];
}

type Rows = Pick<Graph, 'rows' | 'neighbours' | 'tieClaims'>;

/** Every two members of a claim as a tie in the rows of both. */
function compressedRows(nodes: number, members: ReadonlyArray<readonly number[]>): Rows {
  const rows = new Uint32Array(nodes + 1);
  for (const list of members) for (const node of list) rows[node + 1] = at(rows, node + 1) + list.length - 1;
  for (let node = 0; node < nodes; node++) rows[node + 1] = at(rows, node + 1) + at(rows, node);
  const byClaim = writer(rows);
  for (const [claim, list] of members.entries())
    for (const node of list) for (const other of list) if (other !== node) byClaim.add(node, other, claim);
  // Written once more from the neighbours' side, in the order of nodes, which sorts each row by neighbour and leaves
  // the claims of each in their order: a symmetric matrix is its own transpose.
  const sorted = writer(rows);
  for (let node = 0; node < nodes; node++)
    for (let tie = at(rows, node); tie < at(rows, node + 1); tie++)
      sorted.add(at(byClaim.neighbours, tie), node, at(byClaim.tieClaims, tie));
  return { rows, neighbours: sorted.neighbours, tieClaims: sorted.tieClaims };
}

/** Fills rows whose lengths are known, each from its beginning. */
function writer(rows: Uint32Array) {
  const ties = at(rows, rows.length - 1);
  const next = rows.slice();
  const [neighbours, tieClaims] = [new Uint32Array(ties), new Uint32Array(ties)];
  const add = (node: number, neighbour: number, claim: number) => {
    const place = at(next, node);
    next[node] = place + 1;
    neighbours[place] = neighbour;
    tieClaims[place] = claim;
  };
  return { neighbours, tieClaims, add };
}

/** Counts the runs of each sorted row. */
function distinctNeighbours({ rows, neighbours }: Rows): Uint32Array {
  return Uint32Array.from({ length: rows.length - 1 }, (_, node) => {
    const first = at(rows, node);
    let count = 0;
    for (let tie = first; tie < at(rows, node + 1); tie++)
      if (tie === first || neighbours[tie] !== neighbours[tie - 1]) count++;
    return count;
  });
}

/**
 * The days between which something of that period may hold, as `possibleSpan` and `mayHaveBegunBy` have them (a test
 * holds them to it). Remembers the dates it has read: reading one is slow, and few differ.
 */
export function dayBounds(): (period: Period) => { readonly begins: number; readonly ends: number } {
  const known = new Map<string | null, { earliest: number; latest: number }>();
  const span = (date: string | null) => {
    const days = spanOrAllTime(date);
    return { earliest: dayNumber(days.earliest), latest: dayNumber(days.latest) };
  };
  const read = (date: string | null) => {
    const days = known.get(date) ?? span(date);
    known.set(date, days);
    return days;
  };
  return ({ start, at: heldAt, end, endState }) => ({
    begins: read(start ?? heldAt).earliest,
    ends: endState === 'ENDED_UNKNOWN' ? ENDED_SOME_DAY : read(end).latest,
  });
}
