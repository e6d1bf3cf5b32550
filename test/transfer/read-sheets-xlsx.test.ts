import { afterEach, describe, expect, test } from '@jest/globals';
import {
  cellsOf,
  type Parts,
  readBytes,
  refusalOf,
  removeFiles,
  row,
  told,
  withCell,
  workbook,
} from './files.js';

afterEach(removeFiles);

const STYLES = [
  '<numFmts count="5">',
  '<numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-421]mmmm\\ yyyy"/>',
  '<numFmt numFmtId="166" formatCode="&quot;hari&quot; 0.00"/><numFmt numFmtId="167" formatCode="[Red]0"/>',
  '<numFmt numFmtId="168" formatCode="yyyy"/></numFmts>',
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>',
  [0, 14, 22, 17, 164, 165, 166, 167, 168, 20].map((id) => `<xf numFmtId="${id}"/>`).join(''),
  '</cellXfs>',
].join('');

/** The value of the cell B2 that the XML writes. */
async function secondCell(cell: string, parts: Partial<Parts> = {}) {
  const [ani] = await cellsOf(workbook({ sheets: [['Pelaku', withCell(cell)]], styles: STYLES, ...parts }));
  return ani?.Nilai;
}

async function faultOf(cell: string, parts: Partial<Parts> = {}) {
  const data = `${withCell(cell)}${row(3, 'Budi', 'x')}`;
  const { rows, problems } = await readBytes(
    workbook({ sheets: [['Pelaku', data]], styles: STYLES, ...parts }),
  );
  expect(rows.map((each) => each.row)).toEqual([3]);
  return told(problems);
}

describe('a cell', () => {
  test.each([
    ['text in the cell', '<c t="inlineStr"><is><t xml:space="preserve"> Batu </t></is></c>', 'Batu'],
    [
      'text in pieces',
      '<c t="inlineStr"><is><r><t>Ba</t></r><r><t>tu</t></r><rPh><t>x</t></rPh></is></c>',
      'Batu',
    ],
    ['text of a formula', '<c t="str"><f>A1&amp;"x"</f><v>Batu</v></c>', 'Batu'],
    ['text that looks like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', '=1+1'],
    ['text with an apostrophe', '<c t="inlineStr"><is><t>\'=1</t></is></c>', "'=1"],
    ['text with an escaped control', '<c t="str"><v>a_x000D_\nb_x005F_x0041_</v></c>', 'a\r\nb_x0041_'],
    ['a shared text', '<c t="s"><v>1</v></c>', 'Batu'],
    ['a number', '<c><v>1.5E3</v></c>', 1500],
    ['a number of a formula', '<c r="B2"><f>1+1</f><v>2</v></c>', 2],
    ['true', '<c t="b"><v>1</v></c>', true],
    ['false', '<c t="b"><v>0</v></c>', false],
    ['an empty cell with a style', '<c s="1"/>', undefined],
    ['an empty text of a formula', '<c t="str"><f>A9</f><v></v></c>', undefined],
    ['a date', '<c s="1"><v>44257</v></c>', '2021-03-02'],
    ['a date with a time', '<c s="2"><v>44257.6</v></c>', '2021-03-02'],
    ['a date in a format of its own', '<c s="4"><v>44257</v></c>', '2021-03-02'],
    ['a month', '<c s="3"><v>44256</v></c>', '2021-03'],
    ['a month in words', '<c s="5"><v>44256</v></c>', '2021-03'],
    ['a year', '<c s="8"><v>44256</v></c>', '2021'],
    ['a date before the leap day that never was', '<c s="1"><v>59</v></c>', '1900-02-28'],
    ['a date after it', '<c s="1"><v>61</v></c>', '1900-03-01'],
    ['a date as ISO 8601', '<c t="d"><v>2021-03-02T00:00:00</v></c>', '2021-03-02'],
    ['a number with words in its format', '<c s="6"><v>3</v></c>', 3],
    ['a number in red', '<c s="7"><v>3</v></c>', 3],
  ])('%s', async (_, cell, value) => {
    expect(
      await secondCell(cell, { strings: '<si><t>a</t></si><si><r><t>Ba</t></r><r><t>tu</t></r></si>' }),
    ).toBe(value);
  });

  test('a date is counted from 1904 where the workbook says so', async () => {
    expect(await secondCell('<c s="1"><v>42795</v></c>', { workbookPr: '<workbookPr date1904="1"/>' })).toBe(
      '2021-03-02',
    );
    expect(await secondCell('<c s="1"><v>0</v></c>', { workbookPr: '<workbookPr date1904="true"/>' })).toBe(
      '1904-01-01',
    );
  });

  test.each([
    ['<c t="e"><v>#REF!</v></c>', 'the error #REF!'],
    ['<c><f>TODAY()</f></c>', 'a formula without a computed value'],
    ['<c><f>TODAY()</f><v/></c>', 'a formula without a computed value'],
    ['<c t="s"><v>0</v></c>', 'text number "0", which the workbook does not hold'],
    ['<c t="s"><v>-1</v></c>', 'text number "-1", which the workbook does not hold'],
    ['<c s="1"><v>60</v></c>', '60 in the format of a date is no date'],
    ['<c s="1"><v>-5</v></c>', '-5 in the format of a date is no date'],
    ['<c s="1"><v>2958466</v></c>', '2958466 in the format of a date is no date'],
    ['<c s="9"><v>0.5</v></c>', 'a time of day (0.5)'],
    ['<c><v>abc</v></c>', 'a number that is none'],
    ['<c><v>3573010101900001</v></c>', 'a number with more digits than a spreadsheet keeps'],
    ['<c t="x"><v>1</v></c>', 'a cell of the unknown type "x"'],
  ])('%s is a problem of its row, and reading goes on', async (cell, value) => {
    expect(await faultOf(cell)).toEqual([`sheet "Pelaku", row 2, column "Nilai": ${value}`]);
  });

  test('in error shows its error among what could be read', async () => {
    const { problems } = await readBytes(
      workbook({ sheets: [['P', withCell('<c t="e"><v>#REF!</v></c>')]] }),
    );
    expect(problems[0]?.cells).toEqual(
      new Map([
        ['Nama', 'Ani'],
        ['Nilai', '#REF!'],
      ]),
    );
  });
});

