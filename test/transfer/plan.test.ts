import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeProblem } from '../../src/domain/errors.js';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { ImportMemory } from '../../src/transfer/memory.js';
import { type BatchPlan, type PlanOptions, planBatch } from '../../src/transfer/plan.js';
import type { Cell, SheetRow } from '../../src/transfer/sheet.js';
import { templateMapping } from '../../src/transfer/template.js';
import { aClaim, anActor, anInitiative, aPerson, aPlace, aSource } from '../support/builders.js';
import { mustBeIndonesian } from '../support/indonesian.js';
import { MemoryLookup } from '../support/lookup.js';
import { filled } from '../support/sheets.js';

const MAPPING = templateMapping('jejak:uji');
const FILE: PlanOptions = { source: { title: 'Musrenbang Kelurahan Karangan 2026, berkas usulan.xlsx' } };
const SAWOJAJAR = aPlace({ key: 'sawojajar', name: 'Kelurahan Sawojajar', aliases: ['Sawojajar'] });
const OFFICE = anActor({
  key: 'dpu',
  name: 'Dinas Pekerjaan Umum Karangan',
  abbreviations: ['DPU'],
  weakAliases: ['Dinas'],
});
const ANI = aPerson({ key: 'ani', name: 'Ani Karangan' });
const NEWS = aSource({ key: 'news', title: 'Berita Karangan' });
const SINGO = anInitiative({ key: 'singo', name: 'SINGO', description: 'layanan kelurahan karangan' });
const store = (...more: readonly JejakRecord[]) =>
  new MemoryLookup(SAWOJAJAR, OFFICE, ANI, NEWS, SINGO, ...more);

/** `describeProblem` of every problem of every row left out; each can be said in Indonesian. */
function told({ rejected }: BatchPlan): string[] {
  const problems = rejected.flatMap((row) => row.problems);
  problems.forEach(mustBeIndonesian);
  return problems.map(describeProblem);
}
const plan = (lookup: MemoryLookup, rows: readonly SheetRow[], options: PlanOptions = FILE) =>
  planBatch(rows, MAPPING, lookup, options);
async function apply(lookup: MemoryLookup, rows: readonly SheetRow[], options: PlanOptions = FILE) {
  const planned = await plan(lookup, rows, options);
  expect(told(planned)).toEqual([]);
  lookup.apply(planned);
  return planned;
}
const claims = (lookup: MemoryLookup) => lookup.all().filter((one) => one.type === 'claim') as Claim[];

const usulan = (row: number, cells: Readonly<Record<string, Cell>>) =>
  filled('Usulan', row, { Usulan: 'Perbaikan saluran air', Kelurahan: 'Sawojajar', Tahun: 2026, ...cells });
const pelaku = (row: number, cells: Readonly<Record<string, Cell>>) =>
  filled('Pelaku', row, {
    Nama: 'Karang Taruna Karangan',
    Jenis: 'organisasi',
    Unsur: 'komunitas',
    ...cells,
  });
const ikut = (row: number, cells: Readonly<Record<string, Cell>>) =>
  filled('Keikutsertaan', row, { Pelaku: 'DPU', Inisiatif: 'SINGO', Peran: 'pelaksana', ...cells });

