import type { Problem } from '../domain/errors.js';

/**
 * A cell as read: text trimmed; a number or boolean where the format itself says so (XLSX, JSON). A date cell is the
 * text YYYY-MM-DD; where its number format shows no day, YYYY-MM, and no month either, YYYY: a clerk who types
 * "Mar 2021" into Excel wrote no day, though the cell holds the first of March.
 */
export type Cell = string | number | boolean;

/** A row under a header: where a person finds it, and its cells that are not empty, by column title as written (trimmed). */
export interface SheetRow {
  /** Null for CSV and JSON Lines. */
  readonly sheet: string | null;
  /**
   * Counted as a spreadsheet shows it: a CSV row with line breaks inside its cells is one row, empty rows count. Of
   * JSON Lines, the line.
   */
  readonly row: number;
  readonly cells: ReadonlyMap<string, Cell>;
  /** The letter of each column by its title, for places: `C`. Empty for JSON Lines. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Something that cannot be read. The row that it stands in is not given as a `SheetRow`, and reading goes on. */
export interface RowProblem {
  readonly problem: Problem;
  readonly sheet: string | null;
  /** Null when the whole sheet cannot be read. */
  readonly row: number | null;
  /** The title of the column, or its letter when it has none. */
  readonly column: string | null;
  /** What could be read of the row, to show it again. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export type SheetFormat = 'csv' | 'xlsx' | 'jsonl';

/** How the first cell of an example row begins in the workbooks that we write. */
export const EXAMPLE_MARK = 'Contoh: ';

/** An example says that it is one in its first filled cell, for whoever reads the file without its colours. */
export function markExample(example: ReadonlyArray<Cell | null>): Array<Cell | null> {
  const first = example.findIndex((cell) => cell !== null && cell !== '');
  return example.map((cell, column) => (column === first ? `${EXAMPLE_MARK}${cell}` : cell));
}

/** Whether a row is one of the examples of a template, which a clerk may have left in. */
export function isExample(row: SheetRow): boolean {
  const [first] = row.cells.values();
  return typeof first === 'string' && first.startsWith(EXAMPLE_MARK);
}

/** The last column of a workbook of refused rows: what is wrong with each. */
export const ERRORS_COLUMN = 'Kesalahan';

/**
 * Text that a spreadsheet takes for a formula when it opens a CSV file (OWASP, "CSV Injection"). We write it with an
 * apostrophe before it and take that away again; text with apostrophes before such a character gets one more, so that
 * nothing is lost on the way there and back.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** The letters of a column as a spreadsheet shows them; the first is 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
