import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { createAuth, type IdentityProvider } from './auth/auth.js';
import { identify, sessionCookie } from './auth/identify.js';
import { OPERATOR } from './auth/rights.js';
import { type Config, ROOT } from './config.js';
import { JejakError } from './domain/errors.js';
import { currentCandidates } from './graphql/candidate-cache.js';
import { type Context, makeContext, type Services } from './graphql/context.js';
import { examples } from './graphql/examples.js';
import { createFeed } from './graphql/feed.js';
import { currentGraph } from './graphql/graph-cache.js';
import { buildSchema } from './graphql/schema.js';
import type { ContextRequest, MakeContext, RunningServer } from './graphql/server.js';
import { lastSequence } from './store/cypher/changes.js';
import { restoring as restoringNote } from './store/cypher/kept.js';
import { knownByIds } from './store/cypher/records.js';
import { openGrafeo, writeOwner } from './store/engines/grafeo.js';
import { migrate, readMigrations } from './store/migrate.js';
import type { Change, Engine, Store } from './store/port.js';
import { reindex } from './store/reindex.js';
import { createStore } from './store/store.js';
import { readDataset } from './transfer/dataset.js';

/** The parts of a running Jejak, wired. */
export interface App {
  readonly store: Store;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  /** Migrations applied while opening. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** Milliseconds after which Neo4j ends a transaction: longer than any request may take, so that imports fit. */
const STORE_TIMEOUT_MS = 120_000;

/** Milliseconds after which a change that another API instance wrote to the same Neo4j is seen at the latest. */
const LOOK_EVERY_MS = 2_000;

/**
 * Opens the store that the configuration names, brought up to date, and wires the rest. Close it when done. Throws
 * CONFLICT when the store holds a part of a dump only, unless it is opened to be `restoring`.
 */
export async function openApp(config: Config, { restoring = false } = {}): Promise<App> {
  const engine = await openEngine(config);
  try {
    const migrated = await migrate(engine, await readMigrations(join(ROOT, 'schema/graph/migrations')));
    await reindex(engine);
    const store = createStore(engine);
    if (!restoring) await refuseUnfinished(store);
    return {
      store,
      services: servicesOf(store, await providerOf(config)),
      schema: buildSchema(),
      migrated,
      close: () => store.close(),
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function refuseUnfinished(store: Store): Promise<void> {
  const unfinished = await store.read(restoringNote, {});
  if (unfinished.length === 0) return;
  throw new JejakError(
    'CONFLICT',
    'the store holds a part of a dump only, because a restore was cut off; run "jejak restore" again with the same dump, or start with an empty store',
  );
}

async function openEngine({ neo4j, dataFolder }: Config): Promise<Engine> {
  if (neo4j === null) return openGrafeo({ folder: dataFolder });
  // Loaded when wanted, as the server below: reading the driver and Apollo takes longer than most commands.
  const { openNeo4j } = await import('./store/engines/neo4j.js');
  return openNeo4j({ ...neo4j, timeout: STORE_TIMEOUT_MS });
}

async function providerOf({ oidc }: Config): Promise<IdentityProvider | null> {
  if (oidc === null) return null;
  const { openIdProvider } = await import('./auth/oidc.js');
  return openIdProvider(oidc, () => new Date());
}

/** The shared services on a store; tests give it a store of their own. */
export function servicesOf(store: Store, provider: IdentityProvider | null = null): Services {
  return {
    reader: store,
    writer: store,
    engine: store.engine,
    auth: createAuth(store.accounts, { provider }),
    version: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    graph: () => currentGraph(store),
    candidates: (type) => currentCandidates(store, type),
    feed: createFeed(store, LOOK_EVERY_MS),
    loadDataset: (name) => loadDataset(store, name),
  };
}

/**
 * Loads a dataset that comes with Jejak: what is there already is left as it is, so that loading twice changes
 * nothing. Returns the change, or null when nothing was missing.
 */
export async function loadDataset(store: Store, name: 'malang' | 'hamlet'): Promise<Change | null> {
  const { changeSet } = await readDataset(join(ROOT, 'seeds', name));
  const ids = changeSet.operations.map(({ record }) => record.id);
  const known = new Set((await store.read(knownByIds, { ids })).map(({ id }) => id));
  const operations = changeSet.operations.filter(({ record }) => !known.has(record.id));
  return operations.length === 0 ? null : store.apply({ ...changeSet, operations });
}

/**
 * Serves the API. The first start on an empty store loads the dataset that JEJAK_SEED names. The server writes its
 * address and a token into the data folder, by which commands of the same user reach it.
 */
export async function serve(app: App, config: Config): Promise<RunningServer> {
  const [last] = await app.store.read(lastSequence, {});
  if (config.seed !== 'none' && last === undefined) await loadDataset(app.store, config.seed);
  const token = randomBytes(32).toString('hex');
  const embedded = config.neo4j === null;
  const { startServer } = await import('./graphql/server.js');
  const { fileRoutes } = await import('./graphql/http/files.js');
  const context: MakeContext<Context> = (request) =>
    embedded && isToken(request.authorization, token)
      ? makeContext(app.services, OPERATOR, request.signal)
      : contextOf(app.services, request);
  const server = await startServer({
    schema: app.schema,
    context,
    files: fileRoutes(context, app.store),
    host: config.host,
    port: config.port,
    ready: async () => {
      await app.store.read(lastSequence, {});
      return true;
    },
    auth: app.services.auth,
    examples,
  });
  if (embedded) writeOwner(config.dataFolder, { pid: process.pid, url: server.url, token });
  return server;
}

/** The context of a request that came by HTTP. Throws UNAUTHENTICATED when its bearer token does not hold. */
export async function contextOf(services: Services, request: ContextRequest): Promise<Context> {
  const { user, session } = await identify(services.auth, request);
  return makeContext(services, user, request.signal, {
    address: request.address,
    session,
    setSession: (secret) => request.setCookie(sessionCookie(secret)),
  });
}

/** Compares in constant time, so that the answer's delay tells nothing of the token. */
function isToken(authorization: string | null, token: string): boolean {
  const given = Buffer.from(authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
