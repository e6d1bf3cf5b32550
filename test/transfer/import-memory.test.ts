import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aFolder } from '../support/engines.js';
import { Importer } from '../support/importing.js';

/** The invariant: what an import holds is one batch, however long the file. */

const MB = 1024 * 1024;
/** A hundred bytes kept of each of the 40,000 rows would be more. */
const SLACK = 4 * MB;

let folder: string;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('importing three times as many rows takes no more of the heap', async () => {
  const importer = new Importer({ folder, table: 'actors', rows: 60_000, batch: 1_000 });
  importer.begin();
  const said = await importer.end();
  const heaps = new Map(
    said.map((line) => line.split(' ').map(Number)).map(([, rows = 0, heap = 0]) => [rows, heap]),
  );
  const [early = Number.NaN, late = Number.NaN] = [heaps.get(20_000), heaps.get(60_000)];
  expect(heaps.size).toBe(60);
  expect(late - early).toBeLessThan(SLACK);
}, 600_000);
