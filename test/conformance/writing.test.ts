import { describe, expect, test } from '@jest/globals';
import type { ChangeSet } from '../../src/domain/change-set.js';
import type { Engine } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import {
  aClaim,
  aJudgement,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  aParticipation,
  aPerson,
  aSource,
  changeSet,
  testId,
  together,
  update,
} from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { everything, intercepting, readRecord } from '../support/reading.js';

/**
 * The invariants: a record written takes the place of the one that was there, wholly; a change set is applied as a
 * whole, together with its Change, or leaves no trace.
 */
onEveryEngine((stage) => {
  const parties = ['one', 'two', 'three'].map((key) => anActor({ key }));
  const agreement = aClaim({
    kind: 'AGREEMENT',
    role: null,
    subject: anActor(),
    object: aPerson(),
    parties,
    note: 'sebelum',
    start: '2020',
    evidence: [{ source: aSource(), locator: 'hlm. 1' }, { source: aSource({ key: 'second' }) }],
    contributions: [{ kind: 'MONEY', amount: 1, currency: 'IDR', unit: null, description: null }],
    identifiers: [{ scheme: 'x', id: '1' }],
  });
  const world = changeSet(anActor(), aPerson(), ...parties, aSource(), aSource({ key: 'second' }), agreement);

  describe('an update takes the place of all that was there', () => {
    test('fields that are now empty, lists, references and evidence', async () => {
      await stage.store.apply(world);
      const bare = aClaim({
        kind: 'AGREEMENT',
        role: null,
        subject: aPerson(),
        object: anActor(),
        parties: parties.slice(1).reverse(),
      });
      await stage.store.apply(update(bare));

      expect(await readRecord(stage.store, agreement)).toEqual({ ...bare, created: 1, updated: 2 });
    });

    test('and back again leaves the record as it was', async () => {
      await stage.store.apply(world);
      await stage.store.apply(
        update(aClaim({ kind: 'AGREEMENT', role: null, subject: aPerson(), object: anActor() })),
      );
      await stage.store.apply(update(agreement));

      expect(await readRecord(stage.store, agreement)).toEqual({ ...agreement, created: 1, updated: 3 });
    });

    test('with the same record changes nothing but its stamp', async () => {
      await stage.store.apply(world);
      await stage.store.apply(update(agreement));

      expect(await readRecord(stage.store, agreement)).toEqual({ ...agreement, created: 1, updated: 2 });
    });

    test('and leaves what points at it alone', async () => {
      await stage.store.apply(changeSet(...aParticipation()));
      await stage.store.apply(
        update(
          anActor({ name: 'renamed' }),
          anInitiative({ name: 'renamed' }),
          aSource({ title: 'renamed' }),
        ),
      );

      expect(await readRecord(stage.store, aClaim())).toEqual({ ...aClaim(), created: 1, updated: 1 });
    });
  });

  describe('a change set that is refused leaves nothing', () => {
    const stored = changeSet(...aParticipation(), anAward(), anAchievement());
    const good = anActor({ key: 'good' });
    const refused: Array<[string, ChangeSet, string]> = [
      ['a wrong field', changeSet(good, anActor({ key: 'bad', name: '' })), 'BAD_USER_INPUT'],
      ['a record that exists already', changeSet(good, anActor()), 'CONFLICT'],
      [
        'an update of what does not exist',
        together(changeSet(good), update(anActor({ key: 'none' }))),
        'NOT_FOUND',
      ],
      [
        'a reference to nothing',
        changeSet(good, aClaim({ key: 'new', subject: testId('actor', 'none') })),
        'NOT_FOUND',
      ],
      [
        'evidence from nothing',
        changeSet(good, aClaim({ key: 'new', evidence: [{ source: testId('source', 'none') }] })),
        'NOT_FOUND',
      ],
      [
        'evidence from what is no source',
        changeSet(good, aClaim({ key: 'new', evidence: [{ source: anActor() }] })),
        'BAD_USER_INPUT',
      ],
      [
        'an award that is none',
        changeSet(good, anAchievement({ key: 'new', award: anActor() })),
        'BAD_USER_INPUT',
      ],
      [
        'ends that the relation does not join',
        changeSet(good, aClaim({ key: 'new', object: aSource() })),
        'BAD_USER_INPUT',
      ],
      ['a claim about a claim', changeSet(good, aClaim({ key: 'new', object: aClaim() })), 'BAD_USER_INPUT'],
      [
        'a judgement of two kinds of thing',
        changeSet(good, aJudgement({ right: aSource() })),
        'BAD_USER_INPUT',
      ],
    ];
    test.each(refused)('%s', async (_title, set, code) => {
      await stage.store.apply(stored);
      const before = await everything(stage.engine);

      await expect(stage.store.apply(set)).rejects.toMatchObject({ code });
      expect(await everything(stage.engine)).toEqual(before);
    });
  });

  describe('a failure in the middle leaves nothing', () => {
    /** It creates and updates, with references and evidence, so that every writing statement takes part. */
    const busy = together(
      update(
        aClaim({
          kind: 'AGREEMENT',
          role: null,
          subject: aPerson(),
          object: anActor(),
          parties: parties.slice(1),
        }),
      ),
      changeSet(
        anInitiative(),
        anAward(),
        anAchievement({ evidence: [{ source: aSource() }] }),
        anActor({ key: 'alike' }),
        aJudgement({ right: anActor({ key: 'alike' }) }),
      ),
    );
    const failures: Array<[string, (at: number) => (engine: Engine) => Engine, string | RegExp]> = [
      [
        'whichever statement is not reached',
        (at) => (engine) =>
          intercepting(engine, (run, statement) =>
            statement === at ? () => Promise.reject(new Error('cut')) : run,
          ),
        'cut',
      ],
      [
        'whichever statement the engine refuses',
        (at) => (engine) =>
          intercepting(engine, (run, statement) => (statement === at ? () => run('THIS IS NO CYPHER') : run)),
        'could not carry out a query',
      ],
    ];
    test.each(failures)('%s', async (_title, failing, message) => {
      await stage.store.apply(world);
      const before = await everything(stage.engine);
      let at = 1;
      for (; ; at++) {
        const store = createStore(failing(at)(stage.engine));
        const failed = await store.apply(busy).then(
          () => null,
          (error: Error) => error,
        );
        if (failed === null) break;
        expect(failed.message).toMatch(message);
        expect(await everything(stage.engine)).toEqual(before);
      }

      expect(at).toBeGreaterThan(10);
      expect(await everything(stage.engine)).not.toEqual(before);
    });

    test('when all statements are through and the commit is not', async () => {
      await stage.store.apply(world);
      const before = await everything(stage.engine);
      const cut = () => {
        throw new Error('cut');
      };

      await expect(createStore(intercepting(stage.engine, (run) => run, cut)).apply(busy)).rejects.toThrow(
        'cut',
      );
      expect(await everything(stage.engine)).toEqual(before);
    });

    test('and the next change set is applied as if nothing had happened', async () => {
      await stage.store.apply(world);
      const failing = intercepting(stage.engine, (run, at) =>
        at === 5 ? () => run('THIS IS NO CYPHER') : run,
      );
      await expect(createStore(failing).apply(busy)).rejects.toThrow();

      expect(await stage.store.apply(busy)).toMatchObject({ sequence: 2 });
    });
  });
});
