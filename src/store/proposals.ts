import { type Known, referencedIds, validateReferences } from '../domain/change-references.js';
import { type ValidOperation, validateShape } from '../domain/change-set.js';
import { byId } from '../domain/collections.js';
import { changedFields } from '../domain/edits.js';
import { JejakError, show } from '../domain/errors.js';
import { newId } from '../domain/ids.js';
import { checkedPersonal } from '../domain/personal.js';
import type { Stored } from '../domain/records.js';
import {
  createProposal,
  lockProposal,
  type ProposalRow,
  proposalOfKey,
  proposalsByIds,
  writeVerdicts,
} from './cypher/proposals.js';
import { knownByIds } from './cypher/records.js';
import { refuseStale } from './guards.js';
import type {
  Change,
  Decision,
  KeptProposal,
  Now,
  Personal,
  Planned,
  Proposal,
  ProposedOperation,
  RequestKey,
  Run,
  Verdict,
} from './port.js';

/** Keeps a change set as a proposal. Throws as `Writer.apply` would: what could not be applied is not proposed. */
export async function proposeIn(
  run: Run,
  now: Now,
  planned: Planned,
  key: RequestKey | null,
): Promise<Proposal> {
  const set = validateShape(planned);
  const known = byId(await now.read(knownByIds, { ids: referencedIds(set) }));
  validateReferences(set, known as ReadonlyMap<string, Known>);
  const updated = set.operations.filter(({ op }) => op === 'update').map(({ record }) => record.id);
  const before = await now.records(updated);
  await refuseStale(now, set, before);
  const proposal: Proposal = {
    id: newId('proposal'),
    at: new Date().toISOString(),
    by: set.by,
    why: set.why,
    account: set.account ?? null,
    reverts: set.reverts ?? null,
    operations: set.operations.map((operation) => withBase(operation, before.get(operation.record.id))),
    personal: checkedPersonal(planned.personal ?? []),
    verdicts: [],
  };
  await keepProposal(run, { ...proposal, key });
  return proposal;
}

/** Writes a proposal that the store does not have. */
export async function keepProposal(run: Run, { key, ...proposal }: KeptProposal): Promise<void> {
  await run(createProposal, { proposal: { ...encode(proposal), locks: 0, ...key } });
}

function withBase(operation: ValidOperation, before: Stored | undefined): ProposedOperation {
  if (before === undefined) return operation;
  const values = before as unknown as Record<string, unknown>;
  const fields = changedFields(before, operation.record);
  return { ...operation, base: Object.fromEntries(fields.map((field) => [field, values[field]])) };
}

/** The proposal that was made for that request before. Throws CONFLICT when the key was used for another one. */
export async function proposalFor(now: Now, { key, digest }: RequestKey): Promise<Proposal | null> {
  const [row] = await now.read(proposalOfKey, { key });
  if (row === undefined) return null;
  if (row.digest === digest) return decodeProposal(row);
  throw usedKey(key);
}

export function usedKey(key: string): JejakError {
  return JejakError.ofProblems('The change is refused', [
    {
      code: 'CONFLICT',
      place: 'clientMutationId',
      value: `${show(key.slice(key.indexOf(' ') + 1))} was used for another request`,
      remedy: 'give each request a key of its own',
    },
  ]);
}

/** Notes verdicts on the operations of a proposal; `change` is what the accepted ones became. */
export async function writeDecision(
  run: Run,
  { proposal: id, verdicts, by, account, key = null }: Decision,
  change: Change | null,
): Promise<void> {
  await run(lockProposal, { id });
  const [row] = (await run(proposalsByIds.text, { ids: [id] })).map((raw) => proposalsByIds.row.parse(raw));
  if (row === undefined)
    throw JejakError.ofProblems('The review is refused', [
      { code: 'NOT_FOUND', place: 'proposal', value: show(id), remedy: 'give the id of a proposal' },
    ]);
  const proposal = decodeProposal(row);
  const decided = new Map(proposal.verdicts.map((verdict) => [verdict.operation, verdict]));
  const problems = verdicts.flatMap(({ operation }) => {
    const earlier = decided.get(operation);
    const exists = operation >= 1 && operation <= proposal.operations.length;
    if (earlier === undefined && exists) return [];
    return [
      {
        code: exists ? ('CONFLICT' as const) : ('NOT_FOUND' as const),
        place: `operation ${operation}`,
        value: exists
          ? `${earlier?.accepted ? 'accepted' : 'refused'} already by ${earlier?.by}`
          : `the proposal has ${proposal.operations.length} operations`,
        remedy: exists ? 'read the proposal again' : 'write the number of one of them',
      },
    ];
  });
  if (problems.length > 0) throw JejakError.ofProblems('The review is refused', problems);
  const at = change?.at ?? new Date().toISOString();
  const all = [
    ...proposal.verdicts,
    ...verdicts.map(
      (verdict): Verdict => ({
        ...verdict,
        by,
        account,
        at,
        change: verdict.accepted ? (change?.id ?? null) : null,
        ...(change === null && key !== null ? { key } : {}),
      }),
    ),
  ].sort((a, b) => a.operation - b.operation);
  // Personal data stay with the proposal only as long as their record is undecided.
  const undecided = new Set(
    proposal.operations
      .filter((_, index) => !all.some(({ operation }) => operation === index + 1))
      .map(({ record }) => record.id),
  );
  const personal = proposal.personal.filter(({ of }) => undecided.has(of));
  await run(writeVerdicts, {
    id,
    verdicts: JSON.stringify(all),
    open: proposal.operations.length - all.length,
    personal: JSON.stringify(personal),
  });
}

function encode({ operations, personal, verdicts, ...rest }: Proposal): Record<string, unknown> {
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
    open: operations.length - verdicts.length,
    operations: JSON.stringify(operations),
    personal: JSON.stringify(personal),
    verdicts: JSON.stringify(verdicts),
  };
}

export function decodeProposal({ open: _, operations, personal, verdicts, ...rest }: ProposalRow): Proposal {
  return {
    ...rest,
    operations: JSON.parse(operations) as ProposedOperation[],
    personal: JSON.parse(personal) as Personal[],
    verdicts: JSON.parse(verdicts) as Verdict[],
  };
}
