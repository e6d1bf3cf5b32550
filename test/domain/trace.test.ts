import { describe, expect, test } from '@jest/globals';
import { byId } from '../../src/domain/collections.js';
import { CLAIM_STATUSES } from '../../src/domain/kinds.js';
import type { Claim } from '../../src/domain/records.js';
import { type TraceOptions, trace, traceKeys } from '../../src/domain/trace.js';
import { anActor, anInitiative, anIssue, aPlace, aSource } from '../support/builders.js';
import {
  ahead,
  ani,
  award,
  BEHIND,
  budi,
  city,
  confers,
  evidenceOf,
  gapsOf,
  know,
  locatedIn,
  nameOf,
  office,
  partOf,
  program,
  proposal,
  resultedIn,
  says,
  stepsOf,
  takesPart,
  tell,
} from './telling.js';

describe('what a walk passes', () => {
  test('a cycle ends, and every claim on it is told once', () => {
    const policy = anInitiative({ key: 'policy', kind: 'POLICY' });
    const claims = [
      resultedIn(proposal, program),
      resultedIn(policy, proposal),
      resultedIn(program, policy),
      confers(award, program, 'RECIPIENT'),
    ];
    expect(stepsOf(tell(award, claims))).toEqual([
      '1 award → program',
      '2 program → proposal',
      '3 proposal → policy',
      '4 policy → program',
    ]);
    expect(stepsOf(tell(program, claims))).toEqual(['1 program → proposal', '2 proposal → policy']);
  });

  test('what is reached twice is told twice, by each claim, and opened once', () => {
    const claims = [
      confers(award, program, 'RECIPIENT'),
      confers(award, office, 'RECEIVER'),
      takesPart(office, program),
      takesPart(office, program, { role: 'FUNDING' }),
      partOf(office, city),
    ];
    const told = tell(award, claims);
    expect(stepsOf(told).sort()).toEqual([
      '1 award → office',
      '1 award → program',
      '2 office → city',
      '2 program → office',
      '2 program → office',
    ]);
    expect(told.actors.map(nameOf).sort()).toEqual(['city', 'office']);
  });

  test('a claim that is given twice is told once', () => {
    const claim = takesPart(office, program);
    expect(stepsOf(tell(program, [claim, claim, { ...claim }]))).toEqual(['1 program → office']);
  });

  test('behind, an actor is a leaf: nothing else that it did is told', () => {
    const other = anInitiative({ key: 'other' });
    const place = aPlace();
    const claims = [
      takesPart(office, program),
      takesPart(office, other),
      confers(award, office, 'RECIPIENT'),
      locatedIn(office, place),
      says('AGREEMENT', { subject: office, object: city }),
      partOf(anActor({ key: 'desk' }), office),
    ];
    expect(stepsOf(tell(program, claims))).toEqual(['1 program → office']);
  });

  test('behind, a unit leads to its parent, an agency to its successor and not back', () => {
    const [old, heir] = [anActor({ key: 'old' }), anActor({ key: 'heir' })];
    const claims = [
      takesPart(office, program),
      partOf(office, city),
      partOf(anActor({ key: 'desk' }), office),
      says('SUCCEEDED_BY', { subject: office, object: heir }),
      says('SUCCEEDED_BY', { subject: old, object: office }),
    ];
    expect(stepsOf(tell(program, claims)).sort()).toEqual([
      '1 program → office',
      '2 office → city',
      '2 office → heir',
    ]);
  });

  test('behind, an initiative leads to its place and upward, not to what else is there', () => {
    const [village, town] = [aPlace({ key: 'village' }), aPlace({ key: 'town' })];
    const claims = [
      locatedIn(program, village),
      partOf(village, town),
      partOf(aPlace({ key: 'hall' }), village),
      locatedIn(proposal, village),
    ];
    expect(stepsOf(tell(program, claims))).toEqual(['1 program → village', '2 village → town']);
  });

  test('ahead, a place leads to what is in it and below it, and an issue to what was done and won', () => {
    const [village, hall] = [aPlace({ key: 'village' }), aPlace({ key: 'hall' })];
    const issue = anIssue();
    const claims = [
      partOf(hall, village),
      locatedIn(issue, hall),
      locatedIn(ani, hall),
      says('ADDRESSES', { subject: program, object: issue }),
      takesPart(office, program),
      takesPart(ani, proposal),
      resultedIn(proposal, program),
      confers(award, program, 'RECIPIENT'),
      confers(award, city, 'CONFERRER'),
    ];
    expect(stepsOf(ahead(village, claims)).sort()).toEqual([
      '1 village → hall',
      '2 hall → ani',
      '2 hall → issue',
      '3 issue → program',
      '4 program → award',
      '4 program → office',
    ]);
  });

  test('ahead, what an actor did and agreed is told, and not what others of it did', () => {
    const claims = [
      takesPart(office, program),
      takesPart(city, program),
      takesPart(city, proposal),
      partOf(office, city),
      says('AGREEMENT', { subject: ani, object: office }, { parties: [budi.id] }),
      says('AGREEMENT', { subject: ani, object: city }),
      confers(award, office, 'RECEIVER'),
      confers(award, program, 'RECIPIENT'),
    ];
    know(budi);
    const told = ahead(office, claims);
    expect(stepsOf(told).sort()).toEqual([
      '1 office → ani',
      '1 office → award',
      '1 office → program',
      '2 award → program',
      '2 program → city',
    ]);
    expect(told.actors.map(nameOf).sort()).toEqual(['ani', 'budi', 'city', 'office']);
  });

  test('a competition leads ahead to its entries only as the root', () => {
    const contest = anInitiative({ key: 'contest', kind: 'COMPETITION' });
    const claims = [
      says('ENTERED', { subject: program, object: contest }),
      says('ENTERED', { subject: proposal, object: contest }),
    ];
    expect(stepsOf(ahead(contest, claims)).sort()).toEqual(['1 contest → program', '1 contest → proposal']);
    expect(stepsOf(tell(program, claims))).toEqual(['1 program → contest']);
    expect(stepsOf(ahead(program, claims))).toEqual([]);
  });

  test('a record that is missing is a defect, and told as one', () => {
    const claim = takesPart(office, program);
    expect(() => trace(program, [claim], byId([program]), BEHIND)).toThrow(
      `trace: record ${office.id} is missing`,
    );
  });

  test('the keys by which the store looks for claims tell the sides apart', () => {
    expect(traceKeys('BEHIND').first).toContain('OBJECT:PARTICIPATION');
    expect(traceKeys('BEHIND').first).not.toContain('SUBJECT:PARTICIPATION');
    expect(traceKeys('AHEAD').first).toContain('SUBJECT:PARTICIPATION');
    expect(traceKeys('AHEAD').further).not.toContain('SUBJECT:PARTICIPATION');
    expect(traceKeys('AHEAD').further).toContain('OBJECT:PARTICIPATION');
  });
});

