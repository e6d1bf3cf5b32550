import edtf from 'edtf';

/**
 * Partial dates: EDTF level 1 (ISO 8601-2:2019; Library of Congress, Extended Date/Time Format), read by the
 * `edtf` package. Every date stands for the closed span of days it can mean; comparisons work on spans, so that
 * "2021" is never silently taken for the first of January.
 */

/** A calendar day `YYYY-MM-DD`, years 0001 to 9999, so that days sort as text. */
export type Day = string;

/** A closed span of days, both ends included. */
export interface Span {
  readonly earliest: Day;
  readonly latest: Day;
}

export const FIRST_DAY: Day = '0001-01-01';
export const LAST_DAY: Day = '9999-12-31';

/** Every day there is: what an unknown date can mean. */
export const ALL_TIME: Span = { earliest: FIRST_DAY, latest: LAST_DAY };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True of a calendar day that exists: `2024-02-29`, not `2023-02-29`. */
export function isDay(text: string): text is Day {
  return DAY.test(text) && spanOf(text) !== null;
}

/**
 * The days that an EDTF level 1 expression can mean, or null when the text is not such a date.
 * Refused though EDTF or the package allows them: times of day, open intervals (a period has its own end state),
 * years outside 0001..9999, and a century of two digits ("21" is more likely half a date). A season spans its whole
 * year, because its months depend on the place.
 */
export function spanOf(text: string): Span | null {
  const known = memo.get(text);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const span = text.length > LONGEST ? null : readSpan(text);
  if (text.length <= LONGEST) memo.set(text, span);
  return span;
}

/** The package's parser takes a quarter of a millisecond, and every comparison of two dates asks for their spans. */
const memo = new Map<string, Span | null>();
const MEMO_SIZE = 10_000;
const LONGEST = '2021-02-03~/2021-02-04~'.length;

function readSpan(text: string): Span | null {
  if (text.includes('T') || text.startsWith('-') || /(^|\/)(\.\.)?(\/|$)/.test(text)) return null;
  try {
    // The package reads 2023-02-29 as the first of March.
    if (text.match(/\d{4}-\d{2}-\d{2}/g)?.some((day) => toDay(Date.parse(day)) !== day)) return null;
    const date = edtf(text, { level: 1 });
    if (date.type === 'Season') return readSpan(text.slice(0, 4));
    if (date.type === 'Century') return null;
    const span = { earliest: toDay(date.min), latest: toDay(date.max) };
    return span.earliest >= FIRST_DAY && span.latest <= LAST_DAY && span.earliest <= span.latest
      ? span
      : null;
  } catch {
    return null;
  }
}

/** As `spanOf`, for a date that has been validated; unknown (null) can mean any day. */
export function spanOrAllTime(text: string | null): Span {
  return (text === null ? null : spanOf(text)) ?? ALL_TIME;
}

function toDay(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function intersects(a: Span, b: Span): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/**
 * A total order of dates: by earliest day, then by latest day (the more precise first), unknown dates last.
 * Antisymmetric and transitive; two texts for the same span (`2021`, `2021~`) compare equal.
 */
export function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [x, y] = [spanOrAllTime(a), spanOrAllTime(b)];
  return compareText(x.earliest, y.earliest) || compareText(x.latest, y.latest);
}

/** Code unit order: the same on every machine and engine, unlike a locale's collation. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
