import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** A real provider of OpenID Connect on this machine, at which one person is always signed in. */
export interface LocalProvider {
  readonly issuer: string;
  /** Claims of the person from the next sign-in on. */
  claims: Record<string, unknown>;
  /** An access token as the provider would sign it, with the claims and head given. */
  accessToken(claims: JWTPayload, head?: { typ?: string; key?: CryptoKey }): Promise<string>;
  /** Where the browser is sent back to, once the person has signed in at that address. */
  signIn(url: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT = { clientId: 'jejak', clientSecret: 'rahasia-dapur' };
const KEY_ID = 'test';

/** Starts one, on a free port unless one is given. */
export async function aProvider(redirectUris: readonly string[], port = 0): Promise<LocalProvider> {
  // Here and not above: it warns on standard error while it is read.
  const { default: Provider } = await import('oidc-provider');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const { server, issuer } = await listening(port);
  const person: { claims: Record<string, unknown> } = { claims: { sub: 'ana' } };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['test'] },
    claims: { openid: ['sub', 'name', 'preferred_username', 'email', 'groups', 'realm'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: async () => ({ accountId: person.claims.sub, claims: async () => person.claims }),
    loadExistingGrant: async (context: { oidc: { client: { clientId: string } } }) => {
      const grant = new provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: person.claims.sub,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, { login: { accountId: person.claims.sub } });
    else answer(request, response);
  });
  return {
    issuer,
    get claims() {
      return person.claims;
    },
    set claims(claims) {
      person.claims = claims;
    },
    accessToken: (claims, { typ = 'at+jwt', key = privateKey } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ }).sign(key),
    signIn: (url) => followed(url, issuer),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(port: number): Promise<{ server: Server; issuer: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, issuer: `http://127.0.0.1:${address.port}` };
}

/** Follows redirects, keeping cookies as a browser does, until they lead away from the provider. */
async function followed(from: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = from;
  for (let hop = 0; hop < 10 && url.startsWith(issuer); hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url).href;
  }
  return url;
}

/** A port that was free a moment ago. */
export async function aFreePort(): Promise<number> {
  const { server, issuer } = await listening(0);
  await new Promise((resolve) => server.close(resolve));
  return Number(new URL(issuer).port);
}
