// @ts-check
// One Neo4j process: its folder, its port, waiting until it is ready, and its end.

import { spawn } from 'node:child_process';
import { closeSync, openSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('./Neo4jServer.java', import.meta.url));
const START_LIMIT_MS = 120_000;
/** Longer than the limit that Neo4jServer.java sets itself, so that only a hung JVM meets it. */
const STOP_LIMIT_MS = 15_000;

const JVM_OPTIONS = [
  '-Xms128m',
  '-Xmx768m',
  '-XX:+UseSerialGC', // the smallest of the collectors
  '-XX:TieredStopAtLevel=1', // tests are over before the optimising compiler would have paid for itself
  '-XX:+DisplayVMOutputToStderr', // warnings of the JVM itself would land beside the ready line
  ...['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
];

/** The address is added by Neo4jServer.java, what one release alone knows by machine.mjs. */
const SETTINGS = {
  'dbms.security.auth_enabled': 'false',
  'dbms.usage_report.enabled': 'false',
  'server.memory.pagecache.size': '64m',
  // By default each of the two databases reserves 256 MB of disk for its log.
  'db.tx_log.preallocate': 'false',
  'db.store.files.preallocate': 'false',
  // At 5 s each these make every stop take 10 s, also when no client is connected.
  'internal.server.bolt.thread_pool_shutdown_wait_time': '200ms',
  'internal.server.bolt.connection_shutdown_wait_time': '200ms',
};

/**
 * @typedef {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, import('node:stream').Readable, null>} Child
 *
 * @typedef {object} RunningNeo4j
 * @property {string} uri bolt://127.0.0.1:PORT; no authentication, any user and password are accepted.
 * @property {string} version
 * @property {number} pid
 * @property {() => Promise<void>} stop Stops it and deletes its data; calling it again does no harm.
 * @property {Promise<number | null>} exited Settles with the exit code when the process is gone, for whatever reason.
 */

/**
 * @param {object} plan
 * @param {string} plan.version
 * @param {string} plan.java The program.
 * @param {string} plan.jars The folder.
 * @param {Record<string, string>} plan.settings Over ours.
 * @param {string[]} plan.jvmOptions After ours.
 * @returns {Promise<RunningNeo4j>}
 */
export async function launch({ version, java, jars, settings, jvmOptions }) {
  const port = await freePort();
  // realpath, because the temporary folder is a link on some systems and Neo4j compares paths.
  const folder = await mkdtemp(join(realpathSync(tmpdir()), 'jejak-neo4j-'));
  const lines = Object.entries({ ...SETTINGS, ...settings }).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, 'neo4j.conf'), lines.join(''));

  const log = openSync(join(folder, 'console.log'), 'a');
  const options = [...JVM_OPTIONS, ...jvmOptions, '-cp', join(jars, '*'), SERVER, folder, String(port)];
  const child = /** @type {Child} */ (spawn(java, options, { cwd: folder, stdio: ['pipe', 'pipe', log] }));
  closeSync(log);

  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  // Writing nothing, we only meet this when the process is gone, and `exited` says so already.
  child.stdin.on('error', () => {});

  /** @type {Promise<void> | undefined} */
  let stopping;
  const stop = () => (stopping ??= end(child, exited, folder));

  try {
    const uri = await ready(child, START_LIMIT_MS);
    // A test run that forgets stop() should end, not hang: the process follows when our end of its stdin closes.
    for (const handle of [child, child.stdin, child.stdout]) release(handle);
    return { uri, version, pid: /** @type {number} */ (child.pid), stop, exited };
  } catch (error) {
    const tail = await logTail(folder);
    await stop();
    throw new Error(`Neo4j ${version} did not start (${/** @type {Error} */ (error).message}).\n${tail}`);
  }
}

/** @param {Child} child @param {number} limit @returns {Promise<string>} */
function ready(child, limit) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`not ready after ${limit / 1000} s`));
    }, limit);
    /** @param {Error} error */
    const fail = (error) => {
      clearTimeout(timer);
      reject(error);
    };
    child.once('error', fail);
    child.once('exit', (code, signal) => fail(new Error(signal ?? `exit ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const uri = /^ready (bolt:\/\/\S+)$/.exec(line)?.[1];
      if (!uri) return;
      clearTimeout(timer);
      resolve(uri);
    });
  });
}

/**
 * @param {Child} child
 * @param {Promise<number | null>} exited @param {string} folder
 */
async function end(child, exited, folder) {
  child.ref();
  child.stdin.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(timer);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** @returns {Promise<number>} a loopback port that nobody listens on at this moment */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** What the logs in the folder say, without the stack frames: the causes are what helps. @param {string} folder */
async function logTail(folder) {
  const parts = [];
  for (const name of ['logs/debug.log', 'console.log']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line.trim() && !/^\s+(at |\.\.\. \d+ more)/.test(line));
    // The compiler puts the cause first and the consequences after it, Neo4j the other way round.
    const chosen = lines.length > 30 ? [...lines.slice(0, 5), '...', ...lines.slice(-25)] : lines;
    if (chosen.length) parts.push(`--- ${name}`, ...chosen.map((line) => line.slice(0, 500)));
  }
  return parts.join('\n');
}

/** @param {{ unref?: () => void } | null} handle Something that would keep this process running. */
function release(handle) {
  handle?.unref?.();
}
