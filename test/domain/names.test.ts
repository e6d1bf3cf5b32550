import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, fold, nameKey, nameWords } from '../../src/domain/names.js';

/** Names as the articles and the code list write them; properties vary their writing. */
const REAL_NAMES = [
  'Drs. H. Sutiaji',
  'Wawan Sobari, S. IP., MA., Ph.D.',
  'Pemerintah Kota Malang',
  'Kelurahan Sawojajar',
  'Oro-oro Dowo',
  'Kedung Kandang',
  'One Service One Inovation',
  'Sistem Pelayanan Malang Online',
  "Jum'at Berkah",
];

/** Words that titles, degrees and old spellings are made of, in any order: what could undo one another. */
const TROUBLE =
  's e h m si drs dr ir kedung kandang kota lama pemkot pj tr han tni brigadir jenderal moch soekarno oe mo eh x';

describe('fold', () => {
  it.each([
    ['Wali-Kota MALANG', 'wali kota malang'],
    ['  Café  Köln\t', 'cafe koln'],
    ["Jum'at ’ Ma‘arif", 'jumat maarif'],
    ['35.73.03.1008', '35 73 03 1008'],
    ['…!?', ''],
    ['', ''],
  ])('writes %j as %j', (text, folded) => expect(fold(text)).toBe(folded));

  it('is idempotent for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });

  it('sees neither case nor diacritics nor punctuation', () => {
    const written = fc.record({
      name: fc.constantFrom(...REAL_NAMES),
      upper: fc.boolean(),
      mark: fc.constantFrom('', '\u0301', '\u0308', '\u0323'),
      stop: fc.constantFrom(' ', ' - ', ', ', '. ', '/', '\u00a0', '\t'),
    });
    fc.assert(
      fc.property(written, ({ name, upper, mark, stop }) => {
        const marked = name.replace(/[aeiou]/gi, (vowel) => `${vowel}${mark}`).replaceAll(' ', stop);
        return fold(upper ? marked.toUpperCase() : marked) === fold(name);
      }),
    );
  });
});

describe('nameKey', () => {
  it.each([
    ['Drs. H. Sutiaji', 'SUTIAJI'],
    ['Wawan Sobari, S. IP., MA., Ph.D.', 'Wawan Sobari'],
    ['Brigadir Jenderal TNI Dede Mulyana, S.Sos. M.Tr (Han)', 'Dede Mulyana'],
    ['Brigjen TNI Dede Mulyana', 'dede mulyana'],
    ['Boedi Utomo, SE., M.Si', 'Budi Utomo'],
    ['HM Anton', 'H. M. Anton'],
    ['Moch. Anton', 'Mochamad Anton'],
    ['Kedung Kandang', 'Kedungkandang'],
    ['Tasik Madu', 'TASIKMADU'],
    ['One Service One Inovation', 'One Service One Innovation'],
    ['Soekarwo', 'Sukarwo'],
    ['Kawasan Soekarno-Hatta', 'kawasan sukarno hatta'],
    ['Pemkot Malang', 'Pemerintah Kota Malang'],
    ['Walikota Malang', 'Wali Kota Malang'],
    ['Pj. Walikota', 'Penjabat Wali Kota'],
    ['Gubernur Jatim', 'Gubernur Jawa Timur'],
    ['Kabag Organisasi Setda', 'Kepala Bagian Organisasi Sekretariat Daerah'],
  ])('takes %j and %j for one name', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it.each([
    ['Wali Kota Malang', 'Pj. Wali Kota Malang'],
    ['Kota Malang', 'Kabupaten Malang'],
    ['Direktorat Jenderal Pajak', 'Direktorat Pajak'],
    ['Jalan Jenderal Sudirman', 'Jalan Sudirman'],
    ['TNI Angkatan Darat', 'Angkatan Darat'],
    ['Mayor of Malang', 'of Malang'],
    ['Perbankan', 'Perban'],
    ['Bekasi', 'Bekas'],
  ])('keeps %j and %j apart', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));

  it('keeps a name that is made of titles only', () => {
    expect(nameKey('Ir.')).toBe('ir');
    expect(nameKey('S.E.')).toBe('s e');
    expect(nameWords('Drs. H.')).toEqual(['drs', 'h']);
  });

  it('is empty for a text without letters or digits', () => {
    expect(nameKey(' -- ')).toBe('');
    expect(nameWords(' -- ')).toEqual([]);
  });

  it('is idempotent for any text, and where leaving out a title makes new neighbours', () => {
    const troubled = fc.array(fc.constantFrom(...TROUBLE.split(' ')), { maxLength: 8 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => nameKey(nameKey(text)) === nameKey(text)));
    fc.assert(
      fc.property(troubled, (words) => nameKey(nameKey(words.join(' '))) === nameKey(words.join(' '))),
      { numRuns: 1000 },
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['sawojajar', 'sawojajr', 1],
    ['sawojajar', 'sawojajra', 1],
    ['sutiaji', 'sutaiji', 1],
    ['janti', 'jati', 1],
    ['singo', 'twuin', 5],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
  ])('turns %s into %s in %d edits', (a, b, edits) => expect(editDistance(a, b, 9)).toBe(edits));

  it('stops one past the limit', () => {
    expect(editDistance('singo', 'twuin', 2)).toBe(3);
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  it('equals the textbook recursion for small words, up to the limit', () => {
    fc.assert(
      fc.property(
        word,
        word,
        fc.nat({ max: 7 }),
        (a, b, limit) => editDistance(a, b, limit) === Math.min(reference(a, b), limit + 1),
      ),
      { numRuns: 500 },
    );
  });

  it('is symmetric, and zero for equal words only', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});

/** Optimal string alignment straight from its definition (Boytsov 2011, section 2.1), exponential. */
function reference(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    reference(restA, b) + 1,
    reference(a, restB) + 1,
    reference(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    ways.push(reference(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}
