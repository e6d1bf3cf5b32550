import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { validateReferences } from '../../src/domain/change-references.js';
import { validateShape } from '../../src/domain/change-set.js';
import { Malang } from './malang.js';

/** The shape of the dataset as a whole; what the articles say is in malang-facts.test.ts. */
const here = (path: string) => new URL(path, import.meta.url);
let malang: Malang;
beforeAll(async () => {
  malang = await Malang.read();
});

describe('the dataset as a whole', () => {
  test('passes the checks of the domain, by themselves and against an empty store', () => {
    const valid = validateShape(malang.dataset.changeSet);
    expect(() => validateReferences(valid, new Map())).not.toThrow();
    expect(malang.dataset).toMatchObject({ scheme: 'jejak:malang', invented: false });
  });

  test('keeps each key as an identifier', () => {
    for (const record of malang.records)
      expect(record.identifiers[0]).toEqual({ scheme: 'jejak:malang', id: malang.key(record.id) });
  });

  test('says of every record where it is mentioned, in Indonesian and English', () => {
    for (const record of malang.records.filter(({ type }) => type !== 'source')) {
      expect([malang.key(record.id), record.evidence.length]).not.toEqual([malang.key(record.id), 0]);
      for (const { locator, paraphrase, paraphraseEn, quote } of record.evidence) {
        expect([locator, paraphrase, paraphraseEn]).not.toContain(null);
        expect(quote).toBeNull();
      }
    }
  });

  test('points at paragraphs that exist, and at rows of the code table that exist', () => {
    const codes = new Set(regionTable().map(({ kode }) => `baris ${kode}`));
    for (const { evidence } of malang.records)
      for (const { source, locator } of evidence) {
        const { paragraphs } = malang.get('source', malang.key(source));
        if (paragraphs === null) expect(codes).toContain(locator);
        else expect(Number(/^paragraf (\d+)$/.exec(locator ?? '')?.[1])).toBeLessThanOrEqual(paragraphs);
      }
  });

  test('gives each source the digest and paragraph count of its document', () => {
    const folder = here('../fixtures/articles/');
    const fixtures = readdirSync(folder).map((name) =>
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
    );
    const expected = fixtures.map(({ sha256, paragraphs }) => [`sha256:${sha256}`, paragraphs]);
    const table = createHash('sha256').update(readFileSync(TABLE)).digest('hex');
    const found = malang.all('source').map(({ checksum, paragraphs }) => [checksum, paragraphs]);
    expect(found.sort()).toEqual([...expected, [`sha256:${table}`, null]].sort());
  });

  test('never cites the links to other stories and the page furniture between the paragraphs', () => {
    const cited = new Set(malang.records.flatMap((record) => malang.cited(record)));
    for (const noise of [7, 8, 14, 15, 16])
      expect(cited).not.toContain(`tribunjatim-2021-workshop-kipp paragraf ${noise}`);
    for (const noise of [1, 13, 14])
      expect(cited).not.toContain(`malangkota-2021-workshop-kipp paragraf ${noise}`);
  });

  test('explains whatever it only infers, and describes every record, in both languages', () => {
    for (const claim of malang.all('claim'))
      if (claim.status !== 'VERIFIED') expect([claim.key, claim.note, claim.noteEn]).not.toContain(null);
    for (const record of malang.records) {
      expect([malang.key(record.id), record.note === null]).toEqual([
        malang.key(record.id),
        record.noteEn === null,
      ]);
      if ('description' in record)
        expect([malang.key(record.id), record.description, record.descriptionEn]).not.toContain(null);
    }
  });

  test('dates nothing that the sources do not date: a start is always the day of an event', () => {
    const events = new Set(['2017-12-05', '2021-02-03', '2022-08-22', '2024-11-18']);
    for (const record of malang.records)
      if ('start' in record && record.start !== null) {
        expect(events).toContain(record.start);
        expect(record).toMatchObject({ end: record.start, endState: 'KNOWN' });
      } else if ('start' in record) expect(record).toMatchObject({ end: null, endState: 'UNKNOWN' });
    for (const claim of malang.claims({ kind: 'AFFILIATION' }))
      expect(claim).toMatchObject({
        start: null,
        end: null,
        at: expect.any(String),
        position: expect.any(String),
      });
  });
});

describe('the places', () => {
  test('are the 5 kecamatan and 57 kelurahan of the code table, under the same codes', () => {
    const named = { kecamatan: 'KECAMATAN', kelurahan: 'KELURAHAN' } as const;
    const expected = regionTable().flatMap(({ kode, level, nama }) =>
      level === 'kota'
        ? []
        : [[kode, named[level], `${level === 'kecamatan' ? 'Kecamatan' : 'Kelurahan'} ${nama}`]],
    );
    const places = malang.all('place').filter(({ kind }) => kind === 'KECAMATAN' || kind === 'KELURAHAN');
    expect(places.map(({ code, kind, name }) => [code, kind, name]).sort()).toEqual(expected.sort());
    expect(expected).toHaveLength(62);
  });

  test('lie in what the code table names as their parent, up to the province', () => {
    const codeOf = (key: string) => malang.get('place', key).code;
    const found = malang
      .claims({ kind: 'PART_OF' })
      .map(({ subject, object }) => [malang.key(subject), malang.key(object)] as const)
      .filter((pair) =>
        pair.every((key) => malang.all('place').some((place) => place.key === key && place.code)),
      )
      .map((pair) => pair.map(codeOf));
    expect(found.sort()).toEqual(
      regionTable()
        .map(({ kode, induk }) => [kode, induk])
        .sort(),
    );
    expect(codeOf('provinsi-jawa-timur')).toBe('35');
  });

  test('without a code of their own lead to one that has it, or to Surabaya', () => {
    for (const venue of malang.all('place').filter(({ kind }) => kind === 'VENUE' || kind === 'AREA')) {
      let at = venue.key;
      while (malang.get('place', at).kind !== 'CITY') {
        const [up] = malang.objects({ kind: 'PART_OF', subject: at });
        if (up === undefined) throw new Error(`${at} lies nowhere`);
        at = up;
      }
      expect(['kota-malang', 'kota-surabaya']).toContain(at);
    }
  });
});

const TABLE = here('./kode-wilayah-35.73.csv');
type Region = { kode: string; level: 'kota' | 'kecamatan' | 'kelurahan'; nama: string; induk: string };
function regionTable(): Region[] {
  return parse(readFileSync(TABLE, 'utf8'), { columns: true }) as Region[];
}
