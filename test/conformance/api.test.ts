import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { loadDataset } from '../../src/app.js';
import { idOf } from '../../src/domain/ids.js';
import { answer, schema } from '../support/api.js';
import { onEveryEngine } from '../support/engines.js';

/**
 * Every field of the API, asked of every engine: the answers must be equal, field for field. The first engine's
 * answers are what the others are compared with.
 */
const TIME_OF_WRITING = ['Change.at', 'Status.engine'];

/** A selection of all fields of a type, `depth` objects deep. */
function everyField(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type))
    return [
      '__typename',
      ...schema.getPossibleTypes(type).map((each) => `... on ${each.name} { ${everyField(each, depth)} }`),
    ].join(' ');
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some(isRequiredArgument) || TIME_OF_WRITING.includes(`${type.name}.${field.name}`))
      return [];
    // Fields of one name in different types may differ in type, which GraphQL refuses to merge: each gets an alias.
    const alias = `${type.name}_${field.name}: ${field.name}`;
    if (isLeafType(inner)) return [alias];
    // Connections and their like are not a level of their own.
    const deeper = /Connection$|Edge$|PageInfo|PartialDate|Period|Facet/.test(inner.name) ? depth : depth - 1;
    return depth > 0 ? [`${alias} { ${everyField(inner, deeper)} }`] : [];
  });
  return fields.length > 0 ? fields.join(' ') : '__typename';
}

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
          `{ ${question} { ${everyField(getNamedType(field.type), 1)} } }`,
        );
        if (!first.has(name)) first.set(name, data);
        expect(JSON.stringify(data).length).toBeGreaterThan(10);
        expect(data).toEqual(first.get(name));
      });
    });
  },
  { kept: true },
);
