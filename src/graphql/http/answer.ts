import type { Request, RequestHandler, Response } from 'express';
import { type ErrorCode, JejakError } from '../../domain/errors.js';
import { publicError } from './format-error.js';

/** The two media types that GraphQL over HTTP knows for answers, in our order of preference. */
export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What an event stream is sent as. */
export const STREAM_TYPE = 'text/event-stream';

/** The HTTP status of an error that ends the whole request. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONFLICT: 409,
  TOO_COMPLEX: 400,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** A refusal on the level of HTTP: a JejakError that knows its status and headers. */
export class HttpRefusal extends JejakError {
  constructor(
    readonly status: number,
    code: ErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, message);
  }
}

/** `application/json` or `application/graphql-response+json`, as the client prefers; null when it takes neither. */
export function answerType(request: Request): string | null {
  return request.accepts([JSON_TYPE, GRAPHQL_TYPE]) || null;
}

/** Whether the client would rather have an event stream than any other answer. */
export function prefersStream(request: Request): boolean {
  // The head of a stream would never end.
  if (request.method === 'HEAD') return false;
  return request.accepts([JSON_TYPE, GRAPHQL_TYPE, STREAM_TYPE]) === STREAM_TYPE;
}

/** Answers `{errors: [{message, extensions: {code}}]}`. A connection whose answer has begun is cut instead. */
export function sendError(request: Request, response: Response, error: unknown, status?: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { message, extensions } = publicError(error);
  if (error instanceof HttpRefusal) response.set(error.headers);
  response.status(status ?? (error instanceof HttpRefusal ? error.status : STATUS[extensions.code]));
  response.type(answerType(request) ?? JSON_TYPE);
  response.send(`${JSON.stringify({ errors: [{ message, extensions }] })}\n`);
}

/** Refuses what the address does not take, naming what it does: `GET, HEAD`. */
export function onlyMethods(allow: string): RequestHandler {
  return (request) => {
    const message = `${request.method} ${request.path}: this method is not taken here; use ${allow.replaceAll(', ', ' or ')}`;
    throw new HttpRefusal(405, 'BAD_USER_INPUT', message, { Allow: allow });
  };
}
