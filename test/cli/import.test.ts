import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import { readSheets } from '../../src/transfer/read-sheets.js';
import type { SheetRow } from '../../src/transfer/sheet.js';
import { aFolder, ask, type Ended, jejak, type Serving, serving } from './support.js';

/** A table that comes with Jejak, all of it invented, and its mapping. */
const RIGHT = join(ROOT, 'seeds/mappings/csr-perusahaan.csv');
const MAPPING = ['--mapping', 'csr-perusahaan'];
const data = aFolder();
const beside = (name: string) => join(data, '..', name);
const run = (path: string, ...args: string[]): Promise<Ended> => jejak(['import', path, ...args], { data });

/** One row that goes in, and two that do not; each speaks of a company, a project, its money and its place. */
const MIXED = beside('karangan.csv');
const HEADER =
  'Perusahaan;Sektor;Nama Program;Bidang;Uraian;Tanggal Mulai;Tanggal Selesai;Nilai (Rp);Barang;Kelurahan;Kontak';
const REFUSED = [
  'row 3, column "Tanggal Mulai": "32/13/2021" is not a date; write 2021-12-31, 2021-12 or 2021',
  'row 4, column "Kelurahan": no place is called "Kelurahan Antah"; add a row for it before this one, or mend the name',
];
const DITOLAK = [
  'baris 3, kolom "Tanggal Mulai": "32/13/2021" bukan tanggal; tulis 2021-12-31, 2021-12 atau 2021',
  'baris 4, kolom "Kelurahan": tidak ada tempat bernama "Kelurahan Antah"; tambahkan barisnya sebelum baris ini, atau perbaiki namanya',
];

beforeAll(async () => {
  expect(await jejak(['seed', 'malang'], { data })).toMatchObject({ code: 0 });
  const rows = [
    'PT REKAAN JAYA;Swasta;Taman Karangan;Sosial;Karangan;2021;;2,5 juta;;Sawojajar;-',
    'PT REKAAN JAYA;Swasta;Sumur Karangan;Sosial;Karangan;32/13/2021;;1 juta;;Sawojajar;x',
    'PT REKAAN JAYA;Swasta;Pasar Karangan;Sosial;Karangan;2021;;1 juta;;Antah;-',
  ];
  writeFileSync(MIXED, [HEADER, ...rows].join('\n'));
});

async function rowsOf(path: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheets(path)) if (!('problem' in row)) rows.push(row);
  return rows;
}

/** What the workbook of refused rows says of each. */
const said = async (path: string) => (await rowsOf(path)).map(({ cells }) => cells.get('Kesalahan'));
const SAID = [
  'Tanggal Mulai: "32/13/2021" bukan tanggal; tulis 2021-12-31, 2021-12 atau 2021',
  'Kelurahan: tidak ada tempat bernama "Kelurahan Antah"; tambahkan barisnya sebelum baris ini, atau perbaiki namanya',
];

