import { corrected } from '../domain/edits.js';
import { JejakError, type Problem } from '../domain/errors.js';
import { fold } from '../domain/names.js';
import { personalOf } from '../store/cypher/personal.js';
import type { Reader, RequestKey } from '../store/port.js';
import {
  digestOf,
  type Earlier,
  keyAfter,
  notProposed,
  rowsOfAChange,
  tooManyRows,
  type Write,
  type Writing,
  type Written,
} from './batches.js';
import { checkHeader } from './mapping.js';
import { type Mapping, sheetMappingOf } from './mapping-form.js';
import { ImportMemory } from './memory.js';
import { type BatchPlan, type Duplicate, planBatch } from './plan.js';
import { type BilingualProblem, inIndonesian } from './problem-words.js';
import { readSheets } from './read-sheets.js';
import { type Cell, ERRORS_COLUMN, isExample, type RowProblem, type SheetRow } from './sheet.js';
import { storeLookup } from './store-lookup.js';

/**
 * From a file to change sets. A dry run plans everything and writes nothing; applying plans each batch of rows against
 * what stands by then and writes it as one change. Memory holds one batch, whatever the length of the file. A batch is
 * known by the file, the mapping and its number, so that an import which was cut off goes on where it stopped, and one
 * that is run again changes nothing.
 */

/** Rows of a batch: one change set, well below what a change set may hold when a row makes several records. */
export const BATCH_ROWS = 1_000;
/** A dry run remembers the records of the file, to know what its rows may point at; past these, it stops. */
export const DRY_ROWS = 100_000;
/** How many problems and likely duplicates a report tells one by one. */
const TOLD = 1_000;
/** For how many names of a file lookalikes are searched. */
const COMPARED_NAMES = 2_000;
/** Rows of one record may lengthen a batch to so many. */
const MOST_BATCHES = 5;
const ATTEMPTS = 5;

export interface RefusedRow {
  readonly sheet: string | null;
  /** Null: the sheet as a whole. */
  readonly row: number | null;
  /** The titles of its sheet, as far as they are known: also of columns in which the row has nothing. */
  readonly columns: readonly string[];
  readonly cells: ReadonlyMap<string, Cell>;
  readonly problems: readonly BilingualProblem[];
}

/** What an import did, or would do. */
export interface ImportReport {
  /** Whether anything was written. */
  readonly applied: boolean;
  /** Rows read, examples and empty rows left out. */
  rows: number;
  /** Rows of sheets that the mapping leaves alone. */
  ignored: number;
  /** Rows that were refused. */
  refused: number;
  /** Rows of batches that an earlier run of the same import has applied. */
  resumed: number;
  /** Records: new, changed, the same as stored, and those of refused rows. */
  readonly counts: { new: number; changed: number; same: number; rejected: number };
  /** The first of what is wrong; `refused` counts all rows. */
  readonly problems: BilingualProblem[];
  /** New records that may be the same as stored ones; the first of them. */
  readonly duplicates: Duplicate[];
  /** Columns that nothing reads, by sheet. */
  readonly unread: Array<{ readonly sheet: string | null; readonly columns: readonly string[] }>;
  /** Ids of the changes made, and of proposals that wait for a review. */
  readonly changes: string[];
  readonly proposals: string[];
  /** False: the dry run stopped at its limit. */
  complete: boolean;
  /** False: some names were not compared with stored ones. */
  compared: boolean;
}

export interface ImportOptions {
  readonly path: string;
  /** The name of the file as people know it. */
  readonly name: string;
  readonly mapping: Mapping;
  readonly reader: Reader;
  readonly why: string;
  /** Who imports; the key of a batch is theirs. */
  readonly user: string;
  /** Null: a dry run. */
  readonly write: Write | null;
  /** Personal data are written only where they differ; false for whoever may not know that. */
  readonly comparesPersonal: boolean;
  /** What became of a batch of that key in an earlier run; null: there was none. */
  readonly earlier: (key: RequestKey) => Promise<Earlier | null>;
  /** The most rows that a file may have; more are refused before anything is written. */
  readonly mostRows?: number;
  readonly batchRows?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (report: ImportReport) => void;
  readonly onRefused?: (row: RefusedRow) => void | Promise<void>;
}

/**
 * Imports a file. Throws BAD_USER_INPUT when it cannot be read, or breaks off (batches before stand), and what writing
 * throws; a row that is wrong is told in the report, and the others go in.
 */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const run = new Run(options, await digestOf(options.path, options.mapping));
  const { path, name, mapping, signal } = options;
  const limit = options.write === null ? DRY_ROWS : Number.POSITIVE_INFINITY;
  for await (const item of readSheets(path, { name, sheets: readBy(mapping) })) {
    signal?.throwIfAborted();
    await run.take(item);
    if (run.report.rows >= limit) {
      run.report.complete = false;
      break;
    }
  }
  await run.flush();
  return run.report;
}

