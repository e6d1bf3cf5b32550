import { spanOf } from '../../domain/dates.js';
import type { Sentence, Token } from './text.js';

/** Dates as Indonesian articles write them, read into EDTF level 1. */

const MONTHS = new Map(
  'januari februari maret april mei juni juli agustus september oktober november desember'
    .split(' ')
    .map((month, index) => [month, String(index + 1).padStart(2, '0')] as const),
);
const SINCE = new Set(['sejak', 'mulai', 'semenjak']);
/** A bare number of four digits is a year only after one of these. */
const BEFORE_YEAR = new Set(['tahun', 'sejak', 'pada', 'hingga', 'sampai', 'semenjak']);
const PAST = new Set(['lalu', 'silam', 'kemarin']);
/** With hyphens only when the year is there: "2-2" is how a match ended. */
const SLASHED = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$|^(\d{1,2})-(\d{1,2})-(\d{4})$/;

export interface DateInText {
  /** Null when the text alone does not settle it. */
  readonly date: string | null;
  /** "sejak 2019": when it began, not when it was. */
  readonly since: boolean;
  /** Indexes of tokens, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/**
 * The dates of a sentence in their order. `published` (a day, or null) settles a day without a year and "Februari
 * lalu": the latest such date that is not after it. Without it they stay null.
 */
export function datesOf({ tokens }: Sentence, published: string | null): DateInText[] {
  const found: DateInText[] = [];
  for (let at = 0; at < tokens.length; ) {
    const date = dateAt(tokens, at, published);
    if (date !== null) found.push(date);
    at = date?.to ?? at + 1;
  }
  return found;
}

function dateAt(tokens: readonly Token[], at: number, published: string | null): DateInText | null {
  const [word, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (word === undefined) return null;
  const before = tokens.slice(Math.max(0, at - 2), at).map((token) => token.word);
  const made = (date: string | null, length: number): DateInText | null =>
    date !== null && spanOf(date) === null
      ? null
      : { date, since: before.some((text) => SINCE.has(text)), from: at, to: at + length };
  const slashed = SLASHED.exec(word.text);
  if (slashed) {
    const [day = '', month = '', year] = slashed.slice(1).filter((part) => part !== undefined);
    if (Number(month) > 12) return null;
    const rest = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return made(year === undefined ? latest(rest, published) : `${year}-${rest}`, 1);
  }
  const day = /^\d{1,2}$/.test(word.text) ? word.text.padStart(2, '0') : null;
  const monthAfter = MONTHS.get(next?.word ?? '');
  if (day !== null && monthAfter !== undefined) {
    const year = yearOf(third);
    return made(
      year === null ? latest(`${monthAfter}-${day}`, published) : `${year}-${monthAfter}-${day}`,
      year ? 3 : 2,
    );
  }
  const month = MONTHS.get(word.word);
  if (month !== undefined && word.capital) {
    const year = yearOf(next);
    if (year !== null) return made(`${year}-${month}`, 2);
    return PAST.has(next?.word ?? '') ? made(latest(month, published), 2) : null;
  }
  const year = yearOf(word);
  return year !== null && BEFORE_YEAR.has(before.at(-1) ?? '') ? made(year, 1) : null;
}

const yearOf = (token: Token | undefined) =>
  token !== undefined && /^(19|20)\d\d$/.test(token.text) ? token.text : null;

/** The latest date with that month (and day) that is not after the day of publication. */
function latest(rest: string, published: string | null): string | null {
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  const candidate = `${year}-${rest}`;
  return candidate <= published.slice(0, candidate.length) ? candidate : `${year - 1}-${rest}`;
}
