import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { OPERATOR, PUBLIC_USER, type User } from '../../src/auth/rights.js';
import { MAX_ARTICLE } from '../../src/graphql/article.js';
import { knownNames } from '../../src/store/known-names.js';
import { answer, ask, schema } from '../support/api.js';
import {
  aClaim,
  aJudgement,
  anActor,
  anAward,
  anInitiative,
  aPerson,
  aPlace,
  aSource,
  changeSet,
  update,
} from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { contributor, editor } from '../support/people.js';
import { everything, readChanges } from '../support/reading.js';

/**
 * The invariants: reading writes nothing; what is accepted is written in one change, each claim with its place in the
 * article, each new name once; what is no longer suggested, or said already, is not written; and all of it can be
 * taken back. The article and everybody in it are invented.
 */
const PARAGRAPHS = [
  'Pesta Air Khayal di Balai Dongeng (berita rekaan)',
  'Berita ini rekaan. Pesta Air Khayal digelar oleh Dinas Air Angan di Balai Dongeng, Rabu (10/5/2023).',
  'Pesta Air Khayal dihadiri oleh Kepala Dinas Air Angan, Drs. H. Boedi Bayang, M.Si., serta Yayasan Embun Dongeng.',
  'Program "Kebun Awan" didanai oleh PT Tirta Angan sebesar Rp 75 juta. Program "Kebun Awan" dikelola oleh Yayasan Embun Dongeng.',
  'Yayasan Embun Dongeng meraih Juara Harapan Air Khayal. Penghargaan tersebut diserahkan oleh Dinas Air Angan.',
  'Dinas Air Angan dan PT Tirta Angan menandatangani nota kesepahaman.',
];
const TEXT = PARAGRAPHS.join('\n\n');
const PUBLISHED = '2023-05-11';

const dinas = anActor({ key: 'dinas', name: 'Dinas Air Angan', weakAliases: ['Kepala'] });
const pesta = anInitiative({ key: 'pesta', kind: 'EVENT', name: 'Pesta Air Khayal' });
const other = aSource({ key: 'lain', title: 'Catatan lama (rekaan)' });
const WORLD = [dinas, pesta, other];

const ORGANIZES = 'Dinas Air Angan menyelenggarakan Pesta Air Khayal';
const ATTENDS = 'Boedi Bayang menghadiri Pesta Air Khayal';
const HEADS = 'Boedi Bayang memimpin Dinas Air Angan sebagai Kepala Dinas Air Angan';
const FUNDS = 'PT Tirta Angan mendanai Kebun Awan';
const RUNS = 'Yayasan Embun Dongeng melaksanakan Kebun Awan';
const WINS = 'Juara Harapan Air Khayal diraih oleh Yayasan Embun Dongeng';
const GIVES = 'Juara Harapan Air Khayal diberikan oleh Dinas Air Angan';
const AGREE = 'Dinas Air Angan bersepakat dengan PT Tirta Angan';

interface EndAnswer {
  readonly node: { readonly id: string } | null;
  readonly type: string;
  readonly kind: string | null;
  readonly helix: string | null;
  readonly name: string;
}
interface SuggestionAnswer {
  readonly id: string;
  readonly sentence: string;
  readonly subject: EndAnswer;
  readonly object: EndAnswer;
  readonly known: ReadonlyArray<{ readonly id: string; readonly status: string }>;
}
const END = '{ node { id } type kind helix name }';
const READ = `query ($text: String!, $published: Date) {
  proposeFromText(text: $text, published: $published) {
    suggestions {
      id kind role sentence inEnglish: sentence(language: EN) position confidence quote locator start end
      subject ${END} object ${END} parties ${END}
      period { start { edtf } end { edtf } endState at { edtf } }
      contributions { kind amount currency } rule { id explanation inEnglish: explanation(language: EN) }
      known { id status }
    }
    names { start end ends { name } } dates { text date { earliest } }
  }
}`;

