import { type Problem, show } from '../domain/errors.js';
import { idOf } from '../domain/ids.js';
import type { RecordType } from '../domain/kinds.js';
import { contribution, evidence, SCHEMAS } from '../domain/records.js';
import { at, bad, type Row } from './csv-table.js';

/** A record on its way from a row to a change set: its fields as far as they could be read, and where they stand. */
export interface Draft {
  readonly type: RecordType;
  readonly key: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Record<string, unknown>;
  readonly evidence: Part[];
  readonly contributions: Part[];
}

/** A row of evidence.csv or contributions.csv that belongs to a record. */
export interface Part {
  readonly place: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a cell needs to be read: the scheme of the dataset, the drafts by type and key, and where problems go. */
export interface Reading {
  readonly scheme: string;
  readonly drafts: Map<string, Draft>;
  readonly problems: Problem[];
}

/** The tables of a dataset in the order in which their records are written: what is pointed at comes first. */
export const TABLES = {
  source: 'sources.csv',
  place: 'places.csv',
  actor: 'actors.csv',
  initiative: 'initiatives.csv',
  award: 'awards.csv',
  achievement: 'achievements.csv',
  issue: 'issues.csv',
  claim: 'claims.csv',
} as const satisfies Partial<Record<RecordType, string>>;
export type TableType = keyof typeof TABLES;
export const TABLE_TYPES = Object.keys(TABLES) as TableType[];
export const EVIDENCE = 'evidence.csv';
export const CONTRIBUTIONS = 'contributions.csv';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ELSEWHERE = new Set(['type', 'id', 'evidence', 'contributions', 'withdrawn']);
const NUMBERS = new Set(['size', 'paragraphs', 'amount']);
const LISTS = new Set(['aliases', 'previousNames', 'abbreviations', 'weakAliases']);
const REFERENCES = new Set(['subject', 'object', 'parties', 'award']);

/** The columns that a table may have: `key`, then the fields of the schema that a cell can hold. */
export function columnsOf(type: TableType): string[] {
  return ['key', ...Object.keys(SCHEMAS[type].shape).filter((field) => !ELSEWHERE.has(field))];
}
export const EVIDENCE_COLUMNS = ['of', 'source', 'paragraph', ...Object.keys(evidence.shape).slice(1)];
export const CONTRIBUTION_COLUMNS = ['of', ...Object.keys(contribution.shape)];

/** A draft for each row, its references not yet read, because they may point further down or to another table. */
export function draftsOf(type: TableType, rows: readonly Row[], reading: Reading): Array<[Draft, Row]> {
  return rows.flatMap((row): Array<[Draft, Row]> => {
    const key = row.cells.get('key');
    const id = idOf(type, reading.scheme, key ?? row.place);
    const draft = { type, key: key ?? '', id, place: row.place, fields: {}, evidence: [], contributions: [] };
    const twin = key === undefined ? undefined : reading.drafts.get(`${type}:${key}`);
    if (twin !== undefined) {
      const value = `${show(key)} is also the key of ${twin.place}`;
      reading.problems.push({
        ...bad(at(row.place, 'key'), value, 'give each record its own key'),
        code: 'CONFLICT',
      });
      return [];
    }
    if (key !== undefined) {
      reading.drafts.set(`${type}:${key}`, draft);
      if (!KEY.test(key))
        reading.problems.push(
          bad(at(row.place, 'key'), `${show(key)} is not a key`, 'write lower-case words joined by hyphens'),
        );
    }
    return [[draft, row]];
  });
}

/** Fills a draft from its row; the dataset's own key is the first of its identifiers. */
export function fill(draft: Draft, row: Row, reading: Reading): void {
  const { identifiers = [], ...fields } = fieldsOf(row, reading) as { identifiers?: unknown[] };
  const own = { scheme: reading.scheme, id: draft.key };
  Object.assign(draft.fields, fields, {
    identifiers: draft.key === '' ? identifiers : [own, ...identifiers],
  });
}

/** Hangs each row of evidence.csv or contributions.csv on the record that its `of` names. */
export function attach(rows: readonly Row[], list: 'evidence' | 'contributions', reading: Reading): void {
  for (const row of rows) {
    const { of: _of, ...fields } = fieldsOf(row, reading);
    const name = row.cells.get('of');
    const full = name !== undefined && list === 'contributions' ? `claim:${name}` : name;
    if (full !== undefined)
      find(full, at(row.place, 'of'), reading)?.[list].push({ place: row.place, fields });
  }
}

function fieldsOf(row: Row, reading: Reading): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [column, cell] of row.cells) {
    const value =
      column === 'paragraph' ? locatorOf(row, cell, reading) : readCell(column, cell, row, reading);
    if (column !== 'key' && value !== undefined) fields[column === 'paragraph' ? 'locator' : column] = value;
  }
  return fields;
}

