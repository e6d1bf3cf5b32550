import type { Operation } from '../domain/change-set.js';
import { corrected, type Fields } from '../domain/edits.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { labelOf, type RecordInput, type Stored } from '../domain/records.js';
import { proposalsByIds } from './cypher/proposals.js';
import type { Decision, Now, Planned, Proposal, ProposedOperation } from './port.js';
import { decodeProposal } from './proposals.js';

/** A reviewer's decision on one operation; `changes` are fields that take the place of those proposed. */
export interface ReviewItem {
  readonly operation: number;
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly changes: Fields;
}

/** Who decides; the operator of the machine has no account. */
export interface Reviewer {
  readonly name: string;
  readonly account: string | null;
}

/** The proposal of that id. Throws NOT_FOUND. */
export async function existingProposal(now: Pick<Now, 'read'>, id: string): Promise<Proposal> {
  const [row] = await now.read(proposalsByIds, { ids: [id] });
  if (row !== undefined) return decodeProposal(row);
  throw refusal([
    {
      code: 'NOT_FOUND',
      place: 'id',
      value: show(id),
      remedy: 'no such proposal; see the list of proposals',
      field: 'id',
    },
  ]);
}

/**
 * The change that accepting operations of a proposal makes, under the names of its author and of the reviewer. What the
 * proposal updates may have been changed since: its fields are put into the record as it stands now, unless one of them
 * was itself changed (CONFLICT).
 */
export async function accepting(
  now: Now,
  proposal: Proposal,
  items: readonly ReviewItem[],
  reviewer: Reviewer,
): Promise<Planned> {
  const chosen = items.filter(({ accepted }) => accepted);
  const proposed = chosen.map(({ operation }) => operationOf(proposal, operation));
  const records = await now.records(proposed.map(({ record }) => record.id));
  const problems: Problem[] = [];
  const operations = chosen.map((item, index): Operation => {
    const { op, record, base } = proposed[index] as ProposedOperation;
    const current = records.get(record.id);
    if (op === 'create' || current === undefined)
      return { op, record: { ...record, ...item.changes } as RecordInput };
    problems.push(...overtaken(item, current, record as unknown as Fields, base ?? {}));
    const fields = Object.keys(base ?? {}).map((field) => [field, (record as unknown as Fields)[field]]);
    return corrected(current, { ...Object.fromEntries(fields), ...item.changes }, current.updated);
  });
  if (problems.length > 0) throw refusal(problems);
  const accepted = new Set(proposed.map(({ record }) => record.id));
  return {
    by: proposal.by,
    why: proposal.why,
    account: proposal.account,
    approvedBy: reviewer.name,
    approver: reviewer.account,
    operations,
    personal: proposal.personal.filter(({ of }) => accepted.has(of)),
    decides: decision(proposal.id, items, reviewer),
  };
}

export function decision(
  proposal: string,
  items: readonly ReviewItem[],
  { name: by, account }: Reviewer,
): Decision {
  return {
    proposal,
    by,
    account,
    verdicts: items.map(({ operation, accepted, reason }) => ({ operation, accepted, reason })),
  };
}

/** The operation of that number, counted from 1. Throws NOT_FOUND. */
function operationOf({ operations }: Proposal, number: number): ProposedOperation {
  const operation = operations[number - 1];
  if (operation !== undefined) return operation;
  throw refusal([
    {
      code: 'NOT_FOUND',
      place: `operation ${number}`,
      value: `the proposal has ${operations.length} operations`,
      remedy: 'write the number of one of them',
      field: `verdicts ${number}`,
    },
  ]);
}

/** The fields that somebody else has changed since they were proposed, and differently; the reviewer may give them anew. */
function overtaken(item: ReviewItem, current: Stored, proposed: Fields, base: Fields): Problem[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const standing = current as unknown as Fields;
  return Object.keys(base)
    .filter((field) => !(field in item.changes))
    .filter((field) => !same(standing[field], base[field]) && !same(standing[field], proposed[field]))
    .map((field) => ({
      code: 'CONFLICT' as const,
      place: `operation ${item.operation}, ${current.type} ${show(labelOf(current))}, ${field}`,
      value: `${show(proposed[field])} was proposed in place of ${show(base[field])}, which is ${show(standing[field])} by now`,
      remedy: 'refuse the operation, or accept it with the value that is right in `changes`',
      field,
    }));
}

function refusal(problems: readonly Problem[]): JejakError {
  return JejakError.ofProblems('The review is refused', problems);
}
