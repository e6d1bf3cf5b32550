import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ALL_TIME,
  compareDates,
  compareText,
  intersects,
  isDay,
  type Span,
  spanOf,
  spanOrAllTime,
} from '../../src/domain/dates.js';
import { dates, days, spans } from '../support/arbitraries.js';

describe('a partial date means a span of days', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2021-02-03', '2021-02-03', '2021-02-03'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    // Uncertain, approximate, both: the span is that of the date.
    ['2021?', '2021-01-01', '2021-12-31'],
    ['2021-02~', '2021-02-01', '2021-02-28'],
    ['2021-02-03%', '2021-02-03', '2021-02-03'],
    // Digits that are not known.
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2021-XX', '2021-01-01', '2021-12-31'],
    ['2021-02-XX', '2021-02-01', '2021-02-28'],
    ['2021-XX-XX', '2021-01-01', '2021-12-31'],
    // A season is as long as its year, because its months depend on the place.
    ['2021-21', '2021-01-01', '2021-12-31'],
    ['2021-24', '2021-01-01', '2021-12-31'],
    // Closed intervals.
    ['2021/2022', '2021-01-01', '2022-12-31'],
    ['2021-05/2022', '2021-05-01', '2022-12-31'],
    ['2021-02-03/2021-02-05', '2021-02-03', '2021-02-05'],
    ['2021~/2022?', '2021-01-01', '2022-12-31'],
    // The first and the last there are.
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999-12-31', '9999-12-31', '9999-12-31'],
  ])('%s is %s to %s', (text, earliest, latest) => {
    expect(spanOf(text)).toEqual({ earliest, latest });
  });

  test.each([
    ['nothing', ''],
    ['a space before', ' 2021'],
    ['a space after', '2021 '],
    ['a line break after', '2021\n'],
    ['a day that is not in that year', '2021-02-29'],
    ['a day that is not in that century', '1900-02-29'],
    ['a day that is not in that month', '2021-04-31'],
    ['a day that is not in that month, in an interval', '2021-02-29/2021-03-02'],
    ['month 13', '2021-13'],
    ['month 0', '2021-00'],
    ['day 32', '2021-12-32'],
    ['day 0', '2021-01-00'],
    ['the order of Indonesia', '03-02-2021'],
    ['slashes', '32/13/2021'],
    ['no hyphens', '20210203'],
    ['one digit for the month', '2021-2'],
    ['two digits, which could be half a date', '21'],
    ['three digits', '199'],
    ['five digits', '20211'],
    ['the year 0', '0000'],
    ['a year before it', '-0044'],
    ['a plus sign', '+2021'],
    ['a year with a letter', 'Y12021'],
    ['a year with an exponent', 'Y17E7'],
    ['an unknown thousand', '2XXX'],
    ['no known digit', 'XXXX'],
    ['a month in an unknown year', '20XX-02'],
    ['a day in an unknown month', '2021-XX-03'],
    ['small letters', '201x'],
    ['a mark in front', '~2021'],
    ['no season 25', '2021-25'],
    ['a week', '2021-W05'],
    ['a time of day', '2021-02-03T10:00'],
    ['a time of day in UTC', '2021-02-03T10:00:00Z'],
    ['an open end', '2021/..'],
    ['an open beginning', '../2021'],
    ['an unknown end', '2021/'],
    ['an unknown beginning', '/2021'],
    ['open on both sides', '../..'],
    ['a slash', '/'],
    ['an interval that runs backwards', '2022/2021'],
    ['an interval of three', '2021/2022/2023'],
    ['a set', '[2021,2022]'],
    ['a word', 'kemarin'],
    ['digits of another script', '２０２１'],
    ['a number', '2021.5'],
    ['something long', `2021${'-01'.repeat(10_000)}`],
  ])('refused: %s', (_title, text) => {
    expect(spanOf(text)).toBeNull();
  });

  test('whatever the text, the answer is null or a span of days that exist', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789-/X~?%.TZ'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), digits, dates), (text) => {
        const span = spanOf(text);
        if (span === null) return;
        expect(span.earliest <= span.latest).toBe(true);
        expect(isDay(span.earliest) && isDay(span.latest)).toBe(true);
      }),
    );
  });

  test('a day lies in its month, and the month in its year', () => {
    const within = (inner: Span | null, outer: Span | null) =>
      inner !== null && outer !== null && outer.earliest <= inner.earliest && inner.latest <= outer.latest;
    fc.assert(
      fc.property(days, (day) => {
        expect(within(spanOf(day), spanOf(day.slice(0, 7)))).toBe(true);
        expect(within(spanOf(day.slice(0, 7)), spanOf(day.slice(0, 4)))).toBe(true);
        expect(within(spanOf(day.slice(0, 4)), spanOf(`${day.slice(0, 2)}XX`) ?? ALL_TIME)).toBe(true);
      }),
    );
  });

  test('a mark of doubt changes nothing', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(4, 7, 10), fc.constantFrom('?', '~', '%'), (day, length, mark) => {
        expect(spanOf(day.slice(0, length) + mark)).toEqual(spanOf(day.slice(0, length)));
      }),
    );
  });

  test('the answer stays the same when it is asked again, however much was asked in between', () => {
    const before = spanOf('2021-02');
    for (let n = 0; n < 10_001; n++) spanOf(`T${n}`);

    expect(spanOf('2021-02')).toEqual(before);
    expect(spanOf('2021-02-29')).toBeNull();
    expect(spanOf('2021-02-29')).toBeNull();
  });

  test('an unknown date can be any day', () => {
    expect(spanOrAllTime(null)).toEqual({ earliest: '0001-01-01', latest: '9999-12-31' });
    expect(spanOrAllTime('2021-02-03')).toEqual({ earliest: '2021-02-03', latest: '2021-02-03' });
  });
});

