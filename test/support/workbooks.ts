import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateLayout } from '../../src/transfer/layout.js';
import type { Cell } from '../../src/transfer/sheet.js';
import { writeWorkbook } from '../../src/transfer/write-workbook.js';

/** Rows by sheet, each cell under the title of its column. */
export type Filled = Readonly<Record<string, ReadonlyArray<Readonly<Record<string, Cell>>>>>;

/** A file of its own folder. */
export const aFile = (name: string) => join(mkdtempSync(join(tmpdir(), 'jejak-file-')), name);

/** The template, filled in, as a file on disk. Throws for a column that the template does not have. */
export async function filledTemplate(filled: Filled, name = 'isian.xlsx'): Promise<string> {
  const path = aFile(name);
  const sheets = templateLayout().sheets.filter(({ title }) => title in filled);
  const lost = Object.keys(filled).filter((title) => !sheets.some((sheet) => sheet.title === title));
  if (lost.length > 0) throw new Error(`the template has no sheet ${lost.join(', ')}`);
  await writeWorkbook(
    sheets.map(({ title, columns }) => ({
      name: title,
      columns: columns.map((column) => ({ title: column.title, text: true })),
      rows: (filled[title] ?? []).map((row) => {
        const unknown = Object.keys(row).filter((key) => !columns.some((column) => column.title === key));
        if (unknown.length > 0) throw new Error(`sheet ${title} has no column ${unknown.join(', ')}`);
        return columns.map((column) => row[column.title] ?? null);
      }),
    })),
    path,
  );
  return path;
}
