import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../src/config.js';

const IMPORTER = join(ROOT, 'test/support/importer.mjs');
if (!existsSync(join(ROOT, 'dist/graphql/imports.js')))
  throw new Error('importing in another process runs the built product: run "npm run build" first');

/** What to import, and where to; see importer.mjs. */
export interface Importing {
  readonly folder: string;
  readonly table: 'usulan' | 'actors';
  readonly rows: number;
  readonly batch: number;
}

/** A process that has loaded all it needs and waits for the word to import. */
export class Importer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: string[] = [];
  readonly #errors: string[] = [];
  readonly #ended: Promise<unknown>;
  #said = () => {};

  constructor({ folder, table, rows, batch }: Importing) {
    const args = ['--expose-gc', IMPORTER, folder, table, String(rows), String(batch)];
    this.#child = spawn(process.execPath, args, { env: {} });
    this.#child.stdin.on('error', () => {});
    this.#child.stderr.on('data', (text: Buffer) => this.#errors.push(String(text)));
    const output = createInterface({ input: this.#child.stdout });
    output.on('line', (line) => {
      this.#lines.push(line);
      this.#said();
    });
    this.#ended = Promise.all([once(output, 'close'), once(this.#child, 'exit')]);
  }

  begin(): void {
    this.#child.stdin.write('go\n');
  }

  /** Waits until it has said so many lines, or has ended. */
  async heard(lines: number): Promise<void> {
    let isOver = false;
    const over = this.#ended.then(() => {
      isOver = true;
    });
    while (this.#lines.length < lines && !isOver)
      await Promise.race([new Promise<void>((resolve) => (this.#said = resolve)), over]);
  }

  /** Waits until it has ended by itself; what it said. */
  async end(): Promise<readonly string[]> {
    await this.#ended;
    if (this.#errors.length > 0) throw new Error(this.#errors.join(''));
    return this.#lines;
  }

  /** Ends it as a power cut would; what it had said. */
  kill(): Promise<readonly string[]> {
    this.#child.kill('SIGKILL');
    return this.end();
  }
}
