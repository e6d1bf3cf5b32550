import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AUTOMATIC, compareRecords, type Identifiable, PRIOR, SHOWN } from '../../src/domain/identity.js';
import { REASONS, type ReasonCode } from '../../src/domain/identity-reasons.js';
import { HELD_OUT, TUNING } from '../fixtures/identity-pairs.js';
import { identifiable, measure, recordsOf } from '../support/identity.js';

const ALL = [...TUNING, ...HELD_OUT];
const PARTS = [
  ['all pairs', ALL],
  ['the held-out part', HELD_OUT],
] as const;

/** An office of the city, of which only what is given is known. */
const office = (name: string, more: Partial<Identifiable> = {}) =>
  identifiable({ name, kind: 'ORGANIZATION', helix: 'GOVERNMENT', ...more });
const person = (name: string, more: Partial<Identifiable> = {}) => office(name, { kind: 'PERSON', ...more });
const event = (name: string, more: Partial<Identifiable> = {}) =>
  identifiable({ name, type: 'initiative', kind: 'EVENT', ...more });
const scoreOf = (a: Identifiable, b: Identifiable) => compareRecords(a, { ...b, id: 'b' }).score;
const reasonsOf = (a: Identifiable, b: Identifiable) => compareRecords(a, { ...b, id: 'b' }).reasons;
const textOf = (code: ReasonCode, a: Identifiable, b: Identifiable) =>
  reasonsOf(a, b).find((reason) => reason.code === code)?.text;

describe('the labelled set', () => {
  it('has at least 360 pairs, no pair twice, a third of them held out, both kinds of answer in both parts', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(360);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(ALL.length / 3);
    const written = ALL.map(({ type, left, right }) => JSON.stringify([type, left, right]));
    expect(new Set(written).size).toBe(ALL.length);
    for (const part of [TUNING, HELD_OUT]) {
      const share = part.filter(({ same }) => same).length / part.length;
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(0.6);
    }
  });

  it.each(PARTS)('suggests as certain at most one wrong pair in fifty, in %s', (_, pairs) => {
    const { automaticPrecision, automaticRecall } = measure(pairs);
    expect(automaticPrecision).toBeGreaterThanOrEqual(0.98);
    expect(automaticRecall).toBeGreaterThanOrEqual(0.75);
  });

  it.each(PARTS)('shows at least nine in ten of the same, and few others, in %s', (_, pairs) => {
    const { shownPrecision, shownRecall } = measure(pairs);
    expect(shownRecall).toBeGreaterThanOrEqual(0.9);
    expect(shownPrecision).toBeGreaterThanOrEqual(0.9);
  });

  it('gives the figures that docs/identity.md prints', () => {
    const lines = [
      ['tuning', TUNING],
      ['held out', HELD_OUT],
    ] as const;
    const doc = readFileSync('docs/identity.md', 'utf8').replace(/ +/g, ' ');
    for (const [name, pairs] of lines) {
      const { same, ...shares } = measure(pairs);
      const percent = [
        shares.automaticPrecision,
        shares.automaticRecall,
        shares.shownPrecision,
        shares.shownRecall,
      ].map((share) => `${(100 * share).toFixed(1)} %`);
      expect(doc).toContain(`| ${[name, pairs.length, same, ...percent].join(' | ')} |`);
    }
    expect(doc).toContain(`AUTOMATIC = ${AUTOMATIC}`);
    expect(doc).toContain(`SHOWN = ${SHOWN}`);
    expect(doc).toContain(`PRIOR = ${PRIOR}`);
  });

  it('is scored alike from both sides', () => {
    for (const [at, pair] of ALL.entries()) {
      const [left, right] = recordsOf(pair, at);
      const [there, back] = [compareRecords(left, right), compareRecords(right, left)];
      expect([pair.left.name, pair.right.name, back.score]).toEqual([
        pair.left.name,
        pair.right.name,
        there.score,
      ]);
    }
  });
});

