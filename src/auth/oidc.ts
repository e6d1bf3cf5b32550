import { createRemoteJWKSet, type JWTPayload, errors as joseErrors, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { JejakError } from '../domain/errors.js';
import type { IdentityProvider, Profile } from './auth.js';
import type { Grant } from './rights.js';

/** What whoever has that value in that claim may do. */
export interface ClaimGrants {
  /** A claim of the ID token such as `groups`, or a path such as `realm_access.roles`. */
  readonly claim: string;
  /** The claim itself, or one in the list that it is. */
  readonly value: string;
  readonly grants: readonly Grant[];
}

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** Empty: the provider has no say in grants. */
  readonly grants: readonly ClaimGrants[];
}

const TIMEOUT_S = 5;
const SCOPE = 'openid profile email';
const READER: readonly Grant[] = [{ role: 'reader' }];

/**
 * A provider of OpenID Connect, found by discovery when it is first needed: authorization code with PKCE, state and
 * nonce; ID tokens and access tokens (RFC 9068, `typ: at+jwt`) verified against its keys, issuer, audience and time.
 */
export function openIdProvider(options: OidcOptions, clock: () => Date): IdentityProvider {
  const metadata = inPlace(() => discover(options));
  const keys = inPlace(async () => {
    const { jwks_uri } = await metadata();
    if (jwks_uri === undefined) throw unavailable(options);
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_S * 1_000 });
  });
  const configuration = async () => configure(await metadata(), options, clock);
  return {
    begin: async (redirectUri) => {
      const config = await configuration();
      const flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, flow };
    },
    finish: async (url, { state, nonce, verifier }) => {
      const config = await configuration();
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const tokens = await client.authorizationCodeGrant(config, url, { ...checks, idTokenExpected: true });
        return profileOf(options, tokens.claims() ?? {});
      } catch (error) {
        if (isAway(error)) throw unavailable(options, error);
        throw refused('the answer of the identity provider', error, 'start again at /auth/oidc');
      }
    },
    ofToken: async (token) => {
      const set = await keys();
      try {
        const { payload } = await jwtVerify(token, set, {
          issuer: (await metadata()).issuer,
          audience: options.clientId,
          typ: 'at+jwt',
          requiredClaims: ['exp', 'sub'],
          currentDate: clock(),
        });
        return profileOf(options, payload);
      } catch (error) {
        if (isAway(error)) throw unavailable(options, error);
        throw refused(
          'header "Authorization": the access token',
          error,
          'ask the identity provider for a new one',
        );
      }
    },
  };
}

/** Runs once; what has failed is tried again by the next who asks. */
function inPlace<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function discover(options: OidcOptions): Promise<client.ServerMetadata> {
  const { issuer, clientId } = options;
  try {
    const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
      execute: insecure(issuer),
      timeout: TIMEOUT_S,
    });
    return found.serverMetadata();
  } catch (error) {
    throw unavailable(options, error);
  }
}

/** Anew for each use, because the difference between our clock and the machine's is a part of it. */
function configure(
  metadata: client.ServerMetadata,
  options: OidcOptions,
  clock: () => Date,
): client.Configuration {
  const { issuer, clientId, clientSecret } = options;
  const skew = Math.round((clock().getTime() - Date.now()) / 1_000);
  const config = new client.Configuration(
    metadata,
    clientId,
    { [client.clockSkew]: skew },
    clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret),
  );
  config.timeout = TIMEOUT_S;
  for (const prepare of [...insecure(issuer), client.enableNonRepudiationChecks]) prepare(config);
  return config;
}

/** Without TLS only on this machine, where src/config.ts allows it. */
function insecure(issuer: string): Array<(config: client.Configuration) => void> {
  return issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
}

/** Whether nothing was answered, as opposed to something wrong. By name: fetch fails with errors of another realm. */
function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, cause } = error as Partial<Error>;
  const isTimeout =
    name === 'TimeoutError' || name === 'AbortError' || error instanceof joseErrors.JWKSTimeout;
  return isTimeout || message === 'fetch failed' || isAway(cause);
}

function unavailable({ issuer }: OidcOptions, cause?: unknown): JejakError {
  const message = `the identity provider at ${issuer} does not answer as one; check that it runs, and OIDC_ISSUER`;
  return new JejakError('UNAVAILABLE', message, [], { cause });
}

/** The code of the library or the provider says enough; what was sent stays out of the message. */
function refused(what: string, cause: unknown, remedy: string): JejakError {
  const { code, error } = cause as { code?: unknown; error?: unknown };
  const reason =
    [error, code].find((each) => typeof each === 'string' && /^\w{1,80}$/.test(each)) ?? 'no reason';
  return new JejakError('UNAUTHENTICATED', `${what} is refused (${reason}); ${remedy}`, [], { cause });
}

function profileOf({ grants }: OidcOptions, claims: Partial<client.IDToken> | JWTPayload): Profile {
  const text = (claim: string) => {
    const value = claims[claim];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const login = text('preferred_username') ?? text('email');
  return {
    identity: `${claims.iss} ${claims.sub}`,
    name: text('name') ?? login ?? '',
    login,
    grants: grants.length === 0 ? null : grantsIn(claims, grants),
  };
}

/** What the claims are worth; no more than reading where they are worth nothing. */
function grantsIn(claims: object, mapping: readonly ClaimGrants[]): readonly Grant[] {
  const found = mapping
    .filter(({ claim, value }) => [claimIn(claims, claim)].flat().includes(value))
    .flatMap(({ grants }) => grants);
  return found.length === 0 ? READER : found;
}

/** A claim whose name may hold dots of its own (a URL), or a path into one. */
function claimIn(claims: object, name: string): unknown {
  if (Object.hasOwn(claims, name)) return (claims as Record<string, unknown>)[name];
  return name
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
          ? (inside as Record<string, unknown>)[key]
          : undefined,
      claims,
    );
}
