import type { Operation } from '../domain/change-set.js';
import { show } from '../domain/errors.js';
import { changeId } from '../domain/ids.js';
import { changesByIds } from '../store/cypher/changes.js';
import type { Now, Planned } from '../store/port.js';
import { requireRight } from './require.js';
import { type Action, canAll, type Subject, type User } from './rights.js';
import { factsOfOperations, isLimited, NOWHERE } from './subjects.js';

/** Thrown out of a plan that its author may propose and not write: the caller proposes it instead. */
export class NeedsReview extends Error {
  override readonly name = 'NeedsReview';
}

/**
 * Lets what is planned pass when the user may write all of it; `forAll` is the right that it takes beyond that of each
 * operation. Throws NeedsReview when the user may propose it, FORBIDDEN (UNAUTHENTICATED for whoever has not signed in)
 * when neither.
 */
export async function permit(
  now: Now,
  user: User,
  planned: Planned,
  forAll: Action | null = null,
): Promise<void> {
  const subjects = await subjectsOf(now, user, planned);
  const actions = planned.operations.map((operation, index) =>
    actionOf(operation, subjects[index]?.[0]?.author === user.id),
  );
  const may = (action: Action | null, index: number) =>
    action === null || canAll(user, action, subjects[index] ?? []);
  if (actions.every((action, index) => may(action, index) && may(forAll, index))) return;
  if (actions.every((_, index) => may('propose', index))) throw new NeedsReview('this waits for a review');
  const first = actions.findIndex((_, index) => !may('propose', index));
  const { record } = planned.operations[first] ?? {};
  const hint = isLimited(user) ? ' (say in the same change where a new record lies, or whose it is)' : '';
  const what = `writing ${record?.type} ${show(record?.id)}${hint}`;
  for (const subject of subjects[first] ?? []) requireRight(user, 'propose', subject, what);
}

/** What a right is asked about, for each operation: all of it must lie within the limits. */
async function subjectsOf(now: Now, user: User, { operations }: Planned): Promise<Subject[][]> {
  const facts = isLimited(user)
    ? await factsOfOperations(now, operations, user)
    : operations.map(() => [NOWHERE]);
  const authors = await authorsOf(now, operations);
  return operations.map(({ record }, index) => {
    const author = authors.get(record.id);
    return (facts[index] ?? []).map((each) => ({
      ...each,
      type: record.type,
      ...(author ? { author } : {}),
    }));
  });
}

/** Whose the comments are that an operation changes. */
async function authorsOf(now: Now, operations: readonly Operation[]): Promise<Map<string, string>> {
  const ids = operations
    .filter(({ op, record }) => op === 'update' && record.type === 'comment')
    .map(({ record }) => record.id);
  const comments = [...(await now.records(ids)).values()];
  const made = comments.map(({ created }) => changeId(created));
  const changes = made.length === 0 ? [] : await now.read(changesByIds, { ids: [...new Set(made)] });
  return new Map(
    comments.flatMap(({ id, created }): Array<[string, string]> => {
      const account = changes.find(({ sequence }) => sequence === created)?.account;
      return account ? [[id, account]] : [];
    }),
  );
}

function actionOf({ op, record }: Operation, isOwn: boolean): Action {
  if (record.type === 'comment') return op === 'create' || isOwn ? 'comment' : 'write';
  if (record.type === 'judgement') return 'judge';
  return record.type === 'claim' && record.status === 'VERIFIED' ? 'verify' : 'write';
}
