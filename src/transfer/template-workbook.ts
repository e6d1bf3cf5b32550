import { type Meaning, meaningsOf } from './columns.js';
import type { Choice } from './fields.js';
import { type Layout, type SheetLayout, templateLayout } from './layout.js';
import { markExample } from './sheet.js';
import type { WorkbookColumn, WorkbookRow, WorkbookSheet } from './write-workbook.js';

/**
 * The template as sheets to write: instructions, then a table for each sheet with drop-downs, a note on each title and
 * an invented example. `rowsOf` fills the tables with rows, in place of the examples.
 */
export function templateSheets(
  layout: Layout = templateLayout(),
  rowsOf?: (sheet: SheetLayout) => WorkbookSheet['rows'],
): WorkbookSheet[] {
  const { title, lines } = layout.instructions;
  const lists = new Map<readonly Choice[], readonly string[]>();
  return [
    { name: title, columns: [], instructions: lines },
    ...layout.sheets.map((sheet): WorkbookSheet => {
      const columns = meaningsOf(sheet).map((meaning) => columnOf(meaning, lists));
      const rows = rowsOf?.(sheet);
      return {
        name: sheet.title,
        columns,
        ...(rows === undefined ? { examples: [exampleOf(sheet)] } : { rows }),
      };
    }),
  ];
}

/** One sheet of the template as rows of CSV: the titles, then the example. */
export function templateTable(sheet: SheetLayout): WorkbookRow[] {
  return [titlesOf(sheet), markExample(exampleOf(sheet))];
}

/** The titles of a sheet as they are written: a star says that the column must be filled. */
export const titlesOf = ({ columns }: SheetLayout): string[] => columns.map(titled);

const titled = ({ title, required }: Meaning['column']) => (required ? `${title} *` : title);
const exampleOf = ({ columns }: SheetLayout): WorkbookRow => columns.map(({ example }) => example || null);

function columnOf(meaning: Meaning, lists: Map<readonly Choice[], readonly string[]>): WorkbookColumn {
  const { column, field } = meaning;
  return {
    title: titled(column),
    note: noteOf(column),
    width: widthOf(meaning),
    text: isText(meaning),
    ...(column.choices !== null && field?.kind === 'choice' && { choices: listOf(column.choices, lists) }),
  };
}

/** The same vocabulary is one list of the workbook, however many columns offer it. */
function listOf(choices: readonly Choice[], lists: Map<readonly Choice[], readonly string[]>) {
  const known = lists.get(choices) ?? choices.map(({ label }) => label.id);
  lists.set(choices, known);
  return known;
}

function noteOf({ help, required, example }: Meaning['column']): string {
  const parts = [help, required ? 'Wajib diisi' : '', example === '' ? '' : `Misalnya: ${example}`];
  return parts.filter(Boolean).join('.\n');
}

/** Columns in which a spreadsheet would make numbers and dates of what is neither: ids, keys, telephones, dates, "4/5". */
function isText({ part, name, field }: Meaning): boolean {
  return (
    part === 'id' || part === 'key' || part === 'personal' || field?.kind === 'date' || name === 'locator'
  );
}

/** In characters. */
const WIDTHS = { id: 26, date: 16, number: 16, choice: 20, text: 28, long: 48 } as const;
const LONG = ['description', 'note', 'paraphrase', 'quote', 'title'];

function widthOf({ part, name, field }: Meaning): number {
  if (part === 'id') return WIDTHS.id;
  if (field?.kind === 'date' || field?.kind === 'number' || field?.kind === 'choice')
    return WIDTHS[field.kind];
  return LONG.includes(name) ? WIDTHS.long : WIDTHS.text;
}
