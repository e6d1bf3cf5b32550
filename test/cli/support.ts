import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import type { Owner } from '../../src/store/engines/grafeo.js';

const MAIN = join(ROOT, 'dist/cli/main.js');
if (!existsSync(MAIN))
  throw new Error(`${MAIN} is missing; these tests run the built command: npm run build`);

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the command reads on standard input; nothing without. */
  readonly input?: string;
}

const folders: string[] = [];
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A data folder of its own, not made yet. */
export function aFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'jejak-cli-'));
  folders.push(parent);
  return join(parent, 'data');
}

function start(args: readonly string[], { data, env, input }: Surroundings): ChildProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    // Nothing of the environment of the test run: neither its Neo4j nor its port.
    env: { PATH, PORT: '0', ...(data === undefined ? {} : { JEJAK_DATA: data }), ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** Runs a command to its end. */
export async function jejak(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const child = start(args, surroundings);
  const said = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said() };
}

function collect(child: ChildProcess): () => { out: string; err: string } {
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return () => ({ out, err });
}

/** A serving process. */
export interface Serving {
  readonly pid: number;
  /** `http://HOST:PORT/graphql`. */
  readonly url: string;
  readonly said: () => { out: string; err: string };
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts a server on a free port and waits until it takes requests. */
export async function serving(surroundings: Surroundings, args: readonly string[] = []): Promise<Serving> {
  const child = start(['serve', ...args], surroundings);
  const said = collect(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, found] = /^ready (http:\S+)\n/.exec(said().out) ?? [];
      if (found !== undefined) resolve(found);
    });
    void closed.then(([code]) => reject(new Error(`the server ended with ${code}: ${said().err}`)));
  });
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await closed;
    return { code, ...said() };
  };
  return { pid: child.pid ?? 0, url, said, stop };
}

export const ownerOf = (data: string) => JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8')) as Owner;

/** Sends a document to a server as any client does. */
export async function ask<T>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
