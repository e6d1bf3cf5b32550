import { JejakError } from '../domain/errors.js';
import type { Auth } from './auth.js';
import { userOfProfile } from './profiles.js';
import { PUBLIC_USER, type User } from './rights.js';
import { hashOf } from './secrets.js';
import { LONGEST_MS, sessionUser } from './sessions.js';
import { isApiToken, tokenUser } from './tokens.js';

export const SESSION_COOKIE = 'jejak_session';

/** What a request says of who sends it: its headers as sent. */
export interface Credentials {
  readonly authorization: string | null;
  readonly cookie: string | null;
}

/** Who asks. */
export interface Identity {
  readonly user: User;
  /** The secret of the session; null: the request has none. */
  readonly session: string | null;
}

/**
 * Who sends a request. A bearer that does not hold is refused with UNAUTHENTICATED, because a program would take the
 * public's answer for its own; a cookie that does not is passed over, because a browser sends it along unasked.
 */
export async function identify(auth: Auth, { authorization, cookie }: Credentials): Promise<Identity> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) return ofBearer(auth, bearer);
  const secret = cookieIn(cookie, SESSION_COOKIE);
  const user = secret === null ? null : await sessionUser(auth, secret);
  return user === null ? { user: PUBLIC_USER, session: null } : { user, session: secret };
}

async function ofBearer(auth: Auth, secret: string): Promise<Identity> {
  if (isApiToken(secret)) return { user: (await tokenUser(auth, secret)) ?? refused(), session: null };
  if (secret.split('.').length === 3 && auth.provider !== null)
    return { user: await userOfProfile(auth, await auth.provider.ofToken(secret)), session: null };
  return { user: (await sessionUser(auth, secret)) ?? refused(), session: secret };
}

function refused(): never {
  throw new JejakError(
    'UNAUTHENTICATED',
    'header "Authorization": the bearer token is unknown, revoked or has expired; sign in again, or make a new token',
  );
}

/** The value of a cookie in the header `Cookie` as sent. Null: it is not there, or empty. */
export function cookieIn(cookie: string | null, name: string): string | null {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([each]) => each === name)?.[1] || null;
}

/** The cookie in which a browser keeps a session; null takes it away. When it ends, the store decides. */
export function sessionCookie(secret: string | null) {
  return { name: SESSION_COOKIE, path: '/', value: secret, maxAge: LONGEST_MS / 1000 };
}

/** The hash of a session, by which the store knows it. */
export const sessionHash = (secret: string | null) => (secret === null ? null : hashOf(secret));
