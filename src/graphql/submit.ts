import { createHash } from 'node:crypto';
import { NeedsReview, permit } from '../auth/permit.js';
import { type Action, OPERATOR, type User } from '../auth/rights.js';
import type { Attribution } from '../domain/change-set.js';
import { type ErrorCode, JejakError } from '../domain/errors.js';
import type { Change, Now, Planned, Proposal, RequestKey } from '../store/port.js';
import type { Context } from './context.js';
import type { WritePayloadModel } from './models.js';
import { userErrorsOf } from './user-errors.js';

/** Makes a plan for whoever asks; see `Plan`. */
export type Make = (now: Now, attribution: Attribution) => Promise<Planned | null>;

export interface Submission {
  /** The name of the mutation. */
  readonly field: string;
  /** All its arguments: the same key with other arguments is another request. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly why: string;
  /** The right that it takes beyond those of its operations. */
  readonly action?: Action;
  /** The record that the payload answers with; after a conflict it is shown as it stands. */
  readonly node?: string | null;
  /** Tells an error of the change set in the words of the request. */
  readonly explain?: (error: unknown) => unknown;
}

/**
 * Runs the plan of a mutation as far as the user's rights go: written, or kept as a proposal that waits for a review.
 * What a person can mend comes back as `userErrors`; anything else is thrown.
 */
export async function submit(
  context: Context,
  submission: Submission,
  make: Make,
): Promise<WritePayloadModel> {
  const { args, node = null, explain = (error) => error } = submission;
  const clientMutationId = (args.clientMutationId as string | null | undefined) ?? null;
  return withMendable(clientMutationId, node, async () => {
    const made = await write(context, submission, make, clientMutationId).catch((error) => {
      throw explain(error);
    });
    context.forget();
    return { ...made, node: node ?? made.change?.operations[0]?.after.id ?? null };
  });
}

/** The payload of a mutation that writes; what a person can mend becomes its `userErrors`, beside the record `node`. */
export async function withMendable(
  clientMutationId: string | null | undefined,
  node: string | null,
  work: () => Promise<Partial<WritePayloadModel>>,
): Promise<WritePayloadModel> {
  const nothing = { change: null, proposal: null, node, clientMutationId: clientMutationId ?? null };
  try {
    return { ...nothing, ...(await work()), userErrors: [] };
  } catch (error) {
    if (!isMendable(error)) throw error;
    return { ...nothing, userErrors: userErrorsOf(error) };
  }
}

const MENDABLE: readonly ErrorCode[] = ['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'];

const isMendable = (error: unknown): error is JejakError =>
  error instanceof JejakError && error.problems.length > 0 && MENDABLE.includes(error.code);

async function write(
  { user, writer }: Context,
  { field, args, why, action }: Submission,
  make: Make,
  clientMutationId: string | null,
): Promise<{ change: Change | null; proposal: Proposal | null }> {
  const attribution = { by: user.name, why, account: accountOf(user) };
  const key = requestKeyOf(user, clientMutationId, { field, ...args });
  const plan = async (now: Now) => {
    const planned = await make(now, attribution);
    if (planned !== null) await permit(now, user, planned, action ?? null);
    return planned;
  };
  try {
    return { change: await writer.change(plan, key), proposal: null };
  } catch (error) {
    if (!(error instanceof NeedsReview)) throw error;
    return { change: null, proposal: await writer.propose((now) => make(now, attribution), key) };
  }
}

/** The account that a user writes under; the operator of the machine has none. */
export const accountOf = ({ id }: User): string | null => (id === OPERATOR.id ? null : id);

/** Names a request of that user, when it has an id; see `RequestKey`. */
export function requestKeyOf(
  { id: user }: User,
  id: string | null | undefined,
  request: unknown,
): RequestKey | null {
  if (!id) return null;
  const digest = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  return { key: `${user} ${id}`, digest };
}
