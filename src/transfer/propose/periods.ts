import { isDay } from '../../domain/dates.js';
import { type Period, UNKNOWN_PERIOD } from '../../domain/periods.js';
import type { DateInText } from './dates.js';
import type { Passage } from './passages.js';
import type { SuggestedEnd } from './suggestion.js';

/** Which of an article's dates a claim gets. */
export class ArticleDates {
  /** The day the article tells of: the first it names, else that of its publication. */
  readonly main: string | null;
  /** The days of events: the first day in a sentence that names the event. */
  readonly #events = new Map<string, string>();

  constructor(passages: readonly Passage[], published: string | null) {
    const days = passages.flatMap(({ dates }) =>
      dates.flatMap(({ date }) => (date !== null && isDay(date) ? date : [])),
    );
    this.main = days[0] ?? published;
    for (const { names, dates } of passages) {
      const day = dates.find(({ date }) => date !== null && isDay(date))?.date;
      if (day === undefined || day === null) continue;
      for (const { ends } of names)
        for (const end of ends)
          if (isEvent(end) && !this.#events.has(end.name)) this.#events.set(end.name, day);
    }
  }

  /** A post is known to be held on the day the article tells of; since when, it seldom says. */
  ofPost(): Period {
    return { ...UNKNOWN_PERIOD, at: this.main };
  }

  /** Of a claim found at that token: the nearest date of its sentence, else the day of the event, else the main day. */
  of(passage: Passage, at: number, [subject, object]: readonly [SuggestedEnd, SuggestedEnd]): Period {
    const event = [object, subject].find(isEvent);
    const conferred = subject.type === 'achievement';
    const near = nearest(passage.dates, at);
    if (near?.since) return { ...UNKNOWN_PERIOD, start: near.date };
    const day = near?.date ?? (event === undefined ? undefined : this.#events.get(event.name)) ?? null;
    if (day !== null && isDay(day) && (event !== undefined || conferred))
      return { start: day, end: day, endState: 'KNOWN', at: null };
    return { ...UNKNOWN_PERIOD, at: day ?? this.main };
  }
}

const isEvent = ({ type, kind }: SuggestedEnd) => type === 'initiative' && kind === 'EVENT';

/** "digagas sejak 2018 dan melibatkan …": a beginning belongs to what stands before it. */
function nearest(dates: readonly DateInText[], at: number): DateInText | null {
  const usable = dates.filter(({ date, since, from }) => date !== null && (!since || from > at));
  return [...usable].sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at))[0] ?? null;
}
