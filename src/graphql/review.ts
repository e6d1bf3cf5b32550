import { requireRight } from '../auth/require.js';
import { canAll, type User } from '../auth/rights.js';
import { validateShape } from '../domain/change-set.js';
import { byId } from '../domain/collections.js';
import { changedFields } from '../domain/edits.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { type Claim, type JejakRecord, labelOf } from '../domain/records.js';
import { claimSentence } from '../domain/story.js';
import { proposalCount, proposalPage } from '../store/cypher/proposals.js';
import { identifiableOf, lookalikesOf } from '../store/lookalikes.js';
import type { Now, Proposal as StoredProposal } from '../store/port.js';
import { decodeProposal } from '../store/proposals.js';
import { accepting, existingProposal, type ReviewItem, wasDecided } from '../store/reviews.js';
import { changeById, domainLanguage } from './common.js';
import { connection, MAX_PAGE, readPage } from './connections.js';
import type { Context } from './context.js';
import type {
  MutationResolvers,
  ProposalResolvers,
  ProposalVerdictResolvers,
  ProposedOperationResolvers,
  QueryResolvers,
  VerdictInput,
} from './generated/types.js';
import { maySee, proposalSubjects } from './proposals.js';
import { accountOf, requestKeyOf, withMendable } from './submit.js';

export const reviewQueries: QueryResolvers = {
  proposals: async (_, { open, first, after }, context) => {
    const openOnly = open !== false;
    const list = `proposals ${openOnly}`;
    const page = readPage({ first, after }, list);
    const seen = await visible(context, openOnly, page.from, page.limit + 1);
    return connection(
      seen,
      page,
      list,
      ({ at, id }) => ({ key: at, id }),
      async () => (await context.reader.read(proposalCount(openOnly), {}))[0]?.count ?? 0,
    );
  },
};

/** The next proposals that the user may see, as many as wanted; those of others are passed over. */
async function visible(
  context: Context,
  openOnly: boolean,
  from: { key: string; id: string } | null,
  wanted: number,
): Promise<StoredProposal[]> {
  const found: StoredProposal[] = [];
  for (let at = from; found.length < wanted; ) {
    const rows = await context.reader.read(proposalPage(openOnly, at !== null), { ...at, limit: MAX_PAGE });
    for (const proposal of rows.map(decodeProposal))
      if (await maySee(context, proposal)) found.push(proposal);
    const last = rows.at(-1);
    if (rows.length < MAX_PAGE || last === undefined) break;
    at = { key: last.at, id: last.id };
  }
  return found.slice(0, wanted);
}

export const Proposal: ProposalResolvers = {
  open: ({ operations, verdicts }) => operations.length - verdicts.length,
  operationCount: ({ operations }) => operations.length,
  operations: (proposal, { from, first }) => {
    const { limit } = readPage({ first }, 'operations');
    const start = Math.max(1, from) - 1;
    return proposal.operations
      .slice(start, start + limit)
      .map((operation, index) => ({ ...operation, number: start + index + 1, proposal }));
  },
};

export const ProposedOperation: ProposedOperationResolvers = {
  kind: ({ op }) => (op === 'create' ? 'CREATE' : 'UPDATE'),
  summary: async ({ record, proposal }, { language }, context) =>
    record.type === 'claim'
      ? sentenceOf(record, proposal, context, domainLanguage(language))
      : labelOf(record),
  before: async ({ op, record }, _, context) => {
    const stored = op === 'create' ? null : await context.record(record.id);
    return stored === null ? null : JSON.stringify(stored);
  },
  after: ({ record }) => JSON.stringify(record),
  record: ({ record }) => record.id,
  changes: async ({ op, record }, _, context) => {
    const stored = op === 'create' ? null : await context.record(record.id);
    return stored === null ? [] : changedFields(stored, record);
  },
  proposer: async ({ record, proposal, number }, _, context) => {
    const personal = proposal.personal.find(({ of }) => of === record.id);
    if (personal === undefined) return null;
    const subjects = (await proposalSubjects(context.reader, context.user, proposal))[number - 1] ?? [];
    return canAll(context.user, 'readPersonal', subjects) ? personal : null;
  },
  lookalikes: async ({ op, record, proposal }, { first }, context) => {
    const wanted = op === 'create' ? identifiableOf(record, aroundIn(record, proposal)) : null;
    if (wanted === null) return [];
    const found = await lookalikesOf(context.reader, [wanted]);
    return (found.get(record.id) ?? []).slice(0, first);
  },
  verdict: ({ number, proposal }) => proposal.verdicts.find(({ operation }) => operation === number) ?? null,
};

export const ProposalVerdict: ProposalVerdictResolvers = {
  change: ({ change }, _, context) => (change === null ? null : changeById(context, change)),
};

/** What the claims of the proposal tell of a new record: where it lies, and with what it shares claims. */
function aroundIn(record: JejakRecord, { operations }: StoredProposal) {
  const claims = operations
    .map((operation) => operation.record)
    .filter((each): each is Claim => each.type === 'claim');
  const other = ({ subject, object }: Claim) => (subject === record.id ? object : subject);
  const touching = claims.filter(({ subject, object }) => subject === record.id || object === record.id);
  return {
    places: touching.filter(({ kind }) => kind === 'LOCATED_IN').map(other),
    neighbours: touching.filter(({ kind }) => kind === 'PARTICIPATION').map(other),
  };
}

