import { describe, expect, test } from '@jest/globals';
import { createAccount, updateAccount } from '../../src/auth/accounts.js';
import { readGrants } from '../../src/auth/grants.js';
import { identify } from '../../src/auth/identify.js';
import { PUBLIC_USER } from '../../src/auth/rights.js';
import { signIn } from '../../src/auth/sign-in.js';
import { createToken, tokenUser } from '../../src/auth/tokens.js';
import { anAccount, anAuth, DAY, MINUTE, PASSWORD } from './support.js';

const KLOJEN = { role: 'editor', place: 'p-klojen' } as const;

describe('an API token', () => {
  test('lets in with the grants it was given, and is kept as a hash', async () => {
    const { auth } = await anAuth();
    const account = await anAccount(auth, 'ana', [{ role: 'administrator' }]);
    const { secret, token } = await createToken(auth, account, {
      name: 'export',
      grants: [KLOJEN],
      days: null,
    });
    expect(secret).toMatch(/^jejak_[\w-]{43}$/);
    expect(JSON.stringify(await auth.accounts.tokensOf(account.id))).not.toContain(secret);
    expect(await tokenUser(auth, secret)).toEqual({ id: account.id, name: account.name, grants: [KLOJEN] });
    expect(token.expiresAt).toBeNull();
  });

  test('without grants reads what is public', async () => {
    const { auth } = await anAuth();
    const { secret } = await createToken(auth, await anAccount(auth), {
      name: 'read',
      grants: [],
      days: null,
    });
    expect((await tokenUser(auth, secret))?.grants).toEqual([]);
  });

  test.each([
    ['a higher role', [KLOJEN], { role: 'administrator', place: 'p-klojen' }],
    ['fewer limits', [KLOJEN], { role: 'editor' }],
    ['another place', [KLOJEN], { role: 'editor', place: 'p-sukun' }],
  ] as const)('gives no more than its account: %s is refused', async (_, held, wanted) => {
    const { auth } = await anAuth();
    const account = await anAccount(auth, 'ana', held);
    await expect(
      createToken(auth, account, { name: 'x', grants: [wanted], days: null }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await auth.accounts.tokensOf(account.id)).toEqual([]);
  });

  test('loses what its account loses', async () => {
    const { auth } = await anAuth();
    const account = await anAccount(auth);
    const { secret } = await createToken(auth, account, { name: 'x', grants: [KLOJEN], days: null });
    await updateAccount(auth, 'ana', { grants: [{ role: 'contributor' }] });
    expect((await tokenUser(auth, secret))?.grants).toEqual([]);
    await updateAccount(auth, 'ana', { disabled: true });
    expect(await tokenUser(auth, secret)).toBeNull();
  });

  test('expires, and can be revoked', async () => {
    const { auth, wait } = await anAuth();
    const account = await anAccount(auth);
    const { secret } = await createToken(auth, account, { name: 'x', grants: [], days: 1 });
    const other = await createToken(auth, account, { name: 'y', grants: [], days: null });
    wait(DAY - 1);
    expect(await tokenUser(auth, secret)).not.toBeNull();
    wait(1);
    expect(await tokenUser(auth, secret)).toBeNull();
    expect(await tokenUser(auth, other.secret)).not.toBeNull();
    await auth.accounts.deleteToken(other.token.id);
    expect(await tokenUser(auth, other.secret)).toBeNull();
  });

  test('notes its last use to the minute', async () => {
    const { auth, wait } = await anAuth();
    const account = await anAccount(auth);
    const { secret, token } = await createToken(auth, account, { name: 'x', grants: [], days: null });
    const lastUse = async () => (await auth.accounts.tokenById(token.id))?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    wait(MINUTE + 30_000);
    await tokenUser(auth, secret);
    expect(await lastUse()).toBe('2026-11-24T08:01:00.000Z');
  });

  test.each([
    [{ days: 0 }, /days: "0"; write a whole number/],
    [{ days: 1.5 }, /days: "1.5"/],
    [{ days: 3_661 }, /days: "3661"/],
    [{ name: ' ' }, /name: " "/],
    [{ name: 'a\nb' }, /name: "a\\nb"/],
  ])('with %j is refused', async (wrong, message) => {
    const { auth } = await anAuth();
    const account = await anAccount(auth);
    await expect(createToken(auth, account, { name: 'x', grants: [], days: null, ...wrong })).rejects.toThrow(
      message,
    );
  });
});

describe('who sends a request', () => {
  const sent = { authorization: null, cookie: null };

  test('is the public without a word of it', async () => {
    const { auth } = await anAuth();
    expect(await identify(auth, sent)).toEqual({ user: PUBLIC_USER, session: null });
  });

  test.each([
    '',
    'jejak_session=',
    'jejak_session=unknown',
    'other=1; jejak_session=%00',
    'jejak_sessionx=1',
    ';;=;',
  ])('is the public with the cookie %j', async (cookie) => {
    const { auth } = await anAuth();
    expect((await identify(auth, { ...sent, cookie })).user).toBe(PUBLIC_USER);
  });

  test('is whoever signed in, by cookie or by header', async () => {
    const { auth } = await anAuth();
    const { id } = await anAccount(auth);
    const { secret } = await signIn(auth, 'ana', PASSWORD, 'x');
    for (const credentials of [
      { ...sent, cookie: `a=b; jejak_session=${secret}; c=d` },
      { ...sent, authorization: `Bearer ${secret}` },
      { ...sent, authorization: `bearer ${secret}`, cookie: 'jejak_session=unknown' },
    ])
      expect(await identify(auth, credentials)).toMatchObject({ user: { id }, session: secret });
  });

  test.each(['jejak_guess', 'guess-work', 'a.b.c'])('is refused with the bearer %s', async (secret) => {
    const { auth } = await anAuth();
    const refused = identify(auth, { ...sent, authorization: `Bearer ${secret}` });
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(refused).rejects.not.toThrow(secret);
  });

  test('is the public when the header is for somebody else, such as a proxy', async () => {
    const { auth } = await anAuth();
    expect((await identify(auth, { ...sent, authorization: 'Basic eDp5' })).user).toBe(PUBLIC_USER);
  });
});

describe('an account', () => {
  const given = { name: 'Ana (invented)', grants: [], password: null };

  test.each(['', 'a', '-ana', 'ana budi', 'ana/budi', 'a'.repeat(101), 'ána'])(
    'is refused with the login %j',
    async (login) => {
      const { auth } = await anAuth();
      await expect(createAccount(auth, { ...given, login })).rejects.toThrow(/login: .*; take 2 to 100/);
    },
  );

  test('has its login to itself, in whatever case', async () => {
    const { auth } = await anAuth();
    await createAccount(auth, { ...given, login: 'Ana' });
    await expect(createAccount(auth, { ...given, login: 'ANA' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('is not made when its password is refused', async () => {
    const { auth } = await anAuth();
    await expect(createAccount(auth, { ...given, login: 'ana', password: 'short' })).rejects.toThrow(
      /password/,
    );
    expect(await auth.accounts.byLogin('ana')).toBeNull();
  });

  test('that does not exist cannot be updated', async () => {
    const { auth } = await anAuth();
    await expect(updateAccount(auth, 'nobody', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('whose grants the store has lost in translation is not let in as somebody else', () => {
    for (const json of [
      '{}',
      '[{"role":"god"}]',
      '[{"role":"reader","city":"x"}]',
      '[{"role":"reader","helix":"x"}]',
    ])
      expect(() => readGrants(json)).toThrow();
  });
});
