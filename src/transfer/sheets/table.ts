import { type Problem, show } from '../../domain/errors.js';
import { type Cell, columnLetters, type RowProblem, type SheetRow } from '../sheet.js';
import type { SheetLimits } from './limits.js';

/** What is wrong with a cell, or with the whole row where `column` is null. Columns are counted from 0. */
export interface Fault {
  readonly column: number | null;
  readonly value: string;
  readonly remedy: string;
}

/** A row as the file has it, before anything is known about a header. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly faults: readonly Fault[];
}

/** Cells that are merged; rows counted from 1, columns from 0, ends included. */
export interface MergedRange {
  readonly ref: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface TableSource {
  readonly sheet: string | null;
  /** In the order of their first row. */
  readonly merged: readonly MergedRange[];
  readonly limits: SheetLimits;
}

/** So many filled rows are looked at for a header. */
export const HEADER_WITHIN = 20;

const UNREADABLE_CHARACTER = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/u;

/**
 * The rows under the header of a table. The header is the first row with at least two filled cells, so that a title
 * above it is passed by; where none of the first 20 filled rows has two, it is the first filled row. Empty rows are
 * skipped but counted. A header that cannot be used is a problem, and its rows are not read.
 */
export async function* readTable(
  rows: AsyncIterable<RawRow>,
  source: TableSource,
): AsyncGenerator<SheetRow | RowProblem> {
  let table: Table | null = null;
  let waiting: RawRow[] = [];
  for await (const raw of rows) {
    if (table === null) {
      if (filled(raw) === 0) {
        // A row whose cells can't be told apart may have been the header.
        for (const { column, value, remedy } of raw.faults) {
          yield rowProblem(
            { sheet: source.sheet, row: raw.row, column: column === null ? null : columnLetters(column) },
            value,
            remedy,
          );
          if (column === null) return;
        }
        continue;
      }
      waiting.push(raw);
      if (filled(raw) < 2 && waiting.length < HEADER_WITHIN) continue;
      const header = filled(raw) < 2 ? waiting[0] : raw;
      table = new Table(header ?? raw, source);
      if (table.problems.length > 0) return yield* table.problems;
      if (header !== raw) for (const row of waiting.slice(1)) yield* table.read(row);
      waiting = [];
    } else yield* table.read(raw);
  }
  const [header, ...rest] = waiting;
  if (header === undefined) return;
  table = new Table(header, source);
  if (table.problems.length > 0) return yield* table.problems;
  for (const row of rest) yield* table.read(row);
}

/** Cells that a person sees something in. */
function filled(raw: RawRow): number {
  return raw.cells.filter((cell) => cell !== undefined && String(cell).trim() !== '').length;
}

/** `sheet "Pelaku", row 14, column "Mulai"`. */
function placeOf(sheet: string | null, row: number | null, column: string | null): string {
  return [
    sheet === null ? [] : `sheet ${show(sheet)}`,
    row === null ? [] : `row ${row}`,
    column === null ? [] : `column ${show(column)}`,
  ]
    .flat()
    .join(', ');
}

export function rowProblem(
  about: { sheet: string | null; row: number | null; column?: string | null },
  value: string,
  remedy: string,
  cells: ReadonlyMap<string, Cell> = new Map(),
): RowProblem {
  const { sheet, row, column = null } = about;
  const place = placeOf(sheet, row, column) || 'the file';
  const problem: Problem = { code: 'BAD_USER_INPUT', place, value, remedy };
  return { problem, sheet, row, column, cells };
}

class Table {
  readonly problems: readonly RowProblem[];
  private readonly titles: readonly string[];
  private readonly columns: ReadonlyMap<string, string>;
  private readonly merged: readonly MergedRange[];
  /** The first merged range that does not end above the row being read. */
  private nextMerged = 0;

