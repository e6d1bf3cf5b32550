import type { JejakError } from '../domain/errors.js';
import { LONGEST_LOGIN, readLogin } from './accounts.js';
import { type Auth, later, refusal, takeAttempt } from './auth.js';
import { isPassword } from './passwords.js';
import { type Begun, beginSession } from './sessions.js';

/** Failures that are forgiven. */
const FORGIVEN = 4;
const MINUTE_MS = 60_000;
const LONGEST_LOCK_MINUTES = 60;

/** Minutes for which an account is locked after that many failures: 1 after the fifth, then double each time. */
export function lockMinutes(failures: number): number {
  return failures <= FORGIVEN ? 0 : Math.min(2 ** (failures - FORGIVEN - 1), LONGEST_LOCK_MINUTES);
}

/**
 * Signs in by login and password. Throws UNAUTHENTICATED, in the same words and after the same time whether the login
 * is unknown, the password wrong, or the account locked or disabled; UNAVAILABLE after too many attempts within a
 * minute from one address.
 */
export async function signIn(auth: Auth, login: string, password: string, address: string): Promise<Begun> {
  // No longer than a login can be: the keys stay in memory for a while.
  const key = `sign-in ${address} ${readLogin(login).slice(0, LONGEST_LOGIN)}`;
  takeAttempt(auth, key);
  const account = await auth.accounts.byLogin(readLogin(login));
  const lockOf = (failures: number) => {
    const minutes = lockMinutes(failures);
    return minutes === 0 ? null : later(auth, minutes * MINUTE_MS);
  };
  // Counted before the password is looked at: otherwise many attempts at once would each find the account open.
  const isOpen = await auth.accounts.countAttempt(account?.id ?? '', later(auth, 0), lockOf);
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (account === null || account.disabled || !isOpen || !isRight) throw wrongSignIn();
  auth.attempts.giveBack(key);
  await auth.accounts.update(account.id, { failures: 0, lockedUntil: null });
  return beginSession(auth, account);
}

function wrongSignIn(): JejakError {
  return refusal(
    'UNAUTHENTICATED',
    'login and password',
    'they do not fit, or the account is locked for a while after too many failures',
    'check both, try again later, or ask an administrator',
  );
}