describe('a row of usulan', () => {
  const row = usulan(14, {
    'Usulan *': 'PERBAIKAN SALURAN AIR DI RW 05',
    Usulan: 'PERBAIKAN SALURAN AIR DI RW 05',
    Alasan: 'Banjir tiap hujan (karangan)',
    OPD: 'DPU',
    Pengusul: 'Bapak Contoh',
    Telepon: '0812-3456-7890',
  });

  test('becomes a proposal, its place, its office, and the file as its source', async () => {
    const lookup = store();
    const { operations, counts } = await apply(lookup, [row]);
    expect(operations.map(({ op, record }) => `${op} ${record.type}`)).toEqual([
      'create source',
      'create initiative',
      'create claim',
      'create claim',
    ]);
    expect(counts).toEqual({ new: 4, changed: 0, same: 0, rejected: 0 });
    const proposal = lookup.called('Perbaikan Saluran Air di RW 05');
    const file = lookup.called('Musrenbang Kelurahan Karangan 2026, berkas usulan.xlsx');
    expect(file).toMatchObject({ type: 'source', kind: 'DATASET' });
    expect(proposal).toMatchObject({
      kind: 'PROPOSAL',
      at: '2026',
      description: 'Banjir tiap hujan (karangan)',
    });
    expect(claims(lookup)).toMatchObject([
      { kind: 'LOCATED_IN', subject: proposal.id, object: SAWOJAJAR.id },
      { kind: 'PARTICIPATION', role: 'ACCOUNTABLE', subject: OFFICE.id, object: proposal.id },
    ]);
    for (const { evidence } of [proposal, ...claims(lookup)])
      expect(evidence).toMatchObject([{ source: file.id, locator: 'lembar "Usulan", baris 14' }]);
  });

  test('keeps who proposed it apart from the records', async () => {
    const lookup = store();
    const { personal, operations } = await apply(lookup, [row]);
    const proposal = lookup.called('Perbaikan Saluran Air di RW 05');
    expect(personal).toEqual([{ of: proposal.id, name: 'Bapak Contoh', phone: '+6281234567890' }]);
    expect(JSON.stringify(operations)).not.toMatch(/Contoh|6281234567890/);
  });

  test('is the same however its kelurahan is written', async () => {
    const lookup = store();
    await apply(lookup, [usulan(2, {})]);
    for (const written of ['Kel. Sawojajar', 'KELURAHAN SAWOJAJAR', 'kel sawojajar'])
      expect((await plan(lookup, [usulan(2, { Kelurahan: written })])).operations).toEqual([]);
  });

  test('without office and place is a proposal alone', async () => {
    const { counts } = await plan(store(), [
      filled('Usulan', 2, { Usulan: 'Taman bacaan karangan', OPD: '-' }),
    ]);
    expect(counts.new).toBe(2);
  });

  test('of another kelurahan or year is another proposal', async () => {
    const lookup = store(aPlace({ key: 'janti', name: 'Kelurahan Janti' }));
    await apply(lookup, [usulan(2, {}), usulan(3, { Kelurahan: 'Janti' }), usulan(4, { Tahun: 2025 })]);
    expect(lookup.all().filter(({ type }) => type === 'initiative')).toHaveLength(1 + 3);
  });
});

