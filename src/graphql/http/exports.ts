import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { show } from '../../domain/errors.js';
import type { OutgoingFile } from '../../transfer/export-file.js';
import { HttpRefusal } from './answer.js';
import { insideOf, logError } from './log.js';
import { contextRequest, type MakeContext } from './operation.js';

/** What an address below `/export/` asks for: `records.csv?sheet=Pelaku`. */
export interface AskedFile {
  readonly view: string;
  readonly format: string;
  /** The parameters of the query, each with all its values. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
}

/** Opens the file that is asked for. Throws before its first byte what whoever asks can mend. */
export type OpenFile<Context> = (context: Context, asked: AskedFile) => Promise<OutgoingFile>;

/**
 * Answers `/export/<view>.<format>` with a file, as fast as the client takes it and no faster; a client that leaves ends
 * the reading. What goes wrong after the first bytes cuts the connection, so that half a file is not taken for a whole.
 */
export function sendExport<Context>(
  makeContext: MakeContext<Context>,
  open: OpenFile<Context>,
): RequestHandler {
  return async (request, response) => {
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    const context = await makeContext(contextRequest(request, response, abort.signal));
    const { name, type, body } = await open(context, askedBy(request));
    const bytes = body[Symbol.asyncIterator]();
    // The first piece before the headers: what fails at once is answered as an error.
    const first = request.method === 'HEAD' ? null : await bytes.next();
    response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
    if (first === null) return void response.end();
    await stream(response, first, bytes).catch((error) => {
      if (!abort.signal.aborted) logError('An export broke off', insideOf(error));
    });
  };
}

async function stream(
  response: Response,
  first: IteratorResult<string | Uint8Array>,
  rest: AsyncIterator<string | Uint8Array>,
): Promise<void> {
  async function* pieces() {
    try {
      for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  await pipeline(Readable.from(pieces(), { objectMode: false }), response);
}

function askedBy(request: Request): AskedFile {
  const [, view = '', format = ''] = /^(.*)\.([^.]*)$/.exec(String(request.params.file ?? '')) ?? [];
  const at = request.originalUrl.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at));
  const names = [...new Set(query.keys())];
  return { view, format, parameters: new Map(names.map((name) => [name, query.getAll(name)])) };
}

/** The refusal of an address that leads to no file. */
export function noSuchExport({ view, format }: AskedFile, known: readonly string[]): HttpRefusal {
  const asked = format === '' ? view : `${view}.${format}`;
  const message = `GET /export/: there is no ${show(asked)}; ask for one of ${known.join(', ')}`;
  return new HttpRefusal(404, 'NOT_FOUND', message);
}
