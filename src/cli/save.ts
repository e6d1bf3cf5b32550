import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { show } from '../domain/errors.js';
import type { OutgoingFile } from '../transfer/export-file.js';
import { type Input, type Option, usage } from './command.js';

/** Standard output instead of a file. */
const STDOUT = '-';

export const FORCE_OPTION: Option = { help: 'replace the file when it exists' };

/** Where a command writes its file to. */
export interface Target {
  /** Null: a file in the current folder, by the name that the file itself has. */
  readonly path: string | null;
  readonly force: boolean;
}

/** The target that the command line names: at most one word. */
export function targetOf(input: Input): Target {
  const [path = null, ...more] = input.words;
  if (more.length > 0) throw usage(input.command, `${show(more[0])} is one word too many; name one file`);
  return { path, force: input.values.force === true };
}

/**
 * Writes the file to its target. A file appears whole or not at all, and one that is there is left alone unless the
 * target says `force`. Nothing of a workbook goes to a terminal.
 */
export async function save(
  input: Input,
  { name, body }: Pick<OutgoingFile, 'name' | 'body'>,
  { path, force }: Target,
): Promise<void> {
  if (path === STDOUT) return toStdout(input, name, body);
  const file = path ?? name;
  if (existsSync(file) && !force)
    throw usage(input.command, `${show(file)} exists already; name another file, or replace it with --force`);
  // A device such as /dev/null is written to and never replaced.
  const whole = existsSync(file) && !statSync(file).isFile() ? file : `${file}.part`;
  try {
    await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(whole));
    if (whole !== file) await rename(whole, file);
  } catch (error) {
    if (whole !== file) await rm(whole, { force: true });
    throw error;
  }
  console.log(`written: ${file}`);
}

async function toStdout(input: Input, name: string, body: OutgoingFile['body']): Promise<void> {
  if (process.stdout.isTTY && name.endsWith('.xlsx'))
    throw usage(input.command, 'a workbook is not for a terminal; name a file, or add --format csv');
  try {
    await pipeline(Readable.from(body, { objectMode: false }), process.stdout, { end: false });
  } catch (error) {
    // A reader that has seen enough ("| head") has closed the pipe: nobody wants the rest.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