describe('the sheets of a workbook', () => {
  const sheets: Parts['sheets'] = [
    ['Petunjuk', row(1, 'Isi', 'semua')],
    ['Pelaku', row(1, 'Nama', 'Kota') + row(2, 'Ani', 'Malang')],
    ['Klaim', row(1, 'Kunci', 'Jenis') + row(2, 'k', 'KREDIT')],
  ];
  const read = async (bytes: Buffer, chosen?: (name: string) => boolean) =>
    (await readBytes(bytes, chosen === undefined ? {} : { sheets: chosen })).rows.map((each) => each.sheet);

  test('are read one after the other, without the instructions', async () => {
    expect(await read(workbook({ sheets }))).toEqual(['Pelaku', 'Klaim']);
    expect(await read(workbook({ sheets }), (name) => name === 'Klaim')).toEqual(['Klaim']);
  });

  test('that are hidden are read when asked for', async () => {
    const hidden = workbook({
      sheets,
      other: {
        'xl/workbook.xml':
          '<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet name="Pelaku" state="veryHidden" r:id="s2"/><x:sheet name="Klaim" r:id="s3"/></x:sheets></x:workbook>',
      },
    });
    expect(await read(hidden)).toEqual(['Klaim']);
    expect(await read(hidden, () => true)).toEqual(['Pelaku', 'Klaim']);
  });

  test('have rows that are counted as the sheet counts them', async () => {
    const data = `${row(3, 'Nama', 'Kota')}<row r="4"/>${row(7, 'Ani', 'Malang')}`;
    const { rows } = await readBytes(workbook({ sheets: [['P', data]] }));
    expect(rows).toMatchObject([
      {
        sheet: 'P',
        row: 7,
        columns: new Map([
          ['Nama', 'A'],
          ['Kota', 'B'],
        ]),
      },
    ]);
  });

  test('have cells where they say, with gaps', async () => {
    const data = `${row(1, 'A', 'B', 'C')}<row r="2"><c r="C2"><v>3</v></c></row>`;
    expect(await cellsOf(workbook({ sheets: [['P', data]] }))).toEqual([{ C: 3 }]);
  });
});

describe('merged cells', () => {
  const merged = (...refs: string[]) =>
    `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const read = (data: string, after: string) => readBytes(workbook({ sheets: [['P', data, after]] }));

  test('in a title above the header do no harm', async () => {
    const data = row(1, 'Daftar pelaku') + row(2, 'Nama', 'Kota') + row(3, 'Ani', 'Malang');
    const { rows, problems } = await read(data, merged('A1:B1'));
    expect([told(problems), rows.length]).toEqual([[], 1]);
  });

  test.each(['A1:A2', 'B1:C1'])('in the header (%s) are told, and the sheet is not read', async (ref) => {
    const data = row(1, 'Nama', 'Periode') + row(2, '', 'Mulai', 'Selesai') + row(3, 'Ani', '2021', '2022');
    const { rows, problems } = await read(data, merged(ref));
    expect(rows).toEqual([]);
    expect(told(problems)).toEqual([`sheet "P", row 1: the cells ${ref} of the header are merged`]);
    expect(problems[0]?.problem.remedy).toContain('unmerge');
  });

  test('in the rows are told at each, and the others are read', async () => {
    const data = row(1, 'A', 'B') + row(2, 'x', 'y') + row(3, 'x', 'y') + row(4, '', 'y') + row(5, 'x', 'y');
    const { rows, problems } = await read(data, merged('A3:A4', 'F5:G5'));
    expect(rows.map((each) => each.row)).toEqual([2, 5]);
    expect(problems.map((each) => each.row)).toEqual([3, 4]);
  });
});

describe('a workbook that cannot be read is refused', () => {
  const sheets: Parts['sheets'] = [['P', row(1, 'A', 'B')]];
  test.each([
    [
      'a part in another encoding',
      { 'xl/workbook.xml': Buffer.from([0x3c, 0xe9, 0x3e]) },
      'XML that is not UTF-8',
    ],
    ['broken XML', { 'xl/workbook.xml': '<workbook><sheets></workbook>' }, 'broken XML'],
    ['no workbook', { 'xl/workbook.xml': null }, 'a zip that holds no Excel workbook'],
    ['no relations', { '_rels/.rels': null }, 'a zip that holds no Excel workbook'],
    ['a wrong checksum', { 'xl/workbook.xml': { data: '<workbook/>', crc: 1 } }, 'a broken zip'],
    ['a locked part', { 'xl/x': { data: 'x', flags: 1 } }, 'a locked zip'],
    ['an unknown packing', { 'xl/x': { data: 'x', method: 12 } }, 'packed in an unknown way (12)'],
  ])('%s', async (_, other, message) => {
    expect(await refusalOf(workbook({ sheets, other }))).toMatch(/^file "usulan": /);
    expect(await refusalOf(workbook({ sheets, other }))).toContain(message);
  });

  test('when the texts are more than memory is meant to hold', async () => {
    const strings = '<si><t>abcdef</t></si>'.repeat(10);
    expect(await refusalOf(workbook({ sheets, strings }), { limits: { sharedStrings: 100 } })).toContain(
      'more than 100 characters of different texts; save each sheet as CSV',
    );
  });
});
