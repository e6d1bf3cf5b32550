import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type App, openApp, serve } from '../../src/app.js';
import { updateAccount } from '../../src/auth/accounts.js';
import { readConfig } from '../../src/config.js';
import type { RunningServer } from '../../src/graphql/server.js';
import { aFolder } from '../support/engines.js';
import { aFreePort, aProvider, CLIENT, type LocalProvider } from '../support/identity-provider.js';
import { aServer, closeAll } from './http/support.js';

/** Signing in by an identity provider, with a browser between it and the server. */

const folder = aFolder();
/** Known before the server is, because the provider must know where it sends browsers back to. */
let here: string;
let local: LocalProvider;
let app: App;
let server: RunningServer;
for (const call of ['warn', 'info', 'error'] as const) jest.spyOn(console, call).mockImplementation(() => {});

beforeAll(async () => {
  const port = await aFreePort();
  here = `http://127.0.0.1:${port}`;
  local = await aProvider([`${here}/auth/oidc/callback`]);
  const config = readConfig({
    JEJAK_DATA: folder,
    PORT: String(port),
    JEJAK_SEED: 'none',
    OIDC_ISSUER: local.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_GRANTS: JSON.stringify([{ claim: 'groups', value: 'planners', grants: [{ role: 'editor' }] }]),
  });
  app = await openApp(config);
  server = await serve(app, config);
});
afterAll(async () => {
  await server?.close();
  await closeAll();
  await app?.close();
  await local?.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { redirect: 'manual', headers });
const cookiesOf = (response: Response) => response.headers.getSetCookie();
const pairs = (response: Response) =>
  cookiesOf(response)
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const pathOf = (url: string) => url.slice(here.length);

/** As far as the browser's way back. */
async function comeBack() {
  const sent = await get('/auth/oidc');
  const back = await local.signIn(sent.headers.get('location') ?? '');
  return { sent, back, cookie: pairs(sent) };
}

async function viewer(cookie: string) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ viewer { login name grants { role } } }' }),
  });
  return ((await response.json()) as { data: { viewer: unknown } }).data.viewer;
}

async function refusal(response: Response) {
  const { errors } = (await response.json()) as {
    errors: [{ message: string; extensions: { code: string } }];
  };
  return `${response.status} ${errors[0].extensions.code}: ${errors[0].message}`;
}

describe('a browser', () => {
  test('is sent to the provider, comes back, and is signed in', async () => {
    local.claims = { sub: 'ana', name: 'Ana (invented)', preferred_username: 'ana', groups: ['planners'] };
    const { sent, back, cookie } = await comeBack();
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toContain(`${local.issuer}/auth?`);
    expect(cookiesOf(sent)).toEqual([
      expect.stringMatching(/^jejak_flow=[\w-]+; Path=\/auth\/oidc; Max-Age=600; HttpOnly; SameSite=Lax$/),
    ]);
    const done = await get(pathOf(back), { cookie });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
    const [flow, session = ''] = cookiesOf(done);
    expect(flow).toBe('jejak_flow=; Path=/auth/oidc; Max-Age=0; HttpOnly; SameSite=Lax');
    expect(session).toMatch(/^jejak_session=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/);
    expect(await viewer(session.split(';')[0] ?? '')).toEqual({
      login: 'ana',
      name: 'Ana (invented)',
      grants: [{ role: 'EDITOR' }],
    });
  });

  test('comes back by https where a proxy says so', async () => {
    const sent = await get('/auth/oidc', { 'x-forwarded-proto': 'https' });
    const address = new URL(sent.headers.get('location') ?? '');
    expect(address.searchParams.get('redirect_uri')).toBe(
      `${here.replace('http:', 'https:')}/auth/oidc/callback`,
    );
    expect(cookiesOf(sent)[0]).toMatch(/; Secure$/);
  });

  test.each([
    ['has not begun here', ''],
    ['kept something else', 'jejak_flow=%7B%7D'],
    ['kept half of it', `jejak_flow=${Buffer.from('{"state":"x"}').toString('base64url')}`],
  ])('that %s is refused', async (_, cookie) => {
    const { back } = await comeBack();
    expect(await refusal(await get(pathOf(back), { cookie }))).toMatch(
      /^401 UNAUTHENTICATED: .*has not begun to sign in here.*; start again at \/auth\/oidc$/,
    );
  });

  test('that comes back by a link somebody else has made is refused', async () => {
    const [mine, theirs] = [await comeBack(), await comeBack()];
    const answer = await get(pathOf(theirs.back), { cookie: mine.cookie });
    expect(cookiesOf(answer).join()).not.toContain('jejak_session');
    expect(await refusal(answer)).toMatch(
      /^401 UNAUTHENTICATED: the answer of the identity provider is refused/,
    );
  });

  test('that comes back twice is refused the second time', async () => {
    const { back, cookie } = await comeBack();
    await get(pathOf(back), { cookie });
    const again = await get(pathOf(back), { cookie });
    expect(await refusal(again)).toMatch(/^401 UNAUTHENTICATED: .*\(invalid_grant\); start again/);
  });

  test('whose account is disabled is refused', async () => {
    local.claims = { sub: 'budi', preferred_username: 'budi' };
    const first = await comeBack();
    await get(pathOf(first.back), { cookie: first.cookie });
    await updateAccount(app.services.auth, 'budi', { disabled: true });
    const { back, cookie } = await comeBack();
    const answer = await get(pathOf(back), { cookie });
    expect(cookiesOf(answer).join()).not.toContain('jejak_session');
    expect(await refusal(answer)).toMatch(/^403 FORBIDDEN: the account of this identity is disabled/);
  });
});

test('where no provider is configured, the address says so', async () => {
  const plain = await aServer();
  const answer = await fetch(`${plain.url}/auth/oidc`, { redirect: 'manual' });
  expect(await refusal(answer)).toBe(
    '404 NOT_FOUND: GET /auth/oidc: no identity provider is configured; sign in by password, or set OIDC_ISSUER',
  );
});

test('where the provider is away, the address says so', async () => {
  await local.close();
  const config = readConfig({ JEJAK_DATA: folder, OIDC_ISSUER: local.issuer, OIDC_CLIENT_ID: 'jejak' });
  if (config.oidc === null) throw new Error('a provider is configured');
  const { openIdProvider } = await import('../../src/auth/oidc.js');
  const auth = { ...app.services.auth, provider: openIdProvider(config.oidc, () => new Date()) };
  const away = await aServer({ auth });
  const answer = await fetch(`${away.url}/auth/oidc`, { redirect: 'manual' });
  expect(await refusal(answer)).toMatch(
    /^503 UNAVAILABLE: the identity provider at http:\S+ does not answer as one/,
  );
});
