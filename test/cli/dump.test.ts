import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dumpFrom } from '../../src/cli/connect.js';
import { ROOT } from '../../src/config.js';
import { check } from '../../src/store/check.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { createStore } from '../../src/store/store.js';
import { dumpLines } from '../../src/transfer/dump.js';
import { aClaim, anActor, anInitiative, aSource, changeSet } from '../support/builders.js';
import { MIGRATIONS } from '../support/engines.js';
import { aRichWorld } from '../support/rich-world.js';
import { aFolder, type Ended, jejak, ownerOf, type Serving, serving } from './support.js';

/**
 * The invariants: a dump that ended with 0 is whole, and lies under its name only then; a restore that was killed goes on;
 * until it has ended nothing else opens the store.
 */

const MAIN = join(ROOT, 'dist/cli/main.js');
const data = aFolder();
const files = dirname(data);
const file = join(files, 'malang.jsonl');
const on = (folder: string, ...args: string[]): Promise<Ended> => jejak(args, { data: folder });

/** Runs a pipeline of bash in which `jejak` is the command. */
async function bash(script: string, folder: string): Promise<Ended> {
  const setUp = `set -o pipefail; jejak() { '${process.execPath}' '${MAIN}' "$@"; }; cd '${files}'; `;
  const env = { PATH: process.env.PATH ?? '', JEJAK_DATA: folder };
  const child = spawn('bash', ['-c', setUp + script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

beforeAll(async () => {
  mkdirSync(data, { recursive: true });
  for (const dataset of ['malang', 'hamlet'])
    expect(await on(data, 'seed', dataset)).toMatchObject({ code: 0 });
});

describe('dump and restore', () => {
  test('a file is written for its owner only, restored, and dumped again: the same bytes', async () => {
    expect(await on(data, 'dump', file)).toEqual({ code: 0, out: '', err: `dumped to ${file}\n` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const copy = aFolder();
    expect(await on(copy, 'restore', file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^2 lines restored, 0 were there already\nin the store: 491 records/),
      err: '',
    });
    expect((await on(copy, 'dump')).out).toBe(readFileSync(file, 'utf8'));
    expect(await on(copy, 'check')).toMatchObject({ code: 0 });
    expect((await on(copy, 'trace', 'SINGO')).out).toBe((await on(data, 'trace', 'SINGO')).out);
    expect(await on(copy, 'restore', file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^0 lines restored, 2 were there already\n/),
    });
  });

  test('through pipes', async () => {
    const copy = aFolder();
    const { code } = await bash(`jejak dump | gzip | gunzip -c | JEJAK_DATA='${copy}' jejak restore`, data);
    expect(code).toBe(0);
    expect((await on(copy, 'dump')).out).toBe(readFileSync(file, 'utf8'));
  });

  test('a dump for publishing says so, and anyone may read its file', async () => {
    const open = join(files, 'terbuka.jsonl');
    expect(await on(data, 'dump', '--public', open)).toMatchObject({ code: 0 });
    expect(readFileSync(open, 'utf8')).toMatch(/^\{"jejak":"dump","format":1,"sequence":2,"public":true\}\n/);
    expect(statSync(open).mode & 0o004).toBe(process.umask() & 0o004 ? 0 : 0o004);
  });

  test('a file that is there is replaced only when told to', async () => {
    const there = join(files, 'there.jsonl');
    writeFileSync(there, 'mine');
    expect(await on(data, 'dump', there)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already; name another one, or replace it with --force'),
    });
    expect(readFileSync(there, 'utf8')).toBe('mine');
    expect(await on(data, 'dump', there, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(there, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  test('what can not be written ends with 3, and leaves no file', async () => {
    const nowhere = join(files, 'no', 'where.jsonl');
    expect(await on(data, 'dump', nowhere)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/ENOENT.*where.*; check the name of the file/),
    });
    expect(await on(data, 'dump', '/dev/full')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/ENOSPC.*; free some space/),
    });
    expect(await bash('jejak dump > /dev/full', data)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/ENOSPC.*; free some space/),
    });
    expect(await bash('jejak dump | head -c 20', data)).toMatchObject({
      code: 3,
      out: '{"jejak":"dump","for',
      err: 'jejak: whoever read the dump left before its end; it is not complete, run "jejak dump" again\n',
    });
    expect(await on(data, 'dump', files)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a folder'),
    });
    expect(readdirSync(files).filter((name) => name.includes('part'))).toEqual([]);
  });

  test('wrong words and files end with 2 or 3', async () => {
    expect(await on(data, 'restore', 'a', 'b')).toMatchObject({
      code: 2,
      err: expect.stringContaining('"b" is one word too many; name one file'),
    });
    expect(await on(data, 'restore', join(files, 'missing'))).toMatchObject({
      code: 3,
      err: expect.stringMatching(/ENOENT.*missing.*; check the name of the file/),
    });
    expect(await on(aFolder(), 'restore', join(ROOT, 'package.json'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/line 1: "\{"; this is no dump/),
    });
    expect(await on(aFolder(), 'restore')).toMatchObject({
      code: 2,
      err: expect.stringContaining('line 1: nothing'),
    });
  });

  test('a store that holds a part only is opened by the rest of that dump, and by nothing else', async () => {
    const part = join(files, 'part.txt');
    writeFileSync(part, readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n'));
    const copy = aFolder();
    expect(await on(copy, 'restore', part)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/line 3: nothing; the dump is cut off here/),
    });
    for (const args of [['check'], ['serve'], ['dump'], ['seed', 'hamlet']])
      expect(await on(copy, ...args)).toMatchObject({
        code: 3,
        out: '',
        err: expect.stringMatching(
          /holds a part of a dump only.*run "jejak restore" again with the same dump/,
        ),
      });
    expect(await on(copy, 'restore', file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 lines restored, 1 were there already\n/),
    });
    expect(await on(copy, 'check')).toMatchObject({ code: 0 });
  });
});

