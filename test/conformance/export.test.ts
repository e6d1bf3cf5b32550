import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/app.js';
import { describeProblem } from '../../src/domain/errors.js';
import type { Claim } from '../../src/domain/records.js';
import type { Reader, Store } from '../../src/store/port.js';
import { chosenSheets, placesIn } from '../../src/transfer/export-choice.js';
import { type OutgoingFile, recordsFile } from '../../src/transfer/export-file.js';
import { type MayReadPersonal, recordRows } from '../../src/transfer/export-records.js';
import { importFile } from '../../src/transfer/import.js';
import { type SheetLayout, templateLayout } from '../../src/transfer/layout.js';
import { planBatch } from '../../src/transfer/plan.js';
import type { Cell, SheetRow } from '../../src/transfer/sheet.js';
import { storeLookup } from '../../src/transfer/store-lookup.js';
import { templateMapping } from '../../src/transfer/template.js';
import {
  DPU,
  DUPLICATED,
  KLOJEN,
  MERGED,
  NASTY,
  RETRACTED,
  SEMICOLON,
  TWINS,
  USULAN,
  WITHDRAWN,
} from '../fixtures/nasty-world.js';
import { aJudgement, changeSet } from '../support/builders.js';
import { empty, onEveryEngine } from '../support/engines.js';
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
  const plan = await planBatch(rows, templateMapping('jejak:uji'), storeLookup(store, 0), {
    source: { title: 'Berkas karangan' },
  });
  const told = plan.rejected.flatMap(({ problems }) => problems.map(describeProblem));
  return { ...plan, told };
}

const NOTHING = { told: [], operations: [], duplicates: [], ignored: 0 };

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

/** Digests of the files by what they are, from the engine that made them first: the others must make the same. */
const digests = new Map<string, string>();
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
function expectTheSameOnEveryEngine(what: string, bytes: Buffer) {
  const first = digests.get(what) ?? digest(bytes);
  digests.set(what, first);
  expect([what, digest(bytes)]).toEqual([what, first]);
}

/** The rows of one sheet of an export, each by title. */
async function exported(
  store: Reader,
  sheet: string,
  { place = null, mayRead = EVERYBODY, page = 500 }: Partial<Wanted> = {},
): Promise<Array<Record<string, Cell>>> {
  const layout = templateLayout();
  const found = chosenSheets(layout, { sheets: [sheet], types: [], place }).find(Boolean) as SheetLayout;
  const places = place === null ? null : await placesIn(store, place);
  const rows: Array<Record<string, Cell>> = [];
  for await (const row of recordRows(store, found, layout, { places, mayReadPersonal: mayRead, page }))
    rows.push(
      Object.fromEntries(
        found.columns.flatMap(({ title }, index) => (row[index] == null ? [] : [[title, row[index]]])),
      ),
    );
  return rows;
}
interface Wanted {
  readonly place: string | null;
  readonly mayRead: MayReadPersonal;
  readonly page: number;
}

/** A store that counts what is asked of it. */
function counting(store: Store) {
  const asked: string[] = [];
  const reader: Reader = {
    read: (query, parameters) => {
      asked.push(query.name);
      return store.read(query, parameters);
    },
    searchText: store.searchText,
  };
  return { reader, asked };
}

