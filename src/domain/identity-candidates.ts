import { compareText } from './dates.js';
import {
  comparePrepared,
  type Identifiable,
  type Match,
  type Prepared,
  prepare,
  SHOWN,
  scorePrepared,
} from './identity.js';
import { blockKeys } from './identity-blocks.js';
import type { Verdict } from './kinds.js';

/**
 * Which pairs of records are worth showing as likely the same, without comparing all with all.
 *
 * Records are put into blocks (identity-blocks.ts) and in order of their names. A record is paired in each block with the
 * next WINDOW in that order (sorted neighbourhood, Hernández and Stolfo 1995): in a small block that is all, and a huge one
 * costs no more than its size. Of its partners the PARTNERS that share most blocks, the rare blocks counting more, are
 * compared. So n records with k blocks each take O(n·k·WINDOW) steps and at most n·PARTNERS comparisons; memory is O(n·k).
 *
 * What is lost by that: a pair that shares only huge blocks and stands far apart in them.
 */
const WINDOW = 30;
const PARTNERS = 20;

export interface Candidate {
  /** Ids; of two records of one list the smaller id is on the left. */
  readonly left: string;
  readonly right: string;
  readonly match: Match;
}

export interface CandidateOptions {
  /** Judgements that stand, whatever their verdict: somebody has looked at these pairs, so they are left out. */
  readonly judgements?: ReadonlyArray<{
    readonly left: string;
    readonly right: string;
    readonly verdict: Verdict;
  }>;
  /** The best so many only; all when not given. */
  readonly limit?: number;
}

/**
 * Pairs among `records` that score SHOWN or more, best first, of equal ones by their ids. The answer does not depend on
 * the order of the records. Their ids must be unique.
 */
export function candidatesAmong(
  records: readonly Identifiable[],
  options: CandidateOptions = {},
): Candidate[] {
  const index = indexOf(records);
  const isJudged = judgedPairs(options);
  const found: Array<{ left: Prepared; right: Prepared; score: number }> = [];
  for (const [at, one] of index.records.entries())
    for (const partner of partners(index, at)) {
      const other = index.records[partner];
      if (other === undefined || isJudged(one.record.id, other.record.id)) continue;
      const [left, right] = one.record.id < other.record.id ? [one, other] : [other, one];
      const score = scorePrepared(left, right);
      if (score >= SHOWN) found.push({ left, right, score });
    }
  found.sort(
    (a, b) =>
      b.score - a.score ||
      compareText(a.left.record.id, b.left.record.id) ||
      compareText(a.right.record.id, b.right.record.id),
  );
  // The reasons are made again for those returned: kept for all, they would be most of the memory.
  return found.slice(0, options.limit).map(({ left, right }) => candidate(left, right));
}

/** As `candidateFinder`, for one record only. */
export function candidatesFor(
  record: Identifiable,
  others: readonly Identifiable[],
  options: CandidateOptions = {},
): Candidate[] {
  return candidateFinder(others)(record, options);
}

/**
 * A function that finds, for one record at a time, those of `others` that score SHOWN or more against it, best first, of
 * equal ones by id; the record is on the left, and is not compared with the one of its own id. Indexing is done once:
 * O(n·k); each record then takes O(k·(WINDOW + log n)) and at most 2·PARTNERS comparisons.
 */
export function candidateFinder(
  others: readonly Identifiable[],
): (record: Identifiable, options?: CandidateOptions) => Candidate[] {
  const index = indexOf(others);
  return (record, options = {}) => {
    const one = prepare(record);
    const isJudged = judgedPairs(options);
    return partnersOf(index, one)
      .flatMap((at) => index.records[at] ?? [])
      .filter(({ record: { id } }) => id !== record.id && !isJudged(id, record.id))
      .map((other) => candidate(one, other))
      .filter(({ match }) => match.score >= SHOWN)
      .sort((a, b) => b.match.score - a.match.score || compareText(a.right, b.right))
      .slice(0, options.limit);
  };
}

const candidate = (left: Prepared, right: Prepared): Candidate => ({
  left: left.record.id,
  right: right.record.id,
  match: comparePrepared(left, right),
});

const pairKey = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);

function judgedPairs({ judgements = [] }: CandidateOptions): (a: string, b: string) => boolean {
  const pairs = new Set(judgements.map(({ left, right }) => pairKey(left, right)));
  return (a, b) => pairs.size > 0 && pairs.has(pairKey(a, b));
}

/** Places in `records` of the index, ascending. */
type Block = number[];

interface Index {
  /** In order of spelt-out name, then id. */
  readonly records: readonly Prepared[];
  readonly blocks: ReadonlyMap<string, Block>;
  /** The blocks of each record that it shares with another. */
  readonly blocksOf: ReadonlyArray<readonly Block[]>;
}

const inOrder = (a: Prepared, b: Prepared) =>
  compareText(a.names.main.spelt, b.names.main.spelt) || compareText(a.record.id, b.record.id);

function indexOf(list: readonly Identifiable[]): Index {
  const records = list.map(prepare).sort(inOrder);
  const blocks = new Map<string, Block>();
  const keysOf = records.map((record, at) => {
    const own: Block[] = [];
    for (const key of blockKeys(record)) {
      const block = blocks.get(key) ?? [];
      if (block.length === 0) blocks.set(key, block);
      block.push(at);
      own.push(block);
    }
    return own;
  });
  const blocksOf = keysOf.map((own) => own.filter(({ length }) => length > 1));
  return { records, blocks, blocksOf };
}

/** The partners of the record at that place that come after it, so that no pair comes up twice. */
function partners(index: Index, at: number): number[] {
  const shared = new Map<number, number>();
  for (const block of index.blocksOf[at] ?? []) {
    const from = firstNotBefore(block, (member) => member > at);
    count(shared, block, from, from + WINDOW);
  }
  return most(shared, PARTNERS);
}

/** The partners of a record that is not in the index: those around the place where it would stand. */
function partnersOf(index: Index, one: Prepared): number[] {
  const shared = new Map<number, number>();
  const place = firstNotBefore(index.records, (record) => inOrder(record, one) >= 0);
  for (const key of blockKeys(one)) {
    const block = index.blocks.get(key);
    if (block === undefined) continue;
    const from = firstNotBefore(block, (member) => member >= place);
    count(shared, block, Math.max(0, from - WINDOW), from + WINDOW);
  }
  return most(shared, 2 * PARTNERS);
}

function count(shared: Map<number, number>, members: Block, from: number, to: number): void {
  for (let at = from; at < Math.min(to, members.length); at++) {
    const member = members[at] ?? 0;
    shared.set(member, (shared.get(member) ?? 0) + 1 / members.length);
  }
}

/** The members that share most, the nearest of equal ones. */
function most(shared: ReadonlyMap<number, number>, limit: number): number[] {
  const list = [...shared];
  if (list.length > limit) list.sort(([a, x], [b, y]) => y - x || a - b);
  return list.slice(0, limit).map(([member]) => member);
}

/** The first place in a list that is ordered by it at which `reached` holds; its length when it never does. */
function firstNotBefore<T>(list: readonly T[], reached: (item: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
