import { canAll, type Subject, type User } from '../auth/rights.js';
import { factsOfOperations, isLimited, NOWHERE } from '../auth/subjects.js';
import { proposalsByIds } from '../store/cypher/proposals.js';
import type { Now, Proposal } from '../store/port.js';
import { decodeProposal } from '../store/proposals.js';
import type { Context } from './context.js';

/** Reading proposals, as far as the rights of whoever asks go. */

/** The proposal of that id; null when there is none, or it is none of theirs. */
export async function proposalById(context: Context, id: string): Promise<Proposal | null> {
  const row = await context.batch('proposals', id, async (ids) => {
    const rows = await context.reader.read(proposalsByIds, { ids });
    return new Map(rows.map((each) => [each.id, each]));
  });
  const proposal = row === undefined ? null : decodeProposal(row);
  return proposal !== null && (await maySee(context, proposal)) ? proposal : null;
}

/** Whether the user made it, or may review some of it. */
export async function maySee(context: Context, proposal: Proposal): Promise<boolean> {
  const { user } = context;
  if (proposal.account === user.id) return true;
  const subjects = await proposalSubjects(context.reader, user, proposal);
  return subjects.some((each) => canAll(user, 'review', each));
}

/** What a right is asked about, for each operation of a proposal: all of it must lie within the limits. */
export async function proposalSubjects(
  reader: Pick<Now, 'read'>,
  user: User,
  { operations, account }: Pick<Proposal, 'operations' | 'account'>,
): Promise<Subject[][]> {
  const facts = isLimited(user)
    ? await factsOfOperations(reader, operations, user)
    : operations.map(() => [NOWHERE]);
  const author = account === null ? {} : { author: account };
  return facts.map((each) => each.map((fact) => ({ ...fact, type: 'proposal', ...author })));
}
