import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spanOf } from '../../src/domain/dates.js';
import { nameKey } from '../../src/domain/names.js';
import {
  properName,
  Refusal,
  readChoice,
  readDate,
  readNumber,
  readPhone,
} from '../../src/transfer/cells.js';
import { claimFields, FIELDS } from '../../src/transfer/fields.js';
import { dates, days } from '../support/arbitraries.js';

const REFUSED = expect.any(Refusal);

describe('a date', () => {
  test.each([
    ['3/2/2021', '2021-02-03'],
    ['03-02-2021', '2021-02-03'],
    ['3. 2. 2021', '2021-02-03'],
    ['2/2021', '2021-02'],
    ['2021', '2021'],
    [2021, '2021'],
    ['2021-02', '2021-02'],
    ['2021-02-03~', '2021-02-03~'],
    ['2021-02-03T00:00:00.000Z', '2021-02-03'],
    ['2021-02-03 07:30', '2021-02-03'],
    ['Februari 2021', '2021-02'],
    ['3 Pebruari 2021', '2021-02-03'],
    ['Rabu, 3 Februari 2021', '2021-02-03'],
    ['3 Agt. 2021', '2021-08-03'],
    ['3 February 2021', '2021-02-03'],
    ['sekitar 2021', '2021~'],
    ['Sekitar Februari 2021', '2021-02~'],
    ['±2021', '2021~'],
  ])('%s is %s', (cell, date) => expect(readDate(cell, true)).toBe(date));

  test.each([
    '32/13/2021',
    '12/13/2021',
    '29/2/2023',
    '3/2/21',
    'kemarin',
    '3 Foo 2021',
    'sekitar kemarin',
    '44230',
    44230,
    'awal 2021',
    '2021-13',
    '',
    '2021/2022/2023',
  ])('%s is none', (cell) => expect(readDate(cell, true)).toEqual(REFUSED));

  test('has its month first where the mapping says so', () => {
    expect(readDate('3/2/2021', false)).toBe('2021-03-02');
    expect(readDate('13/2/2021', false)).toEqual(REFUSED);
  });

  test('with a short year says that four digits are needed', () =>
    expect(readDate('3/2/21', true)).toMatchObject({ remedy: expect.stringContaining('four digits') }));

  test('is the day that a clerk writes, in either order', () =>
    fc.assert(
      fc.property(days, fc.boolean(), (day, dayFirst) => {
        const [year, month, date] = day.split('-').map(Number);
        const written = dayFirst
          ? `${date}/${month}/${day.slice(0, 4)}`
          : `${month}/${date}/${day.slice(0, 4)}`;
        expect([year, readDate(written, dayFirst)]).toEqual([year, day]);
      }),
    ));

  test('in EDTF stays as it is, and what is read is always a date', () =>
    fc.assert(
      fc.property(fc.oneof(dates, fc.string(), fc.stringMatching(/^[0-9 /.-]{1,10}$/)), (text) => {
        const read = readDate(text, true);
        if (!(read instanceof Refusal)) expect(spanOf(read)).not.toBeNull();
        if (spanOf(text.trim()) !== null && /^\d{4}/.test(text)) expect(read).toBe(text.trim());
      }),
    ));
});

