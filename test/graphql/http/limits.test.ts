import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { DEFAULT_LIMITS, type RunningServer } from '../../../src/graphql/server.js';
import { aServer, ask, closeAll, errorOf, GRAPHQL_ANSWER, JSON_ANSWER, send } from './support.js';

let server: RunningServer;
let patient: RunningServer;

beforeAll(async () => {
  server = await aServer();
  // Tokens out of the way, to reach the checks behind them with documents that the limit would stop first.
  patient = await aServer({ limits: { tokens: 100_000 } });
});
afterAll(closeAll);

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
const nested = (levels: number) => `${'{ self '.repeat(levels - 1)}{ hello ${'}'.repeat(levels)}`;

describe('a request at the limit is answered, and one past it is TOO_COMPLEX with both figures', () => {
  const { depth, aliases, rootFields, directives, inputDepth } = DEFAULT_LIMITS;
  const filter = (levels: number) => JSON.parse(`${'{"and":['.repeat(levels / 2)}${']}'.repeat(levels / 2)}`);
  const filtered = 'query ($filter: Filter) { filtered(filter: $filter) }';
  test.each([
    ['depth', nested(depth), nested(depth + 1), {}, '16 levels of fields, the limit is 15'],
    [
      'aliases',
      `{ self { ${times(aliases, (n) => `a${n}: hello`)} } }`,
      `{ self { ${times(aliases + 1, (n) => `a${n}: hello`)} } }`,
      {},
      '31 aliases in the document, the limit is 30',
    ],
    [
      'rootFields',
      `{ ${times(rootFields, (n) => `a${n}: hello`)} }`,
      `{ ${times(rootFields + 1, (n) => `a${n}: hello`)} }`,
      {},
      '21 fields at the root of the operation, the limit is 20',
    ],
    [
      'directives',
      `{ self { ${'hello @skip(if: true) '.repeat(directives)} } }`,
      `{ self { ${'hello @skip(if: true) '.repeat(directives + 1)} } }`,
      {},
      '51 directives in the document, the limit is 50',
    ],
    [
      'cost',
      '{ actors(first: 49998) { nodes { name } } }',
      '{ actors(first: 49999) { nodes { name } } }',
      {},
      '50,001 fields in a full answer, each item of a list counted, the limit is 50,000',
    ],
    [
      'inputDepth',
      filtered,
      filtered,
      { at: { filter: filter(inputDepth) }, past: { filter: filter(inputDepth + 2) } },
      '32 levels of lists and objects in the variables, the limit is 30',
    ],
  ])('%s', async (place, at, past, variables: { at?: object; past?: object }, figures) => {
    expect((await ask(server, at, { ...variables.at })).errors).toBeUndefined();
    const answer = await ask(server, past, { ...variables.past });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain('TOO_COMPLEX: The request asks for too much: 1 problem');
    expect(errorOf(answer)).toContain(`${place}: ${figures}; `);
    expect(answer.errors?.[0]?.extensions.problems).toMatchObject([{ code: 'TOO_COMPLEX', place }]);
  });

  test('all limits that are passed are named at once', async () => {
    const answer = await ask(server, `{ ${times(31, (n) => `a${n}: hello`)} self ${nested(15)} }`);
    expect(errorOf(answer)).toMatch(/: 3 problems\n- depth: 16.*\n- aliases: 31.*\n- rootFields: 32/);
  });

  test('tokens', async () => {
    const numbers = (tokens: number) => `{ count(values: [${'1 '.repeat(tokens - 9)}]) }`;
    expect((await ask(server, numbers(2_000))).errors).toBeUndefined();
    const answer = await ask(server, numbers(2_001));
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain(
      'TOO_COMPLEX: The document has more than 2,000 tokens, which is the limit; ',
    );
  });

  test('comments', async () => {
    expect(errorOf(await ask(server, `{ hello }${'\n#'.repeat(2_001)}`))).toContain(
      'TOO_COMPLEX: The document has more than 2,000 comments',
    );
  });
});

test('a client of application/json reads TOO_COMPLEX under status 200', async () => {
  expect(await ask(server, nested(16), {}, JSON_ANSWER)).toMatchObject({
    status: 200,
    errors: [{ extensions: { code: 'TOO_COMPLEX' } }],
  });
});

test('limits hold for a document that was answered before with other variables', async () => {
  const query = 'query ($n: Int) { actors(first: $n) { nodes { name } } }';
  expect((await ask(server, query, { n: 10 })).errors).toBeUndefined();
  expect(errorOf(await ask(server, query, { n: 100_000 }))).toContain('100,002 fields');
});

test('the introspection of GraphiQL, the deepest there is, passes', async () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    schemaDescription: true,
    specifiedByUrl: true,
    inputValueDeprecation: true,
    directiveIsRepeatable: true,
  });
  expect(await ask(server, query)).toMatchObject({
    status: 200,
    data: { __schema: { queryType: { name: 'Query' } } },
  });
});

