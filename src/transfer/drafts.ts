import { type Problem, show } from '../domain/errors.js';
import { typeOfId } from '../domain/ids.js';
import { fold } from '../domain/names.js';
import { properName, Refusal, readChoice, readDate, readNumber, readPhone } from './cells.js';
import {
  CONTRIBUTION_FIELDS,
  claimFields,
  EVIDENCE_FIELDS,
  FIELDS,
  type Field,
  type ImportedType,
} from './fields.js';
import {
  columnsOf,
  type Mapping,
  type RecordMapping,
  type SheetMapping,
  sheetMappingOf,
  type ValueMapping,
  valuesOf,
} from './mapping-form.js';
import type { Cell, SheetRow } from './sheet.js';

/** A reference as the row gives it: the record of the same row, or a name, key or id still to be looked up. */
export interface Link {
  readonly field: string;
  readonly to: { readonly record: string } | { readonly text: string };
  /** `row 14, column "OPD"`. */
  readonly place: string;
}

/** Evidence of a row; without a link, the file itself is the source. */
export interface EvidencePart {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly source: Link | null;
}

/** Who made a proposal: personal data, never part of a record or a message. */
export interface Personal {
  readonly name: string | null;
  readonly phone: string | null;
}

/** A record as a row gives it: its fields read, its references not yet looked up. */
export interface Draft {
  readonly as: string;
  readonly type: ImportedType;
  readonly findByName: boolean;
  /** `sheet "Usulan", row 14`. */
  readonly place: string;
  /** The cells of `ID Jejak` and `Kunci`, where the row has them. */
  readonly id: string | null;
  readonly key: string | null;
  readonly identity: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly links: readonly Link[];
  readonly evidence: readonly EvidencePart[];
  readonly contributions: ReadonlyArray<Readonly<Record<string, unknown>>>;
  /** Where each field stands: `start` in `column "Mulai"`, `evidence.locator` in `column "Letak"`. */
  readonly columns: ReadonlyMap<string, string>;
  /** Those of the fields for which the row has something. */
  readonly filled: ReadonlySet<string>;
  readonly personal: Personal | null;
}

export interface RowDraft {
  readonly row: SheetRow;
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

interface Where {
  readonly columns: Map<string, string>;
  readonly filled: Set<string>;
}

/** `sheet "Usulan", row 14`; a file without sheets has rows only. */
export function placeOf({ sheet, row }: SheetRow): string {
  return sheet === null ? `row ${row}` : `sheet ${show(sheet)}, row ${row}`;
}

/** Reads a row into the records that the mapping makes of it; null when the mapping leaves its sheet alone. */
export function readRow(row: SheetRow, mapping: Mapping): RowDraft | null {
  const part = sheetMappingOf(mapping, row.sheet);
  return part === null ? null : new RowReader(row, part, mapping).read();
}

class RowReader {
  private readonly place: string;
  private readonly cells: ReadonlyMap<string, Cell>;
  private readonly problems: Problem[] = [];

  constructor(
    private readonly row: SheetRow,
    private readonly part: SheetMapping,
    private readonly mapping: Mapping,
  ) {
    this.place = placeOf(row);
    this.cells = new Map([...row.cells].map(([title, cell]) => [fold(title), cell]));
  }

  read(): RowDraft {
    const drafts: Draft[] = [];
    for (const record of this.part.records)
      if (this.isMade(record) && this.hasAllOf(record, drafts)) drafts.push(this.draft(record));
    const [main] = this.part.records;
    // Nothing that a clerk wrote is passed over in silence: what the row lacks is told of its first record.
    if (drafts.length === 0 && this.problems.length === 0 && main !== undefined && this.saysAnything())
      drafts.push(this.draft(main));
    return { row: this.row, drafts, problems: this.problems };
  }

  private saysAnything(): boolean {
    const columns = this.part.records.flatMap(valuesOf).flatMap(([, value]) => columnsOf(value));
    return columns.some((column) => this.cell(column) !== undefined);
  }

  /** Whether the row speaks of that record at all. */
  private isMade(record: RecordMapping): boolean {
    if (record.when !== undefined) return this.cell(record.when) !== undefined;
    const own = [record.id, record.key].flatMap((value) => value ?? []);
    return this.isFilled([...Object.values(record.fields), ...own]);
  }

  /** Whether the records of the row that it points at are made; what the row says of it without them is told. */
  private hasAllOf(record: RecordMapping, before: readonly Draft[]): boolean {
    const needs = Object.values(record.fields).flatMap(({ record: as }) => as ?? []);
    const lacking = needs.find((as) => !before.some((draft) => draft.as === as));
    if (lacking === undefined) return true;
    const values = [record.fields, ...record.contributions].flatMap((part) => Object.values(part));
    const said = values.find((value) => columnsOf(value).some((column) => this.cell(column) !== undefined));
    const target = this.part.records.find(({ as }) => as === lacking);
    const wanted = Object.values(target?.fields ?? {}).find((value) => columnsOf(value).length > 0);
    if (said !== undefined && wanted !== undefined)
      this.refuse(
        this.at(said, record.as),
        `filled in, but the row names no ${lacking}`,
        `fill in ${named(wanted)}, or leave this cell empty`,
      );
    return false;
  }

