import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeSet } from '../../src/domain/change-set.js';
import { JejakError } from '../../src/domain/errors.js';
import { judgementId } from '../../src/domain/ids.js';
import type { JejakRecord } from '../../src/domain/records.js';
import { reindex } from '../../src/store/reindex.js';
import {
  aClaim,
  aJudgement,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  aPerson,
  aSource,
  changeSet,
  together,
  update,
} from '../support/builders.js';
import { empty, onEveryEngine } from '../support/engines.js';

/**
 * The invariant: whatever is changed, and in whatever order, each search text stands as it would be derived from the
 * records anew.
 */

const TEXTS = `MATCH (n:Thing) WHERE n.searchGrams IS NOT NULL
RETURN n.id AS id, n.searchNames AS names, n.searchContext AS context, n.searchGrams AS grams ORDER BY id`;

const actor = (key: string, name = key, fields = {}) => anActor({ key, name: `Dinas ${name}`, ...fields });
const achievement = (fields = {}) => anAchievement({ name: 'Inovasi terbaik', ...fields });
const KINDS = [
  { kind: 'PARTICIPATION', role: 'IMPLEMENTING', object: anInitiative() },
  { kind: 'PARTICIPATION', role: 'FUNDING', object: anInitiative({ key: 'other' }) },
  { kind: 'PARTICIPATION', role: 'HOST', object: anInitiative({ key: 'other' }) },
] as const;

const one = fc.constantFrom('satu', 'dua', 'tiga');
const claim = fc.record({ key: one, of: one, how: fc.constantFrom(...KINDS), retracted: fc.boolean() });
const post = fc.record({ key: one, of: one, position: fc.constantFrom(null, 'Kepala', 'Sekretaris') });
const conferral = fc.record({ to: one, role: fc.constantFrom('RECIPIENT', 'ON_BEHALF_OF') });
const judgement = fc.record({ left: one, right: one, withdrawn: fc.boolean() });

/** What stands in the way of each step is refused; `store` tells which records exist, to update them instead. */
const step = fc.oneof(
  claim.map(({ key, of, how, retracted }) =>
    aClaim({ key, ...how, subject: actor(of), ...(retracted ? { status: 'RETRACTED' } : {}) }),
  ),
  post.map(({ key, of, position }) =>
    aClaim({
      key: `post ${key}`,
      kind: 'AFFILIATION',
      role: null,
      subject: aPerson(),
      object: actor(of),
      position,
    }),
  ),
  conferral.map(({ to, role }) =>
    aClaim({ key: 'conferral', kind: 'CONFERRAL', role, subject: achievement(), object: actor(to) }),
  ),
  fc.tuple(one, one, fc.boolean()).map(([key, name, withdrawn]) => actor(key, name, { withdrawn })),
  one.map((rank) => achievement({ rank })),
  one.map((name) => anAward({ name: `Anugerah ${name}` })),
  judgement
    .filter(({ left, right }) => left !== right)
    .map(({ left: l, right: r, withdrawn }) => {
      const [left, right] = [actor(l), actor(r)];
      return aJudgement({ id: judgementId(left.id, right.id), left, right, withdrawn });
    }),
);

onEveryEngine((stage) => {
  describe('search texts', () => {
    test('are what they would be if they were derived anew', async () => {
      const steps = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(steps, async (changes) => {
          await empty(stage.engine);
          await stage.store.apply(
            changeSet(
              ...['satu', 'dua', 'tiga'].map((key) => actor(key)),
              ...[aPerson(), aSource(), anInitiative(), anInitiative({ key: 'other' })],
              ...[anAward(), achievement()],
            ),
          );
          for (const records of changes) await tried(records);
          const before = await stage.engine.read(TEXTS);
          await reindex(stage.engine);
          expect(before).toEqual(await stage.engine.read(TEXTS));
        }),
        // A server takes a round trip for what the embedded engine does at once.
        { numRuns: stage.engine.name === 'grafeo' ? 25 : 8 },
      );
    });
  });

  async function tried(records: readonly JejakRecord[]) {
    const distinct = [...new Map(records.map((record) => [record.id, record])).values()];
    const rows = await stage.engine.read('UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN id', {
      ids: distinct.map(({ id }) => id),
    });
    const known = new Set(rows.map(({ id }) => id));
    const set: ChangeSet = together(
      ...distinct.map((record) => (known.has(record.id) ? update(record) : changeSet(record))),
    );
    await stage.store.apply(set).catch((error) => {
      if (!(error instanceof JejakError) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
    });
  }
});
