// @ts-check
// A process that imports an invented table, for import-kill.test.ts and import-memory.test.ts. It runs the built product,
// so that it needs nothing but node. Usage: node --expose-gc importer.mjs FOLDER TABLE ROWS BATCH; the table lies in FOLDER,
// the data in a folder below. It begins at the first line on its input. It says `batch ROWS HEAP` when a batch has been
// written: the rows read so far and the bytes that the collector leaves of the heap; and `done CHANGES RESUMED` at the end.

import { once } from 'node:events';
import { join } from 'node:path';
import { OPERATOR } from '../../dist/auth/rights.js';
import { importAs } from '../../dist/graphql/imports.js';
import { openGrafeo } from '../../dist/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../dist/store/migrate.js';
import { createStore } from '../../dist/store/store.js';
import { TABLES, writeTable } from './invented-tables.mjs';

const [folder = '', name = '', rows = '', batch = ''] = process.argv.slice(2);
const table = name === 'actors' ? TABLES.actors : TABLES.usulan;
const migrations = new URL('../../schema/graph/migrations', import.meta.url).pathname;
// A checkpoint every few batches, so that kills fall into checkpoints too.
const CHECKPOINT_BYTES = 256 * 1024;
const path = join(folder, 'karangan.csv');
await writeTable(path, table, Number(rows));

await once(process.stdin, 'data');
const engine = openGrafeo({ folder: join(folder, 'data'), checkpointBytes: CHECKPOINT_BYTES });
await migrate(engine, await readMigrations(migrations));
const request = { path, name: 'karangan.csv', mapping: JSON.stringify(table.mapping), apply: true };
let written = 0;
const report = await importAs(
  OPERATOR,
  createStore(engine),
  { ...request, batchRows: Number(batch) },
  {
    onProgress: ({ rows: read, changes }) => {
      if (changes.length === written) return;
      written = changes.length;
      globalThis.gc?.();
      console.log(`batch ${read} ${process.memoryUsage().heapUsed}`);
    },
  },
);
await engine.close();
if (report.refused > 0) throw new Error(JSON.stringify(report.problems));
console.log(`done ${report.changes.length} ${report.resumed}`);
process.stdin.destroy();
