import { describe, expect, test } from '@jest/globals';
import { changePassword, unlockAccount, updateAccount } from '../../src/auth/accounts.js';
import type { Auth } from '../../src/auth/auth.js';
import { limiter } from '../../src/auth/limiter.js';
import { newCode } from '../../src/auth/pass-code.js';
import { redeemPass } from '../../src/auth/passes.js';
import { hashOf } from '../../src/auth/secrets.js';
import { sessionUser } from '../../src/auth/sessions.js';
import { lockMinutes, signIn } from '../../src/auth/sign-in.js';
import { anAccount, anAuth, DAY, HOUR, MINUTE, PASSWORD } from './support.js';

const HERE = '192.0.2.7';
/** Each from another address, so that only the lock of the account is in the way. */
let address = 0;
const attempt = (auth: Auth, login: string, password: string) =>
  signIn(auth, login, password, `198.51.100.${address++}`).then(
    () => 'signed in',
    (error: Error) => error.message,
  );

describe('signing in', () => {
  test('by login and password gives a session of that user', async () => {
    const { auth } = await anAuth();
    const { id } = await anAccount(auth);
    const begun = await signIn(auth, ' ANA ', PASSWORD, HERE);
    const user = { id, name: 'ana (invented)', grants: [{ role: 'editor' }] };
    expect(begun).toEqual({
      secret: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: '2026-11-24T20:00:00.000Z',
      user,
    });
    expect(await sessionUser(auth, begun.secret)).toEqual(user);
  });

  test('keeps the hash of the secret, never the secret', async () => {
    const { auth, store } = await anAuth();
    await anAccount(auth);
    const { secret } = await signIn(auth, 'ana', PASSWORD, HERE);
    expect(await store.accounts.session(hashOf(secret))).not.toBeNull();
    expect(await store.accounts.session(secret)).toBeNull();
  });

  test('is refused in the same words whatever is wrong', async () => {
    const { auth, wait } = await anAuth();
    for (const login of ['ana', 'budi', 'citra', 'dewi']) await anAccount(auth, login);
    await updateAccount(auth, 'budi', { disabled: true });
    await auth.accounts.update((await auth.accounts.byLogin('dewi'))?.id ?? '', { passwordHash: null });
    const answers = [
      await attempt(auth, 'nobody', PASSWORD),
      await attempt(auth, '', ''),
      await attempt(auth, 'ana', 'not the password at all'),
      await attempt(auth, 'budi', PASSWORD),
      await attempt(auth, 'dewi', PASSWORD),
    ];
    for (let failure = 0; failure < 5; failure++) await attempt(auth, 'citra', 'wrong');
    answers.push(await attempt(auth, 'citra', PASSWORD));
    wait(MINUTE);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/login and password: they do not fit.*; check both/);
    expect(answers[0]).not.toMatch(/ana|citra|sepasar/);
  });
});

describe('an account', () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [10, 32],
    [11, 60],
    [1_000, 60],
  ])('after %d failures is locked for %d minutes', (failures, minutes) => {
    expect(lockMinutes(failures)).toBe(minutes);
  });

  test('is locked by the fifth failure, opens by itself, and is locked for longer by the next', async () => {
    const { auth, wait } = await anAuth();
    await anAccount(auth);
    for (let failure = 0; failure < 5; failure++) await attempt(auth, 'ana', 'wrong');
    expect(await attempt(auth, 'ana', PASSWORD)).not.toBe('signed in');
    wait(MINUTE);
    await attempt(auth, 'ana', 'wrong');
    wait(MINUTE);
    expect(await attempt(auth, 'ana', PASSWORD)).not.toBe('signed in');
    wait(MINUTE);
    expect(await attempt(auth, 'ana', PASSWORD)).toBe('signed in');
  });

  test('that was signed in to has its failures forgiven', async () => {
    const { auth } = await anAuth();
    const { id } = await anAccount(auth);
    for (let failure = 0; failure < 4; failure++) await attempt(auth, 'ana', 'wrong');
    expect(await attempt(auth, 'ana', PASSWORD)).toBe('signed in');
    expect(await auth.accounts.byId(id)).toMatchObject({ failures: 0, lockedUntil: null });
  });

  test('gives no more than five tries to those who come all at once', async () => {
    const { auth } = await anAuth();
    await anAccount(auth);
    const guesses = [...Array<string>(8).fill('wrong'), PASSWORD];
    const answers = await Promise.all(guesses.map((guess) => attempt(auth, 'ana', guess)));
    expect(answers).not.toContain('signed in');
  });

  test('is opened by an administrator', async () => {
    const { auth } = await anAuth();
    await anAccount(auth);
    for (let failure = 0; failure < 5; failure++) await attempt(auth, 'ana', 'wrong');
    await unlockAccount(auth, 'ana');
    expect(await attempt(auth, 'ana', PASSWORD)).toBe('signed in');
  });
});