async function reading(stage: Stage, text = TEXT, user: User = PUBLIC_USER) {
  const data = await answer<{
    proposeFromText: { suggestions: SuggestionAnswer[]; names: Array<{ start: number; end: number }> };
  }>(stage.store, READ, { text, published: PUBLISHED }, user);
  return data.proposeFromText;
}

/** The suggestion that reads so. */
async function suggested(stage: Stage, sentence: string): Promise<SuggestionAnswer> {
  const { suggestions } = await reading(stage);
  const found = suggestions.find((each) => each.sentence === sentence);
  if (found === undefined) throw new Error(`not suggested: ${sentence}`);
  return found;
}

interface Payload {
  readonly change: { readonly id: string; readonly by: string; readonly why: string } | null;
  readonly proposal: { readonly id: string; readonly operationCount: number } | null;
  readonly node: { readonly id: string } | null;
  readonly userErrors: ReadonlyArray<{ field: string | null; code: string; message: string }>;
}
const ACCEPT = `mutation (
  $text: String!, $published: Date, $source: ID, $newSource: SourceInput, $accept: [AcceptInput!]!, $key: String
) {
  it: acceptSuggestions(
    text: $text, published: $published, source: $source, newSource: $newSource, accept: $accept,
    why: "dari berita", clientMutationId: $key
  ) { change { id by why } proposal { id operationCount } node { id } userErrors { field code message } }
}`;
interface Item {
  /** The sentence of the suggestion, or its id. */
  readonly accept: string;
  readonly changes?: object;
  readonly subject?: string;
  readonly object?: string;
}
interface Accepting {
  readonly user?: User;
  readonly variables?: Record<string, unknown>;
}
const NEW_SOURCE = { newSource: { title: 'Pesta Air Khayal (berita rekaan)', publisher: 'Koran Dongeng' } };

/** Accepts the suggestions that read so, by the word of a new source unless `variables` name another. */
async function accept(
  stage: Stage,
  items: ReadonlyArray<Item | string>,
  { user = editor(), variables = NEW_SOURCE }: Accepting = {},
): Promise<Payload> {
  const { suggestions } = await reading(stage);
  const idOf = (sentence: string) => suggestions.find((each) => each.sentence === sentence)?.id ?? sentence;
  const list = items.map((item) => {
    const { accept: sentence, ...rest } = typeof item === 'string' ? { accept: item } : item;
    return { suggestion: idOf(sentence), ...rest };
  });
  const given = { text: TEXT, published: PUBLISHED, accept: list, ...variables };
  return (await answer<{ it: Payload }>(stage.store, ACCEPT, given, user)).it;
}
const good = (payload: Payload) => {
  expect(payload.userErrors).toEqual([]);
  return payload;
};

/** The records of the last change, by type. */
async function written(stage: Stage) {
  const last = (await readChanges(stage.store)).at(-1);
  const records = last?.operations.map(({ after }) => after) ?? [];
  return <T extends string>(type: T) => records.filter((record) => record.type === type) as never[];
}

test('docs/articles.md shows documents that the API takes', () => {
  const shown = [...readFileSync('docs/articles.md', 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)];
  expect(shown).toHaveLength(2);
  for (const [, document = ''] of shown) expect(validate(schema, parse(document))).toEqual([]);
});

