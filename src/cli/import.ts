import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { OPERATOR } from '../auth/rights.js';
import { readConfig } from '../config.js';
import { type ErrorCode, JejakError, type Problem, show } from '../domain/errors.js';
import type { Language } from '../domain/kinds.js';
import { importAs } from '../graphql/imports.js';
import type { ImportReport } from '../transfer/import.js';
import { RefusedRows } from '../transfer/refused-rows.js';
import { reach, reachable, type Served } from './connect.js';

/** What the command was told, ready for `runImport`. */
export interface ImportSettings {
  readonly name: string;
  readonly apply: boolean;
  readonly mapping?: string;
  readonly scheme?: string;
  readonly why?: string;
  readonly batchRows?: number;
  readonly refused?: string;
}

/** Imports a file as the operator: in this process, or by the server that has the data folder open. */
export async function runImport(
  path: string,
  settings: ImportSettings,
  language: Language,
): Promise<ImportReport> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile())
    throw new JejakError('BAD_USER_INPUT', `file ${show(path)} is not there; name a file that can be read`);
  const { refused: workbook, ...rest } = settings;
  const request = { ...rest, ...(await mappingOf(settings.mapping)) };
  const onProgress = (progress: Progress) => showProgress(progress, language);
  const { app, server } = await reach(readConfig(process.env));
  if (app === null) return byServer(server, path, request, workbook, onProgress);
  const refused = new RefusedRows();
  try {
    const report = await importAs(
      OPERATOR,
      app.store,
      { path, ...request },
      {
        onProgress,
        ...(workbook === undefined ? {} : { onRefused: (row) => refused.add(row) }),
      },
    );
    if (workbook !== undefined && !refused.isEmpty) await refused.write(workbook);
    return report;
  } finally {
    hideProgress();
    await refused.discard();
    await app.close();
  }
}

type Wanted = Omit<ImportSettings, 'refused'>;

/** A mapping in a file is sent along as it is; any other is a name. */
async function mappingOf(given: string | undefined): Promise<{ mapping?: string }> {
  if (given === undefined) return {};
  if (!given.endsWith('.json')) return { mapping: given };
  try {
    return { mapping: await readFile(given, 'utf8') };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new JejakError(
      'BAD_USER_INPUT',
      `mapping ${show(given)} cannot be read (${code}); name a JSON file that can be read`,
      [],
      { cause },
    );
  }
}

async function byServer(
  server: Served,
  path: string,
  wanted: Wanted,
  workbook: string | undefined,
  onProgress: (progress: Progress) => void,
): Promise<ImportReport> {
  try {
    const report = await reportOf(await send(server, path, wanted, 'report'), server, onProgress);
    if (workbook !== undefined && report.refused > 0) {
      // What was refused is refused again by a dry run, which writes nothing.
      const answer = await send(server, path, { ...wanted, apply: false }, 'refused');
      if (answer.status === 200) await writeFile(workbook, Buffer.from(await answer.arrayBuffer()));
    }
    return report;
  } finally {
    hideProgress();
  }
}

async function send(
  { url, token }: Served,
  path: string,
  { batchRows, apply, ...texts }: Wanted,
  answer: 'report' | 'refused',
): Promise<Response> {
  const query = new URLSearchParams({ ...texts, apply: String(apply), answer });
  if (batchRows !== undefined) query.set('batch', String(batchRows));
  return fetch(`${reachable(url)}/import?${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/x-ndjson' },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
}

interface Refusal {
  readonly code: ErrorCode;
  readonly problems?: readonly Problem[];
}

interface Line {
  readonly progress?: Progress;
  readonly report?: ImportReport;
  readonly errors?: ReadonlyArray<{ message: string; extensions: Refusal }>;
}

/** The report at the end of what the server tells line by line. Throws what it refuses. */
async function reportOf(
  { body }: Response,
  { url, pid }: Served,
  onProgress: (progress: Progress) => void,
): Promise<ImportReport> {
  const lines = createInterface({ input: Readable.fromWeb(body as ReadableStream) });
  for await (const text of lines) {
    const { progress, report, errors } = JSON.parse(text) as Line;
    if (progress !== undefined) onProgress(progress);
    if (report !== undefined) return report;
    const [first] = errors ?? [];
    if (first !== undefined)
      throw new JejakError(first.extensions.code, first.message, first.extensions.problems);
  }
  throw new JejakError(
    'UNAVAILABLE',
    `the server at ${url} (pid ${pid}) broke off; run the same command again, it goes on where it stopped`,
  );
}

type Progress = Pick<ImportReport, 'rows' | 'refused' | 'resumed' | 'counts'>;

/** Where a person may be watching. */
function showProgress({ rows, refused, resumed, counts }: Progress, language: Language): void {
  if (!process.stderr.isTTY) return;
  const text =
    language === 'id'
      ? `${rows} baris: ${counts.new} baru, ${counts.changed} berubah, ${counts.same} tetap, ${refused} ditolak, ${resumed} sudah diimpor`
      : `${rows} rows: ${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${refused} refused, ${resumed} imported before`;
  process.stderr.write(`\r\u001b[K${text}`);
}

function hideProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
