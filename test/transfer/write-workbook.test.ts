import { readFile, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, ERRORS_COLUMN, EXAMPLE_MARK, isExample } from '../../src/transfer/sheet.js';
import { SHEET_LIMITS } from '../../src/transfer/sheets/limits.js';
import {
  type WorkbookRow,
  type WorkbookSheet,
  writeCsv,
  writeWorkbook,
} from '../../src/transfer/write-workbook.js';
import { Archive } from '../../src/transfer/xlsx/archive.js';
import { fileOf, readBytes, readPath, removeFiles } from './files.js';

afterEach(removeFiles);

const COLUMNS = [{ title: 'Nama' }, { title: 'Mulai', text: true }, { title: 'Jumlah' }];

async function pathOf(...sheets: WorkbookSheet[]): Promise<string> {
  const path = await fileOf('', 'book.xlsx');
  await writeWorkbook(sheets, path);
  return path;
}

/** The XML of a part of the workbook. */
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

const sheet = (more: Partial<WorkbookSheet> = {}): WorkbookSheet => ({
  name: 'Pelaku',
  columns: COLUMNS,
  ...more,
});

describe('a workbook', () => {
  test('gives its rows back, each with the types of its cells', async () => {
    const rows: WorkbookRow[] = [
      ['=1+1', '2021-03-02', 12.5],
      ['Baris\ndua', '+62 812', -3],
      [true, '0812', null],
      [null, '', null],
    ];
    const read = await readPath(await pathOf(sheet({ rows })));
    expect(read.problems).toEqual([]);
    expect(read.rows.map(({ row, cells }) => [row, ...cells.values()])).toEqual([
      [2, '=1+1', '2021-03-02', 12.5],
      [3, 'Baris\ndua', '+62 812', -3],
      [4, true, '0812'],
    ]);
  });

  test('writes no formula, whatever the text', async () => {
    const path = await pathOf(sheet({ rows: [['=HYPERLINK("http://x")', '@x', null]] }));
    const xml = await partOf(path, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    // Style 3 keeps it text when a person edits the cell.
    expect(xml).toContain('<c r="A2" s="3" t="inlineStr">');
    expect(await partOf(path, 'xl/styles.xml')).toContain('quotePrefix="1"');
  });

  test('has the same bytes each time, to a file and to a stream', async () => {
    const book = () => [sheet({ rows: [['Ani', '2021', 1]], examples: [['Budi', '2020', 2]] })];
    const pieces: Buffer[] = [];
    const stream = new Writable({
      write(piece, _, done) {
        pieces.push(piece);
        done();
      },
    });
    await writeWorkbook(book(), stream);
    expect(Buffer.concat(pieces).equals(await readFile(await pathOf(...book())))).toBe(true);
    expect(Buffer.concat(pieces).includes(new Date().getFullYear().toString())).toBe(false);
  });

  test('freezes its header, sets widths, and keeps as text what people type into text columns', async () => {
    const columns = [
      { title: 'Nama', width: 33 },
      { title: 'Mulai', text: true },
    ];
    const xml = await partOf(await pathOf(sheet({ columns })), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="33" style="0" customWidth="1"/>');
    expect(xml).toContain('<col min="2" max="2" width="20" style="2" customWidth="1"/>');
  });

  test('offers choices from a hidden sheet, which is not read as a table', async () => {
    const choices = Array.from({ length: 300 }, (_, index) => `Pilihan ${index}, "x"`);
    const columns = [{ title: 'Nama' }, { title: 'Jenis', choices }, { title: 'Lagi', choices: [] }];
    const path = await pathOf(sheet({ columns, rows: [['Ani', 'Pilihan 1, "x"', null]] }));
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain(
      'sqref="B2:B1048576"><formula1>_daftar!$A$1:$A$300</formula1>',
    );
    expect(await partOf(path, 'xl/workbook.xml')).toContain('name="_daftar" sheetId="2" state="hidden"');
    expect((await readPath(path)).rows).toHaveLength(1);
    const all = await readPath(path, { sheets: (name) => name === '_daftar' });
    expect(all.rows).toHaveLength(299);
  });

  test('puts notes on its titles', async () => {
    const path = await pathOf(
      sheet({ columns: [{ title: 'Nama', note: 'Nama <resmi>' }, { title: 'Kota' }] }),
    );
    expect(await partOf(path, 'xl/comments1.xml')).toContain('<comment ref="A1" authorId="0">');
    expect(await partOf(path, 'xl/comments1.xml')).toContain('Nama &lt;resmi&gt;');
    expect(await partOf(path, 'xl/drawings/vmlDrawing1.vml')).toContain(
      '<x:Row>0</x:Row><x:Column>0</x:Column>',
    );
  });

  test('marks its examples, so that a reader tells them from rows', async () => {
    const path = await pathOf(sheet({ examples: [[null, '2021', 1]], rows: [['Ani', '2022', 2]] }));
    const { rows } = await readPath(path);
    expect(rows.map(isExample)).toEqual([true, false]);
    expect(rows[0]?.cells.get('Mulai')).toBe(`${EXAMPLE_MARK}2021`);
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain('<c r="B2" s="4"');
  });

  test('has a sheet of instructions, which is passed by when read', async () => {
    const path = await pathOf(
      { name: 'Petunjuk', columns: [], instructions: ['Isi & kirim.', 'Lalu'] },
      sheet(),
    );
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain('Isi &amp; kirim.');
    expect(await readPath(path)).toEqual({ rows: [], problems: [] });
  });

  test('may have instructions above its table', async () => {
    const path = await pathOf(sheet({ instructions: ['Isi.', 'Kirim.'], rows: [['Ani', '2021', 1]] }));
    expect((await readPath(path)).rows.map(({ row }) => row)).toEqual([4]);
  });

  test('of refused rows colours the cells in error, notes them, and says all in the last column', async () => {
    const rows: WorkbookRow[] = [
      ['Ani', '2021', 1],
      ['Budi', '32/13/2021', null],
    ];
    const marks = (row: number) =>
      row === 0
        ? []
        : [
            { column: 'Mulai', message: 'bukan tanggal' },
            { column: 'Jumlah', message: 'kosong' },
            { column: null, message: 'baris ganda' },
          ];
    const path = await pathOf(sheet({ rows, marks }));
    const read = await readPath(path);
    expect(read.rows.map(({ cells }) => cells.get(ERRORS_COLUMN))).toEqual([
      undefined,
      'Mulai: bukan tanggal\nJumlah: kosong\nbaris ganda',
    ]);
    const xml = await partOf(path, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<c r="B3" s="5" t="inlineStr">');
    expect(xml).toContain('<c r="C3" s="5"/>');
    expect(await partOf(path, 'xl/comments1.xml')).toMatch(/ref="B3".*bukan tanggal.*ref="C3".*kosong/);
  });

  test('takes its rows one by one, as they come', async () => {
    let taken = 0;
    async function* rows(): AsyncGenerator<WorkbookRow> {
      for (; taken < 5000; taken++) yield [`Baris ${taken}`, '2021', taken];
    }
    const seen: number[] = [];
    const marks = (row: number) => {
      seen.push(row - taken);
      return [];
    };
    const path = await pathOf(sheet({ rows: rows(), marks }));
    expect(new Set(seen)).toEqual(new Set([0]));
    expect((await readPath(path)).rows).toHaveLength(5000);
  });

  test('refuses what a cell cannot hold, with its place, and leaves no file behind', async () => {
    const path = await fileOf('', 'book.xlsx');
    const rows: WorkbookRow[] = [['x'.repeat(32_768), null, null]];
    await expect(writeWorkbook([sheet({ rows })], path)).rejects.toThrow(
      /^sheet "Pelaku", row 2, column "Nama": .* has more characters than the 32767 of a cell; write CSV/,
    );
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  test('passes on what its rows throw', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first row
    async function* rows(): AsyncGenerator<WorkbookRow> {
      throw new Error('the store is gone');
    }
    await expect(pathOf(sheet({ rows: rows() }))).rejects.toThrow('the store is gone');
  });

  test.each([['a/b'], [''], ['x'.repeat(32)], ["'x"], ['_DAFTAR']])(
    'refuses the name of a sheet %p',
    async (name) => {
      const other = { name: '_daftar', columns: [] };
      await expect(pathOf(sheet({ name }), other)).rejects.toThrow(RangeError);
    },
  );
});

/** Text that survives a spreadsheet: trimmed, without characters that cannot be shown. */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        ';',
        ',',
        "'",
        '=',
        '+',
        '-',
        '@',
        '_x000D_',
        '\n',
        '\r',
        '&',
        '<',
        'a',
        ' ',
        '\t',
      ),
    }),
  )
  .filter((text) => !/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/u.test(text))
  .map((text) => text.trim());

