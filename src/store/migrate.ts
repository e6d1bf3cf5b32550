import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JejakError } from '../domain/errors.js';
import type { Engine, Run } from './port.js';
import { retryOnConflict } from './retry.js';

export interface Migration {
  /** `0001-records`: the file name without its ending. */
  readonly id: string;
  readonly statements: readonly string[];
  /** SHA-256 of the file, so that one that changed after it was applied is noticed. */
  readonly checksum: string;
}

const FILE = /^(\d{4})-[a-z0-9-]+\.cypher$/;
/** Before anything else, so that two processes that start together share one lock node. */
const LOCK_CONSTRAINT = 'CREATE CONSTRAINT meta_key IF NOT EXISTS FOR (m:Meta) REQUIRE m.key IS UNIQUE';
const TAKE_LOCK = "MERGE (m:Meta {key: 'migrations'}) SET m.takenAt = $now";
const APPLIED = 'MATCH (m:Migration) RETURN m.id AS id, m.checksum AS checksum ORDER BY m.id';
const RECORD = 'CREATE (m:Migration {id: $id, checksum: $checksum, at: $now})';

/**
 * Reads the migrations of a folder, in order. Throws when a file is misnamed, a number is missing or used twice, or
 * a file mixes schema and data statements (Neo4j refuses both in one transaction).
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cypher')).sort();
  const numbers = files.map((name, index) => {
    const number = Number(FILE.exec(name)?.[1]);
    if (number !== index + 1)
      throw new Error(
        `${join(folder, name)}: expected a name that starts with ${String(index + 1).padStart(4, '0')}-`,
      );
    return number;
  });
  return Promise.all(
    numbers.map(async (_, index) => {
      const name = files[index] ?? '';
      const text = await readFile(join(folder, name), 'utf8');
      const statements = text
        .replace(/^\s*\/\/.*$/gm, '')
        .split(';')
        .map((statement) => statement.trim().replace(/\s+/g, ' '))
        .filter(Boolean);
      if (new Set(statements.map(isSchema)).size > 1)
        throw new Error(`${join(folder, name)}: mixes schema and data statements; make it two files`);
      return { id: name.replace('.cypher', ''), statements, checksum: digest(text) };
    }),
  );
}

/**
 * Applies what has not been applied, once and in order, also when two processes start together: the one that comes
 * second waits at the lock. Returns the ids applied now. Throws CONFLICT when an applied file was changed since, or
 * the store has migrations that this version does not know (it was written by a newer one).
 */
export async function migrate(engine: Engine, migrations: readonly Migration[]): Promise<string[]> {
  await retryOnConflict(() => engine.schema(LOCK_CONSTRAINT));
  const applied: string[] = [];
  for (;;) {
    // A transaction each: on Neo4j a schema statement waits for whoever has written nodes of its label.
    const id = await retryOnConflict(() => engine.write((run) => applyNext(engine, run, migrations)));
    if (id === null) return applied;
    applied.push(id);
  }
}

/** Applies the first migration that is pending, and returns its id; null when none is. */
async function applyNext(engine: Engine, run: Run, migrations: readonly Migration[]): Promise<string | null> {
  const now = new Date().toISOString();
  await run(TAKE_LOCK, { now });
  const applied = new Map((await run(APPLIED)).map(({ id, checksum }) => [String(id), String(checksum)]));
  checkHistory(applied, migrations);
  const next = migrations.find(({ id }) => !applied.has(id));
  if (next === undefined) return null;
  // Schema statements commit by themselves; they say IF NOT EXISTS, so a run that was cut short can repeat them.
  for (const statement of next.statements)
    await (isSchema(statement) ? engine.schema(statement) : run(statement));
  await run(RECORD, { id: next.id, checksum: next.checksum, now });
  return next.id;
}

function checkHistory(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  for (const [id, checksum] of applied) {
    const known = migrations.find((migration) => migration.id === id);
    if (known === undefined)
      throw new JejakError(
        'CONFLICT',
        `the store has migration "${id}", unknown here; run the newer version of Jejak`,
      );
    if (known.checksum !== checksum)
      throw new JejakError(
        'CONFLICT',
        `migration "${id}" changed after it was applied; restore the file, and write a new migration instead`,
      );
  }
}

const isSchema = (statement: string) => /^CREATE (CONSTRAINT|INDEX|FULLTEXT INDEX) /.test(statement);

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
