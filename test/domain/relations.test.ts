import { describe, expect, test } from '@jest/globals';
import { CLAIM_KINDS, type ClaimKind, RECORD_TYPES } from '../../src/domain/kinds.js';
import type { Bilingual, End, Role } from '../../src/domain/relation.js';
import { OWNER_ROLES, RELATIONS, sentenceOf } from '../../src/domain/relations.js';

/** The registry is data from which much is derived: these are the promises that its readers count on. */

const entries = CLAIM_KINDS.map((kind) => [kind, RELATIONS[kind]] as const);
const roleEntries = entries.flatMap(([kind, { roles }]) =>
  Object.entries(roles).map(([name, role]): [string, Role] => [`${kind} ${name}`, role]),
);
const sentences: Array<[string, Omit<Role, 'label'>]> = [
  ...roleEntries,
  ...entries.flatMap(
    ([kind, { sentence }]): Array<[string, Omit<Role, 'label'>]> => (sentence ? [[kind, sentence]] : []),
  ),
];
const filled = ({ id, en }: Bilingual) => id.trim() !== '' && en.trim() !== '';

test('every kind of claim has its entry, and there is no other', () => {
  expect(Object.keys(RELATIONS)).toEqual([...CLAIM_KINDS]);
});

test.each(entries)(
  '%s has labels in both languages and says what it states',
  (_kind, { label, definition }) => {
    expect(filled(label)).toBe(true);
    expect(definition).toMatch(/^[A-Z].*\.$/);
  },
);

test.each(entries)(
  '%s reads by its roles, or by one sentence when it has none',
  (_kind, { roles, sentence }) => {
    expect(sentence === undefined).toBe(Object.keys(roles).length > 0);
  },
);

test.each(roleEntries)('%s has labels in both languages', (_name, { label }) => {
  expect(filled(label)).toBe(true);
});

test.each(sentences)(
  '%s reads in both languages, from either end, with both names',
  (_name, { forward, backward }) => {
    const texts = [forward.id, forward.en, backward.id, backward.en];
    for (const text of texts) {
      expect(text.match(/\{subject\}/g)).toHaveLength(1);
      expect(text.match(/\{object\}/g)).toHaveLength(1);
      // Whole sentences stand around it: no capital, no full stop, no other placeholder.
      expect(text.replace(/\{(subject|object)\}/g, 'x')).not.toMatch(/[{}.]|^\s|\s$|^[A-Z]/);
    }
    expect(forward).not.toEqual(backward);
    expect(forward.id).not.toBe(forward.en);
    expect(backward.id).not.toBe(backward.en);
  },
);

test.each(sentences.filter(([name]) => !name.startsWith('CONFERRAL')))(
  '%s begins with the end from which it is told',
  (_name, { forward, backward }) => {
    for (const text of [forward.id, forward.en]) expect(text.startsWith('{subject}')).toBe(true);
    for (const text of [backward.id, backward.en])
      expect(text.indexOf('{object}')).toBeLessThan(text.indexOf('{subject}'));
  },
);

describe('the ends', () => {
  const wellFormed = (end: End) =>
    RECORD_TYPES.includes(end.type) &&
    (end.kinds === undefined || (end.type === 'actor' && end.kinds.length > 0));

  test.each(entries)('%s joins things, never claims, judgements or sources', (_kind, { subject, object }) => {
    expect(subject.length * object.length).toBeGreaterThan(0);
    for (const end of [...subject, ...object]) {
      expect(wellFormed(end)).toBe(true);
      expect(['claim', 'judgement', 'source']).not.toContain(end.type);
    }
  });

  test.each(roleEntries)('%s narrows the object to what its kind takes', (name, { object }) => {
    const taken = RELATIONS[name.split(' ')[0] as ClaimKind].object.map(({ type }) => type);
    for (const end of object ?? []) expect(taken).toContain(end.type);
  });

  test('only kinds that can join different types need to say that they join two of a type', () => {
    const must = entries.filter(([, { sameType }]) => sameType).map(([kind]) => kind);
    expect(must).toEqual(['PART_OF']);
  });
});

