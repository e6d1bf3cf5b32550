import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { JejakError } from '../../src/domain/errors.js';
import { type ReadOptions, readSheets } from '../../src/transfer/read-sheets.js';
import type { Cell, RowProblem, SheetRow } from '../../src/transfer/sheet.js';
import { mustBeIndonesian } from '../support/indonesian.js';

const folders: string[] = [];

/** A file of a test; `removeFiles` takes it away. */
export async function fileOf(content: string | Uint8Array, name = 'table'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jejak-sheets-'));
  folders.push(folder);
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

export async function removeFiles(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
}

export interface Read {
  readonly rows: SheetRow[];
  readonly problems: RowProblem[];
}

export async function readPath(path: string, options?: ReadOptions): Promise<Read> {
  const read: Read = { rows: [], problems: [] };
  for await (const each of readSheets(path, options))
    if ('problem' in each) read.problems.push(each);
    else read.rows.push(each);
  return read;
}

export async function readBytes(content: string | Uint8Array, options?: ReadOptions): Promise<Read> {
  return readPath(await fileOf(content), options);
}

/** The cells of each row that can be read. */
export async function cellsOf(
  content: string | Uint8Array,
  options?: ReadOptions,
): Promise<Record<string, Cell>[]> {
  const { rows, problems } = await readBytes(content, options);
  if (problems.length > 0) throw new Error(told(problems).join('\n'));
  return rows.map(({ cells }) => Object.fromEntries(cells));
}

/** `row 14, column "Mulai": what is wrong`. Each can be said in Indonesian. */
export function told(problems: readonly RowProblem[]): string[] {
  for (const { problem } of problems) mustBeIndonesian(problem);
  return problems.map(({ problem }) => `${problem.place}: ${problem.value}`);
}

/** The message with which a file is refused as a whole. */
export async function refusalOf(content: string | Uint8Array, options?: ReadOptions): Promise<string> {
  try {
    await readBytes(content, { name: 'usulan', ...options });
  } catch (error) {
    if (error instanceof JejakError && error.code === 'BAD_USER_INPUT') {
      error.problems.forEach(mustBeIndonesian);
      return error.message;
    }
    throw error;
  }
  throw new Error('the file was read');
}

export interface Entry {
  readonly data: string | Buffer;
  /** What the zip says of the entry, where that is a lie. */
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
}

/** A zip by the letter of the format, apart from the one that the product writes, so that it can lie. */
export function zip(entries: readonly (readonly [name: string, entry: string | Buffer | Entry])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of entries) {
    const entry: Entry = typeof given === 'string' || Buffer.isBuffer(given) ? { data: given } : given;
    const data = Buffer.from(entry.data as string);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(entry.flags ?? 0x0800, 2);
    head.writeUInt16LE(entry.method ?? 8, 4);
    head.writeUInt32LE(entry.crc ?? crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(entry.size ?? data.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const local = [Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed];
    parts.push(...local);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, rest, Buffer.from(name));
    offset += local.reduce((sum, each) => sum + each.length, 0);
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, table, Buffer.from('PK\x05\x06'), end]);
}

export interface Parts {
  /** `[name, contents of sheetData, what follows it]` of each sheet. */
  readonly sheets: readonly (readonly [name: string, data: string, after?: string])[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Parts that are other than usual; null leaves one out. */
  readonly other?: Readonly<Record<string, string | Buffer | Entry | null>>;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook whose XML the test writes. */
export function workbook({ sheets, strings, styles, workbookPr = '', other = {} }: Parts): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (each: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
  const parts: Record<string, string | Buffer | Entry | null> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>${sheets
      .map(([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      ...(strings === undefined ? [] : [relation('strings', 'sharedStrings', '/xl/sharedStrings.xml')]),
      ...(styles === undefined ? [] : [relation('styles', 'styles', 'styles.xml')]),
    ]),
    ...Object.fromEntries(
      sheets.map(([, data, after = ''], index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...other,
  };
  return zip(Object.entries(parts).flatMap(([name, part]) => (part === null ? [] : [[name, part] as const])));
}

/** A row of texts in the columns from A on. */
export function row(number: number, ...texts: readonly string[]): string {
  return `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

/** A sheet with the titles Nama and Nilai, and below them Ani with this cell, which is B2. */
export function withCell(cell: string): string {
  return `${row(1, 'Nama', 'Nilai')}<row r="2"><c t="inlineStr"><is><t>Ani</t></is></c>${cell}</row>`;
}
