import { createAccount, unlockAccount, updateAccount } from '../auth/accounts.js';
import { readGrants } from '../auth/grants.js';
import { requireRight } from '../auth/require.js';
import { ACCOUNTS } from './account.js';
import { readPage } from './connections.js';
import type { AccountResolvers, MutationResolvers, QueryResolvers } from './generated/types.js';
import { readGrantInputs } from './grants.js';
import { withUserErrors } from './user-errors.js';

/** The accounts of others: all of it is for administrators. */

export const accountQueries: QueryResolvers = {
  accounts: (_, { first, after }, context) => {
    requireRight(context.user, 'manageAccounts', ACCOUNTS, 'accounts');
    const { limit } = readPage({ first }, 'accounts');
    return context.auth.accounts.list(after ?? '', limit);
  },
};

export const Account: AccountResolvers = {
  grants: ({ grants }) => [...readGrants(grants)],
  hasPassword: ({ passwordHash }) => passwordHash !== null,
  hasIdentity: ({ identity }) => identity !== null,
  lockedUntil: ({ lockedUntil }, _, { auth }) =>
    lockedUntil !== null && lockedUntil > auth.clock().toISOString() ? lockedUntil : null,
};

const REFUSED = { account: null };

export const accountMutations: MutationResolvers = {
  createAccount: (_, { login, name, grants, password }, context) => {
    requireRight(context.user, 'manageAccounts', ACCOUNTS, 'createAccount');
    return withUserErrors(REFUSED, async () => {
      const wanted = await readGrantInputs(context, 'grants', grants);
      const account = { login, name, grants: wanted, password: password ?? null };
      return { account: await createAccount(context.auth, account) };
    });
  },
  updateAccount: (_, { login, name, grants, disabled, password }, context) => {
    requireRight(context.user, 'manageAccounts', ACCOUNTS, 'updateAccount');
    return withUserErrors(REFUSED, async () => {
      const update = {
        ...(name != null && { name }),
        ...(grants != null && { grants: await readGrantInputs(context, 'grants', grants) }),
        ...(disabled != null && { disabled }),
        ...(password != null && { password }),
      };
      return { account: await updateAccount(context.auth, login, update) };
    });
  },
  unlockAccount: (_, { login }, context) => {
    requireRight(context.user, 'manageAccounts', ACCOUNTS, 'unlockAccount');
    return withUserErrors(REFUSED, async () => ({ account: await unlockAccount(context.auth, login) }));
  },
};
