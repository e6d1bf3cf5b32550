import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { validateReferences } from '../domain/change-references.js';
import { type ChangeSet, type ValidChangeSet, validateShape } from '../domain/change-set.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import type { RecordInput } from '../domain/records.js';
import { bad, type Row, readTable } from './csv-table.js';
import {
  attach,
  CONTRIBUTION_COLUMNS,
  CONTRIBUTIONS,
  columnsOf,
  type Draft,
  draftsOf,
  EVIDENCE,
  EVIDENCE_COLUMNS,
  fill,
  type Reading,
  TABLE_TYPES,
  TABLES,
} from './dataset-drafts.js';
import { inRows } from './dataset-places.js';

/**
 * A dataset is a folder: `dataset.json` and one CSV a kind of record (see `TABLES`), each row known by its `key`.
 * Evidence and contributions stand in tables of their own and name the record they belong to in `of`
 * (`actor:kelurahan-sawojajar`; in contributions.csv the bare key of the claim). An empty cell is an absent field.
 */

const manifestSchema = z.strictObject({
  /** Prefix of all keys; ids are derived from it and the key, so it never changes. */
  scheme: z.string().regex(/^\S{1,100}$/, 'is not a scheme; write one word such as jejak:malang'),
  title: z.string().trim().min(1, 'is empty; name the dataset in Indonesian'),
  titleEn: z.string().trim().min(1, 'is empty; name the dataset in English'),
  license: z.string().trim().min(1, 'is empty; say under which licence the dataset may be used'),
  /** Whether the dataset is made up, for a tutorial or a test; shown wherever the data are. */
  invented: z.boolean('is not true or false; say whether the dataset is made up'),
  by: z.string().trim().min(1, 'is empty; say who makes the change'),
  why: z.string().trim().min(1, 'is empty; say why, in a sentence'),
});
type Manifest = z.infer<typeof manifestSchema>;

/** A dataset as read: complete, its records valid and fitting together, not yet compared with any store. */
export interface Dataset extends Omit<Manifest, 'by' | 'why'> {
  /** Creates every record; each has the id that its scheme and key give it, everywhere. */
  readonly changeSet: ValidChangeSet;
}

/** A table past this size is no hand-kept dataset; a large import is streamed instead. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads and checks a dataset folder. Throws one JejakError that lists every problem, each with file, row, column
 * and remedy; when a table cannot be read as one, the problems of the files alone. Its code is that of the problems when they agree (a missing folder is NOT_FOUND), else
 * BAD_USER_INPUT.
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const files = await list(folder);
  const problems: Problem[] = [];
  const manifest = await readManifest(folder, problems);
  const tables = await readTables(folder, files, problems);
  // With a table missing, every reference into it would look wrong: its own problem is told first.
  if (tables === null) throw refused(folder, problems);
  const drafts = readDrafts(tables, {
    scheme: manifest?.scheme ?? NO_MANIFEST.scheme,
    drafts: new Map(),
    problems,
  });
  if (drafts.length === 0 && problems.length === 0)
    problems.push(bad(folder, 'no records', 'add rows to one of its tables'));
  const { by, why, ...about } = manifest ?? NO_MANIFEST;
  const changeSet = validated({ by, why, operations: drafts.map(operationOf) }, drafts, problems);
  if (changeSet === null || problems.length > 0) throw refused(folder, problems);
  return { ...about, changeSet };
}

/** The tables that the folder has, or null when one of them cannot be read. */
async function readTables(
  folder: string,
  files: readonly string[],
  problems: Problem[],
): Promise<ReadonlyMap<string, Row[]> | null> {
  for (const file of files.filter((name) => name.endsWith('.csv') && !LAYOUTS.has(name)))
    problems.push(bad(file, 'no table of a dataset', `name it one of ${[...LAYOUTS.keys()].join(', ')}`));
  const tables = new Map<string, Row[]>();
  let complete = true;
  for (const [file, layout] of LAYOUTS) {
    if (!files.includes(file)) continue;
    const bytes = await readBytes(folder, file, problems);
    const rows = bytes === null ? null : readTable(bytes, { file, ...layout }, problems);
    if (rows === null) complete = false;
    else tables.set(file, rows);
  }
  return complete ? tables : null;
}

