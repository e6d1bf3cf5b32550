import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/app.js';
import { describeProblem } from '../../src/domain/errors.js';
import type { Store } from '../../src/store/port.js';
import { type OutgoingFile, recordsFile } from '../../src/transfer/export-file.js';
import { templateLayout } from '../../src/transfer/layout.js';
import { planBatch } from '../../src/transfer/plan.js';
import type { SheetFormat, SheetRow } from '../../src/transfer/sheet.js';
import { templateMapping } from '../../src/transfer/template.js';
import { MERGED, NASTY, USULAN } from '../fixtures/nasty-world.js';
import { aJudgement, changeSet } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { lookupOn } from '../support/store-lookup.js';
import { fileOf, readPath, removeFiles } from '../transfer/files.js';

const ALL = { sheets: [], types: [], place: null };
const NOBODY = async () => new Set<string>();
const EVERYBODY = async (ids: readonly string[]) => new Set(ids);
const SHEETS = templateLayout().sheets.map(({ title }) => title);

const bytesOf = async ({ body }: Pick<OutgoingFile, 'body'>): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

/** The rows of an exported file, read from disk as an import reads them. */
async function rowsOf(bytes: Buffer, sheet: string | null = null): Promise<SheetRow[]> {
  const path = await fileOf('', 'berkas');
  await writeFile(path, bytes);
  const { rows, problems } = await readPath(path);
  expect(problems.map(({ problem }) => describeProblem(problem))).toEqual([]);
  return sheet === null ? rows : rows.map((row) => ({ ...row, sheet }));
}

async function planned(store: Store, rows: readonly SheetRow[]) {
  const plan = await planBatch(rows, templateMapping('jejak:uji'), lookupOn(store), {
    source: { title: 'Berkas karangan' },
  });
  const told = plan.rejected.flatMap(({ problems }) => problems.map(describeProblem));
  return { ...plan, told };
}

const NOTHING = { told: [], operations: [], duplicates: [], waiting: [], ignored: 0 };

const WORLDS: ReadonlyArray<readonly [string, (store: Store) => Promise<unknown>]> = [
  ['Malang', (store) => loadDataset(store, 'malang')],
  ['a nasty world', nastyWorld],
];

async function nastyWorld(store: Store) {
  const [left, right] = MERGED as [(typeof MERGED)[number], (typeof MERGED)[number]];
  await store.apply(changeSet(...NASTY));
  await store.change(async () => ({
    ...changeSet(aJudgement({ left, right })),
    personal: [
      { of: USULAN[0]?.id ?? '', name: 'Ibu Rahasia', phone: '+6281234567890' },
      { of: USULAN[1]?.id ?? '', name: null, phone: '+6281234567899' },
    ],
  }));
}

/** Digests by world, to compare the engines of this run. */
const digests = new Map<string, string>();

onEveryEngine(
  (stage) => {
    describe.each(WORLDS)('%s', (world, load) => {
      let workbook: Buffer;
      beforeAll(async () => {
        await stage.engine.write((run) => run('MATCH (n) DETACH DELETE n'));
        await load(stage.store);
        workbook = await bytesOf(await recordsFile(stage.store, 'xlsx', ALL, EVERYBODY));
      });
      afterEach(removeFiles);

      test('as a workbook, read again, changes nothing', async () => {
        const rows = await rowsOf(workbook);
        expect(new Set(rows.map(({ sheet }) => sheet)).size).toBeGreaterThan(9);
        const plan = await planned(stage.store, rows);
        expect(plan).toMatchObject({ ...NOTHING, counts: { new: 0, changed: 0, rejected: 0 } });
        expect(plan.counts.same).toBeGreaterThan(60);
      });
    });
  },
  { kept: true },
);