/** Sheets that no part of the mapping names are left closed, unless a part takes any sheet. */
function readBy(mapping: Mapping): (sheet: string) => boolean {
  return (sheet) => sheetMappingOf(mapping, sheet) !== null && !/^petunjuk$/i.test(sheet);
}

class Run {
  readonly report: ImportReport;
  private batch: SheetRow[] = [];
  private number = 0;
  private readonly headers = new Map<
    string | null,
    { readonly titles: readonly string[]; readonly fits: boolean }
  >();
  private readonly memory: ImportMemory | null;
  private readonly lookup: ReturnType<typeof storeLookup>;
  /** Rows that surely fit into one change. */
  private readonly capacity: number;

  constructor(
    private readonly options: ImportOptions,
    private readonly digest: string,
  ) {
    const dry = options.write === null;
    this.memory = dry ? new ImportMemory() : null;
    this.lookup = storeLookup(options.reader, COMPARED_NAMES);
    this.capacity = rowsOfAChange(options.mapping);
    this.report = {
      applied: !dry,
      rows: 0,
      ignored: 0,
      refused: 0,
      resumed: 0,
      counts: { new: 0, changed: 0, same: 0, rejected: 0 },
      problems: [],
      duplicates: [],
      unread: [],
      changes: [],
      proposals: [],
      complete: true,
      compared: true,
    };
  }

  async take(item: SheetRow | RowProblem): Promise<void> {
    if ('problem' in item) {
      if (item.row !== null) this.count();
      await this.refuse(item, [item.problem]);
      return;
    }
    if (isExample(item)) return;
    this.count();
    if (!(await this.isReadable(item))) {
      this.report.ignored += 1;
      return;
    }
    const last = this.batch.at(-1);
    const { batchRows = BATCH_ROWS } = this.options;
    const full = this.batch.length >= Math.min(batchRows, this.capacity);
    // A file of nothing but one record must not fill memory.
    const bursting = this.batch.length >= Math.min(MOST_BATCHES * batchRows, this.capacity);
    if (last !== undefined && full && (bursting || !this.continues(last, item))) await this.flush();
    this.batch.push(withoutErrors(item));
  }

  /** Counts a row, before it can fill a batch that is written. */
  private count(): void {
    const { name, mostRows } = this.options;
    this.report.rows += 1;
    const most = Math.min(mostRows ?? Number.POSITIVE_INFINITY, this.capacity);
    if (mostRows !== undefined && this.report.rows > most)
      throw JejakError.ofProblems(`${name} is refused`, [tooManyRows(most)]);
  }

  /**
   * Whether two rows name the same record by its id or key. Such rows stay together: the first says what the contributions
   * of a claim are, and in a batch of its own the second would be a first one.
   */
  private continues(before: SheetRow, next: SheetRow): boolean {
    if (before.sheet !== next.sheet) return false;
    const cell = (row: SheetRow, column: string) =>
      [...row.cells].find(([title]) => fold(title) === fold(column))?.[1];
    const records = sheetMappingOf(this.options.mapping, next.sheet)?.records ?? [];
    return records
      .flatMap(({ id, key }) => [id, key].flatMap((value) => value?.column ?? []))
      .some((column) => cell(next, column) !== undefined && cell(next, column) === cell(before, column));
  }

  /** Whether the sheet of the row has the columns that the mapping reads; looked at once for each sheet. */
  private async isReadable({ sheet, columns }: SheetRow): Promise<boolean> {
    const known = this.headers.get(sheet)?.fits;
    // JSON Lines have no header: each line is checked by itself.
    if (known !== undefined || columns.size === 0) return known ?? true;
    const header = [...columns.keys()].filter((title) => title !== ERRORS_COLUMN);
    const { problems, unread } = checkHeader(this.options.mapping, sheet, header);
    if (unread.length > 0) this.report.unread.push({ sheet, columns: unread });
    this.headers.set(sheet, { titles: header, fits: problems.length === 0 });
    if (problems.length > 0) await this.refuse({ sheet, row: null, cells: new Map() }, problems);
    return problems.length === 0;
  }

  async flush(): Promise<void> {
    const rows = this.batch;
    if (rows.length === 0) return;
    this.batch = [];
    this.number += 1;
    const { write, earlier, user, onProgress } = this.options;
    const key = { key: `${user} import ${this.digest} ${this.number}`, digest: this.digest };
    const before = write === null ? null : await earlier(key);
    if (before !== null && before.state !== 'REVERTED') this.report.resumed += rows.length;
    // Also what an earlier run has written: rows that were refused then may be right by now.
    if (write === null) await this.settle(rows, await this.plan(rows));
    else await this.apply(rows, { write, before, key });
    onProgress?.(this.report);
  }

