import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, show } from '../domain/errors.js';

/** A row of a table: where a person finds it, and its cells that are not empty, by column. */
export interface Row {
  /** `claims.csv, row 14`: rows are counted as a spreadsheet shows them, the header being row 1. */
  readonly place: string;
  readonly cells: ReadonlyMap<string, string>;
}

interface Layout {
  readonly file: string;
  /** Every column that the table may have. */
  readonly columns: readonly string[];
  /** The column that must be there, and filled in every row. */
  readonly first: string;
}

/**
 * The rows of a CSV file: comma, UTF-8 with or without byte order mark, a header. Empty lines are skipped but
 * counted. What is wrong is added to `problems`; a row with a problem is still returned as far as it can be read,
 * so that all its problems are found in one go. Null when the file can't be read as a table at all.
 */
export function readTable(bytes: Uint8Array, layout: Layout, problems: Problem[]): Row[] | null {
  const records = split(bytes, layout.file, problems);
  if (records === null) return null;
  const header = records[0]?.map((name) => name.trim()) ?? [];
  if (records.length > 0 && !checkHeader(header, layout, problems)) return null;
  return records.slice(1).flatMap((record, index) => {
    const place = `${layout.file}, row ${index + 2}`;
    const cells = record.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) return [];
    if (cells.slice(header.length).some((cell) => cell !== ''))
      problems.push(
        bad(
          place,
          `${cells.length} cells under ${header.length} columns`,
          'put a cell that holds a comma in double quotes, or drop the extra cells',
        ),
      );
    const named = header.map((name, column): [string, string] => [name, cells[column] ?? '']);
    // The cells of a refused column are left out: its header has been told already.
    const row = {
      place,
      cells: new Map(named.filter(([name, cell]) => layout.columns.includes(name) && cell !== '')),
    };
    if (!row.cells.has(layout.first))
      problems.push(bad(at(place, layout.first), 'empty', `every row needs its ${layout.first}; fill it in`));
    return [row];
  });
}

/** `claims.csv, row 14, column "start"`. */
export function at(place: string, column: string): string {
  return `${place}, column "${column}"`;
}

export function bad(place: string, value: string, remedy: string): Problem {
  return { code: 'BAD_USER_INPUT', place, value, remedy };
}

function split(bytes: Uint8Array, file: string, problems: Problem[]): string[][] | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    problems.push(bad(file, 'bytes that are not UTF-8', 'save the file again as "CSV UTF-8"'));
    return null;
  }
  try {
    return parse(text, { relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push(csvProblem(error, file));
    return null;
  }
}

function csvProblem(error: CsvError, file: string): Problem {
  // csv-parse counts the records it completed: the next one is the row in which it stumbled.
  const place = `${file}, row ${Number(error.records ?? 0) + 1}`;
  return error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? bad(
        place,
        'a double quote is opened here and never closed',
        'close it; write a double quote inside a cell twice',
      )
    : bad(
        place,
        `a double quote stands where none may (line ${error.lines})`,
        'put the whole cell in double quotes, and write one inside it twice',
      );
}

/** Whether the rows below can be read by this header. */
function checkHeader(header: readonly string[], layout: Layout, problems: Problem[]): boolean {
  const place = `${layout.file}, row 1`;
  header.forEach((name, index) => {
    if (name !== '' && header.indexOf(name) !== index)
      problems.push(bad(at(place, name), 'twice in the header', 'keep one of the two columns'));
    else if (name !== '' && !layout.columns.includes(name))
      problems.push(
        bad(
          at(place, name),
          `${show(name)} is an unknown column`,
          name.includes(';')
            ? 'separate the cells with commas, not semicolons'
            : `use some of ${layout.columns.join(', ')}`,
        ),
      );
  });
  if (header.includes(layout.first)) return true;
  problems.push(bad(place, `no column ${show(layout.first)}`, `add it, and fill it in every row`));
  return false;
}