describe('from one address', () => {
  test('ten failures a minute are taken for one login; then even the right password waits', async () => {
    const { auth, wait } = await anAuth();
    await anAccount(auth);
    const here = (login: string, password: string) =>
      signIn(auth, login, password, HERE).then(
        () => 'signed in',
        (error: { code: string }) => error.code,
      );
    for (let failure = 0; failure < 10; failure++)
      expect(await here('nobody', 'wrong')).toBe('UNAUTHENTICATED');
    expect(await here('nobody', 'wrong')).toBe('UNAVAILABLE');
    expect(await here('ana', PASSWORD)).toBe('signed in');
    wait(MINUTE);
    expect(await here('nobody', 'wrong')).toBe('UNAUTHENTICATED');
  });

  test('attempts at passes and at passwords do not count as those at a login of that name', async () => {
    const { auth } = await anAuth();
    await anAccount(auth, 'pass');
    for (let failure = 0; failure < 10; failure++)
      await redeemPass(auth, newCode(), 'x', HERE).catch(() => {});
    expect((await signIn(auth, 'pass', PASSWORD, HERE)).user.name).toBe('pass (invented)');
  });

  test('successes do not count', async () => {
    const { auth } = await anAuth();
    await anAccount(auth);
    for (let time = 0; time < 12; time++) await signIn(auth, 'ana', PASSWORD, HERE);
  });

  test('no more keys are remembered than there is room for', () => {
    const attempts = limiter({ most: 1, milliseconds: MINUTE, keys: 2, clock: () => new Date(0) });
    expect([attempts.take('a'), attempts.take('b'), attempts.take('a')]).toEqual([true, true, false]);
    attempts.take('c');
    expect([attempts.take('a'), attempts.take('b')]).toEqual([false, true]);
  });
});

describe('a session', () => {
  test('ends 12 hours after it was last used', async () => {
    const { auth, wait } = await anAuth();
    await anAccount(auth);
    const { secret } = await signIn(auth, 'ana', PASSWORD, HERE);
    wait(11 * HOUR);
    expect(await sessionUser(auth, secret)).not.toBeNull();
    wait(12 * HOUR - 1);
    expect(await sessionUser(auth, secret)).not.toBeNull();
    wait(12 * HOUR);
    expect(await sessionUser(auth, secret)).toBeNull();
  });

  test('ends after 7 days however much it is used', async () => {
    const { auth, wait } = await anAuth();
    await anAccount(auth);
    const { secret } = await signIn(auth, 'ana', PASSWORD, HERE);
    for (let hour = 6; hour < 7 * 24; hour += 6) {
      wait(6 * HOUR);
      expect(await sessionUser(auth, secret)).not.toBeNull();
    }
    wait(6 * HOUR);
    expect(await sessionUser(auth, secret)).toBeNull();
  });

  test('does not write at every use', async () => {
    const { auth, wait } = await anAuth();
    await anAccount(auth);
    const { secret, expiresAt } = await signIn(auth, 'ana', PASSWORD, HERE);
    wait(9 * MINUTE);
    await sessionUser(auth, secret);
    expect((await auth.accounts.session(hashOf(secret)))?.expiresAt).toBe(expiresAt);
    wait(MINUTE);
    await sessionUser(auth, secret);
    expect((await auth.accounts.session(hashOf(secret)))?.expiresAt).toBe('2026-11-24T20:10:00.000Z');
  });

  test.each([
    ['the account is disabled', { disabled: true }],
    ['the password is set anew', { password: 'another four words here' }],
  ])('ends when %s', async (_, update) => {
    const { auth } = await anAuth();
    await anAccount(auth);
    const { secret } = await signIn(auth, 'ana', PASSWORD, HERE);
    await updateAccount(auth, 'ana', update);
    expect(await sessionUser(auth, secret)).toBeNull();
  });

  test('has the grants that the account has now', async () => {
    const { auth } = await anAuth();
    await anAccount(auth);
    const { secret } = await signIn(auth, 'ana', PASSWORD, HERE);
    await updateAccount(auth, 'ana', { grants: [{ role: 'reader' }] });
    expect((await sessionUser(auth, secret))?.grants).toEqual([{ role: 'reader' }]);
  });
});

describe('changing one’s own password', () => {
  test('takes the present one, and ends all sessions but this', async () => {
    const { auth } = await anAuth();
    const { id } = await anAccount(auth);
    const [here, elsewhere] = [
      await signIn(auth, 'ana', PASSWORD, HERE),
      await signIn(auth, 'ana', PASSWORD, HERE),
    ];
    await changePassword(
      auth,
      id,
      { present: PASSWORD, next: 'another four words here' },
      hashOf(here.secret),
    );
    expect(await sessionUser(auth, here.secret)).not.toBeNull();
    expect(await sessionUser(auth, elsewhere.secret)).toBeNull();
    expect(await attempt(auth, 'ana', PASSWORD)).not.toBe('signed in');
    expect(await attempt(auth, 'ana', 'another four words here')).toBe('signed in');
  });

  test.each([
    ['the present one is wrong', { present: 'wrong', next: 'another four words here' }, 'UNAUTHENTICATED'],
    ['the new one is too short', { present: PASSWORD, next: 'short' }, 'BAD_USER_INPUT'],
  ])('is refused when %s', async (_, passwords, code) => {
    const { auth } = await anAuth();
    const { id } = await anAccount(auth);
    await expect(changePassword(auth, id, passwords, null)).rejects.toMatchObject({ code });
    expect(await attempt(auth, 'ana', PASSWORD)).toBe('signed in');
  });

  test('cannot be tried without end', async () => {
    const { auth, wait } = await anAuth();
    const { id } = await anAccount(auth);
    const guess = () => changePassword(auth, id, { present: 'wrong', next: PASSWORD }, null);
    for (let failure = 0; failure < 10; failure++)
      await expect(guess()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(guess()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    wait(DAY);
    await expect(guess()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
