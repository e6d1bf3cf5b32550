import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { periodConflict } from '../../../src/domain/periods.js';
import { evidence, SCHEMAS } from '../../../src/domain/records.js';
import { RELATIONS } from '../../../src/domain/relations.js';
import { MAX_TEXT, proposeFromText } from '../../../src/transfer/propose/propose.js';
import type { KnownName, Suggestion } from '../../../src/transfer/propose/suggestion.js';
import { articles, MALANG, worldOf } from './measure.js';

/** All names and stories here are invented. */
const known = (fields: Partial<KnownName> & Pick<KnownName, 'type' | 'name'>): KnownName => ({
  id: fields.name,
  kind: fields.type === 'actor' ? 'ORGANIZATION' : null,
  aliases: [],
  previousNames: [],
  abbreviations: [],
  ...fields,
});
const SUMUR = known({ type: 'initiative', kind: 'PROGRAM', name: 'Sumur Rekaan', abbreviations: ['SURE'] });
const DINAS = known({
  type: 'actor',
  name: 'Dinas Air Angan',
  aliases: ['Dinair Angan'],
  previousNames: ['Jawatan Air Angan'],
});
const BUDI = known({ type: 'actor', kind: 'PERSON', name: 'Boedi Angan' });
const PESTA = known({ type: 'initiative', kind: 'EVENT', name: 'Pesta Rekaan' });
const WORLD = [SUMUR, DINAS, BUDI, PESTA];

const read = (text: string, published: string | null = null) =>
  proposeFromText(text, WORLD, { published }).suggestions;
const told = ({ kind, role, subject, object }: Suggestion) =>
  `${kind}${role ? ` ${role}` : ''}: ${subject.name} > ${object.name}`;
const tell = (text: string) => read(text).map(told);

describe('names', () => {
  it.each(['Dinas Air Angan', 'dinas air angan', 'Dinair Angan', 'Jawatan Air Angan', 'Dinas Aïr Angan'])(
    'knows the record by %j',
    (name) => {
      const [found] = read(`Sumur Rekaan didanai oleh ${name}.`);
      expect(found).toMatchObject({ subject: { id: DINAS.id }, object: { id: SUMUR.id } });
    },
  );

  it('knows a person past titles, degrees and old spelling, and gives the span in the text', () => {
    const text = 'Pesta Rekaan dihadiri oleh Drs. H. Budi Angan, S.E., dan warga.';
    const { suggestions, names } = proposeFromText(text, WORLD);
    expect(suggestions.map(told)).toEqual(['PARTICIPATION ATTENDEE: Boedi Angan > Pesta Rekaan']);
    expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(['Pesta Rekaan', 'Budi Angan']);
  });

  it('takes an abbreviation only as it is written', () => {
    expect(tell('SURE didanai oleh Dinas Air Angan.')).toHaveLength(1);
    expect(tell('sure didanai oleh Dinas Air Angan.')).toEqual([]);
  });

  it('prefers the longest name', () => {
    const longer = known({ type: 'actor', name: 'Dinas Air Angan Kota Rekaan' });
    const { suggestions } = proposeFromText('Sumur Rekaan didanai Dinas Air Angan Kota Rekaan.', [
      ...WORLD,
      longer,
    ]);
    expect(suggestions).toMatchObject([{ subject: { id: longer.id } }]);
  });

  it('drafts what it does not know, with kind and helix from the form of the name', () => {
    expect(read('Inovasi "AIR KITA" didanai oleh PT Tirta Angan dan Bank Rekaan.')).toMatchObject([
      {
        subject: { id: null, type: 'actor', kind: 'ORGANIZATION', helix: 'BUSINESS', name: 'PT Tirta Angan' },
        object: { id: null, type: 'initiative', kind: 'INNOVATION', helix: null, name: 'AIR KITA' },
      },
      { subject: { helix: 'FINANCE', name: 'Bank Rekaan' }, object: { name: 'AIR KITA' } },
    ]);
  });

  it('trusts a draft less than a record', () => {
    const [record] = read('Sumur Rekaan didanai oleh Dinas Air Angan.');
    const [draft] = read('Sumur Rekaan didanai oleh PT Tirta Angan.');
    expect(draft?.confidence).toBeLessThan(record?.confidence ?? 0);
  });

  it('takes an office and its area for what the sentence makes of them', () => {
    expect(read('Sumur Rekaan dikelola oleh Kelurahan Khayal.')).toMatchObject([
      { subject: { type: 'actor' } },
    ]);
    expect(read('Sumur Rekaan digelar di Kelurahan Khayal.')).toMatchObject([{ object: { type: 'place' } }]);
  });

  it('claims nothing of a name that two known records share, and shows both', () => {
    const twin = known({ type: 'actor', id: 'twin', name: 'Dinas Air Angan' });
    const { suggestions, names } = proposeFromText('Sumur Rekaan didanai oleh Dinas Air Angan.', [
      ...WORLD,
      twin,
    ]);
    expect(suggestions).toEqual([]);
    expect(names[1]?.ends.map(({ id }) => id)).toEqual([DINAS.id, 'twin']);
  });

  it('never meets a weak alias, which it is not given', () => {
    const weak = MALANG.flatMap(({ name, aliases, abbreviations }) => [name, ...aliases, ...abbreviations]);
    expect(weak).not.toContain('Pemkot');
    expect(
      proposeFromText('Sumur Rekaan didanai oleh Pemkot kemarin.', [...MALANG, SUMUR]).suggestions,
    ).toEqual([]);
  });
});