/** The value of a cell, or undefined after noting why it has none. */
function readCell(column: string, cell: string, row: Row, reading: Reading): unknown {
  const place = at(row.place, column);
  const items = () => cell.split('|').map((item) => item.trim());
  if (NUMBERS.has(column)) return numberOf(cell, place, reading);
  if (LISTS.has(column)) return items();
  if (column === 'identifiers') return items().flatMap((item) => identifierOf(item, place, reading));
  if (column === 'source' || column === 'award') return find(`${column}:${cell}`, place, reading)?.id;
  if (column === 'parties') return items().flatMap((item) => find(item, place, reading)?.id ?? []);
  return REFERENCES.has(column) ? find(cell, place, reading)?.id : cell;
}

function numberOf(cell: string, place: string, { problems }: Reading): number | undefined {
  // Three digits after a point would be a thousand in Indonesia: refused, so that 1.000 is never taken for 1.
  if (/^-?\d{1,15}(\.\d{1,2})?$/.test(cell)) return Number(cell);
  problems.push(
    bad(place, `${show(cell)} is not a number`, 'write digits only, such as 1500000 (a point for decimals)'),
  );
  return undefined;
}

function identifierOf(item: string, place: string, { problems }: Reading): object[] {
  const match = /^(\S+)\s+(.+)$/.exec(item);
  if (match) return [{ scheme: match[1], id: match[2] }];
  problems.push(bad(place, `${show(item)} is not an identifier`, 'write the scheme, a space and the id'));
  return [];
}

/** `paragraf N`, after comparing N with the number of paragraphs that the source says it has. */
function locatorOf(row: Row, cell: string, reading: Reading): string | undefined {
  const place = at(row.place, 'paragraph');
  const refuse = (why: string, remedy: string) => {
    reading.problems.push(bad(place, `${show(cell)} ${why}`, remedy));
    return undefined;
  };
  if (row.cells.has('locator')) return refuse('stands beside a locator', 'leave one of the two empty');
  if (!/^[1-9]\d{0,5}$/.test(cell)) return refuse('is not a paragraph number', 'count from 1, in digits');
  const count = reading.drafts.get(`source:${row.cells.get('source')}`)?.fields.paragraphs;
  return typeof count === 'number' && Number(cell) > count
    ? refuse(`is past the end of the source, which has ${count} paragraphs`, 'mend one of the two numbers')
    : `paragraf ${cell}`;
}

function find(reference: string, place: string, { drafts, problems }: Reading): Draft | undefined {
  const found = drafts.get(reference);
  if (found !== undefined) return found;
  const [type, key] = [reference.split(':', 1)[0] ?? '', reference.slice(reference.indexOf(':') + 1)];
  const table = TABLE_TYPES.find((known) => known === type);
  if (table === undefined || !reference.includes(':'))
    problems.push(
      bad(
        place,
        `${show(reference)} is not a reference`,
        `write type:key, type being ${TABLE_TYPES.join(', ')}`,
      ),
    );
  else
    problems.push({
      ...bad(place, `no ${type} has the key ${show(key)}`, `add it to ${TABLES[table]}, or mend the key`),
      code: 'NOT_FOUND',
    });
  return undefined;
}
