import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../../src/graphql/server.js';
import { aServer, ask, closeAll, errorOf, JSON_ANSWER, send, sendRaw } from './support.js';

let server: RunningServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(closeAll);

const TYPED = { 'content-type': 'application/json' };
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = TYPED) =>
  send(server, '/graphql', { method: 'POST', headers, body });

describe('a body that is no GraphQL request is refused with what was found and what to send', () => {
  test.each([
    ['broken JSON', '{"query": "{ hello }"', 'the body is no JSON (Expected '],
    ['no body', '', '"query" in the body is missing; send a GraphQL document as text'],
    ['a text', '"{ hello }"', 'the body is of type string; send a JSON object'],
    ['null', 'null', 'the body is null; send a JSON object'],
    ['no query', '{"qeury": "{ hello }"}', '"query" in the body is missing; send a GraphQL document as text'],
    ['a blank query', '{"query": "  "}', '"query" in the body is empty; '],
    ['a number as query', '{"query": 1}', '"query" in the body is of type number; '],
    [
      'variables as text',
      '{"query": "{ hello }", "variables": "{}"}',
      '"variables" in the body is of type string; ',
    ],
    ['variables as a list', '{"query": "{ hello }", "variables": []}', '"variables" in the body is a list; '],
    [
      'extensions as a number',
      '{"query": "{ hello }", "extensions": 1}',
      '"extensions" in the body is of type number; ',
    ],
    [
      'a number as name',
      '{"query": "{ hello }", "operationName": 1}',
      '"operationName" in the body is of type number; ',
    ],
  ])('%s', async (_, body, words) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain(`BAD_USER_INPUT: POST /graphql: ${words}`);
  });

  test('a body without any bytes, as raw HTTP', async () => {
    const answer = await sendRaw(server, 'POST', '/graphql', TYPED);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain('"query" in the body is missing; send');
  });

  test('a body that is not compressed as it says', async () => {
    const answer = await post('{}', { ...TYPED, 'content-encoding': 'gzip' });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain('BAD_USER_INPUT: POST /graphql: the body can’t be read whole');
  });

  test('an unknown compression', async () => {
    const answer = await post('{}', { ...TYPED, 'content-encoding': 'lzma' });
    expect(answer.status).toBe(415);
    expect(errorOf(answer)).toContain('header "Content-Encoding" is "lzma"; send gzip, br, deflate or none');
  });
});

describe('a body past the limit is 413 TOO_COMPLEX with its size and the limit', () => {
  const query = (size: number) => `{"query": "{ hello }", "x": "${'x'.repeat(size - 31)}"}`;

  test('at the limit it is answered', async () => {
    expect(await post(query(1_000_000))).toMatchObject({ status: 200, data: { hello: 'hello world' } });
  });

  test('one byte more', async () => {
    const answer = await post(query(1_000_001));
    expect(answer.status).toBe(413);
    expect(errorOf(answer)).toBe(
      'TOO_COMPLEX: POST /graphql: the body has 1,000,001 bytes, the limit is 1,000,000; send less in one request',
    );
  });

  test('small when compressed, 50 MB when read', async () => {
    const bomb = new Uint8Array(gzipSync(query(50_000_000)));
    const answer = await post(bomb, { ...TYPED, 'content-encoding': 'gzip' });
    expect(answer.status).toBe(413);
    expect(errorOf(answer)).toMatch(/the body has at least 1,0\d\d,\d{3} bytes, the limit is 1,000,000;/);
  });
});

describe('media types', () => {
  test.each([
    ['application/graphql', 'header "Content-Type" is "application/graphql"; send application/json'],
    ['text/plain', 'header "Content-Type" is "text/plain"; send application/json'],
    ['application/json; charset=latin1', 'header "Content-Type" names "charset=latin1"; write JSON in UTF-8'],
    ['application/json; charset=utf-16', 'header "Content-Type" names "charset=utf-16"; write JSON in UTF-8'],
    [';;;', 'header "Content-Type" is ";;;"; send application/json'],
  ])('a body of %s is 415', async (type, words) => {
    const answer = await sendRaw(
      server,
      'POST',
      '/graphql',
      { 'content-type': type },
      '{"query":"{ hello }"}',
    );
    expect(answer.status).toBe(415);
    expect(errorOf(answer)).toBe(`BAD_USER_INPUT: POST /graphql: ${words}`);
  });

  test('a body of no type is 415', async () => {
    const answer = await sendRaw(server, 'POST', '/graphql', {}, '{"query":"{ hello }"}');
    expect(answer.status).toBe(415);
    expect(errorOf(answer)).toContain('header "Content-Type" is missing; send application/json');
  });

  test.each(['application/json', 'application/json;charset=UTF-8', 'Application/JSON; charset="utf-8"'])(
    'a body of %s is answered',
    async (type) => {
      const body = '{"query":"{ hello(name: \\"Tari 🏃\\") }"}';
      const answer = await sendRaw(server, 'POST', '/graphql', { 'content-type': type }, body);
      expect(answer).toMatchObject({ status: 200, data: { hello: 'hello Tari 🏃' } });
    },
  );

  test('a client that takes no JSON is 406 before anything runs', async () => {
    const answer = await post('{"query":"mutation { rename }"}', { ...TYPED, accept: 'text/plain' });
    expect(answer.status).toBe(406);
    expect(errorOf(answer)).toContain(
      'POST /graphql: header "Accept" is "text/plain"; take application/json or',
    );
  });
});