onEveryEngine((stage) => {
  describe('reading', () => {
    test('suggests claims in words, with their ends, dates, rule and place in the text', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const before = await everything(stage.engine);
      const { suggestions } = await reading(stage);

      expect(suggestions.map(({ sentence }) => sentence)).toEqual([
        ORGANIZES,
        'Pesta Air Khayal bertempat di Balai Dongeng',
        ATTENDS,
        'Yayasan Embun Dongeng menghadiri Pesta Air Khayal',
        HEADS,
        FUNDS,
        RUNS,
        WINS,
        GIVES,
        AGREE,
      ]);
      expect(suggestions[0]).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{20}$/),
        kind: 'PARTICIPATION',
        role: 'ORGANIZER',
        sentence: ORGANIZES,
        inEnglish: 'Dinas Air Angan organizes Pesta Air Khayal',
        position: null,
        confidence: 0.85,
        quote: 'Pesta Air Khayal digelar oleh Dinas Air Angan di Balai Dongeng, Rabu (10/5/2023).',
        locator: 'paragraf 2',
        start: TEXT.indexOf('Pesta Air Khayal digelar'),
        end: TEXT.indexOf(' di Balai Dongeng, Rabu'),
        subject: {
          node: { id: dinas.id },
          type: 'ACTOR',
          kind: 'ORGANIZATION',
          helix: 'GOVERNMENT',
          name: dinas.name,
        },
        object: { node: { id: pesta.id }, type: 'INITIATIVE', kind: 'EVENT', helix: null, name: pesta.name },
        parties: [],
        period: { start: { edtf: '2023-05-10' }, end: { edtf: '2023-05-10' }, endState: 'KNOWN', at: null },
        contributions: [],
        rule: {
          id: 'organizer-passive',
          explanation: 'Yang disebut setelah kata kerja pasif menyelenggarakannya.',
          inEnglish: 'Who stands after the passive verb organizes it.',
        },
        known: [],
      });
      expect(suggestions[5]).toMatchObject({
        subject: { node: null, type: 'ACTOR', helix: 'BUSINESS', name: 'PT Tirta Angan' },
        object: { node: null, type: 'INITIATIVE', kind: 'PROGRAM', name: 'Kebun Awan' },
        contributions: [{ kind: 'MONEY', amount: 75_000_000, currency: 'IDR' }],
      });
      expect(await everything(stage.engine)).toEqual(before);
    });

    test('tells names and dates, and gives the same ids again', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const [first, second] = [await reading(stage), await reading(stage)];

      expect(second).toEqual(first);
      expect(first).toMatchObject({ dates: [{ text: '10/5/2023', date: { earliest: '2023-05-10' } }] });
      const names = first.names.map(({ start, end }) => TEXT.slice(start, end));
      expect(names).toEqual(expect.arrayContaining(['Boedi Bayang', 'Kebun Awan', 'Balai Dongeng']));
    });

    test('knows records by every name but the weak ones, and merged ones by the one that stands', async () => {
      const old = anActor({
        key: 'lama',
        name: 'Jawatan Air Angan',
        aliases: ['Jawair Angan'],
        previousNames: ['Kantor Air Angan'],
        abbreviations: ['JAA'],
      });
      const gone = anActor({ key: 'salah', name: 'Dinas Keliru Angan', withdrawn: true });
      await stage.store.apply(changeSet(dinas));
      await stage.store.apply(changeSet(old, gone, pesta, anAward({ name: 'Anugerah Rekaan' })));
      await stage.store.apply(changeSet(aJudgement({ left: dinas, right: old })));

      const names = await knownNames(stage.store);
      expect(names.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
        'actor Dinas Air Angan',
        'award Anugerah Rekaan',
        'initiative Pesta Air Khayal',
      ]);
      expect(names.find(({ id }) => id === dinas.id)).toEqual({
        ...{ id: dinas.id, type: 'actor', kind: 'ORGANIZATION', helix: 'GOVERNMENT', name: dinas.name },
        aliases: ['Jawair Angan', 'Jawatan Air Angan'],
        previousNames: ['Kantor Air Angan'],
        abbreviations: ['JAA'],
      });
      const { suggestions } = await reading(stage, 'Pesta Air Khayal digelar oleh Kantor Air Angan.');
      expect(suggestions).toMatchObject([{ subject: { node: { id: dinas.id }, name: dinas.name } }]);
    });

    test('shows the claims that say the same; retracted ones, other roles and other ends are none', async () => {
      const said = (key: string, more: Parameters<typeof aClaim>[0] = {}) =>
        aClaim({
          key,
          role: 'ORGANIZER',
          subject: dinas,
          object: pesta,
          evidence: [{ source: other }],
          ...more,
        });
      const tirta = anActor({ key: 'tirta', name: 'PT Tirta Angan', helix: 'BUSINESS' });
      const agreement = said('sepakat', { kind: 'AGREEMENT', role: null, subject: tirta, object: dinas });
      await stage.store.apply(
        changeSet(
          ...[...WORLD, tirta, agreement, said('sama'), said('peran', { role: 'HOST' })],
          ...[said('cabut', { status: 'RETRACTED' }), said('lain', { subject: tirta })],
        ),
      );

      expect((await suggested(stage, ORGANIZES)).known).toEqual([
        { id: said('sama').id, status: 'ASSERTED' },
      ]);
      expect((await suggested(stage, AGREE)).known.map(({ id }) => id)).toEqual([agreement.id]);
    });

    test.each([
      ['an empty text', { text: ' \n' }, 'BAD_USER_INPUT', /text: is empty; paste the text of an article/],
      ['a long one', { text: 'a'.repeat(MAX_ARTICLE + 1) }, 'BAD_USER_INPUT', /50001 characters; .* 50000/],
    ])('refuses %s', async (_, variables, code, message) => {
      const { errors } = await ask(stage.store, READ, variables);
      expect(errors).toEqual([{ code, message: expect.stringMatching(message) }]);
    });

    test('refuses two articles in a request', async () => {
      const two =
        '{ a: proposeFromText(text: "Satu.") { dates { text } } b: proposeFromText(text: "Dua.") { dates { text } } }';
      const { errors } = await ask(stage.store, two);
      expect(errors[0]).toMatchObject({
        code: 'TOO_COMPLEX',
        message: expect.stringContaining('read one article a request'),
      });
    });
  });

  describe('accepting', () => {
    test('records several in one change, each new name once, with evidence', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const { change, node } = good(await accept(stage, [ATTENDS, HEADS, FUNDS, RUNS, WINS, GIVES, AGREE]));
      const of = await written(stage);

      expect(change).toMatchObject({ by: 'Editor', why: 'dari berita' });
      expect(await readChanges(stage.store)).toHaveLength(2);
      expect(of('source')).toMatchObject([
        {
          id: node?.id,
          kind: 'ARTICLE',
          title: NEW_SOURCE.newSource.title,
          date: PUBLISHED,
          checksum: `sha256:${createHash('sha256').update(TEXT).digest('hex')}`,
          paragraphs: PARAGRAPHS.length,
        },
      ]);
      expect(of('actor')).toMatchObject([
        { name: 'Boedi Bayang', kind: 'PERSON', helix: 'GOVERNMENT' },
        { name: 'PT Tirta Angan', kind: 'ORGANIZATION', helix: 'BUSINESS' },
        { name: 'Yayasan Embun Dongeng', kind: 'ORGANIZATION', helix: 'COMMUNITY' },
      ]);
      expect(of('initiative')).toMatchObject([
        {
          name: 'Kebun Awan',
          kind: 'PROGRAM',
          note: expect.stringContaining('diterka'),
          evidence: [{ source: node?.id, locator: 'paragraf 4' }],
        },
      ]);
      const [award] = of('award') as Array<{ id: string }>;
      expect(of('award')).toMatchObject([{ name: 'Juara Harapan Air Khayal' }]);
      expect(of('achievement')).toMatchObject([{ name: 'Juara Harapan Air Khayal', award: award?.id }]);
      expect(of('claim')).toHaveLength(7);
      expect(of('claim')[2]).toMatchObject({
        kind: 'PARTICIPATION',
        role: 'FUNDING',
        status: 'ASSERTED',
        at: '2023-05-10',
        contributions: [{ kind: 'MONEY', amount: 75_000_000, currency: 'IDR' }],
        note: expect.stringContaining('"funding-passive"'),
        noteEn: expect.stringContaining('"funding-passive"'),
        evidence: [
          {
            source: node?.id,
            locator: 'paragraf 4',
            quote: 'Program "Kebun Awan" didanai oleh PT Tirta Angan sebesar Rp 75 juta.',
            language: 'id',
          },
        ],
      });
      expect(of('claim')[1]).toMatchObject({ kind: 'AFFILIATION', position: 'Kepala Dinas Air Angan' });
      const check = await answer(stage.store, '{ check { rule subject message } }', {}, OPERATOR);
      expect(check).toEqual({ check: [] });
    });

    test('then shows them as known, and does not suggest new records again', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const key = { ...NEW_SOURCE, key: 'sekali' };
      const before = await suggested(stage, FUNDS);
      const items = [{ accept: before.id }, ORGANIZES];
      const first = good(await accept(stage, items, { variables: key }));
      // The other suggestion has the id that it had, its ends being known all along.
      const second = good(await accept(stage, items, { variables: key }));

      expect(second).toEqual(first);
      expect(await readChanges(stage.store)).toHaveLength(2);
      const after = await suggested(stage, FUNDS);
      expect(after.id).not.toBe(before.id);
      expect(after).toMatchObject({
        subject: { node: { id: expect.any(String) } },
        object: { node: { id: expect.any(String) } },
        known: [{ status: 'ASSERTED' }],
      });
    });

    test('takes what a person mends: role, dates, position, contributions', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const mended = {
        ...{ role: 'HOST', start: '2023-05', end: null, endState: 'ENDED_UNKNOWN', note: 'dicek' },
        contributions: [{ kind: 'PEOPLE', amount: 12, unit: 'orang' }],
      };
      good(
        await accept(stage, [
          { accept: ORGANIZES, changes: mended },
          { accept: HEADS, changes: { position: 'Kepala Dinas' } },
        ]),
      );
      const of = await written(stage);

      expect(of('claim')).toMatchObject([
        {
          ...{ role: 'HOST', start: '2023-05', end: null, endState: 'ENDED_UNKNOWN', note: 'dicek' },
          contributions: [{ kind: 'PEOPLE', amount: 12, unit: 'orang' }],
          evidence: [{ locator: 'paragraf 2' }],
        },
        { role: 'HEAD', position: 'Kepala Dinas' },
      ]);
    });

    test('takes an existing record in the place of an end, which then needs no new one', async () => {
      const tirta = anActor({ key: 'tirta', name: 'Perusahaan Tirta', helix: 'BUSINESS' });
      const garden = anInitiative({ key: 'kebun', name: 'Taman Awan' });
      await stage.store.apply(changeSet(...WORLD, tirta, garden));
      good(
        await accept(stage, [
          { accept: FUNDS, subject: tirta.id, object: garden.id },
          { accept: AGREE, object: tirta.id },
        ]),
      );
      const of = await written(stage);

      expect([of('actor'), of('initiative')]).toEqual([[], []]);
      expect(of('claim')).toMatchObject([
        { subject: tirta.id, object: garden.id },
        { subject: dinas.id, object: tirta.id },
      ]);
    });

    test('puts a new achievement under the award that is named in its place', async () => {
      const award = anAward({ name: 'Anugerah Rekaan' });
      await stage.store.apply(changeSet(...WORLD, award, anAward({ key: 'kedua' })));
      good(await accept(stage, [{ accept: WINS, subject: award.id }, GIVES]));
      const of = await written(stage);
      expect([of('award'), of('achievement')]).toMatchObject([[], [{ award: award.id }]]);
      const [won] = of('achievement') as Array<{ id: string }>;
      expect(of('claim')).toMatchObject([{ subject: won?.id }, { subject: won?.id }]);
    });

    test('under one award only', async () => {
      const [award, second] = [anAward({ name: 'Anugerah Rekaan' }), anAward({ key: 'kedua' })];
      await stage.store.apply(changeSet(...WORLD, award, second));
      const items = [
        { accept: WINS, subject: award.id },
        { accept: GIVES, subject: second.id },
      ];
      expect((await accept(stage, items)).userErrors).toMatchObject([
        { field: 'subject', message: expect.stringMatching(/^accept 2: .*item 1 names another award/) },
      ]);
    });

    test('calls people as the article does, and by no other name', async () => {
      await stage.store.apply(changeSet(...WORLD, aPerson({ name: 'Orang Lain' })));
      good(await accept(stage, [HEADS]));
      const [person] = (await written(stage))('actor');
      expect(person).toMatchObject({
        ...{ name: 'Boedi Bayang', aliases: [], previousNames: [], abbreviations: [], weakAliases: [] },
        url: null,
      });
    });

    test('by the word of a source that is there already, also one that was merged', async () => {
      const twin = aSource({ key: 'kembar', title: 'Catatan lama' });
      await stage.store.apply(changeSet(...WORLD));
      await stage.store.apply(changeSet(twin));
      await stage.store.apply(changeSet(aJudgement({ left: other, right: twin })));
      const { node } = good(await accept(stage, [ORGANIZES], { variables: { source: twin.id } }));
      expect(node?.id).toBe(other.id);
      expect((await written(stage))('source')).toEqual([]);

      const again = await accept(stage, [ORGANIZES], { variables: { source: other.id } });
      expect(again.userErrors).toMatchObject([
        {
          code: 'CONFLICT',
          message: expect.stringMatching(
            /^accept 1: claim c-\S+ says so by paragraf 2 of this source; leave/,
          ),
        },
      ]);
    });

    test('the same text is one source', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const { node } = good(await accept(stage, [ORGANIZES]));
      expect((await accept(stage, [HEADS])).userErrors).toMatchObject([
        { field: 'newSource', code: 'CONFLICT', message: expect.stringContaining(node?.id ?? '') },
      ]);
      good(await accept(stage, [HEADS], { variables: { source: node?.id } }));
    });

    test('keeps what is said of a new source', async () => {
      const checksum = `sha256:${'0'.repeat(64)}`;
      const newSource = { title: 'Siaran', kind: 'DOCUMENT', date: '2023', checksum, paragraphs: 9 };
      await stage.store.apply(changeSet(...WORLD));
      good(await accept(stage, [ORGANIZES], { variables: { newSource } }));
      expect((await written(stage))('source')).toMatchObject([newSource]);
    });

    test('counts paragraphs as the locators do, control characters or not', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const text = 'Judul.\r\n\u0007\r\nPesta Air Khayal digelar oleh Dinas Air Angan.\r\n';
      const { suggestions } = await reading(stage, text);
      const list = suggestions.map(({ id }) => ({ suggestion: id }));
      const given = { text, accept: list, ...NEW_SOURCE };
      const { it } = await answer<{ it: Payload }>(stage.store, ACCEPT, given, editor());
      good(it);
      const of = await written(stage);
      expect([of('source'), of('claim')]).toMatchObject([
        [{ paragraphs: 2, date: null }],
        [{ evidence: [{ locator: 'paragraf 2' }] }],
      ]);
    });

    test.each([
      ['drafted', false, ['PT Tirta Angan', 'Bank Embun Dongeng']],
      ['given', true, ['PT Tirta Angan']],
    ])('makes one claim of an agreement of three, its third party %s', async (_, isGiven, drafted) => {
      const bank = anActor({ key: 'bank', name: 'Bank Lama Dongeng', helix: 'FINANCE' });
      await stage.store.apply(changeSet(...WORLD, bank));
      const text = 'Dinas Air Angan, PT Tirta Angan, dan Bank Embun Dongeng menandatangani nota kesepahaman.';
      const [found] = (await reading(stage, text)).suggestions;
      const changes = isGiven ? { parties: [bank.id] } : {};
      const given = { text, ...NEW_SOURCE, accept: [{ suggestion: found?.id, changes }] };
      const { it } = await answer<{ it: Payload }>(stage.store, ACCEPT, given, editor());
      good(it);
      const of = await written(stage);
      const actors = of('actor') as Array<{ id: string; name: string }>;
      expect(actors.map(({ name }) => name)).toEqual(drafted);
      expect(of('claim')).toMatchObject([
        { kind: 'AGREEMENT', subject: dinas.id, object: actors[0]?.id, parties: [actors[1]?.id ?? bank.id] },
      ]);
    });

    test('of two at once, one records it', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const second = await stage.another();
      const id = (await suggested(stage, FUNDS)).id;
      const given = { text: TEXT, published: PUBLISHED, accept: [{ suggestion: id }], ...NEW_SOURCE };
      const both = await Promise.all(
        [stage.store, second].map((store) => answer<{ it: Payload }>(store, ACCEPT, given, editor())),
      );
      const errors = both.map(({ it }) => it.userErrors);
      expect(errors.filter((list) => list.length === 0)).toHaveLength(1);
      expect(errors.flat()).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await suggested(stage, FUNDS)).known).toHaveLength(1);
    });

    test('can be taken back, all of it', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const before = await reading(stage);
      const { change } = good(await accept(stage, [ORGANIZES, FUNDS, WINS]));
      const revert = `mutation { it: revert(change: "${change?.id}", why: "keliru") { userErrors { message } } }`;
      expect(await answer(stage.store, revert, {}, editor())).toEqual({ it: { userErrors: [] } });

      const left =
        '{ actors { totalCount } initiatives { totalCount } achievements { totalCount } sources { totalCount } claims { totalCount } }';
      expect(await answer(stage.store, left)).toEqual({
        actors: { totalCount: 1 },
        initiatives: { totalCount: 1 },
        achievements: { totalCount: 0 },
        sources: { totalCount: 1 },
        claims: { totalCount: 0 },
      });
      expect(await reading(stage)).toEqual(before);
    });
  });

  describe('rights', () => {
    test('what a contributor accepts waits for a review, and an editor can accept it', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const { change, proposal } = good(await accept(stage, [FUNDS, WINS], { user: contributor() }));
      expect(change).toBeNull();
      expect(proposal).toMatchObject({ operationCount: 8 });
      expect(await readChanges(stage.store)).toHaveLength(1);

      const verdicts = Array.from({ length: 8 }, (_, index) => ({ operation: index + 1, accept: true }));
      const review = `mutation ($verdicts: [VerdictInput!]!) {
        it: reviewProposal(id: "${proposal?.id}", verdicts: $verdicts) { change { by approvedBy } userErrors { message } }
      }`;
      expect(await answer(stage.store, review, { verdicts }, editor())).toEqual({
        it: { change: { by: 'Kontributor', approvedBy: 'Editor' }, userErrors: [] },
      });
      expect((await suggested(stage, FUNDS)).known).toHaveLength(1);
    });

    test('a reader may read, and accept nothing', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const variables = { text: TEXT, ...NEW_SOURCE, accept: [] };
      const { errors } = await ask(stage.store, ACCEPT, variables);
      expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    });

    test('a limited editor accepts within the limit', async () => {
      await stage.store.apply(changeSet(...WORLD, aPlace({ key: 'lain' })));
      const user = editor({ agency: dinas.id });
      const owns = aClaim({ key: 'owns', subject: dinas, object: pesta, evidence: [{ source: other }] });
      // That it organizes it makes the event its own: not for it alone to say of one that is not.
      const { suggestions } = await reading(stage);
      const organizes = suggestions.find(({ sentence }) => sentence === ORGANIZES)?.id;
      const variables = {
        text: TEXT,
        published: PUBLISHED,
        source: other.id,
        accept: [{ suggestion: organizes }],
      };
      const { errors } = await ask(stage.store, ACCEPT, variables, user);
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);

      await stage.store.apply(changeSet(owns));
      good(await accept(stage, [ORGANIZES], { user }));
    });
  });

  describe('refused, with nothing written:', () => {
    test.each<[string, ReadonlyArray<Item | string>, Record<string, unknown>, string | null, RegExp]>([
      ['no source', [ORGANIZES], {}, 'source', /^source: nothing; give the id/],
      ['two sources', [ORGANIZES], { ...NEW_SOURCE, source: other.id }, 'source', /give one of the two/],
      ['an unknown source', [ORGANIZES], { source: 's-00000000000000000000' }, 'source', /no such source/],
      ['a source that is none', [ORGANIZES], { source: dinas.id }, 'source', /no such source/],
      ['nothing accepted', [], NEW_SOURCE, 'accept', /at least one/],
      [
        'an id that is none',
        ['x', ORGANIZES],
        NEW_SOURCE,
        'suggestion',
        /^accept 1: "x"; .*read the text again$/,
      ],
      [
        'a suggestion twice',
        [ORGANIZES, HEADS, ORGANIZES],
        NEW_SOURCE,
        null,
        /^accept 3: .*item 1 accepts it/,
      ],
      [
        'another text',
        [ORGANIZES],
        { ...NEW_SOURCE, text: `Halo.\n${TEXT}` },
        'suggestion',
        /read the text again/,
      ],
      ['a long text', [ORGANIZES], { ...NEW_SOURCE, text: 'a'.repeat(MAX_ARTICLE + 1) }, 'text', /50000/],
      [
        'an end among the changes',
        [{ accept: ORGANIZES, changes: { subject: dinas.id } }],
        NEW_SOURCE,
        'subject',
        /beside `changes`/,
      ],
      [
        'other evidence',
        [{ accept: ORGANIZES, changes: { evidence: [] } }],
        NEW_SOURCE,
        'evidence',
        /the article is the evidence/,
      ],
      [
        'a date that is none',
        [HEADS, { accept: ORGANIZES, changes: { start: '32/13/2021' } }],
        NEW_SOURCE,
        'start',
        /^accept 2, start: "32\/13\/2021"/,
      ],
      [
        'a record that does not exist',
        [{ accept: ORGANIZES, subject: 'a-00000000000000000000' }],
        NEW_SOURCE,
        'subject',
        /^accept 1, subject: .*no such record/,
      ],
      [
        'a record that can not stand there',
        [{ accept: ORGANIZES, subject: pesta.id }],
        NEW_SOURCE,
        null,
        /^accept 1, /,
      ],
      ['a source without a title', [ORGANIZES], { newSource: {} }, 'title', /^newSource, title: /],
    ])('%s', async (_, items, variables, field, message) => {
      await stage.store.apply(changeSet(...WORLD));
      const before = await everything(stage.engine);
      const { change, userErrors } = await accept(stage, items, { variables });

      expect(change).toBeNull();
      expect(userErrors).toEqual([
        expect.objectContaining({ message: expect.stringMatching(message), ...(field ? { field } : {}) }),
      ]);
      expect(await everything(stage.engine)).toEqual(before);
    });

    test('a suggestion whose draft is a record by now', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const { id } = await suggested(stage, HEADS);
      await stage.store.apply(changeSet(aPerson({ name: 'Budi Bayang' })));
      expect((await accept(stage, [id])).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    });

    test('one whose record was renamed', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const { id } = await suggested(stage, ORGANIZES);
      await stage.store.apply(update({ ...dinas, name: 'Dinas Sungai Angan' }));
      expect((await accept(stage, [id])).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    });
  });
});
