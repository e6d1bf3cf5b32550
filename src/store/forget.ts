import { ERASED, withoutNumber } from '../domain/erasure.js';
import { type Problem, show } from '../domain/errors.js';
import { nameKey } from '../domain/names.js';
import { isPhone, phoneFinder, phoneKey } from '../domain/phones.js';
import type { Account } from './accounts-port.js';
import { applyIn, nowIn } from './apply.js';
import { lockSequence } from './cypher/changes.js';
import * as cypher from './cypher/forget.js';
import { erasePersonal } from './cypher/personal.js';
import { proposalPage, proposalsByIds } from './cypher/proposals.js';
import { accountToForget, eraseAccount, NO_ACCOUNT } from './forget-account.js';
import { personalRows, refusal, refuseSeveral, whose } from './forget-personal.js';
import { recordsNaming, redactChanges, redacting, withoutNumberIn } from './forget-texts.js';
import type { Engine, ForgetRequest, Forgotten, Now, Personal, Proposal, Run } from './port.js';
import { decodeProposal } from './proposals.js';
import { retryOnConflict } from './retry.js';

/**
 * Erases a person's data in one transaction, so that a crash leaves all of it or none: the account and what lets in by
 * it, its name in the history, personal data by name and phone, and the number wherever somebody typed it into a text,
 * in records (by a change) and in the history (in place). Running it again finds nothing. Throws BAD_USER_INPUT when
 * the request says nobody, CONFLICT when a name alone means several people, and what `mayGo` throws.
 */
export async function forgetOn(engine: Engine, request: ForgetRequest): Promise<Forgotten> {
  checkRequest(request);
  const { names, ...forgotten } = await retryOnConflict(() => inOneTransaction(engine, request));
  // Also when nothing was found: an earlier run may have been cut off here.
  if (!request.dryRun) await engine.purge();
  const reader = nowIn(engine.read);
  return { ...forgotten, left: { ...forgotten.left, named: await recordsNaming(reader, names) } };
}

/** What was erased, and the names under which the person was known. */
type Erased = Forgotten & { readonly names: readonly string[] };

/** Carries a dry run out of its transaction, which it ends without a trace. */
class Rehearsed extends Error {
  constructor(readonly erased: Erased) {
    super('a dry run ends here');
  }
}

