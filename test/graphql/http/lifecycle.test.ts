import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { JejakError } from '../../../src/domain/errors.js';
import { aStore, serve, subscribe } from './streams.js';
import { aServer, ask, closeAll, errorOf, send } from './support.js';

jest.spyOn(console, 'error').mockImplementation(() => {});
afterAll(closeAll);

describe('health', () => {
  test('live as long as it answers', async () => {
    const server = await aServer({ ready: async () => false });
    expect(await send(server, '/health/live')).toMatchObject({ status: 200, headers: expect.anything() });
  });

  test('ready when the store is', async () => {
    expect((await send(await aServer(), '/health/ready')).status).toBe(200);
  });

  test.each([
    ['says no', async () => false],
    ['fails', () => Promise.reject(new Error('secret'))],
    [
      'throws',
      () => {
        throw new Error('secret');
      },
    ],
    ['does not answer', () => new Promise<boolean>(() => {})],
  ])('503 UNAVAILABLE when the store %s', async (_, ready) => {
    const answer = await send(await aServer({ ready }), '/health/ready');
    expect(answer.status).toBe(503);
    expect(errorOf(answer)).toContain('UNAVAILABLE: GET /health/ready: the store does not answer; ');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

describe('starting', () => {
  test('says the address, with the port that was free', async () => {
    expect((await aServer()).url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    expect((await aServer({ host: 'localhost' })).url).toMatch(/^http:\/\/localhost:\d+$/);
  });

  test('on a port in use is a CONFLICT that names it', async () => {
    const { port, host } = new URL((await aServer()).url);
    const second = aServer({ port: Number(port) });
    await expect(second).rejects.toThrow(JejakError);
    await expect(second).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `${host} is in use by another program; stop that one, or set PORT (0 picks a free one)`,
    });
  });

  test('on an address of another machine is refused', async () => {
    await expect(aServer({ host: '192.0.2.1' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: '192.0.2.1:0 is no address of this machine; set HOST to 127.0.0.1 or 0.0.0.0',
    });
  });
});

describe('whatever the environment says', () => {
  const names = ['NODE_ENV', 'APOLLO_KEY', 'APOLLO_GRAPH_REF', 'APOLLO_SCHEMA_REPORTING'];
  const before = names.map((name) => [name, process.env[name]] as const);
  afterAll(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test('nothing is reported to Apollo, and signals are left to the command line', async () => {
    Object.assign(process.env, { NODE_ENV: 'production', APOLLO_SCHEMA_REPORTING: 'true' });
    Object.assign(process.env, { APOLLO_KEY: 'service:jejak:secret', APOLLO_GRAPH_REF: 'jejak@current' });
    const listeners = process.listenerCount('SIGTERM');
    const asked = jest.spyOn(globalThis, 'fetch');
    const server = await aServer();
    expect(await ask(server, '{ hello __schema { queryType { name } } }')).toMatchObject({ status: 200 });
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
    await server.close();
    expect(asked.mock.calls.map(([url]) => url)).toEqual([`${server.url}/graphql`]);
    asked.mockRestore();
  });
});

describe('closing', () => {
  test('lets a request in flight finish, takes no other, and is done at once then', async () => {
    const server = await aServer();
    const inFlight = ask(server, '{ slow(milliseconds: 500) }');
    await wait(150);
    const started = performance.now();
    const closed = server.close();
    await wait(50);
    await expect(ask(server, '{ hello }')).rejects.toThrow('fetch failed');
    expect(await inFlight).toMatchObject({ status: 200, data: { slow: 'done' } });
    await closed;
    expect(performance.now() - started).toBeLessThan(3_000);
    await server.close();
  });

  test('cuts off, after 5 s, what does not finish: a slow request and a silent connection', async () => {
    const server = await aServer({ limits: { milliseconds: 60_000 } });
    const silent = connect(Number(new URL(server.url).port), '127.0.0.1');
    const inFlight = expect(ask(server, '{ slow(milliseconds: 9000) }')).rejects.toThrow('fetch failed');
    await wait(150);
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeGreaterThan(4_500);
    expect(performance.now() - started).toBeLessThan(8_000);
    await inFlight;
    silent.destroy();
  });

  test('does not wait for a client that listens to a stream', async () => {
    const store = await aStore();
    const server = await serve(store);
    const stream = await subscribe(server, 'subscription { changes { id } }');
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await stream.rest()).toEqual([]);
    await store.close();
  });

  test('with idle connections kept alive does not wait for them', async () => {
    const server = await aServer();
    await ask(server, '{ hello }');
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
