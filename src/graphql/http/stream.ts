import type { Request, RequestHandler, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse';
import { HttpRefusal, STREAM_TYPE, sendError } from './answer.js';
import { grouped, type Limits } from './limits.js';
import { contextOf, type MakeContext, withinTime } from './operation.js';
import { parametersOf } from './parameters.js';
import { answersOf, type Subscription } from './subscription.js';

/** Answers subscriptions by Server-Sent Events. */
export interface Streams {
  readonly answer: RequestHandler;
  /** Ends those that are open, without the event that would tell the client not to come back, and takes no more. */
  end(): void;
}

/**
 * GraphQL over Server-Sent Events, each operation in a connection of its own. What is refused before GraphQL (body,
 * bearer, too many streams) is an HTTP error as elsewhere; what GraphQL refuses is one event with `errors`.
 */
export function createStreams<Context>(
  schema: GraphQLSchema,
  makeContext: MakeContext<Context>,
  limits: Limits,
): Streams {
  const open = new Set<AbortController>();
  let ended = false;
  const answer: RequestHandler = async (request, response) => {
    if (ended) throw unavailable(request, 'this server is stopping; send the request again in a moment');
    if (open.size >= limits.streams) throw unavailable(request, tooMany(limits.streams));
    const parameters = parametersOf(request);
    const abort = new AbortController();
    open.add(abort);
    response.once('close', () => abort.abort());
    const { signal } = abort;
    const context = () => contextOf(makeContext, request, response, signal);
    try {
      await send(request, response, { schema, limits, parameters, signal, context });
    } catch (error) {
      if (!response.destroyed) sendError(request, response, error);
    } finally {
      abort.abort();
      open.delete(abort);
    }
  };
  const end = () => {
    ended = true;
    for (const stream of open) stream.abort();
  };
  return { answer, end };
}

function unavailable(request: Request, message: string): HttpRefusal {
  const headers = { 'Retry-After': '10' };
  return new HttpRefusal(503, 'UNAVAILABLE', `${request.method} /graphql: ${message}`, headers);
}

function tooMany(limit: number): string {
  return `${grouped(limit)} event streams are open, which is the limit of this server; close one, or try again later`;
}

/** `X-Accel-Buffering` keeps nginx from collecting events before it passes them on. */
const HEADERS = { 'Content-Type': `${STREAM_TYPE}; charset=utf-8`, 'X-Accel-Buffering': 'no' };

/** Writes the stream, each message once the client has taken the one before; a client that takes none is cut off. */
async function send(request: Request, response: Response, subscription: Subscription): Promise<void> {
  const { limits, parameters, signal } = subscription;
  const answers = await withinTime(answersOf(subscription), limits.milliseconds);
  const pace = createPace();
  const handler = createHandler({
    // No token: the mode in which several operations share a connection is off.
    authenticate: () => null,
    onSubscribe: () => pace.keep(answers),
  });
  const sent = { accept: STREAM_TYPE, 'content-type': 'application/json' } as Record<string, string>;
  const [body] = await handler({
    method: 'POST',
    url: '/graphql',
    headers: { get: (name) => sent[name] },
    body: { ...parameters },
    raw: request,
    context: undefined,
  });
  if (body === null || typeof body === 'string') throw new Error(`no event stream was made: ${body}`);
  const end = () => {
    pace.advance();
    void body.return();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  response.writeHead(200, HEADERS);
  for await (const message of body) {
    if (signal.aborted) break;
    await write(response, message, limits.milliseconds);
    pace.advance();
  }
  response.end();
}

/** Settles when the client has taken the message, or is cut off because it has not for so long. */
function write(response: Response, message: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => response.destroy(), milliseconds);
    response.write(message, () => {
      clearTimeout(late);
      resolve();
    });
  });
}

/** graphql-sse takes all answers that it can get and keeps them for the client: this lets one through at a time. */
function createPace() {
  let advance = () => {};
  return {
    advance: () => advance(),
    keep: async function* <T>(items: AsyncIterable<T>): AsyncGenerator<T> {
      for await (const item of items) {
        const next = new Promise<void>((resolve) => {
          advance = resolve;
        });
        yield item;
        await next;
      }
    },
  };
}
