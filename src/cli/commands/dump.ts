import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { JejakError, show } from '../../domain/errors.js';
import { type Command, fileOf } from '../command.js';
import { EXIT, UsageError } from '../exit.js';

export const dump: Command = {
  name: 'dump',
  summary: 'write all that the store keeps, for safekeeping or another engine',
  operands: '[file]',
  about: `Writes the whole history, personal data, proposals, mappings and accounts as JSON Lines, to the file or else to
standard output; "jejak restore" reads it on either engine. Sessions are not in it. The same data give the same dump,
byte by byte. A file appears under its name once it is complete; it is readable by its owner only, unless --public.`,
  options: {
    public: { help: 'for publishing: without personal data, proposals, accounts and request keys' },
    force: { help: 'replace a file that is there' },
  },
  examples: [
    'jejak dump malang.jsonl',
    'jejak dump | gzip > malang.jsonl.gz',
    'jejak dump --public terbuka.jsonl',
  ],
  run: async (input) => {
    const file = fileOf(input);
    const isPublic = input.values.public === true;
    if (file !== undefined) refuseExisting(file, input.values.force === true);
    await withPieces(isPublic, async (pieces) => {
      if (file === undefined) await intoOutput(pieces);
      else await intoFile(file, pieces, isPublic);
    });
    if (file !== undefined) console.error(`dumped to ${file}`);
    return EXIT.ok;
  },
};

/** Runs `work` with the dump, from the store or from the server that has it open. */
async function withPieces(
  isPublic: boolean,
  work: (pieces: AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  const [{ dumpFrom, reach }, { readConfig }, { dumpLines }] = await Promise.all([
    import('../connect.js'),
    import('../../config.js'),
    import('../../transfer/dump.js'),
  ]);
  const { app, server } = await reach(readConfig(process.env));
  if (app === null) return work(dumpFrom(server, isPublic));
  try {
    await work(withLineFeeds(dumpLines(app.store, { public: isPublic })));
  } finally {
    await app.close();
  }
}

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function intoOutput(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    throw new JejakError(
      'UNAVAILABLE',
      'whoever read the dump left before its end; it is not complete, run "jejak dump" again',
    );
  }
}

async function intoFile(file: string, pieces: AsyncIterable<string>, isPublic: boolean): Promise<void> {
  const mode = isPublic ? 0o666 : 0o600;
  // A device or a pipe has no name to give away later.
  if (isThere(file) && !statSync(file).isFile())
    return pipeline(Readable.from(pieces), createWriteStream(file));
  const part = `${file}.part-${process.pid}`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part, { flags: 'wx', mode, flush: true }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function refuseExisting(file: string, force: boolean): void {
  if (!isThere(file)) return;
  const found = statSync(file);
  if (found.isDirectory()) throw new UsageError(`${show(file)} is a folder; name a file`);
  if (found.isFile() && !force)
    throw new UsageError(`file ${show(file)} is there already; name another one, or replace it with --force`);
}

const isThere = (file: string) => statSync(file, { throwIfNoEntry: false }) !== undefined;
