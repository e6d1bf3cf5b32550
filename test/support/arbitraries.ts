import fc from 'fast-check';
import { type Day, type Span, spanOf } from '../../src/domain/dates.js';
import { END_STATES } from '../../src/domain/kinds.js';
import { type Period, periodConflict } from '../../src/domain/periods.js';

const twoDigits = (n: number) => String(n).padStart(2, '0');

/** Days that exist, most of them close together, so that dates made of them meet, touch and contain each other. */
export const days: fc.Arbitrary<Day> = fc
  .record({
    year: fc.oneof(
      { arbitrary: fc.integer({ min: 2019, max: 2023 }), weight: 4 },
      fc.integer({ min: 1, max: 9999 }),
    ),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => {
    const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(Math.min(day, last))}`;
  });

/** Dates of level 1 in every form that we take. */
export const dates: fc.Arbitrary<string> = fc.oneof(
  days,
  days.map((day) => day.slice(0, 7)),
  days.map((day) => day.slice(0, 4)),
  fc
    .tuple(days, fc.constantFrom(4, 7, 10), fc.constantFrom('?', '~', '%'))
    .map(([day, length, mark]) => day.slice(0, length) + mark),
  days.map((day) => `${day.slice(0, 7)}-XX`),
  days.map((day) => `${day.slice(0, 4)}-XX`),
  days.map((day) => `${day.slice(0, 3)}X`).filter((text) => spanOf(text) !== null),
  days.map((day) => `${day.slice(0, 4)}-21`),
  fc
    .tuple(days, days)
    .map(([a, b]) => [a, b].sort().join('/'))
    .filter((text) => spanOf(text) !== null),
);

/** Closed spans of days. */
export const spans: fc.Arbitrary<Span> = fc.oneof(
  dates.map((text) => spanOf(text) as Span),
  fc.tuple(days, days).map(([a, b]) => (a <= b ? { earliest: a, latest: b } : { earliest: b, latest: a })),
);

/** Periods that a record may have: their dates and end state do not contradict each other. */
export const periods: fc.Arbitrary<Period> = fc
  .record({
    start: fc.option(dates),
    end: fc.option(dates),
    at: fc.option(dates),
    endState: fc.constantFrom(...END_STATES),
  })
  .map((period) => (period.end === null ? period : { ...period, endState: 'KNOWN' as const }))
  .filter((period) => periodConflict(period) === null);
