import { unguardFormula } from '../sheet.js';
import type { SheetLimits } from './limits.js';
import type { RawRow } from './table.js';

/** In the order in which they are believed: prose holds commas, and hardly ever tabs or semicolons. */
const SEPARATORS = [';', '\t', ','] as const;

/** So much of a file is looked at to tell its separator. */
const LOOK_AT = 64 * 1024;

/** A row of CSV, and where the next one begins; or why it cannot be split. */
type Split = { readonly cells: string[]; readonly end: number } | { readonly fault: 'closing' | 'open' };

/**
 * The rows of a CSV file (RFC 4180): cells apart by `;`, tab or `,`, which the header tells; CRLF, LF or CR at the end
 * of a row; a cell in double quotes may hold all of these. A double quote inside a cell without quotes is text, as in
 * Excel. After a quoted cell that goes wrong, reading goes on with the next line only when that surely is a new row:
 * when the quotes of the line pair up. Otherwise the rest of the file is not read, rather than read shifted.
 *
 * We split by ourselves because csv-parse, after such a fault, takes the lines that follow into the same cell.
 */
export async function* csvRows(text: AsyncIterable<string>, limits: SheetLimits): AsyncGenerator<RawRow> {
  let separator: string | null = null;
  let buffer = '';
  let row = 0;
  const split = function* (last: boolean): Generator<RawRow, boolean> {
    separator ??= separatorOf(buffer);
    let from = 0;
    while (from < buffer.length) {
      const next = splitRow(buffer, from, separator, last);
      if (next === null) break;
      row++;
      if ('fault' in next) {
        const line = lineAt(buffer, from);
        const goesOn = next.fault === 'closing' && (line.text.split('"').length - 1) % 2 === 0;
        yield { row, cells: [], faults: [quoteFault(next.fault, goesOn)] };
        if (!goesOn) return false;
        from = line.end;
      } else {
        yield { row, cells: next.cells.map(unguarded), faults: [] };
        from = next.end;
      }
    }
    buffer = buffer.slice(from);
    if (buffer.length <= limits.rowLength) return true;
    yield { row: row + 1, cells: [], faults: [tooLong(limits)] };
    return false;
  };
  for await (const piece of text) {
    buffer += piece;
    if (separator === null && buffer.length < LOOK_AT) continue;
    if (!(yield* split(false))) return;
  }
  yield* split(true);
}

function quoteFault(fault: 'closing' | 'open', goesOn: boolean) {
  const rest = goesOn ? '' : '; the rows below it are not read until then';
  return fault === 'open'
    ? {
        column: null,
        value: 'a double quote is opened here and never closed',
        remedy: `close it; write a double quote inside a cell twice${rest}`,
      }
    : {
        column: null,
        value: 'a double quote stands inside a cell that is in double quotes',
        remedy: `write it twice${rest}`,
      };
}

function tooLong(limits: SheetLimits) {
  return {
    column: null,
    value: `this row is longer than ${limits.rowLength} characters`,
    remedy:
      'look for a double quote that is never closed, or shorten the row; the rows below it are not read until then',
  };
}

/** Blanks around a cell go first, so that an apostrophe is seen where it leads the text. */
function unguarded(cell: string): string {
  return unguardFormula(cell.trim());
}

/** Null when the text ends before the row does, and more may follow. */
function splitRow(text: string, from: number, separator: string, last: boolean): Split | null {
  const cells: string[] = [];
  const border = separator === ';' ? /[;\r\n]/g : separator === ',' ? /[,\r\n]/g : /[\t\r\n]/g;
  for (let at = from; ; at++) {
    let start = at;
    while (text[start] === ' ') start++;
    const quoted = text[start] === '"' ? quotedCell(text, start, last) : undefined;
    if (quoted === null) return last ? { fault: 'open' } : null;
    border.lastIndex = quoted?.end ?? at;
    const end = border.exec(text)?.index ?? text.length;
    if (end === text.length && !last) return null;
    if (quoted !== undefined && text.slice(quoted.end, end).trim() !== '') return { fault: 'closing' };
    cells.push(quoted?.text ?? text.slice(at, end));
    at = end;
    if (text[at] === separator) continue;
    if (text[at] === '\r' && at + 1 === text.length && !last) return null;
    return { cells, end: at + (text.startsWith('\r\n', at) ? 2 : 1) };
  }
}

/** The text between two double quotes, and the index after the second; null when it is not there. */
function quotedCell(text: string, start: number, last: boolean): { text: string; end: number } | null {
  let value = '';
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || (quote + 1 === text.length && !last)) return null;
    if (text[quote + 1] !== '"') return { text: value + text.slice(from, quote), end: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

function lineAt(text: string, from: number): { text: string; end: number } {
  const [line = '', end = ''] = /[^\r\n]*(\r\n|\r|\n|$)/y.exec(text.slice(from)) ?? [];
  return { text: line.slice(0, line.length - end.length), end: from + line.length };
}

/**
 * The separator that two lines in a row hold equally often, for a title above the header or prose below it hardly
 * does; otherwise the one that the first line with any holds most often.
 */
function separatorOf(text: string): string {
  const lines = outsideQuotes(text.slice(0, LOOK_AT))
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const count = (line: string | undefined, separator: string) => (line ?? '').split(separator).length - 1;
  for (const [index, line] of lines.slice(0, -1).entries())
    for (const separator of SEPARATORS) {
      const times = count(line, separator);
      if (times > 0 && times === count(lines[index + 1], separator)) return separator;
    }
  const first = lines.find((line) => SEPARATORS.some((separator) => line.includes(separator)));
  return SEPARATORS.reduce((most, each) => (count(first, each) > count(first, most) ? each : most));
}

function outsideQuotes(text: string): string {
  return text.replace(/(^|[;,\t\r\n]) *"(?:[^"]|"")*"/g, '$1');
}
