import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ALL_TIME, intersects, type Span, spanOf } from '../../src/domain/dates.js';
import {
  certainSpans,
  comparePeriods,
  holdsDuring,
  mayHaveBegunBy,
  mayHoldDuring,
  type Period,
  periodConflict,
  possibleSpan,
  storyDate,
  UNKNOWN_PERIOD,
} from '../../src/domain/periods.js';
import { days, periods, spans } from '../support/arbitraries.js';

const period = (fields: Partial<Period>): Period => ({ ...UNKNOWN_PERIOD, ...fields });
const ended = (start: string | null, end: string): Period => period({ start, end, endState: 'KNOWN' });
const on = (date: string) => spanOf(date) as Span;

describe('what a period says of a day', () => {
  /** Period, date asked for, certainly, possibly. */
  const cases: Array<[string, Period, string, boolean, boolean]> = [
    ['nothing known', UNKNOWN_PERIOD, '2021', false, true],
    ['between start and end', ended('2018-09-24', '2023-09-24'), '2021-06-01', true, true],
    ['on its first day', ended('2018-09-24', '2023-09-24'), '2018-09-24', true, true],
    ['on its last day', ended('2018-09-24', '2023-09-24'), '2023-09-24', true, true],
    ['before it', ended('2018-09-24', '2023-09-24'), '2018-09-23', false, false],
    ['after it', ended('2018-09-24', '2023-09-24'), '2023-09-25', false, false],
    ['in the year in which it began', ended('2018', '2023'), '2018-06-01', false, true],
    ['on the last day on which it can have begun', ended('2018', '2023'), '2018-12-31', true, true],
    ['well inside partial dates', ended('2018', '2023'), '2020', true, true],
    ['on the first day on which it can have ended', ended('2018', '2023'), '2023-01-01', true, true],
    ['in the year in which it ended', ended('2018', '2023'), '2023-06-01', false, true],
    ['on a day of the one year that it fell into', ended('2021', '2021'), '2021-06-01', false, true],
    ['in the one year that it fell into', ended('2021', '2021'), '2021', true, true],
    ['in a span around the year that it fell into', ended('2021', '2021'), '2020-06/2022-06', true, true],
    ['still going', period({ start: '2020', endState: 'ONGOING' }), '2030', true, true],
    ['still going, before its start', period({ start: '2020', endState: 'ONGOING' }), '2019', false, false],
    ['a missing end is not "still going"', period({ start: '2020-01-01' }), '2021', false, true],
    [
      'an end that nobody wrote down',
      period({ start: '2020-01-01', endState: 'ENDED_UNKNOWN' }),
      '2021',
      false,
      true,
    ],
    ['on the day it began, end unknown', period({ start: '2020-01-01' }), '2020-01-01', true, true],
    ['start unknown, before the end', ended(null, '2023-09-24'), '2010', false, true],
    ['start unknown, after the end', ended(null, '2023-09-24'), '2024', false, false],
    ['on the day at which a source saw it', period({ at: '2021-02-03' }), '2021-02-03', true, true],
    ['on another day than that', period({ at: '2021-02-03' }), '2021-02-04', false, true],
    [
      'seen in the year in which it began, before it began',
      period({ start: '2021-06', at: '2021' }),
      '2021-05',
      false,
      false,
    ],
    [
      'seen in the year in which it ended, after it ended',
      { ...ended(null, '2021-06'), at: '2021' },
      '2021-07',
      false,
      false,
    ],
  ];
  test.each(cases)('%s', (_title, given, date, certainly, possibly) => {
    expect([holdsDuring(given, on(date)), mayHoldDuring(given, on(date))]).toEqual([certainly, possibly]);
  });

  test('what is certain is possible', () => {
    fc.assert(
      fc.property(periods, (given) => {
        const possible = possibleSpan(given);
        for (const certain of certainSpans(given)) {
          expect(certain.earliest <= certain.latest).toBe(true);
          expect(possible.earliest <= certain.earliest && certain.latest <= possible.latest).toBe(true);
        }
      }),
    );
  });

  test('what holds in a span may hold in it, and holds in every wider one', () => {
    fc.assert(
      fc.property(periods, spans, spans, (given, span, other) => {
        const wider = {
          earliest: [span.earliest, other.earliest].sort()[0] ?? '',
          latest: [span.latest, other.latest].sort()[1] ?? '',
        };
        if (holdsDuring(given, span)) {
          expect(mayHoldDuring(given, span)).toBe(true);
          expect(holdsDuring(given, wider)).toBe(true);
        }
        if (mayHoldDuring(given, span)) expect(mayHoldDuring(given, wider)).toBe(true);
      }),
    );
  });

  test('over all time everything may hold, and whatever has a date but an end alone is known to', () => {
    fc.assert(
      fc.property(periods, (given) => {
        expect(mayHoldDuring(given, ALL_TIME)).toBe(true);
        if (given.start !== null || given.at !== null) expect(holdsDuring(given, ALL_TIME)).toBe(true);
      }),
    );
  });

  test('two periods overlap or do not, whichever is asked first', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        expect(mayHoldDuring(a, possibleSpan(b))).toBe(mayHoldDuring(b, possibleSpan(a)));
        expect(mayHoldDuring(a, possibleSpan(b))).toBe(intersects(possibleSpan(a), possibleSpan(b)));
      }),
    );
  });

  test('a more precise date never makes the possible wider or the certain narrower', () => {
    fc.assert(
      fc.property(days, days, spans, (from, to, span) => {
        const [start, end] = [from, to].sort() as [string, string];
        const [rough, exact] = [ended(start.slice(0, 7), end.slice(0, 7)), ended(start, end)];
        if (mayHoldDuring(exact, span)) expect(mayHoldDuring(rough, span)).toBe(true);
        if (holdsDuring(rough, span)) expect(holdsDuring(exact, span)).toBe(true);
      }),
    );
  });
});

