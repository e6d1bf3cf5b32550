import { afterAll } from '@jest/globals';
import { contextOf, servicesOf } from '../../src/app.js';
import { fileRoutes } from '../../src/graphql/http/files.js';
import { buildSchema } from '../../src/graphql/schema.js';
import { type ContextRequest, type RunningServer, startServer } from '../../src/graphql/server.js';
import type { Store } from '../../src/store/port.js';

const running: RunningServer[] = [];
afterAll(() => Promise.all(running.map((server) => server.close())));

/** A client of a server on that store, over HTTP; `token` is what `signIn` and its like give. */
export interface Client {
  readonly url: string;
  ask<T>(token: string | null, query: string, variables?: object): Promise<T>;
  /** The file as the body of `POST /import`. */
  upload(token: string, query: Readonly<Record<string, string>>, bytes: Uint8Array): Promise<Response>;
  get(token: string | null, path: string): Promise<Response>;
}

/** Serves the API and its files on a store, as `serve` does. */
export async function served(store: Store): Promise<Client> {
  const services = servicesOf(store);
  const context = (request: ContextRequest) => contextOf(services, request);
  const server = await startServer({
    schema: buildSchema(),
    context,
    files: fileRoutes(context, store),
    host: '127.0.0.1',
    port: 0,
    ready: async () => true,
    auth: services.auth,
    examples: [],
  });
  running.push(server);
  const { url } = server;
  const signed = (token: string | null) => (token === null ? {} : { Authorization: `Bearer ${token}` });
  return {
    url,
    ask: async <T>(token: string | null, query: string, variables: object = {}) => {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...signed(token) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await answer.json()) as { data: T; errors?: Array<{ message: string }> };
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
    upload: (token, query, bytes) =>
      fetch(`${url}/import?${new URLSearchParams(query)}`, {
        method: 'POST',
        headers: { Accept: 'application/json', ...signed(token) },
        body: bytes as Uint8Array<ArrayBuffer>,
      }),
    get: (token, path) => fetch(`${url}${path}`, { headers: signed(token) }),
  };
}
