import { createHash } from 'node:crypto';
import { JejakError } from '../domain/errors.js';
import type { Account } from '../store/accounts-port.js';
import { checkedName, isLogin, readLogin } from './accounts.js';
import { type Auth, later, type Profile } from './auth.js';
import { writeGrants } from './grants.js';
import type { Grant, User } from './rights.js';
import { newKey } from './secrets.js';
import { type Begun, beginSession, userOf } from './sessions.js';

const READER: readonly Grant[] = [{ role: 'reader' }];

/**
 * Signs in whoever the provider vouches for: under the account that is linked to that identity, created at the first
 * time. Where the provider has a say in the grants, they are what it says now. Throws FORBIDDEN when the account is
 * disabled.
 */
export async function signInByProfile(auth: Auth, profile: Profile): Promise<Begun> {
  const account = await accountOfProfile(auth, profile);
  const grants = profile.grants === null ? account.grants : writeGrants(profile.grants);
  if (grants === account.grants) return beginSession(auth, account);
  return beginSession(auth, (await auth.accounts.update(account.id, { grants })) ?? account);
}

/**
 * Who acts with an access token of the provider. What the token says of groups holds for this request alone: it may
 * well leave them out.
 */
export async function userOfProfile(auth: Auth, profile: Profile): Promise<User> {
  const user = userOf(await accountOfProfile(auth, profile));
  return profile.grants === null ? user : { ...user, grants: profile.grants };
}

async function accountOfProfile(auth: Auth, profile: Profile): Promise<Account> {
  const known = await auth.accounts.byIdentity(profile.identity);
  const account = known ?? (await createOrFind(auth, profile));
  if (account.disabled)
    throw new JejakError('FORBIDDEN', 'the account of this identity is disabled; ask an administrator');
  return account;
}

/** Two first requests at once want the same account: the second finds that of the first. */
async function createOrFind(auth: Auth, profile: Profile): Promise<Account> {
  const account: Account = {
    id: newKey('usr'),
    login: await freeLogin(auth, profile),
    name: nameOf(profile),
    passwordHash: null,
    grants: writeGrants(profile.grants ?? READER),
    identity: profile.identity,
    disabled: false,
    failures: 0,
    lockedUntil: null,
    createdAt: later(auth, 0),
  };
  try {
    await auth.accounts.create(account);
    return account;
  } catch (error) {
    const other = await auth.accounts.byIdentity(profile.identity);
    if (other === null) throw error;
    return other;
  }
}

/** A login that is taken belongs to somebody else, however alike it looks: identities are never joined by it. */
async function freeLogin({ accounts }: Auth, { login, identity }: Profile): Promise<string> {
  const wanted = login === null ? '' : readLogin(login);
  if (isLogin(wanted) && (await accounts.byLogin(wanted)) === null) return wanted;
  return `sso-${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`;
}

function nameOf({ name, login }: Profile): string {
  try {
    return checkedName(name);
  } catch {
    return login !== null && isLogin(readLogin(login)) ? readLogin(login) : 'without a name';
  }
}
