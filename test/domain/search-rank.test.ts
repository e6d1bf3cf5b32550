import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Candidate, queryWords, rank } from '../../src/domain/search-rank.js';

const thing = (
  id: string,
  names: string[],
  context: string[] = [],
  identifiers: string[] = [],
): Candidate => ({
  id,
  names,
  context,
  identifiers,
});

/** The Jambore Inovasi of 2017 and its surroundings: two achievements under one award, told apart by who won. */
const SINGO = thing(
  'singo',
  ['Sistem Pelayanan Malang Online', 'SINGO'],
  ['Kelurahan Sawojajar', 'Inovasi'],
  ['sistem-singo'],
);
const TWUIN = thing('twuin', ['Total Water Utility Integrated Network', 'TWUIN'], ['PDAM Kota Malang']);
const TOP_SINGO = thing(
  'top-singo',
  ['TOP 25 Inovasi Jatim'],
  ['TOP 25', 'Jambore Inovasi', 'Sistem Pelayanan Malang Online', 'SINGO'],
);
const TOP_TWUIN = thing('top-twuin', ['TOP 25 Inovasi Jatim'], ['TOP 25', 'Jambore Inovasi', 'TWUIN']);
const SAWOJAJAR = thing('sawojajar', ['Sawojajar'], ['Kelurahan'], ['35.73.03.1008']);
const LURAH = thing('kelurahan-sawojajar', ['Kelurahan Sawojajar']);
const KECAMATAN = thing('kedungkandang', ['Kedungkandang'], ['Kecamatan'], ['35.73.03']);
const ANTON = thing('anton', ['Mochamad Anton'], ['Wali Kota Malang 2017', 'Pemerintah Kota Malang']);
const SUTIAJI = thing('sutiaji', ['Sutiaji'], ['Wali Kota Malang 2021 2022', 'Pemerintah Kota Malang']);
const PEMKOT = thing('pemkot', ['Pemerintah Kota Malang']);
const OFFICES = ['Dinas Kesehatan', 'Dinas Pendidikan', 'Bagian Organisasi', 'Inspektorat', 'Satpol PP'].map(
  (name) => thing(name, [`${name} Kota Malang`]),
);
const CITY = [
  SINGO,
  TWUIN,
  TOP_SINGO,
  TOP_TWUIN,
  SAWOJAJAR,
  LURAH,
  KECAMATAN,
  ANTON,
  SUTIAJI,
  PEMKOT,
  ...OFFICES,
];

const ids = (query: string, candidates: readonly Candidate[] = CITY) =>
  rank(query, candidates).map(({ id }) => id);
const first = (query: string) => rank(query, CITY)[0];

describe('what ranking forgives', () => {
  it.each([
    ['case', 'SuTiAjI', 'sutiaji'],
    ['diacritics', 'Sutiaji\u0301', 'sutiaji'],
    ['titles', 'Drs. H. Sutiaji', 'sutiaji'],
    ['word order', 'malang kota pemerintah', 'pemkot'],
    ['an unfinished word', 'sing', 'singo'],
    ['unfinished words', 'din kes', 'Dinas Kesehatan'],
    ['a missing letter', 'sutiji', 'sutiaji'],
    ['two letters exchanged', 'sawojaajr', 'sawojajar'],
    ['a space too many', 'sawo jajar', 'sawojajar'],
    ['a space too many, and a typing error', 'sawo jajr', 'sawojajar'],
    ['a space too few', 'dinaskesehatan', 'Dinas Kesehatan'],
    ['an old spelling', 'Kedung Kandang', 'kedungkandang'],
    ['function words', 'dinas pendidikan di kota malang', 'Dinas Pendidikan'],
  ])('%s: %j', (_, query, id) => expect(first(query)?.id).toBe(id));

  it('lets one edit pass from four letters and two from eight, none below or in a number', () => {
    const found = (query: string, name: string) => rank(query, [thing('x', [name])]).length === 1;
    expect(found('jawu', 'jawa')).toBe(true);
    expect(found('jau', 'jaw')).toBe(false);
    expect(found('jantu', 'jinti')).toBe(false);
    expect(found('puskasmes', 'puskesmas')).toBe(true);
    expect(found('2018', '2017')).toBe(false);
  });

  it('does not take a number for the beginning of another, below three digits', () => {
    expect(ids('top 25', [thing('a', ['TOP 250']), thing('b', ['TOP 25'])])[0]).toBe('b');
    expect(rank('25', [thing('a', ['250'])])).toEqual([]);
    expect(rank('202', [thing('a', ['2021'])])).toHaveLength(1);
  });
});

