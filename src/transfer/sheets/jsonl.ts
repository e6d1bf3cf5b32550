import type { Cell, RowProblem, SheetRow } from '../sheet.js';
import type { SheetLimits } from './limits.js';
import { type Fault, rowProblem, textFault, tooManyColumns } from './table.js';
import { Unreadable } from './unreadable.js';

const NO_COLUMNS: ReadonlyMap<string, string> = new Map();

/**
 * The objects of JSON Lines (jsonlines.org): one a line, its values text, numbers, true or false; null is an empty
 * cell. Empty lines are skipped but counted.
 */
export async function* jsonLines(
  text: AsyncIterable<string>,
  limits: SheetLimits,
): AsyncGenerator<SheetRow | RowProblem> {
  let row = 0;
  for await (const line of linesOf(text, limits)) {
    row++;
    if (row === 1 && line.trimStart().startsWith('['))
      throw new Unreadable(
        'a list of JSON',
        'write JSON Lines: one object a line, without brackets and commas around',
      );
    if (line.trim() !== '') yield* read(line, row, limits);
  }
}

async function* linesOf(text: AsyncIterable<string>, limits: SheetLimits): AsyncGenerator<string> {
  let buffer = '';
  for await (const piece of text) {
    const lines = (buffer + piece).split('\n');
    buffer = lines.pop() ?? '';
    yield* lines;
    if (buffer.length > limits.rowLength)
      throw new Unreadable(
        `a line of more than ${limits.rowLength} characters`,
        'write one object a line, and long text elsewhere',
      );
  }
  yield buffer;
}

function* read(line: string, row: number, limits: SheetLimits): Generator<SheetRow | RowProblem> {
  const about = { sheet: null, row };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    yield rowProblem(about, 'a line that is not JSON', 'write one whole object a line');
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield rowProblem(
      about,
      'a line that is not an object',
      'write {"title": "value"} with one value a column',
    );
    return;
  }
  const cells = new Map<string, Cell>();
  const problems: { column: string | null; fault: Omit<Fault, 'column'> }[] = [];
  const fields = Object.entries(value);
  if (fields.length > limits.columns) problems.push({ column: null, fault: tooManyColumns(limits) });
  else
    for (const [name, field] of fields) {
      const column = name.trim();
      const fault = cells.has(column)
        ? { value: 'twice in the object', remedy: 'keep one of the two' }
        : (textFault(column, limits) ?? fieldFault(column, field, limits));
      if (fault !== null) problems.push({ column, fault });
      else if (typeof field === 'string' && field.trim() === '') continue;
      else if (field !== null) cells.set(column, typeof field === 'string' ? field.trim() : field);
    }
  if (problems.length === 0 && cells.size > 0) yield { sheet: null, row, cells, columns: NO_COLUMNS };
  for (const { column, fault } of problems)
    yield rowProblem({ ...about, column }, fault.value, fault.remedy, cells);
}

function fieldFault(name: string, value: unknown, limits: SheetLimits): Omit<Fault, 'column'> | null {
  if (name === '') return { value: 'a value under no name', remedy: 'name it' };
  if (typeof value === 'object' && value !== null)
    return {
      value: `${Array.isArray(value) ? 'a list' : 'an object'} is no value of a cell`,
      remedy: 'write text, a number, true, false or null',
    };
  if (
    typeof value === 'number' &&
    !(Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value))
  )
    return { value: 'a number with more digits than are kept', remedy: 'put it in double quotes' };
  return textFault(typeof value === 'string' ? value.trim() : undefined, limits);
}