async function inOneTransaction(engine: Engine, request: ForgetRequest): Promise<Erased> {
  try {
    return await engine.write(async (run) => {
      const erased = await forgetIn(run, request);
      if (request.dryRun) throw new Rehearsed({ ...erased, change: null });
      return erased;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.erased;
    throw error;
  }
}

async function forgetIn(run: Run, request: ForgetRequest): Promise<Erased> {
  // First of all: no change comes in between what is found and what is erased.
  const [counter] = await run(lockSequence);
  const now = nowIn(run);
  const account = await accountToForget(now, request);
  const finder = request.phone === null ? null : phoneFinder(phoneKey(request.phone));
  const rows = await sorted(personalRows(now), request);
  const gone = new Set(rows.yes.map(({ of }) => of));
  const proposals = await proposalsToRewrite(now, { request, account, finder, gone });
  refuseSeveral(request, [...rows.yes, ...proposals.yes]);

  // The change first: whoever forgets may be the one who is forgotten.
  const change = finder === null ? null : await applyIn(run, redacting(request.attribution, finder), null);
  const last = change?.sequence ?? Number(counter?.sequence) - 1;
  const changes = finder === null ? [] : await redactChanges(run, now, last, finder, ERASED);
  if (gone.size > 0) await run(erasePersonal, { ids: [...gone] });
  if (gone.size > 0) await run(cypher.eraseDigests, { ids: [...gone], mark: ERASED });
  await rewriteProposals(run, now, proposals.ids, { request, account, finder, gone });
  const ofAccount = account === null ? NO_ACCOUNT : await eraseAccount(run, now, account);

  return {
    ...ofAccount,
    attributions: [...ofAccount.attributions, ...proposals.attributed],
    personal: [...gone].sort(),
    pending: proposals.pending,
    redacted: {
      records: change?.operations.map(({ after }) => after.id) ?? [],
      changes: changes.filter((id) => id !== change?.id),
      proposals: proposals.redacted,
    },
    change: change === null || finder === null ? null : withoutNumberIn(change, finder),
    left: {
      unknownLogin: request.login !== null && account === null,
      unlike: rows.unlike + proposals.unlike,
      shortNumber: request.phone !== null && finder === null,
      named: [],
    },
    names: [
      request.name,
      account?.name,
      ...rows.yes.map(({ name }) => name),
      ...proposals.yes.map(({ name }) => name),
    ]
      .filter((name) => name !== null && name !== undefined)
      .filter((name) => nameKey(name) !== ''),
  };
}

async function sorted(
  rows: AsyncIterable<Personal>,
  request: ForgetRequest,
): Promise<{ yes: Personal[]; unlike: number }> {
  const yes: Personal[] = [];
  let unlike = 0;
  for await (const row of rows) {
    const found = whose(row, request);
    if (found === 'YES') yes.push(row);
    if (found === 'UNLIKE') unlike += 1;
  }
  return { yes, unlike };
}

/** What is taken out of a proposal. */
interface Sought {
  readonly request: ForgetRequest;
  readonly account: Account | null;
  readonly finder: RegExp | null;
  /** Ids of the records whose personal data go. */
  readonly gone: ReadonlySet<string>;
}

/** A proposal without the person, and what of it changes. */
function withoutPerson(proposal: Proposal, { request, account, finder }: Sought) {
  const yes = proposal.personal.filter((each) => whose(each, request) === 'YES');
  const isOf = (id: string | null) => account !== null && id === account.id;
  const isAttributed = isOf(proposal.account) || proposal.verdicts.some((verdict) => isOf(verdict.account));
  const author = isOf(proposal.account) ? { by: ERASED, account: null } : {};
  // The digest of a request would give away what stood in it.
  const verdicts = proposal.verdicts.map(({ key: _key, ...verdict }) =>
    isOf(verdict.account) ? { ...verdict, by: ERASED, account: null } : verdict,
  );
  const personal = proposal.personal.filter((each) => !yes.includes(each));
  const without = { ...proposal, ...author, verdicts, personal };
  const { personal: _, ...texts } = without;
  const redacted = finder === null ? texts : withoutNumber(texts, finder);
  return {
    proposal: { ...redacted, personal },
    yes,
    isAttributed,
    isRedacted: redacted !== texts,
    unlike: proposal.personal.filter((each) => whose(each, request) === 'UNLIKE').length,
  };
}

const PAGE = 100;

/** Reads all proposals and tells what the person is in; nothing is kept of the others. */
async function proposalsToRewrite(now: Now, sought: Sought) {
  const found = {
    ids: [] as string[],
    yes: [] as Personal[],
    attributed: [] as string[],
    pending: [] as string[],
    redacted: [] as string[],
    unlike: 0,
  };
  for (let from = { key: '', id: '' }; ; ) {
    const rows = await now.read(proposalPage(false, true), { ...from, limit: PAGE });
    for (const proposal of rows.map(decodeProposal)) {
      const { id } = proposal;
      const { yes, isAttributed, isRedacted, unlike } = withoutPerson(proposal, sought);
      found.yes.push(...yes);
      found.unlike += unlike;
      if (isAttributed) found.attributed.push(id);
      if (yes.length > 0) found.pending.push(id);
      if (isRedacted) found.redacted.push(id);
      const wasAsked = proposal.operations.some(({ record }) => sought.gone.has(record.id));
      if (isAttributed || isRedacted || wasAsked || yes.length > 0) found.ids.push(id);
    }
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) break;
    from = { key: last.at, id: last.id };
  }
  for (const list of [found.attributed, found.pending, found.redacted]) list.sort();
  return found;
}

/** Each proposal is read again once its lock is taken. */
async function rewriteProposals(run: Run, now: Now, ids: readonly string[], sought: Sought): Promise<void> {
  if (ids.length === 0) return;
  await run(cypher.lockProposals, { ids });
  const proposals = (await now.read(proposalsByIds, { ids })).map(decodeProposal);
  const rows = proposals.map((each) => {
    const { id, by, why, account, operations, personal, verdicts } = withoutPerson(each, sought).proposal;
    const json = { operations, personal, verdicts };
    const texts = Object.entries(json).map(([field, value]) => [field, JSON.stringify(value)]);
    return { id, by, why, account, ...Object.fromEntries(texts) };
  });
  await run(cypher.rewriteProposals, { rows, mark: ERASED });
}

/** What is personal is not shown: an error may be read where the data must not be. */
function checkRequest({ login, name, phone }: ForgetRequest): void {
  const problems: Problem[] = [];
  const bad = (place: string, value: string, remedy: string) =>
    problems.push({ code: 'BAD_USER_INPUT', place, value, remedy });
  if (login === null && name === null && phone === null)
    bad('login, name, phone', 'none is given', 'say whose data to erase by at least one of them');
  if (login?.trim() === '') bad('login', show(login), 'write the login of an account');
  if (name !== null && nameKey(name) === '') bad('name', 'it has no letters', 'write the full name');
  if (phone !== null && !isPhone(phone.trim()))
    bad('phone', 'it is refused, and not shown because it is personal', 'write it as 0812-3456-7890');
  if (problems.length > 0) throw refusal(problems);
}
