import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { openNeo4j } from '../../src/store/engines/neo4j.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Engine, Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';

export const MIGRATIONS = join(ROOT, 'schema/graph/migrations');

/** Which engines this run tries, as neo4j-setup.mjs has found out. */
const run = JSON.parse(process.env.JEJAK_TEST_ENGINES ?? '{"tried":[]}') as { tried: string[]; port: number };

/** Where a test stands: an engine whose database is empty, apart from the schema, when each case begins. */
export interface Stage {
  readonly name: string;
  readonly engine: Engine;
  readonly store: Store;
  /** One more store on the same data: on Neo4j with a connection of its own, as a second API instance has. */
  another(): Promise<Store>;
  /** One more engine on the same data; the embedded one has only itself. */
  anotherEngine(): Promise<Engine>;
  /** An engine that the test may close: with data of its own where the data allow only one engine. */
  disposable(): Promise<Engine>;
}

interface Options {
  /** False: the schema is left to the test. */
  readonly migrated?: boolean;
  /** True: what `beforeAll` has written stays; the database is emptied once, before it. */
  readonly kept?: boolean;
}

/** Registers the cases of `body` for every engine of this run. */
export function onEveryEngine(
  body: (stage: Stage) => void,
  { migrated = true, kept = false }: Options = {},
): void {
  describe.each(run.tried)('on %s', (name) => {
    let source: Source;
    let engine: Engine;
    let store: Store;
    const others: Engine[] = [];
    const sources: Source[] = [];
    beforeAll(async () => {
      source = await sourceOf(name);
      sources.push(source);
      engine = await source.connect();
      store = createStore(engine);
      await empty(engine);
      if (migrated) await migrate(engine, await readMigrations(MIGRATIONS));
    }, LEASE_LIMIT_MS);
    if (!kept) beforeEach(() => empty(engine));
    afterAll(async () => {
      for (const open of [...others, engine]) await open?.close();
      for (const left of sources) left.leave();
    });
    const anotherEngine = async () => {
      if (engine.name === 'grafeo') return engine;
      const opened = await source.connect();
      others.push(opened);
      return opened;
    };
    body({
      name,
      get engine() {
        return engine;
      },
      get store() {
        return store;
      },
      anotherEngine,
      another: async () => createStore(await anotherEngine()),
      disposable: async () => {
        if (engine.name !== 'grafeo') return source.connect();
        const own = await sourceOf(name);
        sources.push(own);
        return own.connect();
      },
    });
  });
}

/** Other test files may have the server; each takes some seconds, the first one those of its start too. */
const LEASE_LIMIT_MS = 600_000;
const QUERY_LIMIT_MS = 30_000;

/** Where engines on one and the same data come from. */
interface Source {
  connect(): Promise<Engine>;
  leave(): void;
}

async function sourceOf(name: string): Promise<Source> {
  if (name === 'grafeo in memory')
    return { connect: async () => openGrafeo({ folder: null, shuffleUnordered: true }), leave: () => {} };
  if (name === 'grafeo on disk') {
    const folder = aFolder();
    return { connect: async () => openGrafeo({ folder }), leave: () => rmSync(folder, { recursive: true }) };
  }
  return borrowNeo4j(name.replace('neo4j ', ''));
}

/** A new folder that nobody else has. */
export const aFolder = () => mkdtempSync(join(tmpdir(), 'jejak-test-'));

/** Waits for the desk of neo4j-setup.mjs to lend the server, until `leave`. */
async function borrowNeo4j(version: string): Promise<Source> {
  const socket = createConnection(run.port, '127.0.0.1');
  socket.write(`${version}\n`);
  const closed = once(socket, 'close').then(() => ['{"error": "the desk is closed"}']);
  const [line] = (await Promise.race([once(createInterface({ input: socket }), 'line'), closed])) as [string];
  const { uri, error } = JSON.parse(line) as { uri?: string; error?: string };
  if (uri === undefined) throw new Error(`Neo4j ${version}: ${error}`);
  const options = { uri, user: 'neo4j', password: '', database: 'neo4j', timeout: QUERY_LIMIT_MS };
  return { connect: () => openNeo4j(options), leave: () => socket.destroy() };
}

/** Removes every node, in portions that fit into a transaction. Constraints and indexes stay. */
export async function empty(engine: Engine): Promise<void> {
  for (;;) {
    await engine.write((run) => run('MATCH (n) WITH n LIMIT 5000 DETACH DELETE n'));
    const [left] = await engine.read('MATCH (n) RETURN count(n) AS count');
    if (left?.count === 0) return;
  }
}
