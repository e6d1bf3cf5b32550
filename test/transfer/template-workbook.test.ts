import { stat } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { templateFile } from '../../src/transfer/export-file.js';
import { templateLayout } from '../../src/transfer/layout.js';
import { checkHeader } from '../../src/transfer/mapping.js';
import { isExample } from '../../src/transfer/sheet.js';
import { SHEET_LIMITS } from '../../src/transfer/sheets/limits.js';
import { templateMapping } from '../../src/transfer/template.js';
import { templateSheets } from '../../src/transfer/template-workbook.js';
import { writeWorkbook } from '../../src/transfer/write-workbook.js';
import { Archive } from '../../src/transfer/xlsx/archive.js';
import { fileOf, readBytes, readPath, removeFiles } from './files.js';

afterEach(removeFiles);

const SHEETS = templateLayout().sheets;

async function aTemplate(): Promise<string> {
  const path = await fileOf('', 'templat.xlsx');
  await writeWorkbook(templateSheets(), path);
  return path;
}

async function partOf(path: string, name: string): Promise<string> {
  const archive = await Archive.open(path, (await stat(path)).size, SHEET_LIMITS);
  try {
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(name)) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  } finally {
    archive.close();
  }
}

const textOf = async ({ body }: ReturnType<typeof templateFile>) => {
  let text = '';
  for await (const piece of body) text += piece;
  return text;
};

describe('the template as a workbook', () => {
  test('is read with an example in each sheet, which says that it is one, and nothing else', async () => {
    const { rows, problems } = await readPath(await aTemplate());
    expect(problems).toEqual([]);
    expect(rows.map(({ sheet }) => sheet)).toEqual(SHEETS.map(({ title }) => title));
    expect(rows.filter((row) => !isExample(row))).toEqual([]);
  });

  test('has every column that its mapping reads, and none that it does not', async () => {
    const { rows } = await readPath(await aTemplate());
    const path = await aTemplate();
    const mapping = templateMapping('jejak:uji');
    for (const [index, { title, columns }] of SHEETS.entries()) {
      const header = [...(rows[index]?.columns.keys() ?? [])];
      expect(header).toHaveLength(columns.length);
      expect(checkHeader(mapping, title, header)).toEqual({ problems: [], unread: [] });
    }
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain(
      'Pengusul dan telepon adalah data pribadi',
    );
  });

  test('fills every column that must be filled in its examples', () => {
    for (const { title, columns } of SHEETS)
      for (const column of columns.filter(({ required }) => required))
        expect([title, column.title, column.example]).not.toContain('');
  });

  test('offers a list where a vocabulary is closed, each list once', async () => {
    const path = await aTemplate();
    const sheets = await Promise.all(
      SHEETS.map((_, index) => partOf(path, `xl/worksheets/sheet${index + 2}.xml`)),
    );
    const offered = sheets.map((xml) => [...xml.matchAll(/<dataValidation .*?<\/dataValidation>/g)].length);
    const closed = SHEETS.map(({ columns }) => columns.filter(({ choices }) => choices !== null).length);
    expect(offered).toEqual(closed);
    const pelaku = sheets[SHEETS.findIndex(({ title }) => title === 'Pelaku')] ?? '';
    expect(pelaku).toMatch(/sqref="E2:E1048576"><formula1>_daftar!\$[A-Z]+\$1:\$[A-Z]+\$6<\/formula1>/);
    const used = new Set(sheets.flatMap((xml) => xml.match(/_daftar!\$[A-Z]+/g) ?? []));
    expect(used.size).toBeLessThan(closed.reduce((sum, count) => sum + count, 0));
    const lists = await partOf(path, `xl/worksheets/sheet${SHEETS.length + 2}.xml`);
    expect(/<row r="1">(.*?)<\/row>/.exec(lists)?.[1]?.split('<c ').slice(1)).toHaveLength(used.size);
  });

  test('keeps ids, keys, dates and telephones as text, and explains each title', async () => {
    const path = await aTemplate();
    const at = SHEETS.findIndex(({ title }) => title === 'Usulan') + 2;
    const xml = await partOf(path, `xl/worksheets/sheet${at}.xml`);
    const styles = [...xml.matchAll(/<col min="\d+" max="\d+" width="\d+" style="(\d)"/g)].map(
      ([, style]) => style,
    );
    const text = SHEETS[at - 2]?.columns
      .filter((_, index) => styles[index] === '2')
      .map(({ title }) => title);
    expect(text).toEqual([
      'ID Jejak',
      'Kunci',
      'Tahun',
      'Pengusul',
      'Telepon',
      'ID Jejak kelurahan',
      'ID Jejak OPD',
    ]);
    const notes = await partOf(path, `xl/comments${at}.xml`);
    expect(notes).toContain(
      'Apa yang diusulkan.\nWajib diisi.\nMisalnya: Perbaikan drainase (contoh karangan)',
    );
  });
});

describe('one sheet of the template as CSV', () => {
  test('has its titles and an example', async () => {
    const { name, type, body } = templateFile('csv', ['Bagian dari']);
    expect([name, type]).toEqual(['templat-jejak-bagian-dari.csv', 'text/csv; charset=utf-8']);
    const { rows } = await readBytes(await textOf({ name, type, body }));
    expect(rows.map(isExample)).toEqual([true]);
  });

  test('is one, and of the template', () => {
    expect(() => templateFile('csv', [])).toThrow(
      '16 sheets for a file of CSV, which holds one; name one of Sumber',
    );
    expect(() => templateFile('xlsx', ['Usulen'])).toThrow(
      '"Usulen" is none of the template; perhaps Usulan',
    );
  });
});
