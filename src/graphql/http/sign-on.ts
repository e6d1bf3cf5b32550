import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import type { Auth, Flow, IdentityProvider } from '../../auth/auth.js';
import { cookieIn, sessionCookie } from '../../auth/identify.js';
import { signInByProfile } from '../../auth/profiles.js';
import { JejakError } from '../../domain/errors.js';
import { HttpRefusal } from './answer.js';
import { type Cookie, isHttps, setCookie } from './cookies.js';

const PATH = '/auth/oidc';
const FLOW_COOKIE = 'jejak_flow';
/** Seconds in which to sign in at the provider. */
const FLOW_AGE = 600;

/**
 * Signing in by the identity provider: `/auth/oidc` sends the browser there, `/auth/oidc/callback` takes it back, signed
 * in. What ties the two together stays in the browser, so that nobody can be signed in by a link that another has made.
 */
export function signOn(auth: Auth): Router {
  const router = express.Router();
  router.get('/', async (request, response) => {
    const { url, flow } = await providerOf(auth).begin(`${baseOf(request)}${PATH}/callback`);
    setCookie(request, response, flowCookie(flow));
    response.redirect(303, url);
  });
  router.get('/callback', async (request, response) => {
    setCookie(request, response, flowCookie(null));
    const flow = flowIn(request);
    const profile = await providerOf(auth).finish(new URL(baseOf(request) + request.originalUrl), flow);
    const { secret } = await signInByProfile(auth, profile);
    setCookie(request, response, sessionCookie(secret));
    response.redirect(303, '/');
  });
  return router;
}

function providerOf({ provider }: Auth): IdentityProvider {
  if (provider !== null) return provider;
  const message = `GET ${PATH}: no identity provider is configured; sign in by password, or set OIDC_ISSUER`;
  throw new HttpRefusal(404, 'NOT_FOUND', message);
}

/** The address by which the browser knows this server; the provider refuses one that is not registered there. */
function baseOf(request: Request): string {
  return `${isHttps(request) ? 'https' : 'http'}://${request.headers.host}`;
}

function flowCookie(flow: Flow | null): Cookie {
  const value = flow && Buffer.from(JSON.stringify(flow)).toString('base64url');
  return { name: FLOW_COOKIE, path: PATH, value, maxAge: FLOW_AGE };
}

const flowSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

function flowIn(request: Request): Flow {
  try {
    const value = cookieIn(request.headers.cookie ?? null, FLOW_COOKIE) ?? '';
    return flowSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    throw new JejakError(
      'UNAUTHENTICATED',
      `GET ${PATH}/callback: this browser has not begun to sign in here, or more than ${FLOW_AGE / 60} minutes ago; start again at ${PATH}`,
    );
  }
}
