import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Interval, Json, MeasureInput } from '../../../src/network/measure.js';
import { LINK_EVALUATIONS } from '../../../src/network/measures/link-evaluation.js';
import { LINK_PREDICTIONS } from '../../../src/network/measures/link-prediction.js';
import { buildNetwork, isTied, type SimpleNetwork } from '../../../src/network/simple-network.js';
import { usualCutoff } from '../../../src/network/training.js';
import { named } from './agreement.js';
import {
  expectAgreement,
  incidences,
  inputWith,
  measured,
  onActors,
  oneModeCases,
  twoMode,
  twoModeCases,
} from './two-mode-vectors.js';

const prediction = named(LINK_PREDICTIONS, 'linkPrediction');
const scores = named(LINK_EVALUATIONS, 'linkScoresOrgProgramme');
type Rows = Record<string, Record<string, number>>;

/** One interval a tie, beginning in the year drawn for it. */
function dated(network: SimpleNetwork, years: readonly number[]): MeasureInput {
  const intervals: Interval[] = [];
  for (const actor of network.ids.keys())
    for (const initiative of network.neighbours.subarray(network.rows[actor], network.rows[actor + 1]))
      if (network.modes?.[actor] === 0)
        intervals.push({ actor, initiative, start: years[intervals.length % years.length] ?? 0, end: null });
  return inputWith(network, { intervals });
}
const years = fc.array(fc.integer({ min: 2018, max: 2023 }), { minLength: 5, maxLength: 20 });

describe('link prediction', () => {
  const cases = [
    ...oneModeCases().map((found) => ({ ...found, id: 'linkPrediction' })),
    ...twoModeCases().map((found) => ({
      ...found,
      input: onActors(found),
      id: 'orgProjection.linkPrediction',
    })),
  ];
  test('has a reference value in every file and edge case', () => {
    expect(cases.filter(({ id, measures }) => measures[id] !== undefined).length).toBe(13);
  });
  test.each(cases)('$id of $name is the reference value', ({ id, input, measures, tolerance }) =>
    expectAgreement(measured(prediction, input), measures[id] as Json, tolerance(id)),
  );

  test('shows no more pairs than asked for, the first by the ids of both', () => {
    for (const { input, measures } of oneModeCases()) {
      const shown = measured(prediction, input, { limit: 7 }) as Rows;
      expect(Object.keys(shown)).toEqual(Object.keys(measures.linkPrediction as Rows).slice(0, 7));
    }
    expect(() => prediction.parameters.parse({ limit: 0 })).toThrow();
    expect(() => prediction.parameters.parse({ limti: 5 })).toThrow();
  });

  test('shows every pair that is not tied and shares a neighbour, and no other', () => {
    const ties = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 });
    fc.assert(
      fc.property(ties, (drawn) => {
        const ids = Array.from({ length: 8 }, (_, index) => `n${index}`);
        const { network } = buildNetwork({
          ids,
          ties: drawn.map(([a, b]) => [`n${a}`, `n${b}`, 1] as const),
        });
        const nodes = [...ids.keys()];
        const expected = nodes.flatMap((a) =>
          nodes.flatMap((b) => {
            const shared = nodes.filter((z) => isTied(network, a, z) && isTied(network, b, z)).length;
            return a < b && !isTied(network, a, b) && shared > 0 ? [[`n${a}|n${b}`, shared] as const] : [];
          }),
        );
        const shown = measured(prediction, inputWith(network)) as Rows;
        expect(Object.entries(shown).map(([key, row]) => [key, row.commonNeighbours])).toEqual(expected);
      }),
    );
  });
});

