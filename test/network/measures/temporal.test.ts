import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Interval, Json } from '../../../src/network/measure.js';
import { TEMPORALS } from '../../../src/network/measures/temporal.js';
import { named } from './agreement.js';
import { expectAgreement, inputWith, measured, twoMode, twoModeCases } from './two-mode-vectors.js';

const temporal = named(TEMPORALS, 'temporal');
const { network } = twoMode({ actors: 3, initiatives: 2, ties: [] });
const held = (actor: number, initiative: number, start: number, end: number | null): Interval => ({
  actor,
  initiative: 3 + initiative,
  start,
  end,
});
const yearByYear = (intervals: readonly Interval[] | null) =>
  measured(temporal, inputWith(network, { intervals })) as Record<
    string,
    Record<string, number | null>
  > | null;

describe('the network year by year', () => {
  test.each(twoModeCases().filter(({ measures }) => measures.temporal !== undefined))(
    'of $name is the reference value',
    ({ input, measures, tolerance }) => {
      expectAgreement(measured(temporal, input), measures.temporal as Json, tolerance('temporal'));
      expect(Object.keys(measures.temporal as object)).toContain('2024');
    },
  );

  test('holds a participation in its first and its last year', () => {
    const years = yearByYear([held(0, 0, 2020, 2021)]);
    expect(Object.entries(years ?? {}).map(([year, { edges }]) => [year, edges])).toEqual([
      ['2020', 1],
      ['2021', 1],
      ['2022', 0],
    ]);
  });

  test('takes one whose end is unknown for going on', () => {
    const years = yearByYear([held(0, 0, 2020, null), held(1, 0, 2022, 2022)]);
    expect(years?.['2023']).toMatchObject({
      edges: 1,
      edgesDropped: 1,
      orgsLeft: 1,
      orgRetention: 0.5,
      orgTurnover: 0.5,
    });
  });

  test('counts several records of one tie once', () => {
    expect(yearByYear([held(0, 0, 2020, 2020), held(0, 0, 2020, 2021)])?.['2020']).toEqual({
      edges: 1,
      organisations: 1,
      programmes: 1,
    });
  });

  test('says nothing of shares in nothing', () => {
    const years = yearByYear([held(0, 0, 2018, 2018), held(1, 1, 2021, 2021)]);
    expect(years?.['2019']).toMatchObject({ edgeJaccard: 0, orgRetention: 0, orgTurnover: 1 });
    expect(years?.['2020']).toMatchObject({ edgeJaccard: null, orgRetention: null, orgTurnover: null });
    expect(years?.['2021']).toMatchObject({
      edgeJaccard: 0,
      orgRetention: null,
      orgTurnover: 1,
      orgsEntered: 1,
    });
  });

  test('has no years without records, and no value when nothing is known of them', () => {
    expect(yearByYear([])).toEqual({});
    expect(yearByYear(null)).toBeNull();
  });

  test('adds up: what there was, less the dropped, with the added, is what there is', () => {
    const interval = fc
      .tuple(fc.nat(2), fc.nat(1), fc.integer({ min: 2000, max: 2006 }), fc.option(fc.nat(4)))
      .map(([a, p, start, length]) => held(a, p, start, length === null ? null : start + length));
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), (intervals) => {
        const rows = Object.values(yearByYear(intervals) ?? {});
        for (const [at, row] of rows.entries()) {
          const before = rows[at - 1];
          if (before === undefined) continue;
          const {
            edgesAdded = 0,
            edgesDropped = 0,
            orgsEntered = 0,
            orgsLeft = 0,
          } = row as Record<string, number>;
          expect(row.edges).toBe((before.edges ?? 0) + edgesAdded - edgesDropped);
          expect(row.organisations).toBe((before.organisations ?? 0) + orgsEntered - orgsLeft);
        }
      }),
    );
  });
});