describe('as of a day', () => {
  const begunBy = (asOf: string, ...claims: Claim[]) => stepsOf(tell(program, claims, { asOf })).length;

  test.each([
    [{ start: '2020-05-02' }, '2020-05-01', 0],
    [{ start: '2020-05-02' }, '2020-05-02', 1],
    [{ start: '2020' }, '2019-12-31', 0],
    [{ start: '2020' }, '2020-01-01', 1],
    [{ at: '2020-05' }, '2020-04-30', 0],
    [{ at: '2020-05' }, '2020-05-01', 1],
    [{ start: '2010', end: '2011', endState: 'KNOWN' as const }, '2020-01-01', 1],
    [{}, '1999-01-01', 1],
  ])('a claim of %j counts on %s: %i', (period, asOf, steps) => {
    expect(begunBy(asOf, takesPart(office, program, period))).toBe(steps);
  });

  test('a claim without a date begins no earlier than the later of its ends', () => {
    const late = anInitiative({ key: 'late', start: '2020-05' });
    const claims = [resultedIn(late, program), takesPart(office, late, { at: '2019' })];
    expect(begunBy('2020-04-30', ...claims)).toBe(0);
    expect(begunBy('2020-05-01', ...claims)).toBe(2);
  });

  test('nothing is behind an achievement before it was given, and that is no gap', () => {
    const claims = [confers(award, program, 'RECIPIENT'), takesPart(office, program)];
    expect(stepsOf(tell(award, claims, { asOf: '2022-05-13' }))).toEqual([]);
    expect(gapsOf(tell(award, claims, { asOf: '2022-05-13' }))).toEqual([]);
    expect(stepsOf(tell(award, claims, { asOf: '2022-05-14' }))).toHaveLength(2);
  });
});

describe('statuses', () => {
  test('only claims of the statuses asked for are passed', () => {
    const claims = CLAIM_STATUSES.map((status, index) =>
      takesPart(anActor({ key: `${index} ${status}` }), program, { status }),
    );
    const told = (statuses: TraceOptions['statuses']) => tell(program, claims, { statuses }).steps.length;
    expect(told(BEHIND.statuses)).toBe(3);
    expect(told(['RETRACTED'])).toBe(1);
    expect(told(CLAIM_STATUSES)).toBe(4);
    expect(told([])).toBe(0);
  });

  test('what lies behind a claim that is left out is left out', () => {
    const claims = [resultedIn(proposal, program, { status: 'DISPUTED' }), takesPart(office, proposal)];
    expect(tell(program, claims, { statuses: ['ASSERTED'] }).steps).toEqual([]);
  });
});

describe('order', () => {
  test('is by depth, then by date with the more precise first, the unknown last, then by id', () => {
    const dates = ['2020', '2020-01-01', '2019-12', null, '2020-01', '202X'];
    const claims = dates.map((at, index) => takesPart(anActor({ key: `a${index}` }), program, { at }));
    const told = tell(program, [
      ...claims,
      takesPart(city, program),
      resultedIn(proposal, program, { at: '2021' }),
    ]);
    expect(told.steps.slice(0, -1).map(({ claim }) => claim.at)).toEqual([
      '2019-12',
      '2020-01-01',
      '2020-01',
      '2020',
      '202X',
      '2021',
      null,
    ]);
    const undated = told.steps.filter(({ claim }) => claim.at === null).map(({ claim }) => claim.id);
    expect(undated).toEqual(undated.toSorted());
  });

  test('actors and sources stand in the order of the steps, each once, the root first', () => {
    const [one, two] = [aSource({ key: 'one' }), aSource({ key: 'two' })];
    const claims = [
      takesPart(city, program, { at: '2020', evidence: [evidenceOf(two), evidenceOf(one)] }),
      takesPart(office, program, { at: '2019', evidence: [evidenceOf(two)] }),
    ];
    const told = ahead(city, claims);
    expect(told.actors.map(nameOf)).toEqual(['city', 'office']);
    expect(told.sources).toEqual([two.id, one.id]);
  });
});
