import { createServer } from 'node:http';
import type { BaseContext } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Auth } from '../auth/auth.js';
import { createApollo } from './http/apollo.js';
import type { Example } from './http/graphiql.js';
import { DEFAULT_LIMITS, type Limits } from './http/limits.js';
import { listen } from './http/listen.js';
import { type MakeContext, runOperation } from './http/operation.js';
import { createRoutes } from './http/routes.js';
import { createStreams } from './http/stream.js';

export { DEFAULT_LIMITS, type Limits } from './http/limits.js';
export type { ContextRequest, MakeContext } from './http/operation.js';

export interface ServerOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  /**
   * Makes the context of one request. Apollo copies its own properties into a new object of the same prototype:
   * a class with `#private` fields does not survive that, a plain object does. A JejakError thrown here ends the
   * request with its code (UNAUTHENTICATED: 401).
   */
  readonly context: MakeContext<Context>;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly limits?: Partial<Limits>;
  /** Whether the store answers: for `/health/ready`, asked each time. */
  readonly ready: () => Promise<boolean>;
  /** By which browsers sign in at `/auth/oidc`. */
  readonly auth: Auth;
  /** Further addresses, which take or give files; none when left out. */
  readonly files?: RequestHandler;
  /** The tabs that GraphiQL opens with. */
  readonly examples: readonly Example[];
}

export interface RunningServer {
  /** `http://HOST:PORT`, without a slash at the end. */
  readonly url: string;
  /**
   * Takes no more connections, ends event streams, lets requests in flight finish for up to 5 s, then cuts them off. May
   * be called again: the second call waits for the first.
   */
  close(): Promise<void>;
}

/**
 * Serves GraphQL over HTTP at `/graphql`, GraphiQL for browsers there and at `/`, `/auth/oidc` to sign in by an
 * identity provider, `/health/live` and `/health/ready`. Throws CONFLICT when the port is in use.
 */
export async function startServer<Context extends BaseContext>(
  options: ServerOptions<Context>,
): Promise<RunningServer> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const server = createServer();
  const apollo = createApollo<Context>(options.schema, limits, server);
  const streams = createStreams(options.schema, options.context, limits);
  await apollo.start();
  const operation = runOperation(apollo, options.context, limits);
  server.on('request', createRoutes({ ...options, limits, operation, stream: streams.answer }));
  const stop = () => {
    streams.end();
    return apollo.stop();
  };
  try {
    const url = await listen(server, options.host, options.port);
    let closed: Promise<void> | undefined;
    return { url, close: () => (closed ??= stop()) };
  } catch (error) {
    await apollo.stop();
    throw error;
  }
}
