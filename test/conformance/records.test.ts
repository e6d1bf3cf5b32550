import { expect, test } from '@jest/globals';
import type { JejakRecord } from '../../src/domain/records.js';
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
  storedBy,
  testId,
} from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { readRecord } from '../support/reading.js';

/**
 * The invariant: a record read is the record that was written, whatever its type, with every field filled or every
 * field empty, plus the numbers of the changes that made and last touched it.
 */

/** Each with every field that it can have. */
const names = {
  aliases: ['Pemkot', 'Kota'],
  previousNames: ['Gemeente'],
  abbreviations: ['PKM'],
  weakAliases: ['pemerintah'],
  description: 'Baris satu.\nBaris dua.',
  descriptionEn: 'Line one.\n\tLine two.',
};
const base = {
  identifiers: [
    { scheme: 'jejak:malang', id: 'kota' },
    { scheme: 'wikidata', id: 'Q11445' },
  ],
  evidence: [
    {
      source: aSource(),
      locator: 'hlm. 3',
      quote: 'satu',
      paraphrase: 'dua',
      paraphraseEn: 'two',
      language: 'en',
    },
  ],
  note: 'Catatan.',
  noteEn: 'A note.',
};
const period = { start: '2018-09-24', end: '2023', endState: 'KNOWN', at: '2021-02~' } as const;
const FULL: JejakRecord[] = [
  anActor({ ...base, ...names, kind: 'COHORT', size: 57, url: 'https://malangkota.go.id/' }),
  anInitiative({ ...base, ...names, ...period }),
  anAchievement({ ...base, ...names, level: 'NATIONAL', category: 'Smart', rank: 'TOP 25', date: '2021-XX' }),
  anAward({ ...base, ...names, level: 'INTERNATIONAL' }),
  anIssue({ ...base, ...names, progress: 'IN_PROGRESS', progressAt: '2022-06' }),
  aPlace({ ...base, ...names, code: '35.73.03.1008' }),
  aSource({
    ...base,
    evidence: [],
    publisher: 'Radio Elfara',
    author: 'Anonim',
    date: '2022-08-17',
    url: 'https://example.org/a?b=1#c',
    retrieved: '2024-02-29',
    checksum: `sha256:${'0f'.repeat(32)}`,
    language: 'jv-Latn',
    paragraphs: 12,
  }),
  aClaim({
    ...base,
    ...period,
    status: 'DISPUTED',
    rank: 'PREFERRED',
    contributions: [
      { kind: 'MONEY', amount: 1_500_000.5, currency: 'IDR', unit: null, description: 'tunai' },
      { kind: 'IN_KIND', amount: 40, currency: null, unit: 'karung', description: null },
    ],
  }),
  aClaim({
    key: 'affiliation',
    kind: 'AFFILIATION',
    role: 'HEAD',
    subject: aPerson(),
    object: anActor({ key: 'other' }),
    position: 'Wali Kota',
    positionEn: 'Mayor',
  }),
  aJudgement({
    ...base,
    left: aPerson(),
    right: anActor({ key: 'other' }),
    verdict: 'NEGATIVE',
    score: 0.25,
  }),
];
/** What the records above point at. */
const REST = [aPerson(), anActor({ key: 'other' })];

/** Each with only the fields that it must have. */
const BARE: JejakRecord[] = [
  anActor(),
  anInitiative(),
  anAward(),
  anAchievement(),
  anIssue(),
  aPlace(),
  aSource(),
  aClaim(),
  anActor({ key: 'other' }),
  aJudgement(),
];

