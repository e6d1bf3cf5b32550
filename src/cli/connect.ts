import { setTimeout as wait } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError, graphql } from 'graphql';
import { type App, openApp } from '../app.js';
import { OPERATOR } from '../auth/rights.js';
import type { Config } from '../config.js';
import { ERROR_CODES, type ErrorCode, JejakError } from '../domain/errors.js';
import { makeContext } from '../graphql/context.js';
import { openExport } from '../graphql/exports.js';
import type { AskedFile } from '../graphql/http/exports.js';
import { type Owner, readOwner } from '../store/engines/grafeo.js';
import type { OutgoingFile } from '../transfer/export-file.js';

/**
 * The way from a command to the data. It runs GraphQL documents either way: in this process on the store it opens, or,
 * when another process serves the embedded data folder, by that server, as its operator.
 */

/** A process that has the data folder open and serves it. */
export interface Served extends Owner {
  readonly url: string;
}

/** The API, wherever it runs. */
export interface Api {
  readonly config: Config;
  /** Migrations that opening the store has applied; null when a server has it open. */
  readonly migrated: readonly string[] | null;
  /** Null: the documents run in this process. */
  readonly server: Served | null;
  /** Runs a document and returns its data. Throws a JejakError when it is refused. */
  ask<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  /** Opens a file of those that the server hands out below `/export/`. Throws as `ask` does. */
  download(asked: AskedFile): Promise<Pick<OutgoingFile, 'name' | 'body'>>;
}

/** How long to wait for another command that has the data folder open, or a server that is starting or stopping. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 100;

/** The API on the data that the configuration names. Close it when done. */
export async function connect(config: Config): Promise<Api & { close(): Promise<void> }> {
  const { app, server } = await reach(config);
  if (app !== null)
    return {
      config,
      server,
      migrated: app.migrated,
      ask: inProcess(app),
      download: (asked) => openExport(makeContext(app.services, OPERATOR), asked),
      close: () => app.close(),
    };
  const ask: Api['ask'] = async (document, variables) => dataOf(await post(server, document, variables));
  const download: Api['download'] = (asked) => fetchFile(server, asked);
  return { config, server, migrated: null, ask, download, close: async () => {} };
}

/**
 * Opens the store, or finds the server that has it open. The engine's lock decides which, never the note that the
 * owner left: a killed one leaves it behind. Throws what opening throws, CONFLICT after waiting for the owner in vain.
 */
export async function reach(
  config: Config,
  options: Parameters<typeof openApp>[1] = {},
): Promise<{ readonly app: App; readonly server: null } | { readonly app: null; readonly server: Served }> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return { app: await openApp(config, options), server: null };
    } catch (error) {
      if (!isTaken(error, config)) throw error;
      const owner = readOwner(config.dataFolder);
      const left = deadline - performance.now();
      if (owner !== null && isServed(owner) && (await isLive(owner, Math.max(left, PAUSE_MS))))
        return { app: null, server: owner };
      if (left <= 0) throw error;
      await wait(PAUSE_MS);
    }
  }
}

/** Whether another process has the folder open: its conflict has the engine's own error as cause. */
function isTaken(error: unknown, config: Config): boolean {
  return (
    config.neo4j === null &&
    error instanceof JejakError &&
    error.code === 'CONFLICT' &&
    error.cause !== undefined
  );
}

function isServed(owner: Owner): owner is Served {
  return owner.url !== null;
}

async function isLive({ url }: Served, milliseconds: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(Math.ceil(milliseconds));
    return (await fetch(`${reachable(url)}/health/live`, { signal })).ok;
  } catch {
    return false;
  }
}

/** A server on all addresses is reached on the loopback one; not every system takes 0.0.0.0 as a destination. */
export const reachable = (url: string) =>
  url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

type Answer = Pick<ExecutionResult, 'data'> & { readonly errors?: readonly AnswerError[] };
type AnswerError = Pick<GraphQLError, 'message' | 'extensions'>;

/** Documents run on a store that this process has open, as its operator. */
export function inProcess(app: App): Api['ask'] {
  return async (source, variables = {}) => {
    const contextValue = makeContext(app.services, OPERATOR);
    return dataOf(
      await graphql({ schema: app.schema, source, variableValues: { ...variables }, contextValue }),
    );
  };
}

async function post(
  server: Served,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  try {
    const response = await fetch(`${reachable(server.url)}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json',
        Authorization: `Bearer ${server.token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  } catch (error) {
    throw brokenOff(server, error);
  }
}

/** The dump of a store that a server has open, in pieces. Throws UNAVAILABLE when the server breaks off. */
export async function* dumpFrom(server: Served, isPublic: boolean): AsyncGenerator<string> {
  const { url, token } = server;
  try {
    const response = await fetch(`${reachable(url)}/dump${isPublic ? '?public=true' : ''}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok || response.body === null) dataOf((await response.json()) as Answer);
    else yield* response.body.pipeThrough(new TextDecoderStream());
  } catch (error) {
    throw error instanceof JejakError ? error : brokenOff(server, error);
  }
}

async function fetchFile(server: Served, { view, format, parameters }: AskedFile) {
  const query = new URLSearchParams(
    [...parameters].flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  const name = `${view}.${format}`;
  try {
    const response = await fetch(`${reachable(server.url)}/export/${name}?${query}`, {
      headers: { Accept: '*/*', Authorization: `Bearer ${server.token}` },
    });
    if (!response.ok) return dataOf<never>((await response.json()) as Answer);
    const said = response.headers.get('Content-Disposition') ?? '';
    return { name: /filename="([^"/]+)"/.exec(said)?.[1] ?? name, body: bodyOf(server, response) };
  } catch (error) {
    throw error instanceof JejakError ? error : brokenOff(server, error);
  }
}

async function* bodyOf(server: Served, response: Response): AsyncGenerator<Uint8Array> {
  try {
    if (response.body !== null) yield* response.body as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw brokenOff(server, error);
  }
}

function brokenOff({ url, pid }: Served, cause: unknown): JejakError {
  return new JejakError(
    'UNAVAILABLE',
    `the server at ${url} (pid ${pid}) broke off; look at its output, then try again`,
    [],
    { cause },
  );
}

function dataOf<T>({ data, errors = [] }: Answer): T {
  const [first] = errors;
  if (first === undefined) return data as T;
  const cause = first instanceof GraphQLError ? innermost(first) : undefined;
  if (cause !== undefined && !(cause instanceof GraphQLError)) throw cause;
  const code = first.extensions?.code as ErrorCode | undefined;
  const known = code !== undefined && ERROR_CODES.includes(code) ? code : 'INTERNAL_SERVER_ERROR';
  throw new JejakError(known, errors.map(({ message }) => message).join('\n'));
}

/** What a resolver threw, out of the wrapping of graphql-js. */
function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? innermost(error.originalError) : error;
}