async function readBytes(folder: string, file: string, problems: Problem[]): Promise<Uint8Array | null> {
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) problems.push(bad(file, 'cannot be read', 'make it a readable file'));
  else if (bytes.length > MAX_BYTES)
    problems.push(bad(file, `${bytes.length} bytes`, `keep it under ${MAX_BYTES} bytes`));
  else return bytes;
  return null;
}

const LAYOUTS: ReadonlyMap<string, { columns: readonly string[]; first: string }> = new Map([
  ...TABLE_TYPES.map((type) => [TABLES[type], { columns: columnsOf(type), first: 'key' }] as const),
  [EVIDENCE, { columns: EVIDENCE_COLUMNS, first: 'of' }],
  [CONTRIBUTIONS, { columns: CONTRIBUTION_COLUMNS, first: 'of' }],
]);

/** Stands in for a manifest that is refused, so that the tables' problems are found as well. */
const NO_MANIFEST: Manifest = {
  scheme: 'none',
  title: '-',
  titleEn: '-',
  license: '-',
  invented: false,
  by: '-',
  why: '-',
};

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const problem = missing
      ? bad(folder, 'no such folder', 'give the folder that holds dataset.json')
      : bad(folder, 'cannot be read as a folder', 'give a readable folder that holds dataset.json');
    throw refused(folder, [{ ...problem, code: missing ? 'NOT_FOUND' : 'BAD_USER_INPUT' }]);
  }
}

async function readManifest(folder: string, problems: Problem[]): Promise<Manifest | null> {
  const file = 'dataset.json';
  const text = await readFile(join(folder, file), 'utf8').catch(() => null);
  if (text === null) {
    const missing = bad(file, 'missing or unreadable', `add it to the folder ${show(folder)}`);
    problems.push({ ...missing, code: 'NOT_FOUND' });
    return null;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    problems.push(bad(file, 'not JSON', `mend it: ${error instanceof Error ? error.message : error}`));
    return null;
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    const value = (json as Record<string, unknown> | null)?.[field];
    problems.push(bad(field === '' ? file : `${file}, ${field}`, show(value ?? 'nothing'), issue.message));
  }
  return null;
}

function readDrafts(tables: ReadonlyMap<string, Row[]>, reading: Reading): Draft[] {
  const pairs = TABLE_TYPES.flatMap((type) => draftsOf(type, tables.get(TABLES[type]) ?? [], reading));
  for (const [draft, row] of pairs) fill(draft, row, reading);
  attach(tables.get(EVIDENCE) ?? [], 'evidence', reading);
  attach(tables.get(CONTRIBUTIONS) ?? [], 'contributions', reading);
  return pairs.map(([draft]) => draft);
}

function operationOf(draft: Draft): { op: 'create'; record: RecordInput } {
  const { type, id, fields } = draft;
  const evidence = draft.evidence.map((part) => part.fields);
  const contributions = draft.contributions.map((part) => part.fields);
  const claim = type === 'claim' ? { contributions } : {};
  return { op: 'create', record: { type, id, ...fields, evidence, ...claim } as unknown as RecordInput };
}

/** The change set after the domain's own checks, whose problems are told by file and row. */
function validated(set: ChangeSet, drafts: readonly Draft[], problems: Problem[]): ValidChangeSet | null {
  if (drafts.length === 0) return null;
  try {
    const valid = validateShape(set);
    if (problems.length === 0) validateReferences(valid, new Map());
    return valid;
  } catch (error) {
    if (!(error instanceof JejakError)) throw error;
    // A cell that could not be read is told already; that its field is missing is no second problem.
    const told = new Set(problems.map(({ place }) => place));
    problems.push(...inRows(error.problems, drafts).filter(({ place }) => !told.has(place)));
    return null;
  }
}

function refused(folder: string, problems: readonly Problem[]): JejakError {
  return JejakError.ofProblems(`The dataset ${show(folder)} is refused`, problems);
}
