import { groupBy } from '../domain/collections.js';
import { nameKey } from '../domain/names.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import { createNames, mergeNames, removeNames } from './cypher/names.js';
import {
  createEvidence,
  createNodes,
  createReferences,
  putOnLists,
  removeEvidence,
  removeReferences,
  replaceNodes,
  takeOffLists,
} from './cypher/records.js';
import type { Run } from './port.js';
import { type EncodedRecord, encodeRecord, REFERENCE_RELATIONSHIPS } from './rows.js';
import type { SearchText } from './search-text.js';

/** A record on its way into the store. */
export interface Written {
  readonly op: 'create' | 'update';
  /** What stood there; null also for an update of which all that is derived is written anew. */
  readonly before: Stored | null;
  readonly after: Stored;
}

/**
 * Writes records and what hangs on them: references, evidence, the names by which they are found. `canonical` tells
 * which record stands for an id that is pointed at; `texts` are the search texts of new records.
 */
export async function writeRecords(
  run: Run,
  written: readonly Written[],
  canonical: (id: string) => string,
  texts: ReadonlyMap<string, SearchText> = new Map(),
): Promise<void> {
  const encoded = written.map((one) => ({ ...one, ...encode(one), id: one.after.id }));
  const created = groupBy(
    encoded.filter(({ op }) => op === 'create'),
    ({ after }) => after.type,
  );
  for (const [type, rows] of created)
    await run(createNodes(type), {
      rows: rows.map(({ id, properties }) => ({ properties: { ...properties, ...searched(texts.get(id)) } })),
    });
  const updated = encoded.filter(({ op }) => op === 'update');
  if (updated.length > 0)
    await run(replaceNodes, { rows: updated.map(({ properties }) => ({ properties })) });
  const pointing = await rewritten(run, encoded, 'references', removeReferences);
  const references = pointing.flatMap(({ id, references: list }) =>
    list.map(({ relationship, to, position }) => {
      const at = STAYING.has(relationship) ? to : canonical(to);
      return { relationship, id, to: at, properties: { position, ...(at === to ? {} : { made: to }) } };
    }),
  );
  for (const [relationship, rows] of groupBy(references, (row) => row.relationship))
    await run(createReferences(relationship), {
      rows: rows.map(({ id, to, properties }) => ({ id, to, properties })),
    });
  const proved = await rewritten(run, encoded, 'evidence', removeEvidence);
  const evidence = proved.flatMap(({ id, evidence: list }) =>
    list.map(({ to, properties }) => {
      const at = canonical(to);
      return { id, to: at, properties: { ...properties, ...(at === to ? {} : { made: to }) } };
    }),
  );
  if (evidence.length > 0) await run(createEvidence, { rows: evidence });
  await writeNames(run, written);
  await relist(run, written);
}

function encode({ after: { created, updated, ...record } }: Written): EncodedRecord {
  const { properties, ...rest } = encodeRecord(record);
  return { properties: { ...properties, created, updated }, ...rest };
}

const searched = (text: SearchText | undefined) =>
  text === undefined ? {} : { searchNames: text.names, searchContext: text.context, searchGrams: text.grams };

/** The records whose relationships of a kind are to be made: of updated ones only where they differ, which are removed. */
async function rewritten<T extends Written & EncodedRecord>(
  run: Run,
  encoded: readonly T[],
  part: 'references' | 'evidence',
  remove: string,
): Promise<T[]> {
  const changed = encoded.filter(
    (one) =>
      one.before === null || JSON.stringify(encodeRecord(one.before)[part]) !== JSON.stringify(one[part]),
  );
  const ids = changed.filter(({ op }) => op === 'update').map(({ after }) => after.id);
  if (ids.length > 0) await run(remove, { ids });
  return changed;
}

/** What a judgement is about does not move with the records that it joins. */
const STAYING: ReadonlySet<string> = new Set([REFERENCE_RELATIONSHIPS.left, REFERENCE_RELATIONSHIPS.right]);

async function writeNames(run: Run, written: readonly Written[]): Promise<void> {
  const changed = written
    .map(({ before, after }) => ({ id: after.id, old: nameKeysOf(before), keys: nameKeysOf(after) }))
    .filter(({ old, keys }) => old.join('\n') !== keys.join('\n'));
  const renamed = changed.filter(({ old }) => old.length > 0).map(({ id }) => id);
  if (renamed.length > 0) await run(removeNames, { ids: renamed });
  const rows = changed.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));
  if (rows.length === 0) return;
  await run(mergeNames, { keys: [...new Set(rows.map(({ key }) => key))] });
  await run(createNames, { rows });
}

/** The keys of the index of names (cypher/names.ts) under which a record is found; none for what has no name. */
export function nameKeysOf(record: JejakRecord | null): string[] {
  if (record === null) return [];
  if (record.type === 'source') return [nameIndexKey('source', record.title)];
  if (!('name' in record)) return [];
  const { name, aliases, previousNames, abbreviations } = record;
  const all = [name, ...aliases, ...previousNames, ...abbreviations];
  return [...new Set(all.map((each) => nameIndexKey(record.type, each)))].sort();
}

/** The key of a name in the index of names. */
export const nameIndexKey = (type: JejakRecord['type'], name: string) => `${type} ${nameKey(name)}`;

/** Takes what was withdrawn off the lists, and puts what was taken up again back on them. */
async function relist(run: Run, written: readonly Written[]): Promise<void> {
  const turned = written.filter(({ before, after }) => (before?.withdrawn ?? false) !== after.withdrawn);
  for (const [type, rows] of groupBy(turned, ({ after }) => after.type)) {
    const ids = (withdrawn: boolean) =>
      rows.filter(({ after }) => after.withdrawn === withdrawn).map(({ after }) => after.id);
    const [off, on] = [ids(true), ids(false)];
    if (off.length > 0) await run(takeOffLists(type), { ids: off });
    if (on.length > 0) await run(putOnLists(type), { ids: on });
  }
}
