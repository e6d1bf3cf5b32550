import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../../src/graphql/server.js';
import { aServer, closeAll, send } from './support.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const examples = [
  { title: 'A planner: who is behind it?', query: 'query Planner { hello }' },
  { title: 'A trickster', query: 'query Trickster { hello(name: "</script><script>alert(1)//$&") }' },
];

let server: RunningServer;
let html: string;
let policy: string;

const visit = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { accept: BROWSER, ...headers } });

beforeAll(async () => {
  server = await aServer({ examples });
  const response = await visit('/graphql');
  policy = response.headers.get('content-security-policy') ?? '';
  html = await response.text();
});
afterAll(closeAll);

test.each(['/graphql', '/', '/graphql?query={hello}'])('a browser gets the page at %s', async (path) => {
  const response = await visit(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toBe(html);
});

test.each(['*/*', 'application/json', 'application/json, text/html;q=0.5'])(
  'Accept: %s gets JSON at /graphql',
  async (accept) => {
    expect((await send(server, '/graphql', { headers: { accept } })).status).toBe(400);
  },
);

describe('the page', () => {
  test('opens with the examples, under their titles, and asks /graphql', () => {
    expect(html).toContain('# A planner: who is behind it?\\nquery Planner { hello }\\n');
    expect(html).toContain('"endpoint":"/graphql"');
    expect(html).toContain('"shouldPersistHeaders":false');
  });

  test('loads nothing from anywhere', () => {
    const markup = html.replace(/<script>[\s\S]*<\/script>/, '');
    expect(markup.match(/(src|href)=(?!["']?data:).{0,80}/g)).toBeNull();
    expect(markup.match(/@import.{0,80}/g)).toBeNull();
    expect(markup.match(/url\((?!["']?data:).{0,80}/g)).toBeNull();
  });

  test('has one script, which an example can’t end', () => {
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(html).toContain('\\u003c/script>\\u003cscript>alert(1)//$&');
  });

  test('may run that script alone, and reach nobody but this server', () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      'worker-src blob:',
      "style-src 'unsafe-inline'",
      'img-src data:',
      'font-src data:',
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });
});

describe('the 9 MB', () => {
  test('are sent compressed to who can read that, and plain to who can’t', async () => {
    const packed = await visit('/', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(3_000_000);
    expect(packed.headers.get('vary')).toBe('Accept, Accept-Encoding');
    const plain = await visit('/', { 'accept-encoding': 'identity' });
    expect(plain.headers.has('content-encoding')).toBe(false);
    expect(await plain.text()).toBe(html);
  });

  test('are sent once: the second visit is 304', async () => {
    const etag = (await visit('/', {})).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    const again = await visit('/', { 'if-none-match': etag, 'cache-control': 'max-age=0' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('are not sent to HEAD', async () => {
    const response = await fetch(`${server.url}/`, { method: 'HEAD', headers: { accept: BROWSER } });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
