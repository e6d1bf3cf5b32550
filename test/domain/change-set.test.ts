import { describe, expect, test } from '@jest/globals';
import { type Known, referencedIds, validateReferences } from '../../src/domain/change-references.js';
import { type ChangeSet, MAX_OPERATIONS, validateShape } from '../../src/domain/change-set.js';
import { byId } from '../../src/domain/collections.js';
import { JejakError } from '../../src/domain/errors.js';
import { changeId } from '../../src/domain/ids.js';
import { CLAIM_KINDS } from '../../src/domain/kinds.js';
import type { JejakRecord, RecordInput } from '../../src/domain/records.js';
import { RELATIONS } from '../../src/domain/relations.js';
import {
  aClaim,
  aJudgement,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  anIssue,
  aParticipation,
  aPerson,
  aPlace,
  aSource,
  changeSet,
  testId,
  together,
  update,
} from '../support/builders.js';

/** What is wrong with a change set against what exists, each as code and line; empty when nothing is. */
function problemsOf(set: ChangeSet, existing: readonly JejakRecord[] = []): string[] {
  try {
    validateReferences(validateShape(set), byId(existing) as ReadonlyMap<string, Known>);
    return [];
  } catch (error) {
    if (!(error instanceof JejakError)) throw error;
    return error.problems.map(({ code, place, value, remedy }) => `${code} ${place}: ${value}; ${remedy}`);
  }
}

/** A record as a stranger may send it. */
const raw = (record: RecordInput, fields: Record<string, unknown>) =>
  ({ ...record, ...fields }) as unknown as RecordInput;
const anyway = (fields: Record<string, unknown>) => problemsOf(changeSet(raw(anActor(), fields)));

describe('a change set that is in order', () => {
  test('is accepted', () => {
    expect(problemsOf(changeSet(...aParticipation()))).toEqual([]);
  });

  test('comes back with every field filled in, and its attribution trimmed', () => {
    const bare = {
      type: 'actor',
      id: testId('actor'),
      name: '  Dinas  ',
      kind: 'ORGANIZATION',
      helix: 'MEDIA',
    } as const;
    const set = { by: ' Dewi ', why: ' rapat ', operations: [{ op: 'create', record: bare }] } as const;

    expect(validateShape(set)).toEqual({
      by: 'Dewi',
      why: 'rapat',
      operations: [{ op: 'create', record: anActor({ name: 'Dinas', helix: 'MEDIA' }) }],
    });
  });

  test('may point at what it creates, in any order, and at what exists', () => {
    const [actor, initiative, source, claim] = aParticipation();

    expect(problemsOf(changeSet(claim, source, initiative), [actor])).toEqual([]);
  });

  test('may update what exists', () => {
    expect(problemsOf(update(anActor({ name: 'baru' })), [anActor()])).toEqual([]);
  });

  test('names the ids that must be looked up, each once', () => {
    const set = validateShape(changeSet(...aParticipation(), aClaim({ key: 'second' })));
    const parts = [anActor(), anInitiative(), aSource(), aClaim(), aClaim({ key: 'second' })];

    expect(referencedIds(set).sort()).toEqual(parts.map(({ id }) => id).sort());
  });

  test('names award, parties, sides and sources among them', () => {
    const agreement = aClaim({
      kind: 'AGREEMENT',
      role: null,
      object: aPerson(),
      parties: [anActor({ key: 'third' })],
    });
    const set = validateShape(
      changeSet(anAchievement(), aJudgement(), agreement, anIssue({ evidence: [{ source: aSource() }] })),
    );

    expect(referencedIds(set)).toEqual(
      expect.arrayContaining(
        [anAward(), anActor({ key: 'other' }), anActor({ key: 'third' }), aSource()].map(({ id }) => id),
      ),
    );
  });
});