describe('whether something may have begun by a day', () => {
  test.each<[string, Partial<Period>, boolean]>([
    ['its start is that day', { start: '2021-06-15' }, true],
    ['its start is the day after', { start: '2021-06-16' }, false],
    ['its start is some day of that year', { start: '2021' }, true],
    ['its start is some day of the next year', { start: '2022' }, false],
    ['it was seen before that day', { at: '2020' }, true],
    ['it was seen after that day only', { at: '2022' }, false],
    ['nothing is known', {}, true],
    ['only an end is known', { end: '2030', endState: 'KNOWN' }, true],
  ])('%s', (_title, fields, expected) => {
    expect(mayHaveBegunBy(period(fields), '2021-06-15')).toBe(expected);
  });

  test('what holds on a day may have begun by it', () => {
    fc.assert(
      fc.property(periods, days, (given, day) => {
        if (holdsDuring(given, { earliest: day, latest: day })) expect(mayHaveBegunBy(given, day)).toBe(true);
      }),
    );
  });
});

describe('the date that places a period in a story', () => {
  test('is its start, else when it was seen, else its end', () => {
    expect(storyDate({ start: '1', at: '2', end: '3', endState: 'KNOWN' })).toBe('1');
    expect(storyDate(period({ at: '2', end: '3', endState: 'KNOWN' }))).toBe('2');
    expect(storyDate(ended(null, '3'))).toBe('3');
    expect(storyDate(UNKNOWN_PERIOD)).toBeNull();
  });

  test('puts periods in order, unknown last', () => {
    const inOrder = [period({ start: '2019' }), period({ at: '2020' }), ended(null, '2021'), UNKNOWN_PERIOD];

    expect(inOrder.toReversed().sort(comparePeriods)).toEqual(inOrder);
  });
});

describe('a period that contradicts itself', () => {
  test.each<[string, Partial<Period>, string, string]>([
    [
      'an end, and still going',
      { end: '2021', endState: 'ONGOING' },
      'endState ONGOING with end 2021',
      'write endState KNOWN',
    ],
    [
      'an end, and unknown whether',
      { end: '2021', endState: 'UNKNOWN' },
      'endState UNKNOWN with end 2021',
      'leave the end empty',
    ],
    [
      'an end, and nobody knows when',
      { end: '2021', endState: 'ENDED_UNKNOWN' },
      'ENDED_UNKNOWN with end 2021',
      'KNOWN',
    ],
    [
      'a known end without one',
      { endState: 'KNOWN' },
      'endState KNOWN without an end',
      'write the end, or one of',
    ],
    [
      'an end before the start',
      { start: '2022', end: '2021', endState: 'KNOWN' },
      'start 2022 after end 2021',
      'exchange the two',
    ],
    [
      'seen before the start',
      { start: '2022', at: '2021' },
      'at 2021 before start 2022',
      'inside the period',
    ],
    [
      'seen after the end',
      { end: '2021', at: '2022', endState: 'KNOWN' },
      'at 2022 after end 2021',
      'inside the period',
    ],
  ])('%s', (_title, fields, value, remedy) => {
    const conflict = periodConflict(period(fields));
    expect(conflict?.value).toContain(value);
    expect(conflict?.remedy).toContain(remedy);
  });

  test.each<[string, Partial<Period>]>([
    ['nothing known', {}],
    ['one day', { start: '2021-02-03', end: '2021-02-03', endState: 'KNOWN', at: '2021-02-03' }],
    ['dates that only touch', { start: '2021', end: '2021-01-01', endState: 'KNOWN' }],
    ['seen in the year in which it began', { start: '2021-06', at: '2021' }],
    ['still going', { start: '2021', endState: 'ONGOING' }],
    ['ended, nobody knows when', { endState: 'ENDED_UNKNOWN' }],
  ])('is not one: %s', (_title, fields) => {
    expect(periodConflict(period(fields))).toBeNull();
  });
});
