import { describe, expect, test } from '@jest/globals';
import { jejak } from './support.js';

const COMMANDS = [
  'serve',
  'migrate',
  'seed',
  'trace',
  'search',
  'article',
  'template',
  'import',
  'export',
  'measure',
  'check',
  'user',
  'dump',
  'restore',
];

describe('help', () => {
  test('of the program lists every command, the environment and the exit codes', async () => {
    const [long, short, word, none] = await Promise.all([
      jejak(['--help']),
      jejak(['-h']),
      jejak(['help']),
      jejak([]),
    ]);
    expect(long).toMatchObject({ code: 0, err: '' });
    for (const command of COMMANDS) expect(long.out).toMatch(new RegExp(`^ {2}${command} +\\S`, 'm'));
    for (const told of ['JEJAK_DATA', 'JEJAK_SEED', 'NEO4J_URI', 'Exit codes:'])
      expect(long.out).toContain(told);
    expect([short, word]).toEqual([long, long]);
    expect(none).toEqual({ code: 2, out: '', err: long.out });
  });

  test.each(COMMANDS)('of %s says how it is used', async (command) => {
    const help = await jejak([command, '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(new RegExp(`^Usage: jejak ${command}`));
    expect(help.out).toContain('--help, -h');
    expect(help.out).toMatch(new RegExp(`Examples:\n {2}jejak ${command}`));
    expect(help.out.split('\n').every((line) => line.length <= 120)).toBe(true);
  });

  test('the version is that of the package', async () => {
    expect(await jejak(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('wrong usage ends with 2 and says how to mend it', () => {
  test.each([
    [['trce', 'x'], 'unknown command "trce"; did you mean trace?'],
    [['frobnicate'], 'unknown command "frobnicate"; the commands are serve, migrate,'],
    [['--data'], 'unknown option "--data"'],
    [['help', 'nothing'], 'unknown command "nothing"'],
    [['trace', '--dept', '3', 'x'], 'unknown option "--dept"; did you mean --depth?'],
    [['trace', 'x', '--depth', '13'], '--depth "13" is refused; write a whole number from 1 to 12'],
    [['trace', 'x', '--as-of', '2021-02-30'], '--as-of "2021-02-30" is refused; write a day such as'],
    [
      ['trace', 'x', '--include', 'verified,sure'],
      '--include "sure" is refused; write one of: ASSERTED, VERIFIED',
    ],
    [['trace', 'x', '--direction', 'up'], '--direction "up" is refused; write one of: BEHIND, AHEAD'],
    [['trace', 'x', '--lang', 'jv'], '--lang "jv" is refused; write one of: id, en'],
    [['trace', '  '], 'what to trace is missing'],
    [['trace', 'x', '--depth'], "Option '--depth <value>' argument missing"],
    [['search'], 'what to search for is missing'],
    [['search', 'x', '--type', 'thing'], '--type "thing" is refused; write one of: ACTOR, INITIATIVE'],
    [['search', 'x', '--limit', '0'], '--limit "0" is refused; write a whole number from 1 to 100'],
    [['check', 'all'], '"all" is one word too many; check takes none'],
    [['seed', 'surabaya'], '"surabaya" is no dataset; write one of: malang, hamlet'],
    [['article'], 'the file to read, or - for standard input, is missing'],
    [
      ['article', 'x', '--published', '2021'],
      '--published "2021" is refused; write a day such as 2021-12-31',
    ],
    [['article', 'x', '--accept', '5-3', '--source', 's'], '--accept "5-3" is refused; write numbers of'],
    [['article', 'x', '--accept', '1,,2', '--source', 's'], '--accept "1,,2" is refused; write numbers of'],
    [['article', 'x', '--accept', '1'], '--accept needs to know the source; add --source-title or --source'],
    [['article', 'x', '--source', 's'], 'a source is recorded with --accept only'],
    [['article', 'x', '--accept', '1', '--publisher', 'y'], '--source-title is missing'],
    [
      ['article', 'x', '--accept', '1', '--source', 's', '--source-title', 'y'],
      '--source names a source that is',
    ],
    [
      ['article', 'x', '--source-title', 'y', '--source-date', '32'],
      '--source-date "32" is refused; write 2021',
    ],
    [['article', 'nothing.txt'], `can't read "nothing.txt": there is no such file`],
    [['article', 'src'], `can't read "src": it is a folder`],
    [['serve', '--port', '70000'], '--port "70000" is refused; write a whole number from 0 to 65535'],
  ])('%j', async (args, message) => {
    const ended = await jejak(args);
    expect(ended.err).toContain(`jejak: ${message}`);
    expect(ended).toMatchObject({ code: 2, out: '' });
  });

  test('a wrong variable of the environment is named', async () => {
    const ended = await jejak(['check'], { env: { JEJAK_SEED: 'surabaya' } });
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('JEJAK_SEED: "surabaya"') });
  });
});

describe('a store that can not be had ends with 3', () => {
  test('a data folder that is a file', async () => {
    const ended = await jejak(['check'], { data: '/dev/null' });
    expect(ended).toMatchObject({ code: 3, out: '', err: expect.stringContaining('check JEJAK_DATA') });
    expect(ended.err).not.toContain('    at ');
  });

  test('a Neo4j that does not answer', async () => {
    const ended = await jejak(['check'], {
      env: { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'secret' },
    });
    expect(ended).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('no Neo4j answers at bolt://'),
    });
    expect(ended.err).not.toContain('secret');
  });
});
