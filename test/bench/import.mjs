// @ts-check
// How fast an import is beside a bare driver loop that writes the same graph, and what it holds in memory.
//
//   npm run bench -- [--table usulan|actors] [--rows 5000] [--rounds 5] [--engines grafeo,neo4j] [--memory 10000,100000]
//
// The two take turns in one process on an empty store each, so that a busy machine slows both: the ratio counts, not the
// rows a second. The bare loop knows every row of the graph beforehand, search texts included, and writes as much in one
// transaction as the import does. With --memory, each size is imported by a process of its own instead.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import { OPERATOR } from '../../dist/auth/rights.js';
import { importAs } from '../../dist/graphql/imports.js';
import { openGrafeo } from '../../dist/store/engines/grafeo.js';
import { openNeo4j } from '../../dist/store/engines/neo4j.js';
import { migrate, readMigrations } from '../../dist/store/migrate.js';
import { createStore } from '../../dist/store/store.js';
import { available, startNeo4j } from '../neo4j/start.mjs';
import { TABLES, writeTable } from '../support/invented-tables.mjs';
import { comparable, contentOf, statementsOf } from './bare-loop.mjs';

/**
 * @typedef {import('../../dist/store/port.js').Engine} Engine
 * @typedef {(batches: import('./bare-loop.mjs').Statement[][]) => Promise<void>} WriteBare
 *
 * @typedef {object} Ground An engine to measure on.
 * @property {string} name
 * @property {() => Promise<{ engine: Engine, leave: () => Promise<void> }>} empty A migrated engine without records.
 * @property {(engine: Engine, batches: import('./bare-loop.mjs').Statement[][]) => Promise<number>} bare Writes on an
 *   empty engine, which it closes; returns the milliseconds of the writing alone.
 * @property {() => Promise<void>} stop
 */

const MIGRATIONS = new URL('../../schema/graph/migrations', import.meta.url).pathname;
const BATCH_ROWS = 1_000;
const { values: given } = parseArgs({
  options: {
    table: { type: 'string', default: 'usulan' },
    rows: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    engines: { type: 'string', default: 'grafeo,neo4j' },
    memory: { type: 'string' },
    // Of the processes that --memory starts.
    child: { type: 'string' },
  },
});
const table = given.table === 'actors' ? TABLES.actors : TABLES.usulan;
const folder = mkdtempSync(join(tmpdir(), 'jejak-bench-'));

/** @param {Engine} engine @param {string} path */
async function timeImport(engine, path) {
  const request = { path, name: 'karangan.csv', mapping: JSON.stringify(table.mapping), apply: true };
  const began = performance.now();
  const report = await importAs(OPERATOR, createStore(engine), { ...request, batchRows: BATCH_ROWS });
  assert.equal(report.refused, 0, JSON.stringify(report.problems[0]));
  return { took: performance.now() - began, rows: report.rows };
}

/** @returns {Ground} */
function onGrafeo() {
  let number = 0;
  /** @type {string} */
  let place;
  return {
    name: 'grafeo on disk',
    empty: async () => {
      place = join(folder, `grafeo ${number++}`);
      const engine = openGrafeo({ folder: place });
      await migrate(engine, await readMigrations(MIGRATIONS));
      return {
        engine,
        leave: async () => {
          await engine.close();
          rmSync(place, { recursive: true });
        },
      };
    },
    bare: async (engine, batches) => {
      await engine.close();
      const db = grafeo.GrafeoDB.create(join(place, 'jejak.grafeo'));
      const began = performance.now();
      for (const statements of batches) {
        const transaction = db.beginTransaction();
        for (const { text, parameters } of statements) await transaction.executeCypher(text, parameters);
        transaction.commit();
      }
      const took = performance.now() - began;
      const again = await contentAfter(() => db.close(), place);
      assert.deepEqual(again, wanted);
      return took;
    },
    stop: async () => {},
  };
}

/** @param {() => void} close @param {string} place */
async function contentAfter(close, place) {
  close();
  const engine = openGrafeo({ folder: place });
  const content = comparable(await contentOf(engine.read));
  await engine.close();
  return content;
}

/** @type {string[]} */
let wanted = [];

/** @param {string} uri @param {string} name @param {() => Promise<void>} stop @returns {Ground} */
function onNeo4j(uri, name, stop) {
  const driver = neo4j.driver(uri, undefined, { useBigInt: true });
  const connect = () => openNeo4j({ uri, user: 'neo4j', password: '', database: 'neo4j', timeout: 600_000 });
  return {
    name,
    empty: async () => {
      const engine = await connect();
      await wipe(engine);
      await migrate(engine, await readMigrations(MIGRATIONS));
      return { engine, leave: () => engine.close() };
    },
    bare: async (engine, batches) => {
      const encoded = batches.map((statements) =>
        statements.map(({ text, parameters }) => ({ text, parameters: wholeNumbers(parameters) })),
      );
      const session = driver.session({ database: 'neo4j' });
      const began = performance.now();
      for (const statements of encoded)
        await session.executeWrite(async (transaction) => {
          for (const { text, parameters } of statements) await transaction.run(text, parameters);
        });
      const took = performance.now() - began;
      await session.close();
      assert.deepEqual(comparable(await contentOf(engine.read)), wanted);
      await engine.close();
      return took;
    },
    stop: async () => {
      await driver.close();
      await stop();
    },
  };
}

/** @param {Engine} engine */
async function wipe(engine) {
  for (;;) {
    await engine.write((run) => run('MATCH (n) WITH n LIMIT 20000 DETACH DELETE n'));
    const [left] = await engine.read('MATCH (n) RETURN count(n) AS count');
    if (left?.count === 0) return;
  }
}

