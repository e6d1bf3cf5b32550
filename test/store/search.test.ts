import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import { idOf } from '../../src/domain/ids.js';
import type { RecordType } from '../../src/domain/kinds.js';
import { labelOf } from '../../src/domain/records.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Reader, Store } from '../../src/store/port.js';
import { CANDIDATES, type SearchRequest, search } from '../../src/store/search.js';
import { createStore } from '../../src/store/store.js';
import { readDataset } from '../../src/transfer/dataset.js';
import { SEARCH_QUERIES } from '../fixtures/search-queries.js';
import {
  award,
  city,
  garden,
  kecamatan,
  north,
  office,
  owns,
  place,
  post,
  south,
  WORLD,
  won,
} from '../fixtures/search-world.js';
import { changeSet, update } from '../support/builders.js';

async function openStore(shuffleUnordered = true): Promise<Store> {
  const engine = openGrafeo({ folder: null, shuffleUnordered });
  await migrate(engine, await readMigrations(join(ROOT, 'schema/graph/migrations')));
  return createStore(engine);
}

const names = async (store: Reader, request: SearchRequest | string) => {
  const { hits } = await search(store, typeof request === 'string' ? { query: request } : request);
  return hits.map(({ record }) => labelOf(record));
};

describe.each([true, false])('the Malang dataset, unordered rows shuffled: %s', (shuffle) => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(shuffle);
    await store.apply((await readDataset(join(ROOT, 'seeds/malang'))).changeSet);
  });
  afterAll(() => store.close());

  it.each(SEARCH_QUERIES)('$query $type finds $key', async ({ query, type, key }) => {
    const { hits } = await search(store, { query, types: type ? [type] : null });
    const [recordType, ...rest] = key.split(':');
    const id = idOf(recordType as RecordType, 'jejak:malang', rest.join(':'));
    expect({ id: hits[0]?.record.id, name: hits[0] && labelOf(hits[0].record) }).toMatchObject({ id });
  });

  it('answers the same hits, scores and facets each time', async () => {
    const answers = [];
    for (let time = 0; time < 3; time++) answers.push(await search(store, { query: 'inovasi kota malang' }));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe('search', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore();
    await store.apply(changeSet(...WORLD));
  });
  afterAll(() => store.close());

  it.each([
    ['an achievement by its award', 'piala adipura'],
    ['an achievement by its category', 'ruang hijau'],
    ['an achievement by its rank and year', 'terbaik i 2023'],
    ['an achievement by its recipient', 'penghargaan taman melati'],
  ])('finds %s', async (_, query) => expect((await names(store, query))[0]).toBe('Juara Kota Bersih'));

  it('finds an initiative by its owner, a person by post, year and organization, a place by code', async () => {
    expect(await names(store, { query: 'dintan', types: ['initiative'] })).toEqual(['Taman Melati']);
    expect((await names(store, 'kepala dinas 2019'))[0]).toBe('Ratna Dewi');
    expect(await names(store, { query: 'dinas tanaman', types: ['actor'] })).toEqual([
      'Dinas Tanaman',
      'Ratna Dewi',
    ]);
    expect((await names(store, '99.01.01')).slice(0, 2)).toEqual(['Kecamatan Timur', 'Melati Selatan']);
  });

  it('counts each facet without its own filter, within the others', async () => {
    const all = await search(store, { query: 'melati' });
    const count = (value: string, facet: ReadonlyArray<{ value: string; count: number }>) =>
      facet.find((item) => item.value === value)?.count ?? 0;
    expect(all.facets.types).toEqual([
      { value: 'initiative', count: 2 },
      { value: 'place', count: 2 },
      { value: 'achievement', count: 1 },
      { value: 'actor', count: 1 },
    ]);
    const chosen = await search(store, { query: 'melati', types: ['initiative'], helixes: ['FINANCE'] });
    expect(chosen.hits.map(({ record }) => labelOf(record))).toEqual(['Kredit Melati']);
    expect(chosen.facets.types).toEqual([
      { value: 'actor', count: 1 },
      { value: 'initiative', count: 1 },
    ]);
    expect(count('GOVERNMENT', chosen.facets.helixes)).toBe(1);
    expect(count('FINANCE', chosen.facets.helixes)).toBe(1);
  });

  it('places a thing where it is located, an achievement where its recipient is, each also in the places above', async () => {
    const at = async (...places: Array<{ id: string }>) =>
      (await names(store, { query: 'melati', places: places.map(({ id }) => id) })).sort();
    expect(await at(north)).toEqual(['Juara Kota Bersih', 'Melati Utara', 'Taman Melati']);
    expect(await at(south)).toEqual(['Kredit Melati', 'Melati Selatan']);
    expect(await at(kecamatan)).toHaveLength(5);
    expect(await at(city)).toHaveLength(6);
    const { facets } = await search(store, { query: 'melati', places: [north.id] });
    expect(facets.places).toContainEqual({ id: city.id, count: 6 });
    expect(facets.places).toContainEqual({ id: kecamatan.id, count: 5 });
    expect(facets.places).toContainEqual({ id: north.id, count: 3 });
  });

  it('lets an empty list of wanted values pass nothing', async () => {
    expect(await names(store, { query: 'melati', places: [] })).toEqual([]);
    expect(await names(store, { query: 'melati', types: null })).toHaveLength(6);
  });

  it('cuts the hits at the limit, and counts all of them', async () => {
    const { hits, facets } = await search(store, { query: 'melati', limit: 2 });
    expect(hits).toHaveLength(2);
    expect(facets.types.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('takes two round trips, and none for a query with nothing to look for', async () => {
    const read = jest.fn(store.read) as unknown as Reader['read'];
    const searchText = jest.fn(store.searchText);
    await search({ read, searchText }, { query: 'melati' });
    expect(read).toHaveBeenCalledTimes(1);
    expect(searchText).toHaveBeenCalledTimes(1);
    for (const query of ['', '  ', '?!', '—'])
      expect((await search({ read, searchText }, { query })).hits).toEqual([]);
    expect(searchText).toHaveBeenCalledTimes(1);
  });

  it('says when the index proposed more than it looks at', async () => {
    const ids = Array.from({ length: CANDIDATES + 100 }, (_, index) => `a-${index}`);
    const read = jest.fn(async (..._: unknown[]) => []);
    const searchText = async (_: string, limit: number) => ids.slice(0, limit);
    const reader = { read, searchText } as unknown as Reader;
    expect((await search(reader, { query: 'melati' })).capped).toBe(true);
    expect(read).toHaveBeenCalledWith(expect.anything(), { ids: ids.slice(0, CANDIDATES) });
    expect((await search(store, { query: 'melati' })).capped).toBe(false);
  });

  it('refuses a query that is too long, with the limit and the figure', async () => {
    const asked = (query: string) => search(store, { query });
    await expect(asked('x'.repeat(201))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'query: has 201 characters; write at most 200',
    });
    await expect(asked('a '.repeat(21))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'query: has 21 words; write at most 20',
    });
    await expect(asked('a '.repeat(20))).resolves.toMatchObject({ hits: [] });
  });

  it('takes whatever is typed, in any script, as words to look for', async () => {
    for (const query of [
      '+-&|!(){}[]^"~*?:\\/ melati',
      'AND OR NOT',
      'name:melati*',
      'ꦩꦭꦁ 玛琅 مالانج',
      '\u0000',
    ])
      await expect(search(store, { query })).resolves.toMatchObject({ capped: false });
    expect(await names(store, '"taman" AND (melati)')).toContain('Taman Melati');
  });
});