  /** One of the columns has something in it, or none has to: there are none, or each has a default. */
  private isFilled(values: readonly ValueMapping[]): boolean {
    const filled = (column: string) => this.cell(column) !== undefined;
    const needed = values.filter((value) => value.default === undefined).flatMap(columnsOf);
    return needed.length === 0 || values.flatMap(columnsOf).some(filled);
  }

  private draft(record: RecordMapping): Draft {
    const { as, type, findByName } = record;
    const kind = String(record.fields.kind?.constant);
    const spec = type === 'claim' ? claimFields(kind) : FIELDS[type];
    const id = this.ownId(record);
    const where: Where = { columns: new Map(), filled: new Set() };
    const { values, links } = this.values(record.fields, spec, '', where, id === undefined);
    if (findByName && values.name === id) delete values.name;
    if (values.end !== undefined && values.endState === undefined && spec.has('endState'))
      values.endState = 'KNOWN';
    for (const [name, value] of [
      ['id', record.id ?? (findByName ? record.fields.name : undefined)],
      ['key', record.key],
    ] as const)
      if (value !== undefined) where.columns.set(name, named(value));
    return {
      as,
      type,
      findByName,
      place: this.place,
      id: id ?? null,
      key: (record.key === undefined ? undefined : this.text(record.key)) ?? null,
      identity: record.identity.map((value) => fold(this.text(value) ?? '')),
      fields: values,
      links,
      evidence: record.evidence.flatMap((part) => this.evidence(part, where)),
      contributions: record.contributions.flatMap((part) => this.contribution(part, where)),
      ...where,
      personal: record.personal === undefined ? null : this.personal(record.personal),
    };
  }

  /** The id of the record that the row corrects. One that is found by its name may be named by its id instead. */
  private ownId({ id, findByName, fields }: RecordMapping): string | undefined {
    if (id !== undefined) return this.text(id);
    const name = findByName && fields.name !== undefined ? this.text(fields.name) : undefined;
    return name !== undefined && typeOfId(name) !== null ? name : undefined;
  }

  private evidence(part: Readonly<Record<string, ValueMapping>>, where: Where): EvidencePart[] {
    for (const [name, value] of Object.entries(part)) where.columns.set(`evidence.${name}`, named(value));
    if (!this.isFilled(Object.values(part))) return [];
    const { values, links } = this.values(part, EVIDENCE_FIELDS, 'evidence.', where, false);
    return [{ fields: values, source: links[0] ?? null }];
  }

  private contribution(
    part: Readonly<Record<string, ValueMapping>>,
    where: Where,
  ): Array<Record<string, unknown>> {
    if (!this.isFilled(Object.values(part))) return [];
    const { values } = this.values(part, CONTRIBUTION_FIELDS, 'contributions.', where, true);
    if (values.kind === 'MONEY') values.currency ??= this.mapping.format.currency;
    return [values];
  }

  private values(
    mapped: Readonly<Record<string, ValueMapping>>,
    spec: ReadonlyMap<string, Field>,
    prefix: string,
    where: Where,
    complete: boolean,
  ): { values: Record<string, unknown>; links: Link[] } {
    const values: Record<string, unknown> = {};
    const links: Link[] = [];
    for (const [name, value] of Object.entries(mapped)) {
      const field = spec.get(name) as Field;
      where.columns.set(`${prefix}${name}`, named(value));
      const found = value.record === undefined ? this.text(value) : undefined;
      if (found !== undefined || value.record !== undefined) where.filled.add(`${prefix}${name}`);
      if (value.record !== undefined)
        links.push({ field: name, to: { record: value.record }, place: this.at(value, name) });
      else if (found === undefined) {
        if (field.required && complete) this.refuse(this.at(value, name), 'empty', 'fill it in');
      } else if (field.kind === 'reference')
        links.push({ field: name, to: { text: found }, place: this.at(value, name) });
      else if (field.kind === 'references')
        for (const item of this.items(found, value))
          links.push({ field: name, to: { text: item }, place: this.at(value, name) });
      else {
        const read = this.readValue(found, name === 'name' && complete, value, field);
        if (read instanceof Refusal)
          this.refuse(this.at(value, name), `${show(found)} ${read.why}`, read.remedy);
        else values[name] = read;
      }
    }
    return { values, links };
  }

