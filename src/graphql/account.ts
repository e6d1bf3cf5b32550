import { accountOf, changePassword } from '../auth/accounts.js';
import { refusal } from '../auth/auth.js';
import { readGrants } from '../auth/grants.js';
import { sessionHash } from '../auth/identify.js';
import { createPass, pictureOf, redeemPass } from '../auth/passes.js';
import { requireRight, WHOLE } from '../auth/require.js';
import { can, PUBLIC_USER, type Subject } from '../auth/rights.js';
import { type Begun, endSession } from '../auth/sessions.js';
import { signIn } from '../auth/sign-in.js';
import { createToken } from '../auth/tokens.js';
import { JejakError, show } from '../domain/errors.js';
import type { Account as AccountRecord, Pass } from '../store/accounts-port.js';
import type { Context } from './context.js';
import type {
  ApiTokenResolvers,
  EventPassResolvers,
  MutationResolvers,
  QueryResolvers,
  ViewerResolvers,
} from './generated/types.js';
import { readGrantInputs, rightsOf, subjectOfGrant } from './grants.js';
import { withUserErrors } from './user-errors.js';

/** What rights on accounts are asked about: they have neither place nor helix. */
export const ACCOUNTS: Subject = { ...WHOLE, type: 'account' };

export const viewerQueries: QueryResolvers = {
  viewer: (_, __, context) => context.user,
  tokens: async (_, { login }, context) => {
    const account =
      login == null ? await ownAccount(context, 'tokens') : await otherAccount(context, 'tokens', login);
    return context.auth.accounts.tokensOf(account.id);
  },
  passes: async (_, __, context) => {
    const passes = await context.auth.accounts.passes(context.auth.clock().toISOString());
    const may = await Promise.all(passes.map((pass) => mayManage(context, pass)));
    return passes.filter((_, at) => may[at]);
  },
};

export const Viewer: ViewerResolvers = {
  login: async ({ id }, _, { auth }) => (await auth.accounts.byId(id))?.login ?? null,
  isSignedIn: ({ id }) => id !== PUBLIC_USER.id,
  can: (user) => rightsOf(user),
};

export const ApiToken: ApiTokenResolvers = { grants: ({ grants }) => [...readGrants(grants)] };
export const EventPass: EventPassResolvers = { grants: ({ grants }) => [...readGrants(grants)] };

const NOBODY = { viewer: null, token: null, expiresAt: null };

export const viewerMutations: MutationResolvers = {
  signIn: (_, { login, password }, context) =>
    withUserErrors(NOBODY, async () =>
      signedIn(context, await signIn(context.auth, login, password, context.client.address)),
    ),
  redeemPass: (_, { code, name }, context) =>
    withUserErrors(NOBODY, async () =>
      signedIn(context, await redeemPass(context.auth, code, name, context.client.address)),
    ),
  signOut: async (_, __, { auth, client }) => {
    if (client.session !== null) await endSession(auth, client.session);
    client.setSession(null);
    return { userErrors: [] };
  },
  changePassword: (_, passwords, context) =>
    withUserErrors({}, async () => {
      const account = await ownAccount(context, 'changePassword');
      await changePassword(context.auth, account.id, passwords, sessionHash(context.client.session));
      return {};
    }),
  createToken: (_, { name, grants, days, login }, context) =>
    withUserErrors({ token: null, secret: null }, async () => {
      const account =
        login == null
          ? await sessionAccount(context, 'createToken')
          : await otherAccount(context, 'createToken', login);
      const wanted = await readGrantInputs(context, 'grants', grants);
      return createToken(context.auth, account, { name, grants: wanted, days: days ?? null });
    }),
  revokeToken: (_, { id }, context) =>
    withUserErrors({ id: null }, async () => {
      const token = await context.auth.accounts.tokenById(id);
      // By a session alone: a token that may only read must not end others.
      if (token?.account !== context.user.id || context.client.session === null)
        requireRight(context.user, 'manageAccounts', ACCOUNTS, 'revokeToken');
      if (token === null) throw refusal('NOT_FOUND', 'id', show(id), 'list them: tokens');
      await context.auth.accounts.deleteToken(id);
      return { id };
    }),
  createPass: (_, { event, grant: input, days, uses }, context) =>
    withUserErrors({ pass: null, code: null, qrSvg: null, qrText: null, expiresAt: null }, async () => {
      const [grant] = await readGrantInputs(context, 'grant', [input]);
      if (grant === undefined) throw new Error('one grant in, one grant out');
      const reach = await subjectOfGrant(context, grant);
      requireRight(context.user, 'managePasses', reach, 'createPass');
      const { code, pass } = await createPass(context.auth, context.user, {
        event,
        grant,
        days,
        uses: uses ?? null,
      });
      const { svg, text } = pictureOf(code);
      return { pass, code, qrSvg: svg, qrText: text, expiresAt: pass.expiresAt };
    }),
  revokePass: (_, { id }, context) =>
    withUserErrors({ id: null }, async () => {
      const pass = await context.auth.accounts.passById(id);
      if (pass === null || !(await mayManage(context, pass)))
        requireRight(context.user, 'managePasses', ACCOUNTS, 'revokePass');
      if (pass === null) throw refusal('NOT_FOUND', 'id', show(id), 'list them: passes');
      await context.auth.accounts.deletePass(id);
      return { id };
    }),
};

function signedIn({ client }: Context, { secret, expiresAt, user }: Begun) {
  client.setSession(secret);
  return { viewer: user, token: secret, expiresAt };
}

/** Who could have given it out. */
async function mayManage(context: Context, { grants }: Pass): Promise<boolean> {
  const reaches = await Promise.all(readGrants(grants).map((grant) => subjectOfGrant(context, grant)));
  return reaches.every((reach) => can(context.user, 'managePasses', reach));
}

/** The account of whoever sends the request. Throws UNAUTHENTICATED, or FORBIDDEN to a guest. */
async function ownAccount({ auth, user }: Context, what: string): Promise<AccountRecord> {
  if (user.id === PUBLIC_USER.id)
    throw new JejakError('UNAUTHENTICATED', `${what}: nobody is signed in; sign in first: signIn`);
  const account = await auth.accounts.byId(user.id);
  if (account === null)
    throw new JejakError('FORBIDDEN', `${what}: ${show(user.name)} has no account; name one: login`);
  return account;
}

/** As `ownAccount`, signed in by a person: otherwise a token that leaks or expires could make itself successors. */
async function sessionAccount(context: Context, what: string): Promise<AccountRecord> {
  const account = await ownAccount(context, what);
  if (context.client.session === null)
    throw new JejakError('FORBIDDEN', `${what}: an API token makes no others; sign in by password: signIn`);
  return account;
}

async function otherAccount(context: Context, what: string, login: string): Promise<AccountRecord> {
  requireRight(context.user, 'manageAccounts', ACCOUNTS, what);
  return accountOf(context.auth, login);
}
