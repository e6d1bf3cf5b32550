import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JejakError } from '../../src/domain/errors.js';
import { readSheets, sheetFormat } from '../../src/transfer/read-sheets.js';
import { columnLetters, guardFormula, unguardFormula } from '../../src/transfer/sheet.js';
import { cellsOf, fileOf, readBytes, refusalOf, removeFiles, told } from './files.js';

afterEach(removeFiles);

const ANI = [{ Nama: 'Ani', Kota: 'Malang' }];

describe('a CSV file', () => {
  test.each([
    ['semicolons', 'Nama;Kota\nAni;Malang\n'],
    ['commas', 'Nama,Kota\nAni,Malang\n'],
    ['tabs', 'Nama\tKota\nAni\tMalang\n'],
    ['no line break at its end', 'Nama;Kota\nAni;Malang'],
    ['CRLF', 'Nama;Kota\r\nAni;Malang\r\n'],
    ['CR only', 'Nama;Kota\rAni;Malang\r'],
    ['a byte order mark', '\uFEFFNama;Kota\nAni;Malang\n'],
    ['quotes', '"Nama";"Kota"\n"Ani" ; "Malang"\n'],
    ['blanks around cells', ' Nama ; Kota\n  Ani;Malang  \n'],
    ['empty lines and cells', '\n;;\nNama;Kota;\n\n;\nAni;Malang;;;\n'],
    ['a title above the header', 'Daftar pelaku, Kota Malang, 2021\n\nNama;Kota\nAni;Malang\n'],
    ['a title above the header, with the separator after it', 'Daftar pelaku;\nNama;Kota\nAni;Malang\n'],
  ])('is read with %s', async (_, text) => {
    expect(await cellsOf(text)).toEqual(ANI);
  });

  test('is read as UTF-16 with a byte order mark, either way round', async () => {
    const little = Buffer.from('\uFEFFNama;Kota\nAni;Malang é\n', 'utf16le');
    expect(await cellsOf(little)).toEqual([{ Nama: 'Ani', Kota: 'Malang é' }]);
    expect(await cellsOf(Buffer.from(little).swap16())).toEqual([{ Nama: 'Ani', Kota: 'Malang é' }]);
  });

  test('is read as Windows-1252 when its bytes are not UTF-8, wherever the first of them stands', async () => {
    const windows = Buffer.concat([
      Buffer.from(`Nama;Kota\n${'Ani;Malang\n'.repeat(20_000)}Caf`),
      Buffer.from([0xe9, 0x3b, 0x93, 0x80, 0x94, 0x0a]),
    ]);
    expect((await cellsOf(windows)).at(-1)).toEqual({ Nama: 'Café', Kota: '“€”' });
  });

  test('counts rows as a spreadsheet does: a row with line breaks is one, an empty row too', async () => {
    const { rows } = await readBytes('Nama;Catatan\n"A\nni";"x\r\ny"\n\nBudi;z\n');
    expect(rows.map(({ row, cells }) => [row, cells.get('Nama')])).toEqual([
      [2, 'A\nni'],
      [4, 'Budi'],
    ]);
    expect(rows[0]).toMatchObject({
      sheet: null,
      columns: new Map([
        ['Nama', 'A'],
        ['Catatan', 'B'],
      ]),
    });
  });

  test('may hold commas in its prose without being taken for another separator', async () => {
    const text = 'Nama;Catatan\nAni;"satu, dua, tiga"\nBudi;empat, lima, enam, tujuh\n';
    expect(await cellsOf(text)).toMatchObject([{ Nama: 'Ani' }, { Catatan: 'empat, lima, enam, tujuh' }]);
  });

  test('keeps double quotes inside a cell that is not quoted, and those written twice', async () => {
    expect(await cellsOf('Nama;Kota\nPT "Maju";"di ""Malang"""\n')).toEqual([
      { Nama: 'PT "Maju"', Kota: 'di "Malang"' },
    ]);
  });

  test('may have one column', async () => {
    expect(await cellsOf('Nama\nAni\nBudi\n')).toEqual([{ Nama: 'Ani' }, { Nama: 'Budi' }]);
    expect(await cellsOf(`Nama\n${'Ani\n'.repeat(30)}`)).toHaveLength(30);
  });

  test('with a header alone has no rows', async () => {
    expect(await cellsOf('Nama;Kota\n')).toEqual([]);
  });

  test('gives an apostrophe back that keeps text from being a formula', async () => {
    expect(await cellsOf("A;B;C;D\n'=1+1;'+62 812;'Aisyiyah;''-x\n")).toEqual([
      { A: '=1+1', B: '+62 812', C: "'Aisyiyah", D: "'-x" },
    ]);
  });

  test('never computes: text that begins with = stays text', async () => {
    expect(await cellsOf('Nama;Kota\n=1+1;@x\n')).toEqual([{ Nama: '=1+1', Kota: '@x' }]);
  });
});

