import { isDeepStrictEqual } from 'node:util';
import { type Known, referencedIds, validateReferences } from '../domain/change-references.js';
import { type ValidChangeSet, validateShape } from '../domain/change-set.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { nameKey } from '../domain/names.js';
import { type JejakRecord, labelOf, type Stored } from '../domain/records.js';
import { IMPORTED_TYPES } from './fields.js';
import { type ImportMemory, labelOf as ownLabel } from './memory.js';
import { merge, type Resolved } from './merge.js';
import { type Making, placesOf } from './plan-places.js';
import type { Need, PlannedRow } from './plan-rows.js';
import { namesOf, subjectOf, tell } from './problem-places.js';

/** One write; `expect` is the version (`updated`) of the stored record that the update was made from. */
export type PlannedOperation =
  | { readonly op: 'create'; readonly record: JejakRecord }
  | { readonly op: 'update'; readonly record: JejakRecord; readonly expect: number };

/** A row that is left out, with all that is wrong with it. */
export interface RefusedRow {
  readonly sheet: string | null;
  readonly row: number;
  readonly problems: readonly Problem[];
}

export interface BatchResult {
  /** What is pointed at comes first; valid and fitting together. Records that stay as they are have none. */
  readonly operations: readonly PlannedOperation[];
  /** Who made the proposals, apart from the records; the phone number as +62…. */
  readonly personal: ReadonlyArray<{
    readonly of: string;
    readonly name: string | null;
    readonly phone: string | null;
  }>;
  /** Records, not rows; `rejected` counts the records of the rows left out. */
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly rejected: number;
  };
  readonly rejected: readonly RefusedRow[];
}

/** A record as it will stand, complete and valid. */
export interface Made extends Making {
  readonly place: string;
}

/** The rows of a batch against what is stored of the records they speak of. */
export class Batch {
  private readonly rowOf: ReadonlyMap<Resolved, PlannedRow>;

  constructor(
    private readonly rows: readonly PlannedRow[],
    private readonly stored: ReadonlyMap<string, Stored<JejakRecord>>,
    private readonly memory: ImportMemory,
    private readonly scheme: string,
    private readonly source: JejakRecord | null,
  ) {
    this.rowOf = new Map(rows.flatMap((row) => row.records.map((resolved) => [resolved, row] as const)));
  }

  /** Leaves out rows until the rest is valid: a row that is refused takes along those that need it. */
  settle(): Made[] {
    this.refuseUnknownIds();
    this.refuseTakenBack();
    this.refuseOthersKeys();
    for (;;) {
      const making = this.making();
      if (this.refuseDependents(making)) continue;
      const all = [...making.values()];
      const valid = this.valid(all);
      if (valid === null) continue;
      return all.map((one, index) => ({
        ...one,
        record: valid.operations[index]?.record as JejakRecord,
        place: one.from[0]?.draft.place ?? '',
      }));
    }
  }

  result(made: readonly Made[]): BatchResult {
    const alive = this.alive();
    const refused = this.rows.filter(({ problems }) => problems.length > 0);
    this.remember(alive, refused);
    const changed = made.filter(
      ({ before, record }) => before !== null && !isDeepStrictEqual(bare(before), record),
    );
    const created = made.filter(({ before }) => before === null);
    const operations = [...created, ...changed].map(
      ({ before, record }): PlannedOperation =>
        before === null ? { op: 'create', record } : { op: 'update', record, expect: before.updated },
    );
    return {
      operations: operations.sort((a, b) => orderOf(a) - orderOf(b)),
      personal: alive.flatMap(({ records }) =>
        records.flatMap(({ id, draft }) => (draft.personal === null ? [] : [{ of: id, ...draft.personal }])),
      ),
      counts: {
        new: created.length,
        changed: changed.length,
        same: made.length - created.length - changed.length,
        rejected: refused.reduce((sum, { size }) => sum + size, 0),
      },
      rejected: refused.map(({ row, problems }) => ({ sheet: row.sheet, row: row.row, problems })),
    };
  }

  private alive(): PlannedRow[] {
    return this.rows.filter(({ problems }) => problems.length === 0);
  }

  private remember(alive: readonly PlannedRow[], refused: readonly PlannedRow[]): void {
    const entriesOf = (rows: readonly PlannedRow[]) =>
      rows.flatMap(({ records }) => records.flatMap(({ id }) => this.memory.entry(id) ?? []));
    for (const entry of entriesOf(refused)) if (entry.state === 'NOTED') entry.state = 'REFUSED';
    for (const entry of entriesOf(alive)) entry.state = 'PLANNED';
  }

  private refuseUnknownIds(): void {
    for (const { records, problems } of this.rows)
      for (const { draft } of records)
        if (draft.id !== null && !this.stored.has(draft.id))
          problems.push({
            code: 'NOT_FOUND',
            place: `${draft.place}, ${draft.columns.get('id')}`,
            value: `no record has the id ${show(draft.id)}`,
            remedy: 'mend it, or leave it empty for a new record',
          });
  }

  /** What a person took back, a file does not bring back by itself. */
  private refuseTakenBack(): void {
    for (const { records, problems } of this.rows)
      for (const { id, draft } of records) {
        const stored = this.stored.get(id);
        const reason = stored === undefined ? null : takenBackAs(stored);
        if (reason !== null)
          problems.push({
            code: 'CONFLICT',
            place: draft.place,
            value: `${show(stored === undefined ? id : labelOf(stored))} (${id}) ${reason}`,
            remedy: 'revert the change that took it back, or leave the row out',
          });
      }
  }

