import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { READ_ARTICLE, type ReadingAnswer } from '../../src/cli/queries.js';
import { tellReading } from '../../src/cli/reading.js';
import { ROOT } from '../../src/config.js';
import { aFolder, ask, type Ended, jejak, type Serving, serving } from './support.js';

/** The invented article of the hamlet, on the hamlet. */
const ARTICLE = join(ROOT, 'seeds/hamlet/article.txt');
const data = aFolder();
const read = (...args: string[]): Promise<Ended> =>
  jejak(['article', ARTICLE, '--published', '2023-05-11', ...args], { data });
const SOURCE = ['--source-title', 'Lampu Menyala (berita rekaan)', '--publisher', 'Koran Dongeng'];

beforeAll(async () => {
  expect(await jejak(['seed', 'hamlet'], { data })).toMatchObject({ code: 0 });
});

describe('without a server', () => {
  test('the suggestions are numbered, each with its sentence, confidence, rule, place and quotation', async () => {
    const { out, ...ended } = await read();
    expect(ended).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ 1\. Dinas Lampu Antah-Berantah menyelenggarakan Festival Cahaya Khayal\n/);
    expect(out).toContain(
      [
        ' 5. Koperasi Embun Khayal mendanai Lampu Kunang-Kunang Dongeng (LAKUDO)',
        '    per 10 Mei 2023 · uang: IDR 12.000.000 · keyakinan 0.80 · funding-passive · paragraf 4',
        '    baru: Koperasi Embun Khayal (organisasi)',
        '    "Inovasi "Lampu Kunang-Kunang Dongeng" kini didanai oleh Koperasi Embun Khayal sebesar Rp 12 juta."',
      ].join('\n'),
    );
    expect(out).toMatch(/4\. Purnama Rekaan memimpin .*\n.*\n {4}sudah tercatat: c-\S{20}\n/);
  });

  test('in English', async () => {
    const { out } = await read('--lang', 'en');
    expect(out).toContain('Koperasi Embun Khayal funds Lampu Kunang-Kunang Dongeng (LAKUDO)');
    expect(out).toContain('new: Juara Harapan Taman Khayal (achievement), Kebun Kunang-Kunang (program)');
  });

  test('what is named by number is recorded, and known from then on', async () => {
    const { code, out } = await read('--accept', '5, 1', ...SOURCE);
    expect(code).toBe(0);
    const [first, second, third] = out.split('\n');
    expect([first, second]).toEqual([
      'Dinas Lampu Antah-Berantah menyelenggarakan Festival Cahaya Khayal',
      'Koperasi Embun Khayal mendanai Lampu Kunang-Kunang Dongeng (LAKUDO)',
    ]);
    expect(third).toMatch(/^2 claims recorded by the word of source s-\S{20}: change 2, 5 records$/);
    expect((await read()).out).toMatch(/\n 5\. Koperasi.*\n.*\n {4}sudah tercatat: c-\S{20}\n/);
    expect(await jejak(['check'], { data })).toMatchObject({ code: 0 });
  });

  test('the source is recorded once, and further claims are added by its id', async () => {
    const again = await read('--accept', '7', ...SOURCE);
    expect(again).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('this text is "Lampu Menyala (berita rekaan)"'),
    });
    const [source = ''] = /s-\w{20}/.exec(again.err) ?? [];
    const { code, out } = await read('--accept', '7-8', '--source', source, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      change: { sequence: 3, operationCount: 3 },
      node: { id: source },
      userErrors: [],
    });
  });

  test('a number that there is not is refused', async () => {
    expect(await read('--accept', '9-12', ...SOURCE)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--accept "12" is refused; there are 11 suggestions'),
    });
  });

  test('a text without claims ends with 1, a text that is none with 2', async () => {
    const file = join(data, '../halo.txt');
    writeFileSync(file, 'Halo, dunia.');
    const nothing = await jejak(['article', file, '--json'], { data });
    expect(nothing).toMatchObject({ code: 1, err: 'jejak: no claim is found in this text\n' });
    expect(JSON.parse(nothing.out)).toEqual({ suggestions: [], names: [], dates: [] });
    // Standard input is empty here.
    expect(await jejak(['article', '-'], { data })).toMatchObject({
      code: 2,
      err: expect.stringContaining('text: is empty; paste the text of an article'),
    });
  });
});

describe('with a server on the data folder', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ data });
  });

  test('--json prints what the API answers, and claims are recorded through the server', async () => {
    const { out } = await read('--json');
    const { suggestions } = JSON.parse(out) as ReadingAnswer['proposeFromText'];
    expect(suggestions).toHaveLength(11);
    const { proposeFromText } = await ask<ReadingAnswer>(server.url, READ_ARTICLE, {
      text: 'Lampu Kunang-Kunang Dongeng didanai oleh Koperasi Embun Khayal.',
    });
    expect(proposeFromText.suggestions[0]?.known).toHaveLength(1);

    const refused = await read('--accept', '2', ...SOURCE);
    const [source = ''] = /s-\w{20}/.exec(refused.err) ?? [];
    expect(await read('--accept', '2', '--source', source)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n1 claim recorded by the word of source s-\S+: change 4, 1 record\n$/),
    });
    await server.stop('SIGTERM');
  });
});

test('lines are broken at the width of the terminal, below the sentence', () => {
  const end = (name: string) => ({ node: null, type: 'ACHIEVEMENT', kind: null, name });
  const told = tellReading(
    [
      {
        ...{ id: 'x', sentence: 'Juara Rekaan diraih oleh Warga Khayal', period: null, contributions: [] },
        ...{ subject: end('Juara Rekaan'), object: { ...end('Warga'), node: { id: 'a' } }, parties: [] },
        ...{ confidence: 0.7, rule: { id: 'award' }, quote: 'Warga\n meraih Juara', locator: 'paragraf 1' },
        known: [],
      },
    ],
    { language: 'id', page: { width: 32, bold: (text) => text } },
  );
  expect(told.split('\n')).toEqual([
    '1. Juara Rekaan diraih oleh',
    '   Warga Khayal',
    '   keyakinan 0.70 · award ·',
    '   paragraf 1',
    '   baru: Juara Rekaan',
    '   (penghargaan)',
    '   "Warga meraih Juara"',
  ]);
});
