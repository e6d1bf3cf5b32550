import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** Every command that the README shows is run, or stands below with the place where it is. */
const readme = readFileSync('README.md', 'utf8');
const shown = [
  ...[...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n')),
  ...[...readme.matchAll(/\| `(npx jejak [^`]*)`/g)].map(([, command = '']) => command),
];

const RUN_ELSEWHERE: Record<string, string> = {
  'npm ci && npm start': 'below, without the install',
  'npm ci && npm test': 'this run, by .ci/run',
  'NEO4J_PASSWORD=at-least-8-characters docker compose up --build': 'test/house/image.sh, compose.test.ts',
  'npx jejak serve': 'npm start runs it',
  'npx jejak restore': 'test/cli/dump.test.ts: it takes no folder that is served',
};

const data = mkdtempSync(join(tmpdir(), 'jejak-readme-'));
const env = { ...process.env, JEJAK_DATA: data, PORT: '0', NEO4J_URI: '', NODE_OPTIONS: '' };
let server: ReturnType<typeof spawn> | undefined;
let url = '';

beforeAll(async () => {
  server = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  url = await new Promise<string>((resolve, reject) => {
    let out = '';
    server?.stdout?.on('data', (chunk) => {
      out += chunk;
      const ready = /^ready (http\S+)$/m.exec(out)?.[1];
      if (ready) resolve(ready);
    });
    server?.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${out}`)));
  });
}, 120_000);

afterAll(() => {
  // npm does not always pass the signal on, so the whole group gets it.
  if (server?.pid) process.kill(-server.pid, 'SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

describe('the README', () => {
  test('shows commands', () => {
    expect(shown).toContain('npm ci && npm start');
    expect(shown).toContain('npm ci && npm test');
    expect(shown.length).toBeGreaterThan(6);
  });

  test('npm start prints where it is ready, and the query of the README answers there', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1];
    const ask = async (body: object) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { data: never; errors?: unknown };
    };
    const found = (await ask({
      query: '{ search(query: "top 25 singo", first: 1) { nodes { node { id } } } }',
    })) as unknown as { data: { search: { nodes: [{ node: { id: string } }] } } };
    const { data: traced, errors } = await ask({
      query,
      variables: { id: found.data.search.nodes[0].node.id },
    });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(traced)).toContain('paragraf 5');
  });

  test.each(shown.filter((command) => RUN_ELSEWHERE[command] === undefined))('%s', (command) => {
    const out = execFileSync('bash', ['-c', command], {
      env,
      encoding: 'utf8',
    });
    expect(out.trim()).not.toBe('');
  });

  test('links to files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\(([^)#]+)\)/g))
      expect([target, existsSync(target)]).toEqual([target, true]);
  });
});

describe('the house', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'DESIGN.md'];

  test.each(documents)('%s names only files that exist', (document) => {
    const text = readFileSync(document, 'utf8');
    const paths = [...text.matchAll(/`((?:src|schema|seeds|test|scripts)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    for (const path of paths) expect([path, existsSync(path)]).toEqual([path, true]);
  });

  test('the lockfile names the binaries of every platform, so that npm ci takes it everywhere', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    // Mended by: node scripts/complete-lockfile.mjs
    expect(missing).toEqual([]);
  });

  test('no source file is longer than 400 lines', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const long = files.filter(
      (name) =>
        !name.includes('generated') && readFileSync(join('src', name), 'utf8').split('\n').length > 400,
    );
    expect(long).toEqual([]);
  });
});
