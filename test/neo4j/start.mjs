// @ts-check
// A real Neo4j for tests, without Docker. README.md in this folder says how to use it.

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchJars, hasJars } from './jars.mjs';
import { findJdks, findMaven, LONG_TERM, RELEASES, releaseOf } from './machine.mjs';
import { launch } from './server.mjs';

/**
 * @typedef {import('./server.mjs').RunningNeo4j} RunningNeo4j
 *
 * @typedef {object} Runnable
 * @property {string} version
 * @property {string} java The path of the program that runs it.
 *
 * @typedef {object} Unrunnable
 * @property {string} version
 * @property {string} reason One sentence for the person at the keyboard.
 */

/** @returns {(Runnable | Unrunnable)[]} one entry a release */
function survey() {
  const jdks = findJdks();
  const maven = findMaven();
  return RELEASES.map(({ version, runsOn, needs }) => {
    const jdk = jdks.find(({ major }) => runsOn(major));
    if (!jdk) {
      const seen = jdks.length ? `found Java ${jdks.map(({ major }) => major).join(', ')}` : 'found no Java';
      return { version, reason: `needs a JDK: ${needs}; ${seen}` };
    }
    if (!maven && !hasJars(version)) {
      return {
        version,
        reason: 'its jars are not in the cache and there is no Maven (mvn) on the PATH to fetch them',
      };
    }
    return { version, java: jdk.java };
  });
}

/** The releases that can be started here. @returns {Runnable[]} */
export const available = () => survey().filter((entry) => 'java' in entry);

/** The releases that can't, each with its reason. @returns {Unrunnable[]} */
export const unavailable = () => survey().filter((entry) => 'reason' in entry);

/** Fetches the jars if they are not in the cache yet. @param {string} version @returns {Promise<string>} their folder */
export function prepareNeo4j(version) {
  const jdk = findJdks()[0];
  return fetchJars(releaseOf(version).version, jdk?.home);
}

/**
 * Starts an empty Neo4j and waits until it answers.
 * @param {object} [options]
 * @param {string} [options.version] Default: the first one available.
 * @param {string} [options.java] Default: the JDK that available() found for the version.
 * @param {Record<string, string>} [options.settings] Lines for neo4j.conf, over ours.
 * @param {string[]} [options.jvmOptions] Added last, so they win: a benchmark wants -XX:TieredStopAtLevel=4 and more heap.
 * @returns {Promise<RunningNeo4j>}
 */
export async function startNeo4j({ version, java, settings = {}, jvmOptions = [] } = {}) {
  const runnable = available().find((entry) => !version || entry.version === version);
  const release = releaseOf(version ?? runnable?.version ?? LONG_TERM);
  const program = java ?? runnable?.java;
  if (!program) {
    const reasons = unavailable().map((entry) => `${entry.version}: ${entry.reason}`);
    throw new Error(`Cannot start Neo4j here. ${reasons.join('. ')}`);
  }
  const jars = await prepareNeo4j(release.version);

  const plan = {
    version: release.version,
    java: program,
    jars,
    settings: { ...release.settings, ...settings },
    jvmOptions,
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(plan);
    } catch (error) {
      // Between our asking for a free port and Neo4j's taking it, another process may have got it.
      if (attempt === 3 || !/BindException|Address already in use/.test(String(error))) throw error;
    }
  }
}

async function main() {
  const { values } = parseArgs({ options: { version: { type: 'string' }, prepare: { type: 'boolean' } } });
  if (values.prepare) {
    for (const version of values.version ? [values.version] : RELEASES.map((release) => release.version)) {
      console.log(`prepared ${version} in ${await prepareNeo4j(version)}`);
    }
    return;
  }
  const server = await startNeo4j({ version: values.version });
  console.log(`ready ${server.uri}`);

  const asked = new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, resolve);
  });
  const alive = setInterval(() => {}, 1 << 30); // the server's own handles don't keep this process running
  const died = server.exited.then((code) => new Error(`Neo4j ended by itself (exit ${code})`));
  const failure = await Promise.race([asked, died]);
  clearInterval(alive);
  await server.stop();
  if (failure instanceof Error) throw failure;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
