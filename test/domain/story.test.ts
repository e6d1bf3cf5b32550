import { describe, expect, test } from '@jest/globals';
import { byId } from '../../src/domain/collections.js';
import { coverageOf } from '../../src/domain/coverage.js';
import { CLAIM_KINDS, HELIXES, LANGUAGES } from '../../src/domain/kinds.js';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import type { End } from '../../src/domain/relation.js';
import { RELATIONS } from '../../src/domain/relations.js';
import { claimSentence, gapSentence, sentenceOfStep } from '../../src/domain/story.js';
import { TRACE_GAP_KINDS, type TraceGap } from '../../src/domain/trace.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anInitiative,
  anIssue,
  aPerson,
  aPlace,
} from '../support/builders.js';

const office = anActor({ key: 'office', name: 'Dinas Obor' });
const program = anInitiative({ key: 'program', name: 'Program Terang' });

const sentence = (
  claim: Claim,
  members: readonly JejakRecord[],
  language: 'id' | 'en' = 'id',
  from?: JejakRecord,
) => claimSentence(claim, byId(members), language, from?.id);

describe('the sentence of a claim', () => {
  /** A record of that name that may stand at that end. */
  const standIn = ([end]: readonly End[], name: string): JejakRecord => {
    if (end?.kinds?.[0]) return anActor({ key: name, name, kind: end.kinds[0] });
    const builders: Record<string, (fields: { key: string; name: string }) => JejakRecord> = {
      actor: anActor,
      initiative: anInitiative,
      achievement: anAchievement,
      issue: anIssue,
      place: aPlace,
    };
    const build = builders[end?.type ?? ''];
    if (build === undefined) throw new Error(`no claim ends at a ${end?.type}`);
    return build({ key: name, name });
  };
  const forms = CLAIM_KINDS.flatMap((kind) => {
    const { roles, subject, object } = RELATIONS[kind];
    const named = Object.entries(roles).map(([role, narrowed]) => ({
      role,
      object: narrowed.object ?? object,
    }));
    return (named.length > 0 ? named : [{ role: null, object }]).map((form) => ({ kind, subject, ...form }));
  });

  test.each(forms.map((form) => [`${form.kind} ${form.role ?? ''}`.trim(), form] as const))(
    'of %s names both ends once, the teller first, in both languages',
    (_title, form) => {
      const [subject, object] = [
        standIn(form.subject, 'SUB{object}JECT'),
        standIn(form.object, 'OB{subject}JECT'),
      ];
      const claim = aClaim({ kind: form.kind, role: form.role, subject, object });
      const told = LANGUAGES.flatMap((language) =>
        [subject, object].map((from) => {
          const text = sentence(claim, [subject, object], language, from);
          const [first, second] =
            from === subject
              ? ['SUB{object}JECT', 'OB{subject}JECT']
              : ['OB{subject}JECT', 'SUB{object}JECT'];
          expect(text.split(first)).toHaveLength(2);
          expect(text.split(second)).toHaveLength(2);
          expect(text.indexOf(first)).toBeLessThan(text.indexOf(second));
          expect(text.replace(first, '').replace(second, '')).toMatch(/^[^{}]*\p{L}{2,}[^{}]*$/u);
          return text;
        }),
      );
      expect(new Set(told).size).toBe(4);
    },
  );

  test('is told from the subject unless asked for from the other end', () => {
    const claim = aClaim({ subject: office, object: program });
    const told = (language: 'id' | 'en', from?: JejakRecord) =>
      sentence(claim, [office, program], language, from);
    expect(told('id')).toBe('Dinas Obor melaksanakan Program Terang');
    expect(told('en')).toBe('Dinas Obor implements Program Terang');
    expect(told('id', program)).toBe('Program Terang dilaksanakan oleh Dinas Obor');
    expect(told('en', program)).toBe('Program Terang is implemented by Dinas Obor');
    expect(told('en', anIssue())).toBe('Dinas Obor implements Program Terang');
  });

  test('ends with the post of an affiliation, in the language that has it', () => {
    const ani = aPerson({ key: 'ani', name: 'Ani' });
    const post = {
      kind: 'AFFILIATION',
      role: 'HEAD',
      subject: ani,
      object: office,
      position: 'Kepala Dinas',
    } as const;
    const both = aClaim({ ...post, positionEn: 'Head of Office' });
    expect(sentence(both, [ani, office])).toBe('Ani memimpin Dinas Obor sebagai Kepala Dinas');
    expect(sentence(both, [ani, office], 'en', office)).toBe('Dinas Obor is headed by Ani as Head of Office');
    expect(sentence(aClaim(post), [ani, office], 'en')).toBe('Ani heads Dinas Obor as Kepala Dinas');
  });

  test('of an agreement names all parties, whoever tells it', () => {
    const [bank, school, paper] = ['Bank', 'School', 'Paper'].map((name) => anActor({ key: name, name })) as [
      JejakRecord,
      JejakRecord,
      JejakRecord,
    ];
    const all = [bank, school, paper, office];
    const agree = { kind: 'AGREEMENT', role: null, subject: bank, object: school } as const;
    const three = aClaim({ ...agree, parties: [paper] });
    expect(sentence(aClaim(agree), all)).toBe('Bank bersepakat dengan School');
    expect(sentence(three, all)).toBe('Bank bersepakat dengan School dan Paper');
    expect(sentence(three, all, 'en', school)).toBe('School has an agreement with Bank and Paper');
    expect(sentence(three, all, 'en', paper)).toBe('Paper has an agreement with Bank and School');
    expect(sentence(aClaim({ ...agree, parties: [paper, office] }), all, 'en')).toBe(
      'Bank has an agreement with School, Paper, and Dinas Obor',
    );
    const step = { claim: three, from: school, to: bank, parties: [paper] } as Parameters<
      typeof sentenceOfStep
    >[0];
    expect(sentenceOfStep(step, 'en')).toBe('School has an agreement with Bank and Paper');
  });

  test.each([
    ['Sistem Pelayanan Malang Online', ['SINGO', 'SPMO'], 'Sistem Pelayanan Malang Online (SINGO)'],
    ['Sistem SINGO Malang', ['SINGO'], 'Sistem SINGO Malang'],
    ['Sistem Singo', ['SINGO'], 'Sistem Singo'],
    ['Singosari Terang', ['SINGO'], 'Singosari Terang (SINGO)'],
    ['Program Terang', [], 'Program Terang'],
  ])('shows the abbreviation of %s %j as "%s"', (name, abbreviations, shown) => {
    const initiative = anInitiative({ name, abbreviations });
    expect(sentence(aClaim({ subject: office, object: initiative }), [office, initiative])).toBe(
      `Dinas Obor melaksanakan ${shown}`,
    );
    const actor = anActor({ name, abbreviations });
    expect(sentence(aClaim({ subject: actor, object: program }), [actor, program])).toBe(
      `${shown} melaksanakan Program Terang`,
    );
  });

  test('shows none for what is not commonly called by it', () => {
    const place = aPlace({ name: 'Tempat Sampah', abbreviations: ['TPS'] });
    const claim = aClaim({ kind: 'LOCATED_IN', role: null, subject: program, object: place });
    expect(sentence(claim, [program, place])).toBe('Program Terang bertempat di Tempat Sampah');
  });

  test('takes a name for what it is, also one that holds a pattern', () => {
    const odd = anInitiative({ name: "$& {subject} {object} $'" });
    expect(sentence(aClaim({ subject: office, object: odd }), [office, odd])).toBe(
      "Dinas Obor melaksanakan $& {subject} {object} $'",
    );
  });

  test('can not be told of someone who is missing', () => {
    const claim = aClaim({ subject: office, object: program });
    expect(() => sentence(claim, [office])).toThrow(`a member of claim ${claim.id} is missing`);
  });
});

