import { describeProblem, JejakError } from '../domain/errors.js';
import type { UserError } from './generated/types.js';

/**
 * The payload of a mutation. What a person can mend, which is any JejakError that lists its problems, becomes the
 * payload's `userErrors` beside `refused`; every other error ends the request.
 */
export async function withUserErrors<T extends object>(
  refused: { readonly [Field in keyof T]: null },
  work: () => Promise<T>,
): Promise<{ [Field in keyof T]: T[Field] | null } & { userErrors: UserError[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof JejakError) || error.problems.length === 0) throw error;
    return { ...refused, userErrors: userErrorsOf(error) };
  }
}

/** Each problem with the argument or field that it is about. */
export function userErrorsOf({ problems }: JejakError): UserError[] {
  return problems.map((problem) => ({
    field: problem.field || (FIELD.test(problem.place) ? problem.place : null),
    code: problem.code,
    message: describeProblem(problem),
  }));
}

const FIELD = /^[a-zA-Z]+(\.[a-zA-Z]+|\.\d+)*$/;
