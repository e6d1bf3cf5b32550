import {
  type Known,
  referencedIds,
  type ValidChangeSet,
  validateReferences,
  validateShape,
} from '../domain/change-set.js';
import { groupBy } from '../domain/collections.js';
import { changeId } from '../domain/ids.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import { createAccounts } from './accounts.js';
import { createChange, createTouched, nextSequence } from './cypher/changes.js';
import {
  createEvidence,
  createNodes,
  createReferences,
  knownByIds,
  recordsByIds,
  removeEvidence,
  removeReferences,
  replaceNodes,
} from './cypher/records.js';
import type { AppliedOperation, Change, Engine, Run, Store } from './port.js';
import { retryOnConflict } from './retry.js';
import { decodeRecord, type EncodedRecord, encodeRecord, recordRow } from './rows.js';
import { refreshSearchText } from './search-text.js';

/** A store on an engine whose migrations have been applied (`migrate`). */
export function createStore(engine: Engine): Store {
  return {
    engine: engine.name,
    accounts: createAccounts(engine),
    read: async (query, parameters) => {
      const rows = await engine.read(query.text, parameters);
      return rows.map((raw) => query.row.parse(raw));
    },
    readAll: async (questions) => {
      const statements = questions.map(({ query, parameters }) => ({ text: query.text, parameters }));
      const rows = await engine.readAll(statements);
      return questions.map(({ query }, index) => (rows[index] ?? []).map((raw) => query.row.parse(raw)));
    },
    searchText: async (grams, limit) => {
      if (grams === '') return [];
      const rows = await engine.searchText(grams, limit);
      return rows.map(({ id }) => String(id));
    },
    apply: async (set) => {
      const valid = validateShape(set);
      return retryOnConflict(() => engine.write((run) => applyIn(run, valid)));
    },
    close: () => engine.close(),
  };
}

async function applyIn(run: Run, set: ValidChangeSet): Promise<Change> {
  // First of all, so that the writers queue here and what is read below cannot change until the commit.
  const [counter] = await run(nextSequence);
  const sequence = Number(counter?.sequence);
  const before = await readBefore(run, set);
  const operations = set.operations.map(({ op, record }): AppliedOperation & { after: Stored } => {
    const old = before.get(record.id) ?? null;
    const after = { ...record, created: old?.created ?? sequence, updated: sequence };
    return { op, before: old === null ? null : unstamped(old), after };
  });
  await writeRecords(run, operations);
  const touched = operations.map(({ after }) => after.id);
  const change: Change = {
    id: changeId(sequence),
    sequence,
    at: new Date().toISOString(),
    by: set.by,
    why: set.why,
    operations: operations.map(({ after, ...rest }) => ({ ...rest, after: unstamped(after) })),
  };
  await run(createChange, {
    ...change,
    operationCount: touched.length,
    operations: JSON.stringify(change.operations),
  });
  await run(createTouched, { id: change.id, touched });
  await refreshSearchText(run, [...touched, ...formerEnds(change)]);
  return change;
}

/** The records that a claim joined before it was moved: their search text named the other end. */
function formerEnds({ operations }: Change): string[] {
  return operations.flatMap(({ before }) =>
    before?.type === 'claim' ? [before.subject, before.object] : [],
  );
}

/** Checks the references, and returns the records that the operations replace, by id. */
async function readBefore(run: Run, set: ValidChangeSet): Promise<Map<string, Stored>> {
  const known = await run(knownByIds.text, { ids: referencedIds(set) });
  validateReferences(
    set,
    new Map(known.map((row) => knownByIds.row.parse(row)).map(({ id, ...rest }) => [id, rest as Known])),
  );
  const ids = set.operations.filter(({ op }) => op === 'update').map(({ record }) => record.id);
  const rows = ids.length === 0 ? [] : await run(recordsByIds.text, { ids });
  return new Map(rows.map((row) => decodeRecord(recordRow.parse(row))).map((record) => [record.id, record]));
}

function unstamped({ created: _created, updated: _updated, ...record }: Stored): JejakRecord {
  return record;
}

async function writeRecords(
  run: Run,
  operations: ReadonlyArray<{ op: 'create' | 'update'; after: Stored }>,
): Promise<void> {
  const encoded = operations.map(({ op, after }) => ({
    op,
    type: after.type,
    id: after.id,
    ...encode(after),
  }));
  const created = groupBy(
    encoded.filter(({ op }) => op === 'create'),
    ({ type }) => type,
  );
  for (const [type, rows] of created) await run(createNodes(type), { rows: rows.map(onlyProperties) });
  const updated = encoded.filter(({ op }) => op === 'update');
  if (updated.length > 0) {
    const ids = updated.map(({ id }) => id);
    await run(replaceNodes, { rows: updated.map(onlyProperties) });
    await run(removeReferences, { ids });
    await run(removeEvidence, { ids });
  }
  const references = encoded.flatMap(({ id, references: list }) =>
    list.map((reference) => ({ id, ...reference })),
  );
  for (const [relationship, rows] of groupBy(references, (row) => row.relationship))
    await run(createReferences(relationship), { rows });
  const evidence = encoded.flatMap(({ id, evidence: list }) => list.map((item) => ({ id, ...item })));
  if (evidence.length > 0) await run(createEvidence, { rows: evidence });
}

function encode({ created, updated, ...record }: Stored): EncodedRecord {
  const encoded = encodeRecord(record);
  return { ...encoded, properties: { ...encoded.properties, created, updated } };
}

const onlyProperties = ({ properties }: EncodedRecord) => ({ properties });
