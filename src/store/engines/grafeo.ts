import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// The default import is the one form that works in plain Node ESM, in tests and in types alike.
import grafeo from '@grafeo-db/js';
import { JejakError } from '../../domain/errors.js';
import { type Engine, type Parameters, type Row, type Run, WriteConflict } from '../port.js';
import { queue } from '../queue.js';

const { GrafeoDB } = grafeo;
type Database = ReturnType<typeof GrafeoDB.create>;

export interface GrafeoOptions {
  /** Folder of the database; null keeps everything in memory. */
  readonly folder: string | null;
  /** Returns unordered rows in random order: for tests, to find a query that relies on an order it did not ask for. */
  readonly shuffleUnordered?: boolean;
  /** Bytes of log after which the engine writes them into its file. */
  readonly checkpointBytes?: number;
}

/** Without a limit the log only grows until the database is closed, and a killed process replays all of it. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;

/** What the owner of a data folder writes down, so that another process can name it, or talk to it. */
export interface Owner {
  readonly pid: number;
  /** Where the owner serves, once it does; null for a command that does not serve. */
  readonly url: string | null;
  /** Secret that lets a command on the same machine act as the operator; null when not serving. */
  readonly token: string | null;
}

const ownerFile = (folder: string) => join(folder, 'owner.json');

/** Who has the data folder open, as far as it is written down; null when nobody is. Does not check that it lives. */
export function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Writes down who owns the folder. Readable by the same user only, because of the token. */
export function writeOwner(folder: string, owner: Owner): void {
  writeFileSync(ownerFile(folder), `${JSON.stringify(owner)}\n`, { mode: 0o600 });
}

/**
 * Opens the embedded engine. Throws CONFLICT when another process has the folder open, naming its pid. The engine's
 * own file lock decides, so that a folder left behind by a killed process opens at once.
 */
export function openGrafeo(options: GrafeoOptions): Engine {
  const { folder, shuffleUnordered = false, checkpointBytes = CHECKPOINT_BYTES } = options;
  const db =
    folder === null
      ? GrafeoDB.create(null, { shuffleUnordered })
      : openFolder(folder, shuffleUnordered, checkpointBytes);
  const inTurn = queue();
  let closed = false;
  // The engine itself goes on answering, and in memory even writing.
  const whileOpen = async <T>(task: () => Promise<T>): Promise<T> => {
    if (closed) throw new JejakError('UNAVAILABLE', 'the store is closed; try again in a moment');
    return task();
  };
  return {
    name: 'grafeo',
    read: (text, parameters) => whileOpen(() => execute(db, text, parameters)),
    readAll: (statements) =>
      whileOpen(() => Promise.all(statements.map(({ text, parameters }) => execute(db, text, parameters)))),
    write: (work) => inTurn(() => whileOpen(() => transact(db, work))),
    schema: (statement) => whileOpen(() => applySchema(db, statement)),
    searchText: (text, limit) => whileOpen(() => searchText(db, text, limit)),
    // Writes the file anew without old versions, and empties the log.
    purge: () => inTurn(() => whileOpen(() => translated(async () => void db.compact()))),
    close: async () => {
      // Waits for the writer in progress, so that closing never cuts a transaction in two.
      await inTurn(async () => {
        // The file first: once the database is closed, the next owner may already have written its own.
        if (folder !== null && !closed) rmSync(ownerFile(folder), { force: true });
        closed = true;
        db.close();
      });
    },
  };
}

function openFolder(folder: string, shuffleUnordered: boolean, checkpointBytes: number): Database {
  mkdirSync(folder, { recursive: true });
  try {
    const db = GrafeoDB.create(join(folder, 'jejak.grafeo'), { shuffleUnordered });
    db.setCheckpointTriggers({ walBytes: checkpointBytes });
    writeOwner(folder, { pid: process.pid, url: null, token: null });
    return db;
  } catch (cause) {
    if (!/cannot be locked/.test(messageOf(cause)))
      throw new JejakError(
        'UNAVAILABLE',
        `data folder "${folder}" cannot be opened; check that it can be written to, or restore a dump into another folder`,
        [],
        { cause },
      );
    const pid = readOwner(folder)?.pid;
    throw new JejakError(
      'CONFLICT',
      `data folder "${folder}" is open in another process${pid ? ` (pid ${pid})` : ''}; stop that process, or set JEJAK_DATA to another folder`,
      [],
      { cause },
    );
  }
}