describe('search after a change', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore();
    await store.apply(changeSet(...WORLD));
  });
  afterAll(() => store.close());

  it('finds by the new name of an owner, an award, a recipient or an organization, not by the old one', async () => {
    await store.apply(
      update(
        { ...office, name: 'Badan Pertamanan', aliases: [] },
        { ...award, name: 'Kalpataru', aliases: [] },
        { ...garden, name: 'Kebun Mawar' },
      ),
    );
    expect(await names(store, { query: 'badan pertamanan', types: ['initiative'] })).toEqual(['Kebun Mawar']);
    expect(await names(store, { query: 'badan pertamanan', types: ['actor'] })).toEqual([
      'Badan Pertamanan',
      'Ratna Dewi',
    ]);
    expect(await names(store, 'kalpataru')).toEqual(['Juara Kota Bersih']);
    expect(await names(store, { query: 'kebun mawar', types: ['achievement'] })).toEqual([
      'Juara Kota Bersih',
    ]);
    expect(await names(store, 'dintan')).toEqual([]);
    expect(await names(store, 'adipura')).toEqual([]);
    expect(await names(store, 'taman melati')).not.toContain('Kebun Mawar');
  });

  it('follows no claim that is retracted', async () => {
    const retracted = [owns, won, post, place].map((claim) => ({ ...claim, status: 'RETRACTED' as const }));
    await store.apply(update(...retracted));
    expect(await names(store, { query: 'badan pertamanan', types: ['initiative'] })).toEqual([]);
    expect(await names(store, { query: 'kebun mawar', types: ['achievement'] })).toEqual([]);
    expect(await names(store, { query: 'kepala dinas 2019', types: ['actor'] })).toEqual([]);
    expect(await names(store, { query: 'kebun mawar', places: [city.id] })).toEqual([]);
    const { facets } = await search(store, { query: 'kebun mawar' });
    expect(facets.helixes).toEqual([]);
  });
});