test('a batch of operations is refused', async () => {
  const body = JSON.stringify([{ query: '{ hello }' }, { query: '{ hello }' }]);
  const answer = await send(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(400);
  expect(errorOf(answer)).toContain(
    'BAD_USER_INPUT: POST /graphql: the body is a list of 2; send one operation a request',
  );
});

describe('time', () => {
  test('a request that takes too long is answered TIMEOUT with the limit, and its signal tells the work to stop', async () => {
    let signal: AbortSignal | undefined;
    const context = (request: { signal: AbortSignal }) => {
      signal = request.signal;
      return { user: null };
    };
    const hasty = await aServer({ limits: { milliseconds: 200 }, context });
    const started = performance.now();
    const answer = await ask(hasty, '{ slow(milliseconds: 1500) }');
    expect(performance.now() - started).toBeLessThan(1_200);
    expect(answer.status).toBe(504);
    expect(errorOf(answer)).toContain(
      'TIMEOUT: The request was not answered within 0.2 s, which is the limit; ',
    );
    expect(signal?.aborted).toBe(true);
    expect(await ask(hasty, '{ slow(milliseconds: 1500) }', {}, JSON_ANSWER)).toMatchObject({
      status: 200,
      errors: [{}],
    });
    expect(await ask(hasty, '{ hello }')).toMatchObject({ status: 200, data: { hello: 'hello world' } });
  });
});

describe('hostile requests are refused within seconds', () => {
  const bomb = `${times(600, (n) => `fragment F${n} on Query { a: self { ...F${n + 1} } b: self { ...F${n + 1} } }`)} fragment F600 on Query { hello }`;
  const cases: ReadonlyArray<
    [string, () => RunningServer, string, Record<string, unknown> | string, RegExp]
  > = [
    [
      '3,000 aliases',
      () => server,
      `{ ${times(3_000, (n) => `a${n}: hello`)} }`,
      {},
      /TOO_COMPLEX: .* 2,000 tokens/,
    ],
    [
      '3,000 aliases, tokens allowed',
      () => patient,
      `{ ${times(3_000, (n) => `a${n}: hello`)} }`,
      {},
      /aliases: 3,000 aliases.*limit is 30/,
    ],
    ['10,000 levels', () => server, nested(10_000), {}, /TOO_COMPLEX: .* 2,000 tokens/],
    ['900 levels, tokens allowed', () => patient, nested(900), {}, /depth: 900 levels/],
    [
      'a cycle of fragments',
      () => server,
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      {},
      /BAD_USER_INPUT: Cannot spread fragment "A" within itself/,
    ],
    [
      'a cycle of fragments below fields',
      () => server,
      '{ ...A } fragment A on Query { self { ...A } }',
      {},
      /BAD_USER_INPUT: Cannot spread fragment "A" within itself/,
    ],
    [
      'fragments doubling 600 times',
      () => patient,
      `{ ...F0 } ${bomb}`,
      {},
      /depth: 601 levels[\s\S]*cost: at least 1,000,000,000,000 fields/,
    ],
    [
      '2^31 items of 2^31 items',
      () => server,
      'query ($n: Int) { actors(first: $n) { nodes { actors(first: $n) { nodes { name } } } } }',
      { n: 2_147_483_647 },
      /cost: at least 1,000,000,000,000/,
    ],
    [
      'the same field 1,998 times',
      () => server,
      `{ ${'hello '.repeat(1_998)} }`,
      {},
      /^TOO_COMPLEX: .* 500,000 steps/,
    ],
    [
      'a field name of 200 KB',
      () => server,
      `{ ${'a'.repeat(200_000)} }`,
      {},
      /^BAD_USER_INPUT: Cannot query field "a{900,1000}…$/,
    ],
    [
      'a variable of 500 KB',
      () => server,
      'query ($n: Int!) { slow(milliseconds: $n) }',
      { n: 'x'.repeat(500_000) },
      /^BAD_USER_INPUT: Variable "\$n" got invalid value "x{900,1000}…$/,
    ],
    [
      '40,000 wrong values',
      () => server,
      'query ($v: [Int!]!) { count(values: $v) }',
      { v: Array(40_000).fill('x') },
      /^many$/,
    ],
    [
      '100,000 ids',
      () => server,
      'query ($v: [ID!]!) { nodes(ids: $v) { name } }',
      { v: Array(100_000).fill('x') },
      /cost: 100,001 fields/,
    ],
    [
      '200,000 levels in a variable',
      () => server,
      'query ($f: Filter) { filtered(filter: $f) }',
      `{"f": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      /inputDepth: 200,000 levels/,
    ],
  ];

  test.each(cases)('%s', async (_, where, query, variables, expected) => {
    const started = performance.now();
    const answer = await ask(where(), query, variables);
    expect(performance.now() - started).toBeLessThan(3_000);
    const count = answer.errors?.length ?? 0;
    expect(count === 0 ? 'none' : count > 1 ? 'many' : errorOf(answer)).toMatch(expected);
    expect(JSON.stringify(answer).length).toBeLessThan(200_000);
    expect(
      answer.errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR') ?? false,
    ).toBe(false);
  });

  test('2,000 levels of a variable in the address', async () => {
    const variables = encodeURIComponent(`{"f":${'['.repeat(2_000)}${']'.repeat(2_000)}}`);
    const query = encodeURIComponent('query ($f: Filter) { filtered(filter: $f) }');
    const headers = { accept: GRAPHQL_ANSWER, 'apollo-require-preflight': '1' };
    expect(
      errorOf(await send(server, `/graphql?query=${query}&variables=${variables}`, { headers })),
    ).toContain('inputDepth: 2,000');
  });
});
