// @ts-check
// The jars of one Neo4j release, fetched once by Maven into a cache folder outside the repository.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findMaven } from './machine.mjs';

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
const MINUTE = 60_000;
/** A download on a slow line takes minutes; one that takes longer than this is stuck. */
const DOWNLOAD_LIMIT_MS = 20 * MINUTE;

const cacheRoot = () => process.env.JEJAK_NEO4J_CACHE || join(homedir(), '.cache', 'jejak', 'neo4j');

/** Where the jars are, or will be. @param {string} version */
export const jarsFolder = (version) => join(cacheRoot(), version);

/** The folder gets its name only when it is complete, so that it exists is all there is to check. @param {string} version */
export const hasJars = (version) => existsSync(jarsFolder(version));

/**
 * Makes sure that the jars are there and returns their folder. Safe when several processes ask at once.
 * @param {string} version
 * @param {string} [javaHome] the JDK that runs Maven
 */
export async function fetchJars(version, javaHome) {
  const target = jarsFolder(version);
  if (hasJars(version)) return target;
  const maven = findMaven();
  if (!maven)
    throw new Error(
      `Neo4j ${version} is not in ${cacheRoot()} and there is no Maven (mvn) on the PATH to fetch it`,
    );

  await mkdir(cacheRoot(), { recursive: true });
  const unlock = await lock(version);
  try {
    if (hasJars(version)) return target;
    await removeLeftovers(version);
    const unfinished = await mkdtemp(join(cacheRoot(), `.${version}-`));
    try {
      await runMaven(maven, version, unfinished, javaHome);
      await rename(unfinished, target).catch((error) => {
        // Another process, one that took our lock for stale, was quicker: its copy is as good as ours.
        if (!hasJars(version)) throw error;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    return target;
  } finally {
    await unlock();
  }
}

/**
 * Waits until no other process downloads this release. The lock spares a second download and keeps two Mavens out of
 * one local repository; correctness does not hang on it (the rename decides), so a lock left by a dead process is
 * simply removed, even if two waiting processes should both do so.
 * @param {string} version
 */
async function lock(version) {
  const file = join(cacheRoot(), `.${version}.lock`);
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (await isStale(file)) await rm(file, { force: true });
    else await sleep(500);
  }
}

/** @param {string} file */
async function isStale(file) {
  try {
    const age = Date.now() - (await stat(file)).mtimeMs;
    if (age > DOWNLOAD_LIMIT_MS + MINUTE) return true;
    const owner = Number(await readFile(file, 'utf8'));
    // Created but not yet written: its owner is alive and about to write its number.
    if (!owner) return age > MINUTE;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // No such process: stale. EPERM: somebody else's, alive. ENOENT: just released, so the next try decides.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/** Removes what interrupted downloads left, once they are too old to be still running. @param {string} version */
async function removeLeftovers(version) {
  for (const name of await readdir(cacheRoot())) {
    if (!name.startsWith(`.${version}-`)) continue;
    const folder = join(cacheRoot(), name);
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > 2 * DOWNLOAD_LIMIT_MS) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} maven @param {string} version @param {string} folder @param {string} [javaHome]
 * @returns {Promise<void>}
 */
function runMaven(maven, version, folder, javaHome) {
  const options = [
    '-q', // errors only
    '-B', // no questions, no colours
    '-C', // a jar whose checksum is wrong is an error, not a warning
    '-f',
    POM,
    `-Dneo4j.version=${version}`,
    `-DoutputDirectory=${folder}`,
    '-DincludeScope=runtime',
    'dependency:copy-dependencies',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(maven, options, {
      cwd: folder,
      env: javaHome ? { ...process.env, JAVA_HOME: javaHome } : process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: DOWNLOAD_LIMIT_MS,
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `Maven could not fetch Neo4j ${version} (${signal ?? `exit ${code}`}):\n${output.trim()}`,
          ),
        );
    });
  });
}
