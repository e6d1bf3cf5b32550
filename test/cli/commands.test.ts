import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SEARCH, TRACE, type TraceAnswer } from '../../src/cli/queries.js';
import { aFolder, ask, type Ended, jejak, ownerOf, type Serving, serving } from './support.js';

const data = aFolder();
const on = (...args: string[]): Promise<Ended> => jejak(args, { data });

let SINGO = '';

const COMMANDS = {
  trace: ['trace', 'SINGO'],
  json: ['trace', 'SINGO', '--json'],
  english: ['trace', 'top', '25', 'singo', '--lang', 'en', '--depth', '1'],
  search: ['search', 'kipp', '--type', 'initiative', '--limit', '2'],
  check: ['check'],
  seed: ['seed', 'malang'],
  ambiguous: ['trace', 'top 25'],
  nothing: ['search', 'xyzzyq'],
  missing: ['trace', 'i-00000000000000000000'],
} as const;
type Answers = Record<keyof typeof COMMANDS, Ended>;

/** What every command prints; all at once where a server takes them, since only one at a time can open the folder. */
async function everyCommand(atOnce: boolean): Promise<Answers> {
  const ended: Array<[string, Ended | Promise<Ended>]> = [];
  for (const [name, args] of Object.entries(COMMANDS))
    ended.push([name, atOnce ? on(...args) : await on(...args)]);
  return Object.fromEntries(await Promise.all(ended.map(async ([name, end]) => [name, await end])));
}

describe('without a server', () => {
  let ended: Answers;

  test('a store is migrated once', async () => {
    expect(await on('migrate')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^(applied \d{4}-\S+\n)+$/),
    });
    expect(await on('migrate')).toMatchObject({ code: 0, out: 'nothing to do\n' });
    expect(readdirSync(data)).toEqual(['jejak.grafeo']);
  });

  test('an empty store says so', async () => {
    const empty = { code: 1, out: '', err: expect.stringContaining('the store is empty; load') };
    expect(await on('trace', 'SINGO')).toMatchObject(empty);
  });

  test('a dataset is loaded once', async () => {
    const first = await on('seed');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^malang: \d+ records loaded, change 1\nin the store: \d+ records \(\d+ ach/);
    expect(await on('seed')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^malang: already there\n/),
    });
  });

  test('every command answers', async () => {
    ended = await everyCommand(false);
    expect(ended.trace).toMatchObject({ code: 0, err: '' });
    expect(ended.trace.out).toMatch(/^Sistem Pelayanan Malang Online \(SINGO\)\ninovasi · i-\S+\n/);
    expect(ended.trace.out).toContain(
      'dilaksanakan oleh Kelurahan Sawojajar · per 5 Desember 2017 · [1] paragraf',
    );
    expect(ended.trace.out).toMatch(/\nSumber\n {2}\[1\] Mbois, Kota Malang/);
    SINGO = (JSON.parse(ended.json.out) as TraceAnswer).root.id;
    expect(SINGO).toMatch(/^i-/);
    expect(ended.english).toMatchObject({
      code: 0,
      err: expect.stringContaining('"top 25 singo" is taken for: '),
    });
    expect(ended.english.out).toMatch(/^TOP 25 [^\n]*SINGO\nachievement · h-/);
    expect(ended.english.out).toContain('was conferred by Soekarwo · 5 December 2017');
    expect(ended.search).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^\d+ more; see them with --limit/),
    });
    expect(ended.search.out.split('\n').slice(0, -1)).toEqual([
      expect.stringMatching(/^lomba {2}i-\S{20} {2}Kompetisi Inovasi Pelayanan Publik .*\[KIPP\]$/),
      expect.stringMatching(/^acara {2}i-\S{20} {2}Workshop /),
    ]);
    expect(ended.check).toMatchObject({ code: 0, err: '' });
    expect(ended.check.out).toMatch(/^all invariants hold: engine grafeo, \d+ records \(/);
  });

  test('what may mean several things is listed, and not traced', async () => {
    expect(ended.ambiguous).toMatchObject({ code: 1, out: '' });
    expect(ended.ambiguous.err).toMatch(/"top 25" may mean:\n {3}1\. TOP 25 .*\(h-\S+\)\n {3}2\. TOP 25 /);
    expect(ended.ambiguous.err).toMatch(/name one by its id: jejak trace h-\S{20}\n$/);
  });

  test('nothing found ends with 1', () => {
    expect(ended.nothing).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('nothing found for "xyz'),
    });
    expect(ended.missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Not found') });
  });
});