describe('a day', () => {
  test.each(['2021-02-03', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2021-02',
    '2021',
    '2023-02-29',
    '2021-02-03~',
    '2021-02-XX',
    '2021-02-03T00:00',
    '',
    '2021-2-3',
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('the order of dates', () => {
  test('is by first day, then the more precise first, then unknown', () => {
    const inOrder = [
      '19XX',
      '2020-12-31',
      '2021-01-01',
      '2021-01',
      '2021',
      '2021/2022',
      '2021-01-02',
      '2022',
      null,
    ];

    expect(inOrder.toReversed().sort(compareDates)).toEqual(inOrder);
  });

  test('is the same for two texts of one span', () => {
    expect(compareDates('2021', '2021~')).toBe(0);
    expect(compareDates('2021-XX', '2021')).toBe(0);
    expect(compareDates(null, null)).toBe(0);
  });

  const known = fc.option(dates);
  test('is antisymmetric, and every two dates have one', () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
        expect(compareDates(a, a)).toBe(0);
      }),
    );
  });

  test('is transitive, and so is being equal', () => {
    fc.assert(
      fc.property(known, known, known, (a, b, c) => {
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0)
          expect(compareDates(a, c)).toBeLessThanOrEqual(0);
        if (compareDates(a, b) === 0)
          expect(Math.sign(compareDates(a, c))).toBe(Math.sign(compareDates(b, c)));
      }),
    );
  });
});

test('two spans meet when a day lies in both', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const first = [a.earliest, b.earliest].sort()[1] ?? '';
      const shared = first <= a.latest && first <= b.latest;
      expect(intersects(a, b)).toBe(shared);
      expect(intersects(b, a)).toBe(shared);
      expect(intersects(a, a)).toBe(true);
    }),
  );
});

test('texts are ordered by code unit, as no locale does', () => {
  expect(['é', 'z', 'a', 'Z', 'ab', ''].sort(compareText)).toEqual(['', 'Z', 'a', 'ab', 'z', 'é']);
});
