import type { z } from 'zod';
import { groupBy } from '../domain/collections.js';
import { CLAIM_STATUSES } from '../domain/kinds.js';
import type { Claim, JejakRecord, Stored } from '../domain/records.js';
import { claimsAround, type Side } from '../store/cypher/claims.js';
import { type Filters, listPage, type listRow } from '../store/cypher/lists.js';
import { personalOf } from '../store/cypher/personal.js';
import type { Reader } from '../store/port.js';
import { decodeRecord } from '../store/rows.js';
import { mainOf } from './columns.js';
import { Names } from './export-names.js';
import { type Entry, pointedAt, rowsOf, tieOf } from './export-rows.js';
import type { Layout, SheetLayout, SheetRecord } from './layout.js';
import type { WorkbookRow } from './write-workbook.js';

/** Which of the records may be seen with the personal data of whoever proposed them. */
export type MayReadPersonal = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

export interface ExportOptions {
  readonly mayReadPersonal: MayReadPersonal;
  /** Only what lies in one of these places; null: everything. */
  readonly places: readonly string[] | null;
  /** For tests, which have few records. */
  readonly page?: number;
}

const PAGE = 500;
const STANDING = CLAIM_STATUSES.filter((status) => status !== 'RETRACTED');
/** Of one kind about one record: a usulan has one kelurahan, hardly ever two. */
const MOST_CLAIMS = 1_000;

/** The condition by which a type of record lies in a place; what has none lies nowhere. */
export const PLACED: Readonly<Partial<Record<SheetRecord['type'], keyof Filters>>> = {
  actor: 'places',
  initiative: 'places',
  issue: 'places',
  achievement: 'winnerPlaces',
  claim: 'endPlaces',
};

/**
 * The rows of a sheet of the template, filled with what stands: neither what was withdrawn, retracted or merged into
 * another. By name or date, then by id; a page at a time, so that memory does not grow with the records.
 */
export async function* recordRows(
  reader: Reader,
  sheet: SheetLayout,
  layout: Layout,
  options: ExportOptions,
): AsyncGenerator<WorkbookRow> {
  const besides = sheet.records.filter((record) => tieOf(record, mainOf(sheet))?.to === 'main');
  for await (const records of pagesOf(reader, sheet, layout, options)) {
    const claims = await claimsBeside(reader, records, besides, sheet);
    const beside = [...claims.values()].flatMap((byOwner) => [...byOwner.values()].flat());
    const names = await Names.of(reader, [...records, ...beside].flatMap(pointedAt));
    const personal = await personalIn(reader, sheet, records, options);
    for (const record of records) {
      if (isSaidElsewhere(record, layout, names)) continue;
      const entry: Entry = {
        record,
        claims: new Map([...claims].map(([as, byOwner]) => [as, byOwner.get(record.id) ?? []])),
        personal: personal.get(record.id) ?? null,
      };
      yield* rowsOf(sheet, entry, names);
    }
  }
}

async function* pagesOf(
  reader: Reader,
  sheet: SheetLayout,
  layout: Layout,
  { places, page = PAGE }: ExportOptions,
): AsyncGenerator<Stored[]> {
  const main = mainOf(sheet);
  const placed = PLACED[main.type];
  const filters: Filters = {
    ...kindsOf(sheet, layout),
    ...(main.type === 'claim' && { statuses: STANDING }),
    ...(places !== null && placed !== undefined && { [placed]: places }),
  };
  const key = main.type === 'claim' ? 'sortDate' : 'sortName';
  let last: { readonly key: string; readonly id: string } | null = null;
  for (;;) {
    const query = listPage({ type: main.type, filters, key, descending: false, resumed: last !== null });
    const rows: Array<z.infer<typeof listRow>> = await reader.read(query, {
      ...filters,
      places,
      ...last,
      limit: page,
    });
    const records = rows.map(decodeRecord);
    if (records.length > 0) yield records;
    const [end] = rows.slice(-1);
    if (end === undefined || rows.length < page) return;
    last = { key: end.sortKey, id: String(end.properties.id) };
  }
}

/** The kinds of record that the sheet holds: its own one, or all that no other sheet of that type has for itself. */
function kindsOf(sheet: SheetLayout, layout: Layout): Filters {
  const { as, type, constants } = mainOf(sheet);
  if (constants?.kind !== undefined) return { kinds: [constants.kind] };
  const others = layout.sheets.flatMap((other) => {
    const main = mainOf(other);
    return main.type === type && main.constants?.kind !== undefined ? [main.constants.kind] : [];
  });
  if (others.length === 0) return {};
  const choices = sheet.columns.find(({ field }) => field === `${as}.kind`)?.choices ?? [];
  return { kinds: choices.map(({ code }) => code).filter((code) => !others.includes(code)) };
}

/** The claims that are said in the rows of the records, by the `as` of the sheet and the id of the record. */
async function claimsBeside(
  reader: Reader,
  records: readonly JejakRecord[],
  besides: readonly SheetRecord[],
  sheet: SheetLayout,
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Claim[]>>> {
  const owners = records.map(({ id }) => id);
  const found = besides.map(async (beside) => {
    const { kind, role } = beside.constants ?? {};
    const filters = { kinds: [kind], statuses: STANDING, ...(role !== undefined && { roles: [role] }) };
    const side = tieOf(beside, mainOf(sheet))?.field.toUpperCase() as Side;
    const rows = await reader.read(claimsAround([side], filters, false), {
      ...filters,
      owners,
      limit: MOST_CLAIMS,
    });
    const claims = rows.map((row) => ({ owner: row.owner, claim: decodeRecord(row) as Stored<Claim> }));
    const plain = groupBy(
      claims.filter(({ claim }) => isPlain(claim)),
      ({ owner }) => owner,
    );
    return [
      beside.as,
      new Map([...plain].map(([owner, list]) => [owner, list.map(({ claim }) => claim)])),
    ] as const;
  });
  return new Map(await Promise.all(found));
}

/** A claim that says nothing beyond what it joins, so that a cell in the row of another record says all of it. */
function isPlain({ start, end, endState, at, note, contributions, evidence }: Claim): boolean {
  const said = [start, end, at, note, ...evidence.flatMap(({ quote, paraphrase }) => [quote, paraphrase])];
  return endState === 'UNKNOWN' && contributions.length === 0 && said.every((one) => one === null);
}

/** Whether a claim stands in the rows of the record that it is about, such as the kelurahan of a usulan. */
function isSaidElsewhere(record: JejakRecord, layout: Layout, names: Names): boolean {
  if (record.type !== 'claim' || !isPlain(record)) return false;
  return layout.sheets.some((sheet) => {
    const main = mainOf(sheet);
    return sheet.records.some((beside) => {
      const tie = tieOf(beside, main);
      const { kind, role = record.role } = beside.constants ?? {};
      if (tie?.to !== 'main' || kind !== record.kind || role !== record.role) return false;
      return names.kindOf(record[tie.field as 'subject' | 'object']) === main.constants?.kind;
    });
  });
}

async function personalIn(
  reader: Reader,
  sheet: SheetLayout,
  records: readonly JejakRecord[],
  { mayReadPersonal }: ExportOptions,
) {
  if (!sheet.columns.some(({ field }) => field.includes('.personal.'))) return new Map();
  const allowed = await mayReadPersonal(records.map(({ id }) => id));
  const rows = allowed.size === 0 ? [] : await reader.read(personalOf, { ids: [...allowed] });
  return new Map(rows.map((row) => [row.of, row]));
}
