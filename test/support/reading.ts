import { compareText } from '../../src/domain/dates.js';
import type { JejakRecord, Stored } from '../../src/domain/records.js';
import { changesAfter, operationsOfChanges } from '../../src/store/cypher/changes.js';
import { recordsByIds } from '../../src/store/cypher/records.js';
import {
  type AppliedOperation,
  type Change,
  type Engine,
  type Reader,
  type Run,
  WriteConflict,
} from '../../src/store/port.js';
import { decodeAsMade } from '../../src/store/rows.js';

/** The records with those ids as the store has them, in the order of their ids. */
export async function readRecords(store: Reader, ids: readonly string[]): Promise<Stored[]> {
  const rows = await store.read(recordsByIds, { ids });
  return rows.map(decodeAsMade).sort((a, b) => compareText(a.id, b.id));
}

export async function readRecord<R extends JejakRecord>(store: Reader, { id }: R): Promise<Stored<R>> {
  const [record] = await readRecords(store, [id]);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record as JejakRecord as Stored<R>;
}

/** The changes after a sequence number, their operations as objects again. */
export async function readChanges(store: Reader, after = 0, limit = 10_000): Promise<Change[]> {
  const changes = await store.read(changesAfter, { after, limit });
  const rows = await store.read(operationsOfChanges, { ids: changes.map(({ id }) => id) });
  const operations = new Map(rows.map((row) => [row.id, JSON.parse(row.operations) as AppliedOperation[]]));
  return changes.map(({ operationCount, ...change }) => {
    const list = operations.get(change.id) ?? [];
    if (list.length !== operationCount) throw new Error(`${change.id} counts ${operationCount} operations`);
    return { ...change, operations: list };
  });
}

/**
 * All that the database holds, node by node and relationship by relationship, in a fixed order; without the lock of
 * the migrations, which notes when it was last taken.
 */
export async function everything(engine: Engine): Promise<string[]> {
  const nodes = await engine.read(
    "MATCH (n) WHERE coalesce(n.key, '') <> 'migrations' RETURN labels(n) AS labels, properties(n) AS properties",
  );
  const relationships = await engine.read(
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b',
  );
  return [
    ...nodes.map(({ labels, properties }) => inOrder([(labels as string[]).toSorted(), properties])),
    ...relationships.map((row) => inOrder(row)),
  ].sort();
}

/** JSON with the keys of every object in order, because an engine returns them in none. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => compareText(a, b)))
      : item,
  );
}

/** The same engine, except that each writing statement passes through `around` with its number in the transaction. */
export function intercepting(
  engine: Engine,
  around: (run: Run, statement: number) => Run,
  beforeCommit: () => void = () => {},
): Engine {
  return {
    ...engine,
    write: (work) =>
      engine.write(async (run) => {
        let statement = 0;
        const result = await work((text, parameters) => around(run, ++statement)(text, parameters));
        beforeCommit();
        return result;
      }),
  };
}

/** An engine on which the first `times` transactions lose against others, each at its second statement. */
export function losing(engine: Engine, times: number): Engine & { readonly attempts: number } {
  let attempts = 0;
  const wrapped = intercepting(engine, (run, statement) => {
    if (statement === 1) attempts += 1;
    return async (text, parameters) => {
      if (statement === 2 && attempts <= times) throw new WriteConflict('lost');
      return run(text, parameters);
    };
  });
  return Object.defineProperty(wrapped, 'attempts', { get: () => attempts }) as Engine & { attempts: number };
}
