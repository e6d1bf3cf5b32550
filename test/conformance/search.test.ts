import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/app.js';
import { idOf } from '../../src/domain/ids.js';
import type { RecordType } from '../../src/domain/kinds.js';
import { search } from '../../src/store/search.js';
import { SEARCH_QUERIES } from '../fixtures/search-queries.js';
import { aClaim, anActor, anInitiative, aSource, changeSet, update } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';

/** Hits, scores and facets of each query on the first engine; the others must give the same, in the same order. */
const first = new Map<string, unknown>();

onEveryEngine(
  (stage) => {
    describe('a search of the dataset of Malang', () => {
      beforeAll(async () => {
        await loadDataset(stage.store, 'malang');
      }, 120_000);

      test.each(SEARCH_QUERIES)('$query $type finds $key', async ({ query, type, key }) => {
        const found = await search(stage.store, { query, types: type ? [type] : null });
        const { hits, ...rest } = found;
        const told = { ...rest, hits: hits.map(({ record, ...hit }) => ({ id: record.id, ...hit })) };
        const [recordType, name = ''] = key.split(/:(.*)/s);
        expect(told.hits[0]?.id).toBe(idOf(recordType as RecordType, 'jejak:malang', name));
        const question = `${query} ${type}`;
        if (!first.has(question)) first.set(question, told);
        expect(told).toEqual(first.get(question));
      });
    });

    test('an initiative is no longer found by an owner that a correction took away from it', async () => {
      const [wrong, right] = [
        anActor({ key: 'wrong', name: 'Koperasi Xenonwangi' }),
        anActor({ key: 'right', name: 'Yayasan Yodiumsari' }),
      ];
      const owned = anInitiative({ name: 'Pasar Malam' });
      const claim = aClaim({ subject: wrong, object: owned });
      await stage.store.apply(changeSet(aSource(), wrong, right, owned, claim));
      const found = async (query: string) =>
        (await search(stage.store, { query, types: ['initiative'] })).hits.map(({ record }) => record.id);
      expect(await found('xenonwangi')).toEqual([owned.id]);
      await stage.store.apply(update({ ...claim, subject: right.id }));
      expect(await found('xenonwangi')).toEqual([]);
      expect(await found('yodiumsari')).toEqual([owned.id]);
    });
  },
  { kept: true },
);