onEveryEngine((stage) => {
  test.each([
    ['every field filled', FULL, REST],
    ['only what it must have', BARE, []],
  ])('a record of each type comes back as it was written, with %s', async (_title, records, rest) => {
    await stage.store.apply(changeSet(...records, ...rest));

    for (const record of records) expect(await readRecord(stage.store, record)).toEqual(storedBy(1, record));
  });

  test('what may be left out is filled in: null, an empty list, or the default', async () => {
    const [actor, initiative, source] = aParticipation();
    const id = testId('claim');
    const claim = {
      type: 'claim',
      id,
      kind: 'PARTICIPATION',
      role: 'HOST',
      subject: actor.id,
      object: initiative.id,
    } as const;
    await stage.store.apply(
      changeSet(actor, initiative, source, { ...claim, evidence: [{ source: source.id }] }),
    );

    expect(await readRecord(stage.store, aClaim())).toEqual(storedBy(1, aClaim({ role: 'HOST' })));
  });

  test('the parties of an agreement keep their order', async () => {
    const parties = ['e', 'b', 'd', 'a', 'c', 'z', 'm', 'k', 'y', 'f', 'g', 'h'].map((key) =>
      anActor({ key }),
    );
    const other = anActor({ key: 'other' });
    const agreement = aClaim({ kind: 'AGREEMENT', role: null, subject: anActor(), object: other, parties });
    await stage.store.apply(changeSet(anActor(), other, ...parties, aSource(), agreement));

    expect((await readRecord(stage.store, agreement)).parties).toEqual(parties.map(({ id }) => id));
  });

  test('subject and object are never exchanged', async () => {
    const [part, whole] = [anInitiative({ key: 'part' }), anInitiative({ key: 'whole' })];
    const forth = aClaim({ key: 'forth', kind: 'PART_OF', role: null, subject: part, object: whole });
    const back = aClaim({ key: 'back', kind: 'RESULTED_IN', role: null, subject: whole, object: part });
    await stage.store.apply(changeSet(part, whole, aSource(), forth, back));

    expect(await readRecord(stage.store, forth)).toMatchObject({ subject: part.id, object: whole.id });
    expect(await readRecord(stage.store, back)).toMatchObject({ subject: whole.id, object: part.id });
  });

  test('evidence is ordered by source, then by locator as a person counts', async () => {
    const locators = ['paragraf 10', 'paragraf 2', 'paragraf 1', 'hlm. 12', null, '00:14:10', '00:02:05'];
    const evidence = locators.map((locator) => ({ source: aSource(), locator }));
    const claim = aClaim({ evidence });
    await stage.store.apply(changeSet(anActor(), anInitiative(), aSource(), claim));

    expect((await readRecord(stage.store, claim)).evidence.map(({ locator }) => locator)).toEqual([
      null,
      '00:02:05',
      '00:14:10',
      'hlm. 12',
      'paragraf 1',
      'paragraf 2',
      'paragraf 10',
    ]);
  });

  test('several pieces of evidence from one source stay apart, in one order', async () => {
    const source = aSource();
    const evidence = [
      { source, locator: 'paragraf 1', paraphrase: 'b', paraphraseEn: 'B' },
      { source, locator: 'paragraf 1', paraphrase: 'b', paraphraseEn: 'A' },
      { source, locator: 'paragraf 1', paraphrase: 'a' },
      { source, locator: 'paragraf 1', paraphrase: 'a', language: 'en' },
      { source, locator: 'paragraf 1', paraphrase: 'a', quote: 'q' },
    ];
    const claim = aClaim({ evidence });
    const reversed = aClaim({ key: 'reversed', evidence: evidence.toReversed() });
    await stage.store.apply(changeSet(anActor(), anInitiative(), source, claim, reversed));

    const [one, other] = [await readRecord(stage.store, claim), await readRecord(stage.store, reversed)];
    expect(one.evidence).toHaveLength(5);
    expect(other.evidence).toEqual(one.evidence);
    expect(one.evidence.map(({ paraphraseEn, quote, language }) => [paraphraseEn, quote, language])).toEqual([
      [null, null, 'en'],
      [null, null, 'id'],
      [null, 'q', 'id'],
      ['A', null, 'id'],
      ['B', null, 'id'],
    ]);
  });

  test('the same piece of evidence given twice is kept twice', async () => {
    const claim = aClaim({ evidence: [{ source: aSource() }, { source: aSource() }] });
    await stage.store.apply(changeSet(anActor(), anInitiative(), aSource(), claim));

    expect((await readRecord(stage.store, claim)).evidence).toHaveLength(2);
  });

  test('a source can be the evidence for itself and for other sources', async () => {
    const source = aSource({ evidence: [{ source: aSource(), locator: 'kolofon' }] });
    const index = aSource({ key: 'index', evidence: [{ source }] });
    await stage.store.apply(changeSet(source, index));

    expect(await readRecord(stage.store, source)).toEqual(storedBy(1, source));
    expect(await readRecord(stage.store, index)).toEqual(storedBy(1, index));
  });
});