async function transact<T>(db: Database, work: (run: Run) => Promise<T>): Promise<T> {
  const transaction = await translated(() => db.beginTransaction());
  try {
    const result = await work((text, parameters) => execute(transaction, text, parameters));
    await translated(() => transaction.commit());
    return result;
  } catch (error) {
    if (transaction.isActive) await translated(() => transaction.rollback());
    throw error;
  }
}

async function execute(
  on: Pick<Database, 'executeCypher'>,
  text: string,
  parameters: Parameters = {},
): Promise<Row[]> {
  const result = await translated(() => on.executeCypher(text, parameters));
  return result.toArray().map((row) => decode(row) as Row);
}

/** Grafeo returns integers beyond 2^53 as bigint; nothing of ours is that large. */
function decode(value: unknown): unknown {
  if (typeof value === 'bigint') throw new RangeError(`integer ${value} is outside the safe range`);
  if (Array.isArray(value)) return value.map(decode);
  // Its objects can come from another realm, so that their prototype says nothing.
  if (Object.prototype.toString.call(value) === '[object Object]')
    return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, decode(item)]));
  return value;
}

const CONSTRAINT = /^CREATE CONSTRAINT (\w+) IF NOT EXISTS FOR \(\w+:(\w+)\) REQUIRE \w+\.(\w+) IS UNIQUE$/;
const FULLTEXT = /^CREATE FULLTEXT INDEX \w+ IF NOT EXISTS FOR \(\w+:(\w+)\) ON EACH \[\w+\.(\w+)\]/;
const COMPOSITE_INDEX = /^CREATE INDEX \w+ IF NOT EXISTS FOR \(\w+:\w+\) ON \([^)]*,/;

/** Grafeo checks a uniqueness constraint by scanning unless an index stands beside it, and has its own text index. */
async function applySchema(db: Database, statement: string): Promise<void> {
  const constraint = CONSTRAINT.exec(statement);
  const fulltext = FULLTEXT.exec(statement);
  if (constraint) {
    const [, name, label, property] = constraint;
    await execute(db, statement);
    await execute(db, `CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`);
  } else if (fulltext) {
    const [, label = '', property = ''] = fulltext;
    await translated(() => db.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] }));
  } else if (!COMPOSITE_INDEX.test(statement)) {
    // It has no ordered index, so one on (sort key, id) would only cost: ordered lists scan their label.
    await execute(db, statement);
  }
}

async function searchText(db: Database, text: string, limit: number): Promise<Row[]> {
  const hits = await translated(() => db.textSearch('Thing', 'searchGrams', text, limit));
  return hits.flatMap(([node, score]) => {
    const id = node === undefined ? null : db.getNode(node)?.get('id');
    return typeof id === 'string' ? [{ id, score }] : [];
  });
}

function messageOf(error: unknown): string {
  return (error as Error | undefined)?.message ?? String(error);
}

/** Calls the engine; whatever it throws comes out as an error of ours. */
async function translated<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    const status = statusOf(cause);
    if (status === '40000') throw new WriteConflict('write conflict', { cause });
    if (status === 'G2000')
      throw new JejakError('CONFLICT', 'a record with the same key exists already; use another key', [], {
        cause,
      });
    throw new JejakError('INTERNAL_SERVER_ERROR', 'the store could not carry out a query', [], { cause });
  }
}

/** The GQL status of an error of the engine, which it gives as the message of the cause: `GQLSTATUS 40000`. */
function statusOf(error: unknown): string | undefined {
  const { cause } = error as { cause?: unknown };
  return /^GQLSTATUS (\w+)$/.exec(messageOf(cause))?.[1];
}
