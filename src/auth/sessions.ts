import type { Account, Session } from '../store/accounts-port.js';
import { type Auth, earliest, later } from './auth.js';
import { readGrants } from './grants.js';
import type { User } from './rights.js';
import { hashOf, newKey, newSecret } from './secrets.js';

const HOUR_MS = 3_600_000;
/** A session that is not used ends after this. */
const IDLE_MS = 12 * HOUR_MS;
/** However much it is used, it ends after so many milliseconds. */
export const LONGEST_MS = 7 * 24 * HOUR_MS;
/** The end moves on in steps, so that not every request writes. */
const STEP_MS = 600_000;

/** A session that has just begun. The secret is told once; the store keeps its hash. */
export interface Begun {
  readonly secret: string;
  readonly expiresAt: string;
  readonly user: User;
}

/** Signs the holder of an account in. */
export async function beginSession(auth: Auth, account: Account): Promise<Begun> {
  return { ...(await begin(auth, account.id, null, null)), user: userOf(account) };
}

/** Signs a guest in, until the pass ends at the latest. */
export async function beginGuestSession(
  auth: Auth,
  pass: { readonly id: string; readonly expiresAt: string; readonly grants: string },
  guest: { readonly id: string; readonly name: string },
): Promise<Begun> {
  const begun = await begin(auth, pass.id, guest, pass.expiresAt);
  return { ...begun, user: { ...guest, grants: readGrants(pass.grants) } };
}

async function begin(auth: Auth, holder: string, guest: Session['guest'], until: string | null) {
  const secret = newSecret();
  const expiresAt = earliest(later(auth, IDLE_MS), until);
  const createdAt = later(auth, 0);
  await auth.accounts.createSession({ hash: hashOf(secret), holder, guest, createdAt, expiresAt });
  return { secret, expiresAt };
}

/** Who has the session of that secret; null when there is none, or it has ended. Using it moves its end on. */
export async function sessionUser(auth: Auth, secret: string): Promise<User | null> {
  const session = await auth.accounts.session(hashOf(secret));
  if (session === null || session.expiresAt <= later(auth, 0)) return null;
  const { user, until } = (await holderOf(auth, session)) ?? {};
  if (user === undefined) return null;
  const longest = new Date(Date.parse(session.createdAt) + LONGEST_MS).toISOString();
  const expiresAt = earliest(later(auth, IDLE_MS), longest, until ?? null);
  if (Date.parse(expiresAt) - Date.parse(session.expiresAt) >= STEP_MS)
    await auth.accounts.extendSession(session.hash, expiresAt);
  return user;
}

async function holderOf(
  { accounts }: Auth,
  { holder, guest }: Session,
): Promise<{ user: User; until: string | null } | null> {
  if (guest === null) {
    const account = await accounts.byId(holder);
    return account === null || account.disabled ? null : { user: userOf(account), until: null };
  }
  const pass = await accounts.passById(holder);
  return pass === null
    ? null
    : { user: { ...guest, grants: readGrants(pass.grants) }, until: pass.expiresAt };
}

/** Ends the session of that secret; there may be none. */
export async function endSession({ accounts }: Auth, secret: string): Promise<void> {
  await accounts.deleteSession(hashOf(secret));
}

/** A new guest of that name. */
export const newGuest = (name: string) => ({ id: newKey('gst'), name });
export const isGuest = ({ id }: Pick<User, 'id'>) => id.startsWith('gst-');

/** The user that an account is. */
export function userOf({ id, name, grants }: Account): User {
  return { id, name, grants: readGrants(grants) };
}