const cells: fc.Arbitrary<Cell | null> = fc.oneof(
  texts,
  fc.boolean(),
  fc.double({ noNaN: true, min: -1e14, max: 1e14 }).map((each) => each + 0),
  fc.constant(null),
);
const tables = fc.array(fc.tuple(cells, cells, cells), { maxLength: 8 });
const TITLES = ['Nama', 'Kota', 'Nilai'];

const kept = (table: readonly WorkbookRow[], as: (cell: Cell) => Cell) =>
  table
    .map((row) =>
      Object.fromEntries(
        row.flatMap((cell, at) => (cell === null || cell === '' ? [] : [[TITLES[at], as(cell)]])),
      ),
    )
    .filter((row) => Object.keys(row).length > 0);

describe('what is written is read again, cell by cell', () => {
  test('from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const path = await pathOf({ name: 'P', columns: TITLES.map((title) => ({ title })), rows });
        const read = await readPath(path);
        expect(read.problems).toEqual([]);
        expect(read.rows.map((row) => Object.fromEntries(row.cells))).toEqual(kept(rows, (cell) => cell));
      }),
      { numRuns: 60 },
    );
  });

  test('from CSV, where all is text, and numbers have a comma', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        let csv = '';
        for await (const text of writeCsv([TITLES, ...rows])) csv += text;
        const read = await readBytes(csv);
        expect(read.problems).toEqual([]);
        expect(read.rows.map((row) => Object.fromEntries(row.cells))).toEqual(
          kept(rows, (cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : String(cell))),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('CSV begins with a byte order mark and guards against formulas', async () => {
  let csv = '';
  for await (const text of writeCsv([
    ['Nama', 'Nilai'],
    ['=1+1', -1.5],
    ['a;b "c"', null],
  ]))
    csv += text;
  expect(csv).toBe('\uFEFFNama;Nilai\r\n\'=1+1;-1,5\r\n"a;b ""c""";\r\n');
});
