import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Auth } from '../../auth/auth.js';
import { show } from '../../domain/errors.js';
import { GRAPHQL_TYPE, HttpRefusal, JSON_TYPE, onlyMethods, prefersStream, sendError } from './answer.js';
import { bodyRefusal, readBody } from './body.js';
import { type Example, graphiql } from './graphiql.js';
import type { Limits } from './limits.js';
import { insideOf, logError } from './log.js';
import { signOn } from './sign-on.js';

/** How long the store may take to say that it is there, in milliseconds. */
const READY_WITHIN = 2_000;

export interface Routes {
  readonly limits: Limits;
  readonly examples: readonly Example[];
  readonly ready: () => Promise<boolean>;
  readonly operation: RequestHandler;
  /** For signing in by an identity provider. */
  readonly auth: Auth;
  readonly stream: RequestHandler;
  /** Addresses that take or give files. */
  readonly files?: RequestHandler;
}

/** Every address of the server. What has no address, or the wrong method, is answered in the form of a GraphQL error. */
export function createRoutes({ limits, examples, ready, operation, stream, auth, files }: Routes): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('env', 'production');
  app.use(secure);
  const page = graphiql('/graphql', examples);
  app.get('/', page);
  app.all('/', onlyMethods('GET, HEAD'));
  const answer: RequestHandler = (request, response, next) =>
    (prefersStream(request) ? stream : operation)(request, response, next);
  app.get('/graphql', (request, response, next) =>
    (prefersHtml(request) ? page : answer)(request, response, next),
  );
  app.post('/graphql', readBody(limits), answer);
  app.all('/graphql', onlyMethods('GET, HEAD, POST'));
  app.use('/auth/oidc', signOn(auth));
  if (files !== undefined) app.use(files);
  app.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  app.all('/health/live', onlyMethods('GET, HEAD'));
  app.get('/health/ready', answerReady(ready));
  app.all('/health/ready', onlyMethods('GET, HEAD'));
  app.use(unknownPath);
  app.use(answerError(limits));
  return app;
}

/** For every answer; the page replaces the policy by its own. */
const secure: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  next();
};

/** A browser's address bar names text/html first; a client that takes anything gets JSON. */
function prefersHtml(request: express.Request): boolean {
  return request.accepts([JSON_TYPE, GRAPHQL_TYPE, 'text/html']) === 'text/html';
}

const unknownPath: RequestHandler = (request) => {
  const message = `${request.method} ${show(request.path)}: nothing lives here; the API is at /graphql`;
  throw new HttpRefusal(404, 'NOT_FOUND', message);
};

function answerReady(ready: () => Promise<boolean>): RequestHandler {
  return async (_request, response) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, READY_WITHIN, false);
    });
    const isReady = await Promise.race([Promise.resolve().then(ready), late]).catch((error) => {
      logError('The store does not answer', insideOf(error));
      return false;
    });
    clearTimeout(timer);
    if (isReady) response.json({ status: 'ready' });
    else response.status(503).json({ status: 'unavailable', ...storeIsAway });
  };
}

const storeIsAway = {
  errors: [
    {
      message: 'GET /health/ready: the store does not answer; start it, or look into the log of this server',
      extensions: { code: 'UNAVAILABLE' },
    },
  ],
};

/** Four parameters tell Express that this takes errors. */
function answerError(limits: Limits): ErrorRequestHandler {
  return (error, request, response, _next) => sendError(request, response, bodyRefusal(error, limits));
}