describe('all that is wrong is told at once', () => {
  test('of the fields, each with its place, value and remedy', () => {
    const set = {
      by: ' ',
      why: '',
      operations: changeSet(
        anActor({ name: '' }),
        raw(anInitiative(), { kind: 'PARTY', start: '32/13/2021', colour: 'red' }),
        anActor({ key: 'third', size: 3 }),
      ).operations,
    };

    expect(problemsOf(set)).toEqual([
      'BAD_USER_INPUT by: " "; is empty; write some text',
      'BAD_USER_INPUT why: ""; is empty; write some text, or leave it out',
      `BAD_USER_INPUT operation 1, actor "${testId('actor')}", name: ""; is empty; write some text`,
      expect.stringMatching(/operation 2, initiative ".*", kind: "PARTY"; .*"PROGRAM"/),
      expect.stringMatching(
        /operation 2, initiative ".*", start: "32\/13\/2021"; is not a date; write 2021-12-31/,
      ),
      expect.stringMatching(/operation 2, initiative ".*", colour: "red"; no such field; leave it out/),
      expect.stringMatching(/operation 3, actor ".*", size: "3"; only a COHORT has a size/),
    ]);
  });

  test('of the references, each with its place, value and remedy', () => {
    const none = testId('actor', 'none');
    const set = together(
      changeSet(anActor(), aClaim({ subject: none, evidence: [{ source: anActor() }, { source: none }] })),
      update(anInitiative()),
    );

    expect(problemsOf(set, [anActor()])).toEqual([
      `CONFLICT operation 1, actor "${testId('actor')}", id: "${testId('actor')}"; it exists already; update it instead`,
      expect.stringMatching(
        `NOT_FOUND operation 2, claim ".*", subject: "${none}"; no such record; create it in the same`,
      ),
      expect.stringMatching(
        /BAD_USER_INPUT operation 2, claim ".*", evidence 1, source: an actor; point at a record of type source/,
      ),
      expect.stringMatching(
        `NOT_FOUND operation 2, claim ".*", evidence 2, source: "${none}"; no such record`,
      ),
      expect.stringMatching(
        /NOT_FOUND operation 3, initiative ".*", id: ".*"; it does not exist; create it first/,
      ),
    ]);
  });

  test('and the message holds all of it', () => {
    expect(() => validateShape(changeSet(anActor({ name: '' }), anAward({ name: '' })))).toThrow(
      /^The change set is refused: 2 problems\n- operation 1, actor .*\n- operation 2, award .*$/,
    );
  });
});

describe('a change set as a whole', () => {
  test('says who and why', () => {
    const long = { ...changeSet(anActor()), by: 'a'.repeat(301), why: 'a\0b' };

    expect(problemsOf(long)).toEqual([
      expect.stringMatching(/^BAD_USER_INPUT by: "a+\.\.\."; is too long; write at most 300 characters$/),
      expect.stringMatching(/^BAD_USER_INPUT why: .*; holds a control character/),
    ]);
  });

  test('has at least one operation', () => {
    expect(problemsOf(changeSet())).toEqual(['BAD_USER_INPUT operations: none; send at least one operation']);
  });

  test('has no more operations than one transaction takes', () => {
    const actors = Array.from({ length: MAX_OPERATIONS + 1 }, (_, n) => anActor({ key: String(n) }));

    expect(problemsOf(changeSet(...actors.slice(1)))).toEqual([]);
    expect(problemsOf(changeSet(...actors))).toEqual([
      'BAD_USER_INPUT operations: 10001 operations; send at most 10000 in one change set',
    ]);
  });

  test('writes each record once', () => {
    expect(problemsOf(together(changeSet(anActor(), aPerson()), update(anActor())), [])[0]).toMatch(
      /operation 3, actor .*, id: .*; operation 1 has the same id; write the record once/,
    );
  });

  test('creates or updates, and nothing else', () => {
    const set = { ...changeSet(), operations: [{ op: 'delete', record: anActor() }] } as unknown as ChangeSet;

    expect(problemsOf(set)).toEqual([
      expect.stringMatching(/operation 1, .*: "delete"; write create or update as op/),
    ]);
  });
});

