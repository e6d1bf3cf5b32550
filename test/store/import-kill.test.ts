import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { check } from '../../src/store/check.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { createStore } from '../../src/store/store.js';
import { aFolder, MIGRATIONS } from '../support/engines.js';
import { Importer } from '../support/importing.js';
import { everything, readChanges } from '../support/reading.js';

/**
 * The invariant of an import that is killed, whenever that happens, and run again until it ends: it comes out as one that
 * nobody disturbed. No row is lost, none is there twice, and no batch is written twice.
 */

const KILLS = 8;
const ROWS = 800;
const BATCH = 20;
const TABLE = { table: 'usulan', rows: ROWS, batch: BATCH } as const;

const folders: string[] = [];
const importers: Importer[] = [];
afterEach(async () => {
  for (const importer of importers) await importer.kill().catch(() => {});
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = aFolder();
  folders.push(folder);
  return folder;
}

function anImporter(folder: string): Importer {
  const importer = new Importer({ ...TABLE, folder });
  importers.push(importer);
  return importer;
}

/** What stands in a folder after an import: all but the moments of its changes and how often writers took the lock. */
async function outcome(folder: string) {
  const engine = openGrafeo({ folder: join(folder, 'data') });
  await migrate(engine, await readMigrations(MIGRATIONS));
  const store = createStore(engine);
  const changes = await readChanges(store);
  const graph = (await everything(engine)).map((line) =>
    line.replace(/"locks":\d+,?/, '').replace(/"(at|applied)":"\d{4}-[^"]*Z",?/, ''),
  );
  const findings = await check(store);
  await engine.close();
  return { graph, findings, sequences: changes.map(({ sequence }) => sequence) };
}

test(`an import killed ${KILLS} times and run again comes out as if nobody had disturbed it`, async () => {
  const [killed, undisturbed] = [newFolder(), newFolder()];
  let next = anImporter(killed);
  let written = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const importer = next;
    importer.begin();
    // Every fourth is killed while it opens the folder, the others some batches on, wherever they are by then.
    if (kill % 4 !== 1) await importer.heard(1 + Math.floor(Math.random() * 3));
    next = anImporter(killed);
    await sleep(Math.random() * 100);
    const said = await importer.kill();
    expect(said.filter((line) => line.startsWith('done'))).toEqual([]);
    written += said.length;
  }
  next.begin();
  const [last = ''] = (await next.end()).slice(-1);
  const [, changes = 0, resumed = 0] = last.split(' ').map(Number);
  // What was said to be written was not written again; each kill may have hidden one more batch that was.
  expect(resumed / BATCH).toBeGreaterThanOrEqual(written);
  expect(resumed / BATCH).toBeLessThanOrEqual(written + KILLS);
  expect(changes + resumed / BATCH).toBe(ROWS / BATCH);

  const whole = anImporter(undisturbed);
  whole.begin();
  expect((await whole.end()).at(-1)).toBe(`done ${ROWS / BATCH} 0`);
  const found = await outcome(killed);
  expect(found.findings).toEqual([]);
  expect(found.sequences).toEqual(Array.from({ length: ROWS / BATCH }, (_, index) => index + 1));
  expect(found.graph).toEqual((await outcome(undisturbed)).graph);
}, 300_000);
