import type { Day, Span } from './dates.js';
import {
  compareDates,
  compareText,
  FIRST_DAY,
  intersects,
  LAST_DAY,
  spanOf,
  spanOrAllTime,
} from './dates.js';
import type { EndState } from './kinds.js';

/**
 * When a statement holds. `start` and `end` bound it; `at` is a date at which a source says it held, without
 * saying since when or until when (Wikidata's "point in time", P585). All three are EDTF level 1 or null (unknown).
 */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
  readonly endState: EndState;
  readonly at: string | null;
}

export const UNKNOWN_PERIOD: Period = { start: null, end: null, endState: 'UNKNOWN', at: null };

/** The days on which the statement may have held: nothing outside it is possible. */
export function possibleSpan(period: Period): Span {
  return {
    earliest: period.start === null ? FIRST_DAY : spanOrAllTime(period.start).earliest,
    latest: period.end === null ? LAST_DAY : spanOrAllTime(period.end).latest,
  };
}

/**
 * The days on which the statement certainly held, as the smallest spans the sources support. Partial dates shrink
 * it from both sides: `2018` to `2023` certainly covers the last day of 2018 to the first of 2023.
 */
export function certainSpans(period: Period): Span[] {
  const spans: Span[] = [];
  if (period.start !== null) {
    const begun = spanOrAllTime(period.start).latest;
    const still =
      period.end !== null
        ? spanOrAllTime(period.end).earliest
        : period.endState === 'ONGOING'
          ? LAST_DAY
          : begun;
    if (begun <= still) spans.push({ earliest: begun, latest: still });
  }
  if (period.at !== null) spans.push(clip(spanOrAllTime(period.at), possibleSpan(period)));
  return spans;
}

/** A date such as 2021 in a period that began in June says nothing of the days before June. */
function clip(span: Span, within: Span): Span {
  return {
    earliest: compareText(span.earliest, within.earliest) < 0 ? within.earliest : span.earliest,
    latest: compareText(span.latest, within.latest) > 0 ? within.latest : span.latest,
  };
}

/**
 * Whether the statement is known to have held on some day of the span: one of its certain days lies there, or all of
 * it does (`2021` to `2021` held in 2021, though no single day is certain).
 */
export function holdsDuring(period: Period, span: Span): boolean {
  const { earliest, latest } = possibleSpan(period);
  const whole = period.start !== null && period.end !== null;
  return (
    (whole && span.earliest <= earliest && latest <= span.latest) ||
    certainSpans(period).some((certain) => intersects(certain, span))
  );
}

/** Whether the statement can have held on some day of the span: false only when the dates rule it out. */
export function mayHoldDuring(period: Period, span: Span): boolean {
  return intersects(possibleSpan(period), span);
}

/** Whether the statement had, or can have had, begun by that day. */
export function mayHaveBegunBy(period: Period, day: Day): boolean {
  if (period.start !== null) return spanOrAllTime(period.start).earliest <= day;
  return period.at === null || spanOrAllTime(period.at).earliest <= day;
}

/** The date that places a period in a story: when it began, else when it is known to have held, else its end. */
export function storyDate(period: Period): string | null {
  return period.start ?? period.at ?? period.end;
}

/** Total order for stories: by story date, unknown last. */
export function comparePeriods(a: Period, b: Period): number {
  return compareDates(storyDate(a), storyDate(b));
}

/** What is wrong with a period whose dates are each valid; null when nothing is. */
export function periodConflict(period: Period): { value: string; remedy: string } | null {
  const { start, end, endState, at } = period;
  if (end !== null && endState !== 'KNOWN')
    return {
      value: `endState ${endState} with end ${end}`,
      remedy: 'write endState KNOWN, or leave the end empty',
    };
  if (end === null && endState === 'KNOWN')
    return {
      value: 'endState KNOWN without an end',
      remedy: 'write the end, or one of ONGOING, ENDED_UNKNOWN, UNKNOWN',
    };
  const [from, to, on] = [start, end, at].map((date) => (date === null ? null : spanOf(date)));
  if (from && to && from.earliest > to.latest)
    return { value: `start ${start} after end ${end}`, remedy: 'exchange the two, or mend one of them' };
  if (from && on && on.latest < from.earliest)
    return { value: `at ${at} before start ${start}`, remedy: 'write a date inside the period' };
  if (to && on && on.earliest > to.latest)
    return { value: `at ${at} after end ${end}`, remedy: 'write a date inside the period' };
  return null;
}
