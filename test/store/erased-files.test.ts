import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { createStore } from '../../src/store/store.js';
import { anInitiative, changeSet } from '../support/builders.js';
import { aFolder, MIGRATIONS } from '../support/engines.js';

/** What was erased is in no file of the data folder either, also while the store stays open. Invented data. */
const NUMBER = '0812-0000-0345';
const NAME = 'Sitirekaan Wulandarirekaan';
const folder = aFolder();
afterEach(() => rmSync(folder, { recursive: true }));

const filesWith = (text: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text));

test('forgetting somebody takes their data out of the files of the embedded engine', async () => {
  const engine = openGrafeo({ folder });
  await migrate(engine, await readMigrations(MIGRATIONS));
  const store = createStore(engine);
  for (let n = 0; n < 200; n++) {
    const record = anInitiative({ key: `n${n}`, note: `${n}: telepon ${NUMBER}` });
    const personal = [{ of: record.id, name: NAME, phone: NUMBER }];
    await store.change(async () => ({ ...changeSet(record), personal }));
  }
  expect(filesWith(NUMBER)).not.toEqual([]);
  expect(filesWith(NAME)).not.toEqual([]);

  const attribution = { by: 'test', why: 'test' };
  const who = { login: null, name: null, phone: NUMBER, attribution, dryRun: false, mayGo: () => {} };
  await store.forget(who);
  expect(filesWith(NUMBER)).toEqual([]);
  expect(filesWith(NAME)).toEqual([]);
  await engine.close();
  expect(filesWith(NUMBER)).toEqual([]);
});
