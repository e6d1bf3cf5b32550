import type { RowProblem, SheetRow } from '../sheet.js';
import type { SheetLimits } from '../sheets/limits.js';
import { readTable, rowProblem } from '../sheets/table.js';
import { Unreadable } from '../sheets/unreadable.js';
import { Archive } from './archive.js';
import { readMerged } from './merged.js';
import { sheetRows } from './rows.js';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.js';

/**
 * The rows of a workbook, sheet by sheet. `chosen` decides which sheets are read. What holds up one sheet is a problem
 * of that sheet; throws `Unreadable` when the workbook as a whole cannot be read.
 */
export async function* workbookRows(
  path: string,
  fileBytes: number,
  chosen: (sheet: SheetPart) => boolean,
  limits: SheetLimits,
): AsyncGenerator<SheetRow | RowProblem> {
  const archive = await Archive.open(path, fileBytes, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    const names = new Set<string>();
    for (const sheet of workbook.sheets.filter(chosen)) {
      const about = { sheet: sheet.name, row: null };
      if (names.has(sheet.name)) yield rowProblem(about, 'the name of two sheets', 'rename one of them');
      else yield* readSheet(archive, sheet, workbook, limits);
      names.add(sheet.name);
    }
  } finally {
    archive.close();
  }
}

async function* readSheet(
  archive: Archive,
  { name: sheet, part }: SheetPart,
  workbook: Workbook,
  limits: SheetLimits,
): AsyncGenerator<SheetRow | RowProblem> {
  try {
    if (part === null)
      throw new Unreadable('no part of the workbook holds its cells', 'save it again as .xlsx');
    const merged = await readMerged(archive.read(part), limits);
    yield* readTable(sheetRows(archive.read(part), workbook, limits), { sheet, merged, limits });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield rowProblem({ sheet, row: null }, error.value, error.remedy);
  }
}
