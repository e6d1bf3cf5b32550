import { referencedIds } from '../domain/change-references.js';
import { nowIn } from './apply.js';
import { lockSequence } from './cypher/changes.js';
import { derivedVersion, idPage, noteDerived } from './cypher/derived.js';
import { removeNames } from './cypher/names.js';
import { knownByIds } from './cypher/records.js';
import { rebuildIdentity } from './identity.js';
import type { Engine, Run } from './port.js';
import { retryOnConflict } from './retry.js';
import { rebuildSearchText } from './search-text.js';
import { type Written, writeRecords } from './write-records.js';

/** Grows with every change of what is derived from the records: names, search texts, sort keys, identity. */
const DERIVED = 1;
/** Records in one transaction. */
const PAGE = 200;

/**
 * Derives anew what a store holds beside its records, when another version has derived it; returns how many records
 * that were, 0 when all is up to date. A run that was cut short begins again. Writers may be at work meanwhile.
 */
export async function reindex(engine: Engine): Promise<number> {
  const [noted] = (await engine.read(derivedVersion.text)).map((row) => derivedVersion.row.parse(row));
  if (noted?.version === DERIVED) return 0;
  // Identity first: where references lead, and what is searched under which names, depends on it.
  await forEveryPage(engine, (run, ids) => rebuildIdentity(run, nowIn(run), ids));
  const count = await forEveryPage(engine, rewrite);
  await retryOnConflict(() => engine.write((run) => run(noteDerived, { version: DERIVED })));
  return count;
}

/** Runs `work` on all records, page by page, each in a transaction of its own; returns their number. */
async function forEveryPage(
  engine: Engine,
  work: (run: Run, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await engine.read(idPage.text, { after, limit: PAGE });
    const ids = rows.map((row) => idPage.row.parse(row).id);
    const last = ids.at(-1);
    if (last === undefined) return count;
    await retryOnConflict(() =>
      engine.write(async (run) => {
        await run(lockSequence);
        await work(run, ids);
      }),
    );
    count += ids.length;
    after = last;
  }
}

/** Writes records as they are, with all that hangs on them. */
async function rewrite(run: Run, ids: readonly string[]): Promise<void> {
  const now = nowIn(run);
  const records = [...(await now.records(ids)).values()];
  const written = records.map((after): Written => ({ op: 'update', before: null, after }));
  const operations = records.map((record) => ({ op: 'update' as const, record }));
  const known = await now.read(knownByIds, { ids: referencedIds({ operations }) });
  const canonical = new Map(known.map((row) => [row.id, row.canonical ?? row.id]));
  await run(removeNames, { ids });
  await writeRecords(run, written, (id) => canonical.get(id) ?? id);
  await rebuildSearchText(run, ids);
}
