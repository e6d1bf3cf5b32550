import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ASTNode,
  type FragmentDefinitionNode,
  graphql,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { loadDataset, servicesOf } from '../../src/app.js';
import { PUBLIC_USER } from '../../src/auth/rights.js';
import { ROOT } from '../../src/config.js';
import { idOf } from '../../src/domain/ids.js';
import type { RecordType } from '../../src/domain/kinds.js';
import type { JejakRecord } from '../../src/domain/records.js';
import { makeContext, type Services } from '../../src/graphql/context.js';
import { buildSchema } from '../../src/graphql/schema.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { MAIN_QUERIES, type MainQuery, TRACE } from '../fixtures/main-queries.js';
import { changeSet, testId } from '../support/builders.js';
import { longLineage, mainId, manyOfEverything } from './many.js';

/**
 * How often a request asks the store. A *round trip* is one call of the store, with all the queries that it carries. It
 * follows from the request alone, never from the number of rows, nor from the engine: so it is counted on the embedded one.
 */
interface Counted {
  /** The names of all queries, sorted. */
  readonly queries: readonly string[];
  readonly trips: number;
  readonly data: unknown;
}

const schema = buildSchema();
const stores: Store[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
});

async function aStore(...records: readonly JejakRecord[]): Promise<Store> {
  const engine = await openGrafeo({ folder: null });
  await migrate(engine, await readMigrations(join(ROOT, 'schema/graph/migrations')));
  const store = createStore(engine);
  stores.push(store);
  if (records.length > 0) await store.apply(changeSet(...records));
  return store;
}

/** Asks the store through a reader that counts, the network in memory included. */
async function count(
  store: Store,
  source: string,
  variableValues: Record<string, unknown>,
): Promise<Counted> {
  const queries: string[] = [];
  let trips = 0;
  const counted = <T>(names: readonly string[], read: () => Promise<T>): Promise<T> => {
    queries.push(...names);
    trips += 1;
    return read();
  };
  const counting: Store = {
    ...store,
    read: (query, parameters) => counted([query.name], () => store.read(query, parameters)),
    readAll: (questions) =>
      counted(
        questions.map(({ query }) => query.name),
        () => store.readAll(questions),
      ),
    searchText: (grams, limit) => counted(['searchText'], () => store.searchText(grams, limit)),
  };
  const services: Services = servicesOf(counting);
  const contextValue = makeContext(services, PUBLIC_USER);
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  return { queries: queries.sort(), trips, data };
}

describe('a trace', () => {
  const roots = {
    hamlet: {
      achievement: 'cahaya',
      initiative: 'lakudo',
      issue: 'jalan-gelap',
      actor: 'pemkot',
      place: 'antah-berantah',
    },
    malang: {
      achievement: 'top-25-singo',
      initiative: 'singo',
      issue: 'renovasi-gedung-sekolah-dasar',
      actor: 'pemerintah-kota-malang',
      place: 'kota-malang',
    },
  } as const;
  const both: Partial<Record<keyof typeof roots, Store>> = {};
  beforeAll(async () => {
    for (const name of ['hamlet', 'malang'] as const) {
      both[name] = await aStore();
      await loadDataset(both[name], name);
    }
  });
  interface Traced {
    readonly trace: { readonly steps: readonly unknown[] };
  }

  const cases = Object.entries(roots).flatMap(([name, keys]) =>
    Object.entries(keys).flatMap(([type, key]) =>
      [1, 4, 12].map((depth) => [name as keyof typeof roots, type as RecordType, key, depth] as const),
    ),
  );
  test.each(cases)('in %s of the %s %s at depth %i takes two round trips', async (name, type, key, depth) => {
    const id = idOf(type, `jejak:${name}`, key);
    const { queries, trips, data } = await count(both[name] as Store, TRACE, { id, depth });
    expect({ queries, trips }).toEqual({ queries: ['recordsByIds', 'traceClaims'], trips: 2 });
    expect((data as Traced).trace.steps.length).toBeGreaterThan(0);
  });

  test.each([
    [1, 18],
    [4, 72],
    [12, 216],
  ])('of a long lineage at depth %i, %i steps, takes two round trips', async (depth, steps) => {
    const store = await aStore(...longLineage(14, 17));
    const { queries, trips, data } = await count(store, TRACE, {
      id: testId('initiative', 'stage 0'),
      depth,
    });
    expect((data as Traced).trace.steps).toHaveLength(steps);
    expect({ queries, trips }).toEqual({ queries: ['recordsByIds', 'traceClaims'], trips: 2 });
  });

  test('of what does not exist takes no more', async () => {
    const store = await aStore();
    await expect(count(store, TRACE, { id: mainId('place'), depth: 4 })).rejects.toThrow();
  });
});

