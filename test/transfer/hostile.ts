import { MAIN, row, withCell, workbook, zip } from './files.js';

/** Two rows under a header. */
export const GOOD = row(1, 'Nama', 'Nilai') + row(2, 'Ani', '1') + row(3, 'Budi', '2');
export const GOOD_BOOK = workbook({ sheets: [['P', GOOD]] });
export const SHEET = 'xl/worksheets/sheet1.xml';
const sheetXml = (xml: string) => workbook({ sheets: [['P', '']], other: { [SHEET]: xml } });
const book = (data: string, after = '') => workbook({ sheets: [['P', data, after]] });
const entityBomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;

/** A name, a file, and what it comes to: a whole refusal, or the problems and the number of rows. */
type Hostile = readonly [
  name: string,
  content: string | Buffer,
  expected: { refused?: string; problem?: string; rows?: number },
];

const ARCHIVES: readonly Hostile[] = [
  ['the magic number of a zip alone', 'PK\x03\x04', { refused: 'a broken zip' }],
  ['a zip without files', zip([]), { refused: 'a zip that holds no Excel workbook' }],
  ['a zip cut in its table of contents', GOOD_BOOK.subarray(0, -30), { refused: 'a broken zip' }],
  ['a zip cut in half', GOOD_BOOK.subarray(0, GOOD_BOOK.length / 2), { refused: 'a broken zip' }],
  [
    'a zip with bytes after its end',
    Buffer.concat([GOOD_BOOK, Buffer.from('xx')]),
    { refused: 'a broken zip' },
  ],
  ['a zip inside a zip', zip([['book.xlsx', GOOD_BOOK]]), { refused: 'a zip that holds no Excel workbook' }],
  [
    'a bomb that says its size',
    zip([['xl/a', Buffer.alloc(32 * 1024 ** 2)]]),
    { refused: 'times larger than the file' },
  ],
  [
    'a bomb that lies about its size',
    workbook({ sheets: [['P', GOOD]], other: { [SHEET]: { data: ' '.repeat(32 * 1024 ** 2), size: 100 } } }),
    { problem: 'sheet "P": a broken zip', rows: 0 },
  ],
  [
    'a size of 4 GiB',
    zip([['a', { data: 'x', size: 0xffff_fffe }]]),
    { refused: 'once unpacked, more than' },
  ],
  [
    'more files than a workbook has',
    zip(Array.from({ length: 1001 }, (_, at) => [`f${at}`, 'x'] as const)),
    { refused: '1001 files in the zip' },
  ],
  [
    'two parts of one name',
    zip([
      ['a', 'x'],
      ['A', 'y'],
    ]),
    { refused: 'two parts of the name A' },
  ],
  ['a part outside of the zip', zip([['../../etc/passwd', 'x']]), { refused: 'a broken zip' }],
  ['a part at the root of the disk', zip([['/etc/passwd', 'x']]), { refused: 'a broken zip' }],
  [
    'a sheet with a wrong checksum',
    workbook({
      sheets: [['P', '']],
      other: { [SHEET]: { data: `<w><sheetData>${GOOD}</sheetData></w>`, crc: 7 } },
    }),
    { problem: 'sheet "P": a broken zip', rows: 0 },
  ],
  [
    'an OpenDocument file',
    zip([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['content.xml', '<x/>'],
    ]),
    { refused: 'a zip that holds no Excel workbook' },
  ],
  [
    'a binary workbook',
    workbook({
      sheets: [],
      other: {
        '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
        'xl/workbook.bin': 'x',
      },
    }),
    { refused: 'a zip that holds no Excel workbook' },
  ],
];

