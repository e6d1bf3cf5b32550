import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// The default import is the one form that works in plain Node ESM, in tests and in types alike.
import grafeo from '@grafeo-db/js';
import { JejakError } from '../../domain/errors.js';
import { type Engine, type Parameters, type Row, type Run, WriteConflict } from '../port.js';

const { GrafeoDB } = grafeo;
type Database = ReturnType<typeof GrafeoDB.create>;

export interface GrafeoOptions {
  /** Folder of the database; null keeps everything in memory. */
  readonly folder: string | null;
  /** Returns unordered rows in random order: for tests, to find a query that relies on an order it did not ask for. */
  readonly shuffleUnordered?: boolean;
}

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
export function openGrafeo({ folder, shuffleUnordered = false }: GrafeoOptions): Engine {
  const db =
    folder === null ? GrafeoDB.create(null, { shuffleUnordered }) : openFolder(folder, shuffleUnordered);
  const inTurn = queue();
  return {
    name: 'grafeo',
    read: (text, parameters) => execute(db, text, parameters),
    write: (work) => inTurn(() => transact(db, work)),
    schema: (statement) => applySchema(db, statement),
    searchText: (text, limit) => searchText(db, text, limit),
    close: async () => {
      // Waits for the writer in progress, so that closing never cuts a transaction in two.
      await inTurn(async () => {
        db.close();
        if (folder !== null) rmSync(ownerFile(folder), { force: true });
      });
    },
  };
}

function openFolder(folder: string, shuffleUnordered: boolean): Database {
  mkdirSync(folder, { recursive: true });
  try {
    const db = GrafeoDB.create(join(folder, 'jejak.grafeo'), { shuffleUnordered });
    // Without a trigger the log only grows until the database is closed, and a killed process replays all of it.
    db.setCheckpointTriggers({ walBytes: 64 * 1024 * 1024 });
    writeOwner(folder, { pid: process.pid, url: null, token: null });
    return db;
  } catch (error) {
    if (!/lock/i.test(messageOf(error))) throw translate(error);
    const pid = readOwner(folder)?.pid;
    throw new JejakError(
      'CONFLICT',
      `data folder "${folder}" is open in another process${pid ? ` (pid ${pid})` : ''}; stop that process, or set JEJAK_DATA to another folder`,
      [],
      { cause: error },
    );
  }
}

async function transact<T>(db: Database, work: (run: Run) => Promise<T>): Promise<T> {
  const transaction = db.beginTransaction();
  try {
    const result = await work((text, parameters) => execute(transaction, text, parameters));
    transaction.commit();
    return result;
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw translate(error);
  }
}

async function execute(
  on: Pick<Database, 'executeCypher'>,
  text: string,
  parameters: Parameters = {},
): Promise<Row[]> {
  try {
    const result = await on.executeCypher(text, parameters);
    return result.toArray().map((row) => decode(row) as Row);
  } catch (error) {
    throw translate(error);
  }
}

/** Grafeo returns integers beyond 2^53 as bigint; nothing of ours is that large. */
function decode(value: unknown): unknown {
  if (typeof value === 'bigint') throw new RangeError(`integer ${value} is outside the safe range`);
  if (Array.isArray(value)) return value.map(decode);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
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
    await db.createTextIndex(fulltext[1] ?? '', fulltext[2] ?? '', { tokenizer: 'standard', stopWords: [] });
  } else if (!COMPOSITE_INDEX.test(statement)) {
    // It has no ordered index, so one on (sort key, id) would only cost: ordered lists scan their label.
    await execute(db, statement);
  }
}

async function searchText(db: Database, text: string, limit: number): Promise<Row[]> {
  const hits = await db.textSearch('Thing', 'searchGrams', text, limit);
  return hits.flatMap(([node, score]) => {
    const id = node === undefined ? null : db.getNode(node)?.get('id');
    return typeof id === 'string' ? [{ id, score }] : [];
  });
}

/** Runs tasks one after the other: the engine refuses concurrent writers, and in one process a queue is cheaper. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function translate(error: unknown): unknown {
  const status = (error as { gqlStatus?: string } | null)?.gqlStatus;
  if (status === undefined) return error;
  if (status === '40000') return new WriteConflict('write conflict', { cause: error });
  if (status === 'G2000')
    return new JejakError('CONFLICT', 'a record with the same key exists already; use another key', [], {
      cause: error,
    });
  return new JejakError('INTERNAL_SERVER_ERROR', 'the store could not carry out a query', [], {
    cause: error,
  });
}