describe('explanations', () => {
  it('say what was seen, in Indonesian and English', () => {
    expect(textOf('SAME_KEY', person('Drs. H. Sutiaji'), person('Sutiaji'))).toEqual({
      id: 'nama sama setelah gelar dilepas dan ejaan disamakan: Drs. H. Sutiaji dan Sutiaji',
      en: 'same name once titles are left out and spelling is brought in line: Drs. H. Sutiaji and Sutiaji',
    });
    expect(textOf('DIFFERENT_NUMBER', office('SD Negeri 1 Sawojajar'), office('SDN 11 Sawojajar'))).toEqual({
      id: 'angka berbeda: 1 dan 11',
      en: 'different numbers: 1 and 11',
    });
    expect(
      textOf('DIFFERENT_REGION', office('Dinas Sosial Kota Malang'), office('Dinas Sosial Kota Batu')),
    ).toEqual({
      id: 'daerah dalam nama berbeda: malang dan batu',
      en: 'different regions in the names: malang and batu',
    });
    const [found] = reasonsOf(office('RW 02 Kelurahan Gadang'), office('RW 03 Kelurahan Gadang'));
    expect(found?.text.id).toBe('angka berbeda: rw 2 dan rw 3');
  });

  it('show a dash where one side has nothing', () => {
    expect(textOf('DIFFERENT_POST', office('Wali Kota Malang'), office('Pemerintah Kota Malang'))?.id).toBe(
      'jabatan berbeda: walikota dan –',
    );
  });

  it('keep a name that looks like a mark of theirs as it is', () => {
    expect(textOf('SAME_NAME', office('Komunitas {b}'), office('Komunitas {b}'))?.id).toBe(
      'nama sama: Komunitas {b}',
    );
  });

  it('stand heaviest first, and add up to the score', () => {
    const { score, reasons } = compareRecords(office('SMPN 1 Malang'), office('SMP Negeri 10 Malang'));
    const weights = reasons.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    const bits = reasons.reduce((sum, { weight }) => sum + weight, PRIOR);
    expect(score).toBeCloseTo(1 / (1 + 2 ** -bits), 3);
  });

  it('are all told in docs/identity.md', () => {
    const doc = readFileSync('docs/identity.md', 'utf8');
    for (const code of Object.keys(REASONS)) expect(doc).toContain(`\`${code}\``);
  });

  it('have a text in both languages for every code, with the same marks', () => {
    for (const [id, en] of Object.values(REASONS)) {
      expect(id).not.toBe('');
      expect((en.match(/\{[ab]\}/g) ?? []).sort()).toEqual((id.match(/\{[ab]\}/g) ?? []).sort());
    }
  });
});

describe('what speaks for', () => {
  const near = [office('Bagian Kerja Sama Daerah'), office('Bagian Kerjasama')] as const;
  it.each<[string, Partial<Identifiable>, ReasonCode]>([
    ['one identifier', { identifiers: [{ scheme: 'satu-data', id: '7' }] }, 'SAME_IDENTIFIER'],
    ['one area code', { code: '35.73' }, 'SAME_CODE'],
    ['one place', { places: ['klojen', 'malang'] }, 'SAME_PLACE'],
    ['shared initiatives', { neighbours: ['i1', 'i2'] }, 'SHARED_NEIGHBOURS'],
    ['one date', { date: '2021' }, 'SAME_DATE'],
  ])('%s raises the score', (_, more, code) => {
    const [a, b] = near;
    const found = reasonsOf({ ...a, ...more }, { ...b, ...more }).find((reason) => reason.code === code);
    expect(found?.weight).toBeGreaterThan(0);
    expect(scoreOf({ ...a, ...more }, { ...b, ...more })).toBeGreaterThan(scoreOf(a, b));
  });

  it('a place known more closely here than there still agrees', () => {
    const [a, b] = [
      office('Dinas Sosial', { places: ['klojen', 'malang'] }),
      office('Dinas Sosial', { places: ['malang'] }),
    ];
    expect(reasonsOf(a, b).map(({ code }) => code)).toContain('SAME_PLACE');
  });

  it('a recorded alias, previous name and abbreviation', () => {
    const named = office('Dinas Perdagangan Kota Malang', {
      aliases: ['Dagang Malang'],
      previousNames: ['Dinas Pasar Kota Malang'],
      abbreviations: ['DPKM'],
    });
    for (const [name, code] of [
      ['Dagang Malang', 'ALIAS'],
      ['Dinas Pasar Kota Malang', 'PREVIOUS_NAME'],
      ['DPKM', 'ABBREVIATION'],
    ] as const) {
      expect(reasonsOf(named, office(name))[0]?.code).toBe(code);
      expect(scoreOf(named, office(name))).toBeGreaterThanOrEqual(AUTOMATIC);
    }
  });

  it('an abbreviation made of first letters is shown, and never certain', () => {
    const score = scoreOf(office('DPU'), office('Dinas Pekerjaan Umum'));
    expect(score).toBeGreaterThanOrEqual(SHOWN);
    expect(score).toBeLessThan(AUTOMATIC);
  });
});