describe('the sentence of a gap', () => {
  const NONE = { helix: null, step: null, node: null };
  const step = {
    depth: 1,
    claim: aClaim({ subject: office, object: program }),
    from: program,
    to: office,
    parties: [],
  };
  const gaps: ReadonlyArray<[TraceGap, string, string]> = [
    [
      { ...NONE, kind: 'HELIX_ABSENT', helix: 'FINANCE' },
      'Tidak ada pelaku dari unsur perbankan dan jasa keuangan dalam jejak ini',
      'No actor from finance in this trace',
    ],
    [
      { ...NONE, kind: 'SINGLE_SOURCE', step },
      'Hanya satu sumber: Program Terang dilaksanakan oleh Dinas Obor',
      'One source only: Program Terang is implemented by Dinas Obor',
    ],
    [
      { ...NONE, kind: 'DATE_UNKNOWN', step },
      'Tanggal tidak diketahui: Program Terang dilaksanakan oleh Dinas Obor',
      'Date unknown: Program Terang is implemented by Dinas Obor',
    ],
    [
      { ...NONE, kind: 'DATE_UNKNOWN', node: anAchievement({ name: 'Anugerah' }) },
      'Tanggal tidak diketahui: Anugerah',
      'Date unknown: Anugerah',
    ],
    [
      { ...NONE, kind: 'RECIPIENT_UNKNOWN', node: anAchievement({ name: 'Anugerah' }) },
      'Peraih tidak diketahui: Anugerah',
      'Recipient unknown: Anugerah',
    ],
  ];

  test.each(gaps.map(([gap, id, en]) => [en, id, gap] as const))('%s / %s', (english, indonesian, gap) => {
    expect([gapSentence(gap, 'id'), gapSentence(gap, 'en')]).toEqual([indonesian, english]);
  });

  test('exists for every kind, and names each helix differently', () => {
    expect(new Set(gaps.map(([{ kind }]) => kind))).toEqual(new Set(TRACE_GAP_KINDS));
    for (const language of LANGUAGES) {
      const told = HELIXES.map((helix) => gapSentence({ ...NONE, kind: 'HELIX_ABSENT', helix }, language));
      expect(new Set(told).size).toBe(HELIXES.length);
    }
  });
});

describe('coverage', () => {
  test('has every helix in its order, with its actors as given, each once', () => {
    const [bank, fund] = ['bank', 'fund'].map((key) => anActor({ key, helix: 'FINANCE' }));
    const { helixes, present, absent } = coverageOf([fund, office, bank, fund] as never);
    expect(helixes.map(({ helix }) => helix)).toEqual(HELIXES);
    expect(helixes.flatMap(({ actors }) => actors)).toEqual([office, fund, bank]);
    expect(present).toEqual(['GOVERNMENT', 'FINANCE']);
    expect(absent).toEqual(['COMMUNITY', 'ACADEMIA', 'BUSINESS', 'MEDIA']);
  });

  test('of nobody lacks everything; persons and cohorts count as one', () => {
    expect(coverageOf([]).absent).toEqual(HELIXES);
    const families = anActor({ key: 'families', kind: 'COHORT', size: 40, helix: 'COMMUNITY' });
    expect(coverageOf([families, aPerson()]).helixes[1]?.actors).toHaveLength(2);
  });
});
