import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ERROR_CODES, JejakError } from '../../../src/domain/errors.js';
import { aServer, ask, closeAll, errorOf, JSON_ANSWER, send } from './support.js';

const log = jest.spyOn(console, 'error').mockImplementation(() => {});
const logged = () => log.mock.calls.map(([line]) => JSON.parse(String(line)));
const environment = process.env.NODE_ENV;

beforeEach(() => {
  log.mockClear();
});
afterEach(() => {
  process.env.NODE_ENV = environment;
});
afterAll(closeAll);

describe.each(['production', 'development', 'test', ''])('NODE_ENV=%s', (name) => {
  test('a JejakError is shown with its code, message, problems and path', async () => {
    process.env.NODE_ENV = name;
    const answer = await ask(await aServer(), '{ hello refused }');
    expect(answer).toMatchObject({ status: 200, data: { hello: 'hello world', refused: null } });
    expect(answer.errors).toEqual([
      {
        message: 'Not found: 1 problem\n- actor: "x"; search for it',
        path: ['refused'],
        locations: [{ line: 1, column: 9 }],
        extensions: {
          code: 'NOT_FOUND',
          problems: [{ code: 'NOT_FOUND', place: 'actor', value: '"x"', remedy: 'search for it' }],
        },
      },
    ]);
    expect(log).not.toHaveBeenCalled();
  });

  test.each([
    ['a resolver’s own failure', '{ broken }', 'Error: secret: password hunter2'],
    ['a value that is no Int', '{ wrongInt }', 'GraphQLError: Int cannot represent'],
    ['a library’s GraphQLError', '{ badQuery }', 'GraphQLError: secret words'],
    [
      'a null where none may be',
      '{ required }',
      'Error: Cannot return null for non-nullable field Query.required',
    ],
  ])('%s is shown as a reference that finds it in the log', async (_, query, inside) => {
    process.env.NODE_ENV = name;
    const answer = await ask(await aServer(), query);
    const { message = '', extensions } = answer.errors?.[0] ?? {};
    expect(extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      reference: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(message).toContain(
      `Something failed inside the server (reference ${extensions?.reference}); try again`,
    );
    expect(JSON.stringify(answer)).not.toMatch(/secret|hunter2|\.ts|stack|at /);
    expect(logged()).toMatchObject([
      { level: 'error', reference: extensions?.reference, error: expect.stringContaining(inside) },
    ]);
    expect(logged()[0].stack).toContain('\n    at ');
  });
});

test('one failure behind many fields is one reference and one line in the log', async () => {
  const { errors = [] } = await ask(await aServer(), '{ brokenList { shared } }');
  expect(errors.map(({ path }) => path?.join('.'))).toEqual([
    'brokenList.0.shared',
    'brokenList.1.shared',
    'brokenList.2.shared',
  ]);
  expect(new Set(errors.map(({ extensions }) => extensions.reference)).size).toBe(1);
  expect(log).toHaveBeenCalledTimes(1);
});

test('an argument that is refused only at run time is the client’s', async () => {
  const answer = await ask(await aServer(), 'query ($n: Int) { hello(times: $n) }', { n: null });
  expect(errorOf(answer)).toContain(
    'BAD_USER_INPUT: Argument "times" of non-null type "Int!" must not be null.',
  );
});

test('only codes of the list are ever shown', async () => {
  const server = await aServer();
  const queries = [
    '{',
    '{ x }',
    'query A { hello } query B { hello }',
    'query ($n: Int!) { slow(milliseconds: $n) }',
    'subscription { x }',
    '{ broken }',
    '{ refused }',
    'mutation { x }',
    '{ hello @x }',
  ];
  for (const query of queries) {
    const { errors = [] } = await ask(server, query);
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors) expect(ERROR_CODES).toContain(extensions.code);
  }
});

describe('the context', () => {
  const query = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer abc' },
    body: '{"query":"{ whoAmI }"}',
  };

  test('gets the Authorization header, and null without one', async () => {
    const server = await aServer();
    expect(await send(server, '/graphql', query)).toMatchObject({ data: { whoAmI: 'Bearer abc' } });
    expect(await ask(server, '{ whoAmI }')).toMatchObject({ data: { whoAmI: null } });
  });

  test('refuses with its own code and status, in its own words', async () => {
    const context = () => {
      throw new JejakError('UNAUTHENTICATED', 'the token has ended; sign in again');
    };
    const answer = await send(await aServer({ context }), '/graphql', query);
    expect(answer.status).toBe(401);
    expect(errorOf(answer)).toBe('UNAUTHENTICATED: the token has ended; sign in again');
  });

  test('that fails is 500 with a reference', async () => {
    const context = () => Promise.reject(new Error('secret'));
    const answer = await ask(await aServer({ context }), '{ hello }', {}, JSON_ANSWER);
    expect(answer.status).toBe(500);
    expect(errorOf(answer)).toContain('INTERNAL_SERVER_ERROR: Something failed inside the server');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