describe('a record', () => {
  test('is of a type that there is', () => {
    expect(anyway({ type: 'rumour' })).toEqual([
      expect.stringMatching(
        /^BAD_USER_INPUT operation 1, rumour ".*", type: "rumour"; write one of actor, initiative/,
      ),
    ]);
    expect(anyway({ type: 'constructor' })).toHaveLength(1);
  });

  test('keeps its type when it is updated', () => {
    const known = { ...anAward(), id: testId('actor') } as JejakRecord;

    expect(problemsOf(update(anActor()), [known])).toEqual([
      expect.stringMatching(/type: actor; the stored record is of type award/),
    ]);
  });

  test.each([
    ['of another type', testId('award')],
    ['of a change', changeId(1)],
    ['made up', 'dinas-kesehatan'],
    ['empty', ''],
  ])('has an id of its type, not one %s', (_title, id) => {
    expect(anyway({ id })).toEqual([expect.stringMatching(/, id: .*; (not an id for an actor|is empty)/)]);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['an unknown field', { colour: 'red' }, /colour: "red"; no such field/],
    [
      'an unknown field in its evidence',
      { evidence: [{ source: 's', page: 3 }] },
      /evidence 1 page: "3"; no such field/,
    ],
    [
      'an unknown field in an identifier',
      { identifiers: [{ scheme: 'x', id: 'y', z: 1 }] },
      /identifiers 1 z: "1"; no such/,
    ],
    ['a number for a name', { name: 7 }, /name: "7"; /],
    ['no name', { name: undefined }, /name: "nothing"; /],
    ['a name of spaces', { name: '   ' }, /name: " {3}"; is empty; write some text/],
    [
      'a name of two lines',
      { name: 'a\nb' },
      /name: "a\\nb"; holds a control character; write plain text on one line/,
    ],
    [
      'a name that is too long',
      { name: 'a'.repeat(301) },
      /name: "a+\.\.\."; is too long; write at most 300 characters/,
    ],
    [
      'a description that is too long',
      { description: 'a'.repeat(4001) },
      /description: .*at most 4000 characters/,
    ],
    [
      'an empty description',
      { description: '' },
      /description: ""; is empty; write some text, or leave it out/,
    ],
    ['too many aliases', { aliases: Array(51).fill('a') }, /aliases: /],
    ['an empty alias', { aliases: ['a', ''] }, /aliases 2: ""; is empty/],
    ['no helix', { helix: null }, /helix: /],
    ['an unknown kind', { kind: 'GHOST' }, /kind: "GHOST"; /],
    ['a size of nobody', { kind: 'COHORT', size: 0 }, /size: "0"; /],
    ['half a member', { kind: 'COHORT', size: 1.5 }, /size: "1.5"; /],
    [
      'an address that is none',
      { url: 'malangkota' },
      /url: "malangkota"; is not a web address; write https/,
    ],
    ['an address that runs code', { url: 'javascript:alert(1)' }, /url: .*; is not a web address/],
    [
      'a scheme of two words',
      { identifiers: [{ scheme: 'a b', id: 'x' }] },
      /identifiers 1 scheme: "a b"; is not a scheme/,
    ],
    ['an empty identifier', { identifiers: [{ scheme: 'a', id: '' }] }, /identifiers 1 id: ""; is empty/],
  ])('is refused with %s', (_title, fields, expected) => {
    expect(anyway(fields)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a day that does not exist', { date: '2023-02-29' }, /date: "2023-02-29"; is not a date/],
    [
      'a retrieval that is no day',
      { retrieved: '2023-02' },
      /retrieved: "2023-02"; is not a day; write it as 2021-12-31/,
    ],
    [
      'a checksum of another kind',
      { checksum: 'md5:0' },
      /checksum: "md5:0"; is not a checksum; write sha256:/,
    ],
    [
      'a language that is none',
      { language: 'Bahasa Indonesia' },
      /language: .*; is not a language; write id or en/,
    ],
  ])('that is a source is refused with %s', (_title, fields, expected) => {
    expect(problemsOf(changeSet(raw(aSource(), fields)))).toEqual([expect.stringMatching(expected)]);
  });

  test('that is an achievement stands under an award', () => {
    expect(problemsOf(changeSet(anAchievement(), anAward()))).toEqual([]);
    expect(problemsOf(changeSet(anAchievement({ award: anActor() }), anActor()))).toEqual([
      expect.stringMatching(/award: an actor; point at a record of type award/),
    ]);
  });

  test('that has a period does not contradict itself', () => {
    expect(problemsOf(changeSet(anInitiative({ end: '2021', endState: 'ONGOING' })))).toEqual([
      expect.stringMatching(/, period: endState ONGOING with end 2021; write endState KNOWN/),
    ]);
  });
});

describe('a claim', () => {
  const around = [
    anActor(),
    anActor({ key: 'other' }),
    anActor({ key: 'cohort', kind: 'COHORT' }),
    aPerson(),
    anInitiative(),
    anInitiative({ key: 'whole' }),
    anAchievement(),
    anAward(),
    anIssue(),
    aPlace(),
    aPlace({ key: 'city', kind: 'CITY' }),
    aSource(),
    aClaim({ key: 'another' }),
  ];
  const problemsOfClaim = (fields: Parameters<typeof aClaim>[0]) =>
    problemsOf(changeSet(aClaim(fields)), around);

  /** One valid claim of each kind. */
  const VALID: Record<(typeof CLAIM_KINDS)[number], Parameters<typeof aClaim>[0]> = {
    PARTICIPATION: { role: 'FUNDING' },
    AFFILIATION: { role: 'HEAD', subject: aPerson(), object: anActor(), position: 'Wali Kota' },
    CONFERRAL: { role: 'RECIPIENT', subject: anAchievement(), object: anInitiative() },
    PART_OF: { role: null, subject: anInitiative(), object: anInitiative({ key: 'whole' }) },
    RESULTED_IN: { role: null, subject: anInitiative(), object: anInitiative({ key: 'whole' }) },
    ENTERED: { role: null, subject: anInitiative(), object: anInitiative({ key: 'whole' }) },
    ADDRESSES: { role: null, subject: anInitiative(), object: anIssue() },
    LOCATED_IN: { role: null, subject: anActor(), object: aPlace() },
    SUCCEEDED_BY: { role: null, subject: anActor(), object: anActor({ key: 'other' }) },
    AGREEMENT: { role: null, subject: anActor(), object: aPerson(), parties: [anActor({ key: 'other' })] },
  };

  test.each(CLAIM_KINDS)('of kind %s is accepted between what it joins', (kind) => {
    expect(problemsOfClaim({ ...VALID[kind], kind })).toEqual([]);
  });

  test.each(CLAIM_KINDS)('of kind %s has a role exactly when its kind has roles', (kind) => {
    const hasRoles = Object.keys(RELATIONS[kind].roles).length > 0;

    expect(problemsOfClaim({ ...VALID[kind], kind, role: hasRoles ? null : 'HEAD' })).toEqual([
      expect.stringMatching(
        hasRoles
          ? /role: "nothing"; write one of [A-Z_, ]+$/
          : /role: "HEAD"; [A-Z_]+ has no roles; leave it out$/,
      ),
    ]);
    expect(problemsOfClaim({ ...VALID[kind], kind, role: 'toString' })).toHaveLength(1);
  });

  test.each(CLAIM_KINDS)('of kind %s carries only what its kind allows', (kind) => {
    const { allows } = RELATIONS[kind];
    const extras: Array<[boolean, string, Parameters<typeof aClaim>[0]]> = [
      [
        allows.contributions,
        'contributions',
        { contributions: [{ kind: 'PEOPLE', amount: 3, currency: null, unit: null, description: null }] },
      ],
      [allows.position, 'position', { position: 'Ketua' }],
      [allows.position, 'position', { position: null, positionEn: 'Chair' }],
      [allows.parties, 'parties', { parties: [anActor({ key: 'cohort', kind: 'COHORT' })] }],
    ];
    for (const [allowed, field, extra] of extras)
      expect(problemsOfClaim({ ...VALID[kind], kind, ...extra })).toEqual(
        allowed ? [] : [expect.stringContaining(`, ${field}: `)],
      );
  });

  test.each<[string, Parameters<typeof aClaim>[0], RegExp]>([
    [
      'an initiative that takes part',
      { subject: anInitiative({ key: 'whole' }) },
      /subject: initiative PROGRAM ".*"; PARTICIPATION takes actor as subject/,
    ],
    [
      'taking part in a source',
      { object: aSource() },
      /object: source.*; PARTICIPATION takes initiative as object/,
    ],
    [
      'a claim about a claim',
      { object: aClaim({ key: 'another' }) },
      /object: claim PARTICIPATION ".*"; PARTICIPATION takes initiative/,
    ],
    [
      'an organization that holds a post',
      { ...VALID.AFFILIATION, kind: 'AFFILIATION', subject: anActor({ key: 'other' }) },
      /subject: actor ORGANIZATION ".*"; AFFILIATION takes PERSON as subject/,
    ],
    [
      'a post in a cohort',
      { ...VALID.AFFILIATION, kind: 'AFFILIATION', object: anActor({ key: 'cohort' }) },
      /object: actor COHORT ".*"; AFFILIATION takes ORGANIZATION as object/,
    ],
    [
      'a place that is part of an initiative',
      { ...VALID.PART_OF, kind: 'PART_OF', subject: aPlace() },
      /object: initiative; PART_OF joins two of a type, and the subject is place/,
    ],
    [
      'a person that is part of an organization',
      { ...VALID.PART_OF, kind: 'PART_OF', subject: aPerson(), object: anActor() },
      /subject: actor PERSON ".*"; PART_OF takes initiative or ORGANIZATION or place as subject/,
    ],
    [
      'an event that is an actor',
      { ...VALID.CONFERRAL, kind: 'CONFERRAL', role: 'EVENT', object: anActor() },
      /object: actor ORGANIZATION ".*"; CONFERRAL EVENT takes initiative as object/,
    ],
    [
      'a party that is no actor',
      { ...VALID.AGREEMENT, kind: 'AGREEMENT', parties: [anInitiative()] },
      /parties 1: an initiative; point at a record of type actor/,
    ],
  ])('is refused between what its kind does not join: %s', (_title, fields, expected) => {
    expect(problemsOfClaim(fields)).toEqual([expect.stringMatching(expected)]);
  });

  test('joins two different records, and names each party once', () => {
    expect(problemsOfClaim({ ...VALID.SUCCEEDED_BY, kind: 'SUCCEEDED_BY', object: anActor() })).toEqual([
      expect.stringMatching(/object: .*; a claim joins two different records/),
    ]);
    for (const parties of [[anActor()], [aPerson()], [anActor({ key: 'other' }), anActor({ key: 'other' })]])
      expect(problemsOfClaim({ ...VALID.AGREEMENT, kind: 'AGREEMENT', parties })).toEqual([
        expect.stringMatching(/parties: .*; name each party once/),
      ]);
  });

  test('has evidence', () => {
    expect(problemsOfClaim({ evidence: [] })).toEqual([
      expect.stringMatching(/evidence: "\[\]"; is empty; a claim needs a source that says so/),
    ]);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    [
      'money without a currency',
      { kind: 'MONEY', amount: 5 },
      /contributions 1 currency: "nothing"; is for money, and money needs it/,
    ],
    [
      'goods with a currency',
      { kind: 'IN_KIND', amount: 5, currency: 'IDR' },
      /contributions 1 currency: "IDR"; is for money/,
    ],
    [
      'a currency that is none',
      { kind: 'MONEY', amount: 5, currency: 'Rp' },
      /contributions 1 currency: "Rp"; is not a currency; write IDR/,
    ],
    ['less than nothing', { kind: 'MONEY', amount: -1, currency: 'IDR' }, /contributions 1 amount: "-1"; /],
    [
      'without end',
      { kind: 'MONEY', amount: Number.POSITIVE_INFINITY, currency: 'IDR' },
      /contributions 1 amount: /,
    ],
    [
      'an unknown field',
      { kind: 'PEOPLE', amount: 1, colour: 'red' },
      /contributions 1 colour: "red"; no such field/,
    ],
  ])('is refused with a contribution of %s', (_title, contribution, expected) => {
    expect(problemsOf(changeSet(raw(aClaim(), { contributions: [contribution] })), around)).toEqual([
      expect.stringMatching(expected),
    ]);
  });
});

describe('a judgement', () => {
  const around = [anActor(), anActor({ key: 'other' }), anInitiative()];

  test('is of two records of one type', () => {
    expect(problemsOf(changeSet(aJudgement()), around)).toEqual([]);
    expect(problemsOf(changeSet(aJudgement({ right: anInitiative() })), around)).toEqual([
      expect.stringMatching(/right: an initiative; an actor can only be the same as another actor/),
    ]);
  });

  test('is of two', () => {
    expect(problemsOf(changeSet(aJudgement({ right: anActor() })), around)).toEqual([
      expect.stringMatching(/right: .*; a record is always itself; name two records/),
    ]);
  });

  test.each([-0.1, 1.1, Number.NaN])('has a score from 0 to 1, not %d', (score) => {
    expect(problemsOf(changeSet(aJudgement({ score })), around)).toEqual([
      expect.stringContaining(', score: '),
    ]);
  });
});