describe('what a claim may carry', () => {
  const allowing = (part: 'contributions' | 'position' | 'parties') =>
    entries.filter(([, { allows }]) => allows[part]).map(([kind]) => kind);

  test('contributions: who takes part or agrees', () => {
    expect(allowing('contributions')).toEqual(['PARTICIPATION', 'AGREEMENT']);
  });

  test('a position: who belongs to an organization', () => {
    expect(allowing('position')).toEqual(['AFFILIATION']);
  });

  test('further parties: who agrees', () => {
    expect(allowing('parties')).toEqual(['AGREEMENT']);
  });

  test('dates: all', () => {
    for (const [, { allows }] of entries) expect(allows.period).toBe(true);
  });
});

test('the organisation roles of IATI each have one counterpart', () => {
  const mapped = roleEntries.flatMap(([name, { iati }]) => (iati === undefined ? [] : [[iati, name]]));

  expect(Object.fromEntries(mapped)).toEqual({
    1: 'PARTICIPATION FUNDING',
    2: 'PARTICIPATION ACCOUNTABLE',
    3: 'PARTICIPATION EXTENDING',
    4: 'PARTICIPATION IMPLEMENTING',
  });
  expect(mapped).toHaveLength(4);
});

test('participation has the roles of the design', () => {
  const roles = Object.keys(RELATIONS.PARTICIPATION.roles);
  const named = [
    ...['INITIATOR', 'KNOWLEDGE_PARTNER', 'BENEFICIARY', 'MEDIA_PARTNER', 'ADVISER'],
    ...['SPEAKER', 'HOST', 'COMPETITOR', 'ORGANIZER'],
  ];
  expect(roles).toEqual(expect.arrayContaining(named));
});

test('an owner is a participant', () => {
  expect(Object.keys(RELATIONS.PARTICIPATION.roles)).toEqual(expect.arrayContaining([...OWNER_ROLES]));
});

describe('the rules of a trace', () => {
  const rules = entries.flatMap(([kind, { trace }]) =>
    [...trace.behind, ...trace.ahead].map((rule) => [kind, rule] as const),
  );

  test.each(rules)('of %s name roles that exist: %j', (kind, { roles = [] }) => {
    const known = Object.keys(RELATIONS[kind].roles);
    for (const role of roles) expect(known).toContain(role);
  });

  test.each(rules)('of %s enter at a type that can stand there: %j', (kind, { from, entry = [] }) => {
    const there = RELATIONS[kind][from === 'party' ? 'subject' : from].map(({ type }) => type);
    for (const type of entry) expect(there).toContain(type);
  });

  test.each(rules)('of %s say nothing twice: %j', (kind, rule) => {
    for (const list of Object.values(RELATIONS[kind].trace))
      expect(list.filter((other) => JSON.stringify(other) === JSON.stringify(rule)).length).toBeLessThan(2);
  });

  test('an achievement is told from its conferrals, and an initiative from those that took part', () => {
    expect(RELATIONS.CONFERRAL.trace.behind).toContainEqual({ from: 'subject' });
    expect(RELATIONS.PARTICIPATION.trace.behind).toContainEqual({ from: 'object' });
  });

  test('going back, an actor leads to where it belonged and what it came from, never to what else it did', () => {
    const passable = entries.filter(([, relation]) =>
      relation.trace.behind.some(
        ({ from, entry }) =>
          relation[from === 'party' ? 'subject' : from].some(({ type }) => type === 'actor') &&
          (entry === undefined || entry.includes('actor')),
      ),
    );

    expect(passable.map(([kind]) => kind)).toEqual(['AFFILIATION', 'PART_OF', 'SUCCEEDED_BY']);
    for (const { onDay } of RELATIONS.AFFILIATION.trace.behind) expect(onDay).toBe(true);
  });
});

describe('the sentence of a claim', () => {
  test('is that of its role', () => {
    expect(sentenceOf('PARTICIPATION', 'FUNDING').forward.en).toBe('{subject} funds {object}');
  });

  test('is that of its kind when it has no roles', () => {
    expect(sentenceOf('PART_OF', null).backward.id).toBe('{object} mencakup {subject}');
  });

  test.each([
    ['PARTICIPATION', 'NOBODY'],
    ['PARTICIPATION', null],
    ['PART_OF', 'HEAD'],
  ] as const)('of %s with the role %s does not exist', (kind, role) => {
    expect(() => sentenceOf(kind, role)).toThrow(`relation ${kind} has no role ${role}`);
  });
});
