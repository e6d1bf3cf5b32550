import type { Column, Layout, SheetLayout, SheetRecord } from './layout.js';
import { templateLayout } from './layout.js';
import { checkMapping } from './mapping.js';
import type { Mapping, MappingInput } from './mapping-form.js';

type RecordInput = MappingInput['sheets'][number]['records'][number];
type ValueInput = RecordInput['fields'][string];

/**
 * The mapping by which the template is read: nothing but its layout in the words of a mapping. `scheme` is the
 * namespace of the clerks' own keys, so each office that numbers its rows from 1 needs its own.
 */
export function templateMapping(scheme: string, layout: Layout = templateLayout()): Mapping {
  return checkMapping({
    name: 'templat',
    scheme,
    format: { list: ';' },
    sheets: layout.sheets.map((sheet) => ({
      sheet: sheet.title,
      records: sheet.records.map((record) => recordInput(record, sheet)),
    })),
  } satisfies MappingInput);
}

function recordInput(record: SheetRecord, { columns }: SheetLayout): RecordInput {
  const { as, type, constants = {}, records = {}, identity = [], findByName = false } = record;
  const own = columns.filter(({ field }) => field.startsWith(`${as}.`));
  const part = (name: string) => valuesBelow(own, `${as}.${name}.`);
  const { id, key, ...fields } = valuesBelow(own, `${as}.`);
  const personal = part('personal');
  return {
    as,
    type,
    ...(id && { id }),
    ...(key && { key }),
    identity: identity.map((title) => valueFrom(named(columns, title))),
    findByName,
    fields: {
      ...mapped(constants, (constant) => ({ constant })),
      ...mapped(records, (one) => ({ record: one })),
      ...fields,
    },
    evidence: listed(part('evidence')),
    contributions: listed(part('contributions')),
    ...(Object.keys(personal).length > 0 && { personal }),
  };
}

/** The columns of which just the field's own name follows the path. */
function valuesBelow(columns: readonly Column[], path: string): Record<string, ValueInput> {
  const direct = columns.filter(
    ({ field }) => field.startsWith(path) && !field.slice(path.length).includes('.'),
  );
  return Object.fromEntries(direct.map((column) => [column.field.slice(path.length), valueFrom(column)]));
}

function valueFrom({ title, required, prefix }: Column): ValueInput {
  return {
    column: title,
    ...(!required && { optional: true }),
    ...(prefix && { prefix: prefix.word, trim: { prefix: [...prefix.short] } }),
  };
}

const mapped = (values: Readonly<Record<string, string>>, map: (value: string) => ValueInput) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, map(value)]));
function named(columns: readonly Column[], title: string): Column {
  const found = columns.find((column) => column.title === title);
  if (found === undefined) throw new Error(`the template has no column ${title}`);
  return found;
}
const listed = (values: Record<string, ValueInput>) => (Object.keys(values).length > 0 ? [values] : []);
