import type { z } from 'zod';
import type { Attribution, ChangeSet, ValidOperation } from '../domain/change-set.js';
import type { Personal } from '../domain/personal.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import type { Account, Accounts, ApiToken, Pass } from './accounts-port.js';

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
  /** Takes what was erased out of the files of the store as well, as far as the engine can. */
  purge(): Promise<void>;
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
  /** The account of whoever accepted it; null when that was erased. */
  readonly approver: string | null;
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

export type { Personal };

/** What a plan wants written, all of it or nothing. */
export interface Planned extends ChangeSet {
  readonly personal?: readonly Personal[];
  /** The items of a proposal that this change accepts or refuses; without operations, only that is noted. */
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
  /** The id of the change that it would take back. */
  readonly reverts: string | null;
  readonly operations: readonly ProposedOperation[];
  /** Of the records that are not decided yet. */
  readonly personal: readonly Personal[];
  readonly verdicts: readonly Verdict[];
}

/** What was decided on an operation, counted from 1; `change` is null for a refusal, and where nothing had to change. */
export interface Verdict {
  readonly operation: number;
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly by: string;
  /** The account of whoever decided; null for the operator. */
  readonly account: string | null;
  readonly at: string;
  readonly change: string | null;
  /** The request that it was made for, when no change keeps that. */
  readonly key?: RequestKey;
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
  readonly account: string | null;
  readonly key?: RequestKey | null;
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

/** A change as the store keeps it, with the request that it was made for. */
export interface KeptChange extends Change {
  readonly key: RequestKey | null;
}

/** A proposal as the store keeps it, with the request that it was made for. */
export interface KeptProposal extends Proposal {
  readonly key: RequestKey | null;
}

/** What the store keeps beside the changes and what follows from them. */
export interface KeptRows {
  readonly personal: Personal;
  readonly proposal: KeptProposal;
  readonly mapping: MappingRow;
  readonly account: Account;
  readonly token: ApiToken;
  readonly pass: Pass;
}

/** A saved mapping of imports. */
export interface MappingRow {
  readonly name: string;
  /** The mapping, as JSON. */
  readonly text: string;
  readonly by: string;
  /** The account of whoever saved it; null for the operator. */
  readonly account: string | null;
  readonly at: string;
}

/**
 * The door by which a dump comes back: it writes what was kept elsewhere as it was there, through the same functions as
 * the door for writing. From `begin` to `end` the store holds a part of the whole, and says so (`unfinished`).
 */
export interface Replay {
  begin(): Promise<void>;
  /**
   * Applies changes with the sequence, time and request that they had, in one transaction. Throws as `Writer.apply`
   * does, CONFLICT when the first is not the next one, BAD_USER_INPUT when one did not find what stands.
   */
  changes(changes: readonly KeptChange[]): Promise<void>;
  /** Keeps rows of one kind, in one transaction. Throws NOT_FOUND for personal data of no record. */
  rows<K extends keyof KeptRows>(kind: K, rows: ReadonlyArray<KeptRows[K]>): Promise<void>;
  end(): Promise<void>;
}

/** Whose data are to be erased, and by whom. At least one of login, name and phone is given. */
export interface ForgetRequest {
  /** The account of that login, in lower case: it goes, and its name and id with it from the history. */
  readonly login: string | null;
  /** With a phone: of that number's personal data only those under this name. */
  readonly name: string | null;
  readonly phone: string | null;
  /** Of the change that takes the number out of records. */
  readonly attribution: Attribution;
  /** True: all is worked out, and nothing kept. */
  readonly dryRun: boolean;
  /** Throws when the account must stay; asked within the transaction. */
  mayGo(account: Account, others: readonly Account[]): void;
}

/** What was erased, or in a dry run would be; ids, counts, and never a value. */
export interface Forgotten {
  readonly account: boolean;
  readonly sessions: number;
  readonly tokens: number;
  readonly passes: number;
  readonly mappings: number;
  /** Ids of the changes and proposals that carried the account as author, approver or reviewer. */
  readonly attributions: readonly string[];
  /** Ids of the records whose personal data went. */
  readonly personal: readonly string[];
  /** Ids of the proposals from which personal data went. */
  readonly pending: readonly string[];
  /** Ids of what the number was typed into as text. */
  readonly redacted: {
    readonly records: readonly string[];
    readonly changes: readonly string[];
    readonly proposals: readonly string[];
  };
  /** The change that took the number out of records; null when it stood in none, and in a dry run. */
  readonly change: Change | null;
  readonly left: Left;
}

/** What was found, and stays. */
export interface Left {
  /** A login was given that has no account. */
  readonly unknownLogin: boolean;
  /** Personal data under that number and another name, or under that name and no number. */
  readonly unlike: number;
  /** The number is too short to be looked for in texts. */
  readonly shortNumber: boolean;
  /** Ids of the records in whose text the full name stands, in order. */
  readonly named: readonly string[];
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
   * come in between. Returns null when the plan has nothing to write but decisions on a proposal, and the earlier
   * change when `key` was used before.
   */
  change(plan: Plan, key?: RequestKey | null): Promise<Change | null>;
  /** As `change`, but keeps what is planned as a proposal that waits for a review. */
  propose(plan: Plan, key?: RequestKey | null): Promise<Proposal | null>;
  /** Keeps a mapping of imports under its name. `mayReplace` throws when the one that has it must stay. */
  saveMapping(mapping: MappingRow, mayReplace: (earlier: MappingRow) => void): Promise<void>;
  /** Erases a person's data, the history included; what a change says of others stays. See `ForgetRequest`. */
  forget(request: ForgetRequest): Promise<Forgotten>;
}

export interface Store extends BatchReader, Writer {
  readonly replay: Replay;
  /** Calls back after each change that this process has committed; the answer ends it. */
  watch(onChange: (change: Change) => void): () => void;
  /** Aborted when the store is closed: nothing more will be committed or read. */
  readonly closed: AbortSignal;
  readonly engine: Engine['name'];
  readonly accounts: Accounts;
  close(): Promise<void>;
}
