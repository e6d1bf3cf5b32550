import type { Reader } from '../store/port.js';
import { type Choice, chosenSheets, onlySheet, placesIn } from './export-choice.js';
import { type MayReadPersonal, recordRows } from './export-records.js';
import { type SheetLayout, templateLayout } from './layout.js';
import type { SheetFormat } from './sheet.js';
import { templateSheets, templateTable, titlesOf } from './template-workbook.js';
import { type WorkbookRow, workbookBytes, writeCsv } from './write-workbook.js';

/** A file on its way out; its bytes are made as they are asked for. */
export interface OutgoingFile {
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

const TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** The blank template: a workbook, or one sheet of it as CSV. Throws BAD_USER_INPUT for a sheet that it does not have. */
export function templateFile(format: 'xlsx' | 'csv', sheets: readonly string[]): OutgoingFile {
  const layout = templateLayout();
  const chosen = chosenSheets(layout, { sheets, types: [], place: null });
  if (format === 'xlsx')
    return file('templat-jejak', null, format, workbookBytes(templateSheets({ ...layout, sheets: chosen })));
  const sheet = onlySheet(chosen, 'CSV');
  return file('templat-jejak', sheet, format, writeCsv(templateTable(sheet)));
}

/**
 * The template filled with what stands: a workbook, or one sheet of it as CSV or JSON Lines. Importing it again changes
 * nothing. Throws before the first byte: BAD_USER_INPUT for an unknown sheet or type, NOT_FOUND and CONFLICT for a place.
 */
export async function recordsFile(
  reader: Reader,
  format: SheetFormat,
  choice: Choice,
  mayReadPersonal: MayReadPersonal,
): Promise<OutgoingFile> {
  const layout = templateLayout();
  const chosen = chosenSheets(layout, choice);
  const only = format === 'xlsx' ? null : onlySheet(chosen, format === 'csv' ? 'CSV' : 'JSON Lines');
  const places = choice.place === null ? null : await placesIn(reader, choice.place);
  const rows = (sheet: SheetLayout) => recordRows(reader, sheet, layout, { mayReadPersonal, places });
  if (only === null)
    return file(
      'data-jejak',
      null,
      format,
      workbookBytes(templateSheets({ ...layout, sheets: chosen }, rows)),
    );
  const body = format === 'csv' ? writeCsv(withTitles(only, rows(only))) : jsonLines(only, rows(only));
  return file('data-jejak', only, format, body);
}

function file(name: string, sheet: SheetLayout | null, format: SheetFormat, body: OutgoingFile['body']) {
  const part = sheet === null ? '' : `-${sheet.title.toLowerCase().replaceAll(' ', '-')}`;
  return { name: `${name}${part}.${format}`, type: TYPES[format], body };
}

async function* withTitles(
  sheet: SheetLayout,
  rows: AsyncIterable<WorkbookRow>,
): AsyncGenerator<WorkbookRow> {
  yield titlesOf(sheet);
  yield* rows;
}

/** An object a row, without its empty cells. */
async function* jsonLines(
  { columns }: SheetLayout,
  rows: AsyncIterable<WorkbookRow>,
): AsyncGenerator<string> {
  for await (const row of rows) {
    const cells = columns.flatMap(({ title }, index) => {
      const cell = row[index] ?? null;
      return cell === null ? [] : [[title, cell] as const];
    });
    yield `${JSON.stringify(Object.fromEntries(cells))}\n`;
  }
}
