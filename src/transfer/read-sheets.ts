import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeProblem, JejakError, show } from '../domain/errors.js';
import { inIndonesian } from './problem-words.js';
import type { RowProblem, SheetFormat, SheetRow } from './sheet.js';
import { csvRows } from './sheets/csv.js';
import { jsonLines } from './sheets/jsonl.js';
import { SHEET_LIMITS, type SheetLimits } from './sheets/limits.js';
import { readTable } from './sheets/table.js';
import { textOf } from './sheets/text.js';
import { Unreadable } from './sheets/unreadable.js';
import { workbookRows } from './xlsx/read.js';

export interface ReadOptions {
  /** The name of the file as its sender knows it, for messages. The last part of the path when left out. */
  readonly name?: string;
  /** Which sheets of a workbook to read, hidden ones too. When left out: those that can be seen and hold no instructions. */
  readonly sheets?: (name: string) => boolean;
  readonly limits?: Partial<SheetLimits>;
}

/** How sheets that explain a workbook are named. */
const INSTRUCTIONS =
  /^\s*(petunjuk|panduan|cara (mengisi|pengisian)|baca dulu|instructions?|guide|read ?me)\b/i;

/** Far enough to see what a file is, past blank lines. */
const HEAD_BYTES = 4096;

/**
 * The rows of a CSV file, a workbook (.xlsx) or JSON Lines, one by one, each under its header, and in their midst what
 * could not be read. What a file is, its content tells and not its name. Memory does not grow with the rows; see
 * `SheetLimits` for what is held and refused. A row with a problem is given only as its problems.
 *
 * Formulas are never computed: of a formula the value last saved is read, and text that begins with `=` stays text. In
 * CSV an apostrophe before `=`, `+`, `-` or `@` is taken away, which `writeCsv` puts there.
 *
 * Throws BAD_USER_INPUT when the file cannot be read at all, or breaks off; rows given before that stand.
 */
export async function* readSheets(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<SheetRow | RowProblem> {
  const limits = { ...SHEET_LIMITS, ...options.limits };
  try {
    const { bytes, format } = await inspect(path, limits);
    if (format === 'xlsx') yield* workbookRows(path, bytes, chooser(options), limits);
    else if (format === 'jsonl') yield* jsonLines(textOf(path), limits);
    else yield* readTable(csvRows(textOf(path), limits), { sheet: null, merged: [], limits });
  } catch (error) {
    throw refusal(error, options.name ?? basename(path));
  }
}

/** What a file is. Throws BAD_USER_INPUT like `readSheets`. */
export async function sheetFormat(path: string, options: ReadOptions = {}): Promise<SheetFormat> {
  try {
    return (await inspect(path, { ...SHEET_LIMITS, ...options.limits })).format;
  } catch (error) {
    throw refusal(error, options.name ?? basename(path));
  }
}

function chooser({ sheets }: ReadOptions) {
  return ({ name, hidden }: { name: string; hidden: boolean }) =>
    sheets === undefined ? !hidden && !INSTRUCTIONS.test(name) : sheets(name);
}

async function inspect(path: string, limits: SheetLimits): Promise<{ bytes: number; format: SheetFormat }> {
  const file = await open(path);
  try {
    const { size: bytes } = await file.stat();
    if (bytes > limits.fileBytes)
      throw new Unreadable(`${bytes} bytes, more than ${limits.fileBytes}`, 'send it in parts');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    if (bytesRead === 0) throw new Unreadable('an empty file', 'choose the file that holds the table');
    return { bytes, format: formatOf(buffer.subarray(0, bytesRead)) };
  } finally {
    await file.close();
  }
}

function formatOf(head: Buffer): SheetFormat {
  const magic = head.toString('hex', 0, 4);
  // The second is a zip without any file in it.
  if (magic === '504b0304' || magic === '504b0506') return 'xlsx';
  if (magic === 'd0cf11e0')
    throw new Unreadable(
      'an old workbook (.xls), or one with a password',
      'save it as .xlsx without a password',
    );
  const encoding = magic.startsWith('fffe') ? 'utf-16le' : magic.startsWith('feff') ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === '' && head.length < HEAD_BYTES)
    throw new Unreadable('a file of blanks', 'choose the file that holds the table');
  if (/^<[?!a-z]/i.test(text)) throw new Unreadable('a web page or XML', 'save the table as .xlsx or as CSV');
  return /^[{[]/.test(text) ? 'jsonl' : 'csv';
}

/** A JejakError about the file, in both languages; what is no fault of the file is given back as it is. */
function refusal(error: unknown, name: string): unknown {
  const system = (error as NodeJS.ErrnoException | null)?.code;
  const refused =
    system === 'ENOENT' || system === 'EISDIR' || system === 'EACCES'
      ? new Unreadable(`cannot be opened (${system})`, 'give the path of a file that can be read')
      : error;
  if (!(refused instanceof Unreadable)) return error;
  const { value, remedy } = refused;
  const problem = { code: 'BAD_USER_INPUT', place: `file ${show(name)}`, value, remedy } as const;
  const told = { ...problem, indonesian: inIndonesian(problem) };
  return new JejakError('BAD_USER_INPUT', describeProblem(problem), [told], { cause: error });
}
