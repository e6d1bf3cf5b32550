import { beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import { loadDataset } from '../../src/app.js';
import { idOf } from '../../src/domain/ids.js';
import { answer, schema } from '../support/api.js';
import { onEveryEngine } from '../support/engines.js';
import { everyField } from '../support/every-field.js';

/**
 * Every field of the API, asked of every engine: the answers must be equal, field for field. The first engine's
 * answers are what the others are compared with.
 */
const TIME_OF_WRITING = ['Change.at', 'Status.engine'];

const of = (type: 'actor' | 'initiative' | 'achievement' | 'issue' | 'place', key: string) =>
  JSON.stringify(idOf(type, 'jejak:malang', key));

const QUESTIONS: Record<string, string> = {
  ...Object.fromEntries(
    ['actors', 'initiatives', 'achievements', 'issues', 'places', 'sources', 'claims', 'changes'].map(
      (list) => [`every field of ${list}`, `${list}(first: 100)`],
    ),
  ),
  'the trace of an achievement': `trace(of: ${of('achievement', 'top-25-singo')})`,
  'the trace of an initiative, ahead': `trace(of: ${of('initiative', 'kipp-kota-malang-2021')}, direction: AHEAD, depth: 6)`,
  'the trace of an actor': `trace(of: ${of('actor', 'pemerintah-kota-malang')}, depth: 3)`,
  'the trace of a place': `trace(of: ${of('place', 'kota-malang')}, asOf: "2021-12-31")`,
  'a search with facets': 'search(query: "inovasi pelayanan malang")',
  paths: `pathSearch(from: ${of('actor', 'kelurahan-sawojajar')}, to: ${of('actor', 'wawan-sobari')}, via: {hubDegree: 0})`,
  relations: 'relations',
  status: 'status',
  check: 'check',
};

const first = new Map<string, unknown>();

onEveryEngine(
  (stage) => {
    beforeAll(async () => {
      await loadDataset(stage.store, 'malang');
    }, 120_000);

    describe('the API on the dataset of Malang', () => {
      test.each(Object.entries(QUESTIONS))('%s', async (name, question) => {
        const field = schema.getQueryType()?.getFields()[/^\w+/.exec(question)?.[0] ?? ''];
        if (field === undefined) throw new Error(`no field for ${question}`);
        const data = await answer<Record<string, unknown>>(
          stage.store,
          `{ ${question} { ${everyField(getNamedType(field.type), 1, TIME_OF_WRITING)} } }`,
        );
        if (!first.has(name)) first.set(name, data);
        expect(JSON.stringify(data).length).toBeGreaterThan(10);
        expect(data).toEqual(first.get(name));
      });
    });
  },
  { kept: true },
);
