// Compiles src/ into dist/; with --if-stale only when something in src/ is newer than the last build, so that
// `npm start` does not wait for a compiler that has nothing to do.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'dist/cli/main.js');
const changed = (path) => statSync(join(root, path)).mtimeMs;

function newestSource() {
  const files = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', name));
  return Math.max(...[...files, 'src', 'tsconfig.json', 'tsconfig.build.json'].map(changed));
}

if (
  !process.argv.includes('--if-stale') ||
  !existsSync(command) ||
  newestSource() > statSync(command).mtimeMs
) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  // npm makes the commands of installed packages executable, not those of the package it runs in.
  chmodSync(command, 0o755);
  // The compiler leaves alone what did not change; the time of this file is the time of the last build.
  utimesSync(command, new Date(), new Date());
}
