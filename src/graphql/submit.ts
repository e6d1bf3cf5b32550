import { createHash } from 'node:crypto';
import { NeedsReview, permit } from '../auth/permit.js';
import { type Action, OPERATOR } from '../auth/rights.js';
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
  const { args, node = null } = submission;
  const clientMutationId = (args.clientMutationId as string | null | undefined) ?? null;
  try {
    const { change, proposal } = await write(context, submission, make, clientMutationId);
    const [first] = change?.operations ?? [];
    return { change, proposal, node: node ?? first?.after.id ?? null, clientMutationId, userErrors: [] };
  } catch (error) {
    if (!isMendable(error)) throw error;
    return { change: null, proposal: null, node, clientMutationId, userErrors: userErrorsOf(error) };
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
  const attribution = { by: user.name, why, account: user.id === OPERATOR.id ? null : user.id };
  const key = requestKey(user.id, clientMutationId, { field, ...args });
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

function requestKey(user: string, id: string | null, request: unknown): RequestKey | null {
  if (id === null) return null;
  const digest = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  return { key: `${user} ${id}`, digest };
}
