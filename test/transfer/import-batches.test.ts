import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Planned, RequestKey } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { importFile } from '../../src/transfer/import.js';
import { checkMapping } from '../../src/transfer/mapping.js';
import { aFolder, MIGRATIONS } from '../support/engines.js';

const engine = openGrafeo({ folder: null });
const folder = aFolder();
beforeAll(async () => migrate(engine, await readMigrations(MIGRATIONS)));
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

test('rows that make more records than a change may hold are written as several', async () => {
  const path = join(folder, 'banyak.csv');
  writeFileSync(path, ['Nama', ...Array.from({ length: 60 }, (_, n) => `Kelompok Karangan ${n}`)].join('\n'));
  const records = Array.from({ length: 300 }, (_, n) => ({
    as: `a${n}`,
    type: 'actor',
    fields: {
      name: { column: 'Nama', prefix: `Cabang ${n} ` },
      kind: { constant: 'ORGANIZATION' },
      helix: { constant: 'COMMUNITY' },
    },
  }));
  const written: Array<{ planned: Planned; key: RequestKey }> = [];
  const report = await importFile({
    path,
    name: 'banyak.csv',
    mapping: checkMapping({ name: 'banyak', scheme: 'uji:banyak', sheets: [{ records }] }),
    reader: createStore(engine),
    why: 'uji',
    user: 'test',
    write: async (planned, key) => {
      written.push({ planned, key });
      return { change: null, proposal: null };
    },
    earlier: async () => null,
    comparesPersonal: true,
  });

  expect(report).toMatchObject({ rows: 60, refused: 0, counts: { new: 60 * 300 + 2 } });
  // Each batch has the file as its source: what the first wrote is not there to be found.
  const names = written.flatMap(({ planned }) =>
    planned.operations.flatMap(({ record }) => ('name' in record ? [record.name] : [])),
  );
  expect(new Set(names).size).toBe(60 * 300);
  expect(written).toHaveLength(2);
  expect(new Set(written.map(({ key }) => key.key)).size).toBe(2);
});