async function sentenceOf(
  claim: Claim,
  { operations }: StoredProposal,
  context: Context,
  language: 'id' | 'en',
): Promise<string> {
  const own = byId(operations.map(({ record }) => record));
  const ids = [claim.subject, claim.object, ...claim.parties];
  const members = await Promise.all(ids.map(async (id) => own.get(id) ?? (await context.record(id))));
  // A former id stands for the record that it was merged into: the sentence is told of that one.
  const named = ids.flatMap((id, index): Array<[string, JejakRecord]> => {
    const member = members[index];
    return member === null || member === undefined ? [] : [[id, member]];
  });
  return claimSentence(claim, new Map(named), language);
}

export const reviews: MutationResolvers = {
  reviewProposal: (_, args, context) =>
    withMendable(args.clientMutationId, null, async () => {
      const items = args.verdicts.map(itemOf);
      refuseUnfit(items);
      const { user, writer } = context;
      const reviewer = { name: user.name, account: accountOf(user) };
      const key = requestKeyOf(user, args.clientMutationId, { field: 'reviewProposal', ...args });
      let numbers: readonly number[] = [];
      const change = await writer
        .change(async (now) => {
          const proposal = await existingProposal(now, args.id);
          if (wasDecided(proposal, key)) return null;
          await requireReview(now, user, proposal, items.map(numberOf));
          const accepted = await accepting(now, proposal, items, reviewer, key);
          numbers = accepted.numbers;
          if (numbers.length === 0) return accepted.planned;
          const { operations } = validateShape(accepted.planned);
          // What the reviewer mends, and leaves out, must not move a record across the reviewer's own limits either.
          await requireReview(now, user, { ...proposal, operations });
          return accepted.planned;
        }, key)
        .catch((error) => {
          throw inProposal(error, numbers);
        });
      context.forget();
      return { change, node: args.id };
    }),
};

const numberOf = ({ operation }: ReviewItem) => operation;

/** Throws FORBIDDEN when operations (of those numbers, or all) do not lie within the limits of the reviewer. */
async function requireReview(
  reader: Pick<Now, 'read'>,
  user: User,
  proposed: Pick<StoredProposal, 'operations' | 'account'>,
  numbers: readonly number[] = proposed.operations.map((_, index) => index + 1),
): Promise<void> {
  const subjects = await proposalSubjects(reader, user, proposed);
  for (const number of numbers) {
    const { record } = proposed.operations[number - 1] ?? {};
    for (const subject of subjects[number - 1] ?? [])
      requireRight(user, 'review', subject, `reviewing ${record?.type} ${show(record?.id)}`);
  }
}

function itemOf({ operation, accept, reason, changes }: VerdictInput): ReviewItem {
  return {
    operation,
    accepted: accept,
    reason: reason?.trim() || null,
    changes: readChanges(operation, changes ?? null),
  };
}

function readChanges(operation: number, json: string | null): ReviewItem['changes'] {
  if (json === null) return {};
  const refused = () =>
    JejakError.ofProblems('The review is refused', [
      bad(operation, 'changes', show(json), 'write a JSON object of fields, such as {"name": "…"}'),
    ]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw refused();
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw refused();
  const { id: _id, type: _type, ...fields } = parsed as Record<string, unknown>;
  return fields;
}

function refuseUnfit(items: readonly ReviewItem[]): void {
  const problems = items.flatMap(({ operation, accepted, reason, changes }, index): Problem[] => {
    if (items.findIndex((other) => other.operation === operation) !== index)
      return [bad(operation, 'operation', String(operation), 'decide on each operation once')];
    if (!accepted && reason === null)
      return [bad(operation, 'reason', 'empty', 'say why it is refused: its author reads it')];
    if (!accepted && Object.keys(changes).length > 0)
      return [bad(operation, 'changes', 'given', 'leave them out, or accept the operation')];
    return [];
  });
  if (items.length === 0)
    problems.push({ ...bad(0, '', 'none', 'decide on an operation'), place: 'verdicts' });
  if (problems.length > 0) throw JejakError.ofProblems('The review is refused', problems);
}

function bad(operation: number, field: string, value: string, remedy: string): Problem {
  return { code: 'BAD_USER_INPUT', place: `operation ${operation}, ${field}`, value, remedy, field };
}

/** Problems of the change that the accepted operations make, told by their numbers in the proposal. */
function inProposal(error: unknown, numbers: readonly number[]): unknown {
  if (!(error instanceof JejakError) || error.problems.length === 0) return error;
  const problems = error.problems.map((problem): Problem => {
    const number = problem.operation === undefined ? undefined : numbers[problem.operation - 1];
    if (number === undefined) return problem;
    const place = problem.place.replace(/^operation \d+/, `operation ${number}`);
    return { ...problem, place, operation: number };
  });
  return JejakError.ofProblems('The review is refused', problems);
}