describe('every mistake is told with place, value and remedy', () => {
  const mistakes: ReadonlyArray<readonly [string, SheetRow, string | RegExp]> = [
    [
      'a date that is none',
      filled('Inisiatif', 14, { Nama: 'X karangan', Jenis: 'program', Mulai: '32/13/2021' }),
      'sheet "Inisiatif", row 14, column "Mulai": "32/13/2021" is not a date; write 2021-12-31, 2021-12 or 2021',
    ],
    [
      'a short year',
      filled('Inisiatif', 2, { Nama: 'X karangan', Jenis: 'program', Mulai: '3/2/21' }),
      'sheet "Inisiatif", row 2, column "Mulai": "3/2/21" is not a date; write the year with four digits; write 2021-12-31, 2021-12 or 2021',
    ],
    [
      'an end before the start',
      filled('Inisiatif', 2, { Nama: 'X karangan', Jenis: 'program', Mulai: '2021', Selesai: '2020' }),
      'sheet "Inisiatif", row 2, column "Mulai", column "Selesai": start 2021 after end 2020; exchange the two, or mend one of them',
    ],
    [
      'an unknown kind',
      filled('Inisiatif', 2, { Nama: 'X karangan', Jenis: 'inovasii' }),
      /^sheet "Inisiatif", row 2, column "Jenis": "inovasii" is not one of the choices; perhaps inovasi; write one of program, /,
    ],
    [
      'no name',
      filled('Pelaku', 2, { Jenis: 'orang', Unsur: 'media' }),
      'sheet "Pelaku", row 2, column "Nama": empty; fill it in',
    ],
    [
      'no helix',
      filled('Pelaku', 2, { Nama: 'Budi Karangan', Jenis: 'orang' }),
      'sheet "Pelaku", row 2, column "Unsur": empty; fill it in',
    ],
    [
      'a number in words',
      pelaku(2, { Jenis: 'kelompok', 'Jumlah anggota': 'banyak' }),
      /^sheet "Pelaku", row 2, column "Jumlah anggota": "banyak" is not a number; write 1500000/,
    ],
    [
      'a size of no cohort',
      pelaku(2, { 'Jumlah anggota': 5 }),
      'sheet "Pelaku", row 2, column "Jumlah anggota": "5"; only a COHORT has a size; leave it out',
    ],
    [
      'a web address that is none',
      pelaku(2, { 'Alamat web': 'www.contoh' }),
      /^sheet "Pelaku", row 2, column "Alamat web": "www.contoh"; is not a web address/,
    ],
    [
      'an unknown place',
      usulan(14, { Kelurahan: 'Sawojajr' }),
      `sheet "Usulan", row 14, column "Kelurahan": no place is called "Kelurahan Sawojajr"; perhaps "Kelurahan Sawojajar" (${SAWOJAJAR.id}); add a row`,
    ],
    [
      'an unknown office',
      usulan(14, { OPD: 'Dinas Antah Berantah' }),
      'sheet "Usulan", row 14, column "OPD": no actor is called "Dinas Antah Berantah"; add a row for it before this one, or mend the name',
    ],
    [
      'a weak alias',
      usulan(14, { OPD: 'Dinas' }),
      /^sheet "Usulan", row 14, column "OPD": no actor is called "Dinas"/,
    ],
    [
      'a name of two records',
      ikut(5, { Inisiatif: 'KEMBAR' }),
      /^sheet "Keikutsertaan", row 5, column "Inisiatif": "KEMBAR" is the name of 2 records: i-\w+ \(Kembar; program; di Klojen\), i-\w+ \(Kembar; program; di Sukun\); write the id of the one that is meant$/,
    ],
    [
      'an initiative as an actor',
      ikut(5, { Pelaku: 'SINGO' }),
      /^sheet "Keikutsertaan", row 5, column "Pelaku": no actor is called "SINGO"/,
    ],
    [
      'an organization in a post',
      filled('Jabatan', 3, { Orang: 'DPU', Organisasi: 'DPU', Peran: 'pimpinan' }),
      'sheet "Jabatan", row 3, column "Orang": "DPU" is of kind ORGANIZATION; name actor PERSON',
    ],
    [
      'an id of another type',
      ikut(5, { Pelaku: SINGO.id }),
      `sheet "Keikutsertaan", row 5, column "Pelaku": "${SINGO.id}" is the id of type initiative; name actor`,
    ],
    [
      'an id that nothing has',
      ikut(5, { Pelaku: 'a-00000000000000000000' }),
      /^sheet "Keikutsertaan", row 5, column "Pelaku": "a-0{20}"; no such record/,
    ],
    ['no role', ikut(5, { Peran: '' }), 'sheet "Keikutsertaan", row 5, column "Peran": empty; fill it in'],
    [
      'a role of another kind',
      ikut(5, { Peran: 'peraih' }),
      /^sheet "Keikutsertaan", row 5, column "Peran": "peraih" is not one of the choices; write one of pendana, /,
    ],
    [
      'an end left empty',
      ikut(5, { Inisiatif: ' - ' }),
      'sheet "Keikutsertaan", row 5, column "Inisiatif": empty; fill it in',
    ],
    [
      'an amount without a kind',
      ikut(5, { Jumlah: '1,5 juta' }),
      'sheet "Keikutsertaan", row 5, column "Bentuk sumbangan": empty; fill it in',
    ],
    [
      'a currency of goods',
      ikut(5, { 'Bentuk sumbangan': 'barang', Jumlah: '5', 'Mata uang': 'IDR' }),
      /^sheet "Keikutsertaan", row 5, column "Mata uang": "IDR"; is for money/,
    ],
    [
      'an ambiguous amount',
      ikut(5, { 'Bentuk sumbangan': 'uang', Jumlah: '1,500,000' }),
      /^sheet "Keikutsertaan", row 5, column "Jumlah": "1,500,000" is not a number/,
    ],
    [
      'an unknown source',
      ikut(5, { Sumber: 'Koran Antah' }),
      /^sheet "Keikutsertaan", row 5, column "Sumber": no source is called "Koran Antah"/,
    ],
    [
      'a claim of itself',
      filled('Menghasilkan', 2, { 'Inisiatif pertama': 'SINGO', 'Inisiatif kedua': 'SINGO' }),
      /^sheet "Menghasilkan", row 2, column "Inisiatif kedua": "SINGO"; a claim joins two different records$/,
    ],
    [
      'a party twice',
      filled('Kesepakatan', 2, {
        'Pelaku pertama': 'DPU',
        'Pelaku kedua': 'Ani Karangan',
        'Pihak lain': 'DPU',
      }),
      /^sheet "Kesepakatan", row 2, column "Pihak lain": .*name each party once$/,
    ],
    [
      'an id that nothing has, to correct',
      pelaku(3, { 'ID Jejak': 'a-00000000000000000000' }),
      'sheet "Pelaku", row 3, column "ID Jejak": no record has the id "a-00000000000000000000"; mend it, or leave it empty for a new record',
    ],
    [
      'an id of another type, to correct',
      pelaku(3, { 'ID Jejak': SINGO.id }),
      `sheet "Pelaku", row 3, column "ID Jejak": "${SINGO.id}" is not the id of type actor; copy the id from Jejak, or leave it empty for a new record`,
    ],
    [
      'a day that is a year',
      filled('Sumber', 2, { Judul: 'Koran karangan', Jenis: 'artikel', 'Diambil pada': '2021' }),
      'sheet "Sumber", row 2, column "Diambil pada": "2021"; is not a day; write it as 2021-12-31',
    ],
    [
      'a name with a line break',
      filled('Inisiatif', 2, { Nama: 'X karangan', Jenis: 'program', Singkatan: 'A\nB' }),
      /^sheet "Inisiatif", row 2, column "Singkatan": "A\\nB"; holds a control character; write plain text on one line$/,
    ],
  ];
  const twins = [
    anInitiative({ key: 'twin 1', name: 'Kembar', description: 'di Klojen' }),
    anInitiative({ key: 'twin 2', name: 'Kembar', description: 'di Sukun' }),
  ];

  test.each(mistakes)('%s', async (_what, row, problem) => {
    const found = await plan(store(...twins), [row]);
    expect(found.operations).toEqual([]);
    expect(found.rejected).toMatchObject([{ sheet: row.sheet, row: row.row }]);
    expect(told(found)).toEqual([
      typeof problem === 'string' ? expect.stringContaining(problem) : expect.stringMatching(problem),
    ]);
  });

  test('in one batch of thirty, beside which the good rows go in', async () => {
    const rows = mistakes.map(([, row], index) => ({ ...row, row: index + 2 }));
    const found = await plan(store(...twins), [...rows, pelaku(100, {})]);
    expect(found.rejected.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
    expect(found.operations.map(({ record }) => record.type)).toEqual(['source', 'actor']);
    expect(found.counts.rejected).toBeGreaterThanOrEqual(30);
  });

  test('without showing personal data', async () => {
    const found = await plan(store(), [
      usulan(14, { Pengusul: 'Ibu Rahasia', Telepon: '0812 tanya Ibu Rahasia' }),
    ]);
    expect(told(found)).toEqual([
      'sheet "Usulan", row 14, column "Telepon": personal data (not shown) is not a phone number; write one number, such as 0812 3456 7890 or +62 812 3456 7890',
    ]);
    expect(found.personal).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(/Rahasia|0812 t/);
  });

  test.each([
    [
      'a proposer without a proposal',
      filled('Usulan', 5, { Pengusul: 'Ibu Rahasia' }),
      ['column "Usulan": empty; fill it in'],
    ],
    [
      'a place without a proposal',
      filled('Usulan', 5, { Kelurahan: 'Sawojajar' }),
      [
        'column "Kelurahan": filled in, but the row names no proposal; fill in column "Usulan", or leave this cell empty',
      ],
    ],
    [
      'an achievement without its award',
      filled('Penghargaan', 5, { Nama: 'Terbaik I' }),
      [
        'column "Nama": filled in, but the row names no award; fill in column "Ajang", or leave this cell empty',
      ],
    ],
    [
      'evidence of nothing',
      filled('Lokasi', 5, { Sumber: 'Berita Karangan' }),
      ['column "Inisiatif, pelaku, atau isu": empty; fill it in', 'column "Tempat": empty; fill it in'],
    ],
  ])('%s', async (_what, row, problems) => {
    const found = told(await plan(store(), [row]));
    expect(found).toEqual(problems.map((problem) => `sheet ${JSON.stringify(row.sheet)}, row 5, ${problem}`));
  });

  test('all mistakes of a row at once', async () => {
    const row = ikut(5, { Pelaku: 'Antah', Peran: 'raja', Mulai: 'kemarin' });
    expect(told(await plan(store(), [row]))).toHaveLength(3);
  });

  test('a claim without a source, where the file has none either', async () => {
    expect(told(await plan(store(), [ikut(5, {})], {}))).toEqual([
      'sheet "Keikutsertaan", row 5, column "Sumber": "[]"; is empty; a claim needs a source that says so',
    ]);
  });

  test('a source for the file that is none', async () => {
    await expect(plan(store(), [], { source: { title: 'x', date: 'kemarin' } })).rejects.toThrow(
      'source, date: "kemarin"; is not a date; write 2021-12-31, 2021-12 or 2021',
    );
  });
});

describe('a row that is left out', () => {
  const bad = pelaku(2, { Unsur: 'raja' });
  const follows = ikut(7, { Pelaku: 'Karang Taruna Karangan' });
  const tellsOf =
    'sheet "Keikutsertaan", row 7, column "Pelaku": "Karang Taruna Karangan" stands in sheet "Pelaku", row 2, which is refused; mend that row first; this one follows it';

  test('takes along the rows that need it, and no others', async () => {
    const found = await plan(store(), [bad, follows, ikut(8, {})]);
    expect(found.rejected.map(({ row }) => row)).toEqual([2, 7]);
    expect(told(found)[1]).toBe(tellsOf);
    expect(found.operations.map(({ record }) => record.type)).toEqual(['source', 'claim']);
  });

  test('also in a later batch', async () => {
    const options = { ...FILE, memory: new ImportMemory() };
    await plan(store(), [bad], options);
    expect(told(await plan(store(), [follows], options))).toEqual([tellsOf]);
  });

  test('and is mended further down, is needed no more', async () => {
    const options = { ...FILE, memory: new ImportMemory() };
    await plan(store(), [bad], options);
    const found = await plan(store(), [pelaku(3, {}), follows], options);
    expect(told(found)).toEqual([]);
  });
});

describe('what a row names', () => {
  test('is a record of the same file before a stored one, whichever comes first in the batch', async () => {
    const lookup = store(anActor({ key: 'old', name: 'Karang Taruna Karangan' }));
    await apply(lookup, [ikut(2, { Pelaku: 'karang taruna KARANGAN' }), pelaku(2, {})]);
    expect(claims(lookup)[0]?.subject).not.toBe(anActor({ key: 'old' }).id);
  });

  test('can be a key of the file, an alias, an abbreviation or an id', async () => {
    const lookup = store();
    await apply(lookup, [
      pelaku(2, { Kunci: 'KT-1' }),
      ikut(2, { Pelaku: 'kt-1' }),
      ikut(3, { Pelaku: 'dpu' }),
      ikut(4, { Pelaku: ANI.id }),
    ]);
    expect(claims(lookup).map(({ subject }) => subject)).toEqual([
      lookup.called('Karang Taruna Karangan').id,
      OFFICE.id,
      ANI.id,
    ]);
  });

  test('can be a source of the file by its title, which is then the only evidence', async () => {
    const lookup = store();
    await apply(lookup, [
      filled('Sumber', 2, { Judul: 'Koran Karangan', Jenis: 'artikel' }),
      ikut(2, { Sumber: 'koran karangan', Letak: 'paragraf 4', Isi: 'DPU melaksanakan SINGO.' }),
    ]);
    expect(claims(lookup)[0]?.evidence).toMatchObject([
      {
        source: lookup.called('Koran Karangan').id,
        locator: 'paragraf 4',
        paraphrase: 'DPU melaksanakan SINGO.',
      },
    ]);
  });

  test('is asked of the store in few calls, whatever the number of rows', async () => {
    const calls = async (count: number) => {
      const lookup = store();
      const rows = Array.from({ length: count }, (_, index) =>
        usulan(index + 2, { Usulan: `Usulan karangan ${index}`, OPD: index % 2 ? 'DPU' : 'Tiada' }),
      );
      await plan(lookup, rows);
      return lookup.calls;
    };
    expect(await calls(100)).toBe(await calls(2));
    expect(await calls(2)).toBeLessThanOrEqual(6);
  });
});

describe('what is stored', () => {
  test('is corrected by the row that names its id, and an empty cell takes nothing away', async () => {
    const before = { ...OFFICE, description: 'tetap', aliases: ['PU'] };
    const lookup = new MemoryLookup(before);
    const row = filled('Pelaku', 2, {
      'ID Jejak': OFFICE.id,
      Nama: 'Dinas PUPR Karangan',
      'Nama lain': 'PU; Bina Marga',
    });
    const { operations, counts } = await apply(lookup, [row]);
    expect(counts).toEqual({ new: 0, changed: 1, same: 0, rejected: 0 });
    expect(operations).toMatchObject([{ op: 'update', expect: 1 }]);
    expect(lookup.called('Dinas PUPR Karangan')).toMatchObject({
      description: 'tetap',
      helix: 'GOVERNMENT',
      abbreviations: ['DPU'],
      aliases: ['PU', 'Bina Marga', 'Dinas Pekerjaan Umum Karangan'],
    });
  });

  test('is corrected by the row with its key, whose contributions replace those before', async () => {
    const lookup = store();
    const row = (amount: string) =>
      ikut(2, { Kunci: '1', Peran: 'pendana', 'Bentuk sumbangan': 'uang', Jumlah: amount });
    await apply(lookup, [row('1 juta')]);
    await apply(lookup, [row('2 juta')]);
    expect(claims(lookup)).toMatchObject([{ contributions: [{ amount: 2_000_000, currency: 'IDR' }] }]);
    expect(claims(lookup)[0]?.identifiers).toEqual([{ scheme: 'jejak:uji', id: '1' }]);
  });

  test('gains evidence and contributions from a row that says the same again', async () => {
    const lookup = store();
    const row = (at: number, more: Readonly<Record<string, Cell>>) =>
      ikut(at, { Sumber: 'Berita Karangan', ...more });
    await apply(lookup, [row(2, { Letak: 'paragraf 1' })]);
    await apply(lookup, [row(3, { Letak: 'paragraf 2', 'Bentuk sumbangan': 'tenaga', Jumlah: 5 })]);
    expect(claims(lookup)).toHaveLength(1);
    expect(claims(lookup)[0]?.evidence.map(({ locator }) => locator)).toEqual(['paragraf 1', 'paragraf 2']);
    expect(claims(lookup)[0]?.contributions).toMatchObject([{ kind: 'PEOPLE', amount: 5 }]);
  });

  test('of a claim keeps its status', async () => {
    const verified = aClaim({
      key: 'v',
      subject: OFFICE,
      object: SINGO,
      status: 'VERIFIED',
      evidence: [{ source: NEWS }],
    });
    const lookup = store(verified);
    await apply(lookup, [ikut(2, { 'ID Jejak': verified.id, Catatan: 'diperiksa lagi' })]);
    expect(lookup.records.get(verified.id)).toMatchObject({ status: 'VERIFIED', note: 'diperiksa lagi' });
  });

  test('and resembles a new record is reported with score and reason', async () => {
    const { duplicates } = await plan(store(), [pelaku(9, { Nama: 'Dinas Pekerjan Umum Karangan' })]);
    expect(duplicates).toMatchObject([
      {
        label: 'Dinas Pekerjan Umum Karangan',
        place: 'sheet "Pelaku", row 9',
        similar: [{ id: OFFICE.id, score: 0.9, reasons: ['1 edits'] }],
      },
    ]);
  });
});

describe('two rows of one record', () => {
  test('that agree are one', async () => {
    const { counts } = await plan(store(), [
      pelaku(2, {}),
      pelaku(3, { Nama: 'KARANG TARUNA KARANGAN', Uraian: 'karangan' }),
    ]);
    expect(counts.new).toBe(2);
  });

  test.each([
    ['by name', {}, 'are one record by name and kind'],
    ['by key', { Kunci: '7' }, 'have the key "7"'],
  ])('%s that contradict each other: the second is told', async (_how, key, why) => {
    const memory = new ImportMemory();
    const expected = [
      `sheet "Pelaku", row 3, column "Unsur": "MEDIA", but sheet "Pelaku", row 2 says "COMMUNITY", and both rows ${why}; make the two rows agree, or give each a key of its own`,
    ];
    const [first, second] = [pelaku(2, key), pelaku(3, { ...key, Unsur: 'media' })];
    expect(told(await plan(store(), [first, second]))).toEqual(expected);
    const lookup = store();
    await apply(lookup, [first], { ...FILE, memory });
    expect(told(await plan(lookup, [second], { ...FILE, memory }))).toEqual(expected);
  });
});

describe('importing twice', () => {
  const rows = [
    filled('Sumber', 2, { Judul: 'Koran Karangan', Jenis: 'artikel', Tanggal: '3/2/2021' }),
    pelaku(2, { 'Nama lain': 'KT; Katar', Uraian: 'karangan' }),
    pelaku(3, { Kunci: 'x', Nama: 'Bank Karangan', Unsur: 'perbankan dan jasa keuangan' }),
    filled('Inisiatif', 2, {
      Nama: 'PROGRAM KARANGAN BERSAMA',
      Jenis: 'program',
      Mulai: '2021',
      Selesai: 'Mei 2022',
    }),
    usulan(2, { OPD: 'DPU', Pengusul: 'Contoh', Telepon: '0812 3456 7890' }),
    filled('Penghargaan', 2, {
      Ajang: 'Anugerah Karangan',
      Nama: 'Anugerah Karangan: Terbaik I',
      Tingkat: 'provinsi',
      Tanggal: 2021,
    }),
    filled('Penghargaan', 3, { Ajang: 'Anugerah Karangan', Nama: 'Anugerah Karangan: Terbaik II' }),
    ikut(2, {
      Pelaku: 'x',
      Inisiatif: 'Program Karangan Bersama',
      Peran: 'pendana',
      'Bentuk sumbangan': 'uang',
      Jumlah: 'Rp 1.500.000,-',
    }),
    ikut(3, { Pelaku: 'Katar', Sumber: 'Koran Karangan', Letak: 'paragraf 2' }),
    filled('Penganugerahan', 2, {
      Penghargaan: 'Anugerah Karangan: Terbaik I',
      'Inisiatif atau pelaku': 'SINGO',
      Peran: 'peraih',
    }),
    filled('Kesepakatan', 2, {
      'Pelaku pertama': 'DPU',
      'Pelaku kedua': 'x',
      'Pihak lain': 'Katar; Ani Karangan',
    }),
  ];

  test('changes nothing, in any cutting into batches', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 })), async (sizes) => {
        const lookup = store();
        const memory = new ImportMemory();
        let from = 0;
        for (const size of [...sizes, rows.length]) {
          await apply(lookup, rows.slice(from, from + size), { ...FILE, memory });
          from += size;
        }
        const again = await plan(lookup, rows);
        expect(told(again)).toEqual([]);
        expect(again).toMatchObject({ operations: [], duplicates: [], counts: { new: 0, changed: 0 } });
      }),
      { numRuns: 20 },
    ));

  test('a dry run of batches counts what the import will make', async () => {
    const dry = { ...FILE, memory: new ImportMemory() };
    const lookup = store();
    const ids = new Set<string>();
    for (const row of rows) {
      const { operations, rejected } = await plan(lookup, [row], dry);
      expect(rejected).toEqual([]);
      for (const { record } of operations) ids.add(record.id);
    }
    const { counts } = await plan(store(), rows);
    expect(ids.size).toBe(counts.new);
  });

  test('a batch that could not be applied can be planned again with the same memory', async () => {
    const options = { ...FILE, memory: new ImportMemory() };
    const first = await plan(store(), rows, options);
    expect((await plan(store(), rows, options)).operations).toEqual(first.operations);
  });
});

test('a batch that makes more records than a change set holds is refused as a whole', async () => {
  const rows = Array.from({ length: 10_001 }, (_, index) =>
    pelaku(index + 2, { Nama: `Pelaku karangan ${index}` }),
  );
  await expect(plan(store(), rows)).rejects.toThrow('operations: 10002 operations; send at most 10000');
});

test('sheets that the template does not have are left alone and counted', async () => {
  const found = await plan(store(), [filled('Petunjuk', 3, { A: 'Isi satu baris' })]);
  expect(found).toMatchObject({ operations: [], rejected: [], ignored: 1 });
});
