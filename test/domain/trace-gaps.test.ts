import { describe, expect, test } from '@jest/globals';
import { HELIXES } from '../../src/domain/kinds.js';
import type { JejakRecord } from '../../src/domain/records.js';
import { anAchievement, anActor, anInitiative, anIssue, aPlace, aSource } from '../support/builders.js';
import {
  ahead,
  ani,
  award,
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
  takesPart,
  tell,
} from './telling.js';

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
    know(school);
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