describe('without a server', () => {
  test('a dry run tells in Indonesian what would be, row by row, and writes nothing', async () => {
    const { code, out, err } = await run(MIXED, ...MAPPING);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.trimEnd().split('\n')).toEqual([
      '3 baris dibaca (uji coba: tidak ada yang ditulis; --apply menulis)',
      'catatan: 5 baru, 0 berubah, 0 tetap',
      'kolom yang tidak dibaca: "Kontak"',
      '2 ditolak:',
      ...DITOLAK.map((line) => `  ${line}`),
    ]);
    expect((await jejak(['search', 'Taman Karangan'], { data })).out).not.toContain('Taman Karangan');
  });

  test('and in English', async () => {
    const { code, out } = await run(MIXED, ...MAPPING, '--lang', 'en');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      '3 rows read (dry run: nothing was written; --apply writes)',
      'records: 5 new, 0 changed, 0 the same',
      'nothing reads "Kontak"',
      '2 refused:',
      ...REFUSED.map((line) => `  ${line}`),
    ]);
  });

  test('--json has both', async () => {
    const { code, out } = await run(MIXED, ...MAPPING, '--json');
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report).toMatchObject({ applied: false, rows: 3, refused: 2, counts: { new: 5, rejected: 8 } });
    const line = ({ place, value, remedy }: Record<string, string>) => `${place}: ${value}; ${remedy}`;
    expect(report.problems.map(line)).toEqual(REFUSED);
    expect(
      report.problems.map(({ indonesian }: { indonesian: Record<string, string> }) => line(indonesian)),
    ).toEqual(DITOLAK);
  });

  test('applied, what is right goes in once, and what is refused comes as a workbook to mend', async () => {
    const workbook = beside('ditolak.xlsx');
    const first = await run(MIXED, ...MAPPING, '--apply', '--refused', workbook);
    expect(first).toMatchObject({ code: 1, err: '' });
    expect(first.out).toMatch(/^3 baris dibaca\ncatatan: 5 baru, .*\n1 perubahan\n$/s);
    expect((await jejak(['search', 'Taman Karangan'], { data })).out).toContain('Taman Karangan');
    expect((await rowsOf(workbook)).map(({ cells }) => cells.get('Nama Program'))).toEqual([
      'Sumur Karangan',
      'Pasar Karangan',
    ]);
    expect(await said(workbook)).toEqual(SAID);
    // The workbook has all the columns that the mapping reads, so that it can be sent back.
    expect((await run(workbook, ...MAPPING, '--lang', 'en')).out).toMatch(/^2 rows read .*\n2 refused:\n/s);

    const again = await run(MIXED, ...MAPPING, '--apply');
    expect(again.out).toMatch(/^3 baris dibaca\n3 baris sudah diimpor sebelumnya\n.*\n0 perubahan\n$/s);
    expect(await jejak(['check'], { data })).toMatchObject({ code: 0 });
  });

  test('a file without mistakes ends with 0, and leaves no workbook', async () => {
    const workbook = beside('kosong.xlsx');
    const ended = await run(RIGHT, '--mapping', RIGHT.replace('.csv', '.json'), '--refused', workbook);
    expect(ended).toMatchObject({ code: 0, err: '', out: expect.not.stringContaining('ditolak') });
    expect(existsSync(workbook)).toBe(false);
  });

  test.each([
    [[], 2, /name one file\nsee: jejak import --help/],
    [['a.csv', 'b.csv'], 2, /name one file/],
    [['tidak-ada.csv'], 2, /file "tidak-ada.csv" is not there; name a file that can be read/],
    [[MIXED, '--lang', 'jv'], 2, /--lang "jv" is refused; write one of: id, en/],
    [[MIXED, '--batch', '0'], 2, /--batch "0" is refused; write a whole number from 1 to 5000/],
    [[MIXED, '--mappin', 'x'], 2, /unknown option "--mappin"; did you mean --mapping\?/],
    [[MIXED, '--mapping', 'tidak-ada'], 1, /"tidak-ada"; name one of templat, csr-perusahaan, /],
    [
      [MIXED, '--mapping', 'tidak-ada.json'],
      2,
      /mapping "tidak-ada.json" cannot be read \(ENOENT\); name a JSON/,
    ],
  ])('%j is refused', async (args, code, message) => {
    expect(await jejak(['import', ...args], { data })).toEqual({
      code,
      out: '',
      err: expect.stringMatching(message),
    });
  });

  test('a file that is no table is refused in the language that was asked for', async () => {
    const old = beside('lama.xls');
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(await run(old)).toEqual({
      code: 2,
      out: '',
      err: 'jejak: berkas "lama.xls": buku kerja lama (.xls), atau yang memakai kata sandi; simpan sebagai .xlsx tanpa kata sandi\n',
    });
    expect((await run(old, '--lang', 'en')).err).toContain(
      'an old workbook (.xls), or one with a password; save it',
    );
    const header = beside('judul.csv');
    writeFileSync(header, `${HEADER}\n`);
    expect(await run(header, ...MAPPING)).toMatchObject({
      code: 1,
      err: 'jejak: the file has no rows below its header\n',
    });
  });
});

describe('with a server on the data folder', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ data });
  });

  test('the server does the same, and serves what was written at once', async () => {
    const dry = await run(RIGHT, ...MAPPING);
    expect(dry).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^3 baris dibaca \(uji coba/) });
    const applied = await run(RIGHT, ...MAPPING, '--apply', '--lang', 'en');
    expect(applied).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^3 rows read\n.*\n1 change\n$/s),
    });
    const { search } = await ask<{ search: { nodes: Array<{ matchedName: string }> } }>(
      server.url,
      '{ search(query: "Beasiswa Karangan", first: 1) { nodes { matchedName } } }',
    );
    expect(search.nodes).toEqual([{ matchedName: 'Beasiswa Karangan' }]);
  });

  test('refused rows come from the server as well, and so does a refusal of the file', async () => {
    const workbook = beside('dari-server.xlsx');
    const { code, out } = await run(MIXED, ...MAPPING, '--refused', workbook);
    expect(code).toBe(1);
    for (const line of DITOLAK) expect(out).toContain(line);
    expect(await said(workbook)).toEqual(SAID);
    expect(await run(beside('lama.xls'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^jejak: berkas "lama.xls": buku kerja lama/),
    });
    await server.stop('SIGTERM');
  });
});
