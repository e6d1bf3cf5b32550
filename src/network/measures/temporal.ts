import { z } from 'zod';
import { compareSets } from '../compare.js';
import { type Interval, type Json, type Measure, numberOrNull, ofNetwork } from '../measure.js';

/**
 * The network year by year: a participation is active in year t when start ≤ t and t ≤ end, or no end is known. Intervals
 * are closed, several records of one tie count once, and only those who take part in something count. Years run from the
 * first start to the year after the last start or end, in which all that has ended is gone.
 */
interface Active {
  readonly ties: ReadonlySet<number>;
  readonly actors: ReadonlySet<number>;
  readonly initiatives: ReadonlySet<number>;
}

function activeIn(year: number, intervals: readonly Interval[], nodes: number): Active {
  const active = intervals.filter(({ start, end }) => start <= year && (end === null || year <= end));
  return {
    ties: new Set(active.map(({ actor, initiative }) => actor * nodes + initiative)),
    actors: new Set(active.map(({ actor }) => actor)),
    initiatives: new Set(active.map(({ initiative }) => initiative)),
  };
}

function sizesOf({ ties, actors, initiatives }: Active) {
  return { edges: ties.size, organisations: actors.size, programmes: initiatives.size };
}

function changeOf(before: Active, now: Active) {
  const [ties, actors] = [compareSets(before.ties, now.ties), compareSets(before.actors, now.actors)];
  return {
    edgesAdded: ties.added.length,
    edgesDropped: ties.dropped.length,
    edgeJaccard: numberOrNull(ties.jaccard),
    orgsEntered: actors.added.length,
    orgsLeft: actors.dropped.length,
    orgRetention: numberOrNull(actors.retention),
    orgTurnover: numberOrNull(actors.turnover),
  };
}

/** More steps than any history has; whole numbers that are no years must not make a table without end. */
const MOST_YEARS = 1_000;

/** The first and the last year to tell of; null when there is none. */
function yearsOf(intervals: readonly Interval[]): { first: number; last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of intervals) {
    first = Math.min(first, start);
    last = Math.max(last, start, end ?? start);
  }
  return first <= last ? { first, last: last + 1 } : null;
}

function temporal(intervals: readonly Interval[], nodes: number): Json | null {
  const years = yearsOf(intervals);
  if (years === null) return {};
  if (years.last - years.first > MOST_YEARS) return null;
  const rows: Array<readonly [string, Json]> = [];
  let before: Active | null = null;
  for (let year = years.first; year <= years.last; year++) {
    const now = activeIn(year, intervals, nodes);
    rows.push([`${year}`, { ...sizesOf(now), ...(before === null ? {} : changeOf(before, now)) }]);
    before = now;
  }
  return Object.fromEntries(rows);
}

export const TEMPORALS: readonly Measure[] = [
  {
    id: 'temporal',
    names: { id: 'Perubahan dari tahun ke tahun', en: 'Change from year to year' },
    definition: {
      id: 'Untuk setiap tahun: banyaknya keikutsertaan, pelaku dan kegiatan yang aktif; yang bertambah, berhenti dan bertahan dibandingkan dengan tahun sebelumnya.',
      en: 'For each year: how many participations, actors and initiatives are active; what was added, what ended and what stayed since the year before.',
    },
    formula:
      'active in t: start ≤ t and (no end or t ≤ end); with X before and Y now: edgeJaccard |X ∩ Y| / |X ∪ Y|, orgRetention |X ∩ Y| / |X|, orgTurnover 1 − |X ∩ Y| / |X ∪ Y|',
    forms: ['TWO_MODE'],
    weighted: false,
    range: 'counts 0 and more; shares 0 to 1',
    undefinedWhen: {
      id: 'Tahun pertama tidak punya pembanding. Jaccard dan pergantian tidak terdefinisi bila kedua tahun kosong, retensi bila tahun sebelumnya kosong. Akhir yang tidak diketahui dihitung masih berlangsung. Tidak dihitung bila rentangnya lebih dari 1.000 tahun.',
      en: 'The first year has nothing to compare with. Jaccard and turnover are undefined when both years are empty, retention when the year before is. An unknown end counts as still going on. Left out when it would be more than 1,000 years.',
    },
    citations: ['jaccard-1912', 'snijders-2010'],
    cost: 'O(years × intervals)',
    parameters: z.strictObject({}),
    compute: ({ network, intervals }) => {
      const told = intervals === null ? null : temporal(intervals, network.ids.length);
      return told === null ? null : ofNetwork(told);
    },
  },
];
