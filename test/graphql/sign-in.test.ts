import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type App, openApp, serve } from '../../src/app.js';
import { createAccount, updateAccount } from '../../src/auth/accounts.js';
import { readConfig } from '../../src/config.js';
import type { RunningServer } from '../../src/graphql/server.js';
import { readOwner } from '../../src/store/engines/grafeo.js';
import { aFolder } from '../support/engines.js';
import { closeAll } from './http/support.js';

/** Signing in over HTTP, as a browser and as a program do. */

const PASSWORD = 'sepasar pedas empat kata';
const folder = aFolder();
let app: App;
let server: RunningServer;
const logged = jest.spyOn(console, 'error').mockImplementation(() => {});

beforeAll(async () => {
  const config = readConfig({ JEJAK_DATA: folder, PORT: '0', JEJAK_SEED: 'none' });
  app = await openApp(config);
  server = await serve(app, config);
  for (const login of ['ana', 'budi', 'citra'])
    await createAccount(app.services.auth, {
      login,
      name: `${login} (invented)`,
      grants: [{ role: 'editor' }],
      password: PASSWORD,
    });
});
afterAll(async () => {
  await server?.close();
  await closeAll();
  await app?.close();
  rmSync(folder, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asks for
type Data = any;

async function post(query: string, headers: Record<string, string> = {}, variables: object = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: Data;
    errors?: Array<{ extensions: { code: string } }>;
  };
  return {
    status: response.status,
    data,
    code: errors?.[0]?.extensions.code,
    cookie: response.headers.get('set-cookie'),
    text: JSON.stringify({ data, errors }),
  };
}

const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(login: $login, password: $password) { viewer { login } token expiresAt userErrors { field code message } } }`;
const signIn = (login: string, password = PASSWORD, headers = {}) =>
  post(SIGN_IN, headers, { login, password });
const VIEWER = '{ viewer { id login name isSignedIn can grants { role } } }';
const PUBLIC = {
  viewer: {
    id: 'public',
    login: null,
    name: 'public',
    isSignedIn: false,
    can: ['READ', 'EXPORT'],
    grants: [{ role: 'READER' }],
  },
};
const pairOf = (cookie: string | null) => cookie?.split(';')[0] ?? '';

describe('signing in', () => {
  test('sets a cookie that no script reads and no other site sends along', async () => {
    const { cookie, data } = await signIn('ana');
    expect(cookie).toBe(`jejak_session=${data.signIn.token}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax`);
    expect(data.signIn).toMatchObject({ viewer: { login: 'ana' }, userErrors: [] });
  });

  test('marks the cookie Secure where the client came by https', async () => {
    expect((await signIn('ana', PASSWORD, { 'x-forwarded-proto': 'https' })).cookie).toMatch(/; Secure$/);
  });

  test('makes the next request that of the account, by cookie or by header', async () => {
    const { cookie, data } = await signIn('ana');
    for (const headers of [{ cookie: pairOf(cookie) }, { authorization: `Bearer ${data.signIn.token}` }])
      expect((await post(VIEWER, headers as Record<string, string>)).data.viewer).toMatchObject({
        login: 'ana',
        isSignedIn: true,
        grants: [{ role: 'EDITOR' }],
        can: expect.arrayContaining(['WRITE', 'REVERT', 'MANAGE_PASSES']),
      });
  });

  test('that is refused sets no cookie and repeats no password', async () => {
    const { cookie, data, text } = await signIn('ana', 'wrong-secret-word');
    expect(cookie).toBeNull();
    expect(data.signIn).toMatchObject({
      viewer: null,
      token: null,
      expiresAt: null,
      userErrors: [{ field: null, code: 'UNAUTHENTICATED', message: expect.stringMatching(/; check both/) }],
    });
    expect(text).not.toContain('wrong-secret-word');
  });

  test('says the same of a locked account as of one that does not exist', async () => {
    for (let failure = 0; failure < 5; failure++) await signIn('budi', 'wrong');
    const [locked, unknown] = [await signIn('budi'), await signIn('nobody')];
    expect(locked.data).toEqual(unknown.data);
    expect(locked.cookie).toBeNull();
  });

  test('is not tried without end from one address', async () => {
    for (let failure = 0; failure < 10; failure++) await signIn('someone', 'wrong');
    expect((await signIn('someone')).data.signIn.userErrors).toMatchObject([{ code: 'UNAVAILABLE' }]);
  });

  test('logs nothing', () => {
    expect(logged).not.toHaveBeenCalled();
  });
});

describe('a request', () => {
  test('is the public’s without a session', async () => {
    expect((await post(VIEWER)).data).toEqual(PUBLIC);
  });

  test('is the public’s with a cookie that does not hold', async () => {
    expect((await post(VIEWER, { cookie: 'jejak_session=stale' })).data).toEqual(PUBLIC);
  });

  test('is refused with a bearer that does not hold', async () => {
    const { status, code, text } = await post(VIEWER, { authorization: 'Bearer jejak_wrong' });
    expect([status, code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(text).not.toContain('jejak_wrong');
  });

  test('is the operator’s with the token of the data folder', async () => {
    const { data } = await post(VIEWER, { authorization: `Bearer ${readOwner(folder)?.token}` });
    expect(data.viewer).toMatchObject({ id: 'operator', login: null, isSignedIn: true });
  });

  test('of an editor may load a dataset, one of a contributor may not', async () => {
    const load = 'mutation { loadDataset(dataset: HAMLET) { change { sequence } userErrors { code } } }';
    const { data } = await signIn('citra');
    const headers = { authorization: `Bearer ${data.signIn.token}` };
    expect((await post(load)).code).toBe('UNAUTHENTICATED');
    await updateAccount(app.services.auth, 'citra', { grants: [{ role: 'contributor' }] });
    expect((await post(load, headers)).code).toBe('FORBIDDEN');
    await updateAccount(app.services.auth, 'citra', { grants: [{ role: 'editor' }] });
    expect((await post(load, headers)).data.loadDataset).toEqual({ change: { sequence: 1 }, userErrors: [] });
  });
});

describe('a session', () => {
  test('ends by signing out, which takes the cookie away', async () => {
    const { cookie } = await signIn('ana');
    const headers = { cookie: pairOf(cookie) };
    const out = await post('mutation { signOut { userErrors { code } } }', headers);
    expect(out.data).toEqual({ signOut: { userErrors: [] } });
    expect(out.cookie).toBe('jejak_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
    expect((await post(VIEWER, headers)).data).toEqual(PUBLIC);
  });

  test('makes an API token, which lets in, makes no other one, and ends when it is revoked', async () => {
    const { cookie } = await signIn('ana');
    const create =
      'mutation { createToken(name: "x", grants: [{role: CONTRIBUTOR}]) { secret token { id } userErrors { code } } }';
    const { data } = await post(create, { cookie: pairOf(cookie) });
    const headers = { authorization: `Bearer ${data.createToken.secret}` };
    expect((await post(VIEWER, headers)).data.viewer).toMatchObject({
      login: 'ana',
      grants: [{ role: 'CONTRIBUTOR' }],
    });
    expect((await post(create, headers)).code).toBe('FORBIDDEN');
    expect((await post('{ tokens { name lastUsedAt } }', headers)).data.tokens).toEqual([
      { name: 'x', lastUsedAt: expect.stringMatching(/:00\.000Z$/) },
    ]);
    const revoke = `mutation { revokeToken(id: "${data.createToken.token.id}") { id userErrors { code } } }`;
    expect((await post(revoke, headers)).code).toBe('FORBIDDEN');
    expect((await post(revoke, { cookie: pairOf(cookie) })).data.revokeToken.userErrors).toEqual([]);
    expect((await post(VIEWER, headers)).status).toBe(401);
  });

  test('changes its password, and stays while the others end', async () => {
    const [here, elsewhere] = [await signIn('ana'), await signIn('ana')];
    const change = `mutation ($present: String!, $next: String!) {
      changePassword(present: $present, next: $next) { userErrors { field code } } }`;
    const next = 'empat kata yang lain sekali';
    const headers = { cookie: pairOf(here.cookie) };
    expect((await post(change, headers, { present: 'wrong', next })).data.changePassword.userErrors).toEqual([
      { field: 'present', code: 'UNAUTHENTICATED' },
    ]);
    expect(
      (await post(change, headers, { present: PASSWORD, next: 'short' })).data.changePassword.userErrors,
    ).toEqual([{ field: 'password', code: 'BAD_USER_INPUT' }]);
    expect((await post(change, headers, { present: PASSWORD, next })).data.changePassword.userErrors).toEqual(
      [],
    );
    expect((await post(VIEWER, headers)).data.viewer.login).toBe('ana');
    expect((await post(VIEWER, { cookie: pairOf(elsewhere.cookie) })).data).toEqual(PUBLIC);
    expect((await post(change, {}, { present: next, next: PASSWORD })).code).toBe('UNAUTHENTICATED');
    await updateAccount(app.services.auth, 'ana', { password: PASSWORD });
  });
});

test('a guest signs in by the code of a pass', async () => {
  const { cookie } = await signIn('ana');
  const { data } = await post(
    'mutation { createPass(event: "Rembuk (invented)", grant: {role: CONTRIBUTOR}) { code } }',
    { cookie: pairOf(cookie) },
  );
  const redeemed = await post(
    'mutation ($code: String!) { redeemPass(code: $code, name: "Sri") { userErrors { code } } }',
    {},
    { code: data.createPass.code },
  );
  const guest = { cookie: pairOf(redeemed.cookie) };
  expect((await post(VIEWER, guest)).data.viewer).toMatchObject({
    name: 'Sri',
    login: null,
    isSignedIn: true,
  });
  expect((await post('{ tokens { id } }', guest)).code).toBe('FORBIDDEN');
});
