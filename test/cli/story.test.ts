import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { clearlyMeant } from '../../src/cli/choose.js';
import { dateText, periodText } from '../../src/cli/dates.js';
import { columnsOf, type Page, wrap } from '../../src/cli/layout.js';
import {
  ACCEPT_SUGGESTIONS,
  CHECK,
  type HitAnswer,
  LOAD_DATASET,
  type NodeAnswer,
  READ_ARTICLE,
  SEARCH,
  STATUS,
  type StepAnswer,
  TRACE,
  type TraceAnswer,
} from '../../src/cli/queries.js';
import { tellStory } from '../../src/cli/story.js';
import { DEFAULT_LIMITS } from '../../src/graphql/http/limits.js';
import { measure } from '../../src/graphql/http/measure.js';
import { buildSchema } from '../../src/graphql/schema.js';

const page = (width: number): Page => ({ width, bold: (text) => text });
const wide = { language: 'id', page: page(Number.POSITIVE_INFINITY), asOf: null } as const;

const node = (id: string): NodeAnswer => ({
  __typename: 'Actor',
  id,
  name: id.toUpperCase(),
  actorKind: 'PERSON',
});
const step = (
  from: string,
  to: string,
  depth: number,
  more: Partial<StepAnswer['claim']> = {},
): StepAnswer => ({
  depth,
  sentence: `${from} to ${to}`,
  from: node(from),
  to: node(to),
  claim: { id: `c-${from}-${to}`, status: 'VERIFIED', period: null, contributions: [], ...more },
  evidence: [],
});
const aTrace = (steps: readonly StepAnswer[], more: Partial<TraceAnswer> = {}): TraceAnswer => ({
  root: node('r'),
  direction: 'BEHIND',
  steps,
  coverage: { absent: [], helixes: [] },
  gaps: [],
  sources: [],
  ...more,
});

describe('the documents', () => {
  const schema = buildSchema();
  const documents = Object.entries({
    ...{ TRACE, SEARCH, STATUS, CHECK, LOAD_DATASET, READ_ARTICLE, ACCEPT_SUGGESTIONS },
  });

  test.each(documents)('%s fits the schema and what a server allows', (_, text) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('the operation stands first');
    const { depth, cost, aliases } = measure(schema, document, operation, {});
    expect(depth).toBeLessThanOrEqual(DEFAULT_LIMITS.depth / 2);
    expect(cost).toBeLessThanOrEqual(DEFAULT_LIMITS.cost / 2);
    expect(aliases).toBeLessThanOrEqual(DEFAULT_LIMITS.aliases / 2);
  });
});

describe('what the words mean', () => {
  const hits = (...scores: number[]) =>
    scores.map((score, index) => ({ score, node: node(`${index}`) }) as HitAnswer);

  test.each([
    ['the one of the same name', hits(1, 0.95), true],
    ['no one, when two have that name', hits(1, 1, 0.3), false],
    ['the one far ahead', hits(0.85, 0.33), true],
    ['no one, when two are close', hits(0.85, 0.8), false],
    ['the only one, when no word is missing', hits(0.9), true],
    ['no one, when the only one lacks a word', hits(0.4), false],
    ['no one, when there is none', [], false],
  ])('%s', (_, found, meant) => {
    expect(clearlyMeant(found)).toBe(meant ? found[0] : null);
  });
});

describe('the tree', () => {
  test('stands below the step that first reached what it comes from, once', () => {
    const steps = [
      step('r', 'a', 1),
      step('r', 'b', 1),
      step('a', 'c', 2),
      step('b', 'a', 2),
      step('c', 'd', 3),
    ];
    const told = tellStory(aTrace(steps), wide);
    expect(told).toBe(
      [
        'R',
        'orang · r',
        'Yang ada di baliknya: 5 hubungan, 0 sumber',
        '',
        '├─ r to a',
        '│  └─ a to c',
        '│     └─ c to d',
        '└─ r to b',
        '   └─ b to a',
      ].join('\n'),
    );
  });

  test('of nothing says so', () => {
    expect(
      tellStory(aTrace([], { direction: 'AHEAD' }), { ...wide, language: 'en', asOf: '2021-12-31' }),
    ).toBe(
      'R\nperson · r\nWhat came of it as of 31 December 2021: 0 hops, 0 sources\n\nNo relation is recorded in this direction.',
    );
  });

  test('breaks lines at the width of the terminal, not inside a reference', () => {
    const evidence = [{ locator: 'paragraf 5', source: { id: 's' } }];
    const source = {
      id: 's',
      title: 'Berita',
      publisher: null,
      date: null,
      url: 'https://example.org/berita',
    };
    const told = tellStory(
      aTrace(
        [{ ...step('rrrrrrrrrr', 'aaaaaaaa', 1), from: node('r'), evidence }, step('aaaaaaaa', 'b', 2)],
        {
          sources: [source],
        },
      ),
      { ...wide, page: page(30) },
    );
    expect(told).toContain('└─ rrrrrrrrrr to aaaaaaaa ·\n   │ [1] paragraf 5\n   └─ aaaaaaaa to b');
    expect(told).toContain('Sumber\n  [1] Berita · tanpa tanggal ·\n    https://example.org/berita');
  });
});

