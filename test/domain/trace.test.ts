import { describe, expect, test } from '@jest/globals';
import { byId } from '../../src/domain/collections.js';
import { CLAIM_STATUSES, HELIXES } from '../../src/domain/kinds.js';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { type Trace, type TraceOptions, trace, traceKeys } from '../../src/domain/trace.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anInitiative,
  anIssue,
  aPerson,
  aPlace,
  aSource,
} from '../support/builders.js';

type Ends = { readonly subject: JejakRecord; readonly object: JejakRecord };
const joined: JejakRecord[] = [];

/** A claim that is known by what it says: `program ← actor`, and the fields that matter to the test. */
function says(kind: Claim['kind'], { subject, object }: Ends, fields: Partial<Claim> = {}): Claim {
  joined.push(subject, object);
  const key = JSON.stringify([kind, subject.id, object.id, fields]);
  return aClaim({ key, kind, role: null, subject, object, ...fields });
}
const takesPart = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim> = {}) =>
  says('PARTICIPATION', { subject, object }, { role: 'IMPLEMENTING', ...fields });
const heads = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim>) =>
  says('AFFILIATION', { subject, object }, { role: 'HEAD', ...fields });
const confers = (subject: JejakRecord, object: JejakRecord, role: string, fields: Partial<Claim> = {}) =>
  says('CONFERRAL', { subject, object }, { role, ...fields });
const partOf = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim> = {}) =>
  says('PART_OF', { subject, object }, fields);
const resultedIn = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim> = {}) =>
  says('RESULTED_IN', { subject, object }, fields);
const locatedIn = (subject: JejakRecord, object: JejakRecord) => says('LOCATED_IN', { subject, object });

const BEHIND: TraceOptions = {
  direction: 'BEHIND',
  depth: 12,
  asOf: null,
  statuses: CLAIM_STATUSES.filter((status) => status !== 'RETRACTED'),
};
const AHEAD: TraceOptions = { ...BEHIND, direction: 'AHEAD' };

const tell = (root: JejakRecord, claims: readonly Claim[], options: Partial<TraceOptions> = {}): Trace =>
  trace(root, claims, byId([root, ...joined]), { ...BEHIND, ...options });
const ahead = (root: JejakRecord, claims: readonly Claim[], options: Partial<TraceOptions> = {}): Trace =>
  tell(root, claims, { ...AHEAD, ...options });
const nameOf = (record: JejakRecord) => ('name' in record ? record.name : record.id);
/** `1 program ← actor` for each step. */
const stepsOf = ({ steps }: Trace) =>
  steps.map(({ depth, from, to }) => `${depth} ${nameOf(from)} → ${nameOf(to)}`);
const gapsOf = ({ gaps }: Trace) =>
  gaps
    .filter(({ kind }) => kind !== 'HELIX_ABSENT' && kind !== 'SINGLE_SOURCE')
    .map(({ kind, node, step }) => `${kind} ${nameOf((node ?? step?.to) as JejakRecord)}`);

const program = anInitiative({ key: 'program' });
const proposal = anInitiative({ key: 'proposal', kind: 'PROPOSAL' });
const award = anAchievement({ key: 'award', date: '2022-05-14' });
const office = anActor({ key: 'office' });
const city = anActor({ key: 'city' });
const [ani, budi, citra] = ['ani', 'budi', 'citra'].map((key) => aPerson({ key })) as [
  JejakRecord,
  JejakRecord,
  JejakRecord,
];

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
    joined.push(budi);
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

const evidenceOf = ({ id }: JejakRecord) => ({
  source: id,
  locator: null,
  quote: null,
  paraphrase: null,
  paraphraseEn: null,
  language: 'id',
});

describe('gaps', () => {
  test('a helix of which nobody is met', () => {
    const told = tell(program, [takesPart(anActor({ key: 'bank', helix: 'FINANCE' }), program)]);
    expect(told.gaps.filter(({ kind }) => kind === 'HELIX_ABSENT').map(({ helix }) => helix)).toEqual(
      HELIXES.filter((helix) => helix !== 'FINANCE'),
    );
  });

  test('the root and the further parties of an agreement count among those met', () => {
    const bank = anActor({ key: 'bank', helix: 'FINANCE' });
    const paper = anActor({ key: 'paper', helix: 'MEDIA' });
    const school = anActor({ key: 'school', helix: 'ACADEMIA' });
    joined.push(school);
    const agreement = says('AGREEMENT', { subject: bank, object: paper }, { parties: [school.id] });
    const told = ahead(bank, [agreement]);
    expect(told.gaps.flatMap(({ helix }) => helix ?? [])).toEqual(['GOVERNMENT', 'COMMUNITY', 'BUSINESS']);
  });

  test('a step that rests on one source, however often it is cited', () => {
    const [one, two] = [aSource({ key: 'one' }), aSource({ key: 'two' })];
    const claims = [
      takesPart(office, program, { evidence: [evidenceOf(one), evidenceOf(one)] }),
      takesPart(city, program, { evidence: [evidenceOf(one), evidenceOf(two)] }),
    ];
    const single = tell(program, claims).gaps.filter(({ kind }) => kind === 'SINGLE_SOURCE');
    expect(single.map(({ step }) => nameOf(step?.to as JejakRecord))).toEqual(['office']);
  });

  test('a step of which neither claim nor ends have a date, unless it holds without one', () => {
    const dated = anInitiative({ key: 'dated', end: '2020', endState: 'KNOWN' });
    const claims = [
      takesPart(office, program),
      takesPart(city, program, { at: '2020' }),
      takesPart(ani, dated),
      resultedIn(dated, program),
      partOf(program, proposal),
      locatedIn(program, aPlace()),
      says('ADDRESSES', { subject: program, object: anIssue() }),
    ];
    expect(gapsOf(tell(program, claims))).toEqual(['DATE_UNKNOWN office']);
  });

  test('an achievement without a date, told once and not again for each of its conferrals', () => {
    const undated = anAchievement({ key: 'undated' });
    const claims = [confers(undated, program, 'RECIPIENT'), confers(undated, city, 'CONFERRER')];
    expect(gapsOf(tell(undated, claims))).toEqual(['DATE_UNKNOWN undated']);
  });

  test('an achievement of which no source says who won it', () => {
    const conferrer = confers(award, city, 'CONFERRER');
    expect(gapsOf(tell(award, [conferrer]))).toEqual(['RECIPIENT_UNKNOWN award']);
    expect(gapsOf(tell(award, [conferrer, confers(award, program, 'RECIPIENT')]))).toEqual([]);
    expect(gapsOf(tell(award, [conferrer, confers(award, office, 'ON_BEHALF_OF')]))).toEqual([]);
    const retracted = confers(award, program, 'RECIPIENT', { status: 'RETRACTED' });
    expect(gapsOf(tell(award, [conferrer, retracted]))).toEqual(['RECIPIENT_UNKNOWN award']);
  });

  test('an achievement that was reached with the last hop is not said to lack a winner', () => {
    const claims = [confers(award, city, 'CONFERRER')];
    expect(gapsOf(ahead(city, claims, { depth: 1 }))).toEqual([]);
    expect(gapsOf(ahead(city, claims, { depth: 2 }))).toEqual(['RECIPIENT_UNKNOWN award']);
  });

  test('a winner that the options leave out is known all the same', () => {
    const claims = [
      confers(award, city, 'CONFERRER'),
      confers(award, program, 'RECIPIENT', { status: 'DISPUTED' }),
    ];
    expect(gapsOf(tell(award, claims, { statuses: ['ASSERTED'] }))).toEqual([]);
  });
});
