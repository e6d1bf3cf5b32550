import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { App } from '../../app.js';
import { JejakError } from '../../domain/errors.js';
import type { Progress } from '../../transfer/restore.js';
import { type Command, fileOf } from '../command.js';
import type { Served } from '../connect.js';
import { EXIT, UsageError } from '../exit.js';
import { countsText, STATUS, type StatusAnswer } from '../queries.js';

/** How often a person sees that it goes on. */
const PROGRESS_MS = 200;

export const restore: Command = {
  name: 'restore',
  summary: 'read a dump into an empty store',
  operands: '[file]',
  about: `Reads what "jejak dump" wrote, from the file or else from standard input, into an empty store of either engine: the same
ids, the same history. Every line is checked. A restore that was cut off goes on where it stopped when it is run again
with the same dump; until it has come to the end, no other command opens the store. A server must be stopped first.`,
  options: {},
  examples: ['jejak restore malang.jsonl', 'gunzip -c malang.jsonl.gz | jejak restore'],
  run: async (input) => {
    const pieces = await piecesOf(fileOf(input));
    const [{ reach, inProcess }, { readConfig }] = await Promise.all([
      import('../connect.js'),
      import('../../config.js'),
    ]);
    const { app, server } = await reach(readConfig(process.env), { restoring: true });
    if (app === null) throw served(server);
    try {
      const { written, present } = await restoreInto(app, pieces);
      const { status } = await inProcess(app)<StatusAnswer>(STATUS);
      console.log(`${written} lines restored, ${present} were there already`);
      console.log(`in the store: ${countsText(status)}`);
    } finally {
      await app.close();
    }
    return EXIT.ok;
  },
};

/** The text of the file, or of standard input. Throws before anything is opened when the file is not there. */
async function piecesOf(file: string | undefined): Promise<AsyncIterable<string>> {
  if (file === undefined && process.stdin.isTTY)
    throw new UsageError(
      'there is nothing to restore; name a file, or pipe a dump in\nsee: jejak restore --help',
    );
  if (file === undefined) return process.stdin.setEncoding('utf8');
  const stream = createReadStream(file, 'utf8');
  await once(stream, 'open');
  return stream;
}

async function restoreInto(app: App, pieces: AsyncIterable<string>) {
  const [{ restore: restoreLines }, { linesOf }] = await Promise.all([
    import('../../transfer/restore.js'),
    import('../../transfer/lines.js'),
  ]);
  let shown = 0;
  const show = ({ sequence, last }: Progress) => {
    if (performance.now() - shown < PROGRESS_MS) return;
    shown = performance.now();
    process.stderr.write(`\rchange ${sequence} of ${last} `);
  };
  try {
    return await restoreLines(app.store, linesOf(pieces), process.stderr.isTTY ? show : undefined);
  } finally {
    if (shown > 0) process.stderr.write('\r\u001b[K');
  }
}

const served = ({ url, pid }: Served) =>
  new JejakError(
    'CONFLICT',
    `the data folder is served at ${url} by process ${pid}; stop that server, or set JEJAK_DATA to an empty folder`,
  );