describe('a row that cannot be read is told, and reading goes on', () => {
  test.each([
    [
      'more cells than titles',
      'Nama;Kota\nAni;Malang;x\nBudi;Batu\n',
      'row 2, column "C": a value under no title',
    ],
    [
      'a cell under an empty title',
      'Nama;;Kota\nAni;x;Malang\nBudi;;Batu\n',
      'row 2, column "B": a value under no title',
    ],
    [
      'a character that cannot be shown',
      'Nama;Kota\nA\u0001ni;Malang\nBudi;Batu\n',
      'row 2, column "Nama": a text with a character that cannot be shown',
    ],
    [
      'a quote inside quotes',
      'Nama;Kota\n"PT "Maju"";Malang\nBudi;Batu\n',
      'row 2: a double quote stands inside',
    ],
    [
      'a cell that is too long',
      `Nama;Kota\n${'x'.repeat(32_768)};Malang\nBudi;Batu\n`,
      'row 2, column "Nama": a text of more than 32767 characters',
    ],
  ])('%s', async (_, text, problem) => {
    const { rows, problems } = await readBytes(text);
    expect(told(problems)).toEqual([expect.stringContaining(problem)]);
    expect(rows.map(({ row, cells }) => [row, cells.get('Nama')])).toEqual([[3, 'Budi']]);
  });

  test('what could be read of the row comes with it', async () => {
    const { problems } = await readBytes('Nama;Kota\nAni;Malang;x\n');
    expect(problems[0]).toMatchObject({
      row: 2,
      column: 'C',
      cells: new Map([
        ['Nama', 'Ani'],
        ['Kota', 'Malang'],
      ]),
    });
  });

  test('but not after a quote that is never closed, which would shift what follows', async () => {
    const { rows, problems } = await readBytes(
      `Nama;Kota\nAni;Malang\n"Budi;Batu\n${'C;D\n'.repeat(10)}"x";y\n`,
    );
    expect(rows.map(({ row }) => row)).toEqual([2]);
    expect(told(problems)).toEqual([expect.stringMatching(/^row 3: a double quote/)]);
    expect(problems[0]?.problem.remedy).toContain('the rows below it are not read');
  });
});

describe('a header that cannot be used is told, and its rows are not read', () => {
  test.each([
    ['a title twice', 'Nama;Kota;Nama\nAni;Malang;x\n', 'row 1, column "Nama": twice in the header'],
    ['too many columns', `${'x;'.repeat(10_000)}y\n1;2\n`, 'row 1: more than 200 columns'],
  ])('%s', async (_, text, problem) => {
    const { rows, problems } = await readBytes(text);
    expect(rows).toEqual([]);
    expect(told(problems)).toContain(problem);
  });
});