describe('a step tells', () => {
  const line = (claim: Partial<StepAnswer['claim']>, more: Partial<StepAnswer> = {}) => {
    const sources = ['s1', 's2'].map((id) => ({ id, title: id, publisher: null, date: null, url: null }));
    const told = tellStory(aTrace([{ ...step('r', 'a', 1, claim), ...more }], { sources }), wide);
    return told.split('\n').find((each) => each.startsWith('└─ '));
  };

  test('its sources by number, the unit of neighbouring places once', () => {
    const at = (id: string, locator: string | null) => ({ locator, source: { id } });
    const evidence = [at('s2', 'paragraf 5'), at('s1', null), at('s2', 'paragraf 6'), at('s2', 'hlm. 2')];
    expect(line({}, { evidence })).toBe('└─ r to a · [2] paragraf 5, 6, hlm. 2; [1]');
  });

  test('its status, unless it is checked', () => {
    expect(line({ status: 'VERIFIED' })).toBe('└─ r to a');
    expect(line({ status: 'DISPUTED' })).toBe('└─ r to a · dipersoalkan');
  });

  test('what was given', () => {
    const money = {
      kind: 'MONEY' as const,
      amount: 1_250_000.5,
      currency: 'IDR',
      unit: null,
      description: null,
    };
    const goods = {
      kind: 'IN_KIND' as const,
      amount: 6,
      currency: null,
      unit: 'penghargaan',
      description: 'simbolis',
    };
    expect(line({ contributions: [money, goods] })).toBe(
      '└─ r to a · uang: IDR 1.250.000,5 · barang: 6 penghargaan; simbolis',
    );
  });
});

describe('gaps', () => {
  test('are told one by one up to five of a kind; single sources are counted', () => {
    const of = (kind: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ kind, message: `${kind} ${index + 1}` }));
    const gaps = [...of('HELIX_ABSENT', 1), ...of('DATE_UNKNOWN', 7), ...of('SINGLE_SOURCE', 2)];
    const told = tellStory(aTrace([step('r', 'a', 1), step('r', 'b', 1)], { gaps }), {
      ...wide,
      language: 'en',
    });
    expect(told.split('What is not known\n')[1]).toBe(
      [...of('DATE_UNKNOWN', 5).map(({ message }) => message), 'and 2 more', '2 of 2 hops rest on one source']
        .map((text) => `  ${text}`)
        .join('\n'),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2017-12-05', '5 Desember 2017', '5 December 2017'],
    ['2017-12', 'Desember 2017', 'December 2017'],
    ['2017', '2017', '2017'],
    ['2017~', 'sekitar 2017', 'about 2017'],
    ['2017-05?', 'Mei 2017?', 'May 2017?'],
    ['201X', '201X', '201X'],
    ['2017-21', '2017-21', '2017-21'],
  ])('%s', (edtf, indonesian, english) => {
    expect([dateText(edtf, 'id'), dateText(edtf, 'en')]).toEqual([indonesian, english]);
  });

  test.each([
    [{ start: '2021', end: '2021' }, '2021'],
    [{ start: '2021', end: '2022-02' }, '2021 – February 2022'],
    [{ start: '2021', endState: 'ONGOING' }, 'since 2021, still going'],
    [{ start: '2021', endState: 'ENDED_UNKNOWN' }, 'since 2021, ended'],
    [{ start: '2021' }, 'since 2021'],
    [{ end: '2021' }, 'until 2021'],
    [{ at: '2021' }, 'as of 2021'],
    [{}, ''],
  ])('the period %j', ({ start, end, at, endState = 'UNKNOWN' }: Record<string, string>, text) => {
    const date = (edtf: string | undefined) => (edtf === undefined ? null : { edtf });
    expect(periodText({ start: date(start), end: date(end), at: date(at), endState }, 'en')).toBe(text);
  });
});

describe('columns', () => {
  test('East Asian letters and emoji take two', () => {
    expect(['Malang', 'São', '瑪琅', '🏆', 'a·b'].map(columnsOf)).toEqual([6, 3, 4, 2, 3]);
  });

  test('a word longer than the page stands on its own line', () => {
    expect(wrap(page(10), 'a verylongword b', '- ', '  ')).toEqual(['- a', '  verylongword', '  b']);
  });
});
