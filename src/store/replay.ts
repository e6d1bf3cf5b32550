import { validateShape } from '../domain/change-set.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { carryOut, nowIn } from './apply.js';
import { lockSequence } from './cypher/changes.js';
import { beginRestoring, createKept, endRestoring } from './cypher/kept.js';
import { knownByIds } from './cypher/records.js';
import { writePersonal } from './personal.js';
import type { Change, Engine, KeptChange, KeptRows, Personal, Replay, Run } from './port.js';
import { keepProposal } from './proposals.js';
import { retryOnConflict } from './retry.js';

/** The door by which a dump comes back, on an engine whose migrations have been applied. */
export function createReplay(engine: Engine): Replay {
  const write = (work: (run: Run) => Promise<unknown>): Promise<void> =>
    retryOnConflict(() =>
      engine.write(async (run) => {
        await work(run);
      }),
    );
  return {
    begin: () => write((run) => run(beginRestoring)),
    changes: (changes) =>
      write(async (run) => {
        for (const change of changes) await replayIn(run, change);
      }),
    rows: (kind, rows) => write((run) => KEEP[kind](run, rows)),
    end: () => write((run) => run(endRestoring)),
  };
}

async function replayIn(run: Run, kept: KeptChange): Promise<void> {
  const [counter] = await run(lockSequence);
  const next = Number(counter?.sequence);
  if (kept.sequence !== next)
    throw refused('CONFLICT', 'sequence', String(kept.sequence), `the next change of this store is ${next}`);
  const { by, why, account, approvedBy, approver, reverts } = kept;
  const operations = kept.operations.map(({ op, after }) => ({ op, record: after }));
  const set = validateShape({ by, why, account, approvedBy, approver, reverts, operations });
  const { sequence, at, key } = kept;
  expectSame(kept, await carryOut(run, nowIn(run), set, { sequence, at, key }));
}

/** What was written must be what was kept: each record also as it was before. */
function expectSame({ key: _, operations, ...kept }: KeptChange, made: Change): void {
  for (const [index, operation] of operations.entries()) {
    const found = made.operations[index];
    for (const side of ['before', 'after'] as const)
      if (JSON.stringify(operation[side]) !== JSON.stringify(found?.[side]))
        throw refused(
          'BAD_USER_INPUT',
          `operation ${index + 1}, ${operation.after.type} ${show(operation.after.id)}, ${side}`,
          show(operation[side]),
          `it would be ${show(found?.[side])}`,
        );
  }
  for (const [field, value] of Object.entries(kept)) {
    const found = made[field as keyof typeof kept];
    if (value !== found) throw refused('BAD_USER_INPUT', field, show(value), `it would be ${show(found)}`);
  }
}

function refused(code: Problem['code'], place: string, value: string, why: string): JejakError {
  return JejakError.ofProblems('The change is refused', [
    { code, place, value, remedy: `${why}; take the dump as it was written` },
  ]);
}

/** How rows of each kind are written. */
const KEEP: {
  readonly [K in keyof KeptRows]: (run: Run, rows: ReadonlyArray<KeptRows[K]>) => Promise<unknown>;
} = {
  personal: keepPersonal,
  proposal: async (run, rows) => {
    for (const row of rows) {
      const { by, why, operations } = row;
      validateShape({ by, why, operations });
      await keepProposal(run, row);
    }
  },
  mapping: (run, rows) => run(createKept('Mapping'), { rows }),
  account: (run, rows) => run(createKept('Account'), { rows }),
  token: (run, rows) => run(createKept('Token'), { rows }),
  pass: (run, rows) => run(createKept('Pass'), { rows }),
};

async function keepPersonal(run: Run, rows: readonly Personal[]): Promise<void> {
  const ids = rows.map(({ of }) => of);
  const known = new Set((await nowIn(run).read(knownByIds, { ids })).map(({ id }) => id));
  const problems = ids
    .filter((id) => !known.has(id))
    .map((id): Problem => {
      const remedy = 'no such record; take the dump as it was written';
      return { code: 'NOT_FOUND', place: 'personal data of', value: show(id), remedy };
    });
  if (problems.length > 0) throw JejakError.ofProblems('The personal data are refused', problems);
  await writePersonal(run, rows);
}