/** The driver takes a number for a float. @param {any} value @returns {any} */
function wholeNumbers(value) {
  if (Number.isSafeInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(wholeNumbers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wholeNumbers(item)]));
}

/** What the import leaves, to be written by the loop, and to be found after both. @param {string} path */
async function contentOfImport(path) {
  const engine = openGrafeo({ folder: null });
  await migrate(engine, await readMigrations(MIGRATIONS));
  await timeImport(engine, path);
  const content = await contentOf(engine.read);
  await engine.close();
  return content;
}

/** @param {Ground} ground @param {string} path @param {import('./bare-loop.mjs').Statement[][]} batches */
async function compare(ground, path, batches) {
  /** @type {{ imported: number, bare: number }[]} */
  const rounds = [];
  // The first round warms up.
  for (let round = 0; round <= Number(given.rounds); round++) {
    const timed = { imported: 0, bare: 0 };
    const turns = [
      async () => {
        const { engine, leave } = await ground.empty();
        timed.imported = (await timeImport(engine, path)).took;
        if (round === 0) assert.deepEqual(comparable(await contentOf(engine.read)), wanted);
        await leave();
      },
      async () => {
        const { engine } = await ground.empty();
        timed.bare = await ground.bare(engine, batches);
      },
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    if (round > 0) rounds.push(timed);
  }
  const rate = (/** @type {number} */ took) => Math.round((Number(given.rows) / took) * 1000);
  const [imported, bare] = [median(rounds.map((one) => one.imported)), median(rounds.map((one) => one.bare))];
  const ratios = rounds.map((one) => one.bare / one.imported);
  console.log(
    `${ground.name}: import ${rate(imported)} rows/s, bare loop ${rate(bare)} rows/s, ratio ${median(ratios).toFixed(2)}` +
      ` (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
  );
}

/** @param {number[]} list */
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function throughput() {
  const path = join(folder, 'karangan.csv');
  await writeTable(path, table, Number(given.rows));
  const content = await contentOfImport(path);
  wanted = comparable(content);
  const batches = statementsOf(content);
  console.log(
    `${given.table}: ${given.rows} rows, ${content.nodes.length} nodes, ${content.relationships.length} relationships, batches of ${BATCH_ROWS} rows, median of ${given.rounds} rounds`,
  );
  for (const ground of await grounds()) {
    await compare(ground, path, batches);
    await ground.stop();
  }
}

async function grounds() {
  /** @type {Ground[]} */
  const list = [];
  if (given.engines.includes('grafeo')) list.push(onGrafeo());
  if (given.engines.includes('neo4j')) {
    const [release] = available();
    if (release === undefined) console.log('neo4j: cannot be started here');
    else {
      // What a server runs with, instead of what starts fast.
      const server = await startNeo4j({ ...release, jvmOptions: ['-XX:TieredStopAtLevel=4', '-Xmx2g'] });
      list.push(onNeo4j(server.uri, `neo4j ${server.version}`, server.stop));
    }
  }
  return list;
}

/** Each size in a process of its own, by what its child says. */
async function memory() {
  const uri = given.engines.includes('neo4j') ? await serveNeo4j() : null;
  for (const size of (given.memory ?? '').split(','))
    for (const engine of given.engines.split(',')) {
      if (engine === 'neo4j' && uri === null) continue;
      const path = join(folder, `${size}.csv`);
      await writeTable(path, table, Number(size));
      const args = [
        '--table',
        given.table,
        '--child',
        JSON.stringify({ path, uri: engine === 'neo4j' ? uri?.uri : null, size }),
      ];
      const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), ...args], {
        stdio: 'inherit',
      });
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(path);
    }
  await uri?.stop();
}

async function serveNeo4j() {
  const [release] = available();
  return release === undefined
    ? null
    : startNeo4j({ ...release, jvmOptions: ['-XX:TieredStopAtLevel=4', '-Xmx2g'] });
}

/** @param {{ path: string, uri: string | null, size: string }} what */
async function importOnce({ path, uri, size }) {
  const ground = uri === null ? onGrafeo() : onNeo4j(uri, 'neo4j', async () => {});
  const { engine, leave } = await ground.empty();
  const MB = 1024 * 1024;
  /** @type {string[]} */
  const points = [];
  let peak = 0;
  let told = 0;
  const began = performance.now();
  const onProgress = (/** @type {{ rows: number }} */ { rows }) => {
    peak = Math.max(peak, process.memoryUsage.rss());
    if (rows < told) return;
    told += Math.max(BATCH_ROWS, Number(size) / 10);
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    points.push(
      `${rows} rows ${Math.round((performance.now() - began) / 1000)} s: rss ${Math.round(rss / MB)}, heap ${Math.round(heapUsed / MB)}`,
    );
  };
  const request = { path, name: 'karangan.csv', mapping: JSON.stringify(table.mapping), apply: true };
  const report = await importAs(OPERATOR, createStore(engine), request, { onProgress });
  const took = (performance.now() - began) / 1000;
  assert.equal(report.counts.rejected, 0);
  console.log(
    `${ground.name}, ${size} rows of ${given.table}: ${Math.round(Number(size) / took)} rows/s, ${took.toFixed(0)} s, peak rss ${Math.round(peak / MB)} MB`,
  );
  for (const point of points) console.log(`  ${point} MB`);
  await leave();
  await ground.stop();
}

try {
  if (given.child !== undefined) await importOnce(JSON.parse(given.child));
  else if (given.memory !== undefined) await memory();
  else await throughput();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
