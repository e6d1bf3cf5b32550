import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { OPERATOR, PUBLIC_USER, type User } from '../../src/auth/rights.js';
import { type ImportRequest, importAs } from '../../src/graphql/imports.js';
import { check } from '../../src/store/check.js';
import { personalOf } from '../../src/store/cypher/personal.js';
import type { Store } from '../../src/store/port.js';
import type { ImportReport } from '../../src/transfer/import.js';
import { readSheets } from '../../src/transfer/read-sheets.js';
import { RefusedRows } from '../../src/transfer/refused-rows.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, aPlace, aSource, changeSet, update } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { contributor, editor } from '../support/people.js';
import { everything, readChanges } from '../support/reading.js';
import { aFile, type Filled, filledTemplate } from '../support/workbooks.js';
import { fileOf, removeFiles } from '../transfer/files.js';
import { HOSTILE } from '../transfer/hostile.js';

/**
 * The invariants: a dry run writes nothing and tells all that applying would; what is right goes in and what is wrong
 * comes back to be mended; the same file again changes nothing; an import that was cut off goes on where it stopped;
 * rights hold for a file as for a single edit.
 */
const city = aPlace({ key: 'kota', name: 'Kota Malang', kind: 'CITY' });
const kelurahan = aPlace({ key: 'sawojajar', name: 'Kelurahan Sawojajar', aliases: ['Sawojajar'] });
const inCity = aClaim({ key: 'in', kind: 'PART_OF', role: null, subject: kelurahan, object: city });
const bappeda = anActor({
  key: 'bappeda',
  name: 'Badan Perencanaan Pembangunan Daerah Kota Malang',
  abbreviations: ['Bappeda'],
});
const dlh = anActor({ key: 'dlh', name: 'Dinas Lingkungan Hidup Kota Malang', abbreviations: ['DLH'] });
const world = changeSet(city, kelurahan, inCity, bappeda, dlh, aSource());

const FILLED: Filled = {
  Pelaku: [
    { Nama: 'PKK RW 03 Sawojajar', Jenis: 'Organisasi', Unsur: 'komunitas' },
    { Nama: 'DINAS LINGKUNGAN HIDUP', Jenis: 'organisasi', Unsur: 'Pemerintah' },
    { Nama: 'Ibu Rekaan', Jenis: 'Orang', Unsur: 'antariksa' },
  ],
  Usulan: [
    {
      Usulan: 'Perbaikan saluran air RW 03',
      Kelurahan: 'Sawojajar',
      Tahun: '2026',
      OPD: 'Bappeda',
      Alasan: 'Banjir tiap hujan (karangan)',
      Pengusul: 'Siti Rekaan',
      Telepon: '0812-3456-7890',
    },
    { Usulan: 'Lampu jalan RW 04', Kelurahan: 'Sawojajar', OPD: 'Bapeda' },
  ],
  Keikutsertaan: [
    {
      Pelaku: 'PKK RW 03 Sawojajar',
      Inisiatif: 'Perbaikan saluran air RW 03',
      Peran: 'penggagas',
      Mulai: '3/2/2026',
    },
    { Pelaku: 'Ibu Rekaan', Inisiatif: 'Perbaikan saluran air RW 03', Peran: 'penggagas' },
    { Pelaku: 'Bappeda', Inisiatif: 'Perbaikan saluran air RW 03', Peran: 'penggagas', Mulai: '32/13/2026' },
  ],
};

const bring = (store: Store, path: string, request: Partial<ImportRequest> = {}, user: User = editor()) =>
  importAs(user, store, { path, name: 'usulan.xlsx', apply: true, ...request });
const places = ({ problems }: ImportReport) => problems.map(({ place }) => place).sort();

const proposalsIn = async (store: Store) => {
  const { proposals } = await answer<{ proposals: { totalCount: number } }>(
    store,
    '{ proposals { totalCount } }',
    {},
    editor(),
  );
  return proposals.totalCount;
};

