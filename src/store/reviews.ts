import type { Operation } from '../domain/change-set.js';
import { changedFields, corrected, type Fields } from '../domain/edits.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { changeSequence } from '../domain/ids.js';
import { type JejakRecord, labelOf, type RecordInput, type Stored } from '../domain/records.js';
import { proposalsByIds } from './cypher/proposals.js';
import { refuseIfChanged } from './plans.js';
import type { Now, Planned, Proposal, ProposedOperation, RequestKey } from './port.js';
import { decodeProposal, usedKey } from './proposals.js';

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

/** What accepting operations of a proposal writes, with the numbers that its operations have in the proposal. */
export interface Acceptance {
  readonly planned: Planned;
  readonly numbers: readonly number[];
}

/**
 * The change that accepting operations of a proposal makes, under the names of its author and of the reviewer. What the
 * proposal updates may have been changed since: its fields are put into the record as it stands now, unless one of them
 * was itself changed (CONFLICT). What it creates may exist by now: there is nothing to write when the record says the
 * same, and a CONFLICT for each field in which it does not. A change is taken back as `reverting` does it: not when
 * something later was made of its records, and only as a whole does it count as taken back.
 */
export async function accepting(
  now: Now,
  proposal: Proposal,
  items: readonly ReviewItem[],
  reviewer: Reviewer,
  key: RequestKey | null,
): Promise<Acceptance> {
  const chosen = items
    .filter(({ accepted }) => accepted)
    .map((item) => ({ item, ...operationOf(proposal, item.operation) }));
  const records = await now.records(chosen.map(({ record }) => record.id));
  const { reverts } = proposal;
  if (reverts !== null) await refuseIfChanged(now, records, changeSequence(reverts) ?? 0);
  const problems: Problem[] = [];
  const written = chosen.flatMap(({ item, op, record, base = {} }) => {
    const { operation: number, changes } = item;
    const current = records.get(record.id);
    if (current === undefined) return [{ number, op, record: { ...record, ...changes } as RecordInput }];
    problems.push(
      ...(op === 'create'
        ? different(item, current, { ...record, ...changes })
        : overtaken(item, current, record as unknown as Fields, base)),
    );
    if (op === 'create') return [];
    const fields = Object.keys(base).map((field) => [field, (record as unknown as Fields)[field]]);
    return [
      { number, ...corrected(current, { ...Object.fromEntries(fields), ...changes }, current.updated) },
    ];
  });
  if (problems.length > 0) throw refusal(problems);
  const accepted = new Set(written.map(({ record }) => record.id));
  return {
    numbers: written.map(({ number }) => number),
    planned: {
      by: proposal.by,
      why: proposal.why,
      account: proposal.account,
      approvedBy: reviewer.name,
      approver: reviewer.account,
      reverts: written.length === proposal.operations.length ? reverts : null,
      operations: written.map(({ number: _, ...operation }): Operation => operation),
      personal: proposal.personal.filter(({ of }) => accepted.has(of)),
      decides: {
        proposal: proposal.id,
        by: reviewer.name,
        account: reviewer.account,
        verdicts: items.map(({ operation, accepted, reason }) => ({ operation, accepted, reason })),
        key,
      },
    },
  };
}

/**
 * Whether that request has decided on the proposal before, and made no change by it. Throws CONFLICT when its key was
 * used to decide something else.
 */
export function wasDecided({ verdicts }: Proposal, request: RequestKey | null): boolean {
  const earlier = verdicts.find(({ key }) => key !== undefined && key.key === request?.key)?.key;
  if (earlier !== undefined && earlier.digest !== request?.digest) throw usedKey(earlier.key);
  return earlier !== undefined;
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

/** The fields in which what exists by now is not what was to be created. */
function different(item: ReviewItem, current: Stored, wanted: JejakRecord): Problem[] {
  const [standing, proposed] = [current, wanted].map((record) => record as unknown as Fields);
  return changedFields(current, wanted).map((field) => ({
    code: 'CONFLICT' as const,
    place: `operation ${item.operation}, ${current.type} ${show(labelOf(current))}, ${field}`,
    value: `${show(proposed?.[field])} was proposed for a new record, which exists by now and says ${show(standing?.[field])}`,
    remedy:
      'refuse the operation, or accept it with what stands in `changes`, and correct the record afterwards',
    field,
  }));
}

function refusal(problems: readonly Problem[]): JejakError {
  return JejakError.ofProblems('The review is refused', problems);
}