describe('what speaks against', () => {
  it.each<[ReasonCode, Identifiable, Identifiable]>([
    ['DIFFERENT_NUMBER', office('SD Negeri 1'), office('SD Negeri 11')],
    ['MISSING_NUMBER', office('Puskesmas Janti'), office('Puskesmas Janti II')],
    ['DIFFERENT_YEAR', event('KIPP 2021'), event('KIPP 2022')],
    ['DIFFERENT_YEAR', event('Jambore 2017'), event('Jambore', { date: '2018-11' })],
    ['MISSING_YEAR', event('Kali Bersih 2021'), event('Kali Bersih')],
    ['DIFFERENT_DATE', event('Bersih Sungai', { date: '2021' }), event('Bersih Sungai', { date: '2023' })],
    ['DIFFERENT_LEVEL', office('Kota Malang'), office('Kabupaten Malang')],
    ['DIFFERENT_LEVEL', office('Kelurahan Klojen'), office('Kecamatan Klojen')],
    ['DIFFERENT_LEVEL', office('Karang Taruna RW 03 Gadang'), office('Karang Taruna Gadang')],
    ['DIFFERENT_UNIT', office('UPT Dinas Sosial'), office('Dinas Sosial')],
    ['DIFFERENT_CLASS', office('Puskesmas Gribig'), office('SD Gribig')],
    ['DIFFERENT_POST', office('Wali Kota Malang'), office('Wakil Wali Kota Malang')],
    ['DIFFERENT_POST', office('Kepala Dinas Sosial'), office('Plt. Kepala Dinas Sosial')],
    ['DIFFERENT_GENDER', person('Bapak Sulastri'), person('Ibu Sulastri')],
    ['DIFFERENT_REGION', office('Dinas Sosial Kota Malang'), office('Dinas Sosial Kota Batu')],
    ['DIFFERENT_LEGAL_FORM', office('PT Karya Mandiri'), office('CV Karya Mandiri')],
    ['DIFFERENT_KIND', office('Sutiaji'), person('Sutiaji')],
    ['DIFFERENT_HELIX', office('Sahabat Alam'), office('Sahabat Alam', { helix: 'MEDIA' })],
    [
      'DIFFERENT_PLACE',
      office('Dinas Sosial', { places: ['batu'] }),
      office('Dinas Sosial', { places: ['malang'] }),
    ],
    ['DIFFERENT_CODE', office('Malang', { code: '35.73' }), office('Malang', { code: '35.07' })],
    ['JOINED', office('Dinas Sosial', { joined: ['b'] }), office('Dinas Sosial')],
    ['SUCCEEDED', office('Dinas Sosial', { succeeded: ['b'] }), office('Dinas Sosial')],
  ])('%s lowers the score below certain', (code, a, b) => {
    const found = reasonsOf(a, b).find((reason) => reason.code === code);
    expect(found?.weight).toBeLessThan(0);
    expect(scoreOf(a, b)).toBeLessThan(AUTOMATIC);
  });

  it('keeps two records that a claim joins from being shown, from whichever side it is known', () => {
    const [a, b] = [office('Dinas Sosial'), office('Dinas Sosial', { id: 'b' })];
    for (const link of [{ joined: ['b'] }, { succeeded: ['b'] }]) {
      expect(compareRecords({ ...a, ...link }, b).score).toBeLessThan(SHOWN);
      expect(compareRecords(b, { ...a, ...link }).score).toBeLessThan(SHOWN);
    }
  });

  it('different identifiers of one scheme, unless another of it is shared or it is a dataset key', () => {
    const of = (...ids: string[]) =>
      office('Bagian Umum', { identifiers: ids.map((id) => ({ scheme: id.split('/')[0] ?? '', id })) });
    expect(scoreOf(of('npsn/1'), of('npsn/2'))).toBeLessThan(scoreOf(of(), of()));
    expect(scoreOf(of('npsn/1', 'npsn/2'), of('npsn/2'))).toBeGreaterThan(scoreOf(of(), of()));
    expect(scoreOf(of('jejak:malang/1'), of('jejak:malang/2'))).toBe(scoreOf(of(), of()));
  });

  it('never matches by a weak alias', () => {
    const weak = office('Forum Warga', { weakAliases: ['Wali Kota Malang'] });
    const other = office('Wali Kota Malang', { weakAliases: ['Forum Warga'] });
    expect(scoreOf(weak, other)).toBe(scoreOf(office('Forum Warga'), office('Wali Kota Malang')));
  });

  it('gives records of two types no score', () => {
    const { score, reasons } = compareRecords(
      office('Klojen'),
      identifiable({ name: 'Klojen', type: 'place' }),
    );
    expect(score).toBe(0);
    expect(reasons.map(({ code }) => code)).toEqual(['DIFFERENT_TYPE']);
  });

  it('finds nothing in common in two names without letters or digits', () => {
    expect(scoreOf(office('…'), office('--'))).toBeLessThan(SHOWN);
  });

  it('a year in one name says nothing against the other when its date has that year', () => {
    const codes = reasonsOf(event('Kali Bersih 2021'), event('Kali Bersih', { date: '2021-05' })).map(
      ({ code }) => code,
    );
    expect(codes).not.toContain('MISSING_YEAR');
    expect(codes).not.toContain('DIFFERENT_YEAR');
  });

  it('words that tell little tell little apart', () => {
    const [a, b, c] = ['Kawasan', 'Jalan', 'Terminal'].map((word) => office(`${word} Sukarno Hatta`));
    const weight = (x?: Identifiable, y?: Identifiable) =>
      x && y && reasonsOf(x, y).find(({ code }) => code === 'DIFFERENT_WORDS')?.weight;
    expect([weight(a, b), weight(a, c)]).toEqual([-2, -6]);
  });

  it('counts a disagreement of the main names half where an abbreviation agrees', () => {
    const [a, b] = [
      office('Badan Perencanaan Sosial', { abbreviations: ['BPS'] }),
      office('Badan Pengawas Sungai', { abbreviations: ['BPS'] }),
    ];
    expect(reasonsOf(a, b).find(({ code }) => code === 'DIFFERENT_WORDS')?.weight).toBe(-3);
    expect(scoreOf(a, b)).toBeLessThan(AUTOMATIC);
  });
});

