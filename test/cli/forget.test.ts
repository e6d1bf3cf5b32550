import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Input } from '../../src/cli/command.js';
import type { Api } from '../../src/cli/connect.js';
import { type Asked, forget } from '../../src/cli/forget.js';
import { aFolder, type Ended, jejak, ownerOf, type Serving, serving } from './support.js';

/** All people and numbers are invented. */
const PHONE = '0812-0000-0345';
const data = aFolder();
const user = (...args: readonly string[]): Promise<Ended> => jejak(['user', ...args], { data });

describe('on a folder that is served', () => {
  let server: Serving;
  beforeAll(async () => {
    expect(await jejak(['seed', 'hamlet'], { data })).toMatchObject({ code: 0 });
    const add = ['user', 'add', 'budi', '--name', 'Budi Rekaan', '--role', 'editor', '--password-stdin'];
    await jejak(add, { data, input: 'sepasar pedas empat kata\n' });
    server = await serving({ data });
  });
  afterAll(async () => {
    await server?.stop('SIGTERM');
  });
  const asOperator = async (query: string) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerOf(data).token}` },
      body: JSON.stringify({ query }),
    });
    const { data: answer, errors } = (await response.json()) as { data: never; errors?: unknown };
    expect(errors).toBeUndefined();
    return answer as Record<string, { node: { id: string } }>;
  };
  const create = async (name: string, phone: string) =>
    (
      await asOperator(`mutation { it: createInitiative(why: "usulan (invented)", input: {
        name: "Saluran (invented)", kind: PROPOSAL, note: "telepon ${phone}, Ibu ${name}",
        proposer: { name: "${name}", phone: "${phone}" } }) { node { id } } }`)
    ).it?.node.id;

  test('with nobody to ask it erases nothing, and says how to', async () => {
    const ended = await user('forget', 'budi');
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--yes') });
    expect((await user('list')).out).toContain('budi');
  });

  test('a person goes, and it says what went and what stays', async () => {
    const id = await create('Siti Rekaan', PHONE);
    const { code, out, err } = await user(
      'forget',
      '--name',
      'siti rekaan',
      '--phone',
      '+62 812 0000 0345',
      '--yes',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      new RegExp(
        `^erased:\\n  the proposer of 1 record: ${id}\\n  the number in the text of 1 record: ${id}\\n  the number in 1 earlier change: g-\\d+\\nleft:\\n`,
      ),
    );
    expect(out).toContain(`the full name stands in 1 record`);
    expect(out).toContain(`\n    ${id}\n`);
    expect(out).toContain('\n  dumps made earlier: delete them');
    expect(out).not.toMatch(/Siti|0345/i);
  });

  test('an account goes', async () => {
    const { code, out } = await user('forget', 'budi', '--yes');
    expect(code).toBe(0);
    expect(out).toMatch(/^erased:\n {2}the account, with 0 sessions, 0 API tokens, 0 event passes\nleft:\n/);
    expect((await user('list')).out).not.toContain('budi');
  });

  test('nobody of that name is 1; texts that name them are told all the same', async () => {
    expect(await user('forget', 'nobody', '--yes')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('nothing of that person is here'),
    });
    const named = await user('forget', '--name', 'Siti Rekaan', '--yes');
    expect(named).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^erased:\n {2}nothing\nleft:\n {2}the full name stands in 1 record/),
      err: 'jejak: there was nothing to erase\n',
    });
  });

  test('a name that several have is refused, in their masked numbers', async () => {
    await create('Dewi Rekaan', '0812-0000-0111');
    await create('Dewi Rekaan', '0813-0000-0222');
    expect(await user('forget', '--name', 'Dewi Rekaan', '--yes')).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining(
        '2 different people have it, by their numbers: 0812…11, 0813…22; give the phone too',
      ),
    });
  });

  test.each([
    [['forget', '--yes'], '"user forget" needs a login, --name or --phone'],
    [['forget', 'a', 'b', '--yes'], '"user forget" takes at most one login'],
    [['forget', '--name', ' ', '--yes'], '--name " " is refused; write some text'],
    [['forget', '--phone', 'x', '--yes'], 'phone: it is refused, and not shown'],
    [['forgt'], '"user forgt" is not known; did you mean forget?'],
  ])('%j is refused', async (args, message) => {
    expect(await user(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('on a terminal', () => {
  const answerOf = (account: boolean) => ({
    payload: {
      erased: {
        account,
        sessions: 2,
        tokens: 1,
        passes: 1,
        mappings: 1,
        attributions: ['g-1', 'r-1'],
        proposersOf: [],
        pending: [],
      },
      redacted: { records: [], changes: [], proposals: Array.from({ length: 12 }, (_, n) => `r-${n}`) },
      left: [],
      userErrors: [],
    },
  });

  /** A terminal on which that is typed, and the requests that follow. */
  async function typed(text: string) {
    const printed = jest.spyOn(console, 'log').mockImplementation(() => {});
    const keyboard = Object.assign(new PassThrough(), { isTTY: true });
    const screen = new PassThrough();
    const requests: unknown[] = [];
    const api = {
      ask: async (_document: string, variables: unknown) => {
        requests.push(variables);
        return answerOf(true);
      },
    } as unknown as Api;
    const input: Input = { command: 'user', values: {}, words: ['forget', 'budi'] };
    keyboard.end(text);
    const ended = await forget(input, api, { input: keyboard, output: screen } as Asked).catch(
      (error) => error,
    );
    const out = printed.mock.calls.flat().join('\n');
    printed.mockRestore();
    return { ended, out, requests, shown: String(screen.read() ?? '') };
  }

  test.each(['yes\n', 'YA\n'])('it shows what would go, and on %j erases it', async (text) => {
    const { ended, out, requests, shown } = await typed(text);
    expect(ended).toBeUndefined();
    expect(requests).toEqual([
      { login: 'budi', dryRun: true },
      { login: 'budi', dryRun: false },
    ]);
    expect(shown).toMatch(
      /^this would be erased:\n {2}the account, with 2 sessions, 1 API token, 1 event pass\n/,
    );
    expect(shown).toContain(
      '  its name in 2 changes and proposals: g-1, r-1\n  its name in 1 import mapping\n',
    );
    expect(shown).toContain('r-9, and 2 more\n');
    expect(shown).toContain('erase it for good? write yes or ya: ');
    expect(out).toMatch(/^erased:\n/);
  });

  test.each(['no\n', 'y\n', '\n', ''])('on %j it erases nothing', async (text) => {
    const { ended, out, requests } = await typed(text);
    expect(ended).toMatchObject({ name: 'Negative', message: 'nothing was erased' });
    expect(requests).toHaveLength(1);
    expect(out).toBe('');
  });
});
