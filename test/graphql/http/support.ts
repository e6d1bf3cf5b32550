import { request as rawRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { createAuth } from '../../../src/auth/auth.js';
import { JejakError } from '../../../src/domain/errors.js';
import { type RunningServer, type ServerOptions, startServer } from '../../../src/graphql/server.js';
import type { Accounts } from '../../../src/store/accounts-port.js';

/** A small schema with what the server must cope with: lists, connections, slow and failing fields. */
export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  for (const [name, resolve] of Object.entries(RESOLVERS)) Object.assign(fields[name] as object, { resolve });
  return schema;
}

const SDL = /* GraphQL */ `
  type Query {
    hello(name: String = "world", times: Int! = 1): String
    self: Query
    actor: Actor
    actors(first: Int, after: String, last: Int): ActorConnection
    nodes(ids: [ID!]!): [Actor]
    count(values: [Int!]!): Int
    slow(milliseconds: Int!): String
    refused: String
    broken: String
    brokenList: [Broken]
    wrongInt: Int
    badQuery: String
    required: String!
    whoAmI: String
    filtered(filter: Filter): String
  }
  type Mutation { rename(name: String): String }
  type Broken { shared: String }
  input Filter { and: [Filter!], name: String }
  type Actor { name: String, friends: [Actor], actors(first: Int = 20): ActorConnection }
  type ActorConnection { edges: [ActorEdge!]!, nodes: [Actor!]!, totalCount: Int }
  type ActorEdge { node: Actor }
`;

// biome-ignore lint/suspicious/noExplicitAny: arguments are what the schema above says
type Resolver = (source: unknown, args: any, context: { user?: string | null }) => unknown;
const shared = new Error('secret: one failure for a whole batch');

const RESOLVERS: Readonly<Record<string, Resolver>> = {
  hello: (_, { name, times }) => Array.from({ length: times }, () => `hello ${name}`).join(' '),
  self: () => ({}),
  actor: () => ({ name: 'Ahmad' }),
  nodes: (_, { ids }) => Array.from(ids, (id) => ({ name: id })),
  count: (_, { values }) => Array.from(values).length,
  slow: async (_, { milliseconds }) => wait(milliseconds, 'done', { ref: false }),
  refused: () => {
    throw JejakError.ofProblems('Not found', [
      { code: 'NOT_FOUND', place: 'actor', value: '"x"', remedy: 'search for it' },
    ]);
  },
  broken: () => {
    throw new Error('secret: password hunter2 at bolt://10.0.0.1');
  },
  brokenList: () => [1, 2, 3].map(() => ({ shared: () => Promise.reject(shared) })),
  wrongInt: () => 'secret, and no Int',
  badQuery: () => {
    throw new GraphQLError('secret words of a library');
  },
  required: () => null,
  whoAmI: (_source, _args, context) => context.user,
  rename: (_, { name }) => name,
};

type Options = ServerOptions<{ user: string | null }>;

const running = new Set<RunningServer>();

/** A server on a free port, closed by `closeAll`. */
export async function aServer(options: Partial<Options> = {}): Promise<RunningServer> {
  const server = await startServer<{ user: string | null }>({
    schema: smallSchema(),
    context: ({ authorization }) => ({ user: authorization }),
    host: '127.0.0.1',
    port: 0,
    ready: async () => true,
    auth: createAuth({} as Accounts),
    examples: [],
    ...options,
  });
  running.add(server);
  return server;
}

export async function closeAll(): Promise<void> {
  await Promise.all([...running].map((server) => server.close()));
  running.clear();
}

export const JSON_ANSWER = 'application/json';
export const GRAPHQL_ANSWER = 'application/graphql-response+json';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: ReadonlyArray<{
    message: string;
    path?: string[];
    locations?: unknown;
    extensions: { code: string; problems?: unknown; reference?: string };
  }>;
}

/** Sends a GraphQL request by POST, variables as a value or as JSON text; `accept` decides whether refusals come as 200 or as 4xx. */
export async function ask(
  server: RunningServer,
  query: string,
  variables: Record<string, unknown> | string = {},
  accept = GRAPHQL_ANSWER,
): Promise<Answer> {
  const json = typeof variables === 'string' ? variables : JSON.stringify(variables);
  const body = `{"query": ${JSON.stringify(query)}, "variables": ${json}}`;
  return send(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body,
  });
}

/** Sends any request and reads the JSON that every answer but GraphiQL must be. */
export async function send(server: RunningServer, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(server.url + path, init);
  return { ...((await response.json()) as object), status: response.status, headers: response.headers };
}

/** Like `send`, with headers that fetch sets by itself left out or wrong. */
export function sendRaw(
  server: RunningServer,
  method: string,
  path: string,
  headers = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(server.url + path, { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const { statusCode: status = 0 } = response;
      resolve({
        ...JSON.parse(text),
        status,
        headers: new Headers(response.headers as Record<string, string>),
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The one error of an answer, as `CODE: message`. */
export function errorOf({ errors = [] }: Answer): string {
  if (errors.length !== 1)
    throw new Error(`expected one error, got ${JSON.stringify(errors).slice(0, 2_000)}`);
  return `${errors[0]?.extensions.code}: ${errors[0]?.message}`;
}
