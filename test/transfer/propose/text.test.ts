import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountsOf } from '../../../src/transfer/propose/amounts.js';
import { datesOf } from '../../../src/transfer/propose/dates.js';
import { MAX_TOKENS, type Sentence, sentencesOf } from '../../../src/transfer/propose/text.js';

/** All texts here are invented. */
const sentences = (text: string) =>
  sentencesOf(text).map(({ start, end, paragraph }) => `${paragraph}: ${text.slice(start, end)}`);
const only = (text: string) => sentencesOf(text)[0] as Sentence;

describe('sentencesOf', () => {
  it.each([
    ['titles before a name', 'Drs. H. Budi Angan dan dr. Sri Khayal hadir di sana.'],
    ['degrees after a name', 'Hadir Budi Angan, S.E., M.Si., dan Sri Khayal, S.Pd., bersama warga.'],
    ['numbers, streets and times', 'Acara di Jl. Melati No. 5 mulai pukul 09.00 menelan Rp. 1.500.000 saja.'],
    ['an initial', 'Moch. A. Khayal datang lebih awal dari tamu lain.'],
  ])('does not end a sentence at %s', (_, text) => expect(sentences(text)).toEqual([`1: ${text}`]));

  it('ends a sentence before a capital and after closing quotation marks', () => {
    expect(sentences('Ia datang. "Saya senang hadir." Lalu pulang! Benar?')).toEqual([
      '1: Ia datang.',
      '1: "Saya senang hadir."',
      '1: Lalu pulang!',
      '1: Benar?',
    ]);
  });

  it('counts paragraphs as lines that are not empty, noise included', () => {
    const text =
      'Judul Berita Rekaan Hari Ini\n\n\nBaca juga: Berita Lain Sama Sekali\r\nIni isi berita rekaan.\n';
    expect(sentences(text)).toEqual(['1: Judul Berita Rekaan Hari Ini', '3: Ini isi berita rekaan.']);
  });

  it.each([
    'Baca juga: Harga Cabai Naik Lagi Hari Ini',
    '• Warga Gelar Aksi untuk Kucing',
    'Editor: Budi Angan dan Kawan',
    'Reporter: Budi | Editor: Sri',
    '(wng/fit dan kawan-kawan)',
    'Berita terkait lain hari ini',
    'Skip to content',
    'Beranda',
  ])('leaves out %j', (line) => expect(sentences(`Isi berita rekaan ini.\n${line}`)).toHaveLength(1));

  it('keeps a sentence that merely begins as a label does', () => {
    expect(sentences('Penulis adalah pemerhati kota rekaan ini.')).toHaveLength(1);
  });

  it('leaves out the dateline', () => {
    expect(sentences('KLOJEN (situs.id) – Warga berkumpul di taman.')).toEqual([
      '1: Warga berkumpul di taman.',
    ]);
  });

  it('takes a line without a full stop for a heading, when it is short', () => {
    expect(sentencesOf('Warga Gelar Pesta\nIsinya kalimat biasa.').map(({ heading }) => heading)).toEqual([
      true,
      false,
    ]);
  });

  it('cuts a sentence without end, so that rules compare a bounded number of words', () => {
    for (const unit of ['kata ', 'Kata, ', '" ', "a'a-"]) {
      const found = sentencesOf(unit.repeat(20_000));
      for (const { tokens } of found) expect(tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
    }
  });

  it('has every token where the text has it, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = sentencesOf(text).flatMap((sentence) => sentence.tokens);
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
        for (const [index, token] of tokens.entries())
          expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
      }),
    );
  });
});

describe('datesOf', () => {
  const dates = (text: string, published: string | null = null) =>
    datesOf(only(text), published).map(({ date }) => date);

  it.each([
    ['Acara itu Selasa (5/12/2017) lalu.', '2017-12-05'],
    ['Acara itu 22 November 2022 lalu.', '2022-11-22'],
    ['Acara itu Desember 2024 lalu.', '2024-12'],
    ['Acara itu pada tahun 2021 lalu.', '2021'],
    ['Acara itu sejak 2019 berjalan.', '2019'],
    ['Acara itu 5-12-2017 lalu.', '2017-12-05'],
  ])('reads %j', (text, date) => expect(dates(text)).toEqual([date]));

  it.each([
    ['Acara itu Selasa (5/12) lalu.', '2018-01-03', '2017-12-05'],
    ['Acara itu Selasa (5/12) lalu.', '2017-12-05', '2017-12-05'],
    ['Acara itu 5 Desember di sana.', '2017-12-31', '2017-12-05'],
    ['Acara itu Februari lalu.', '2023-05-01', '2023-02'],
    ['Acara itu Februari lalu.', '2023-02-10', '2023-02'],
    ['Acara itu Oktober lalu.', '2023-05-01', '2022-10'],
  ])('settles %j by the day of publication %s', (text, published, date) =>
    expect(dates(text, published)).toEqual([date]),
  );

  it.each(['Acara itu Selasa (5/12) lalu.', 'Acara itu Februari lalu.'])(
    'leaves %j open without it',
    (text) => expect(dates(text)).toEqual([null]),
  );

  it.each([
    'Laga berakhir 2-2 di sana.',
    'Ada 2021 peserta di sana.',
    'Acara (31/2/2021) tidak ada.',
    'Acara (5/13/2021) tidak ada.',
    'Ia bertemu Mei di taman.',
  ])('finds no date in %j', (text) => expect(dates(text)).toEqual([]));
});

describe('amountsOf', () => {
  const amounts = (text: string) =>
    amountsOf(only(text).tokens).map(({ contribution: { kind, amount, unit } }) => [kind, amount, unit]);

  it.each([
    ['Dana Rp 1,5 miliar terkumpul di sana.', ['MONEY', 1_500_000_000, null]],
    ['Dana Rp120 juta terkumpul di sana.', ['MONEY', 120_000_000, null]],
    ['Dana Rp. 18.500.000 terkumpul di sana.', ['MONEY', 18_500_000, null]],
    ['Dana Rp 500 ribu, terkumpul di sana.', ['MONEY', 500_000, null]],
    ['Ada 40 relawan di sana.', ['PEOPLE', 40, 'relawan']],
    ['Ada 100 unit lampu jalan untuk warga.', ['IN_KIND', 100, 'unit lampu jalan']],
  ])('reads %j', (text, amount) => expect(amounts(text)).toEqual([amount]));

  it.each(['Naik 50 persen dari semula.', 'Rp yang hilang itu banyak.', 'Usianya 67 tahun saat itu.'])(
    'finds none in %j',
    (text) => expect(amounts(text)).toEqual([]),
  );
});
