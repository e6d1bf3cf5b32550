import { z } from 'zod';
import type { Account, ApiToken, Pass, Session } from '../accounts-port.js';
import { query } from '../port.js';

/** An engine keeps no nulls: what is null on the way in is missing on the way out. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

export const account = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  passwordHash: orNull(z.string()),
  grants: z.string(),
  identity: orNull(z.string()),
  disabled: z.boolean(),
  failures: z.number().int(),
  lockedUntil: orNull(z.string()),
  createdAt: z.string(),
}) satisfies z.ZodType<Account>;

const session = z
  .object({
    hash: z.string(),
    holder: z.string(),
    guestId: orNull(z.string()),
    guestName: orNull(z.string()),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .transform(({ guestId, guestName, ...rest }): Session => {
    return { ...rest, guest: guestId === null ? null : { id: guestId, name: guestName ?? '' } };
  });

export const token = z.object({
  id: z.string(),
  hash: z.string(),
  account: z.string(),
  name: z.string(),
  grants: z.string(),
  createdAt: z.string(),
  expiresAt: orNull(z.string()),
  lastUsedAt: orNull(z.string()),
}) satisfies z.ZodType<ApiToken>;

export const pass = z.object({
  id: z.string(),
  hash: z.string(),
  event: z.string(),
  grants: z.string(),
  by: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  uses: orNull(z.number().int()),
  used: z.number().int(),
}) satisfies z.ZodType<Pass>;

/** Rows have one column, the properties of the node. */
const row = <R>(schema: z.ZodType<R>) =>
  z.object({ properties: schema }).transform(({ properties }) => properties as R);

export type AccountLabel = 'Account' | 'Session' | 'Token' | 'Pass';
export const createNode = (label: AccountLabel) => `CREATE (n:${label}) SET n = $properties`;

/** For dumps: all nodes of a label, a page at a time in the order of their ids. */
const kept = <R>(label: AccountLabel, schema: z.ZodType<R>) =>
  query<{ after: string; limit: number }>()(
    `kept${label}s`,
    row(schema),
    `MATCH (n:${label}) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
RETURN n{.*} AS properties ORDER BY n.id`,
  );
export const keptAccounts = kept('Account', account);
export const keptTokens = kept('Token', token);
export const keptPasses = kept('Pass', pass);

type ById = { id: string };
type ByHash = { hash: string };

export const accountById = query<ById>()(
  'accountById',
  row(account),
  'MATCH (n:Account {id: $id}) RETURN n{.*} AS properties',
);
export const accountByLogin = query<{ login: string }>()(
  'accountByLogin',
  row(account),
  'MATCH (n:Account {login: $login}) RETURN n{.*} AS properties',
);
export const accountByIdentity = query<{ identity: string }>()(
  'accountByIdentity',
  row(account),
  'MATCH (n:Account {identity: $identity}) RETURN n{.*} AS properties',
);
export const accountPage = query<{ after: string; limit: number }>()(
  'accountPage',
  row(account),
  'MATCH (n:Account) WHERE n.login > $after WITH n ORDER BY n.login LIMIT $limit RETURN n{.*} AS properties ORDER BY n.login',
);
export const updateAccount = query<{ id: string; changes: object }>()(
  'updateAccount',
  row(account),
  'MATCH (n:Account {id: $id}) SET n += $changes RETURN n{.*} AS properties',
);
/** Writing first takes the lock of the node, so that what is returned cannot change until the commit. */
export const lockAccount = query<{ id: string; now: string }>()(
  'lockAccount',
  row(account),
  'MATCH (n:Account {id: $id}) SET n.attemptedAt = $now WITH n RETURN n{.*} AS properties',
);

export const sessionByHash = query<ByHash>()(
  'sessionByHash',
  row(session),
  'MATCH (n:Session {hash: $hash}) RETURN n{.*} AS properties',
);
export const extendSession = 'MATCH (n:Session {hash: $hash}) SET n.expiresAt = $expiresAt';
export const deleteSession = 'MATCH (n:Session {hash: $hash}) DELETE n';
export const deleteSessionsOf = 'MATCH (n:Session {holder: $holder}) WHERE n.hash <> $but DELETE n';
export const deleteExpiredSessions = 'MATCH (n:Session) WHERE n.expiresAt <= $now DELETE n';

export const tokenById = query<ById>()(
  'tokenById',
  row(token),
  'MATCH (n:Token {id: $id}) RETURN n{.*} AS properties',
);
export const tokenByHash = query<ByHash>()(
  'tokenByHash',
  row(token),
  'MATCH (n:Token {hash: $hash}) RETURN n{.*} AS properties',
);
export const tokensOf = query<{ account: string }>()(
  'tokensOf',
  row(token),
  'MATCH (n:Token {account: $account}) RETURN n{.*} AS properties ORDER BY n.createdAt, n.id',
);
export const markTokenUsed = 'MATCH (n:Token {id: $id}) SET n.lastUsedAt = $at';
export const deleteToken = 'MATCH (n:Token {id: $id}) DELETE n';

export const passById = query<ById>()(
  'passById',
  row(pass),
  'MATCH (n:Pass {id: $id}) RETURN n{.*} AS properties',
);
export const livePasses = query<{ now: string }>()(
  'livePasses',
  row(pass),
  'MATCH (n:Pass) WHERE n.expiresAt > $now RETURN n{.*} AS properties ORDER BY n.createdAt, n.id',
);
/** As `lockAccount`: two that come at once for the last use are told apart. */
export const takeUse = query<{ hash: string; now: string }>()(
  'takeUse',
  row(pass),
  `MATCH (n:Pass {hash: $hash}) SET n.triedAt = $now
WITH n WHERE n.expiresAt > $now AND (n.uses IS NULL OR n.used < n.uses)
SET n.used = n.used + 1
RETURN n{.*} AS properties`,
);
export const deletePass = 'MATCH (n:Pass {id: $id}) DELETE n';