describe('a number', () => {
  test.each([
    ['1.500.000,50', 1500000.5],
    ['1.000', 1000],
    ['1000', 1000],
    ['0,5', 0.5],
    ['-3', -3],
    ['Rp 1.500.000,00', 1500000],
    ['Rp1.500.000,-', 1500000],
    ['Rp. 750.000.-', 750000],
    ['IDR 2.000', 2000],
    ['1,5 juta', 1500000],
    ['1,1 jt', 1100000],
    ['2 miliar', 2e9],
    ['Rp 2 Milyar', 2e9],
    ['500 ribu', 500000],
    [12.5, 12.5],
  ])('%s is %d', (cell, value) => expect(readNumber(cell, true)).toBe(value));

  test.each([
    '1.5',
    '1,500,000',
    '12.00',
    '50 unit',
    'banyak',
    '',
    '1.50.000',
    '9.999.999 triliun',
    'Rp',
    '1,5,5',
  ])('%s is none', (cell) => expect(readNumber(cell, true)).toEqual(REFUSED));

  test('follows the declared decimal mark', () => {
    expect(readNumber('1.000', false)).toBe(1);
    expect(readNumber('1,000.5', false)).toBe(1000.5);
    expect(readNumber('1.000,5', false)).toEqual(REFUSED);
  });

  test('is what Indonesian and English write for it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (cents) => {
        const value = cents / 100;
        const written = (language: string) =>
          new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
        expect(readNumber(written('id'), true)).toBe(value);
        expect(readNumber(written('en'), false)).toBe(value);
      }),
    ));
});

describe('a phone number', () => {
  test.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['62 812 3456 7890', '+6281234567890'],
    [81234567890, '+6281234567890'],
    ['(0341) 551234', '+62341551234'],
    ['+65 6123 4567', '+6561234567'],
  ])('%s', (cell, phone) => expect(readPhone(cell)).toBe(phone));

  test.each(['0812 3456 7890 / 0813 1111 2222', 'tidak ada', '123', '00'])('%s is none', (cell) => {
    const read = readPhone(cell);
    expect(read).toEqual(REFUSED);
    expect(JSON.stringify(read)).not.toContain(cell);
  });
});

describe('a name in capitals', () => {
  test.each([
    ['PT SUMBER MAKMUR DAN SEJAHTERA', 'PT Sumber Makmur dan Sejahtera'],
    ['PERBAIKAN JALAN DI RW 05', 'Perbaikan Jalan di RW 05'],
    ['DRS. H. SUTIAJI', 'Drs. H. Sutiaji'],
    ['SUTIAJI, S.E., M.SI.', 'Sutiaji, S.E., M.Si.'],
    ['DINAS LINGKUNGAN HIDUP (DLH)', 'Dinas Lingkungan Hidup (DLH)'],
    ['SD NEGERI TULUSREJO II', 'SD Negeri Tulusrejo II'],
    ['PELATIHAN BATIK-TULIS', 'Pelatihan Batik-Tulis'],
    ['DI BALIK LAYAR', 'Di Balik Layar'],
    ['CV  ABC   JAYA', 'CV Abc Jaya'],
  ])('%s', (name, proper) => expect(properName(name)).toBe(proper));

  test.each(['SINGO', 'PT Sumber Makmur', 'TOP 25 Inovasi', 'SINGO dan TWUIN', 'H. A. B.'])(
    '%s stays',
    (name) => expect(properName(name)).toBe(name),
  );

  test('compares like the name as written, and is not changed twice', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Z]{1,8}[.,]?$/), { minLength: 1, maxLength: 5 }),
        (words) => {
          const written = words.join(' ');
          expect(nameKey(properName(written))).toBe(nameKey(written));
          expect(properName(properName(written))).toBe(properName(written));
        },
      ),
    ));
});

describe('a choice', () => {
  const roles = claimFields('PARTICIPATION').get('role')?.choices ?? [];

  test.each(['pendana', 'PENDANA', ' Pendana ', 'funder', 'FUNDING', 'funding'])('%s', (cell) =>
    expect(readChoice(cell, roles)).toBe('FUNDING'),
  );

  test('that is mistyped is told the nearest, then all', () => {
    expect(readChoice('pendanna', roles)).toMatchObject({
      remedy: expect.stringMatching(/^perhaps pendana; write one of pendana, penanggung jawab/),
    });
    expect(readChoice('raja', roles)).toMatchObject({
      remedy: expect.stringMatching(/^write one of pendana/),
    });
  });

  test('of the six helixes by their names in Malang', () =>
    expect(readChoice('Dunia Usaha', FIELDS.actor.get('helix')?.choices ?? [])).toBe('BUSINESS'));
});
