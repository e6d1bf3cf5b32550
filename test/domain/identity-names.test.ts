import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { align } from '../../src/domain/identity-align.js';
import { parseName } from '../../src/domain/identity-names.js';
import { oldSpelling } from '../../src/domain/identity-spelling.js';
import { numberOf } from '../../src/domain/identity-words.js';

const institution = (text: string) => parseName(text, false);
const person = (text: string) => parseName(text, true);
const spelt = (text: string) => institution(text).spelt;

describe('parseName', () => {
  it.each([
    ['Disdukcapil Kota Malang', 'dinas kependudukan pencatatan sipil kota malang'],
    ['Dinas Kependudukan & Pencatatan Sipil', 'dinas kependudukan pencatatan sipil'],
    ['UB Malang', 'universitas brawijaya malang'],
    ['UM Malang', 'universitas negeri malang'],
    ['UM Surabaya', 'um surabaya'],
    ['Bank BRI', 'bank rakyat indonesia'],
    ['PT. Bank Jatim (Persero) Tbk', 'pt bank pembangunan daerah jawatimur'],
    ['UPT Puskesmas Janti', 'puskesmas janti'],
    ['Bappeda (Badan Perencanaan)', 'badan perencanaan pembangunan daerah'],
    ['MATOS (Malang Town Square)', 'malang town square'],
    ['Kotalama (Kecamatan Kedungkandang)', 'kotalama'],
    ['Kantor', 'kantor'],
    ['…', ''],
  ])('spells %j out as %j', (text, expected) => expect(spelt(text)).toBe(expected));

  it('takes numbers out with what they count, and years apart', () => {
    const { numbers, years, words } = institution('Pavingisasi RT.03/RW05 Tahap II tahun 2021');
    expect([...numbers]).toEqual([
      ['rt', [3]],
      ['rw', [5]],
      ['', [2]],
    ]);
    expect(years).toEqual([2021]);
    expect(words).toEqual(['pavingisasi', 'rt', 'rw', 'tahap']);
  });

  it('finds no number in a person', () => {
    expect(person('I Made Dua').numbers.size).toBe(0);
    expect(person('I Made Dua').words).toEqual(['i', 'made', 'dua']);
  });

  it('tells level, head, units, posts and legal form', () => {
    const { level, head, units, posts } = institution('Kepala UPT Dinas Sosial Kota Malang');
    expect({ level, head, units, posts }).toEqual({
      level: 'kota',
      head: 'dinas',
      units: ['upt'],
      posts: ['kepala'],
    });
    expect(institution('Wali Kota Malang').level).toBeNull();
    expect(institution('CV. Karya').legalForm).toBe('cv');
  });

  it.each([
    ['H. Dwi Handoko', 'male'],
    ['Prof. Dr. Hj. Dwi', 'female'],
    ['Endang, Dra.', 'female'],
    ['Dwi Handoko, S.H.', null],
    ['Dwi', null],
    ['H.', null],
  ])('takes %j for %s', (text, gender) => expect(person(text).gender).toBe(gender));

  it('weighs little what lies behind a wider level', () => {
    const { words, weights } = institution('Kelurahan Gadang Kecamatan Sukun');
    expect(words.map((word, at) => [word, weights[at]])).toEqual([
      ['kelurahan', 0.3],
      ['gadang', 1],
      ['kecamatan', 0.3],
      ['sukun', 0.3],
    ]);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isPerson) => {
        const { words, weights } = parseName(text, isPerson);
        expect(weights).toHaveLength(words.length);
        expect(words).not.toContain('');
      }),
    );
  });
});

describe('numberOf', () => {
  it.each([
    ['0833', 833],
    ['iv', 4],
    ['xv', 15],
    ['sebelas', 11],
    ['satu', 1],
    ['iiii', null],
    ['malang', null],
    ['', null],
  ])('reads %j as %j', (word, number) => expect(numberOf(word)).toBe(number));
});

describe('oldSpelling', () => {
  it.each([
    ['djoko', 'joko'],
    ['tjahjo', 'cahyo'],
    ['wahju', 'wahyu'],
    ['achmad', 'akhmad'],
    ['rudy', 'rudi'],
    ['hariadi', 'hariyadi'],
    ['bhakti', 'bakti'],
    ['chandra', 'candra'],
    ['effendi', 'efendi'],
  ])('takes %s and %s for one', (a, b) => expect(oldSpelling(a)).toBe(oldSpelling(b)));

  it.each([
    ['budi', 'bude'],
    ['santoso', 'susanto'],
    ['janti', 'jati'],
  ])('keeps %s and %s apart', (a, b) => expect(oldSpelling(a)).not.toBe(oldSpelling(b)));
});

describe('align', () => {
  it('pairs equal words before misspelt ones, and each once', () => {
    const found = align(institution('Sentosa Santosa'), institution('Santosa'), false);
    expect(found).toMatchObject({ onlyLeft: ['sentosa'], onlyRight: [], mistyped: [] });
    expect(found.overlap).toBeCloseTo(2 / 3);
  });

  it('sees a typing error from five letters on, and none in the first letter or in two known words', () => {
    const mistyped = (a: string, b: string) =>
      align(institution(a), institution(b), false).mistyped.length === 1;
    expect(mistyped('Mawra', 'Mawar')).toBe(true);
    expect(mistyped('Mwar', 'Mawar')).toBe(false);
    expect(mistyped('Pawar', 'Mawar')).toBe(false);
    expect(mistyped('Kediri', 'Kedira')).toBe(true);
    expect(mistyped('Tasikmadu', 'Tasikmadv')).toBe(true);
    expect(mistyped('Bandulan', 'Bandung')).toBe(false);
  });

  it('takes an ending and an initial seriously for persons only', () => {
    const rest = (a: string, b: string) => align(person(a), person(b), true).onlyLeft;
    expect(rest('Hidayat', 'Hidayati')).toEqual(['hidayat']);
    expect(rest('Erik S Santoso', 'Erik Setyo Santoso')).toEqual([]);
    expect(align(institution('Komisi A'), institution('Komisi Anggaran'), false).onlyLeft).toEqual(['a']);
  });

  it('mends a space too many', () => {
    expect(align(institution('Karang Taruna'), institution('Karangtaruna'), false).overlap).toBe(1);
  });

  it('has no overlap where there are no words', () => {
    expect(align(institution(''), institution('…'), false).overlap).toBe(0);
  });
});
