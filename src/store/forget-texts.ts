import { corrected } from '../domain/edits.js';
import { textsOf, withoutNumber } from '../domain/erasure.js';
import { changeId } from '../domain/ids.js';
import { nameWords } from '../domain/names.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import { changeTexts, deleteUnusedNames, rewriteChanges } from './cypher/forget.js';
import { recordPage } from './cypher/records.js';
import type { AppliedOperation, Now, Plan, Reader, Run } from './port.js';
import { decodeAsMade, sortEvidence } from './rows.js';

const PAGE = 1_000;
/** A change holds up to 10,000 records, twice: few at once. */
const CHANGES = 10;

async function* records(reader: Pick<Reader, 'read'>): AsyncGenerator<Stored> {
  for (let after = ''; ; ) {
    const page = await reader.read(recordPage, { after, limit: PAGE });
    yield* page.map(decodeAsMade);
    if (page.length < PAGE) return;
    after = String(page.at(-1)?.properties.id);
  }
}

/** The change that takes the number out of every record; none when it stands in no text. */
export const redacting =
  (attribution: { readonly by: string; readonly why: string }, finder: RegExp): Plan =>
  async (now) => {
    const operations = [];
    for await (const record of records(now)) {
      const redacted = withoutNumber(record, finder);
      if (redacted !== record) operations.push(corrected(redacted, {}, record.updated));
    }
    return operations.length === 0 ? null : { ...attribution, operations };
  };

/** Takes the number out of the changes up to that one; returns the ids of those that had it. */
export async function redactChanges(run: Run, now: Now, last: number, finder: RegExp, mark: string) {
  const redacted: string[] = [];
  for (let from = 1; from <= last; from += CHANGES) {
    const ids = Array.from({ length: Math.min(CHANGES, last - from + 1) }, (_, at) => changeId(from + at));
    const rows = (await now.read(changeTexts, { ids })).flatMap(({ operations: json, ...row }) => {
      const change = { ...row, operations: JSON.parse(json) as AppliedOperation[] };
      const without = withoutNumberIn(change, finder);
      return without === change ? [] : [{ ...without, operations: JSON.stringify(without.operations) }];
    });
    if (rows.length > 0) await run(rewriteChanges, { rows, mark });
    redacted.push(...rows.map(({ id }) => id));
  }
  await run(deleteUnusedNames);
  return redacted.sort();
}

/** A change without the number; the very same when it has none. */
export function withoutNumberIn<C extends { readonly operations: readonly AppliedOperation[] }>(
  change: C,
  finder: RegExp,
): C {
  const without = withoutNumber(change, finder);
  if (without === change) return change;
  const operations = without.operations.map((operation) => {
    const { before } = operation;
    return before === null ? operation : { ...operation, before: inStoredOrder(before) };
  });
  return { ...without, operations };
}

/** Evidence comes out of the store in the order of its texts, and so it must stand in what was before a change. */
const inStoredOrder = <R extends JejakRecord>(record: R): R => ({
  ...record,
  evidence: sortEvidence([...record.evidence]),
});

/** The ids of the records in whose text one of the names stands in full, in order. */
export async function recordsNaming(
  reader: Pick<Reader, 'read'>,
  names: readonly string[],
): Promise<string[]> {
  const sought = [...new Set(names.map((name) => ` ${nameWords(name).join(' ')} `))];
  if (sought.length === 0) return [];
  const found: string[] = [];
  for await (const record of records(reader)) {
    const texts = textsOf(record).map((text) => ` ${nameWords(text).join(' ')} `);
    if (sought.some((name) => texts.some((text) => text.includes(name)))) found.push(record.id);
  }
  return found;
}