const PARTS: readonly Hostile[] = [
  [
    'content types that lie',
    workbook({
      sheets: [['P', GOOD]],
      other: { '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="image/png"/></Types>' },
    }),
    { rows: 2 },
  ],
  [
    'no content types',
    workbook({ sheets: [['P', GOOD]], other: { '[Content_Types].xml': null } }),
    { rows: 2 },
  ],
  [
    'a sheet without its part',
    workbook({
      sheets: [
        ['P', GOOD],
        ['Q', GOOD],
      ],
      other: { [SHEET]: null },
    }),
    { problem: `sheet "P": no part ${SHEET}`, rows: 2 },
  ],
  [
    'a sheet that nothing points at',
    workbook({ sheets: [['P', GOOD]], other: { 'xl/_rels/workbook.xml.rels': '<R/>' } }),
    { problem: 'sheet "P": no part of the workbook holds its cells', rows: 0 },
  ],
  [
    'a part on another machine',
    workbook({
      sheets: [['P', GOOD]],
      other: {
        'xl/_rels/workbook.xml.rels':
          '<R><Relationship Id="s1" Type="x/worksheet" TargetMode="External" Target="http://example.org/sheet.xml"/></R>',
      },
    }),
    { problem: 'no part of the workbook', rows: 0 },
  ],
  [
    'a part that climbs out',
    workbook({
      sheets: [['P', GOOD]],
      other: {
        'xl/_rels/workbook.xml.rels':
          '<R><Relationship Id="s1" Type="x/worksheet" Target="../../../etc/passwd"/></R>',
      },
    }),
    { problem: 'no part', rows: 0 },
  ],
  [
    'a workbook that is its own workbook',
    workbook({
      sheets: [['P', GOOD]],
      other: { '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="_rels/.rels"/></R>' },
    }),
    { refused: 'a zip that holds no Excel workbook' },
  ],
  [
    'two sheets of one name',
    workbook({
      sheets: [
        ['P', GOOD],
        ['P', GOOD],
      ],
    }),
    { problem: 'sheet "P": the name of two sheets', rows: 2 },
  ],
  [
    'an entity bomb in the workbook',
    workbook({
      sheets: [['P', GOOD]],
      other: { 'xl/workbook.xml': `${entityBomb}<workbook>&j;</workbook>` },
    }),
    { refused: 'XML with a DTD' },
  ],
  [
    'an entity bomb in a sheet',
    sheetXml(`${entityBomb}<w><sheetData>&j;</sheetData></w>`),
    { problem: 'XML with a DTD', rows: 0 },
  ],
  [
    'a foreign entity',
    sheetXml(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w>&f;</w>`),
    { problem: 'XML with a DTD', rows: 0 },
  ],
  [
    'an entity that nobody declared',
    book(withCell('<c t="str"><v>&f;</v></c>')),
    { problem: 'broken XML', rows: 0 },
  ],
  [
    'a text number beyond the texts',
    workbook({ sheets: [['P', withCell('<c t="s"><v>99</v></c>')]], strings: '<si><t>a</t></si>' }),
    { problem: 'text number "99"', rows: 0 },
  ],
  [
    'texts that are missing',
    workbook({ sheets: [['P', GOOD]], strings: '', other: { 'xl/sharedStrings.xml': null } }),
    { refused: 'no part xl/sharedStrings.xml' },
  ],
  [
    'styles that are broken',
    workbook({ sheets: [['P', GOOD]], styles: '<cellXfs>' }),
    { refused: 'broken XML' },
  ],
  ['a style that is not there', book(withCell('<c s="99999999999"><v>3</v></c>')), { rows: 1 }],
  [
    'a picture for a sheet',
    sheetXml(Buffer.from('89504e470d0a1a0a', 'hex').toString('latin1')),
    { problem: 'broken XML', rows: 0 },
  ],
  ['an empty sheet part', sheetXml(''), { problem: 'broken XML', rows: 0 }],
];

const ROWS: readonly Hostile[] = [
  [
    '10,000 columns',
    book(row(1, ...Array.from({ length: 10_000 }, (_, at) => `k${at}`)) + row(2, 'x')),
    { problem: 'row 1: more than 200 columns', rows: 0 },
  ],
  [
    'a cell in the last column',
    book(`${GOOD}<row r="4"><c r="XFD4"><v>1</v></c></row>`),
    { problem: 'row 4: more than 200 columns', rows: 2 },
  ],
  [
    'a column beyond all',
    book(`${GOOD}<row r="4"><c r="ZZZZ4"><v>1</v></c></row>`),
    { problem: 'row 4: cell ZZZZ4 is out of place', rows: 2 },
  ],
  [
    'a negative row',
    book(`${GOOD}<row r="-4"><c><v>1</v></c></row>`),
    { problem: 'row 4: row number "-4" after row 3', rows: 2 },
  ],
  [
    'a row without a number where one should be',
    book(`${GOOD}<row r=""><c><v>1</v></c></row>`),
    { problem: 'row 4: row number "" after row 3', rows: 2 },
  ],
  [
    'a row with an endless number',
    book(`${GOOD}<row r="${'9'.repeat(5000)}"><c><v>1</v></c></row>`),
    { problem: 'row 4: row number "999', rows: 2 },
  ],
  [
    'a row that is no number',
    book(`${GOOD}<row r="NaN"><c><v>1</v></c></row>`),
    { problem: 'row number "NaN"', rows: 2 },
  ],
  [
    'a row beyond the last',
    book(`${GOOD}<row r="1048577"><c><v>1</v></c></row>`),
    { problem: 'row number "1048577"', rows: 2 },
  ],
  [
    'rows out of order',
    book(`${GOOD}${row(2, 'Cici', '3')}`),
    { problem: 'row 4: row number "2" after row 3', rows: 2 },
  ],
  [
    'a cell of another row',
    book(`${GOOD}<row r="4"><c r="A9"><v>1</v></c></row>`),
    { problem: 'cell A9 is out of place', rows: 2 },
  ],
  [
    'a cell twice',
    book(`${GOOD}<row r="4"><c r="A4"><v>1</v></c><c r="A4"><v>2</v></c></row>`),
    { problem: 'cell A4 is out of place', rows: 2 },
  ],
  [
    'a formula that runs a command',
    book(withCell('<c><f>cmd|"/c calc"!A1</f></c>')),
    { problem: 'a formula without a computed value', rows: 0 },
  ],
  [
    'half of a pair as an entity',
    book(withCell('<c t="str"><v>&#xD800;</v></c>')),
    { problem: 'sheet "P"', rows: 0 },
  ],
  [
    'half of a pair as Excel escapes it',
    book(withCell('<c t="str"><v>_xD800_</v></c>')),
    { problem: 'a text with a character that cannot be shown', rows: 0 },
  ],
  ['NUL as an entity', book(withCell('<c t="str"><v>&#0;</v></c>')), { problem: 'broken XML', rows: 0 }],
  [
    'NUL as Excel escapes it',
    book(withCell('<c t="str"><v>a_x0000_b</v></c>')),
    { problem: 'a text with a character that cannot be shown', rows: 0 },
  ],
  [
    'XML 70 elements deep',
    book(withCell(`<c><is>${'<r>'.repeat(70)}${'</r>'.repeat(70)}</is></c>`)),
    { problem: 'XML nested deeper than 64', rows: 0 },
  ],
  [
    'a cell of 40,000 characters',
    book(withCell(`<c t="str"><v>${'x'.repeat(40_000)}</v></c>`)),
    { problem: 'a text of more than 32767 characters', rows: 0 },
  ],
  [
    'a cell of 20 MB',
    book(withCell(`<c t="str"><v>${'xyzw0123'.repeat(2_500_000)}</v></c>`)),
    { refused: 'times larger', rows: 0 },
  ],
  [
    'a cell of 10 MB',
    book(withCell(`<c t="str"><v>${'x'.repeat(10_000_000)}</v></c>`)),
    { problem: 'a text of more than 1048576 characters', rows: 0 },
  ],
  [
    'an attribute of 10 MB',
    book(withCell(`<c t="${'x'.repeat(10_000_000)}"/>`)),
    { problem: 'a text of more than 1048576 characters', rows: 0 },
  ],
  [
    'a comment of 10 MB',
    book(`${GOOD}<!--${'x'.repeat(10_000_000)}-->`),
    { problem: 'a text of more than 1048576 characters', rows: 2 },
  ],
  [
    '200,000 cells in a row',
    book(`${GOOD}<row r="4">${'<c><v>1</v></c>'.repeat(200_000)}</row>`),
    { problem: 'row 4: more than 200 columns', rows: 2 },
  ],
  [
    'a sheet that breaks off',
    sheetXml(`<w xmlns="${MAIN}"><sheetData>${GOOD}<row r="4"><c>`),
    { problem: 'sheet "P": broken XML', rows: 2 },
  ],
  [
    'a merged header',
    book(GOOD, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    { problem: 'the cells A1:B1 of the header are merged', rows: 0 },
  ],
  [
    'everything merged into one',
    book(GOOD, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    { problem: 'A1:XFD1048576', rows: 0 },
  ],
  [
    '10,001 merged ranges',
    book(GOOD, '<mergeCell ref="A9:B9"/>'.repeat(10_001)),
    { problem: 'more than 10000 merged ranges', rows: 0 },
  ],
];

const TEXTS: readonly Hostile[] = [
  [
    'CSV of binary',
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)),
    { refused: 'bytes that are not text' },
  ],
  ['NUL in the last row', `Nama;Kota\n${'a;b\n'.repeat(100_000)}\0`, { refused: 'bytes that are not text' }],
  ['CR alone at line ends', 'Nama;Kota\rAni;Malang\rBudi;Batu', { rows: 2 }],
  ['line ends of every kind', 'Nama;Kota\rAni;Malang\nBudi;Batu\r\nCici;Kediri', { rows: 3 }],
  ['a byte order mark in the middle', 'Nama;Kota\n\uFEFFAni;Malang\n', { rows: 1 }],
  [
    'half of a pair in UTF-8',
    Buffer.from([0x4e, 0x3b, 0x4b, 0x0a, 0xed, 0xa0, 0x80, 0x3b, 0x78]),
    { rows: 1 },
  ],
  [
    'a quote never closed at the end of a long file',
    `Nama;Kota\n${'Ani;Malang\n'.repeat(150_000)}"Budi;Batu\n`,
    { problem: 'row 150002: a double quote is opened here and never closed', rows: 150_000 },
  ],
  [
    'a quote never closed at the beginning of a long file',
    `Nama;Kota\n"${'Ani;Malang\n'.repeat(150_000)}`,
    { problem: 'row 2: this row is longer than 1048576', rows: 0 },
  ],
  ['quotes alone', '"'.repeat(100_001), { problem: 'row 1: a double quote' }],
  ['separators alone', ';'.repeat(100_000), { rows: 0 }],
  ['line breaks alone, and then a row', `${'\n'.repeat(500_000)}Nama;Kota\nAni;Malang`, { rows: 1 }],
  [
    '10,000 titles',
    `${Array.from({ length: 10_000 }, (_, at) => `k${at}`).join(';')}\n1;2\n`,
    { problem: 'more than 200 columns', rows: 0 },
  ],
  ['a title that is an object member', '__proto__;constructor\n1;2\n', { rows: 1 }],
  [
    'a web page named as a table',
    '\n <html><table><tr><td>x</td></tr></table></html>',
    { refused: 'a web page or XML' },
  ],
  ['JSON nested 200,000 deep', `{"a":${'['.repeat(200_000)}\n{"a":1}\n`, { problem: 'row 1', rows: 1 }],
  [
    'JSON members of an object',
    '{"__proto__":{"x":1}}\n{"constructor":"y"}\n',
    { problem: 'row 1, column "__proto__"', rows: 1 },
  ],
  [
    'JSON with 201 fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, at]))),
    { problem: 'row 1: more than 200 columns', rows: 0 },
  ],
];

export const HOSTILE = [...ARCHIVES, ...PARTS, ...ROWS, ...TEXTS];
