import { CONTRIBUTION_FIELDS, claimFields, EVIDENCE_FIELDS, FIELDS, type Field } from './fields.js';
import type { Column, SheetLayout, SheetRecord } from './layout.js';

/** The part of a record that a column holds: one of its own fields, of its evidence, of its contributions, … */
export type Part = 'id' | 'key' | 'field' | 'evidence' | 'contributions' | 'personal';

/** What a column of the template holds. */
export interface Meaning {
  readonly column: Column;
  /** The record of the row, by its `as`. */
  readonly record: SheetRecord;
  readonly part: Part;
  /** Of the field: `start`, `locator`, `phone`. */
  readonly name: string;
  /** Null for what is no field of a record: an id, a key, personal data. */
  readonly field: Field | null;
}

/** What each column of a sheet holds, in their order. */
export function meaningsOf(sheet: SheetLayout): readonly Meaning[] {
  return sheet.columns.map((column) => {
    const [as, ...path] = column.field.split('.');
    const record = sheet.records.find((one) => one.as === as);
    if (record === undefined)
      throw new Error(`no record of sheet ${sheet.title} has the column ${column.title}`);
    const [first = '', second] = path;
    if (second !== undefined) {
      const part = first as 'evidence' | 'contributions' | 'personal';
      return { column, record, part, name: second, field: PARTS[part].get(second) ?? null };
    }
    if (first === 'id' || first === 'key') return { column, record, part: first, name: first, field: null };
    return { column, record, part: 'field', name: first, field: fieldsOf(record).get(first) ?? null };
  });
}

const PARTS = {
  evidence: EVIDENCE_FIELDS,
  contributions: CONTRIBUTION_FIELDS,
  personal: new Map<string, Field>(),
} as const;

const fieldsOf = ({ type, constants }: SheetRecord): ReadonlyMap<string, Field> =>
  type === 'claim' ? claimFields(constants?.kind ?? '') : FIELDS[type];

/** The record that a row of the sheet is about: the one that its column "ID Jejak" names. */
export function mainOf({ columns, records, title }: SheetLayout): SheetRecord {
  const main = records.find(({ as }) => columns[0]?.field === `${as}.id`);
  if (main === undefined) throw new Error(`sheet ${title} does not begin with the id of a record`);
  return main;
}