describe('with a server on the data folder', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ data });
  });

  test('it says one line where it is ready, and on standard error what it serves', () => {
    expect(server.said().out).toBe(`ready ${server.url}\n`);
    expect(server.said().err).toMatch(/^data: folder .*, engine grafeo, \d+ records \(.*\)\n$/);
    expect(ownerOf(data)).toMatchObject({ pid: server.pid, url: server.url.replace('/graphql', '') });
  });

  test('every command answers as without one', async () => {
    const served = await everyCommand(true);
    const { trace } = await ask<{ trace: TraceAnswer }>(server.url, TRACE, { of: SINGO, language: 'ID' });
    expect(JSON.parse(served.json.out)).toEqual(trace);
    expect(served.trace.out).toContain(
      'dilaksanakan oleh Kelurahan Sawojajar · per 5 Desember 2017 · [1] paragraf',
    );
    expect(served.ambiguous).toMatchObject({ code: 1, out: '', err: expect.stringContaining('may mean') });
    expect(Object.entries(served).map(([name, { code }]) => [name, code])).toEqual([
      ['trace', 0],
      ['json', 0],
      ['english', 0],
      ['search', 0],
      ['check', 0],
      ['seed', 0],
      ['ambiguous', 1],
      ['nothing', 1],
      ['missing', 1],
    ]);
    expect(served.seed.out).toMatch(/^malang: already there\n/);
    expect(served.check.out).toMatch(/^all invariants hold/);
  });

  test('search --json prints what the API answers', async () => {
    const { out, code } = await on('search', 'puskesmas', '--json');
    const { search } = await ask<{ search: unknown }>(server.url, SEARCH, { query: 'puskesmas', first: 20 });
    expect({ code, answer: JSON.parse(out) }).toEqual({ code: 0, answer: search });
  });

  test('migrate says that the server has done it', async () => {
    const said = expect.stringMatching(
      new RegExp(`^nothing to do: the server at http\\S+ \\(pid ${server.pid}, `),
    );
    expect(await on('migrate')).toMatchObject({ code: 0, out: said });
  });

  test('a second server is refused, naming the first', async () => {
    const second = await on('serve');
    expect(second).toMatchObject({ code: 3, out: '' });
    expect(second.err).toContain(`is served already, at ${server.url} by process ${server.pid}; `);
  });

  test('another one with its port taken is refused', async () => {
    const port = new URL(server.url).port;
    const second = await jejak(['serve', '--port', port], { data: aFolder(), env: { JEJAK_SEED: 'none' } });
    expect(second).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining(`127.0.0.1:${port} is in use`),
    });
  });

  test('after kill -9 the commands open the folder themselves, and a new server starts', async () => {
    await server.stop('SIGKILL');
    expect(ownerOf(data).pid).toBe(server.pid);
    expect(await on('check')).toMatchObject({ code: 0 });
    server = await serving({ data });
    expect((await server.stop('SIGTERM')).code).toBe(0);
    expect(readdirSync(data)).toEqual(['jejak.grafeo']);
  });
});

describe('serve', () => {
  test('loads the dataset of the first start, and stops on SIGINT with 0', async () => {
    const server = await serving({ data: aFolder(), env: { JEJAK_SEED: 'malang', HOST: 'localhost' } });
    expect(server.url).toMatch(/^http:\/\/localhost:\d+\/graphql$/);
    const { trace } = await ask<{ trace: { root: unknown } }>(server.url, TRACE, { of: SINGO });
    expect(trace.root).toMatchObject({ name: 'Sistem Pelayanan Malang Online' });
    const ended = await server.stop('SIGINT');
    expect(ended).toMatchObject({
      code: 0,
      out: `ready ${server.url}\n`,
      err: expect.stringMatching(/stopping\n$/),
    });
  });
});

describe('serve, while a request is still arriving', () => {
  test('ends at once on a second signal', async () => {
    const server = await serving({ data: aFolder(), env: { JEJAK_SEED: 'none' } });
    const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
    slow.on('error', () => {});
    slow.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await wait(300);
    process.kill(server.pid, 'SIGTERM');
    await wait(700);
    const second = performance.now();
    expect((await server.stop('SIGTERM')).code).toBe(143);
    expect(performance.now() - second).toBeLessThan(2_000);
    slow.destroy();
  });
});

describe('two commands at once on one folder', () => {
  test('wait for each other', async () => {
    const ended = await Promise.all([on('search', 'singo'), on('search', 'singo'), on('search', 'singo')]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});
