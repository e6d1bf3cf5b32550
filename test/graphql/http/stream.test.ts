import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { createAccount } from '../../../src/auth/accounts.js';
import { createAuth } from '../../../src/auth/auth.js';
import { createToken } from '../../../src/auth/tokens.js';
import { changeId } from '../../../src/domain/ids.js';
import { examples } from '../../../src/graphql/examples.js';
import { DEFAULT_LIMITS, type Limits, type RunningServer } from '../../../src/graphql/server.js';
import { lastSequence } from '../../../src/store/cypher/changes.js';
import type { Store } from '../../../src/store/port.js';
import { anActor, anInitiative, changeSet, update } from '../../support/builders.js';
import { aStore, type OpenStream, openStream, STREAM, serve, subscribe } from './streams.js';
import { type Answer, ask, errorOf, JSON_ANSWER } from './support.js';

const log = jest.spyOn(console, 'error').mockImplementation(() => {});

let store: Store;
let server: RunningServer;
beforeAll(async () => {
  store = await aStore();
  server = await serve(store);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

let made = 0;
/** Writes a change of its own and returns its id. */
async function write(on = store): Promise<string> {
  made += 1;
  return (await on.apply(changeSet(anActor({ key: `actor ${made}`, name: 'Warga Rekaan' })))).id;
}
const idOf = (event: Awaited<ReturnType<OpenStream['next']>>) => event?.data?.data?.changes?.id;

const CHANGES = 'subscription ($after: ID) { changes(after: $after) { id sequence by why } }';

/** Another server on an empty store of its own, for a test that ends or limits it. */
async function alone<T>(
  limits: Partial<Limits>,
  body: (server: RunningServer, store: Store) => Promise<T>,
): Promise<T> {
  const own = await aStore();
  const served = await serve(own, limits);
  try {
    return await body(served, own);
  } finally {
    await served.close();
    await own.close();
  }
}

/** The one answer of a stream that GraphQL refuses, which ends then. */
async function refusalOf(stream: OpenStream): Promise<string> {
  const [answer, end, ...more] = await stream.rest();
  expect([stream.response.status, answer?.event, end, more]).toEqual([
    200,
    'next',
    { event: 'complete', data: null },
    [],
  ]);
  return errorOf(answer?.data as Answer);
}

/** The refusal of a request that gets no stream. */
async function httpRefusal({ response }: OpenStream) {
  const { errors } = (await response.json()) as Answer;
  const type = response.headers.get('content-type');
  return { status: response.status, type, error: errorOf({ errors } as Answer) };
}

describe('the stream of changes', () => {
  test('without "after" tells only what is committed from then on, in order', async () => {
    await write();
    const stream = await subscribe(server, CHANGES);
    const made = [await write(), await write(), await write()];

    const events = [await stream.next(), await stream.next(), await stream.next()];
    expect(events.map(idOf)).toEqual(made);
    expect(events[0]).toEqual({
      event: 'next',
      data: {
        data: {
          changes: { id: made[0], sequence: expect.any(Number), by: 'test', why: 'a test needs them' },
        },
      },
    });
    stream.abandon();
  });

  test('goes on after the last change that a client has seen, and misses none that came meanwhile', async () => {
    const first = await subscribe(server, CHANGES);
    const made = [await write(), await write()];
    expect(idOf(await first.next())).toBe(made[0]);
    first.abandon();
    made.push(await write());

    const second = await subscribe(server, CHANGES, { after: made[0] });
    made.push(await write());
    expect([await second.next(), await second.next(), await second.next()].map(idOf)).toEqual(made.slice(1));
    second.abandon();
  });

  test('is as well asked for by GET, with variables in the address', async () => {
    const after = await write();
    const made = await write();
    const query = encodeURIComponent(CHANGES);
    const variables = encodeURIComponent(JSON.stringify({ after }));
    const stream = await openStream(server, `/graphql?query=${query}&variables=${variables}`, {
      headers: STREAM,
    });

    expect(idOf(await stream.next())).toBe(made);
    stream.abandon();
  });

  test('is read by the client of the package graphql-sse', async () => {
    const after = await write();
    const made = [await write(), await write()];
    const client = createClient({ url: `${server.url}/graphql`, retryAttempts: 0 });
    const seen: unknown[] = [];
    for await (const { data } of client.iterate({ query: CHANGES, variables: { after } })) {
      seen.push((data as { changes: { id: string } }).changes.id);
      if (seen.length === 2) break;
    }
    client.dispose();
    expect(seen).toEqual(made);
  });

  test('is sent so that nobody on the way keeps it back', async () => {
    const stream = await subscribe(server, CHANGES);
    const { status, headers } = stream.response;
    expect([status, Object.fromEntries(headers)]).toMatchObject([
      200,
      {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      },
    ]);
    expect(headers.has('content-encoding')).toBe(false);
    stream.abandon();
  });

  test('is one of the examples of the API page, which asks as this does', async () => {
    const [example = ''] = examples.map(({ query }) => query).filter((query) => /^subscription/m.test(query));
    const path = `/graphql?query=${encodeURIComponent(example)}`;
    const stream = await openStream(server, path, { headers: STREAM });
    await write();
    expect((await stream.next())?.data.data.changes).toMatchObject({
      by: 'test',
      operations: [{ kind: 'CREATE', node: { __typename: 'Actor' } }],
    });
    stream.abandon();
  });

  test('shows records as they are at each event, not as they were at the first', async () => {
    const query = 'subscription { changes { operations { node { ... on Actor { name } } } } }';
    const stream = await subscribe(server, query);
    const names: unknown[] = [];
    for (const name of ['Bank Rekaan', 'Bank Rekaan Baru']) {
      const actor = anActor({ key: 'renamed', name });
      await store.apply(name === 'Bank Rekaan' ? changeSet(actor) : update(actor));
      names.push((await stream.next())?.data.data.changes.operations[0].node.name);
    }
    expect(names).toEqual(['Bank Rekaan', 'Bank Rekaan Baru']);
    stream.abandon();
  });
});

describe('what GraphQL refuses is one event that says why, and the end', () => {
  test.each([
    ['an id of another kind', anActor().id],
    ['no id at all', 'last tuesday'],
    ['an empty text', ''],
    ['the number before the first', changeId(0)],
    ['a change that is not there yet', changeId(1_000_000)],
  ])('after %s', async (_, after) => {
    expect(await refusalOf(await subscribe(server, CHANGES, { after }))).toBe(
      `NOT_FOUND: Not found: 1 problem\n- after: "${after}"; give the id of a change, or leave it out for new ones only`,
    );
  });

  const SKIPPED = /^BAD_USER_INPUT: The field of a subscription has @skip or @include; leave that out/;
  const deep = `subscription { changes ${'{ reverts '.repeat(15)} { id } ${'}'.repeat(15)} }`;
  test.each([
    ['a text that is no document', '{', /^BAD_USER_INPUT: Syntax Error: Expected Name/],
    [
      'an unknown field',
      'subscription { change { id } }',
      /^BAD_USER_INPUT: Cannot query field "change" on type "Subs/,
    ],
    [
      'two fields',
      'subscription { a: changes { id } b: changes { id } }',
      /^BAD_USER_INPUT: Anonymous Subscription must select only/,
    ],
    [
      'a missing variable',
      'subscription ($a: ID!) { changes(after: $a) { id } }',
      /^BAD_USER_INPUT: Variable "\$a" of/,
    ],
    [
      'two operations and no name',
      'subscription A { changes { id } } subscription B { changes { id } }',
      /^BAD_USER_INPUT: Must provide operation name/,
    ],
    [
      'a query',
      '{ status { engine } }',
      /^BAD_USER_INPUT: A query is not answered by an event stream; send it with "Accept: application\/json"$/,
    ],
    [
      'a mutation',
      'mutation { loadDataset(dataset: HAMLET) { change { id } } }',
      /^BAD_USER_INPUT: A mutation is not answered/,
    ],
    [
      'too many levels',
      deep,
      /^TOO_COMPLEX: The request asks for too much: 1 problem\n- depth: 17 levels of fields, the limit is 15/,
    ],
    [
      'too much in each event',
      'subscription { changes { operations(first: 50000) { kind } } }',
      /cost: 50,00\d fields/,
    ],
    [
      'too many words',
      `subscription { changes { id ${'id '.repeat(2_000)} } }`,
      /^TOO_COMPLEX: The document has more than 2,000 tokens/,
    ],
    [
      'too many comments',
      `subscription { changes { id } }${'\n#'.repeat(2_001)}`,
      /^TOO_COMPLEX: The document has more than 2,000 comments/,
    ],
    ['a field that is left out', 'subscription { changes @skip(if: true) { id } }', SKIPPED],
    [
      'a field that may be left out',
      'subscription ($yes: Boolean!) { changes @include(if: $yes) { id } }',
      /^BAD_USER_INPUT: Argument "if" /,
    ],
    ['fields that are left out', 'subscription { ... @skip(if: true) { changes { id } } }', SKIPPED],
    [
      'a field left out in a fragment',
      'subscription { ...F } fragment F on Subscription { changes @skip(if: true) { id } }',
      SKIPPED,
    ],
  ])('%s', async (_, query, words) => {
    expect(await refusalOf(await subscribe(server, query))).toMatch(words);
  });

  test('all mistakes of a document at once, each with its place', async () => {
    const stream = await subscribe(server, 'subscription { changes { one two } }');
    expect((await stream.next())?.data.errors).toMatchObject([
      { locations: [{ line: 1 }], extensions: { code: 'BAD_USER_INPUT' } },
      { locations: [{ line: 1 }], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('a mutation by GET, which leaves nothing', async () => {
    const [before] = await store.read(lastSequence, {});
    const query = encodeURIComponent('mutation { loadDataset(dataset: HAMLET) { change { id } } }');
    const stream = await openStream(server, `/graphql?query=${query}`, { headers: STREAM });
    expect(await refusalOf(stream)).toMatch(/^BAD_USER_INPUT: A mutation is not answered by an event stream/);
    expect(await store.read(lastSequence, {})).toEqual([before]);
  });
});

describe('what is refused before GraphQL is an HTTP error', () => {
  const JSON_BODY = 'application/json; charset=utf-8';

  test('a bearer that does not hold', async () => {
    const stream = await subscribe(server, CHANGES, {}, { authorization: 'Bearer jejak_wrong' });
    expect(await httpRefusal(stream)).toEqual({
      status: 401,
      type: JSON_BODY,
      error: expect.stringMatching(/^UNAUTHENTICATED: header "Authorization": the bearer token is unknown/),
    });
  });

  test.each([
    ['no query', '{"variables": {}}', 400, /"query" in the body is missing/],
    ['a persisted query', '{"extensions": {"persistedQuery": {}}}', 400, /persisted queries are off; send/],
    ['a list', '[]', 400, /the body is a list of 0/],
    ['too long', `{"query": "${'x'.repeat(1_000_000)}"}`, 413, /^TOO_COMPLEX: POST \/graphql: the body has/],
  ])('a body with %s', async (_, body, status, error) => {
    const headers = { 'content-type': 'application/json', ...STREAM };
    expect(
      await httpRefusal(await openStream(server, '/graphql', { method: 'POST', headers, body })),
    ).toEqual({ status, type: JSON_BODY, error: expect.stringMatching(error) });
  });

  test.each(['[]', '{', '"x"'])('the variables %s in the address', async (variables) => {
    const path = `/graphql?query=${encodeURIComponent(CHANGES)}&variables=${encodeURIComponent(variables)}`;
    expect(await httpRefusal(await openStream(server, path, { headers: STREAM }))).toMatchObject({
      status: 400,
      error: expect.stringMatching(
        /^BAD_USER_INPUT: GET \/graphql: the parameter "variables" is .*; send a JSON/,
      ),
    });
  });

  test('an address without a query', async () => {
    expect(await httpRefusal(await openStream(server, '/graphql', { headers: STREAM }))).toMatchObject({
      status: 400,
      error: expect.stringContaining('GET /graphql: the parameter "query" is missing'),
    });
  });

  test('the head of a stream', async () => {
    const path = `/graphql?query=${encodeURIComponent(CHANGES)}`;
    const response = await fetch(server.url + path, { method: 'HEAD', headers: STREAM });
    expect(response.status).toBe(406);
  });
});

describe('a client that takes JSON gets JSON', () => {
  test('also where it would take a stream as well', async () => {
    const accept = 'application/graphql-response+json, application/json, text/event-stream';
    expect(await ask(server, '{ status { engine } }', {}, accept)).toMatchObject({
      status: 200,
      data: { status: { engine: 'grafeo' } },
    });
  });

  test('and is told how to subscribe', async () => {
    const answer = await ask(server, CHANGES);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toBe(
      'BAD_USER_INPUT: A subscription is answered by an event stream; send it with "Accept: text/event-stream"',
    );
    expect(await ask(server, CHANGES, {}, JSON_ANSWER)).toMatchObject({ status: 200, errors: [{}] });
  });

  test('introspection knows the subscription', async () => {
    const answer = await ask(server, '{ __schema { subscriptionType { fields { name } } } }');
    expect(answer.data).toEqual({ __schema: { subscriptionType: { fields: [{ name: 'changes' }] } } });
  });
});

describe('who listens', () => {
  const WITH_PROPOSER =
    'subscription { changes { id by why operations { before after node { ... on Initiative { proposer { name } } } } } }';

  /** An API token of a new account with the right to see personal data, and what takes it back. */
  async function aToken(on: Store, login: string) {
    const auth = createAuth(on.accounts);
    const grants = [{ role: 'editor' as const }];
    const account = await createAccount(auth, {
      login,
      name: 'Penyunting Rekaan',
      grants,
      password: 'sepasar pedas empat kata',
    });
    const { secret, token } = await createToken(auth, account, { name: 'layar', grants, days: null });
    return { account, headers: { authorization: `Bearer ${secret}` }, token };
  }

  /** Commits an initiative that an account made, with the name and phone of its proposer. */
  const propose = (on: Store, key: string, account: string) =>
    on.change(async () => ({
      ...changeSet(anInitiative({ key })),
      account,
      personal: [{ of: anInitiative({ key }).id, name: 'Siti Rekaan', phone: '0800-1234567' }],
    }));

  test('signed out gets what is public: no personal data, and no account', async () => {
    const { account, headers } = await aToken(store, 'penyunting');
    const publicly = await subscribe(server, WITH_PROPOSER);
    const asEditor = await subscribe(server, WITH_PROPOSER, {}, headers);
    const change = await propose(store, 'usulan', account.id);

    const event = await publicly.next();
    expect(idOf(event)).toBe(change?.id);
    expect(event?.data.data.changes.operations[0].node).toEqual({ proposer: null });
    expect(JSON.stringify(event)).not.toMatch(/Siti|0800/);
    expect(JSON.stringify(event)).not.toContain(account.id);
    expect((await asEditor.next())?.data.data.changes.operations[0].node).toEqual({
      proposer: { name: 'Siti Rekaan' },
    });
    publicly.abandon();
    asEditor.abandon();
  });

  test('is looked up at each event: a token that was taken back sees nothing more', () =>
    alone({}, async (own, on) => {
      const { account, headers } = await aToken(on, 'penyunting');
      const stream = await subscribe(own, WITH_PROPOSER, {}, headers);
      await propose(on, 'first', account.id);
      expect((await stream.next())?.data.data.changes.operations[0].node.proposer).not.toBeNull();

      await on.accounts.update(account.id, { disabled: true });
      await propose(on, 'second', account.id);
      expect(await refusalOf(stream)).toMatch(/^UNAUTHENTICATED: header "Authorization": /);
    }));
});

describe('when something fails inside', () => {
  test('the stream ends with a reference, and the inside goes to the log alone', () =>
    alone({}, async (_, on) => {
      const broken: Store = {
        ...on,
        read: (query, parameters) =>
          query.name === 'changesAfter'
            ? Promise.reject(new Error('secret: bolt://10.0.0.1'))
            : on.read(query, parameters),
      };
      const own = await serve(broken);
      log.mockClear();
      const refusal = await refusalOf(await subscribe(own, CHANGES));
      expect(refusal).toMatch(/^INTERNAL_SERVER_ERROR: Something failed inside the server \(reference \w+\)/);
      expect(refusal).not.toContain('secret');
      expect(log.mock.calls.join()).toContain('secret');
      await own.close();
    }));

  test('the time of one request is up: before the stream 504, and for an event its last answer', () =>
    alone({}, async (_, on) => {
      const slow = (name: string): Store => ({
        ...on,
        readAll: async (questions) => {
          if (questions.some(({ query }) => query.name === name)) await wait(2_000, null, { ref: false });
          return on.readAll(questions);
        },
      });
      await write(on);
      const beforehand = await serve(slow('lastSequence'), { milliseconds: 200 });
      expect(await httpRefusal(await subscribe(beforehand, CHANGES))).toMatchObject({
        status: 504,
        error: expect.stringContaining('TIMEOUT: The request was not answered within 0.2 s'),
      });
      await beforehand.close();

      const later = await serve(slow('operationsOfChanges'), { milliseconds: 200 });
      const stream = await subscribe(later, 'subscription { changes { operations { kind } } }');
      await write(on);
      expect(await refusalOf(stream)).toContain('TIMEOUT: The request was not answered within 0.2 s');
      await later.close();
    }));
});

describe('how many', () => {
  test('streams are open at once is limited, and one that is left makes room', () =>
    alone({ streams: 2 }, async (own, on) => {
      const open = [await subscribe(own, CHANGES), await subscribe(own, CHANGES)];
      const refused = await subscribe(own, CHANGES);
      expect(refused.response.headers.get('retry-after')).toBe('10');
      expect(await httpRefusal(refused)).toMatchObject({
        status: 503,
        error:
          'UNAVAILABLE: POST /graphql: 2 event streams are open, which is the limit of this server; close one, or try again later',
      });
      expect((await ask(own, '{ status { engine } }')).status).toBe(200);

      open[0]?.abandon();
      const third = await untilOpen(own);
      const made = await write(on);
      expect([idOf(await third.next()), idOf((await open[1]?.next()) ?? null)]).toEqual([made, made]);
      // A request that never got a stream takes no place either.
      open[1]?.abandon();
      third.abandon();
      const wrong = await untilOpen(own, { after: 'x' });
      expect(await refusalOf(wrong)).toContain('NOT_FOUND');
      (await untilOpen(own)).abandon();
    }));

  test('the limit is stated', () => {
    expect(DEFAULT_LIMITS.streams).toBe(100);
  });

  /** The server learns that a client has gone when the connection says so. */
  async function untilOpen(own: RunningServer, variables = {}): Promise<OpenStream> {
    for (;;) {
      const stream = await subscribe(own, CHANGES, variables);
      if (stream.response.status === 200) return stream;
      await wait(10);
    }
  }
});

describe('a client', () => {
  /** Ten records of 4 KB, 29 times over: more than a megabyte an event. */
  const LARGE = `subscription ($after: ID) { changes(after: $after) { ${Array.from({ length: 29 }, (_, n) => `a${n}: operations { after }`).join(' ')} } }`;

  /** Sends the request and takes nothing of the answer. */
  function deafClient(own: RunningServer, after: string) {
    const { port } = new URL(own.url);
    const body = JSON.stringify({ query: LARGE, variables: { after } });
    const socket = connect(Number(port), '127.0.0.1');
    socket.pause();
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    return socket;
  }

  const EVENTS = 60;

  /** A store with more in its changes than the buffers of a connection take, and what is read of it. */
  async function filled() {
    const on = await aStore();
    const first = await write(on);
    const text = 'x'.repeat(4_000);
    for (let n = 0; n < EVENTS; n += 1) {
      const records = Array.from({ length: 10 }, (_, i) =>
        anInitiative({ key: `${n} ${i}`, name: 'Rekaan', description: text }),
      );
      await on.apply(changeSet(...records));
    }
    const reads = { count: 0 };
    const spy: Store = {
      ...on,
      readAll: (questions) => {
        if (questions.some(({ query }) => query.name === 'operationsOfChanges')) reads.count += 1;
        return on.readAll(questions);
      },
    };
    return { spy, first, reads };
  }

  test('that does not read is not read for, and is cut off when the time of a request is up', async () => {
    const { spy, first, reads } = await filled();
    const own = await serve(spy, { milliseconds: 1_500, streams: 1 });
    const socket = deafClient(own, first);
    for (let before = -1; before < reads.count || reads.count === 0; ) {
      before = reads.count;
      await wait(300);
    }
    expect(reads.count).toBeLessThan(EVENTS - 20);

    // Its place is free again once it is cut off.
    for (let status = 503; status !== 200; await wait(50)) {
      const stream = await subscribe(own, CHANGES);
      status = stream.response.status;
      stream.abandon();
    }
    socket.destroy();
    await own.close();
    await spy.close();
  });

  test('that goes away leaves no listener behind', () =>
    alone({}, async (_, on) => {
      const watching = new Set<unknown>();
      const spy: Store = {
        ...on,
        watch: (onChange) => {
          watching.add(onChange);
          const unwatch = on.watch(onChange);
          return () => {
            watching.delete(onChange);
            unwatch();
          };
        },
      };
      const own = await serve(spy);
      const stream = await subscribe(own, CHANGES);
      await write(on);
      await stream.next();
      expect(watching.size).toBe(1);
      stream.abandon();
      while (watching.size > 0) await wait(10);
      await own.close();
    }));
});

describe('when the server stops', () => {
  test('streams end in between events, at once, and without the event that tells the client not to return', async () => {
    const own = await aStore();
    const served = await serve(own);
    const streams = await Promise.all([1, 2, 3].map(() => subscribe(served, CHANGES)));
    const made = await write(own);
    for (const stream of streams) expect(idOf(await stream.next())).toBe(made);

    const started = performance.now();
    await served.close();
    expect(performance.now() - started).toBeLessThan(3_000);
    for (const stream of streams) expect(await stream.rest()).toEqual([]);
    await own.close();
  });

  test('the store ends its streams, too', async () => {
    const own = await aStore();
    const served = await serve(own);
    const stream = await subscribe(served, CHANGES);
    await own.close();
    expect(await stream.rest()).toEqual([{ event: 'complete', data: null }]);
    await served.close();
  });
});
