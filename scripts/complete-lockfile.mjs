// Adds to package-lock.json the platform packages that the registry at hand did not know when the lockfile was written.
//
// A native package lists one optional package for each platform. Where a mirror lacks some of them, "npm install"
// leaves those out of the lockfile, and "npm ci" then refuses it on every machine. The entries added here carry what
// their names say (system, processor, C library), so that npm skips them on other machines and fetches them on theirs.
// Run it after "npm install": node scripts/complete-lockfile.mjs
import { readFile, writeFile } from 'node:fs/promises';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(await readFile(file, 'utf8'));

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64'];

/** `@biomejs/cli-linux-x64-musl` runs on linux, x64, musl. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (os === undefined || cpu === undefined)
    throw new Error(`${name}: no platform in its name; add the entry by hand`);
  const musl = words.some((word) => word.startsWith('musl'));
  return { os: [os], cpu: [cpu], ...(os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {}) };
}

const added = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(
      ([name]) =>
        !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
    )
    .map(([name, version]) => [
      `node_modules/${name}`,
      { version, ...(entry.dev ? { dev: true } : {}), optional: true, ...platformOf(name) },
    ]),
);
const sorted = Object.entries({ ...lock.packages, ...Object.fromEntries(added) }).sort(([a], [b]) =>
  a < b ? -1 : 1,
);
await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(
  added.length === 0
    ? 'nothing is missing'
    : `added ${added.length}: ${added.map(([path]) => path).join(', ')}`,
);