describe('any two records', () => {
  const words = fc.array(
    fc.constantFrom(
      ...'Dinas Kota Malang Batu SD Negeri 1 II Sawojajar Sawo jajar Tjandra candra UB Wakil RW 02 2021 {b} (PKK)'.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  );
  const name = fc.oneof(
    words.map((list) => list.join(' ')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  );
  const record = fc
    .record({
      name,
      aliases: fc.array(name, { maxLength: 2 }),
      abbreviations: fc.array(name, { maxLength: 1 }),
      kind: fc.constantFrom('ORGANIZATION', 'PERSON'),
      places: fc.subarray(['klojen', 'malang', 'batu']),
    })
    .map((known) => identifiable(known));

  it('score between 0 and 1, alike from both sides', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const { score } = compareRecords(a, { ...b, id: 'b' });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compareRecords({ ...b, id: 'b' }, a).score).toBeCloseTo(score, 3);
      }),
      { numRuns: 500 },
    );
  });

  it('score no less when they have an identifier in common, and no more when a claim joins them', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const identifiers = [{ scheme: 'satu-data', id: '1' }];
        const score = scoreOf(a, b);
        expect(scoreOf({ ...a, identifiers }, { ...b, identifiers })).toBeGreaterThanOrEqual(score);
        expect(scoreOf({ ...a, joined: ['b'] }, b)).toBeLessThanOrEqual(score);
      }),
    );
  });
});
