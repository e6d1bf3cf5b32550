import { validateShape } from '../domain/change-set.js';
import { createAccounts } from './accounts.js';
import { applyIn, nowIn, proposalIn } from './apply.js';
import { lockSequence } from './cypher/changes.js';
import { mappingByName, writeMapping } from './cypher/mappings.js';
import { forgetOn } from './forget.js';
import type { Change, Engine, Plan, RequestKey, Store } from './port.js';
import { createReplay } from './replay.js';
import { retryOnConflict } from './retry.js';

/** A store on an engine whose migrations have been applied (`migrate`). */
export function createStore(engine: Engine): Store {
  const watchers = new Set<(change: Change) => void>();
  const closing = new AbortController();
  const told = (made: Change | null): Change | null => {
    if (made !== null) for (const tell of watchers) tell(made);
    return made;
  };
  const change = async (plan: Plan, key: RequestKey | null): Promise<Change | null> =>
    told(await retryOnConflict(() => engine.write((run) => applyIn(run, plan, key))));
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
      // Before the transaction: what is wrong in itself does not wait for other writers.
      validateShape(set);
      return required(await change(async () => set, null));
    },
    change: (plan, key = null) => change(plan, key),
    propose: (plan, key = null) => retryOnConflict(() => engine.write((run) => proposalIn(run, plan, key))),
    saveMapping: (mapping, mayReplace) =>
      retryOnConflict(() =>
        engine.write(async (run) => {
          // Nobody else saves one in between.
          await run(lockSequence);
          const [earlier] = await nowIn(run).read(mappingByName, { name: mapping.name });
          if (earlier !== undefined) mayReplace(earlier);
          await run(writeMapping, { mapping });
        }),
      ),
    replay: createReplay(engine),
    forget: async (request) => {
      const forgotten = await forgetOn(engine, request);
      told(forgotten.change);
      return forgotten;
    },
    watch: (onChange) => {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
    closed: closing.signal,
    close: () => {
      closing.abort();
      return engine.close();
    },
  };
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('a change set that is given was not applied');
  return value;
}
