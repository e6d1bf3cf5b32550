// @ts-check
// Runs once before all tests: finds out which engines can be tried, and opens a desk at which tests borrow a Neo4j.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { hasJars } from '../neo4j/jars.mjs';
import { LONG_TERM } from '../neo4j/machine.mjs';
import { available, prepareNeo4j, startNeo4j, unavailable } from '../neo4j/start.mjs';

/**
 * The engines of this run, for engines.ts and the reporter: `JEJAK_TEST_ENGINES` holds it as JSON.
 * @typedef {object} Survey
 * @property {string[]} tried
 * @property {{ engine: string, reason: string }[]} notTried
 * @property {number} port Where the desk listens on the loopback address.
 */

export default async function setup() {
  const { tried, notTried } = await survey();
  const missing = notTried.find(({ engine }) => engine === `neo4j ${LONG_TERM}`);
  if (missing && process.env.CI === 'true')
    throw new Error(`CI=true, and Neo4j ${LONG_TERM} can't be tried: ${missing.reason}`);
  const desk = await openDesk();
  process.env.JEJAK_TEST_ENGINES = JSON.stringify({ tried, notTried, port: desk.port });
  /** @type {any} */ (globalThis).closeNeo4jDesk = desk.close;
}

/** JEJAK_ENGINES=grafeo, or `grafeo,neo4j 5.26.30`, tries only those: names or their beginnings. */
async function survey() {
  const wanted = (process.env.JEJAK_ENGINES ?? '').split(',').filter(Boolean);
  const engines = [
    'grafeo in memory',
    'grafeo on disk',
    ...available().map(({ version }) => `neo4j ${version}`),
  ];
  const notTried = unavailable().map(({ version, reason }) => ({ engine: `neo4j ${version}`, reason }));
  const tried = [];
  for (const engine of engines) {
    const reason =
      wanted.some((name) => engine.startsWith(name)) || wanted.length === 0
        ? await unfit(engine)
        : 'JEJAK_ENGINES leaves it out';
    if (reason === null) tried.push(engine);
    else notTried.push({ engine, reason });
  }
  if (tried.length === 0)
    throw new Error(`JEJAK_ENGINES="${process.env.JEJAK_ENGINES}" names no engine; write grafeo or neo4j`);
  return { tried, notTried };
}

/** Why an engine that this machine could run can't be tried after all, or null. @param {string} engine */
async function unfit(engine) {
  if (!engine.startsWith('neo4j ')) return null;
  const version = engine.slice('neo4j '.length);
  try {
    if (!hasJars(version)) console.log(`\nfetching Neo4j ${version}, once: about 120 MB`);
    await prepareNeo4j(version);
    return null;
  } catch (error) {
    return String(error).split('\n')[0] ?? '';
  }
}

/**
 * A test sends the version it wants as a line and gets the address back as JSON when it is its turn; closing the
 * connection gives the server back. So there is one server a version however many test files and processes there are,
 * started when first asked for, and no two tests share its database at one time: the Community edition has only one.
 */
async function openDesk() {
  /** @type {Map<string, ReturnType<typeof startNeo4j>>} */
  const servers = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const queues = new Map();
  const desk = createServer((socket) => {
    const returned = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => socket.destroy());
    createInterface({ input: socket }).once('line', async (version) => {
      const turn = queues.get(version);
      queues.set(version, Promise.all([turn, returned]));
      await turn;
      if (socket.destroyed) return;
      const server = servers.get(version) ?? startNeo4j({ version });
      servers.set(version, server);
      const answer = await server.then(
        ({ uri }) => ({ uri }),
        (error) => ({ error: String(error) }),
      );
      socket.write(`${JSON.stringify(answer)}\n`);
    });
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  desk.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (desk.address());
  const close = async () => {
    desk.close();
    const started = await Promise.allSettled(servers.values());
    await Promise.all(started.map((result) => (result.status === 'fulfilled' ? result.value.stop() : null)));
  };
  return { port, close };
}