describe('the evaluation of link prediction', () => {
  const hexa12 = twoModeCases().filter(({ name }) => name === 'hexa12');
  const davis = twoModeCases().filter(({ name }) => name === 'davis');
  const ids = LINK_EVALUATIONS.map(({ id }) => id);

  test.each(hexa12.flatMap((found) => ids.map((id) => ({ ...found, id }))))(
    '$id of $name is the reference value with nothing said of a cutoff',
    ({ id, input, measures, tolerance }) =>
      expectAgreement(measured(named(LINK_EVALUATIONS, id), input), measures[id] as Json, tolerance(id)),
  );

  test.each(davis.flatMap((found) => ids.map((id) => ({ ...found, id }))))(
    '$id of $name is the reference value for its cutoff of 15 April',
    ({ id, input, measures, tolerance }) =>
      expectAgreement(
        measured(named(LINK_EVALUATIONS, id), input, { cutoff: 415 }),
        measures[id] as Json,
        tolerance(id),
      ),
  );

  test.each(davis.flatMap((found) => ids.map((id) => ({ ...found, id }))))(
    '$id of $name learns from the same events by the usual cutoff',
    ({ id, input, measures, tolerance }) => {
      const expected = measures[id] as Record<string, Json>;
      const usual = 'cutoff' in expected ? { ...expected, cutoff: 412 } : expected;
      expectAgreement(measured(named(LINK_EVALUATIONS, id), input), usual, tolerance(id));
    },
  );

  test('takes as the usual cutoff the lower start in the middle, of all records', () => {
    const of = (starts: number[]) =>
      usualCutoff(starts.map((start) => ({ actor: 0, initiative: 1, start, end: null })));
    expect([of([3, 1, 2]), of([4, 1, 3, 2]), of([2020, 2020, 2020, 2021, 2022]), of([])]).toEqual([
      2,
      2,
      2020,
      null,
    ]);
  });

  test('has nothing to say without intervals, and counts nobody when there are none', () => {
    const { network } = twoMode({ actors: 2, initiatives: 2, ties: [[0, 0]] });
    for (const id of ids) expect(measured(named(LINK_EVALUATIONS, id), inputWith(network))).toBeNull();
    const empty = inputWith(network, { intervals: [] });
    expect(measured(scores, empty)).toEqual({});
    const none = { positives: 0, candidates: 0, auc: null };
    expect(measured(named(LINK_EVALUATIONS, 'linkEvalOrgOrg'), empty)).toMatchObject({
      cutoff: null,
      jaccard: none,
    });
  });

  test('ranks nobody who was not active by the cutoff', () => {
    const { network } = twoMode({
      actors: 3,
      initiatives: 2,
      ties: [
        [0, 0],
        [1, 1],
        [2, 1],
      ],
    });
    const input = dated(network, [2019, 2020, 2023]);
    expect(Object.keys(measured(scores, input, { cutoff: 2020 }) as Rows)).toEqual(['a0|p1', 'a1|p0']);
    expect(measured(named(LINK_EVALUATIONS, 'linkEvalOrgOrg'), input, { cutoff: 2020 })).toMatchObject({
      commonNeighbours: { positives: 0, candidates: 1 },
    });
  });

  test('breaks ties by the key of a pair, in which one name may begin like another', () => {
    // `a b|p` comes before `a|p`, though `a` comes before `a b`.
    const { network } = buildNetwork({
      ids: ['a', 'a b', 'c', 'p', 'q'],
      ties: [
        ['a', 'p', 1],
        ['a b', 'p', 1],
        ['c', 'q', 1],
      ],
      modeOf: (id) => (id === 'p' || id === 'q' ? 1 : 0),
    });
    const input = dated(network, [2020]);
    expect(Object.keys(measured(scores, input, { limit: 2 }) as Rows)).toEqual(['a b|q', 'a|q']);
    const later = inputWith(network, {
      intervals: [...(input.intervals ?? []), { actor: 1, initiative: 4, start: 2021, end: null }],
    });
    const quality = measured(named(LINK_EVALUATIONS, 'linkEvalOrgOrg'), later, { cutoff: 2020 });
    expect(quality).toMatchObject({ commonNeighbours: { auc: 0.5, precisionAt1_idTies: 1 } });
  });

  test('scores an actor for an initiative by the chains that a walk finds', () => {
    fc.assert(
      fc.property(incidences, years, (incidence, drawn) => {
        const { network } = twoMode(incidence);
        const shown = measured(scores, dated(network, drawn), { cutoff: 2023 }) as Rows;
        const next = (node: number) => [
          ...network.neighbours.subarray(network.rows[node], network.rows[node + 1]),
        ];
        for (const [key, row] of Object.entries(shown)) {
          const [a, p] = key.split('|').map((id) => network.ids.indexOf(id)) as [number, number];
          const chains = next(a).flatMap((q) =>
            next(q)
              .filter((b) => b !== a && isTied(network, b, p))
              .map((b) => [q, b]),
          );
          const l3 = chains.reduce(
            (sum, [q = 0, b = 0]) => sum + 1 / Math.sqrt(next(q).length * next(b).length),
            0,
          );
          const jaccards = next(p).map((b) => {
            const shared = next(a).filter((q) => next(b).includes(q)).length;
            return shared / new Set([...next(a), ...next(b)]).size;
          });
          expect([row.popularity, row.preferentialAttachment]).toEqual([
            next(p).length,
            next(a).length * next(p).length,
          ]);
          expect(row.paths3).toBe(chains.length);
          expect(row.degreeNormalisedL3).toBeCloseTo(l3, 9);
          expect(row.collaborativeJaccard).toBeCloseTo(
            jaccards.reduce((sum, value) => sum + value, 0),
            9,
          );
        }
      }),
    );
  });

  test('ranks as many as there are pairs active and not linked, and finds those linked later', () => {
    fc.assert(
      fc.property(incidences, years, fc.integer({ min: 2017, max: 2023 }), (incidence, drawn, cutoff) => {
        const input = dated(twoMode(incidence).network, drawn);
        const before = (input.intervals ?? []).filter(({ start }) => start <= cutoff);
        const actors = [...new Set(before.map(({ actor }) => actor))];
        const meet = (a: number, b: number, held: readonly Interval[]) =>
          held.some(
            (one) =>
              one.actor === a && held.some((two) => two.actor === b && two.initiative === one.initiative),
          );
        const pairs = actors.flatMap((a) =>
          actors.filter((b) => a < b && !meet(a, b, before)).map((b) => [a, b] as const),
        );
        const positives = pairs.filter(([a, b]) => meet(a, b, input.intervals ?? [])).length;
        const quality = measured(named(LINK_EVALUATIONS, 'linkEvalOrgOrg'), input, { cutoff });
        expect(quality).toMatchObject({ cutoff, jaccard: { candidates: pairs.length, positives } });
      }),
    );
  });
});