  /** Clerks number their rows from 1: a key that is that of another record must not turn this into that one. */
  private refuseOthersKeys(): void {
    for (const { records, problems } of this.rows)
      for (const { id, draft } of records) {
        const stored = this.stored.get(id);
        if (draft.key === null || draft.id !== null || stored === undefined || draft.type === 'claim')
          continue;
        const [known, said] = [labelOf(stored), ownLabel(draft)];
        if (said === '' || nameKey(known) === nameKey(said)) continue;
        problems.push({
          code: 'CONFLICT',
          place: [draft.place, draft.columns.get('key')].filter(Boolean).join(', '),
          value: `${show(draft.key)} is the key of ${show(known)} (${id}), and this row says ${show(said)}`,
          remedy: 'give the row a key of its own, or write the id beside it to rename that record',
        });
      }
  }

  /** The records that the living rows make, each from the stored one on. */
  private making(): Map<string, Making> {
    const making = new Map<string, Making>();
    for (const resolved of this.alive().flatMap(({ records }) => records)) {
      const { id, draft, first, asIs } = resolved;
      const before = this.stored.get(id) ?? null;
      const earlier = making.get(id);
      // In a dry run nothing is stored between batches: what an earlier one made is not made again.
      const planned = before === null && !first && this.memory.entry(id)?.state === 'PLANNED';
      if (asIs || planned || (earlier !== undefined && draft.findByName)) continue;
      const base = earlier?.record ?? (before === null ? null : bare(before));
      const record = merge(base, resolved, this.scheme) as JejakRecord;
      making.set(id, { before, record, from: [...(earlier?.from ?? []), resolved] });
    }
    return this.withSource(making);
  }

  private withSource(making: Map<string, Making>): Map<string, Making> {
    const { source } = this;
    if (source === null || this.stored.has(source.id) || making.has(source.id)) return making;
    const used = [...making.values()].some(({ record }) =>
      record.evidence.some((one) => one.source === source.id),
    );
    if (used) making.set(source.id, { before: null, record: source, from: [] });
    return making;
  }

  /** Leaves out the rows that point at a record which is not made after all; true when there were any. */
  private refuseDependents(making: ReadonlyMap<string, Making>): boolean {
    const missing = ({ entry }: Need) =>
      !making.has(entry.id) && !this.stored.has(entry.id) && entry.state !== 'PLANNED';
    let found = false;
    for (const row of this.alive()) {
      const need = row.needs.find(missing);
      if (need === undefined) continue;
      found = true;
      row.problems.push(refusedElsewhere(need));
    }
    return found;
  }

  /** The change set that the domain accepts; null after its problems were put to the rows they belong to. */
  private valid(all: readonly Making[]): ValidChangeSet | null {
    if (all.length === 0) return setOf([]);
    try {
      const operations = all.map(({ before, record }) => ({
        op: before === null ? ('create' as const) : ('update' as const),
        record,
      }));
      const valid = validateShape({ ...ATTRIBUTION, operations });
      validateReferences(valid, this.known(valid));
      return valid;
    } catch (error) {
      // A problem of the batch as a whole, such as its size, is the caller's.
      if (!(error instanceof JejakError) || error.problems.some((one) => subjectOf(one).index < 0))
        throw error;
      this.blame(error.problems, all);
      return null;
    }
  }

  private blame(problems: readonly Problem[], all: readonly Making[]): void {
    const told = all.map(placesOf);
    const labels = [...this.stored].map(([id, record]): [string, string] => [id, labelOf(record)]);
    const names = new Map([...labels, ...namesOf(told)]);
    for (const problem of problems) {
      const { index, field } = subjectOf(problem);
      const resolved = told[index]?.blame(field);
      const row = resolved === undefined ? undefined : this.rowOf.get(resolved);
      if (row === undefined) throw new Error(`no row answers for ${problem.place}: ${problem.remedy}`);
      row.problems.push(tell(problem, told, names));
    }
  }

  /** What references may point at: what is stored, and what earlier batches planned. */
  private known(set: ValidChangeSet): Map<string, Known> {
    const made = new Set(set.operations.map(({ record }) => record.id));
    const known = new Map<string, Known>();
    for (const id of referencedIds(set)) {
      const entry = this.memory.entry(id);
      if (entry?.state === 'PLANNED' && !made.has(id))
        known.set(id, { type: entry.type, ...(entry.kind !== null && { kind: entry.kind }) });
    }
    for (const [id, record] of this.stored) known.set(id, record as Known);
    return known;
  }
}

function refusedElsewhere({ text, place, entry }: Need): Problem {
  return {
    code: 'CONFLICT',
    place,
    value: `${show(text)} stands in ${entry.place}, which is refused`,
    remedy: 'mend that row first; this one follows it',
  };
}

function takenBackAs(record: JejakRecord): string | null {
  if (record.withdrawn) return 'was withdrawn';
  if (record.type !== 'claim' || record.status !== 'RETRACTED') return null;
  return record.statusReason === null ? 'was retracted' : `was retracted: ${show(record.statusReason)}`;
}

const orderOf = ({ record }: PlannedOperation) => (IMPORTED_TYPES as readonly string[]).indexOf(record.type);

/** A stored record without the stamps of the store. */
function bare({ created: _created, updated: _updated, ...record }: Stored<JejakRecord>): JejakRecord {
  return record as JejakRecord;
}

/** A change set of records that exist, to ask what they point at. */
export const setOf = (records: readonly JejakRecord[]): ValidChangeSet => ({
  ...ATTRIBUTION,
  operations: records.map((record) => ({ op: 'update', record })),
});
/** Stands in for who imports and why, which the caller says when the plan is applied. */
const ATTRIBUTION = { by: 'import', why: 'import' };
