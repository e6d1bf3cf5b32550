import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import { JSON_TYPE } from './answer.js';
import { documentStore } from './documents.js';
import { formatError } from './format-error.js';
import { type Limits, limitsPlugin } from './limits.js';
import { logError } from './log.js';

/** How long requests in flight may take to finish once the server is told to stop, in milliseconds. */
export const GRACE = 5_000;

/** Apollo Server with every default that depends on the environment made explicit: it behaves the same in all. */
export function createApollo<Context extends BaseContext>(
  schema: GraphQLSchema,
  limits: Limits,
  server: Server,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    nodeEnv: 'production',
    // The schema is public: introspection is on, and "Did you mean …" tells nothing that it would not.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    documentStore: documentStore(),
    parseOptions: { maxLexicalTokens: limits.tokens, maxComments: limits.tokens },
    formatError,
    logger: logger(),
    plugins: [
      statusPlugin,
      limitsPlugin(limits),
      ApolloServerPluginDrainHttpServer({ httpServer: server, stopGracePeriodMillis: GRACE }),
      // Nothing leaves this machine, APOLLO_KEY or not, and no page is loaded from a CDN.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}

/**
 * GraphQL over HTTP: a client of `application/json` learns from the body alone whether a well-formed request was
 * refused, because a proxy might have answered 400 as well; one of `application/graphql-response+json` gets the 4xx.
 * A request without a document, or a mutation by GET (405), is not well-formed HTTP for either.
 */
const statusPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ source, request, response }) => {
      const plainJson = request.http?.headers.get('accept') === JSON_TYPE;
      if (plainJson && source !== undefined && response.http.status === 400) response.http.status = 200;
    },
  }),
};

function logger() {
  const quiet = () => {};
  const error = (message?: unknown) => logError(String(message));
  return { debug: quiet, info: quiet, warn: error, error };
}