  constructor(
    private readonly header: RawRow,
    private readonly source: TableSource,
  ) {
    const titles = Array.from(header.cells, (cell) => String(cell ?? '').trim());
    this.titles = titles.slice(0, titles.findLastIndex((title) => title !== '') + 1);
    this.merged = source.merged.filter(({ left }) => left < this.titles.length);
    this.columns = new Map(
      this.titles.flatMap((title, index): [string, string][] =>
        title === '' ? [] : [[title, columnLetters(index)]],
      ),
    );
    this.problems = [...this.headerFaults()].map((fault) => this.problem(fault, header.row));
  }

  private *headerFaults(): Generator<Fault> {
    const { header, source, titles } = this;
    yield* header.faults;
    if (titles.length > source.limits.columns) yield tooManyColumns(source.limits);
    for (const column of titles.keys()) {
      const fault = textFault(header.cells[column], source.limits);
      if (fault !== null) yield { column, ...fault };
    }
    const twice = titles.findIndex((title, index) => title !== '' && titles.indexOf(title) !== index);
    if (twice >= 0)
      yield { column: twice, value: 'twice in the header', remedy: 'keep one of the two columns' };
    const merged = this.mergedAt(header.row);
    if (merged !== undefined)
      yield {
        column: null,
        value: `the cells ${merged.ref} of the header are merged`,
        remedy: 'unmerge them, and write one title above each column, all in one row',
      };
  }

  *read(raw: RawRow): Generator<SheetRow | RowProblem> {
    const faults = [...raw.faults];
    if (filled(raw) === 0 && faults.length === 0) return;
    const cells = new Map<string, Cell>();
    for (let index = 0; index < raw.cells.length; index++) {
      const cell = raw.cells[index];
      const value = typeof cell === 'string' ? cell.trim() : cell;
      if (value === undefined || value === '') continue;
      const title = this.titles[index] ?? '';
      const fault = title === '' ? this.untitled(index) : textFault(value, this.source.limits);
      if (fault !== null) faults.push({ column: index, ...fault });
      else cells.set(title, value);
    }
    const merged = this.mergedAt(raw.row);
    if (merged !== undefined)
      faults.push({
        column: null,
        value: `the cells ${merged.ref} are merged, so that only the first of them holds a value`,
        remedy: 'unmerge them, and fill in each',
      });
    if (faults.length === 0) yield { sheet: this.source.sheet, row: raw.row, cells, columns: this.columns };
    for (const fault of faults) yield this.problem(fault, raw.row, cells);
  }

  private untitled(index: number): Omit<Fault, 'column'> {
    const columns = this.titles.length;
    const quote = this.source.sheet === null ? ', or put a cell that holds a separator in double quotes' : '';
    const remedy =
      index < columns
        ? 'write a title above the column, or empty the cell'
        : `the header has ${columns} columns; drop the extra cells${quote}`;
    return { value: 'a value under no title', remedy };
  }

  /** Rows come in order, so ranges that end above this one are passed for good. */
  private mergedAt(row: number): MergedRange | undefined {
    let range = this.merged[this.nextMerged];
    while (range !== undefined && range.bottom < row) range = this.merged[++this.nextMerged];
    return range !== undefined && range.top <= row ? range : undefined;
  }

  private problem(fault: Fault, row: number, cells?: ReadonlyMap<string, Cell>): RowProblem {
    const column = fault.column === null ? null : this.titles[fault.column] || columnLetters(fault.column);
    return rowProblem({ sheet: this.source.sheet, row, column }, fault.value, fault.remedy, cells);
  }
}

export function tooManyColumns(limits: SheetLimits): Fault {
  return {
    column: null,
    value: `more than ${limits.columns} columns`,
    remedy: 'delete the columns that are not needed, also those that look empty',
  };
}

/** Says what is wrong without quoting it: nobody knows yet whether the column holds a phone number. */
export function textFault(cell: Cell | undefined, limits: SheetLimits): Omit<Fault, 'column'> | null {
  if (typeof cell !== 'string') return null;
  if (cell.length > limits.cellLength)
    return {
      value: `a text of more than ${limits.cellLength} characters`,
      remedy: 'shorten it, or keep the text in a document and name that',
    };
  return UNREADABLE_CHARACTER.test(cell)
    ? { value: 'a text with a character that cannot be shown', remedy: 'type the text again' }
    : null;
}