describe('sentences', () => {
  it('gives each of a list its claim', () => {
    expect(tell('Sumur Rekaan didanai oleh Dinas Air Angan, PT Tirta Angan, dan Bank Rekaan.')).toEqual([
      'PARTICIPATION FUNDING: Dinas Air Angan > Sumur Rekaan',
      'PARTICIPATION FUNDING: PT Tirta Angan > Sumur Rekaan',
      'PARTICIPATION FUNDING: Bank Rekaan > Sumur Rekaan',
    ]);
  });

  it.each([
    'Sumur Rekaan belum didanai oleh Dinas Air Angan.',
    'Sumur Rekaan tidak jadi didanai oleh Dinas Air Angan.',
    'Sumur Rekaan akan didanai oleh Dinas Air Angan.',
    'Dinas Air Angan berencana mendanai Sumur Rekaan.',
    'Dinas Air Angan mendanai Sumur Rekaan tahun depan.',
    'Jika Dinas Air Angan mendanai Sumur Rekaan, warga senang.',
  ])('suggests nothing from %j', (text) => expect(tell(text)).toEqual([]));

  it('finds what "kegiatan tersebut" means, with less trust', () => {
    const text = 'Pesta Rekaan berlangsung meriah. Kegiatan tersebut dihadiri oleh Boedi Angan.';
    const [pointed] = read(text);
    const [named] = read('Pesta Rekaan dihadiri oleh Boedi Angan.');
    expect(pointed && told(pointed)).toBe('PARTICIPATION ATTENDEE: Boedi Angan > Pesta Rekaan');
    expect(pointed?.confidence).toBeLessThan(named?.confidence ?? 0);
  });

  it('does not reach into speech', () => {
    expect(
      tell('Dinas Air Angan berkata, "Kami di sini semua senang sekali mendanai Sumur Rekaan."'),
    ).toEqual([]);
  });

  it('reads posts in front of a name, behind it, and of acting holders', () => {
    const text = [
      'Kepala Dinas Air Angan, Ir. Sri Khayal, M.Si., tersenyum lebar.',
      'Tono Rekaan selaku Ketua Forum Air Khayal ikut tersenyum.',
      'Pj. Wali Kota Senandung Wati Dongeng juga tersenyum.',
    ].join(' ');
    expect(read(text).map((found) => [told(found), found.position])).toEqual([
      ['AFFILIATION HEAD: Sri Khayal > Dinas Air Angan', 'Kepala Dinas Air Angan'],
      ['AFFILIATION HEAD: Tono Rekaan > Forum Air Khayal', 'Ketua Forum Air Khayal'],
      ['AFFILIATION HEAD: Wati Dongeng > Pemerintah Kota Senandung', 'Pj. Wali Kota Senandung'],
    ]);
  });

  it('carries money with its giver, and with nobody when it is the sum of several', () => {
    const money = { kind: 'MONEY', amount: 1_500_000_000, currency: 'IDR', unit: null, description: null };
    expect(read('Sumur Rekaan didanai oleh Dinas Air Angan sebesar Rp 1,5 miliar.')).toMatchObject([
      { contributions: [money] },
    ]);
    for (const { contributions } of read(
      'Sumur Rekaan didanai oleh PT Satu dan PT Dua sebesar Rp 1,5 miliar.',
    ))
      expect(contributions).toEqual([]);
  });

  it('makes one claim of an agreement of three', () => {
    const [found, ...more] = read('Dinas Air Angan, PT Satu, dan Bank Dua menandatangani nota kesepahaman.');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'AGREEMENT',
      subject: { name: 'Dinas Air Angan' },
      object: { name: 'PT Satu' },
      parties: [{ name: 'Bank Dua' }],
    });
  });

  it('gives an event its day, and anything else the day on which it is known', () => {
    expect(read('Pesta Rekaan dihadiri oleh Boedi Angan, Rabu (10/5/2023).')).toMatchObject([
      { period: { start: '2023-05-10', end: '2023-05-10', endState: 'KNOWN', at: null } },
    ]);
    expect(read('Sumur Rekaan dikelola oleh Dinas Air Angan.', '2023-05-11')).toMatchObject([
      { period: { start: null, end: null, endState: 'UNKNOWN', at: '2023-05-11' } },
    ]);
    expect(read('Sumur Rekaan dikelola oleh Dinas Air Angan sejak tahun 2019.')).toMatchObject([
      { period: { start: '2019', end: null, endState: 'UNKNOWN', at: null } },
    ]);
  });

  it('suggests a claim once, from where it is said best', () => {
    const text =
      'Pesta Rekaan meriah.\nKegiatan tersebut dihadiri Boedi Angan.\nPesta Rekaan dihadiri Boedi Angan.';
    expect(read(text).map(({ finding }) => finding.locator)).toEqual(['paragraf 3']);
  });

  it('calls nobody a mere partner who has a role of its own', () => {
    expect(
      tell('Pesta Rekaan didukung oleh Dinas Air Angan serta Harian Khayal sebagai mitra media.'),
    ).toEqual([
      'PARTICIPATION PARTNER: Dinas Air Angan > Pesta Rekaan',
      'PARTICIPATION MEDIA_PARTNER: Harian Khayal > Pesta Rekaan',
    ]);
  });
});

