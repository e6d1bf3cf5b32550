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
import type { Parameters, Run } from './port.js';
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
 * which record stands for an id that is pointed at, `textOf` the search text of a new record.
 */
export async function writeRecords(
  run: Run,
  written: readonly Written[],
  canonical: (id: string) => string,
  textOf: (record: JejakRecord) => SearchText | null = () => null,
): Promise<void> {
  const send = inOrder(run);
  const encoded: Encoded[] = [];
  const created = groupBy(
    written.filter(({ op }) => op === 'create'),
    ({ after }) => after.type,
  );
  for (const [type, ones] of created) {
    const rows = ones.map((one) => ({ one, ...encodeRecord(one.after) }));
    for (const { one, properties } of rows) Object.assign(properties, searched(textOf(one.after)));
    encoded.push(...rows);
    await send(createNodes(type), { rows: rows.map(({ properties }) => ({ properties })) });
  }
  const updated = written
    .filter(({ op }) => op === 'update')
    .map((one) => ({ one, ...encodeRecord(one.after) }));
  encoded.push(...updated);
  if (updated.length > 0)
    await send(replaceNodes, { rows: updated.map(({ properties }) => ({ properties })) });
  const pointing = await rewritten(send, encoded, 'references', removeReferences);
  const references = pointing.flatMap(({ one, references: list }) =>
    list.map(({ relationship, to, position }) => {
      const at = STAYING.has(relationship) ? to : canonical(to);
      const properties = at === to ? { position } : { position, made: to };
      return { relationship, row: { id: one.after.id, to: at, properties } };
    }),
  );
  for (const [relationship, all] of groupBy(references, (one) => one.relationship))
    await send(createReferences(relationship), { rows: all.map(({ row }) => row) });
  const proved = await rewritten(send, encoded, 'evidence', removeEvidence);
  const evidence = proved.flatMap(({ one, evidence: list }) =>
    list.map(({ to, properties }) => {
      const at = canonical(to);
      return { id: one.after.id, to: at, properties: at === to ? properties : { ...properties, made: to } };
    }),
  );
  if (evidence.length > 0) await send(createEvidence, { rows: evidence });
  await writeNames(send, written);
  await relist(send, written);
  await send.done();
}

/** A record with what it is written as. */
type Encoded = EncodedRecord & { readonly one: Written };

/** Resolves once the statement is under way, so that the rows of the next are worked out meanwhile. */
interface Send {
  (text: string, parameters: Parameters): Promise<void>;
  /** All are through. */
  done(): Promise<void>;
}

function inOrder(run: Run): Send {
  let last: Promise<unknown> = Promise.resolve();
  const send = async (text: string, parameters: Parameters) => {
    await last;
    last = run(text, parameters);
    // Whoever sends or finishes next is told; until then it must not count as an error that nobody heard.
    last.catch(() => undefined);
  };
  return Object.assign(send, {
    done: async () => {
      await last;
    },
  });
}

const searched = (text: SearchText | null) =>
  text === null ? {} : { searchNames: text.names, searchContext: text.context, searchGrams: text.grams };

/** The records whose relationships of a kind are to be made: of updated ones only where they differ, which are removed. */
async function rewritten(
  send: Send,
  encoded: readonly Encoded[],
  part: 'references' | 'evidence',
  remove: string,
): Promise<Encoded[]> {
  const changed = encoded.filter(
    ({ one: { before }, [part]: list }) =>
      before === null || JSON.stringify(encodeRecord(before)[part]) !== JSON.stringify(list),
  );
  const ids = changed.filter(({ one }) => one.op === 'update').map(({ one }) => one.after.id);
  if (ids.length > 0) await send(remove, { ids });
  return changed;
}

/** What a judgement is about does not move with the records that it joins. */
const STAYING: ReadonlySet<string> = new Set([REFERENCE_RELATIONSHIPS.left, REFERENCE_RELATIONSHIPS.right]);

async function writeNames(send: Send, written: readonly Written[]): Promise<void> {
  const changed = written
    .map(({ before, after }) => ({ id: after.id, old: nameKeysOf(before), keys: nameKeysOf(after) }))
    .filter(({ old, keys }) => old.join('\n') !== keys.join('\n'));
  const renamed = changed.filter(({ old }) => old.length > 0).map(({ id }) => id);
  if (renamed.length > 0) await send(removeNames, { ids: renamed });
  const rows = changed.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));
  if (rows.length === 0) return;
  await send(mergeNames, { keys: [...new Set(rows.map(({ key }) => key))] });
  await send(createNames, { rows });
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
async function relist(send: Send, written: readonly Written[]): Promise<void> {
  const turned = written.filter(({ before, after }) => (before?.withdrawn ?? false) !== after.withdrawn);
  for (const [type, rows] of groupBy(turned, ({ after }) => after.type)) {
    const ids = (withdrawn: boolean) =>
      rows.filter(({ after }) => after.withdrawn === withdrawn).map(({ after }) => after.id);
    const [off, on] = [ids(true), ids(false)];
    if (off.length > 0) await send(takeOffLists(type), { ids: off });
    if (on.length > 0) await send(putOnLists(type), { ids: on });
  }
}
