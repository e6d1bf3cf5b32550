import { show } from '../domain/errors.js';
import type { Account, ApiToken } from '../store/accounts-port.js';
import { checkedName } from './accounts.js';
import { type Auth, later, refusal } from './auth.js';
import { readGrants, writeGrants } from './grants.js';
import { covers, type Grant, type User } from './rights.js';
import { hashOf, newKey, newSecret } from './secrets.js';

const PREFIX = 'jejak_';
const DAY_MS = 86_400_000;
const MOST_DAYS = 3_660;

/** Whether a bearer's secret is an API token; the prefix lets a search for leaked secrets find it, too. */
export const isApiToken = (secret: string) => secret.startsWith(PREFIX);

export interface NewToken {
  /** What it is for. */
  readonly name: string;
  /** A subset of the account's; none: it reads what is public, and no more. */
  readonly grants: readonly Grant[];
  /** Null: does not expire. */
  readonly days: number | null;
}

/**
 * Makes an API token of an account. The secret is told here and never again. Throws BAD_USER_INPUT when a value is
 * refused, FORBIDDEN when it would give more than the account has.
 */
export async function createToken(
  auth: Auth,
  account: Account,
  given: NewToken,
): Promise<{ secret: string; token: ApiToken }> {
  const { grants, days } = given;
  const name = checkedName(given.name);
  checkDays(days, MOST_DAYS);
  const held = readGrants(account.grants);
  const excess = grants.find((grant) => !covers(held, grant));
  if (excess !== undefined)
    throw refusal(
      'FORBIDDEN',
      'grants',
      show(excess),
      `it is more than the account ${account.login} has; give the token a subset`,
    );
  const secret = `${PREFIX}${newSecret()}`;
  const token: ApiToken = {
    id: newKey('tok'),
    hash: hashOf(secret),
    account: account.id,
    name,
    grants: writeGrants(grants),
    createdAt: later(auth, 0),
    expiresAt: days === null ? null : later(auth, days * DAY_MS),
    lastUsedAt: null,
  };
  await auth.accounts.createToken(token);
  return { secret, token };
}

/** Throws BAD_USER_INPUT unless it is a whole number of days from 1 to `most`, or null. */
export function checkDays(days: number | null, most: number): void {
  if (days === null || (Number.isInteger(days) && days >= 1 && days <= most)) return;
  throw refusal('BAD_USER_INPUT', 'days', show(days), `write a whole number from 1 to ${most}`);
}

/** Who acts with that token; null when there is none, it has expired, or its account is disabled. Notes the use. */
export async function tokenUser(auth: Auth, secret: string): Promise<User | null> {
  const token = await auth.accounts.tokenByHash(hashOf(secret));
  const now = later(auth, 0);
  if (token === null || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  const account = await auth.accounts.byId(token.account);
  if (account === null || account.disabled) return null;
  const minute = `${now.slice(0, 16)}:00.000Z`;
  if (token.lastUsedAt !== minute) await auth.accounts.markTokenUsed(token.id, minute);
  const held = readGrants(account.grants);
  const grants = readGrants(token.grants).filter((grant) => covers(held, grant));
  return { id: account.id, name: account.name, grants };
}
