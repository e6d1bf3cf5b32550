import type { Bilingual } from './relation.js';

/** One thing that speaks for (positive) or against (negative) two records being the same. */
export interface Reason {
  readonly code: ReasonCode;
  /** In bits: plus one doubles the odds that the two are the same, minus one halves them. */
  readonly weight: number;
  /** For a facilitator: what was seen, with the words or numbers themselves. */
  readonly text: Bilingual;
}

/**
 * What each reason says. `{a}` and `{b}` stand for what was found on the left and on the right; where both sides have the
 * same, `{a}` alone is used.
 */
export const REASONS = {
  SAME_NAME: ['nama sama: {a}', 'same name: {a}'],
  SAME_KEY: [
    'nama sama setelah gelar dilepas dan ejaan disamakan: {a} dan {b}',
    'same name once titles are left out and spelling is brought in line: {a} and {b}',
  ],
  SAME_SPELT_OUT: [
    'nama sama setelah singkatan dipanjangkan: {a} dan {b}',
    'same name once abbreviations are written in full: {a} and {b}',
  ],
  SAME_LETTERS: ['nama sama, hanya spasinya lain: {a} dan {b}', 'same name but for spaces: {a} and {b}'],
  SAME_OLD_SPELLING: [
    'nama sama setelah ejaan lama dibarui: {a} dan {b}',
    'same name once old spelling is brought up to date: {a} and {b}',
  ],
  SAME_APART: [
    'nama sama di luar angka, tahun dan badan hukum: {a} dan {b}',
    'same name but for numbers, years and legal form: {a} and {b}',
  ],
  SAME_WORDS: ['kata-katanya sama, urutannya lain: {a} dan {b}', 'same words in another order: {a} and {b}'],
  SIMILAR_NAME: ['nama mirip: {a} dan {b}', 'similar names: {a} and {b}'],
  ALIAS: ['tercatat sebagai nama lain: {a} dan {b}', 'recorded as another name: {a} and {b}'],
  PREVIOUS_NAME: ['tercatat sebagai nama lama: {a} dan {b}', 'recorded as a previous name: {a} and {b}'],
  ABBREVIATION: ['tercatat sebagai singkatan: {a} dan {b}', 'recorded as an abbreviation: {a} and {b}'],
  INITIALS: [
    'mungkin singkatan, dari huruf-huruf awal saja: {a} dan {b}',
    'perhaps an abbreviation, judging by first letters only: {a} and {b}',
  ],
  OLD_SPELLING: ['ejaan lama atau ejaan lain: {a} dan {b}', 'old or other spelling: {a} and {b}'],
  TYPING_ERROR: ['mungkin salah ketik: {a} dan {b}', 'perhaps a typing error: {a} and {b}'],
  SAME_IDENTIFIER: ['nomor pengenal sama: {a}', 'same identifier: {a}'],
  SAME_CODE: ['kode wilayah sama: {a}', 'same area code: {a}'],
  SAME_PLACE: ['tempatnya sama', 'in the same place'],
  SAME_KIND: ['jenisnya sama', 'of the same kind'],
  SAME_HELIX: ['unsur heliksnya sama', 'of the same helix'],
  SAME_DATE: ['tanggalnya sama: {a}', 'same date: {a}'],
  SHARED_NEIGHBOURS: ['sama-sama terhubung dengan {a} catatan', 'both connected to {a} records'],
  EXTRA_WORDS: ['ada kata yang hanya di satu nama: {a}', 'words in one name only: {a}'],
  DIFFERENT_WORDS: ['kata pembeda: {a} dan {b}', 'words that tell them apart: {a} and {b}'],
  DIFFERENT_REGION: ['daerah dalam nama berbeda: {a} dan {b}', 'different regions in the names: {a} and {b}'],
  DIFFERENT_NUMBER: ['angka berbeda: {a} dan {b}', 'different numbers: {a} and {b}'],
  MISSING_NUMBER: ['angka hanya ada di satu nama: {a}', 'a number in one name only: {a}'],
  DIFFERENT_YEAR: ['tahun berbeda: {a} dan {b}', 'different years: {a} and {b}'],
  MISSING_YEAR: ['tahun hanya ada di satu nama: {a}', 'a year in one name only: {a}'],
  DIFFERENT_DATE: ['tanggal berbeda: {a} dan {b}', 'different dates: {a} and {b}'],
  DIFFERENT_LEVEL: ['tingkat wilayah berbeda: {a} dan {b}', 'different administrative levels: {a} and {b}'],
  DIFFERENT_CLASS: ['jenis lembaga berbeda: {a} dan {b}', 'different kinds of institution: {a} and {b}'],
  DIFFERENT_LEGAL_FORM: ['badan hukum berbeda: {a} dan {b}', 'different legal forms: {a} and {b}'],
  DIFFERENT_UNIT: [
    'keseluruhan dan bagiannya, atau dua bagian: {a} dan {b}',
    'a whole and a part of it, or two parts: {a} and {b}',
  ],
  DIFFERENT_POST: ['jabatan berbeda: {a} dan {b}', 'different posts: {a} and {b}'],
  DIFFERENT_GENDER: ['sapaan pria dan wanita: {a} dan {b}', 'titles of a man and of a woman: {a} and {b}'],
  DIFFERENT_IDENTIFIER: ['nomor pengenal berbeda: {a} dan {b}', 'different identifiers: {a} and {b}'],
  DIFFERENT_CODE: ['kode wilayah berbeda: {a} dan {b}', 'different area codes: {a} and {b}'],
  DIFFERENT_PLACE: ['tempatnya berbeda', 'in different places'],
  DIFFERENT_KIND: ['jenis berbeda: {a} dan {b}', 'different kinds: {a} and {b}'],
  DIFFERENT_HELIX: ['unsur heliks berbeda: {a} dan {b}', 'different helixes: {a} and {b}'],
  DIFFERENT_TYPE: ['dua macam catatan: {a} dan {b}', 'two types of record: {a} and {b}'],
  JOINED: [
    'ada klaim yang menghubungkan keduanya, jadi keduanya dua hal',
    'a claim joins the two, so they are two',
  ],
  SUCCEEDED: [
    'yang satu menggantikan yang lain: penerus, bukan yang sama',
    'one succeeded the other: a successor, not the same',
  ],
} as const satisfies Record<string, readonly [id: string, en: string]>;
export type ReasonCode = keyof typeof REASONS;

/** A reason before it is put in words, which costs more than finding it. */
export interface Finding {
  readonly code: ReasonCode;
  readonly weight: number;
  /** What was found on the left and on the right. */
  readonly a: string;
  readonly b: string;
}

export const finding = (code: ReasonCode, weight: number, a = '', b = ''): Finding => ({
  code,
  weight,
  a,
  b,
});

/** A finding in words; an empty side is shown as a dash. The weight is rounded to two decimals. */
export function explain({ code, weight, a, b }: Finding): Reason {
  const [id, en] = REASONS[code];
  // One pass, so that a name that holds "{b}" stays as it is.
  const fill = (text: string) => text.replace(/\{[ab]\}/g, (mark) => (mark === '{a}' ? a : b) || '–');
  return { code, weight: Math.round(weight * 100) / 100, text: { id: fill(id), en: fill(en) } };
}
