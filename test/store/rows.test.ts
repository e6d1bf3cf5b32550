import { describe, expect, test } from '@jest/globals';
import { decodeRecord, encodeRecord, type RecordRow } from '../../src/store/rows.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anInitiative,
  aPerson,
  aPlace,
  aSource,
} from '../support/builders.js';

/** A record as an engine returns it: relationships in no order, and only what was written. */
function asRow(record: Parameters<typeof encodeRecord>[0], turned: boolean): RecordRow {
  const { properties, references, evidence } = encodeRecord(record);
  const stored = Object.entries(properties).filter(([, value]) => value !== null);
  const row = {
    properties: { ...Object.fromEntries(stored), type: record.type, created: 3, updated: 7 },
    references: references.map((reference) => ({ ...reference, made: null })),
    evidence: evidence.map(({ to, properties: said }) => ({ source: to, made: null, properties: said })),
  };
  return turned ? { ...row, references: row.references.reverse(), evidence: row.evidence.reverse() } : row;
}

describe('a record laid into the graph and taken out again', () => {
  const parties = ['one', 'two', 'three', 'four'].map((key) => anActor({ key }));
  const evidence = ['paragraf 2', 'paragraf 10', 'paragraf 11'].map((locator) => ({
    source: aSource(),
    locator,
  }));
  const records = [
    aClaim({ kind: 'AGREEMENT', role: null, subject: aPerson(), object: anActor(), parties, evidence }),
    anAchievement({ date: '2021', identifiers: [{ scheme: 'x', id: '1' }] }),
    anInitiative({ start: '2019', endState: 'ONGOING', aliases: ['a', 'b'] }),
    aPlace({ code: '35.73', evidence }),
  ];

  test.each([
    ['in the order in which they were written', false],
    ['in the opposite order', true],
  ])('is the same, its relationships returned %s', (_title, turned) => {
    for (const record of records)
      expect(decodeRecord(asRow(record, turned))).toEqual({ ...record, created: 3, updated: 7 });
  });

  test('is refused when it is not a record that could be written', () => {
    const row = asRow(anActor(), false);

    expect(() => decodeRecord({ ...row, properties: { ...row.properties, helix: 'ARMY' } })).toThrow(/helix/);
    expect(() => decodeRecord({ ...asRow(aClaim(), false), references: [] })).toThrow(/subject/);
    expect(() => decodeRecord({ ...asRow(aClaim(), false), evidence: [] })).toThrow(/a claim needs a source/);
  });
});

describe('what orders a record in lists', () => {
  const keys = (record: Parameters<typeof encodeRecord>[0]) => {
    const { sortName, sortDate, latestDay } = encodeRecord(record).properties;
    return { sortName, sortDate, latestDay };
  };

  test('is its folded name, and the days into which its dates reach', () => {
    expect(keys(anAchievement({ name: 'Adipura "Kéncana"', date: '2021-02' }))).toEqual({
      sortName: 'adipura kencana',
      sortDate: '2021-02-01',
      latestDay: '2021-02-28',
    });
  });

  test.each([
    ['a period that ended', { start: '2019', end: '2021-06', endState: 'KNOWN' }, '2019-01-01', '2021-06-30'],
    ['one that is still going', { start: '2019', endState: 'ONGOING' }, '2019-01-01', '9999-12-31'],
    ['one that was seen', { at: '2020-05-04' }, '2020-05-04', '2020-05-04'],
    ['one without dates', {}, '~', null],
  ] as const)('is for %s', (_title, fields, sortDate, latestDay) => {
    expect(keys(anInitiative(fields))).toMatchObject({ sortDate, latestDay });
  });

  test('stays a text after all days when there is no date', () => {
    expect(keys(anAchievement()).sortDate).toBe('~');
    expect('~' > '9999-12-31').toBe(true);
  });

  test('is for a source its title', () => {
    expect(keys(aSource({ title: 'Radar Malang' })).sortName).toBe('radar malang');
  });
});
