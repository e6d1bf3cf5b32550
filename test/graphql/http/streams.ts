import { contextOf, servicesOf } from '../../../src/app.js';
import { createFeed } from '../../../src/graphql/feed.js';
import { type Limits, type RunningServer, startServer } from '../../../src/graphql/server.js';
import { openGrafeo } from '../../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../../src/store/migrate.js';
import type { Store } from '../../../src/store/port.js';
import { createStore } from '../../../src/store/store.js';
import { schema } from '../../support/api.js';
import { MIGRATIONS } from '../../support/engines.js';

/** An empty store in memory. */
export async function aStore(): Promise<Store> {
  const engine = openGrafeo({ folder: null, shuffleUnordered: true });
  await migrate(engine, await readMigrations(MIGRATIONS));
  return createStore(engine);
}

/** The API on a store, as `jejak serve` serves it, on a free port. */
export function serve(store: Store, limits: Partial<Limits> = {}): Promise<RunningServer> {
  const services = { ...servicesOf(store), feed: createFeed(store, 1_000_000) };
  return startServer({
    schema,
    context: (request) => contextOf(services, request),
    host: '127.0.0.1',
    port: 0,
    limits,
    ready: async () => true,
    auth: services.auth,
    examples: [],
  });
}

/** An event as it was sent. */
export interface Sent {
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for
  readonly data: any;
}

export interface OpenStream {
  readonly response: Response;
  /** The next event that is no comment; null at the end of the stream. */
  next(): Promise<Sent | null>;
  /** All events up to the end of the stream. */
  rest(): Promise<Sent[]>;
  /** Goes away without a word. */
  abandon(): void;
}

export const STREAM = { accept: 'text/event-stream' };

/** Sends a subscription by POST; the stream is open once this returns. */
export function subscribe(
  server: RunningServer,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<OpenStream> {
  return openStream(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...STREAM, ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

export async function openStream(
  server: RunningServer,
  path: string,
  init: RequestInit,
): Promise<OpenStream> {
  const abort = new AbortController();
  const response = await fetch(server.url + path, { ...init, signal: abort.signal });
  const events = eventsOf(response);
  const next = async () => (await events.next()).value ?? null;
  const rest = async () => {
    const all: Sent[] = [];
    for await (const event of events) all.push(event);
    return all;
  };
  return { response, next, rest, abandon: () => abort.abort() };
}

async function* eventsOf(response: Response): AsyncGenerator<Sent, void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = text.slice(0, end);
      text = text.slice(end + 2);
      if (!message.startsWith(':')) yield eventOf(message);
    }
  }
  if (text !== '') throw new Error(`the stream ends in the middle of an event: ${text}`);
}

function eventOf(message: string): Sent {
  const [, event = '', data = ''] = /^event: (\w+)\ndata: ?(.*)$/.exec(message) ?? [];
  return { event, data: data === '' ? null : JSON.parse(data) };
}