describe('what comes first', () => {
  it('the thing itself before what it won', () =>
    expect(ids('singo').slice(0, 2)).toEqual(['singo', 'top-singo']));

  it('an achievement by rank and recipient, before its twin and before the recipient', () => {
    expect(ids('top 25 singo')).toEqual(['top-singo', 'top-twuin', 'singo']);
    expect(ids('twuin top 25')).toEqual(['top-twuin', 'top-singo', 'twuin']);
  });

  it('an actor by post, told apart by year', () => {
    expect(first('wali kota 2017')).toMatchObject({ id: 'anton', matchedName: 'Wali Kota Malang 2017' });
    expect(first('walikota malang 2021')?.id).toBe('sutiaji');
  });

  it('an initiative by its owner', () => {
    expect(first('inovasi kelurahan sawojajar')?.id).toBe('singo');
    expect(ids('pdam')).toEqual(['twuin']);
  });

  it('the shorter of two names that both hold the query', () =>
    expect(ids('sawojajar').slice(0, 2)).toEqual(['sawojajar', 'kelurahan-sawojajar']));

  it('a rare word before the common ones', () => {
    const [best, ...rest] = rank('inspektorat kota malang', CITY);
    expect(best?.id).toBe('Inspektorat');
    expect(rest.every(({ score }) => score < 0.5)).toBe(true);
  });

  it('an identifier as a whole, then what lies below it', () => {
    expect(rank('35.73.03.1008', CITY)).toEqual([
      { id: 'sawojajar', score: 1, matchedName: '35.73.03.1008' },
    ]);
    expect(ids('35.73.03')).toEqual(['kedungkandang', 'sawojajar']);
    expect(first('sistem-singo')).toEqual({ id: 'singo', score: 1, matchedName: 'sistem-singo' });
  });
});

describe('the score', () => {
  it('is 1 for the same name, and names it as it is written', () =>
    expect(first('singo')).toEqual({ id: 'singo', score: 1, matchedName: 'SINGO' }));

  it('is below one half when a significant word is missing', () => {
    const scores = new Map(rank('top 25 singo', CITY).map(({ id, score }) => [id, score]));
    expect(scores.get('top-singo')).toBeGreaterThan(0.5);
    expect(scores.get('top-twuin')).toBeLessThan(0.5);
    expect(scores.get('singo')).toBeLessThan(0.5);
  });

  it('leaves out what has only the common words of a query', () => {
    expect(rank('antariksa malang', CITY)).toEqual([]);
    expect(rank('xyzzy', CITY)).toEqual([]);
    const offices = Array.from({ length: 60 }, (_, n) => thing(`${n}`, [`Dinas Nomor${n} Kota Malang`]));
    expect(rank('dinas antariksa kota malang', offices)).toEqual([]);
    expect(rank('dinas kota malang', offices)).toHaveLength(60);
  });

  it('does not let one unknown word outweigh a known one, where there are few candidates', () => {
    const namesakes = ['Sutiaji', 'Kampung Sutiaji', 'Taman Sutiaji', 'Jalan Sutiaji'];
    const hits = rank(
      'sutiaji xyzzy',
      namesakes.map((name) => thing(name, [name])),
    );
    expect(hits).toHaveLength(4);
    expect(hits[0]?.id).toBe('Sutiaji');
  });

  it('has no hits for nothing to look for', () => {
    expect(rank('', CITY)).toEqual([]);
    expect(rank(' -- !', CITY)).toEqual([]);
    expect(rank('singo', [])).toEqual([]);
    expect(queryWords('dan')).toEqual(['dan']);
  });

  const words = fc.constantFrom(
    ...'kota malang singo sawojajar sawo jajar top 25 2017 wali dinas si dan'.split(' '),
  );
  const text = fc.array(words, { maxLength: 4 }).map((list) => list.join(' '));
  const candidates = fc
    .array(
      fc.record({
        names: fc.array(text, { minLength: 1, maxLength: 3 }),
        context: fc.array(text, { maxLength: 3 }),
      }),
    )
    .map((list) => list.map((fields, index) => ({ id: `id-${index}`, ...fields })));

  it('lies in 0..1, never rises down the list, and does not depend on the order of candidates', () => {
    fc.assert(
      fc.property(text, candidates, (query, list) => {
        const ranked = rank(query, list);
        for (const [index, { score, id, matchedName }] of ranked.entries()) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(score).toBeLessThanOrEqual(ranked[index - 1]?.score ?? 1);
          const candidate = list.find((other) => other.id === id);
          expect([...(candidate?.names ?? []), ...(candidate?.context ?? [])]).toContain(matchedName);
        }
        expect(rank(query, [...list].reverse())).toEqual(ranked);
      }),
    );
  });

  it('orders equals by name key, then by id', () => {
    const twins = [
      thing('b', ['Budi Utomo'], ['Camat']),
      thing('c', ['Ani'], ['Camat']),
      thing('a', ['Boedi Utomo'], ['Camat']),
    ];
    expect(ids('camat', twins)).toEqual(['c', 'a', 'b']);
  });
});
