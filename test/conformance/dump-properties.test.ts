import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeSet } from '../../src/domain/change-set.js';
import { JejakError } from '../../src/domain/errors.js';
import { judgementId } from '../../src/domain/ids.js';
import { check } from '../../src/store/check.js';
import { reindex } from '../../src/store/reindex.js';
import { dumpLines } from '../../src/transfer/dump.js';
import { restore } from '../../src/transfer/restore.js';
import { periods } from '../support/arbitraries.js';
import {
  aClaim,
  aJudgement,
  anActor,
  anInitiative,
  aSource,
  changeSet,
  update,
} from '../support/builders.js';
import { empty, onEveryEngine } from '../support/engines.js';
import { everything } from '../support/reading.js';

/**
 * The invariant, for any history: dump and restore give the same store and the same dump, deriving anew changes nothing,
 * and nothing breaks an invariant.
 */

const KEYS = ['a', 'b', 'c', 'd'] as const;
const key = fc.constantFrom(...KEYS);
const pair = fc.tuple(key, key).filter(([one, other]) => one !== other);
const name = fc.constantFrom(
  'Dinas Sosial',
  'DINAS SOSIAL',
  'Dinsos',
  'Karang Taruna \u{1F331}',
  'RW 03\u2028',
);
const actor = (of: string, fields: object = {}) => anActor({ key: of, name: of, ...fields });
const judged = ([one, other]: readonly string[], fields: object = {}) => {
  const [left, right] = [actor(one ?? ''), actor(other ?? '')];
  return aJudgement({ id: judgementId(left.id, right.id), left, right, ...fields });
};
const claimOf = (of: string, fields: object) =>
  aClaim({ key: of, subject: actor(of), object: anInitiative(), ...fields });
const agreement = ([one, other]: readonly string[]) =>
  aClaim({
    key: 'agreement',
    kind: 'AGREEMENT',
    role: null,
    subject: actor('a'),
    object: actor('b'),
    parties: [one, other].filter((each) => each !== 'a' && each !== 'b').map((each) => actor(each ?? '')),
  });

/** Steps of which some are refused, depending on what stands: those leave nothing. */
const steps: fc.Arbitrary<ChangeSet> = fc.oneof(
  fc.record({ of: key, name }).map(({ of, name }) => update(actor(of, { name, aliases: [`alias ${of}`] }))),
  fc
    .record({ of: key, withdrawn: fc.boolean() })
    .map(({ of, withdrawn }) => update(actor(of, { withdrawn }))),
  fc.record({ of: key, period: periods }).map(({ of, period }) => changeSet(claimOf(of, period))),
  key.map((of) => update(claimOf(of, { status: 'RETRACTED', statusReason: 'salah' }))),
  pair.map((sides) => changeSet(judged(sides))),
  fc
    .record({
      sides: pair,
      withdrawn: fc.boolean(),
      score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    })
    .map(({ sides, ...fields }) => update(judged(sides, fields))),
  pair.map((sides) => changeSet(agreement(sides))),
);

onEveryEngine((stage) => {
  const kept = async () =>
    (await everything(stage.engine))
      .filter((line) => !line.includes('"key":"derived"'))
      .map((line) => line.replace(/"locks":\d+,?/, ''));
  const dumped = async () => {
    const lines: string[] = [];
    for await (const line of dumpLines(stage.store)) lines.push(line);
    return lines;
  };
  async function* given(lines: readonly string[]) {
    yield* lines;
  }

  test('any history comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 20 }), async (list) => {
        await empty(stage.engine);
        await stage.store.apply(changeSet(...KEYS.map((of) => actor(of)), anInitiative(), aSource()));
        for (const step of list)
          await stage.store.apply(step).catch((error) => {
            if (!(error instanceof JejakError) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
          });
        const [lines, before] = [await dumped(), await kept()];
        expect(await check(stage.store)).toEqual([]);
        await reindex(stage.engine);
        expect(await kept()).toEqual(before);

        await empty(stage.engine);
        await restore(stage.store, given(lines));
        expect(await dumped()).toEqual(lines);
        expect(await kept()).toEqual(before);
      }),
      // A server takes a round trip for what the embedded engine does at once.
      { numRuns: stage.engine.name === 'grafeo' ? 15 : 5 },
    );
  }, 900_000);
});
