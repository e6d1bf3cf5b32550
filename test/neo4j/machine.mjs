// @ts-check
// What this machine can run: the JDKs and the Maven it has, against what each Neo4j release asks for.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const exe = process.platform === 'win32' ? '.exe' : '';
const script = process.platform === 'win32' ? '.cmd' : '';

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {(major: number) => boolean} runsOn Which Java it accepts.
 * @property {string} needs The same in words, for messages.
 * @property {Record<string, string>} settings Settings that only this release knows: an unknown one stops the start.
 */

export const LONG_TERM = '5.26.30';
export const CURRENT = '2026.08.1';

/** The releases Jejak is tested against. @type {readonly Release[]} */
export const RELEASES = [
  {
    version: LONG_TERM,
    runsOn: (major) => major === 17 || major === 21,
    needs: 'Java 17 or 21',
    settings: {},
  },
  {
    version: CURRENT,
    runsOn: (major) => major >= 21,
    needs: 'Java 21 or newer',
    settings: {
      // Both are on by default since 2026: one reports to the vendor's console once registered,
      // the other announces the server to the local network by UDP broadcast.
      'dbms.fleet_manager.enabled': 'false',
      'server.fleet_discovery.enabled': 'false',
      // The program's default is Cypher 5, but the configuration that packages and images bring says 25:
      // new databases speak that, so the two releases together try both languages.
      'db.query.default_language': 'CYPHER_25',
    },
  },
];

/** @param {string} version @returns {Release} */
export function releaseOf(version) {
  const release = RELEASES.find((known) => known.version === version);
  if (!release) {
    throw new Error(`Neo4j ${version} is not one of ${RELEASES.map((known) => known.version).join(', ')}`);
  }
  return release;
}

/** @param {string} name @returns {string | null} the first such program on the PATH */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (folder && existsSync(file) && statSync(file).isFile()) return file;
  }
  return null;
}

/** @returns {string | null} */
export const findMaven = () => onPath(`mvn${script}`);

/** Folders that may be a Java home, the ones chosen by the user first. @returns {string[]} */
function candidateHomes() {
  const homes = [];
  if (process.env.JAVA_HOME) homes.push(process.env.JAVA_HOME);
  const java = onPath(`java${exe}`);
  // The link on the PATH usually points into the home that it stands for.
  if (java) homes.push(dirname(dirname(realpathSync(java))));
  // Build services that install several JDKs name each in a variable such as JAVA_HOME_21_X64.
  for (const [name, value] of Object.entries(process.env)) {
    if (/^JAVA_HOME_\d/.test(name) && value) homes.push(value);
  }
  const folders = [
    '/usr/lib/jvm',
    '/opt',
    '/Library/Java/JavaVirtualMachines',
    join(homedir(), '.sdkman/candidates/java'),
  ];
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      homes.push(join(folder, name), join(folder, name, 'Contents/Home'));
    }
  }
  return homes;
}

/** @param {string} home @returns {number | null} the major version, 17 for 17.0.15 */
function majorOf(home) {
  let text = '';
  try {
    text = readFileSync(join(home, 'release'), 'utf8').match(/^JAVA_VERSION="([^"]+)"/m)?.[1] ?? '';
  } catch {
    // Some packages leave the release file out; the program itself knows.
  }
  if (!text) {
    const run = spawnSync(join(home, 'bin', `java${exe}`), ['-version'], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    text = `${run.stdout}${run.stderr}`.match(/version "([^"]+)"/)?.[1] ?? '';
  }
  const major = Number.parseInt(text.replace(/^1\./, ''), 10);
  return Number.isNaN(major) ? null : major;
}

/** @returns {{ java: string, home: string, major: number }[]} the JDKs of this machine, each once */
export function findJdks() {
  const found = new Map();
  for (const candidate of candidateHomes()) {
    // javac beside it tells a JDK from a runtime: Neo4jServer.java is run from source.
    if (
      !existsSync(join(candidate, 'bin', `java${exe}`)) ||
      !existsSync(join(candidate, 'bin', `javac${exe}`))
    )
      continue;
    const home = realpathSync(candidate);
    if (found.has(home)) continue;
    const major = majorOf(home);
    if (major !== null) found.set(home, { java: join(home, 'bin', `java${exe}`), home, major });
  }
  return [...found.values()];
}