/**
 * What each of the main queries costs. Levels are how deep the query goes. All that a level asks goes out in one round
 * trip, however many queries that is; what follows from its answers is the next round trip.
 */
const COSTS = `
query             levels  round trips  queries
SEARCH                 5            3        3
ACTOR_PAGE             6            3        8
INITIATIVE_PAGE        7            4       13
ACHIEVEMENT_PAGE       9            5       11
ISSUE_PAGE             9            4        7
PLACE_PAGE             6            4        9
SOURCE_PAGE            6            4        6
INITIATIVE_LIST       10            4        6
CLAIM_LIST             5            3        6
PATHS                  6            5        5
`;

describe('the main queries', () => {
  const variables = (first: number): Record<MainQuery, Record<string, unknown>> => ({
    SEARCH: { words: 'program', first },
    ACTOR_PAGE: { id: mainId('actor'), first },
    INITIATIVE_PAGE: { id: mainId('initiative'), first },
    ACHIEVEMENT_PAGE: { id: mainId('achievement'), first },
    ISSUE_PAGE: { id: mainId('issue'), first },
    PLACE_PAGE: { id: mainId('place'), first },
    SOURCE_PAGE: { id: mainId('source'), first },
    INITIATIVE_LIST: { first },
    CLAIM_LIST: { first },
    PATHS: { from: mainId('actor'), to: mainId('initiative'), first: Math.min(first, 50) },
  });
  const names = Object.keys(MAIN_QUERIES) as MainQuery[];
  const counts: Array<Record<MainQuery, Counted>> = [];
  beforeAll(async () => {
    for (const n of [1, 50]) {
      const store = await aStore(...manyOfEverything(n));
      const answers = [];
      for (const name of names)
        answers.push([name, await count(store, MAIN_QUERIES[name], variables(100)[name])] as const);
      counts.push(Object.fromEntries(answers) as Record<MainQuery, Counted>);
    }
  });

  test('cost what they did', () => {
    const rows = names.map((name) => {
      const { queries, trips } = (counts[1] as Record<string, Counted>)[name] as Counted;
      const cells = [String(levelsOf(MAIN_QUERIES[name])).padStart(6), String(trips).padStart(11)];
      return [name.padEnd(16), ...cells, String(queries.length).padStart(7)].join('  ');
    });
    expect(rows.join('\n')).toBe(COSTS.trim().split('\n').slice(1).join('\n'));
  });

  test.each(names)('%s costs the same for one row and for fifty', (name) => {
    const [one, fifty] = counts.map((each) => each[name]) as [Counted, Counted];
    expect([fifty.queries, fifty.trips]).toEqual([one.queries, one.trips]);
    expect(lengthOf(fifty)).toBeGreaterThan(3 * lengthOf(one));
  });

  test.each(names)('%s takes at most one round trip for each of its levels', (name) => {
    expect(counts[1]?.[name]?.trips).toBeLessThanOrEqual(levelsOf(MAIN_QUERIES[name]));
  });

  test('several of one kind in a request are asked for together', async () => {
    const store = await aStore(...manyOfEverything(3));
    const page = `{ a: node(id: "${testId('actor', 'actor 0')}") { ...page } b: node(id: "${testId('actor', 'actor 1')}") { ...page } }
      fragment page on Actor { participations { nodes { object { ... on Initiative { participations { nodes { subject { id ... on Actor { name } } } } } } } } }`;
    const { queries, trips } = await count(store, page, {});
    expect(queries).toEqual([
      ...['claimsAround', 'claimsAround'],
      ...['standingRecords', 'standingRecords', 'standingRecords'],
    ]);
    expect(trips).toBe(5);
  });
});

/** The longest list in an answer. */
function lengthOf({ data }: Counted): number {
  const longest = (value: unknown): number =>
    Array.isArray(value)
      ? Math.max(value.length, ...value.map(longest))
      : value !== null && typeof value === 'object'
        ? Math.max(0, ...Object.values(value).map(longest))
        : 0;
  return longest(data);
}

/** How deep a query goes: the greatest number of fields with a selection, one inside the other. */
function levelsOf(source: string): number {
  const { definitions } = parse(source);
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node.selectionSet]),
  );
  const below = (set: SelectionSetNode | undefined): number =>
    Math.max(0, ...(set?.selections ?? []).map(deep));
  const deep = (node: ASTNode): number => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return below(fragments.get(node.name.value));
    if (node.kind === Kind.INLINE_FRAGMENT) return below(node.selectionSet);
    return node.kind === Kind.FIELD && node.selectionSet ? 1 + below(node.selectionSet) : 0;
  };
  return Math.max(
    ...definitions.map((node) => (node.kind === Kind.OPERATION_DEFINITION ? below(node.selectionSet) : 0)),
  );
}
