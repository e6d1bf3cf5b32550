import type { z } from 'zod';
import type { ChangeSet, ValidOperation } from '../domain/change-set.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import type { Accounts } from './accounts-port.js';

/** What a driver returns and takes, before zod has looked at it. */
export type Row = Readonly<Record<string, unknown>>;
export type Parameters = Readonly<Record<string, unknown>>;

export interface Statement {
  readonly text: string;
  readonly parameters: Parameters;
}

/** Sends one statement and returns its rows. */
export type Run = (text: string, parameters?: Parameters) => Promise<Row[]>;

/**
 * What an engine must do. One file in engines/ each; everything else is written once, above this line. An engine
 * translates its own errors: a lost race is a WriteConflict, everything else a JejakError that tells nothing of
 * the inside. Integers come back as numbers, or fail loudly outside the safe range.
 */
export interface Engine {
  readonly name: 'grafeo' | 'neo4j';
  /** One reading statement in a transaction of its own. */
  read: Run;
  /** Several reading statements, sent together: the rows of each. When one fails, all do. */
  readAll(statements: readonly Statement[]): Promise<Row[][]>;
  /** Runs `work` in one writing transaction: all of it is kept, or, when it throws, nothing. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** One schema statement in Neo4j's words: CREATE CONSTRAINT, INDEX or FULLTEXT INDEX … IF NOT EXISTS. */
  schema(statement: string): Promise<void>;
  /** Rows `{id, score}` of things whose `searchGrams` share words with the text, best first. */
  searchText(text: string, limit: number): Promise<Row[]>;
  close(): Promise<void>;
}

/** Two transactions wanted the same record; the one that lost may be tried again. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
}

/**
 * A named, parameterised statement and the shape of its rows. The text is Cypher that both engines understand
 * (DESIGN.md, "Two engines, one set of queries"); values never stand in it.
 */
export interface Query<P extends Parameters, R> {
  readonly name: string;
  readonly text: string;
  readonly row: z.ZodType<R>;
  /** Keeps the parameter type with the query; never set. */
  readonly parameters?: P;
}

export function query<P extends Parameters>() {
  return <R>(name: string, row: z.ZodType<R>, text: string): Query<P, R> => ({ name, row, text });
}

/** A query with its parameters, to be asked together with others. */
export interface Question {
  readonly query: Query<Parameters, unknown>;
  readonly parameters: Parameters;
}

/** The one door for reading. Each call is one round trip to the store. */
export interface Reader {
  read<P extends Parameters, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  /** The ids of things whose names share grams with the text, best first by the engine's own score. */
  searchText(grams: string, limit: number): Promise<string[]>;
}

/** A reader that takes several questions at once. */
export interface BatchReader extends Reader {
  /** Several queries in one round trip: the decoded rows of each. When one fails, all do. */
  readAll(questions: readonly Question[]): Promise<unknown[][]>;
}

/** One applied change set: what the history, undo, the change feed and the audit trail are made of. */
export interface Change {
  readonly id: string;
  /** 1, 2, 3, … in the order of commits, without gaps. */
  readonly sequence: number;
  /** When, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
  /** The account of whoever made it; null for a command, a dataset, and an account that was erased. */
  readonly account: string | null;
  /** Who accepted it, when one person proposed it and another reviewed it. */
  readonly approvedBy: string | null;
  /** The id of the change that it takes back. */
  readonly reverts: string | null;
  readonly operations: readonly AppliedOperation[];
}

export interface AppliedOperation {
  readonly op: 'create' | 'update';
  readonly before: JejakRecord | null;
  readonly after: JejakRecord;
}

/** What a plan sees: the store as it stands while no other writer can change it. */
export interface Now {
  read<P extends Parameters, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  /** Records by id, as they were made; what does not exist is left out. */
  records(ids: readonly string[]): Promise<Map<string, Stored>>;
}

/** Personal data of whoever asked for something: apart from the record, in no history. Null erases. */
export interface Personal {
  /** The id of the record. */
  readonly of: string;
  readonly name: string | null;
  readonly phone: string | null;
}

/** What a plan wants written, all of it or nothing. */
export interface Planned extends ChangeSet {
  readonly personal?: readonly Personal[];
  /** The items of a proposal that this change accepts or refuses. */
  readonly decides?: Decision;
}

/** An operation of a proposal. `base` holds, of an update, the fields that it changes as they were when it was proposed. */
export interface ProposedOperation extends ValidOperation {
  readonly base?: Readonly<Record<string, unknown>>;
}

/** A change set that waits for a review, operation by operation. */
export interface Proposal {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly why: string;
  readonly account: string | null;
  readonly operations: readonly ProposedOperation[];
  /** Of the records that are not decided yet. */
  readonly personal: readonly Personal[];
  readonly verdicts: readonly Verdict[];
}

/** What was decided on an operation, counted from 1; `change` is null for a refusal. */
export interface Verdict {
  readonly operation: number;
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly change: string | null;
}

/** Verdicts on the operations of a proposal, by their number from 1. */
export interface Decision {
  readonly proposal: string;
  readonly verdicts: ReadonlyArray<{
    readonly operation: number;
    readonly accepted: boolean;
    readonly reason: string | null;
  }>;
  readonly by: string;
}

/** Works out a change from what stands; null when there is nothing to do. May run again when it loses a race. */
export type Plan = (now: Now) => Promise<Planned | null>;

/** Names a request, so that sending it twice applies it once. */
export interface RequestKey {
  /** Unique for whoever sends it. */
  readonly key: string;
  /** Of all that the request asks for: the same key with another digest is a CONFLICT. */
  readonly digest: string;
}

/** The one door for writing. */
export interface Writer {
  /**
   * Validates the change set as a whole and applies it in one transaction together with its Change. Throws a
   * JejakError that lists every problem; then nothing was written.
   */
  apply(set: ChangeSet): Promise<Change>;
  /**
   * As `apply`, for a change that depends on what stands: the plan is made inside the transaction, so that nothing can
   * come in between. Returns null when the plan has nothing to write, and the earlier change when `key` was used
   * before.
   */
  change(plan: Plan, key?: RequestKey | null): Promise<Change | null>;
  /** As `change`, but keeps what is planned as a proposal that waits for a review. */
  propose(plan: Plan, key?: RequestKey | null): Promise<Proposal | null>;
  /** Refuses operations of a proposal; those that are accepted go with a change (`Planned.decides`). */
  refuse(decision: Decision): Promise<void>;
}

export interface Store extends BatchReader, Writer {
  /** Calls back after each change that this process has committed; the answer ends it. */
  watch(onChange: (change: Change) => void): () => void;
  /** Aborted when the store is closed: nothing more will be committed or read. */
  readonly closed: AbortSignal;
  readonly engine: Engine['name'];
  readonly accounts: Accounts;
  close(): Promise<void>;
}
