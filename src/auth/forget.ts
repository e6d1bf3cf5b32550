import { show } from '../domain/errors.js';
import type { Account } from '../store/accounts-port.js';
import { refusal } from './auth.js';
import { readGrants } from './grants.js';
import { OPERATOR, type User } from './rights.js';

/**
 * What refuses, with CONFLICT, that a user forgets the last account that administers everything: nobody but the operator
 * could make another one.
 */
export const keepingAnAdministrator =
  (user: User) =>
  (account: Account, others: readonly Account[]): void => {
    if (user.id === OPERATOR.id || !administers(account) || others.some(administers)) return;
    throw refusal(
      'CONFLICT',
      'login',
      `${show(account.login)} is the last administrator`,
      'make another one first: createAccount, or jejak user add',
    );
  };

const administers = ({ disabled, grants }: Account) =>
  !disabled &&
  readGrants(grants).some(
    ({ role, place, agency, helix }) => role === 'administrator' && (place ?? agency ?? helix) === undefined,
  );
