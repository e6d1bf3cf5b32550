// @ts-check
import { readFile, writeFile } from 'node:fs/promises';

const root = new URL('..', import.meta.url);

/**
 * Writes generated files; with --check, says which no longer match their origin, and fails.
 * @param {Record<string, string>} outputs Contents by path from the root.
 */
export async function writeAll(outputs) {
  const stale = [];
  for (const [path, text] of Object.entries(outputs)) {
    const file = new URL(path, root);
    const present = await readFile(file, 'utf8').catch(() => null);
    if (present === text) continue;
    if (process.argv.includes('--check')) stale.push(path);
    else await writeFile(file, text);
  }
  if (stale.length === 0) return;
  console.error(`Generated files no longer match their origin: ${stale.join(', ')}. Run "npm run generate".`);
  process.exit(1);
}
