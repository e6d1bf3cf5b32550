import { JejakError, show } from '../domain/errors.js';
import { type Action, can, PUBLIC_USER, type Subject, type User } from './rights.js';

/** A subject of which no limit holds: what concerns the installation as a whole. */
export const WHOLE: Subject = { type: 'change', places: [], agencies: [], helixes: [] };

/**
 * Lets pass who may do it. Throws UNAUTHENTICATED when nobody has signed in, FORBIDDEN otherwise. `what` names the
 * operation; `remedy` replaces the usual one of somebody who has not signed in.
 */
export function requireRight(
  user: User,
  action: Action,
  subject: Subject,
  what: string,
  remedy = 'sign in first: signIn, redeemPass, or the header "Authorization: Bearer …"',
): void {
  if (can(user, action, subject)) return;
  if (user.id === PUBLIC_USER.id)
    throw new JejakError('UNAUTHENTICATED', `${what}: nobody is signed in; ${remedy}`);
  throw new JejakError(
    'FORBIDDEN',
    `${what}: the grants of ${show(user.name)} do not allow it (${action}); ask an administrator for a grant that covers it`,
  );
}