describe('a file that is no table is refused, with its name and a remedy', () => {
  test.each([
    ['nothing', '', 'file "usulan": an empty file; choose the file'],
    ['blanks', ' \n\n', 'a file of blanks'],
    ['bytes', Buffer.from([1, 2, 0, 4, 5, 10, 0]), 'bytes that are not text; save the table as .xlsx'],
    ['UTF-16 without a byte order mark', Buffer.from('Nama;Kota\n', 'utf16le'), 'bytes that are not text'],
    [
      'half of a pair in UTF-16',
      Buffer.from('\uFEFFNama;Kota\n\uD800;x\n', 'utf16le'),
      'bytes that are not UTF-16LE',
    ],
    ['UTF-8 and then not', Buffer.from([0x4e, 0xc3, 0xa9, 0x3b, 0x78, 0x0a, 0xe9, 0x0a]), 'mixed'],
    [
      'a false byte order mark',
      Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xe9, 0x0a]),
      'a byte order mark of UTF-8',
    ],
    ['a web page', '<!DOCTYPE html><table></table>', 'a web page or XML'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'an old workbook (.xls)'],
  ])('%s', async (_, content, message) => {
    expect(await refusalOf(content)).toContain(message);
  });

  test('a file too large, and one that is not there', async () => {
    expect(await refusalOf('Nama;Kota\n', { limits: { fileBytes: 4 } })).toContain('10 bytes, more than 4');
    await expect(readSheets('/tmp/none/usulan.csv').next()).rejects.toThrow(
      'file "usulan.csv": cannot be opened',
    );
    await expect(sheetFormat('/tmp/none/usulan.csv')).rejects.toThrow(JejakError);
  });
});

describe('JSON Lines', () => {
  test('are read with the types that they have', async () => {
    const text =
      '\uFEFF{"nama":" Ani ","aktif":true,"nilai":1.5,"kosong":null,"blank":" "}\n\n{"nama":"Budi"}';
    expect(await cellsOf(text)).toEqual([{ nama: 'Ani', aktif: true, nilai: 1.5 }, { nama: 'Budi' }]);
    const { rows } = await readBytes(text);
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
  });

  test.each([
    ['{"a":{"b":1}}', 'row 2, column "a": an object is no value of a cell'],
    ['{"a":[1]}', 'row 2, column "a": a list is no value of a cell'],
    ['{"a":1', 'row 2: a line that is not JSON'],
    ['[1,2]', 'row 2: a line that is not an object'],
    ['{"a":9007199254740993}', 'row 2, column "a": a number with more digits than are kept'],
    ['{"a":1e999}', 'row 2, column "a": a number with more digits than are kept'],
    ['{" a":1,"a":2}', 'row 2, column "a": twice in the object'],
    ['{"":1}', 'row 2, column "": a value under no name'],
    ['{"a":"\\u0000"}', 'row 2, column "a": a text with a character that cannot be shown'],
    ['{"a":"\\ud800"}', 'row 2, column "a"'],
    [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'row 2'],
  ])('%.40s is a problem of its line', async (line, problem) => {
    const { rows, problems } = await readBytes(`{"a":1}\n${line}\n{"a":2}\n`);
    expect(told(problems)).toEqual([expect.stringContaining(problem)]);
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
  });

  test('as a list are refused, and so is a line without end', async () => {
    expect(await refusalOf('[{"a":1},\n{"a":2}]')).toContain('write JSON Lines');
    expect(await refusalOf(`{"a":"${'x'.repeat(3_000_000)}"}`)).toContain(
      'a line of more than 1048576 characters',
    );
  });
});

test('the format is told by the content', async () => {
  expect(await sheetFormat(await fileOf('Nama;Kota\n', 'x.xlsx'))).toBe('csv');
  expect(await sheetFormat(await fileOf('\n {"a":1}', 'x.csv'))).toBe('jsonl');
  expect(await sheetFormat(await fileOf('PK\x03\x04', 'x.csv'))).toBe('xlsx');
});

test('guarding against formulas loses nothing', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') });
  fc.assert(fc.property(text, (each) => unguardFormula(guardFormula(each)) === each));
  fc.assert(fc.property(text, (each) => !/^[=+\-@\t\r]/.test(guardFormula(each))));
});

test('columns have the letters that a spreadsheet gives them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
