import { show } from '../domain/errors.js';
import type { Account, AccountChanges } from '../store/accounts-port.js';
import { type Auth, later, refusal, takeAttempt } from './auth.js';
import { writeGrants } from './grants.js';
import { checkPassword, hashPassword, isPassword } from './passwords.js';
import type { Grant } from './rights.js';
import { newKey } from './secrets.js';

/** Logins are the same in whatever case and normal form they are typed. */
export function readLogin(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** Characters. */
export const LONGEST_LOGIN = 100;
const LOGIN = /^[a-z0-9][a-z0-9._@+-]+$/;

/** Whether it can be a login, as `readLogin` gives it. */
export const isLogin = (login: string) => LOGIN.test(login) && login.length <= LONGEST_LOGIN;

function checkedLogin(text: string): string {
  const login = readLogin(text);
  if (isLogin(login)) return login;
  throw refusal(
    'BAD_USER_INPUT',
    'login',
    show(text),
    `take 2 to ${LONGEST_LOGIN} letters a-z, digits, and . _ @ + - after the first`,
  );
}

/** The name that others see. Throws BAD_USER_INPUT when it is empty, long or holds what cannot be seen. */
export function checkedName(text: string, place = 'name'): string {
  const name = text.trim().normalize('NFC');
  if (/^[^\p{Cc}\p{Cs}]{1,200}$/u.test(name)) return name;
  throw refusal('BAD_USER_INPUT', place, show(text), 'write 1 to 200 characters on one line');
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Null: signs in by another way. */
  readonly password: string | null;
}

/** Creates an account. Throws BAD_USER_INPUT when a value is refused, CONFLICT when the login is taken. */
export async function createAccount(auth: Auth, { password, ...given }: NewAccount): Promise<Account> {
  const login = checkedLogin(given.login);
  const name = checkedName(given.name);
  if (password !== null) checkPassword(password, login);
  if ((await auth.accounts.byLogin(login)) !== null)
    throw refusal('CONFLICT', 'login', show(login), 'it has an account already; take another one');
  const account: Account = {
    id: newKey('usr'),
    login,
    name,
    passwordHash: password === null ? null : await hashPassword(password),
    grants: writeGrants(given.grants),
    identity: null,
    disabled: false,
    failures: 0,
    lockedUntil: null,
    createdAt: later(auth, 0),
  };
  await auth.accounts.create(account);
  return account;
}

/** The account of a login. Throws NOT_FOUND. */
export async function accountOf({ accounts }: Auth, login: string): Promise<Account> {
  const account = await accounts.byLogin(readLogin(login));
  if (account === null)
    throw refusal('NOT_FOUND', 'login', show(login), 'it has no account; list them: jejak user list');
  return account;
}

export interface AccountUpdate {
  readonly name?: string;
  readonly grants?: readonly Grant[];
  readonly disabled?: boolean;
  readonly password?: string;
}

/**
 * Changes what is given. A new password, or the end of an account, ends its sessions; a new password also opens a
 * lock. Throws NOT_FOUND, or BAD_USER_INPUT when a value is refused.
 */
export async function updateAccount(auth: Auth, login: string, update: AccountUpdate): Promise<Account> {
  const account = await accountOf(auth, login);
  const { name, grants, disabled, password } = update;
  if (password !== undefined) checkPassword(password, account.login);
  const changes: AccountChanges = {
    ...(name !== undefined && { name: checkedName(name) }),
    ...(grants !== undefined && { grants: writeGrants(grants) }),
    ...(disabled !== undefined && { disabled }),
    ...(password !== undefined && { passwordHash: await hashPassword(password), ...OPEN }),
  };
  if (password !== undefined || disabled === true) await auth.accounts.deleteSessionsOf(account.id, null);
  return (await auth.accounts.update(account.id, changes)) ?? account;
}

const OPEN = { failures: 0, lockedUntil: null };

/** Opens an account that was locked after too many failures. Throws NOT_FOUND. */
export async function unlockAccount(auth: Auth, login: string): Promise<Account> {
  const account = await accountOf(auth, login);
  return (await auth.accounts.update(account.id, OPEN)) ?? account;
}

/**
 * Changes one's own password, and ends all other sessions. `session` is the hash of the one that stays. Throws
 * UNAUTHENTICATED when the present password is wrong, UNAVAILABLE after too many wrong ones, BAD_USER_INPUT when the new
 * one is refused.
 */
export async function changePassword(
  auth: Auth,
  id: string,
  passwords: { readonly present: string; readonly next: string },
  session: string | null,
): Promise<void> {
  const key = `password ${id}`;
  takeAttempt(auth, key);
  const account = await auth.accounts.byId(id);
  if (account === null || !(await isPassword(passwords.present, account.passwordHash)))
    throw refusal('UNAUTHENTICATED', 'present', 'it is not the present password', 'check it');
  auth.attempts.giveBack(key);
  checkPassword(passwords.next, account.login);
  await auth.accounts.update(id, { passwordHash: await hashPassword(passwords.next) });
  await auth.accounts.deleteSessionsOf(id, session);
}
