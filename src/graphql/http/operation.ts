import type { ApolloServer, BaseContext, HTTPGraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import { JejakError } from '../../domain/errors.js';
import { answerType, HttpRefusal, JSON_TYPE, STATUS, sendError } from './answer.js';
import { type Cookie, setCookie } from './cookies.js';
import { grouped, type Limits } from './limits.js';

/** What a context may be made of. */
export interface ContextRequest {
  /** The `Authorization` header as sent. */
  readonly authorization: string | null;
  /** The `Cookie` header as sent. */
  readonly cookie: string | null;
  /** Where it comes from: the address of the client, or of the proxy before it. */
  readonly address: string;
  /** Aborted when the time is up or the client has gone: nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Sets a cookie with the answer. */
  readonly setCookie: (cookie: Cookie) => void;
}

export type MakeContext<Context> = (request: ContextRequest) => Context | Promise<Context>;

/**
 * Runs one GraphQL request and answers it. In place of @as-integrations/express5, which has no room for a time limit
 * and finds out that the client takes neither media type only after a mutation has run.
 */
export function runOperation<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  makeContext: MakeContext<Context>,
  limits: Limits,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const type = answerType(request);
    if (type === null) throw notAcceptable(request);
    requireQueryParameter(request);
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    const context = () => contextOf(makeContext, request, response, abort.signal);
    const work = apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toApollo(request, type), context });
    try {
      send(response, await withinTime(work, limits.milliseconds));
    } catch (error) {
      abort.abort(error);
      if (response.destroyed) return;
      sendError(request, response, error, type === JSON_TYPE && isTimeout(error) ? 200 : undefined);
    }
  };
}

/** What a context is made of, from a request of Express. */
export function contextRequest(request: Request, response: Response, signal: AbortSignal): ContextRequest {
  return {
    authorization: request.headers.authorization ?? null,
    cookie: request.headers.cookie ?? null,
    address: request.socket.remoteAddress ?? 'unknown',
    signal,
    setCookie: (cookie) => setCookie(request, response, cookie),
  };
}

function notAcceptable(request: Request): HttpRefusal {
  const message = `header "Accept" is "${String(request.headers.accept).slice(0, 80)}"; take application/json or application/graphql-response+json`;
  return new HttpRefusal(406, 'BAD_USER_INPUT', `${request.method} /graphql: ${message}`);
}

/** Refuses a GET without the parameter "query". */
export function requireQueryParameter(request: Request): void {
  if (request.method === 'POST' || 'query' in request.query) return;
  const message =
    'the parameter "query" is missing; send a GraphQL document by POST, or open this address in a browser';
  throw new HttpRefusal(400, 'BAD_USER_INPUT', `GET /graphql: ${message}`);
}

function toApollo(request: Request, type: string) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // One decision on the media type, made before anything runs, for Apollo and for statusPlugin.
  headers.set('accept', type);
  const at = request.originalUrl.indexOf('?');
  const search = at < 0 ? '' : request.originalUrl.slice(at);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return { method, headers, search, body: request.body };
}

/** The context of a request, or why there is none: wrapped here, as Apollo would put words of its own before that. */
export async function contextOf<Context>(
  make: MakeContext<Context>,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Promise<Context> {
  try {
    return await make(contextRequest(request, response, signal));
  } catch (error) {
    const status = error instanceof JejakError ? STATUS[error.code] : STATUS.INTERNAL_SERVER_ERROR;
    const originalError = error instanceof Error ? error : new Error(String(error));
    throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status } } });
  }
}

/** The work goes on when the time is up (TIMEOUT), and its result or failure is dropped. */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeIsUp(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}

function timeIsUp(milliseconds: number): JejakError {
  const message =
    `The request was not answered within ${grouped(milliseconds / 1000)} s, which is the limit; ask for fewer items ` +
    'or fewer levels. If it was a mutation, look whether it was applied before you send it again';
  return new JejakError('TIMEOUT', message);
}

function isTimeout(error: unknown): boolean {
  return error instanceof JejakError && error.code === 'TIMEOUT';
}

function send(response: Response, { status, headers, body }: HTTPGraphQLResponse): void {
  if (response.destroyed) return;
  if (body.kind !== 'complete') throw new Error('Incremental delivery is off, and was asked for');
  for (const [name, value] of headers) response.set(name, value);
  response.status(status ?? 200).send(body.string);
}
