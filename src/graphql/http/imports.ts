import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { User } from '../../auth/rights.js';
import { JejakError, show } from '../../domain/errors.js';
import type { Reader, Writer } from '../../store/port.js';
import type { ImportReport } from '../../transfer/import.js';
import { RefusedRows } from '../../transfer/refused-rows.js';
import { type ImportRequest, importAs } from '../imports.js';
import { publicError } from './format-error.js';
import { grouped } from './limits.js';

export const NDJSON = 'application/x-ndjson';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Files taken at once, and how long each may be: each has a copy on disk. */
const AT_ONCE = 4;
const MOST_BYTES = 200 * 1024 ** 2;

const settings = z.strictObject({
  name: z.string().trim().min(1).max(200).default('berkas'),
  mapping: z.string().trim().min(1).max(10_000, 'is too long for an address; save it first').optional(),
  scheme: z
    .string()
    .regex(/^\S{1,100}$/, 'is not a scheme; write one word')
    .optional(),
  apply: z.enum(['true', 'false'], 'write true or false').default('false'),
  answer: z.enum(['report', 'refused'], 'write report or refused').default('report'),
  why: z.string().trim().min(1).max(2_000).optional(),
  batch: z.coerce
    .number('write a number')
    .int()
    .min(1, 'write 1 or more')
    .max(5_000, 'write 5000 or less')
    .optional(),
});
type Settings = z.infer<typeof settings>;

/**
 * `POST /import`: the file is the body, the rest stands in the address: `name`, `mapping`, `scheme`, `apply` (without it, a dry
 * run), `why`, `batch`, and `answer`: `report` (JSON; with `Accept: application/x-ndjson` lines of `{progress}` and in the
 * end `{report}` or `{errors}`) or `refused`: the workbook of the refused rows, to mend and send again.
 */
export function importRoute(
  userOf: (request: Request, response: Response) => Promise<User>,
  store: Reader & Writer,
): RequestHandler {
  let underWay = 0;
  return async (request, response) => {
    const user = await userOf(request, response);
    const wanted = readSettings(request);
    if (underWay >= AT_ONCE)
      throw new JejakError(
        'UNAVAILABLE',
        'POST /import: other files are being imported; try again in a moment',
      );
    underWay += 1;
    const folder = await mkdtemp(join(tmpdir(), 'jejak-import-'));
    try {
      const path = join(folder, 'file');
      await spool(request, path);
      await answer(user, store, path, wanted, request, response);
    } finally {
      underWay -= 1;
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function readSettings(request: Request): Settings {
  const parsed = settings.safeParse(request.query);
  if (parsed.success) return parsed.data;
  throw JejakError.ofProblems(
    'POST /import is refused',
    parsed.error.issues.flatMap((issue) => {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
      return names.map((name) => ({
        code: 'BAD_USER_INPUT' as const,
        place: `parameter ${name}`,
        value: show(request.query[name] ?? 'nothing'),
        remedy: issue.code === 'unrecognized_keys' ? 'no such parameter; leave it out' : issue.message,
      }));
    }),
  );
}

/** Keeps the body in a file: it is read more than once, and may be longer than memory. */
async function spool(request: Request, path: string): Promise<void> {
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      const refusal = new JejakError(
        'TOO_COMPLEX',
        `POST /import: the file has more than ${grouped(MOST_BYTES)} bytes, which is the limit; split it, or import it with jejak import on the machine that serves`,
      );
      done(bytes > MOST_BYTES ? refusal : null, chunk);
    },
  });
  await pipeline(request, counting, createWriteStream(path));
  if ((await stat(path)).size === 0)
    throw new JejakError('BAD_USER_INPUT', 'POST /import: the body is empty; send the file as it is');
}

async function answer(
  user: User,
  store: Reader & Writer,
  path: string,
  wanted: Settings,
  request: Request,
  response: Response,
): Promise<void> {
  const abort = new AbortController();
  response.once('close', () => abort.abort());
  const { name, mapping, scheme, why, batch } = wanted;
  const asked: ImportRequest = {
    path,
    name: basename(name),
    apply: wanted.apply === 'true',
    ...(mapping === undefined ? {} : { mapping }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(why === undefined ? {} : { why }),
    ...(batch === undefined ? {} : { batchRows: batch }),
  };
  const { signal } = abort;
  if (wanted.answer === 'refused') await sendRefused(user, store, asked, signal, response);
  else if (request.accepts(['application/json', NDJSON]) === NDJSON)
    await sendLines(user, store, asked, signal, response);
  else response.json(await importAs(user, store, asked, { signal }));
}

async function sendRefused(
  user: User,
  store: Reader & Writer,
  asked: ImportRequest,
  signal: AbortSignal,
  response: Response,
): Promise<void> {
  const refused = new RefusedRows();
  try {
    await importAs(user, store, asked, { signal, onRefused: (row) => refused.add(row) });
    if (refused.isEmpty) {
      response.status(204).end();
      return;
    }
    response.set('Content-Disposition', 'attachment; filename="ditolak.xlsx"').type(XLSX);
    await refused.write(response);
  } finally {
    await refused.discard();
  }
}

/** Progress as it comes: an import may take longer than a proxy waits in silence. */
async function sendLines(
  user: User,
  store: Reader & Writer,
  asked: ImportRequest,
  signal: AbortSignal,
  response: Response,
): Promise<void> {
  response.type(NDJSON);
  const line = (value: object) => void response.write(`${JSON.stringify(value)}\n`);
  const onProgress = ({ rows, refused, resumed, counts }: ImportReport) =>
    line({ progress: { rows, refused, resumed, counts } });
  try {
    const report = await importAs(user, store, asked, { signal, onProgress });
    line({ report });
  } catch (error) {
    if (signal.aborted) return;
    line({ errors: [publicError(error)] });
  }
  response.end();
}