onEveryEngine(
  (stage) => {
    describe.each(WORLDS)('%s', (world, load) => {
      let workbook: Buffer;
      beforeAll(async () => {
        await empty(stage.engine);
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

      test.each([1, 7, 1_000])('imported in batches of %i, writes nothing', async (batchRows) => {
        const path = await fileOf('', 'data-jejak.xlsx');
        await writeFile(path, workbook);
        const written: unknown[] = [];
        const report = await importFile({
          path,
          name: 'data-jejak.xlsx',
          mapping: templateMapping('jejak:uji'),
          reader: stage.store,
          why: 'uji',
          user: 'uji',
          comparesPersonal: true,
          earlier: async () => null,
          batchRows,
          write: async (planned) => {
            written.push(planned);
            return { change: null, proposal: null };
          },
        });
        expect(written).toEqual([]);
        expect(report).toMatchObject({
          refused: 0,
          ignored: 0,
          problems: [],
          unread: [],
          counts: { new: 0, changed: 0, rejected: 0 },
        });
      });

      test('exported again is the same, byte by byte, on every engine', async () => {
        const again = await bytesOf(await recordsFile(stage.store, 'xlsx', ALL, EVERYBODY));
        expect(digest(again)).toBe(digest(workbook));
        expectTheSameOnEveryEngine(world, workbook);
      });

      test.each(['csv', 'jsonl'] as const)(
        'as %s, sheet by sheet, changes nothing either',
        async (format) => {
          for (const sheet of SHEETS) {
            const file = await recordsFile(stage.store, format, { ...ALL, sheets: [sheet] }, EVERYBODY);
            const bytes = await bytesOf(file);
            const rows = bytes.length === 0 ? [] : await rowsOf(bytes, sheet);
            expect({ sheet, ...(await planned(stage.store, rows)) }).toMatchObject({
              sheet,
              ...NOTHING,
              counts: { new: 0, changed: 0, rejected: 0 },
            });
            expectTheSameOnEveryEngine(`${world} ${format} ${sheet}`, bytes);
          }
        },
      );

      test('has the same rows, whatever the size of the pages', async () => {
        for (const sheet of SHEETS)
          expect(await exported(stage.store, sheet, { page: 3 })).toEqual(await exported(stage.store, sheet));
      });

      test('has a row for each record that stands, and no other', async () => {
        const ids = new Set((await rowsOf(workbook)).map(({ cells }) => cells.get('ID Jejak')));
        const rows = await stage.engine.read(
          `MATCH (n:Thing) WHERE n.type IN ['source', 'actor', 'initiative', 'achievement', 'issue']
           AND n.canonical IS NULL AND NOT n.withdrawn RETURN n.id AS id`,
        );
        expect(rows.filter(({ id }) => !ids.has(id as string))).toEqual([]);
        const claims = await stage.engine.read(
          "MATCH (n:Claim) WHERE n.status <> 'RETRACTED' RETURN n.id AS id",
        );
        const beside = (await exported(stage.store, 'Usulan')).flatMap((row) => [
          row['ID Jejak kelurahan'],
          row['ID Jejak OPD'],
        ]);
        const said = new Set([...ids, ...beside]);
        expect(claims.filter(({ id }) => !said.has(id as string))).toEqual([]);
        expect(said.has(RETRACTED.id) || said.has(WITHDRAWN.id)).toBe(false);
      });
    });

    describe('of a nasty world', () => {
      beforeAll(async () => {
        await empty(stage.engine);
        await nastyWorld(stage.store);
      });
      const of = (rows: ReadonlyArray<Record<string, Cell>>, id: string) =>
        rows.filter((row) => row['ID Jejak'] === id);

      test('names a record where its name is enough, and otherwise writes its id', async () => {
        const hosts = (await exported(stage.store, 'Keikutsertaan')).filter(
          ({ Peran }) => Peran === 'tuan rumah',
        );
        const written = hosts.map(({ Pelaku }) => Pelaku);
        expect(written).toEqual(
          expect.arrayContaining(['=1+1', '0812345678', 'Nama  dengan  dua blank', 'BENAR']),
        );
        const byId = ['-', '–', '!!!', 'a-00000000000000000000'].map(
          (name) => NASTY.find((record) => 'name' in record && record.name === name)?.id,
        );
        expect(written).toEqual(expect.arrayContaining(byId));
        const [, ...twins] =
          (await exported(stage.store, 'Kesepakatan'))[0]?.['Pihak lain']?.toString().split('; ') ?? [];
        expect(twins).toEqual(
          [...TWINS, MERGED[0], SEMICOLON].map((record) => record?.id).with(2, 'Bank Karangan'),
        );
        const awards = (await exported(stage.store, 'Penghargaan')).map(({ Ajang }) => Ajang);
        expect(awards).toContain('PENGHARGAAN INOVASI KARANGAN');
        expect(awards.filter((award) => String(award).startsWith('w-'))).toHaveLength(4);
      });

      test('has a row for each piece of evidence, below the first with nothing but the id', async () => {
        const rows = of(await exported(stage.store, 'Pelaku'), DPU.id);
        expect(rows).toHaveLength(4);
        expect(rows[0]).toMatchObject({
          Nama: 'DINAS PEKERJAAN UMUM KARANGAN',
          'Nama lain': 'PU; pu; P.U.; Bina Marga',
          Uraian: '- satu\n- dua',
        });
        for (const row of rows.slice(1))
          expect(
            Object.keys(row).filter((title) => !['Sumber', 'Letak', 'Isi', 'Kutipan'].includes(title)),
          ).toEqual(['ID Jejak']);
        expect(rows.map(({ Kutipan }) => Kutipan)).toEqual(expect.arrayContaining(['satu', 'dua']));
      });

      test('writes all contributions of a claim, or none where they would be read otherwise', async () => {
        const rows = await exported(stage.store, 'Keikutsertaan');
        const amounts = rows.flatMap((row) => ('Jumlah' in row ? [[row.Jumlah, row['Mata uang']]] : []));
        expect(amounts).toEqual(
          expect.arrayContaining([
            [1_500_000.5, 'IDR'],
            [0.125, 'IDR'],
            [2e9, 'USD'],
          ]),
        );
        expect(amounts).not.toContainEqual([1e18, 'IDR']);
        expect(of(rows, DUPLICATED.id)).not.toContainEqual(expect.objectContaining({ Jumlah: 1 }));
      });

      test('says the kelurahan and the office of a usulan in its row, where the claim says no more', async () => {
        const rows = await exported(stage.store, 'Usulan');
        const [first, second] = USULAN.map(({ id }) => of(rows, id));
        expect(first?.map(({ Kelurahan }) => Kelurahan)).toEqual(
          expect.arrayContaining(['Kelurahan Karangan', 'Kelurahan Rekaan']),
        );
        expect(first?.[0]).toMatchObject({ OPD: 'DINAS PEKERJAAN UMUM KARANGAN', Tahun: '2026' });
        // A kecamatan under the title Kelurahan would be read as a kelurahan of that name.
        expect(second).toMatchObject([{ Kelurahan: expect.stringMatching(/^p-/) }]);
        expect(second?.[0]).not.toHaveProperty('OPD');
        const places = (await exported(stage.store, 'Lokasi')).map(
          (row) => row['Inisiatif, pelaku, atau isu'],
        );
        expect(places).toEqual(expect.arrayContaining(['Taman bacaan karangan']));
        expect(places).not.toContain('PERBAIKAN SALURAN AIR (KARANGAN)');
      });

      test('leads references of a merged record to the one that stands, which is there once', async () => {
        const [standing, merged] = MERGED;
        const actors = await exported(stage.store, 'Pelaku');
        expect(of(actors, standing?.id ?? '')).toHaveLength(1);
        expect(of(actors, merged?.id ?? '')).toEqual([]);
        const named = (await exported(stage.store, 'Keikutsertaan')).map(({ Pelaku }) => Pelaku);
        expect(named.filter((name) => name === 'Bank Karangan')).toHaveLength(2);
      });

      test('corrected, keeps the references as they were made, so that the judgement can be taken back', async () => {
        const [standing, merged] = MERGED;
        const file = await recordsFile(stage.store, 'csv', { ...ALL, sheets: ['Keikutsertaan'] }, NOBODY);
        const rows = await rowsOf(await bytesOf(file), 'Keikutsertaan');
        const edited = rows.map((row) =>
          row.cells.get('Pelaku *') === standing?.name
            ? { ...row, cells: new Map([...row.cells, ['Catatan', 'Diperbaiki (karangan)']]) }
            : row,
        );
        const { operations } = await planned(stage.store, edited);
        const subjects = operations.map(({ record }) => (record as Claim).subject);
        expect(subjects.sort()).toEqual([standing?.id, merged?.id].sort());
        await removeFiles();
      });

      test('shows personal data of the records that whoever asks may see, and of no others', async () => {
        const [first, second] = USULAN.map(({ id }) => id);
        const seen = async (mayRead: MayReadPersonal) =>
          (await exported(stage.store, 'Usulan', { mayRead })).flatMap(
            ({ Pengusul, Telepon, 'ID Jejak': id }) =>
              Pengusul === undefined && Telepon === undefined ? [] : [[id, Pengusul, Telepon]],
          );
        expect(await seen(EVERYBODY)).toEqual(
          expect.arrayContaining([
            [first, 'Ibu Rahasia', '+6281234567890'],
            [second, undefined, '+6281234567899'],
          ]),
        );
        expect(await seen(async () => new Set([second ?? '']))).toEqual([
          [second, undefined, '+6281234567899'],
        ]);
        const { reader, asked } = counting(stage.store);
        expect(JSON.stringify(await exported(reader, 'Usulan', { mayRead: NOBODY }))).not.toMatch(
          /Rahasia|62812/,
        );
        expect(asked).not.toContain('personalOf');
      });

      test('without the personal data says nothing of them when it is imported', async () => {
        const file = await recordsFile(stage.store, 'csv', { ...ALL, sheets: ['Usulan'] }, NOBODY);
        const rows = await rowsOf(await bytesOf(file), 'Usulan');
        expect((await planned(stage.store, rows)).personal).toEqual([]);
        await removeFiles();
      });

      test('narrowed to a place has what lies there or within, and the relations around it', async () => {
        const within = async (sheet: string, place: string) =>
          new Set((await exported(stage.store, sheet, { place })).map((row) => row['ID Jejak']));
        const proposals = USULAN.slice(0, 2).map(({ id }) => id);
        for (const place of ['Kecamatan Karangan', '99.99.01', KLOJEN.id])
          expect(await within('Usulan', place)).toEqual(new Set(proposals));
        expect(await within('Pelaku', 'Kelurahan Karangan')).toEqual(new Set());
        expect(await within('Pelaku', 'Kecamatan Karangan')).toEqual(new Set([DPU.id]));
        expect((await within('Jabatan', 'Kecamatan Karangan')).size).toBe(2);
        expect(await within('Jabatan', 'Kelurahan Karangan')).toEqual(new Set());
        expect(await within('Penghargaan', 'Kecamatan Karangan')).toEqual(new Set());
      });

      test('an edit of one cell is one change, and nothing else', async () => {
        const rows = await rowsOf(await bytesOf(await recordsFile(stage.store, 'xlsx', ALL, EVERYBODY)));
        const edited = rows.map((row) =>
          row.cells.get('Nama *') === 'Kembar Karangan'
            ? { ...row, cells: new Map([...row.cells, ['Uraian', 'Diperbaiki (karangan)']]) }
            : row,
        );
        const { operations, told } = await planned(stage.store, edited);
        expect(told).toEqual([]);
        expect(operations.map(({ op, record }) => [op, record.id]).sort()).toEqual(
          TWINS.map((twin) => ['update', twin?.id]).sort(),
        );
        await removeFiles();
      });

      test.each([
        [
          { ...ALL, sheets: ['Pelakuu'] },
          'sheet: "Pelakuu" is none of the template; perhaps Pelaku; write one of',
        ],
        [
          { ...ALL, types: ['organisasi'] },
          'type: "organisasi" is none of the template; write one of source, actor,',
        ],
        [{ ...ALL, types: ['source'], place: '99.99.01' }, 'sheet: "source" leaves none of the sheets'],
        [{ ...ALL, place: 'Antah' }, 'place: no place is called "Antah"; write its name, code or id'],
        [{ ...ALL, place: 'Karangan' }, 'place: "Karangan" is the name of several: p-'],
        [{ ...ALL, place: 'p-00000000000000000000' }, 'place: no place has the id "p-0'],
      ])('refuses %j', async (choice, message) => {
        await expect(recordsFile(stage.store, 'xlsx', choice, EVERYBODY)).rejects.toThrow(message);
      });

      test('refuses several sheets in a file that holds one', async () => {
        await expect(
          recordsFile(stage.store, 'csv', { ...ALL, types: ['initiative'] }, NOBODY),
        ).rejects.toThrow(
          'sheet: 2 sheets for a file of CSV, which holds one; name one of Inisiatif, Usulan',
        );
      });
    });

    test('asks the store page by page, as the file is taken', async () => {
      const { reader, asked } = counting(stage.store);
      const layout = templateLayout();
      const sheet = layout.sheets[0] as SheetLayout;
      const rows = recordRows(reader, sheet, layout, { places: null, mayReadPersonal: NOBODY, page: 1 });
      expect(asked).toEqual([]);
      await rows.next();
      expect(asked.filter((name) => name === 'listPage')).toHaveLength(1);
      await rows.return(undefined);
    });
  },
  { kept: true },
);
