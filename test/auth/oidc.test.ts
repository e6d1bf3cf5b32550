import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { createAccount, updateAccount } from '../../src/auth/accounts.js';
import type { Flow } from '../../src/auth/auth.js';
import { identify } from '../../src/auth/identify.js';
import { type ClaimGrants, openIdProvider } from '../../src/auth/oidc.js';
import { signInByProfile } from '../../src/auth/profiles.js';
import { sessionUser } from '../../src/auth/sessions.js';
import { aProvider, CLIENT, type LocalProvider } from '../support/identity-provider.js';
import { anAuth, HOUR } from './support.js';

/** Against a real provider on this machine. Its own time is real; that of Jejak is set by each test. */

const BACK = 'http://127.0.0.1:1/auth/oidc/callback';
let local: LocalProvider;
// The provider warns of what only a test does, such as http.
jest.spyOn(console, 'warn').mockImplementation(() => {});
jest.spyOn(console, 'info').mockImplementation(() => {});
beforeAll(async () => {
  local = await aProvider([BACK]);
});
afterAll(() => local?.close());

const PLANNERS: ClaimGrants = { claim: 'groups', value: 'planners', grants: [{ role: 'editor' }] };
const MEDIA: ClaimGrants = {
  claim: 'realm.roles',
  value: 'press',
  grants: [{ role: 'contributor', helix: 'MEDIA' }],
};

function ours(grants: readonly ClaimGrants[] = [], ahead = 0, issuer = local.issuer) {
  return openIdProvider({ issuer, ...CLIENT, grants }, () => new Date(Date.now() + ahead));
}
type Ours = ReturnType<typeof ours>;

/** A browser that signs in: where it comes back, and what it has kept meanwhile. */
async function comeBack(provider: Ours): Promise<{ url: URL; flow: Flow }> {
  const { url, flow } = await provider.begin(BACK);
  return { url: new URL(await local.signIn(url)), flow };
}
async function profile(provider: Ours) {
  const { url, flow } = await comeBack(provider);
  return provider.finish(url, flow);
}

describe('signing in by a provider', () => {
  test('takes a code with PKCE, state and nonce, and tells who it is', async () => {
    local.claims = { sub: 'ana', name: 'Ana (invented)', preferred_username: 'Ana.P' };
    const provider = ours();
    const { url, flow } = await provider.begin(BACK);
    const asked = new URL(url);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'jejak',
      redirect_uri: BACK,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      state: flow.state,
      nonce: flow.nonce,
    });
    expect(url).not.toContain(flow.verifier);
    expect(await provider.finish(new URL(await local.signIn(url)), flow)).toEqual({
      identity: `${local.issuer} ana`,
      name: 'Ana (invented)',
      login: 'Ana.P',
      grants: null,
    });
  });

  test.each([
    ['a group', { groups: ['staff', 'planners'] }, [{ role: 'editor' }]],
    ['a single value', { groups: 'planners' }, [{ role: 'editor' }]],
    ['a path', { realm: { roles: ['press'] } }, [{ role: 'contributor', helix: 'MEDIA' }]],
    [
      'two of them',
      { groups: ['planners'], realm: { roles: ['press'] } },
      [...PLANNERS.grants, ...MEDIA.grants],
    ],
    ['another group', { groups: ['planner'] }, [{ role: 'reader' }]],
    ['no group', {}, [{ role: 'reader' }]],
  ])('gives the grants of %s', async (_, claims, grants) => {
    local.claims = { sub: 'ana', ...claims };
    expect((await profile(ours([PLANNERS, MEDIA]))).grants).toEqual(grants);
  });
});