onEveryEngine((stage) => {
  describe('a filled template', () => {
    test('a dry run tells each mistake by sheet, row and column, what looks like a known record, and writes nothing', async () => {
      await stage.store.apply(world);
      const before = await everything(stage.engine);
      const report = await bring(stage.store, await filledTemplate(FILLED), { apply: false });

      expect(places(report)).toEqual([
        'sheet "Keikutsertaan", row 3, column "Pelaku"',
        'sheet "Keikutsertaan", row 4, column "Mulai"',
        'sheet "Pelaku", row 4, column "Unsur"',
        'sheet "Usulan", row 3, column "OPD"',
      ]);
      expect(report.problems.find(({ place }) => place.includes('OPD'))?.remedy).toContain(
        'Badan Perencanaan',
      );
      expect(report).toMatchObject({ applied: false, rows: 8, refused: 4, complete: true });
      expect(report.counts.new).toBeGreaterThan(5);
      expect(report.duplicates).toMatchObject([
        {
          label: 'Dinas Lingkungan Hidup',
          similar: [{ id: dlh.id, reasons: expect.arrayContaining([expect.any(String)]) }],
        },
      ]);
      expect(JSON.stringify(report)).not.toMatch(/Siti|0812/);
      expect(await everything(stage.engine)).toEqual(before);
    });

    test('applied, it is one change; what was refused is mended in its workbook and goes in as well', async () => {
      await stage.store.apply(world);
      const refused = new RefusedRows();
      const path = await filledTemplate(FILLED);
      const report = await importAs(
        editor(),
        stage.store,
        { path, name: 'usulan.xlsx', apply: true },
        { onRefused: (row) => refused.add(row) },
      );
      expect(report.changes).toHaveLength(1);
      const workbook = aFile('ditolak.xlsx');
      await refused.write(workbook);
      await refused.discard();

      const rows = [];
      for await (const row of readSheets(workbook)) rows.push(row);
      expect(rows).toHaveLength(4);
      expect(rows.map((row) => String(row.cells.get('Kesalahan')))).toEqual(
        expect.arrayContaining([expect.stringContaining('antariksa'), expect.stringContaining('Bapeda')]),
      );
      // As a clerk mends it: the cells, not the column that says what is wrong.
      const mended = await filledTemplate(MENDED);
      expect(await bring(stage.store, mended)).toMatchObject({ refused: 0 });
      const again = await bring(stage.store, path, { apply: false });
      expect(again.counts).toMatchObject({ new: 0, changed: 0 });
      expect(await check(stage.store)).toEqual([]);
    });

    test('imported again it changes nothing, under another name and in batches of another size as well', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate(FILLED);
      await bring(stage.store, path);
      const before = await everything(stage.engine);
      const second = await bring(stage.store, path);
      const copy = await filledTemplate(FILLED, 'salinan.xlsx');
      const third = await bring(stage.store, copy, { batchRows: 3 });

      expect(second).toMatchObject({ resumed: 8, refused: 4, counts: { new: 0, changed: 0 }, changes: [] });
      expect(third).toMatchObject({ refused: 4, counts: { new: 0, changed: 0 }, changes: [] });
      expect(await everything(stage.engine)).toEqual(before);
    });

    test('by another account it makes records of its own, which look like those that are known', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate({ Pelaku: FILLED.Pelaku?.slice(0, 1) ?? [] });
      await bring(stage.store, path);
      const other = await bring(stage.store, path, { apply: false }, OPERATOR);
      expect(other.duplicates).toMatchObject([
        { label: 'PKK RW 03 Sawojajar', similar: [{ label: 'PKK RW 03 Sawojajar' }] },
      ]);
      // Under the namespace of the first they are the same.
      const same = await bring(stage.store, path, { apply: false, scheme: 'templat:test-editor' }, OPERATOR);
      expect(same.counts).toMatchObject({ new: 0, changed: 0 });
    });

    test('a row that was refused goes in when it has become right, once', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate({ Usulan: FILLED.Usulan ?? [] });
      expect(await bring(stage.store, path)).toMatchObject({ refused: 1 });
      await stage.store.apply(update({ ...bappeda, aliases: ['Bapeda'] }));
      const again = await bring(stage.store, path);

      expect(again).toMatchObject({ refused: 0, resumed: 2, changes: [expect.any(String)] });
      const { initiatives } = await answer<{ initiatives: object }>(
        stage.store,
        '{ initiatives { totalCount } }',
      );
      expect(initiatives).toEqual({ totalCount: 2 });
      expect(await bring(stage.store, path)).toMatchObject({ counts: { new: 0, changed: 0 }, changes: [] });
    });

    test('personal data go in apart from the records, and again change nothing', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate({ Usulan: FILLED.Usulan?.slice(0, 1) ?? [] });
      await bring(stage.store, path);
      const { initiatives } = await answer<{ initiatives: { nodes: Array<{ id: string }> } }>(
        stage.store,
        '{ initiatives { nodes { id } } }',
      );
      const ids = initiatives.nodes.map(({ id }) => id);
      expect(await stage.store.read(personalOf, { ids })).toMatchObject([{ name: 'Siti Rekaan' }]);
      expect(JSON.stringify(await readChanges(stage.store))).not.toMatch(/Siti|812/);

      const mended = await filledTemplate({ Usulan: [{ ...FILLED.Usulan?.[0], Telepon: '0812-0000-1111' }] });
      const report = await bring(stage.store, mended);
      expect(report.changes).toHaveLength(1);
      const [row] = await stage.store.read(personalOf, { ids });
      expect(row?.phone).toContain('1111');
    });
  });

  describe('a long table', () => {
    /** Actors with a key each, and a source that says so. */
    const aTable = (rows: number) => {
      const path = aFile('pelaku.csv');
      const lines = Array.from(
        { length: rows },
        (_, n) => `K${n};Kelompok Karangan ${n};Organisasi;komunitas`,
      );
      writeFileSync(path, ['Kunci;Nama;Jenis;Unsur', ...lines].join('\r\n'));
      return path;
    };
    const mapping = JSON.stringify({
      name: 'pelaku',
      scheme: 'uji:pelaku',
      sheets: [
        {
          records: [
            {
              as: 'pelaku',
              type: 'actor',
              key: { column: 'Kunci' },
              fields: { name: { column: 'Nama' }, kind: { column: 'Jenis' }, helix: { column: 'Unsur' } },
            },
          ],
        },
      ],
    });

    test('goes in batch by batch, and one that was cut off goes on where it stopped', async () => {
      const path = aTable(60);
      const abort = new AbortController();
      const request = { path, name: 'pelaku.csv', apply: true, mapping, batchRows: 10 };
      const cut = importAs(editor(), stage.store, request, {
        signal: abort.signal,
        onProgress: ({ changes }) => {
          if (changes.length === 3) abort.abort();
        },
      });
      await expect(cut).rejects.toThrow(/abort/i);
      expect(await readChanges(stage.store)).toHaveLength(3);
      const report = await importAs(editor(), stage.store, request);

      expect(report).toMatchObject({ rows: 60, resumed: 30 });
      expect(await readChanges(stage.store)).toHaveLength(6);
      const { actors } = await answer<{ actors: object }>(stage.store, '{ actors { totalCount } }');
      expect(actors).toEqual({ totalCount: 60 });
    });

    test('two imports of it at once put each record in once', async () => {
      const path = aTable(40);
      const request = { path, name: 'pelaku.csv', apply: true, mapping, batchRows: 10 };
      await Promise.all([
        importAs(editor(), stage.store, request),
        importAs(OPERATOR, await stage.another(), request),
      ]);

      const { actors } = await answer<{ actors: object }>(stage.store, '{ actors { totalCount } }');
      expect(actors).toEqual({ totalCount: 40 });
      expect(await check(stage.store)).toEqual([]);
    });

    test('a key that is that of another record does not turn this one into that one', async () => {
      await importAs(editor(), stage.store, { path: aTable(2), name: 'a', apply: true, mapping });
      const path = aFile('lain.csv');
      writeFileSync(path, 'Kunci;Nama;Jenis;Unsur\nK1;Bank Karangan;Organisasi;perbankan\n');
      const report = await importAs(editor(), stage.store, { path, name: 'b', apply: true, mapping });

      expect(report.problems).toMatchObject([
        {
          code: 'CONFLICT',
          place: 'row 2, column "Kunci"',
          value: expect.stringContaining('Kelompok Karangan 1'),
        },
      ]);
      expect(report.changes).toEqual([]);
    });

    test('what was taken back does not come back by itself', async () => {
      const path = aTable(2);
      const { changes } = await importAs(editor(), stage.store, { path, name: 'a', apply: true, mapping });
      await answer(
        stage.store,
        `mutation { revert(change: "${changes[0]}", why: "keliru") { userErrors { message } } }`,
        {},
        editor(),
      );
      const report = await importAs(editor(), stage.store, { path, name: 'a', apply: true, mapping });

      expect(report).toMatchObject({ refused: 2, changes: [], resumed: 0 });
      expect(report.problems[0]).toMatchObject({
        code: 'CONFLICT',
        remedy: expect.stringContaining('revert'),
      });
    });
  });

  test('a correction that was taken back goes in when it is imported again', async () => {
    await stage.store.apply(world);
    const path = await filledTemplate({ Pelaku: [{ 'ID Jejak': dlh.id, Uraian: 'Karangan' }] });
    const first = await bring(stage.store, path);
    await answer(
      stage.store,
      `mutation { revert(change: "${first.changes[0]}", why: "keliru") { userErrors { message } } }`,
      {},
      editor(),
    );
    const again = await bring(stage.store, path);

    expect(again).toMatchObject({ refused: 0, resumed: 0, counts: { changed: 1 } });
    expect(again.changes).not.toEqual(first.changes);
    const { actor } = await answer<{ actor: object }>(
      stage.store,
      `{ actor(id: "${dlh.id}") { description } }`,
    );
    expect(actor).toEqual({ description: 'Karangan' });
  });

  test('a hostile file ends in a report or a refusal, and writes nothing', async () => {
    await stage.store.apply(world);
    const before = await everything(stage.engine);
    const outcomes = { refused: 0, told: 0 };
    for (const [, content] of HOSTILE) {
      const path = await fileOf(content);
      try {
        const report = await bring(stage.store, path);
        expect(report.changes).toEqual([]);
        outcomes.told += 1;
      } catch (error) {
        expect(error).toMatchObject({ name: 'JejakError', code: 'BAD_USER_INPUT' });
        outcomes.refused += 1;
      }
    }
    await removeFiles();
    expect(outcomes.refused).toBeGreaterThan(20);
    expect(outcomes.told).toBeGreaterThan(20);
    expect(await everything(stage.engine)).toEqual(before);
  });

  describe('rights', () => {
    test('what a contributor brings waits for a review, and comes once', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate({ Usulan: FILLED.Usulan?.slice(0, 1) ?? [] });
      const first = await bring(stage.store, path, {}, contributor());
      const second = await bring(stage.store, path, {}, contributor());

      expect([first.proposals.length, first.changes, second.proposals]).toEqual([1, [], []]);
      expect(await readChanges(stage.store)).toHaveLength(1);
    });

    test('what a contributor brings is one proposal, whatever the size of batches', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate(FILLED);
      const dry = await bring(stage.store, path, { apply: false }, contributor());
      const report = await bring(stage.store, path, { batchRows: 1 }, contributor());

      expect(report.proposals).toHaveLength(1);
      expect([places(report), report.counts]).toEqual([places(dry), dry.counts]);
    });

    test('what a contributor brings must be few enough to be read, or nothing of it is proposed', async () => {
      const path = aFile('panjang.csv');
      const lines = Array.from({ length: 2_001 }, (_, n) => `Kelompok Karangan ${n};Organisasi;komunitas`);
      writeFileSync(path, ['Nama;Jenis;Unsur', ...lines].join('\n'));
      const fields = { name: { column: 'Nama' }, kind: { column: 'Jenis' }, helix: { column: 'Unsur' } };
      const mapping = JSON.stringify({
        name: 'panjang',
        scheme: 'uji:panjang',
        sheets: [{ records: [{ as: 'pelaku', type: 'actor', fields }] }],
      });
      await expect(bring(stage.store, path, { mapping }, contributor())).rejects.toThrow(
        /more than 2000 rows.*several files/s,
      );
      expect(await proposalsIn(stage.store)).toBe(0);
    });

    test('a row that has become right is proposed beside what was proposed before, once', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate({ Usulan: FILLED.Usulan ?? [] });
      await bring(stage.store, path, {}, contributor());
      await stage.store.apply(update({ ...bappeda, aliases: ['Bapeda'] }));
      const second = await bring(stage.store, path, {}, contributor());
      const third = await bring(stage.store, path, {}, contributor());
      expect([second.proposals.length, third.proposals]).toEqual([1, second.proposals]);
    });

    test('a guest limited to a kelurahan brings what lies there, and nothing else', async () => {
      await stage.store.apply(world);
      const path = await filledTemplate({ Usulan: FILLED.Usulan?.slice(0, 1) ?? [] });
      const here = await bring(stage.store, path, {}, contributor({ place: kelurahan.id }));
      expect(here.proposals).toHaveLength(1);
      const elsewhere = contributor({ place: aPlace({ key: 'other' }).id });
      await expect(bring(stage.store, path, {}, { ...elsewhere, id: 'other' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    });

    test('a reader brings nothing, not even for a look', async () => {
      const path = await filledTemplate(FILLED);
      await expect(bring(stage.store, path, { apply: false }, PUBLIC_USER)).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    });
  });

  describe('mappings', () => {
    const SAVE =
      'mutation ($text: String!) { saveMapping(text: $text) { mapping { name origin by } userErrors { field message } } }';
    const text = readFileSync('seeds/mappings/csr-perusahaan.json', 'utf8').replace(
      '"csr-perusahaan"',
      '"csr-kami"',
    );

    test('are saved, listed and used again by name', async () => {
      await stage.store.apply(changeSet(...world.operations.map(({ record }) => record)));
      expect(await answer(stage.store, SAVE, { text }, contributor())).toEqual({
        saveMapping: { mapping: { name: 'csr-kami', origin: 'SAVED', by: 'Kontributor' }, userErrors: [] },
      });
      const { mappings } = await answer<{ mappings: Array<{ name: string }> }>(
        stage.store,
        '{ mappings { name } }',
      );
      expect(mappings.map(({ name }) => name)).toEqual([
        'templat',
        'csr-perusahaan',
        'inovasi-opd',
        'peserta-kipp',
        'csr-kami',
      ]);
      const path = 'test/fixtures/imports/csr-perusahaan.csv';
      expect(await bring(stage.store, path, { mapping: 'csr-kami' })).toMatchObject({ rows: 3 });
    });

    test.each([
      ['no JSON', '{', /JSON/],
      ['a name that comes with Jejak', text.replace('"csr-kami"', '"inovasi-opd"'), /comes with Jejak/],
      ['a role that does not exist', text.replace('"FUNDING"', '"DONATUR"'), /DONATUR/],
    ])('%s is refused', async (_title, wrong, message) => {
      const { data } = await ask<{ saveMapping: { mapping: null; userErrors: Array<{ message: string }> } }>(
        stage.store,
        SAVE,
        { text: wrong },
        editor(),
      );
      expect(data.saveMapping.mapping).toBeNull();
      expect(data.saveMapping.userErrors.map((error) => error.message).join()).toMatch(message);
    });

    test('one that is not there is refused, naming those that are', async () => {
      const path = await filledTemplate(FILLED);
      await expect(bring(stage.store, path, { mapping: 'tidak-ada' })).rejects.toThrow(
        /templat, csr-perusahaan/,
      );
      rmSync(path);
    });
  });

  test('a correction meanwhile is kept: an import says what it knows, and blanks nothing', async () => {
    await stage.store.apply(world);
    await stage.store.apply(update({ ...dlh, note: 'dicatat tangan' }));
    const path = await filledTemplate({
      Pelaku: [
        {
          'ID Jejak': dlh.id,
          Nama: dlh.name,
          Jenis: 'Organisasi',
          Unsur: 'pemerintah',
          'Nama lain': 'Dinas LH',
        },
      ],
    });
    const report = await bring(stage.store, path);

    expect(report.counts).toMatchObject({ changed: 1, new: 0 });
    const { actor } = await answer<{ actor: object }>(
      stage.store,
      `{ actor(id: "${dlh.id}") { note aliases abbreviations } }`,
    );
    expect(actor).toEqual({ note: 'dicatat tangan', aliases: ['Dinas LH'], abbreviations: ['DLH'] });
  });
});

const MENDED: Filled = {
  Pelaku: [{ Nama: 'Ibu Rekaan', Jenis: 'Orang', Unsur: 'komunitas' }],
  Usulan: [{ Usulan: 'Lampu jalan RW 04', Kelurahan: 'Sawojajar', OPD: 'Bappeda' }],
  Keikutsertaan: [
    { Pelaku: 'Ibu Rekaan', Inisiatif: 'Perbaikan saluran air RW 03', Peran: 'penggagas' },
    { Pelaku: 'Bappeda', Inisiatif: 'Perbaikan saluran air RW 03', Peran: 'penggagas', Mulai: '3/2/2026' },
  ],
};