describe('refusals of GraphQL: 200 for application/json, 4xx for application/graphql-response+json', () => {
  test.each([
    ['syntax', '{', {}, 'Syntax Error: Expected Name'],
    ['validation', '{ actr }', {}, 'Cannot query field "actr" on type "Query". Did you mean "actor"'],
    [
      'variables',
      'query ($n: Int!) { slow(milliseconds: $n) }',
      {},
      'Variable "$n" of required type "Int!" was not',
    ],
    ['operation', 'query A { hello } query B { hello }', {}, 'Must provide operation name'],
  ])('%s', async (_, query, variables, words) => {
    const strict = await ask(server, query, variables);
    expect(strict.status).toBe(400);
    expect(strict.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(errorOf(strict)).toContain(`BAD_USER_INPUT: ${words}`);
    const lenient = await ask(server, query, variables, JSON_ANSWER);
    expect(lenient.status).toBe(200);
    expect(lenient.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(lenient.errors).toEqual(strict.errors);
  });
});

describe('GET', () => {
  const preflight = { accept: JSON_ANSWER, 'apollo-require-preflight': '1' };

  test('answers a query', async () => {
    expect(await send(server, '/graphql?query={hello}', { headers: preflight })).toMatchObject({
      status: 200,
      data: {},
    });
  });

  test('without a query says what to send', async () => {
    const answer = await send(server, '/graphql');
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain(
      'GET /graphql: the parameter "query" is missing; send a GraphQL document by POST',
    );
  });

  test('without a header that a form can’t send is refused as a possible forgery', async () => {
    const answer = await send(server, '/graphql?query={hello}');
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain(
      'BAD_USER_INPUT: This operation has been blocked as a potential Cross-Site',
    );
  });

  test('does not run a mutation, whatever the media type', async () => {
    const answer = await send(server, '/graphql?query=mutation{rename}', { headers: preflight });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(errorOf(answer)).toContain('BAD_USER_INPUT: GET requests only support query operations');
  });
});

describe('addresses and methods', () => {
  test.each(['/nothing', '/graphql/x', '/health', '/metrics', '/%E0%A4%A', '/favicon.ico'])(
    '%s is 404',
    async (path) => {
      const answer = await send(server, path, { headers: { accept: 'text/html' } });
      expect(answer.status).toBe(404);
      expect(errorOf(answer)).toContain(
        `NOT_FOUND: GET "${path}": nothing lives here; the API is at /graphql`,
      );
    },
  );

  test.each([
    ['PUT', '/graphql', 'GET, HEAD, POST'],
    ['DELETE', '/graphql', 'GET, HEAD, POST'],
    ['OPTIONS', '/graphql', 'GET, HEAD, POST'],
    ['POST', '/', 'GET, HEAD'],
    ['POST', '/health/live', 'GET, HEAD'],
    ['POST', '/health/ready', 'GET, HEAD'],
  ])('%s %s is 405', async (method, path, allow) => {
    const answer = await send(server, path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(errorOf(answer)).toContain(
      `BAD_USER_INPUT: ${method} ${path}: this method is not taken here; use GET or HEAD`,
    );
  });

  test('an address longer than 16 KB is 431', async () => {
    const answer = await send(server, `/graphql?query=${'x'.repeat(20_000)}`);
    expect(answer.status).toBe(431);
    expect(errorOf(answer)).toContain(
      'TOO_COMPLEX: The address and headers are longer than 16 KB; send the query by POST',
    );
  });

  test('what is no HTTP is told so', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('hello there\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/json/);
    expect(text).toContain('"code":"BAD_USER_INPUT"');
  });
});

test('answers are neither kept nor guessed at nor framed, and the server does not say what it is made of', async () => {
  const { headers } = await ask(server, '{ hello }');
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(headers.has('x-powered-by')).toBe(false);
  expect(headers.has('access-control-allow-origin')).toBe(false);
});

test('persisted queries are off, in the words that make a client send the query itself', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  expect(errorOf(await post(JSON.stringify({ extensions })))).toBe(
    'BAD_USER_INPUT: PersistedQueryNotSupported',
  );
});
