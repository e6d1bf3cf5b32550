/** The one list of error codes that a client can see (`extensions.code`, `userErrors.code`). */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'TOO_COMPLEX',
  'TIMEOUT',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * One thing that is wrong: where, what was found there, and what to do about it.
 * `place` reads as a path a person can follow: `operation 3, claim "abc", start` or `row 14, column "mulai"`.
 */
export interface Problem {
  readonly code: ErrorCode;
  readonly place: string;
  readonly value: string;
  readonly remedy: string;
  /** Of a change set: the operation, counted from 1, and the field of its record (`evidence 2, locator`). */
  readonly operation?: number;
  readonly field?: string;
}

/** `row 14, column "mulai": "32/13/2021" is refused; write 2021-12-31, 2021-12 or 2021`. */
export function describeProblem(problem: Problem): string {
  return `${problem.place}: ${problem.value}; ${problem.remedy}`;
}

/** An error that a person can act on. Its message carries place, value and remedy, and nothing of the inside. */
export class JejakError extends Error {
  override readonly name = 'JejakError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** All problems of a whole input at once, so that a person mends them in one go. */
  static ofProblems(what: string, problems: readonly Problem[]): JejakError {
    const lines = problems.map((problem) => `- ${describeProblem(problem)}`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const code = problems.every((problem) => problem.code === problems[0]?.code)
      ? problems[0]?.code
      : undefined;
    return new JejakError(code ?? 'BAD_USER_INPUT', `${what}: ${count}\n${lines.join('\n')}`, problems);
  }
}

/** Shows a refused value in a message: quoted, and cut so that a huge input does not become a huge message. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonOf(value);
  // Cutting may leave half of a surrogate pair behind, which some clients cannot read.
  const cut = text.length > 80 ? `${text.slice(0, 77).replace(/\p{Cs}$/u, '')}...` : text;
  return `"${cut.replace(/\p{Cc}/gu, escaped)}"`;
}

/** A line break would cut the message in two, and a terminal would obey some of the others. */
function escaped(control: string): string {
  return control === '\n' ? '\\n' : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