describe('an answer is refused', () => {
  const refusal = (reason: string) => ({
    code: 'UNAUTHENTICATED',
    message: expect.stringMatching(
      new RegExp(`answer of the identity provider is refused \\(${reason}\\); start again`),
    ),
  });

  test.each([
    ['state', 'OAUTH_INVALID_RESPONSE'],
    ['nonce', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['verifier', 'invalid_grant'],
  ])('with a wrong %s', async (part, reason) => {
    const provider = ours();
    const { url, flow } = await comeBack(provider);
    const other = 'x'.repeat(43);
    await expect(provider.finish(url, { ...flow, [part]: other })).rejects.toMatchObject(refusal(reason));
  });

  test('whose code was used before', async () => {
    const provider = ours();
    const { url, flow } = await comeBack(provider);
    await provider.finish(url, flow);
    await expect(provider.finish(url, flow)).rejects.toMatchObject(refusal('invalid_grant'));
  });

  test('whose ID token has expired', async () => {
    const { url, flow } = await comeBack(ours());
    await expect(ours([], 2 * HOUR).finish(url, flow)).rejects.toMatchObject(
      refusal('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'),
    );
  });

  test('that says no', async () => {
    const provider = ours();
    const { flow } = await provider.begin(BACK);
    const url = new URL(
      `${BACK}?error=access_denied&state=${flow.state}&iss=${encodeURIComponent(local.issuer)}`,
    );
    await expect(provider.finish(url, flow)).rejects.toMatchObject(refusal('access_denied'));
  });

  test('of a provider other than the one asked', async () => {
    const provider = ours();
    const { url, flow } = await comeBack(provider);
    url.searchParams.set('iss', 'https://other.example');
    await expect(provider.finish(url, flow)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('without telling what was sent', async () => {
    const provider = ours();
    const { url, flow } = await comeBack(provider);
    const error = (await provider.finish(url, { ...flow, verifier: 'y'.repeat(43) }).catch(String)) as string;
    for (const secret of [url.searchParams.get('code'), flow.state, flow.nonce, CLIENT.clientSecret])
      expect(error).not.toContain(secret);
  });
});

describe('an access token', () => {
  const now = () => Math.floor(Date.now() / 1_000);
  const claims = (values = {}) => ({
    iss: local.issuer,
    aud: 'jejak',
    sub: 'ana',
    exp: now() + 3_600,
    ...values,
  });

  test('of the provider, for Jejak, lets in', async () => {
    const token = await local.accessToken(claims({ groups: ['planners'] }));
    expect(await ours([PLANNERS]).ofToken(token)).toMatchObject({
      identity: `${local.issuer} ana`,
      grants: [{ role: 'editor' }],
    });
  });

  test.each([
    ['for another audience', { aud: 'other' }, {}, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for no audience', { aud: undefined }, {}, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['of another issuer', { iss: 'https://other.example' }, {}, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['that has expired', { exp: 1_700_000_000 }, {}, 'ERR_JWT_EXPIRED'],
    ['that never expires', { exp: undefined }, {}, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['that is not valid yet', { nbf: 4_000_000_000 }, {}, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['of nobody', { sub: undefined }, {}, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['that is an ID token', {}, { typ: 'JWT' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ])('%s is refused', async (_, wrong, head, reason) => {
    const token = await local.accessToken(claims(wrong), head);
    await expect(ours().ofToken(token)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining(`access token is refused (${reason}); ask the identity provider`),
    });
  });

  test('signed by another key is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await local.accessToken(claims(), { key: privateKey });
    await expect(ours().ofToken(token)).rejects.toThrow(/ERR_JWS_SIGNATURE_VERIFICATION_FAILED/);
  });

  test('without a signature is refused', async () => {
    const [head = '', body = ''] = [{ alg: 'none', typ: 'at+jwt' }, claims()].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    await expect(ours().ofToken(`${head}.${body}.`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(ours().ofToken('a.b.c')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('makes the request that of its account, with its grants for this once', async () => {
    const { auth } = await anAuth(ours([PLANNERS]));
    const bearer = async (values: object) => {
      const authorization = `Bearer ${await local.accessToken(claims(values))}`;
      return (await identify(auth, { authorization, cookie: null })).user;
    };
    const first = await bearer({ groups: ['planners'] });
    const second = await bearer({});
    expect([first.grants, second.grants]).toEqual([[{ role: 'editor' }], [{ role: 'reader' }]]);
    expect(second.id).toBe(first.id);
    expect(await auth.accounts.list('', 10)).toHaveLength(1);
  });
});

describe('a provider that is away', () => {
  test.each(['begin', 'ofToken'] as const)('is UNAVAILABLE with its address: %s', async (call) => {
    const gone = await aProvider([BACK]);
    await gone.close();
    await expect(ours([], 0, gone.issuer)[call](call === 'begin' ? BACK : 'a.b.c')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: `the identity provider at ${gone.issuer} does not answer as one; check that it runs, and OIDC_ISSUER`,
    });
  });

  test('between sending the browser there and taking it back is UNAVAILABLE', async () => {
    const going = await aProvider([BACK]);
    const provider = ours([], 0, going.issuer);
    const { url, flow } = await provider.begin(BACK);
    const back = new URL(await going.signIn(url));
    await going.close();
    await expect(provider.finish(back, flow)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(provider.ofToken(await going.accessToken({}))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });

  test('is asked again by the next', async () => {
    const gone = await aProvider([BACK]);
    const provider = ours([], 0, gone.issuer);
    await gone.close();
    await expect(provider.begin(BACK)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const back = await aProvider([BACK], Number(new URL(gone.issuer).port));
    expect((await provider.begin(BACK)).url).toContain(gone.issuer);
    await back.close();
  });
});

describe('an identity', () => {
  const ana = {
    identity: 'https://id.example ana',
    name: 'Ana (invented)',
    login: 'ana@id.example',
    grants: null,
  };

  test('gets an account at the first time, that reads', async () => {
    const { auth } = await anAuth();
    const { user, secret } = await signInByProfile(auth, ana);
    expect(user).toEqual({
      id: expect.stringMatching(/^usr-/),
      name: 'Ana (invented)',
      grants: [{ role: 'reader' }],
    });
    expect(await sessionUser(auth, secret)).toEqual(user);
    expect(await auth.accounts.byLogin('ana@id.example')).toMatchObject({
      identity: ana.identity,
      passwordHash: null,
    });
  });

  test('keeps its account, whatever it is called meanwhile', async () => {
    const { auth } = await anAuth();
    const [first, second] = [
      await signInByProfile(auth, ana),
      await signInByProfile(auth, { ...ana, login: 'x', name: 'X' }),
    ];
    expect(second.user).toEqual(first.user);
  });

  test('keeps the grants that an administrator gave, where the provider has no say', async () => {
    const { auth } = await anAuth();
    await signInByProfile(auth, ana);
    await updateAccount(auth, 'ana@id.example', { grants: [{ role: 'editor' }] });
    expect((await signInByProfile(auth, ana)).user.grants).toEqual([{ role: 'editor' }]);
  });

  test('has the grants that the provider says now, where it has a say', async () => {
    const { auth } = await anAuth();
    expect((await signInByProfile(auth, { ...ana, grants: [{ role: 'editor' }] })).user.grants).toEqual([
      { role: 'editor' },
    ]);
    const { user, secret } = await signInByProfile(auth, { ...ana, grants: [{ role: 'reader' }] });
    expect(user.grants).toEqual([{ role: 'reader' }]);
    expect((await sessionUser(auth, secret))?.grants).toEqual([{ role: 'reader' }]);
  });

  test('never gets the account of somebody with the same login', async () => {
    const { auth } = await anAuth();
    const grants = [{ role: 'administrator' }] as const;
    const { id } = await createAccount(auth, { login: ana.login, name: 'Other', grants, password: null });
    const { user } = await signInByProfile(auth, ana);
    expect(user.id).not.toBe(id);
    expect(user.grants).toEqual([{ role: 'reader' }]);
    expect(await auth.accounts.byId(user.id)).toMatchObject({
      login: expect.stringMatching(/^sso-[0-9a-f]{16}$/),
    });
  });

  test.each([
    [{ login: null, name: '' }, 'without a name', /^sso-/],
    [{ login: 'Ána B', name: 'Ana' }, 'Ana', /^sso-/],
    [{ login: 'ana', name: 'a\nb' }, 'ana', /^ana$/],
  ])('gets a name and a login also from %j', async (said, name, login) => {
    const { auth } = await anAuth();
    const { user } = await signInByProfile(auth, { ...ana, ...said });
    expect(user.name).toBe(name);
    expect((await auth.accounts.byId(user.id))?.login).toMatch(login);
  });

  test('that comes twice at once gets one account', async () => {
    const { auth } = await anAuth();
    const both = await Promise.all([signInByProfile(auth, ana), signInByProfile(auth, ana)]);
    expect(both[0]?.user.id).toBe(both[1]?.user.id);
  });

  test('does not get in by an account that is disabled', async () => {
    const { auth } = await anAuth();
    await signInByProfile(auth, ana);
    await updateAccount(auth, ana.login, { disabled: true });
    await expect(signInByProfile(auth, ana)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
