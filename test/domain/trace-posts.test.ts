import { describe, expect, test } from '@jest/globals';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { anInitiative } from '../support/builders.js';
import {
  ahead,
  ani,
  award,
  budi,
  citra,
  city,
  confers,
  heads,
  nameOf,
  office,
  partOf,
  program,
  says,
  stepsOf,
  takesPart,
  tell,
} from './telling.js';

describe('who held the post', () => {
  const terms = [
    heads(ani, office, { start: '2014-01-01', end: '2018-06-30', endState: 'KNOWN' }),
    heads(budi, office, { start: '2018-07-01', endState: 'ONGOING' }),
  ];
  const headsTold = (claims: readonly Claim[], root: JejakRecord = program) =>
    tell(root, claims)
      .steps.filter(({ claim }) => claim.kind === 'AFFILIATION')
      .map(({ from, to }) => nameOf(from === office ? to : from))
      .sort();

  test.each([
    ['2018-06-30', ['ani']],
    ['2018-07-01', ['budi']],
    ['2018-06', ['ani']],
    ['2018', ['ani', 'budi']],
    ['2013', []],
  ])('is told for an act of %s: %j', (at, expected) => {
    expect(headsTold([takesPart(office, program, { at }), ...terms])).toEqual(expected);
  });

  test('a term with partial dates holds only where it is certain', () => {
    const term = heads(ani, office, { start: '2014', end: '2018', endState: 'KNOWN' });
    const on = (at: string) => headsTold([takesPart(office, program, { at }), term]);
    expect([on('2014-06-01'), on('2014-12-31'), on('2018-01-01'), on('2018-01-02')]).toEqual([
      [],
      ['ani'],
      ['ani'],
      [],
    ]);
  });

  test('"ended, nobody knows when" is known on the day it began, not later; "still going" is', () => {
    const since = { start: '2014-01-01' } as const;
    const on = (at: string, endState: Claim['endState']) =>
      headsTold([takesPart(office, program, { at }), heads(ani, office, { ...since, endState })]);
    expect([on('2014-01-01', 'ENDED_UNKNOWN'), on('2014-01-02', 'ENDED_UNKNOWN')]).toEqual([['ani'], []]);
    expect([on('2014-01-02', 'UNKNOWN'), on('2014-01-02', 'ONGOING')]).toEqual([[], ['ani']]);
  });

  test('nobody is told when nothing dates the act, whatever else of the story is dated', () => {
    const claims = [confers(award, program, 'RECIPIENT'), takesPart(office, program), ...terms];
    expect(headsTold(claims, award)).toEqual([]);
    expect(headsTold([partOf(office, city), ...terms], office)).toEqual([]);
  });

  test('an act without a date has that of the initiative, or of the achievement', () => {
    const dated = anInitiative({ key: 'dated', start: '2016-05', endState: 'ONGOING' });
    expect(headsTold([takesPart(office, dated), ...terms], dated)).toEqual(['ani']);
    expect(headsTold([confers(award, office, 'RECIPIENT'), ...terms], award)).toEqual(['budi']);
  });

  test('an organization that acted twice has the heads of both days, however it was reached first', () => {
    const claims = [
      confers(award, office, 'RECEIVER', { at: '2022-05-14' }),
      confers(award, program, 'RECIPIENT', { at: '2022-05-14' }),
      takesPart(office, program, { at: '2016-03-01' }),
      ...terms,
    ];
    expect(stepsOf(tell(award, claims)).slice(2)).toEqual([
      '2 program → office',
      '2 office → budi',
      '3 office → ani',
    ]);
  });

  test('the parent stands on the day on which its unit acted, not since when it has the unit', () => {
    const claims = [
      takesPart(office, program, { at: '2020-01-01' }),
      partOf(office, city, { start: '2010-01-01' }),
      heads(ani, city, { at: '2010-01-01' }),
      heads(budi, city, { at: '2020-01-01' }),
    ];
    expect(stepsOf(tell(program, claims))).toEqual([
      '1 program → office',
      '2 office → city',
      '3 city → budi',
    ]);
  });

  test('a parent is asked for every day on which its unit acted', () => {
    const claims = [
      takesPart(office, program, { at: '2010-01-01' }),
      takesPart(office, program, { role: 'FUNDING', at: '2020-01-01' }),
      partOf(office, city),
      heads(ani, city, { at: '2010-01-01' }),
      heads(budi, city, { at: '2020-01-01' }),
    ];
    expect(stepsOf(tell(program, claims)).slice(2)).toEqual([
      '2 office → city',
      '3 city → ani',
      '3 city → budi',
    ]);
  });

  test('a person leads to the post held on that day, and that to its head on that day', () => {
    const claims = [
      takesPart(citra, program, { role: 'SPEAKER', at: '2020-01-01' }),
      says(
        'AFFILIATION',
        { subject: citra, object: office },
        { role: 'STAFF', start: '2015', endState: 'ONGOING' },
      ),
      says('AFFILIATION', { subject: citra, object: city }, { role: 'STAFF', at: '2010' }),
      ...terms,
    ];
    expect(stepsOf(tell(program, claims))).toEqual([
      '1 program → citra',
      '2 citra → office',
      '3 office → budi',
    ]);
  });

  test('only a head is told, and nobody ahead', () => {
    const claims = [
      takesPart(office, program, { at: '2020-01-01' }),
      says('AFFILIATION', { subject: citra, object: office }, { role: 'OFFICER', at: '2020-01-01' }),
      ...terms,
    ];
    expect(headsTold(claims)).toEqual(['budi']);
    expect(stepsOf(ahead(program, claims))).toEqual(['1 program → office']);
  });
});
