import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, specifiedRules, validate } from 'graphql';
import { readCode } from '../../src/auth/pass-code.js';
import * as queries from '../../src/cli/user-queries.js';
import { schema } from '../support/api.js';
import { aFolder, ask, type Ended, jejak, type Serving, serving } from './support.js';

const PASSWORD = 'sepasar pedas empat kata';
const data = aFolder();
const user = (args: readonly string[], input?: string): Promise<Ended> =>
  jejak(['user', ...args], { data, ...(input !== undefined && { input }) });
const add = (login: string, ...rest: string[]) =>
  user(['add', login, '--name', `${login} (invented)`, ...rest, '--password-stdin'], `${PASSWORD}\n`);

beforeAll(async () => {
  expect(await jejak(['seed', 'hamlet'], { data })).toMatchObject({ code: 0 });
});

const documents = Object.entries(queries).flatMap(([name, value]) =>
  typeof value === 'string' ? [[name, value] as const] : [],
);
test.each(documents)('%s is a valid document', (_, document) => {
  expect(validate(schema, parse(document), specifiedRules)).toEqual([]);
});

describe('without a server', () => {
  test('a store without accounts says how to make the first', async () => {
    expect(await user(['list'])).toMatchObject({
      code: 0,
      out: '',
      err: 'no accounts yet; make the first: jejak user add <login> --name … --role administrator\n',
    });
  });

  test('accounts are made, with limits by name, and listed by login', async () => {
    const limits = [
      '--place',
      'Dusun Khayal',
      '--agency',
      'Dinas Lampu Antah-Berantah',
      '--helix',
      'government',
    ];
    expect(await add('budi', '--role', 'editor', ...limits)).toMatchObject({
      code: 0,
      out: 'budi  budi (invented)  editor in Dusun Khayal for Dinas Lampu Antah-Berantah of GOVERNMENT\n',
    });
    expect(await add('ana', '--role', 'Administrator')).toMatchObject({
      code: 0,
      out: 'ana  ana (invented)  administrator\n',
      err: '',
    });
    expect((await user(['list'])).out).toMatch(/^ana {2}.*\nbudi {2}.*\n$/);
  });

  test('an account is disabled, and enabled again', async () => {
    expect((await user(['disable', 'budi'])).out).toMatch(/^budi {2}.* {2}disabled\n$/);
    expect((await user(['enable', 'budi'])).out).not.toContain('disabled');
  });
});

describe('on a folder that is served', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ data });
  });
  afterAll(async () => {
    await server?.stop('SIGTERM');
  });
  const signIn = async (password: string) => {
    const document =
      'mutation ($password: String!) { signIn(login: "ana", password: $password) { viewer { name } } }';
    return (await ask<{ signIn: { viewer: unknown } }>(server.url, document, { password })).signIn.viewer;
  };

  test('a password is set, and signs in', async () => {
    expect(await signIn(PASSWORD)).toEqual({ name: 'ana (invented)' });
    expect(await user(['passwd', 'ana', '--password-stdin'], 'empat kata yang lain\r\n')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await signIn(PASSWORD)).toBeNull();
    expect(await signIn('empat kata yang lain')).toEqual({ name: 'ana (invented)' });
  });

  test('a token is printed alone on standard output, and lets in', async () => {
    const { out, err, code } = await user([
      'token',
      'ana',
      '--name',
      'export',
      '--days',
      '2',
      '--role',
      'editor',
    ]);
    expect([code, out, err]).toEqual([
      0,
      expect.stringMatching(/^jejak_\S+\n$/),
      expect.stringMatching(/^shown this once; expires \d{4}-/),
    ]);
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${out.trim()}` },
      body: JSON.stringify({ query: '{ viewer { login grants { role } } }' }),
    });
    expect(await response.json()).toEqual({
      data: { viewer: { login: 'ana', grants: [{ role: 'EDITOR' }] } },
    });
    expect((await user(['token', 'ana', '--name', 'x'])).err).toContain('does not expire');
  });

  test('a pass is printed as a picture and a code', async () => {
    const { out, err, code } = await user([
      'pass',
      '--event',
      'Rembuk (invented)',
      '--place',
      'Balai Dongeng',
      '--days',
      '2',
    ]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(readCode(lines.at(-1) ?? '')).not.toBeNull();
    expect(lines.slice(0, -1).join('')).toMatch(/^[ ▀▄█]+$/);
    expect(err).toMatch(/^shown this once; expires /);
  });
});

describe('what is refused', () => {
  test.each([
    [['ad', 'x'], '"user ad" is not known; did you mean add?'],
    [[], 'what to do with users is missing; write one of: add, list'],
    [['add'], '"user add" takes one login'],
    [['disable', 'a', 'b'], '"user disable" takes one login'],
    [['list', 'a'], '"user list" takes no words'],
    [['add', 'x', '--role', 'editor'], '"user add" needs --name'],
    [['add', 'x', '--name', 'X'], '"user add" needs --role'],
    [['add', 'x', '--name', 'X', '--role', 'king'], '--role "king" is refused; write one of: reader'],
    [
      ['add', 'x', '--name', 'X', '--role', 'editor'],
      'standard input is no terminal to ask for the password',
    ],
    [['token', 'ana'], '"user token" needs --name'],
    [['pass', 'x'], '"user pass" takes no words'],
    [['pass', '--days', '1'], '"user pass" needs --event'],
    [['pass', '--event', 'x', '--days', '8'], '--days "8" is refused; write a whole number from 1 to 7'],
    [
      ['pass', '--event', 'x', '--role', 'administrator'],
      'role: "administrator"; give contributor or editor',
    ],
  ])('%j ends with 2', async (args, message) => {
    expect(await user(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  test.each([
    [
      'a password that is too short',
      ['add', 'xena', '--name', 'X', '--role', 'editor', '--password-stdin'],
      'kurang',
      2,
      'password: 6 characters are too few',
    ],
    [
      'a login that is taken',
      ['add', 'ANA', '--name', 'X', '--role', 'editor', '--password-stdin'],
      PASSWORD,
      3,
      'login: "ana"; it has an account already',
    ],
    [
      'a login that is not there',
      ['passwd', 'x', '--password-stdin'],
      PASSWORD,
      1,
      'login: "x"; it has no account',
    ],
    [
      'a place that is not there',
      ['add', 'x', '--name', 'X', '--role', 'editor', '--place', 'xyzzyq'],
      '',
      1,
      'nothing found for "xyzzyq"',
    ],
  ] as const)('%s', async (_, args, input, code, message) => {
    const ended = await user(args, input);
    expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
    if (input !== '') expect(ended.err).not.toContain(input);
  });
});