/** Whether a record could hold what the suggestion says, as it stands. */
function expectWritable({
  kind,
  role,
  parties,
  period,
  position,
  contributions,
  subject,
  object,
  finding,
}: Suggestion) {
  const { locator, quote } = finding;
  const said = evidence.parse({ source: 'source', locator, quote });
  const ends = { subject: 'subject', object: 'object', parties: parties.map(({ name }) => name) };
  const claim = {
    type: 'claim',
    id: 'id',
    kind,
    role,
    ...ends,
    ...period,
    position,
    contributions,
    evidence: [said],
  };
  expect(() => SCHEMAS.claim.parse(claim)).not.toThrow();
  expect(periodConflict(period)).toBeNull();
  for (const { type, name } of [subject, object, ...parties])
    expect(SCHEMAS[type].shape.name.parse(name)).toBe(name);
}

describe('what is handed back', () => {
  it('quotes the sentence, cut to 300 characters around the finding', () => {
    const filler = 'kata '.repeat(100);
    const text = `Warga ${filler}melihat bahwa Sumur Rekaan didanai oleh Dinas Air Angan ${filler}selesai.`;
    const [found] = read(text);
    expect(found?.finding.quote.length).toBeLessThanOrEqual(300);
    expect(found?.finding.quote).toMatch(/^….*Sumur Rekaan didanai oleh Dinas Air Angan.*…$/);
    expect(text.slice(found?.finding.start, found?.finding.end)).toBe(
      'Sumur Rekaan didanai oleh Dinas Air Angan',
    );
  });

  it('holds nothing that a record may not: no control characters, no halves of characters', () => {
    const [found] = read('Sumur\u0007 Rekaan\ud800 didanai\toleh PT Tirta\u0000 Angan.');
    expect(found && told(found)).toBe('PARTICIPATION FUNDING: PT Tirta Angan > Sumur Rekaan');
    expect(found?.finding.quote).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  });

  it('stands in the order of the text, each end as the registry takes it', () => {
    for (const article of articles) {
      const text = article.paragraphs.join('\n');
      const { suggestions, dates } = proposeFromText(text, worldOf(article), {
        published: article.published,
      });
      for (const [index, { kind, role, subject, object, finding, confidence }] of suggestions.entries()) {
        expect(finding.start).toBeGreaterThanOrEqual(suggestions[index - 1]?.finding.start ?? 0);
        expect(confidence).toBeGreaterThanOrEqual(0.1);
        expect(confidence).toBeLessThan(1);
        const relation = RELATIONS[kind];
        const takes = (ends: typeof relation.subject, end: typeof subject) =>
          ends.some(
            ({ type, kinds }) => type === end.type && (kinds ?? [end.kind]).some((one) => one === end.kind),
          );
        expect(takes(relation.subject, subject)).toBe(true);
        expect(takes(relation.roles[role ?? '']?.object ?? relation.object, object)).toBe(true);
      }
      suggestions.forEach(expectWritable);
      for (const date of dates) expect(text.slice(date.start, date.end)).toBe(date.text);
    }
  });

  it('is the same each time, whatever the order of the names it is given', () => {
    for (const article of articles.slice(0, 5)) {
      const text = article.paragraphs.join('\n');
      const names = worldOf(article);
      expect(proposeFromText(text, [...names].reverse())).toEqual(proposeFromText(text, names));
    }
  });

  it('reads any text, and finds everything inside it', () => {
    const words = fc.constantFrom(
      ...[
        'Sumur Rekaan',
        'didanai oleh',
        'PT',
        'Kepala Dinas Air Angan',
        'Budi',
        ',',
        'dan',
        '.',
        '"',
        '(5/12)',
        '\n',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.array(words, { minLength: 1, maxLength: 60 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text.trim() !== '');
        const { suggestions, names } = proposeFromText(text, WORLD);
        suggestions.forEach(expectWritable);
        for (const { start, end } of [...names, ...suggestions.map(({ finding }) => finding)]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each([
    'a',
    'PT A, ',
    'Sumur Rekaan didanai oleh PT Aku, PT Bku dan PT Cku. ',
    'Sumur Rekaan di di di ',
    'Rp 1,5 miliar dari PT Aku ',
  ])('ends on the longest text made of %j', (unit) => {
    const text = unit.repeat(Math.ceil(MAX_TEXT / unit.length)).slice(0, MAX_TEXT);
    const { suggestions, names } = proposeFromText(text, WORLD);
    expect(names.length).toBeLessThanOrEqual(MAX_TEXT / 2);
    expect(suggestions.length).toBeLessThanOrEqual(10);
  });
});

describe('what is refused', () => {
  it.each([
    ['', null, 'text: is empty; paste the text of an article'],
    [' \n\t', null, 'text: is empty; paste the text of an article'],
    [
      'a'.repeat(MAX_TEXT + 1),
      null,
      'text: 200001 characters; paste at most 200000 characters, one article at a time',
    ],
    ['Isi.', '2023-02-30', 'published: "2023-02-30"; write the day as 2021-12-31, or leave it out'],
    ['Isi.', '2023', 'published: "2023"; write the day as 2021-12-31, or leave it out'],
  ])('%j published %j', (text, published, message) => {
    expect(() => proposeFromText(text, WORLD, { published })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    );
  });
});
