import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Cell, columnLetters, guardFormula } from './sheet.js';
import { commentsXml, drawingXml } from './xlsx/comments.js';
import {
  CORE_XML,
  contentTypesXml,
  PACKAGE_RELATIONS_XML,
  type PackageSheet,
  sheetRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from './xlsx/package.js';
import { SheetXml } from './xlsx/sheet-xml.js';
import { STYLES_XML } from './xlsx/styles.js';
import type { WorkbookRow, WorkbookSheet } from './xlsx/workbook-sheet.js';
import { type ZipPart, zipOf } from './xlsx/zip.js';

export type { CellMark, WorkbookColumn, WorkbookRow, WorkbookSheet } from './xlsx/workbook-sheet.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The hidden sheet that holds the lists of choices, a column each. */
const LISTS = '_daftar';

/**
 * Writes a workbook (.xlsx, ECMA-376) to a stream or a file, row by row: of the rows only one is held at a time, and
 * at most 1,000 notes a sheet. The same sheets give the same bytes under the same release of Node. Text is always written as text
 * and can't become a formula. A file that could not be finished is removed.
 * Throws BAD_USER_INPUT when a sheet or a cell cannot hold what it is given.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[], to: Writable | string): Promise<void> {
  const bytes = workbookBytes(sheets);
  if (typeof to !== 'string') return pipeline(bytes, to);
  try {
    await pipeline(bytes, createWriteStream(to));
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

/** The bytes of a workbook as they come, each made when it is asked for; otherwise as `writeWorkbook`. */
export function workbookBytes(sheets: readonly WorkbookSheet[]): AsyncGenerator<Buffer> {
  checkNames(sheets.map(({ name }) => name));
  return zipOf(partsOf(sheets));
}

async function* partsOf(sheets: readonly WorkbookSheet[]): AsyncGenerator<ZipPart> {
  const lists = new Lists(sheets);
  const about: PackageSheet[] = sheets.map((sheet) => ({
    name: sheet.name,
    hidden: false,
    commented: SheetXml.mayComment(sheet),
  }));
  if (lists.choices.length > 0) about.push({ name: LISTS, hidden: true, commented: false });
  yield part('[Content_Types].xml', [contentTypesXml(about)]);
  yield part('_rels/.rels', [PACKAGE_RELATIONS_XML]);
  yield part('docProps/core.xml', [CORE_XML]);
  yield part('xl/workbook.xml', [workbookXml(about)]);
  yield part('xl/_rels/workbook.xml.rels', [workbookRelationsXml(about)]);
  yield part('xl/styles.xml', [STYLES_XML]);
  for (const [index, sheet] of sheets.entries()) yield* sheetParts(sheet, index + 1, lists);
  if (lists.choices.length > 0) yield* sheetParts(lists.sheet(), about.length, lists);
}

async function* sheetParts(sheet: WorkbookSheet, number: number, lists: Lists): AsyncGenerator<ZipPart> {
  const xml = new SheetXml(sheet, (column) => lists.rangeOf(sheet.columns[column]?.choices));
  yield part(`xl/worksheets/sheet${number}.xml`, xml.xml());
  if (!SheetXml.mayComment(sheet)) return;
  yield part(`xl/worksheets/_rels/sheet${number}.xml.rels`, [sheetRelationsXml(number)]);
  yield part(`xl/comments${number}.xml`, commentsXml(xml.comments));
  yield part(`xl/drawings/vmlDrawing${number}.vml`, drawingXml(xml.comments));
}

function part(name: string, text: ZipPart['text']): ZipPart {
  return {
    name,
    text: (async function* () {
      yield XML;
      yield* text;
    })(),
  };
}

/** Choices stand in cells: written into the rule itself, Excel takes no more than 255 characters and no comma. */
class Lists {
  readonly choices: readonly (readonly string[])[];

  constructor(sheets: readonly WorkbookSheet[]) {
    const all = sheets.flatMap(({ columns }) => columns.map(({ choices = [] }) => choices));
    this.choices = [...new Set(all.filter((choices) => choices.length > 0))];
  }

  rangeOf(choices: readonly string[] | undefined): string | null {
    const column = choices === undefined ? -1 : this.choices.indexOf(choices);
    if (choices === undefined || column < 0) return null;
    const letters = columnLetters(column);
    return `${LISTS}!$${letters}$1:$${letters}$${choices.length}`;
  }

  sheet(): WorkbookSheet {
    const { choices } = this;
    const longest = Math.max(...choices.map(({ length }) => length));
    const rows = Array.from({ length: longest }, (_, row) => choices.map((each) => each[row] ?? null));
    return { name: LISTS, columns: [], rows };
  }
}

/** Excel calls a workbook broken whose sheets are named otherwise; the names are ours, so this is a bug of ours. */
function checkNames(names: readonly string[]): void {
  const bad = names.find(
    (name, index) =>
      !/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/.test(name) ||
      names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== index,
  );
  if (bad !== undefined || names.length === 0) throw new RangeError(`no name for a sheet: ${bad}`);
}

/**
 * CSV as Excel in Indonesia opens it right: UTF-8 with a byte order mark, `;` between cells, a comma in numbers. The
 * header is the first row. Text that begins like a formula gets an apostrophe before it, which `readSheets` takes away.
 */
export async function* writeCsv(
  rows: Iterable<WorkbookRow> | AsyncIterable<WorkbookRow>,
): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield `${row.map(csvCell).join(';')}\r\n`;
}

function csvCell(cell: Cell | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = guardFormula(String(cell));
  return /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
