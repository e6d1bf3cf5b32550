import { referencedIds } from '../domain/change-references.js';
import { JejakError, show } from '../domain/errors.js';
import { type JejakRecord, SCHEMAS, type Stored } from '../domain/records.js';
import { answersOf, type Lookup, type Similar } from './lookup.js';
import { type FileSource, fileSource, type Mapping } from './mapping-form.js';
import { ImportMemory, naturalId } from './memory.js';
import type { Resolved } from './merge.js';
import { Batch, type BatchResult, type Made, setOf } from './plan-batch.js';
import { resolveRows } from './plan-rows.js';
import type { SheetRow } from './sheet.js';
import { keepAsMade } from './standing.js';

/** A new record that resembles stored ones. */
export interface Duplicate {
  readonly id: string;
  readonly label: string;
  readonly place: string;
  readonly similar: readonly Similar[];
}

export interface BatchPlan extends BatchResult {
  readonly duplicates: readonly Duplicate[];
  /** Rows of sheets that the mapping leaves alone. */
  readonly ignored: number;
}

export interface PlanOptions {
  /** Of one file, shared by its batches. */
  readonly memory?: ImportMemory;
  /** False: new records are not compared with stored ones for being the same. */
  readonly duplicates?: boolean;
  /** Stands for the file where a row names no source; comes before the mapping's own. */
  readonly source?: { readonly title: string } & Partial<FileSource>;
}

/**
 * Turns a batch of rows into operations against what exists. A row with a problem is left out as a whole, and so are
 * the rows that need it; the others go in. Writes nothing: the same rows planned again after the operations were
 * applied give none. Asks the store at most eight times, whatever the number of rows. Throws what `lookup` throws, and
 * BAD_USER_INPUT when the source given for the file is none.
 */
export async function planBatch(
  rows: readonly SheetRow[],
  mapping: Mapping,
  lookup: Lookup,
  options: PlanOptions = {},
): Promise<BatchPlan> {
  const memory = options.memory ?? new ImportMemory();
  const source = sourceRecord(options.source ?? mapping.source, mapping.scheme);
  const planned = await resolveRows(rows, { mapping, lookup, memory, source: source?.id ?? null });
  const ids = planned.flatMap(({ records }) => records.flatMap(idsOf));
  const stored = await storedOf(source === null ? ids : [...ids, source.id], lookup);
  await keepAsMade(planned, stored, lookup);
  const batch = new Batch(planned, stored, memory, mapping.scheme, source);
  const made = batch.settle();
  const duplicates = options.duplicates === false ? [] : await duplicatesOf(made, lookup);
  return { ...batch.result(made), duplicates, ignored: rows.length - planned.length };
}

/** The records of those ids, and what they point at in turn: an updated claim is checked with both of its ends. */
async function storedOf(
  ids: readonly string[],
  lookup: Lookup,
): Promise<ReadonlyMap<string, Stored<JejakRecord>>> {
  const own = await lookup.byIds([...new Set(ids)]);
  const pointed = referencedIds(setOf([...own.values()])).filter((id) => !own.has(id));
  return pointed.length === 0 ? own : new Map([...own, ...(await lookup.byIds(pointed))]);
}

function idsOf({ id, references, evidence }: Resolved): string[] {
  return [id, ...Object.values(references).flat(), ...evidence.map(({ source }) => source)];
}

function sourceRecord(given: PlanOptions['source'], scheme: string): JejakRecord | null {
  if (given === undefined) return null;
  const parsed = fileSource.safeParse(given);
  if (!parsed.success)
    throw JejakError.ofProblems(
      'The source of the file is refused',
      parsed.error.issues.map(({ path, message }) => ({
        code: 'BAD_USER_INPUT',
        place: `source, ${path.join(' ')}`,
        value: show(given[path[0] as keyof typeof given] ?? 'nothing'),
        remedy: message,
      })),
    );
  const id = naturalId('source', scheme, parsed.data.title, parsed.data.kind);
  return SCHEMAS.source.parse({ type: 'source', id, ...parsed.data });
}

/** New named records and the stored ones that resemble them. */
async function duplicatesOf(made: readonly Made[], lookup: Lookup): Promise<Duplicate[]> {
  const asked = made.flatMap(({ before, record, place }) =>
    before === null && 'name' in record
      ? [{ id: record.id, label: record.name, place, name: record.name, type: record.type }]
      : [],
  );
  const answers = await answersOf(asked, (all) =>
    lookup.similar(all.map(({ name, type }) => ({ name, type }))),
  );
  return asked.flatMap((one) => {
    const { id, label, place } = one;
    const similar = (answers.get(one) ?? []).filter((other) => other.id !== id);
    return similar.length === 0 ? [] : [{ id, label, place, similar }];
  });
}
