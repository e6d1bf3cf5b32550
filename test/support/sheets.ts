import { parse } from 'csv-parse/sync';
import type { Cell, SheetRow } from '../../src/transfer/sheet.js';

/** Rows of a sheet as a reader of files gives them: header and cells as written, rows counted from the header's 1. */
export function sheetRows(
  sheet: string | null,
  header: readonly string[],
  ...rows: ReadonlyArray<ReadonlyArray<Cell | null>>
): SheetRow[] {
  const columns = new Map(header.map((title, index) => [title, String.fromCharCode(65 + index)]));
  return rows.map((row, index) => ({
    sheet,
    row: index + 2,
    columns,
    cells: new Map(
      header.flatMap((title, at) => {
        const cell = row[at];
        return cell === undefined || cell === null || cell === '' ? [] : [[title, cell] as const];
      }),
    ),
  }));
}

/** One row of the template from its cells by title. */
export function filled(sheet: string, row: number, cells: Readonly<Record<string, Cell>>): SheetRow {
  const titles = Object.keys(cells);
  return {
    sheet,
    row,
    cells: new Map(Object.entries(cells)),
    columns: new Map(titles.map((title) => [title, title])),
  };
}

/** The rows of a `;`-separated file, as spreadsheets of Malang save it. */
export function csvRows(text: string): SheetRow[] {
  const [header = [], ...rows] = parse(text, {
    delimiter: ';',
    bom: true,
    relax_column_count: true,
  }) as string[][];
  return sheetRows(null, header, ...rows);
}
