import type { Accounts } from './accounts-port.js';
import * as cypher from './cypher/accounts.js';
import type { Engine, Parameters, Query, Run } from './port.js';
import { retryOnConflict } from './retry.js';

/** The accounts on an engine whose migrations have been applied. */
export function createAccounts(engine: Engine): Accounts {
  const write = <T>(work: (run: Run) => Promise<T>) => retryOnConflict(() => engine.write(work));
  const first = async <P extends Parameters, R>(query: Query<P, R>, parameters: P) =>
    (await decoded(engine.read, query, parameters))[0] ?? null;
  const statement = async (text: string, parameters: Parameters) => {
    await write((run) => run(text, parameters));
  };
  const create = (label: cypher.AccountLabel, properties: object) =>
    statement(cypher.createNode(label), { properties });
  return {
    create: (account) => create('Account', account),
    byId: (id) => first(cypher.accountById, { id }),
    byLogin: (login) => first(cypher.accountByLogin, { login }),
    byIdentity: (identity) => first(cypher.accountByIdentity, { identity }),
    list: (after, limit) => decoded(engine.read, cypher.accountPage, { after, limit }),
    update: (id, changes) =>
      write(async (run) => (await decoded(run, cypher.updateAccount, { id, changes }))[0] ?? null),
    countAttempt: (id, now, lockOf) =>
      write(async (run) => {
        const [account] = await decoded(run, cypher.lockAccount, { id, now });
        if (account === undefined || (account.lockedUntil !== null && account.lockedUntil > now))
          return false;
        const failures = account.failures + 1;
        await run(cypher.updateAccount.text, { id, changes: { failures, lockedUntil: lockOf(failures) } });
        return true;
      }),

    createSession: ({ guest, ...session }) =>
      write(async (run) => {
        await run(cypher.deleteExpiredSessions, { now: session.createdAt });
        const properties = { ...session, guestId: guest?.id ?? null, guestName: guest?.name ?? null };
        await run(cypher.createNode('Session'), { properties });
      }),
    session: (hash) => first(cypher.sessionByHash, { hash }),
    extendSession: (hash, expiresAt) => statement(cypher.extendSession, { hash, expiresAt }),
    deleteSession: (hash) => statement(cypher.deleteSession, { hash }),
    deleteSessionsOf: (holder, but) => statement(cypher.deleteSessionsOf, { holder, but: but ?? '' }),

    createToken: (token) => create('Token', token),
    tokenById: (id) => first(cypher.tokenById, { id }),
    tokenByHash: (hash) => first(cypher.tokenByHash, { hash }),
    tokensOf: (account) => decoded(engine.read, cypher.tokensOf, { account }),
    markTokenUsed: (id, at) => statement(cypher.markTokenUsed, { id, at }),
    deleteToken: (id) => statement(cypher.deleteToken, { id }),

    createPass: (pass) => create('Pass', pass),
    passById: (id) => first(cypher.passById, { id }),
    passes: (now) => decoded(engine.read, cypher.livePasses, { now }),
    usePass: (hash, now) =>
      write(async (run) => (await decoded(run, cypher.takeUse, { hash, now }))[0] ?? null),
    deletePass: (id) =>
      write(async (run) => {
        await run(cypher.deletePass, { id });
        await run(cypher.deleteSessionsOf, { holder: id, but: '' });
      }),
  };
}

async function decoded<P extends Parameters, R>(run: Run, query: Query<P, R>, parameters: P): Promise<R[]> {
  return (await run(query.text, parameters)).map((row) => query.row.parse(row));
}
