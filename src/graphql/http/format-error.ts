import { randomBytes } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, JejakError, type Problem } from '../../domain/errors.js';
import { grouped } from './limits.js';
import { insideOf, logError } from './log.js';

/** Longer messages of graphql-js are cut: they quote names and values of the request in full. */
const LONGEST_MESSAGE = 1_000;

interface PublicError {
  readonly message: string;
  readonly extensions: {
    readonly code: ErrorCode;
    /** Each thing to mend, where the error lists them. */
    readonly problems?: readonly Problem[];
    /** With INTERNAL_SERVER_ERROR: finds the inside of the error in the server's log. */
    readonly reference?: string;
  };
}

/**
 * What a client may see of any error. A JejakError speaks for itself; a request that graphql-js can't read, validate
 * or coerce is BAD_USER_INPUT in graphql-js's words; everything else is INTERNAL_SERVER_ERROR with a reference, and
 * its inside goes to the log alone.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  return { ...publicError(error), ...place };
}

/** The message and extensions of `formatError`, for an error that did not pass through GraphQL. */
export function publicError(error: unknown): PublicError {
  const cause = innermost(error);
  if (cause instanceof JejakError) {
    const problems = cause.problems.length > 0 ? { problems: cause.problems } : {};
    return { message: messageOf(error, cause), extensions: { code: cause.code, ...problems } };
  }
  if (error instanceof GraphQLError && cause instanceof GraphQLError && isAboutTheRequest(error, cause)) {
    return tooLarge(cause) ?? { message: shown(error.message), extensions: { code: 'BAD_USER_INPUT' } };
  }
  return internal(error, cause);
}

/** graphql-js wraps what a scalar throws in a sentence that names the variable and the value: that is kept. */
function messageOf(error: unknown, cause: JejakError): string {
  const wrapped =
    error instanceof GraphQLError && error.path === undefined && error.message !== cause.message;
  return wrapped ? shown(error.message) : cause.message;
}

function innermost(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/**
 * An error without a path came before execution. During execution graphql-js points at the node of the document whose
 * argument it refuses; what has no node of its own is a failure of ours, such as a resolver's value that is no Int.
 */
function isAboutTheRequest(error: GraphQLError, cause: GraphQLError): boolean {
  return error.path === undefined || (cause.path === undefined && cause.nodes !== undefined);
}

/** Limits that graphql-js keeps; its messages lack the remedy, or even the limit. */
function tooLarge(cause: GraphQLError): PublicError | undefined {
  const found = /Document contains more tha[nt] (\d+) (tokens|comments)/.exec(cause.message);
  const count = found && `${grouped(Number(found[1]))} ${found[2]}`;
  if (count !== null) return tooComplex(`The document has more than ${count}, which is the limit`);
  if (cause.message !== 'Validation aborted.') return undefined;
  return tooComplex(
    'The document repeats its fields so often that comparing them takes more than 500,000 steps, which is the limit',
  );
}

function tooComplex(problem: string): PublicError {
  const remedy = 'put values into variables, name each field once, or put the rest into a second request';
  return { message: `${problem}; ${remedy}`, extensions: { code: 'TOO_COMPLEX' } };
}

/** A failed batch gives the same error to each of its fields: it is one reference and one line in the log. */
const references = new WeakMap<object, string>();

function internal(error: unknown, cause: unknown): PublicError {
  const key = typeof cause === 'object' && cause !== null ? cause : {};
  const reference = references.get(key) ?? randomBytes(6).toString('hex');
  if (!references.has(key)) {
    references.set(key, reference);
    const path = error instanceof GraphQLError && error.path ? { path: error.path.join('.') } : {};
    logError('A request failed inside', { reference, ...path, ...insideOf(cause) });
  }
  const message =
    `Something failed inside the server (reference ${reference}); ` +
    'try again, and if it stays, give the reference to whoever runs this server';
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
}

/** Words of graphql-js, without the value of a variable that holds personal data: answers are kept in many places. */
function shown(message: string): string {
  const variable = /^Variable "\$\w+"/.exec(message)?.[0];
  if (variable === undefined || !PERSONAL.test(message)) return cut(message);
  return `${variable} holds personal data that do not fit the schema, and are not shown; write texts: "phone": "…", or "proposer": {"name": "…", "phone": "…"}`;
}
const PERSONAL = /\b(?:proposer|phone)\b/;

function cut(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}