describe('with a server on the data folder', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ data });
  });
  afterAll(() => server.stop('SIGTERM'));

  test('a dump comes from that server, the same bytes', async () => {
    expect((await on(data, 'dump')).out).toBe(readFileSync(file, 'utf8'));
    expect((await on(data, 'dump', '--public')).out).toBe(readFileSync(join(files, 'terbuka.jsonl'), 'utf8'));
  });

  test('over HTTP it is for administrators, and the operator is one', async () => {
    const url = server.url.replace('/graphql', '/dump');
    const asked = (headers: Record<string, string>, method = 'GET') => fetch(url, { method, headers });
    for (const headers of [{}, { Authorization: 'Bearer guess' }]) {
      const refused = await asked(headers as Record<string, string>);
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
    const operator = { Authorization: `Bearer ${ownerOf(data).token}` };
    const answer = await asked(operator);
    expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(await answer.text()).toBe(readFileSync(file, 'utf8'));
    expect((await asked(operator, 'POST')).status).toBe(405);
  });

  test('a reader that leaves does the server no harm', async () => {
    expect(await bash('jejak dump | head -c 20', data)).toMatchObject({
      code: 3,
      out: '{"jejak":"dump","for',
    });
    expect((await on(data, 'dump')).code).toBe(0);
    expect(server.said().err).not.toContain('broken off');
  });

  test('a restore is refused, naming the server', async () => {
    expect(await on(data, 'restore', file)).toMatchObject({
      code: 3,
      err: expect.stringMatching(new RegExp(`is served at .* by process ${server.pid}; stop that server`)),
    });
  });
});

test('a server that breaks off in the middle of a dump is UNAVAILABLE', async () => {
  const server = createServer((_, response) => {
    response.write('{"jejak":"dump"', () => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async () => {
    for await (const piece of dumpFrom({ url, pid: 7, token: 'x' }, false)) expect(piece).not.toBe('');
  };
  await expect(read()).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining(`the server at ${url} (pid 7) broke off`),
  });
  server.close();
});

describe('a data folder of an older version', () => {
  test('gets the index of names and search texts that it lacks when it is opened', async () => {
    const old = aFolder();
    expect(await on(old, 'seed')).toMatchObject({ code: 0 });
    const engine = openGrafeo({ folder: old });
    await engine.write(async (run) => {
      await run('MATCH (m:Name) DETACH DELETE m');
      await run('MATCH (n:Thing) SET n.searchGrams = null');
      await run("MATCH (m:Meta {key: 'derived'}) DELETE m");
    });
    expect((await check(createStore(engine))).length).toBeGreaterThan(0);
    await engine.close();

    expect((await on(old, 'search', 'SINGO')).out).toContain('Sistem Pelayanan Malang Online');
    expect(await on(old, 'check')).toMatchObject({ code: 0 });
  });
});

test('a restore that is killed again and again goes on where it stopped, and ends with the same dump', async () => {
  const engine = openGrafeo({ folder: null });
  await migrate(engine, await readMigrations(MIGRATIONS));
  const store = createStore(engine);
  await aRichWorld(store);
  for (let n = 0; n < 500; n++) {
    const [actor, initiative] = [anActor({ key: `a${n}` }), anInitiative({ key: `i${n}` })];
    const source = aSource({ key: `s${n}` });
    const claim = aClaim({ key: `c${n}`, subject: actor, object: initiative, evidence: [{ source }] });
    await store.apply(changeSet(actor, initiative, source, claim));
  }
  let text = '';
  for await (const line of dumpLines(store)) text += `${line}\n`;
  await engine.close();
  const big = join(files, 'big.jsonl');
  writeFileSync(big, text);

  const copy = aFolder();
  // Each attempt gets a little longer, so that the kills fall everywhere, until one comes to the end first.
  let [kills, code] = [0, null as number | null];
  for (let patience = 150; code === null; patience *= 1.25) {
    const child = spawn(process.execPath, [MAIN, 'restore', big], {
      env: { JEJAK_DATA: copy },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    [code] = await ended;
    clearTimeout(timer);
    kills += code === null ? 1 : 0;
  }
  expect(kills).toBeGreaterThan(0);
  expect(code).toBe(0);
  expect((await on(copy, 'dump')).out).toBe(text);
  expect(await on(copy, 'check')).toMatchObject({ code: 0 });
}, 180_000);
