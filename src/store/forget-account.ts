import { ERASED } from '../domain/erasure.js';
import type { Account } from './accounts-port.js';
import { accountByLogin, accountPage } from './cypher/accounts.js';
import * as cypher from './cypher/forget.js';
import type { ForgetRequest, Forgotten, Now, Run } from './port.js';

const PAGE = 1_000;

/** The account to erase; null when the login has none. Throws what `mayGo` throws. */
export async function accountToForget(now: Now, { login, mayGo }: ForgetRequest): Promise<Account | null> {
  if (login === null) return null;
  const [account] = await now.read(accountByLogin, { login });
  if (account === undefined) return null;
  const others: Account[] = [];
  for (let after = ''; ; ) {
    const page = await now.read(accountPage, { after, limit: PAGE });
    others.push(...page.filter(({ id }) => id !== account.id));
    if (page.length < PAGE) break;
    after = page.at(-1)?.login ?? '';
  }
  mayGo(account, others);
  return account;
}

type OfAccount = Pick<Forgotten, 'account' | 'sessions' | 'tokens' | 'passes' | 'mappings' | 'attributions'>;

export const NO_ACCOUNT: OfAccount = {
  account: false,
  sessions: 0,
  tokens: 0,
  passes: 0,
  mappings: 0,
  attributions: [],
};

/** Deletes an account with all that lets in by it, and takes it out of the changes; proposals are rewritten apart. */
export async function eraseAccount(run: Run, now: Now, { id: account }: Account): Promise<OfAccount> {
  const passes = (await now.read(cypher.passesOf, { account })).map(({ id }) => id);
  const holders = [account, ...passes];
  const [sessions] = await now.read(cypher.sessionCount, { holders });
  const [tokens] = await now.read(cypher.tokenCount, { account });
  await run(cypher.deleteSessions, { holders });
  await run(cypher.deleteTokens, { account });
  await run(cypher.deletePasses, { account });
  await run(cypher.deleteAccount, { account });
  const authored = await now.read(cypher.eraseAuthor, { account, mark: ERASED });
  const approved = await now.read(cypher.eraseApprover, { account, mark: ERASED });
  for (const label of ['Change', 'Proposal'] as const)
    await run(cypher.eraseKeys(label), { prefix: `${account} ` });
  const [mappings] = await now.read(cypher.eraseMappingAuthor, { account, mark: ERASED });
  return {
    account: true,
    sessions: sessions?.count ?? 0,
    tokens: tokens?.count ?? 0,
    passes: passes.length,
    mappings: mappings?.count ?? 0,
    attributions: [...new Set([...authored, ...approved].map(({ id }) => id))].sort(),
  };
}
