import { renderSVG, renderUnicodeCompact } from 'uqr';
import { JejakError, show } from '../domain/errors.js';
import type { Pass } from '../store/accounts-port.js';
import { checkedName } from './accounts.js';
import { type Auth, later, refusal, takeAttempt } from './auth.js';
import { writeGrants } from './grants.js';
import { newCode, readCode, showCode } from './pass-code.js';
import type { Grant, User } from './rights.js';
import { hashOf, newKey } from './secrets.js';
import { type Begun, beginGuestSession, isGuest, newGuest } from './sessions.js';
import { checkDays } from './tokens.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 7;
const MOST_USES = 10_000;

export interface NewPass {
  /** What the event is called. */
  readonly event: string;
  /** Contributor or editor, as a rule with limits. */
  readonly grant: Grant;
  readonly days: number;
  /** Null: any number of times. */
  readonly uses: number | null;
}

/**
 * Gives out a pass. Whether the grants of `by` allow it is asked before, by whoever knows what lies above the places.
 * The code is told here and never again. Throws BAD_USER_INPUT when a value is refused, FORBIDDEN to a guest: otherwise
 * one pass would make the next, and none would ever end.
 */
export async function createPass(
  auth: Auth,
  by: User,
  given: NewPass,
): Promise<{ code: string; pass: Pass }> {
  const { grant, days, uses } = given;
  if (isGuest(by))
    throw new JejakError('FORBIDDEN', 'createPass: a guest gives out no passes; ask whoever gave out yours');
  const event = checkedName(given.event, 'event');
  if (grant.role !== 'contributor' && grant.role !== 'editor')
    throw refusal('BAD_USER_INPUT', 'role', show(grant.role), 'give contributor or editor');
  checkDays(days, MOST_DAYS);
  if (uses !== null && !(Number.isInteger(uses) && uses >= 1 && uses <= MOST_USES))
    throw refusal('BAD_USER_INPUT', 'uses', show(uses), `write a whole number from 1 to ${MOST_USES}`);
  const code = newCode();
  const pass: Pass = {
    id: newKey('pas'),
    hash: hashOf(code),
    event,
    grants: writeGrants([grant]),
    by: by.id,
    createdAt: later(auth, 0),
    expiresAt: later(auth, days * DAY_MS),
    uses,
    used: 0,
  };
  await auth.accounts.createPass(pass);
  return { code: showCode(code), pass };
}

/**
 * Signs a guest in by the code of a pass, under the name that they give. Throws UNAUTHENTICATED when the code is no
 * pass's or the pass has ended, BAD_USER_INPUT when it was mistyped, UNAVAILABLE after too many attempts from one
 * address.
 */
export async function redeemPass(auth: Auth, code: string, name: string, address: string): Promise<Begun> {
  const guest = newGuest(checkedName(name));
  const read = readCode(code);
  if (read === null)
    throw refusal(
      'BAD_USER_INPUT',
      'code',
      'it was mistyped',
      'compare its ten letters with those on the wall',
    );
  const key = `pass ${address}`;
  takeAttempt(auth, key);
  const pass = await auth.accounts.usePass(hashOf(read), later(auth, 0));
  if (pass === null)
    throw refusal(
      'UNAUTHENTICATED',
      'code',
      'no pass has it, or its time or uses are over',
      'ask for a new one',
    );
  auth.attempts.giveBack(key);
  return beginGuestSession(auth, pass, guest);
}

/** A code as a picture, for a wall and for a terminal. */
export function pictureOf(code: string): { readonly svg: string; readonly text: string } {
  return { svg: renderSVG(code, { border: 4 }), text: renderUnicodeCompact(code, { border: 2 }) };
}
