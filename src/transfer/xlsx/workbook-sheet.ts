import type { Cell } from '../sheet.js';

export type WorkbookRow = readonly (Cell | null)[];

export interface WorkbookColumn {
  readonly title: string;
  /** In characters. */
  readonly width?: number;
  /** What a cell may hold: Excel offers a list and refuses anything else. */
  readonly choices?: readonly string[];
  /** Shown when the pointer is on the title. */
  readonly note?: string;
  /** Dates, ids and telephone numbers: Excel leaves them as they are typed, instead of making numbers of them. */
  readonly text?: boolean;
}

/** What is wrong with a cell, by the title of its column; with the whole row where that is null. */
export interface CellMark {
  readonly column: string | null;
  readonly message: string;
}

export interface WorkbookSheet {
  /** At most 31 characters, none of `[]:*?/\`, and unlike the other names. */
  readonly name: string;
  /** Paragraphs, one a row, above the table; a sheet of instructions has no columns. */
  readonly instructions?: readonly string[];
  readonly columns: readonly WorkbookColumn[];
  /** Grey and slanted; `isExample` tells them from rows. */
  readonly examples?: readonly WorkbookRow[];
  readonly rows?: Iterable<WorkbookRow> | AsyncIterable<WorkbookRow>;
  /**
   * What is wrong with a row, by its number in `rows` counted from 0; asked once, after the row was taken. Such cells
   * get a colour and a note, and a last column "Kesalahan" says it in words.
   */
  readonly marks?: (row: number) => readonly CellMark[];
}