  /** `asName`: words in capitals are a habit of writing. Under an id the name is written as it is to stand. */
  private readValue(found: string, asName: boolean, value: ValueMapping, field: Field): unknown {
    const { dayFirst, decimalComma } = { ...this.mapping.format, ...given(value) };
    if (field.choices !== undefined) return readChoice(found, field.choices);
    if (field.kind === 'date') return readDate(found, dayFirst);
    // A number that the sheet holds as a number has no marks that could be mistaken.
    if (field.kind === 'number') return readNumber(this.numeric(value) ?? found, decimalComma);
    if (field.kind === 'list') return this.items(found, value);
    return asName ? properName(found) : found;
  }

  private numeric({ column }: ValueMapping): number | undefined {
    const cell = column === undefined ? undefined : this.cell(column);
    return typeof cell === 'number' ? cell : undefined;
  }

  private items(text: string, { split }: ValueMapping): string[] {
    const items = text.split(split ?? this.mapping.format.list).map((item) => item.trim());
    return items.filter((item) => item !== '');
  }

  /** The words of a value: its cells joined, trimmed and translated; undefined when there are none. */
  private text(value: ValueMapping): string | undefined {
    if (value.constant !== undefined) return String(value.constant);
    const cells = columnsOf(value).flatMap((column) => this.cell(column) ?? []);
    const text = trimmed(cells.map(String).join(value.join ?? ' '), value);
    if (text === '') return value.default;
    const mapped = Object.entries(value.valueMap ?? {}).find(([from]) => fold(from) === fold(text));
    return prefixed(mapped?.[1] ?? text, value) || undefined;
  }

  /** A cell that holds something; clerks write a dash into a cell that they mean to leave empty. */
  private cell(column: string): Cell | undefined {
    const cell = this.cells.get(fold(column));
    if (typeof cell !== 'string') return cell;
    const text = cell.trim();
    return text === '' || /^[-–—]+$/.test(text) ? undefined : text;
  }

  private personal({ name, phone }: NonNullable<RecordMapping['personal']>): Personal | null {
    const who = name === undefined ? undefined : this.text(name)?.replace(/\s+/g, ' ');
    const number = phone === undefined ? undefined : this.text(phone);
    const read = number === undefined ? null : readPhone(number);
    if (phone !== undefined && read instanceof Refusal)
      this.refuse(this.at(phone, 'phone'), `${HIDDEN} ${read.why}`, read.remedy);
    if (name !== undefined && who !== undefined && (who.length > LONGEST_NAME || /\p{Cc}/u.test(who)))
      this.refuse(
        this.at(name, 'name'),
        `${HIDDEN} is not a name`,
        `write at most ${LONGEST_NAME} plain characters`,
      );
    if (who === undefined && number === undefined) return null;
    return { name: who ?? null, phone: read instanceof Refusal ? null : read };
  }

  private at(value: ValueMapping, field: string): string {
    return `${this.place}, ${columnsOf(value).length === 0 ? field : named(value)}`;
  }

  private refuse(place: string, value: string, remedy: string): void {
    this.problems.push({ code: 'BAD_USER_INPUT', place, value, remedy });
  }
}

const HIDDEN = 'personal data (not shown)';
const LONGEST_NAME = 300;

/** `column "Mulai"`; several in one: `columns "Hari", "Bulan"`; none: the constant's own word. */
function named(value: ValueMapping): string {
  const known = NAMED.get(value);
  if (known !== undefined) return known;
  const columns = columnsOf(value).map(show);
  const words = `${columns.length === 1 ? 'column' : 'columns'} ${columns.join(', ')}`;
  const text = columns.length === 0 ? 'the mapping' : words;
  NAMED.set(value, text);
  return text;
}
/** Every row asks for them again. */
const NAMED = new WeakMap<ValueMapping, string>();

const given = ({ dayFirst, decimalComma }: ValueMapping) => ({
  ...(dayFirst !== undefined && { dayFirst }),
  ...(decimalComma !== undefined && { decimalComma }),
});

function trimmed(text: string, { trim }: ValueMapping): string {
  let rest = text.trim();
  for (const prefix of trim?.prefix ?? []) rest = rest.replace(new RegExp(`^${whole(prefix)}\\s*`, 'iu'), '');
  for (const suffix of trim?.suffix ?? []) rest = rest.replace(new RegExp(`\\s*${whole(suffix)}$`, 'iu'), '');
  return rest.trim();
}

function prefixed(text: string, { prefix }: ValueMapping): string {
  if (prefix === undefined || text === '' || typeOfId(text) !== null) return text;
  if (`${fold(text)} `.startsWith(`${fold(prefix)} `)) return text;
  return `${prefix} ${text}`;
}

/** "Kel" is taken off "Kel Sawojajar", not off "Kelompok Tani". */
function whole(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const [before, after] = [
    /^\p{L}/u.test(word) ? '(?<!\\p{L})' : '',
    /\p{L}$/u.test(word) ? '(?!\\p{L})' : '',
  ];
  return `${before}${escaped}${after}`;
}
