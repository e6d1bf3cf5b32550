import { isDeepStrictEqual } from 'node:util';
import {
  type Claim,
  type Contribution,
  type Evidence,
  type JejakRecord,
  REFERENCES,
} from '../domain/records.js';
import type { Personal } from '../store/port.js';
import { type Meaning, mainOf, meaningsOf } from './columns.js';
import { cellOf, isSaid, personOf, phoneOf } from './export-cells.js';
import type { Names } from './export-names.js';
import { endsOf } from './fields.js';
import type { SheetLayout, SheetRecord } from './layout.js';
import type { Cell } from './sheet.js';
import type { WorkbookRow } from './write-workbook.js';

/** A record to write, with what its rows say along with it. */
export interface Entry {
  readonly record: JejakRecord;
  /** Claims about it that stand in its own rows, by the `as` of the sheet. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  /** Null: there is none, or whoever asks may not see it. */
  readonly personal: Personal | null;
}

/** The ids of the records that a record points at: `Names` must know them before its rows are made. */
export function pointedAt(record: JejakRecord): string[] {
  const fields = Object.keys(REFERENCES[record.type]) as Array<keyof JejakRecord>;
  const own = fields.flatMap((field) => record[field] as unknown as string | string[]);
  return [...own, ...record.evidence.map(({ source }) => source)];
}

/** How a record of the sheet hangs together with the main one, and by which field. */
export function tieOf(
  record: SheetRecord,
  main: SheetRecord,
): { readonly to: 'main' | 'from main'; readonly field: string } | null {
  const fieldOf = (from: SheetRecord, to: SheetRecord) =>
    Object.entries(from.records ?? {}).find(([, as]) => as === to.as)?.[0];
  const [to, from] = [fieldOf(record, main), fieldOf(main, record)];
  if (to !== undefined) return { to: 'main', field: to };
  return from === undefined ? null : { to: 'from main', field: from };
}

/**
 * The rows of a record: the first has its own fields; evidence, contributions and claims past the first have a row each
 * that repeats nothing but the id.
 */
export function rowsOf(sheet: SheetLayout, entry: Entry, names: Names): WorkbookRow[] {
  const main = mainOf(sheet);
  const evidence = entry.record.evidence.filter(({ locator }) => locator === null || isSaid(locator));
  const given = 'contributions' in entry.record ? contributionsOf(sheet, entry.record.contributions) : [];
  const parts = { evidence, contributions: given };
  const meanings = meaningsOf(sheet);
  const written = (part: 'evidence' | 'contributions') => meanings.some((one) => one.part === part);
  const lengths = [
    written('evidence') ? evidence.length : 0,
    given.length,
    ...Array.from(entry.claims.values(), ({ length }) => length),
  ];
  return Array.from({ length: Math.max(1, ...lengths) }, (_, row) =>
    meanings.map((meaning) => cellIn(row, meaning, main, { ...entry, ...parts }, names)),
  );
}

interface Said extends Entry {
  readonly evidence: readonly Evidence[];
  readonly contributions: readonly Contribution[];
}

function cellIn(row: number, meaning: Meaning, main: SheetRecord, said: Said, names: Names): Cell | null {
  const { record, part, name, column } = meaning;
  if (part === 'key') return null;
  if (record !== main) return besideIn(row, meaning, main, said, names);
  if (part === 'id') return said.record.id;
  if (part === 'evidence' || part === 'contributions') {
    const one = said[part][row];
    if (one === undefined) return null;
    const value = one[name as keyof typeof one] as unknown;
    return name === 'source'
      ? names.reference(String(value), [{ type: 'source' }], column)
      : cellOf(meaning, value);
  }
  if (row > 0) return null;
  if (part === 'field') return fieldIn(meaning, said.record, names);
  return name === 'phone' ? phoneOf(said.personal?.phone ?? null) : personOf(said.personal?.name ?? null);
}

/** A cell of a record beside the main one: a claim about it, or what it points at, which every row repeats. */
function besideIn(row: number, meaning: Meaning, main: SheetRecord, said: Said, names: Names): Cell | null {
  const { record, part, column } = meaning;
  const tie = tieOf(record, main);
  if (tie?.to === 'from main') {
    const id = said.record[tie.field as keyof JejakRecord] as unknown as string;
    return names.reference(id, [{ type: record.type }], column);
  }
  const claim = said.claims.get(record.as)?.[row];
  if (claim === undefined) return null;
  return part === 'id' ? claim.id : fieldIn(meaning, claim, names);
}

function fieldIn(meaning: Meaning, record: JejakRecord, names: Names): Cell | null {
  const { column, name, field } = meaning;
  const value = record[name as keyof JejakRecord] as unknown;
  if (field?.kind !== 'reference' && field?.kind !== 'references') return cellOf(meaning, value);
  const ends = endsOf(record.type, name, record as { kind?: unknown; role?: unknown });
  const among = field.kind === 'references';
  const called = [value as string | string[]].flat().map((id) => names.reference(id, ends, column, among));
  return called.length === 0 ? null : called.join('; ');
}

/**
 * The contributions of a claim, all or none: the first row of a claim says what they are, so that some of them would
 * take the place of all. Two that are the same cannot be told from one that is said twice.
 */
function contributionsOf(sheet: SheetLayout, all: readonly Contribution[]): readonly Contribution[] {
  const meanings = meaningsOf(sheet).filter(({ part }) => part === 'contributions');
  const lost = all.some(
    (one, index) =>
      meanings.some((meaning) => {
        const value = one[meaning.name as keyof Contribution];
        return value !== null && cellOf(meaning, value) === null;
      }) || all.findIndex((other) => isDeepStrictEqual(one, other)) < index,
  );
  return lost || meanings.length === 0 ? [] : all;
}
