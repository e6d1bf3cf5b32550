import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aFolder } from '../support/engines.js';
import { Importer } from '../support/importing.js';

/** The invariant: what an import holds is one batch, however long the file. */

const MB = 1024 * 1024;
/** A hundred bytes kept of each of the 20,000 rows would be more. */
const SLACK = 2 * MB;

let folder: string;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('importing three times as many rows takes no more of the heap', async () => {
  const importer = new Importer({ folder, table: 'actors', rows: 30_000, batch: 500 });
  importer.begin();
  const said = await importer.end();
  const heaps = said.filter((line) => line.startsWith('batch')).map((line) => Number(line.split(' ')[2]));
  expect(heaps).toHaveLength(60);
  const [early = Number.NaN, late = Number.NaN] = [heaps[19], heaps[59]];
  expect(late - early).toBeLessThan(SLACK);
}, 600_000);
