import { describe, expect, test } from '@jest/globals';
import { describeProblem } from '../../src/domain/errors.js';
import { readNumber } from '../../src/transfer/cells.js';
import { planBatch } from '../../src/transfer/plan.js';
import type { SheetRow } from '../../src/transfer/sheet.js';
import { templateMapping } from '../../src/transfer/template.js';
import { anActor, anAward, aPlace, aSource } from '../support/builders.js';
import { MemoryLookup } from '../support/lookup.js';
import { filled } from '../support/sheets.js';

/** What a row means that names stored records by their ids, as an exported file does. */
const plan = async (lookup: MemoryLookup, ...rows: readonly SheetRow[]) => {
  const planned = await planBatch(rows, templateMapping('jejak:uji'), lookup, {
    source: { title: 'Karangan' },
  });
  return { ...planned, told: planned.rejected.flatMap(({ problems }) => problems.map(describeProblem)) };
};
const NEWS = aSource({ key: 'news', title: 'Berita Karangan' });
const AWARDS = [1, 2].map((at) => anAward({ key: `award ${at}`, name: 'Anugerah Karangan' }));
const KECAMATAN = aPlace({ key: 'klojen', kind: 'KECAMATAN', name: 'Kecamatan Karangan' });

describe('a row that names its record by id', () => {
  const actor = anActor({
    key: 'dpu',
    name: 'DINAS PEKERJAAN UMUM KARANGAN',
    aliases: ['PU', 'pu'],
    evidence: [
      { source: NEWS, locator: 'paragraf 1', quote: 'satu' },
      { source: NEWS, locator: 'paragraf 1', quote: 'dua' },
    ],
  });
  const row = (cells: Readonly<Record<string, string>>) =>
    filled('Pelaku', 2, { 'ID Jejak': actor.id, ...cells });

  test('gives the name as it is to stand', async () => {
    const lookup = new MemoryLookup(actor, NEWS);
    expect((await plan(lookup, row({ Nama: actor.name }))).operations).toEqual([]);
    const { operations } = await plan(lookup, row({ Nama: 'Dinas Pekerjaan Umum Karangan' }));
    expect(operations).toMatchObject([{ record: { name: 'Dinas Pekerjaan Umum Karangan' } }]);
  });

  test('takes nothing off a list that it adds to', async () => {
    const { operations } = await plan(
      new MemoryLookup(actor, NEWS),
      row({ 'Nama lain': 'Bina Marga; P.U; bina marga' }),
    );
    expect(operations).toMatchObject([{ record: { aliases: ['PU', 'pu', 'Bina Marga', 'P.U'] } }]);
  });

  test('says again one of two quotes of a paragraph, and corrects the first by another', async () => {
    const lookup = new MemoryLookup(actor, NEWS);
    const said = (quote: string) => row({ Sumber: 'Berita Karangan', Letak: 'paragraf 1', Kutipan: quote });
    expect((await plan(lookup, said('dua'))).operations).toEqual([]);
    const { operations } = await plan(lookup, said('tiga'));
    expect(operations[0]?.record.evidence.map(({ quote }) => quote)).toEqual(['tiga', 'dua']);
  });

  test('says of a source without a place in it something else than of one with', async () => {
    const { operations } = await plan(new MemoryLookup(actor, NEWS), row({ Sumber: 'Berita Karangan' }));
    expect(operations[0]?.record.evidence).toHaveLength(3);
  });
});

describe('an award that its name does not tell', () => {
  const won = (award: string) =>
    filled('Penghargaan', 4, { Ajang: award, Nama: 'Terbaik I', Sumber: 'Berita Karangan' });

  test('is named by its id, and stays as it is', async () => {
    const lookup = new MemoryLookup(...AWARDS, NEWS);
    expect((await plan(lookup, won('Anugerah Karangan'))).told).toEqual([
      expect.stringContaining('is the name of 2 records'),
    ]);
    const { operations, told } = await plan(lookup, won(AWARDS[1]?.id ?? ''));
    expect(told).toEqual([]);
    expect(operations.map(({ record }) => record)).toMatchObject([
      { type: 'achievement', award: AWARDS[1]?.id },
    ]);
  });

  test('by an id that nothing has, or another type, is refused', async () => {
    const lookup = new MemoryLookup(...AWARDS, NEWS);
    expect((await plan(lookup, won('w-00000000000000000000'))).told).toEqual([
      'sheet "Penghargaan", row 4, column "Ajang": no record has the id "w-00000000000000000000"; mend it, or leave it empty for a new record',
    ]);
    expect((await plan(lookup, won(NEWS.id))).told[0]).toContain(
      `column "Ajang": "${NEWS.id}" is not the id of type award`,
    );
  });
});

test('an id in the column of kelurahan is no name of one', async () => {
  const row = (place: string) =>
    filled('Usulan', 2, { Usulan: 'Taman karangan', Kelurahan: place, Tahun: 2026 });
  const { operations, told } = await plan(new MemoryLookup(KECAMATAN), row(KECAMATAN.id));
  expect(told).toEqual([]);
  expect(operations.map(({ record }) => record)).toContainEqual(
    expect.objectContaining({ kind: 'LOCATED_IN', object: KECAMATAN.id }),
  );
  expect((await plan(new MemoryLookup(KECAMATAN), row('Kecamatan Karangan'))).told[0]).toContain(
    'no place is called "Kelurahan Kecamatan Karangan"',
  );
});

test('a number that is written out is read to its last digit, one in words to the cent', () => {
  expect(readNumber('0,30000000000000004', true)).toBe(0.1 + 0.2);
  expect(readNumber('2,125', true)).toBe(2.125);
  expect(readNumber('1,1 juta', true)).toBe(1_100_000);
});