  private plan(rows: readonly SheetRow[]): Promise<BatchPlan> {
    const { mapping, name } = this.options;
    // What an earlier batch made is stored by now, or, in a dry run, in the memory that all batches share.
    return planBatch(rows, mapping, this.lookup, {
      memory: this.memory ?? new ImportMemory(),
      duplicates: this.memory !== null,
      ...(mapping.source ? {} : { source: { title: name } }),
    });
  }

  /** Plans, writes and reports; anew when somebody else has changed what it was planned from. */
  private async apply(rows: readonly SheetRow[], batch: Writing): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const plan = await this.plan(rows);
      const planned = notProposed(await this.withPersonal(plan), batch.before);
      try {
        if (planned.operations.length > 0) await this.write(planned, batch);
      } catch (error) {
        const overtaken = error instanceof JejakError && error.code === 'CONFLICT';
        if (!overtaken || attempt === ATTEMPTS) throw error;
        continue;
      }
      return this.settle(rows, plan);
    }
  }

  private async write(planned: Written, { write, before, key }: Writing): Promise<void> {
    const { why, name } = this.options;
    const { change, proposal } = await write({ by: name, why, ...planned }, keyAfter(before, key, planned));
    if (change !== null) this.report.changes.push(change.id);
    if (proposal !== null) this.report.proposals.push(proposal.id);
  }

  /**
   * Personal data that are new, each with an operation of its record: a change says that they changed, not how. An empty
   * cell takes nothing away; whoever may not know what is stored gives a stored record both or none.
   */
  private async withPersonal({ operations, personal }: BatchPlan): Promise<Written> {
    if (personal.length === 0) return { operations, personal };
    const { comparesPersonal, reader } = this.options;
    const ids = personal.map(({ of }) => of);
    const stored = new Map(
      comparesPersonal ? (await reader.read(personalOf, { ids })).map((row) => [row.of, row]) : [],
    );
    const created = new Set(operations.filter(({ op }) => op === 'create').map(({ record }) => record.id));
    const news = personal
      .filter(
        ({ of, name, phone }) => comparesPersonal || created.has(of) || (name !== null && phone !== null),
      )
      .map(({ of, name, phone }) => {
        const known = stored.get(of);
        return { of, name: name ?? known?.name ?? null, phone: phone ?? known?.phone ?? null };
      })
      .filter(({ of, name, phone }) => {
        const known = stored.get(of);
        return known === undefined || known.name !== name || known.phone !== phone;
      });
    const written = new Set(operations.map(({ record }) => record.id));
    const touched = await this.lookup.byIds(news.map(({ of }) => of).filter((id) => !written.has(id)));
    const touches = Array.from(touched.values(), (record) => corrected(record, {}, record.updated));
    return { operations: [...operations, ...touches], personal: news };
  }

  private async settle(rows: readonly SheetRow[], plan: BatchPlan): Promise<void> {
    const { report } = this;
    report.ignored += plan.ignored;
    for (const key of ['new', 'changed', 'same', 'rejected'] as const) report.counts[key] += plan.counts[key];
    report.duplicates.push(...plan.duplicates.slice(0, TOLD - report.duplicates.length));
    report.compared = !this.lookup.exhausted;
    const byPlace = new Map(rows.map((row) => [placeKey(row), row]));
    for (const { sheet, row, problems } of plan.rejected)
      await this.refuse(
        { sheet, row, cells: byPlace.get(placeKey({ sheet, row }))?.cells ?? new Map() },
        problems,
      );
  }

  private async refuse(
    row: Omit<RefusedRow, 'problems' | 'columns'>,
    problems: readonly Problem[],
  ): Promise<void> {
    this.report.refused += 1;
    const told = problems.map((problem) => ({ ...problem, indonesian: inIndonesian(problem) }));
    this.report.problems.push(...told.slice(0, Math.max(0, TOLD - this.report.problems.length)));
    const { sheet, row: number, cells } = row;
    const columns = this.headers.get(sheet)?.titles ?? [];
    await this.options.onRefused?.({ sheet, row: number, columns, cells, problems: told });
  }
}

const placeKey = ({ sheet, row }: { sheet: string | null; row: number }) => `${row} ${sheet ?? ''}`;

/** A workbook of refused rows that comes back mended still has the column that says what was wrong. */
function withoutErrors(row: SheetRow): SheetRow {
  if (!row.cells.has(ERRORS_COLUMN)) return row;
  const cells = new Map(row.cells);
  cells.delete(ERRORS_COLUMN);
  return { ...row, cells };
}
