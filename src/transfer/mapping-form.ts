import { z } from 'zod';
import { spanOf } from '../domain/dates.js';
import { SOURCE_KINDS } from '../domain/kinds.js';
import { fold } from '../domain/names.js';
import { IMPORTED_TYPES } from './fields.js';

/**
 * What the columns of a sheet mean, as data that JSON or YAML can hold. One row can make several records that point
 * at each other by `as`. The template (layout.ts) is a mapping like any other.
 */

const text = z.string().trim().min(1, 'is empty; write some text, or leave it out');

/** Where the value of a field comes from: exactly one of column, columns, constant and record. */
const value = z
  .strictObject({
    /** Header of the column; case, punctuation and a star at its end do not count. */
    column: text.optional(),
    /** Several columns, those that are filled joined by `join` (a space). */
    columns: z.array(text).min(2, 'names fewer than two columns; write column instead').optional(),
    join: z.string().optional(),
    constant: z.union([z.string(), z.number()]).optional(),
    /** For a reference: the record of the same row with that `as`. */
    record: text.optional(),
    /** For a list: what separates its items, where it is not the mapping's own separator. */
    split: z.string().min(1).optional(),
    /** Words of the sheet and what they mean here. */
    valueMap: z.record(z.string(), z.string()).optional(),
    /** Stands for an empty cell. */
    default: z.string().optional(),
    /** Taken off the beginning or end of the cell, such as "Kel. ". */
    trim: z.strictObject({ prefix: z.array(text).default([]), suffix: z.array(text).default([]) }).optional(),
    /** Put before the words of the cell unless they begin with it: a column of kelurahan holds "Blimbing". */
    prefix: text.optional(),
    dayFirst: z.boolean().optional(),
    decimalComma: z.boolean().optional(),
    /** The sheet may lack the column. */
    optional: z.boolean().optional(),
  })
  .refine(
    ({ column, columns, constant, record }) =>
      [column, columns, constant, record].filter((from) => from !== undefined).length === 1,
    'says not, or more than once, where the value comes from; write one of column, columns, constant, record',
  );
export type ValueMapping = z.infer<typeof value>;
const values = z.record(z.string(), value);

const recordMapping = z.strictObject({
  /** How other records of the row name this one. */
  as: text,
  type: z.enum(IMPORTED_TYPES),
  /** The record is made where this column is filled; without it, where any column of its fields is, or none has to be. */
  when: text.optional(),
  /** An existing record's id: the row then corrects it. */
  id: value.optional(),
  /** The sheet's own key, unique in its scheme and type; without it, name and kind tell records apart. */
  key: value.optional(),
  /** What tells apart two records of one name and kind, such as the place or the year. */
  identity: z.array(value).default([]),
  /** Use the one stored record of that name as it is, where there is one. */
  findByName: z.boolean().default(false),
  fields: values,
  evidence: z.array(values).default([]),
  contributions: z.array(values).default([]),
  /** Who proposed it: personal data, kept apart from the record. */
  personal: z.strictObject({ name: value.optional(), phone: value.optional() }).optional(),
});
export type RecordMapping = z.infer<typeof recordMapping>;

const sheetMapping = z.strictObject({
  /** The sheet's name; null: any sheet, and a file that has none. */
  sheet: text.nullable().default(null),
  records: z.array(recordMapping).min(1, 'is empty; say which records a row makes'),
});
export type SheetMapping = z.infer<typeof sheetMapping>;

/** A source that stands for the file itself, where a row names none. */
export const fileSource = z.strictObject({
  title: text.max(500, 'is too long; write at most 500 characters'),
  kind: z.enum(SOURCE_KINDS).default('DATASET'),
  publisher: text.max(300, 'is too long; write at most 300 characters').nullable().default(null),
  date: text
    .refine((date) => spanOf(date) !== null, 'is not a date; write 2021-12-31, 2021-12 or 2021')
    .nullable()
    .default(null),
  note: text.max(2000, 'is too long; write at most 2000 characters').nullable().default(null),
});
export type FileSource = z.infer<typeof fileSource>;

export const mappingForm = z.strictObject({
  name: text,
  /** For whoever chooses among mappings. */
  title: text.optional(),
  /** Namespace of keys: ids are derived from it, so it never changes. */
  scheme: z
    .string()
    .regex(/^[^\s\p{Cc}\p{Cs}]{1,100}$/u, 'is not a scheme; write one word such as csr:pt-contoh'),
  format: z
    .strictObject({
      /** 3/2/2021 is the third of February. */
      dayFirst: z.boolean().default(true),
      /** 1.500,75 is one thousand five hundred and three quarters. */
      decimalComma: z.boolean().default(true),
      /** Separates the items of a list. */
      list: z.string().min(1).default('|'),
      /** Of money, where no field says it; ISO 4217. */
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'is not a currency; write IDR')
        .default('IDR'),
    })
    .prefault({}),
  source: fileSource.optional(),
  sheets: z.array(sheetMapping).min(1, 'is empty; say what the columns of a sheet mean'),
});
export type Mapping = z.infer<typeof mappingForm>;
export type MappingInput = z.input<typeof mappingForm>;

/** The part of a mapping that reads the rows of a sheet, or null when it leaves that sheet alone. */
export function sheetMappingOf(mapping: Mapping, sheet: string | null): SheetMapping | null {
  const named =
    sheet === null ? undefined : mapping.sheets.find((one) => one.sheet !== null && same(one.sheet, sheet));
  return named ?? mapping.sheets.find((one) => one.sheet === null || sheet === null) ?? null;
}
const same = (a: string, b: string) => fold(a) === fold(b);

/** Every value of a record mapping with its path below the record. */
export function valuesOf(record: RecordMapping): Array<[string, ValueMapping]> {
  const listed = (name: string, parts: ReadonlyArray<Record<string, ValueMapping>>) =>
    parts.flatMap((part, index) =>
      Object.entries(part).map(([field, one]): [string, ValueMapping] => [
        `${name} ${index + 1}, ${field}`,
        one,
      ]),
    );
  const single: Array<[string, ValueMapping | undefined]> = [
    ['id', record.id],
    ['key', record.key],
    ['personal, name', record.personal?.name],
    ['personal, phone', record.personal?.phone],
  ];
  return [
    ...single.flatMap(
      ([path, one]): Array<[string, ValueMapping]> => (one === undefined ? [] : [[path, one]]),
    ),
    ...record.identity.map((one, index): [string, ValueMapping] => [`identity ${index + 1}`, one]),
    ...Object.entries(record.fields).map(([field, one]): [string, ValueMapping] => [`fields, ${field}`, one]),
    ...listed('evidence', record.evidence),
    ...listed('contributions', record.contributions),
  ];
}

/** The columns that a value reads. */
export const columnsOf = ({ column, columns }: ValueMapping): readonly string[] =>
  columns ?? (column === undefined ? [] : [column]);
