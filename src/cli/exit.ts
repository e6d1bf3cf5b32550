import { type ErrorCode, JejakError } from '../domain/errors.js';

/** How every command ends; scripts build on these numbers. */
export const EXIT = {
  ok: 0,
  /** The question was answered, with no: nothing found, an ambiguous name, a broken invariant. */
  negative: 1,
  /** The command line, a value in it or the environment is wrong. */
  usage: 2,
  /** The store or the server can't be reached or used. */
  unavailable: 3,
  /** A fault of Jejak itself (EX_SOFTWARE of sysexits.h). */
  internal: 70,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `Exit codes:
  0   done
  1   the answer is no: nothing found, more than one thing meant, an invariant broken
  2   wrong usage: an unknown command or option, a value that is refused
  3   the store or the server can't be reached or used
  70  a fault of Jejak itself`;

/** What was typed is wrong. The message says what and how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The answer is no. The message tells a person why; scripts have the exit code. */
export class Negative extends Error {
  override readonly name = 'Negative';
}

const BY_CODE: Readonly<Record<ErrorCode, Exit>> = {
  BAD_USER_INPUT: EXIT.usage,
  TOO_COMPLEX: EXIT.usage,
  NOT_FOUND: EXIT.negative,
  UNAUTHENTICATED: EXIT.unavailable,
  FORBIDDEN: EXIT.unavailable,
  CONFLICT: EXIT.unavailable,
  TIMEOUT: EXIT.unavailable,
  UNAVAILABLE: EXIT.unavailable,
  INTERNAL_SERVER_ERROR: EXIT.internal,
};

const FULL = 'free some space, then try again';
const NO_FILE = 'check the name of the file';
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOENT: NO_FILE,
  EISDIR: NO_FILE,
};

/** What an error says to the person at the keyboard, and the code to leave with. Never a stack trace. */
export function verdictOf(error: unknown): { readonly message: string; readonly exit: Exit } {
  if (error instanceof UsageError) return { message: error.message, exit: EXIT.usage };
  if (error instanceof Negative) return { message: error.message, exit: EXIT.negative };
  if (error instanceof JejakError) return { message: error.message, exit: BY_CODE[error.code] };
  if (isSystemError(error)) {
    const remedy = REMEDIES[error.code ?? ''] ?? 'check JEJAK_DATA and the rights of this account';
    return { message: `the system refused: ${error.message}; ${remedy}`, exit: EXIT.unavailable };
  }
  const inside = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { message: `a fault of Jejak itself: ${inside}; please report it`, exit: EXIT.internal };
}

/** An error of the operating system, such as a folder that may not be written. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
