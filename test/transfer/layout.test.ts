import { describe, expect, test } from '@jest/globals';
import { CLAIM_KINDS, HELIXES } from '../../src/domain/kinds.js';
import { SCHEMAS } from '../../src/domain/records.js';
import { role, sentence } from '../../src/domain/relation.js';
import { RELATIONS } from '../../src/domain/relations.js';
import { claimFields, FIELDS, IMPORTED_TYPES } from '../../src/transfer/fields.js';
import { type Column, templateLayout } from '../../src/transfer/layout.js';
import { FIELD_WORDS, HIDDEN } from '../../src/transfer/layout-words.js';
import { templateMapping } from '../../src/transfer/template.js';

const layout = templateLayout();
const sheet = (title: string, among = layout) => {
  const found = among.sheets.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no sheet ${title}`);
  return found;
};
const titles = (columns: readonly Column[]) => columns.map(({ title }) => title);
const column = (of: string, title: string) => sheet(of).columns.find((one) => one.title === title);

describe('the template', () => {
  test('has its sheets in Indonesian, what is pointed at first', () =>
    expect(layout.sheets.map(({ title }) => title)).toEqual([
      'Sumber',
      'Pelaku',
      'Inisiatif',
      'Usulan',
      'Penghargaan',
      'Isu',
      'Keikutsertaan',
      'Jabatan',
      'Penganugerahan',
      'Bagian dari',
      'Menghasilkan',
      'Diikutkan',
      'Menangani',
      'Lokasi',
      'Digantikan',
      'Kesepakatan',
    ]));

  test('has instructions for clerks', () => {
    expect(layout.instructions.title).toBe('Petunjuk');
    expect(layout.instructions.lines.join('\n')).toMatch(/3\/2\/2021 berarti 3 Februari 2021/);
  });

  test.each(layout.sheets)('can be written to a workbook: $title', ({ title, columns }) => {
    expect(title.length).toBeLessThanOrEqual(31);
    expect(title).not.toMatch(/[\\/?*[\]:]/);
    expect(new Set(titles(columns)).size).toBe(columns.length);
    for (const { choices } of columns) {
      const labels = (choices ?? []).map(({ label }) => label.id);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test.each(layout.sheets)('lets a row name an existing record or a key: $title', ({ columns }) =>
    expect(titles(columns).slice(0, 2)).toEqual(['ID Jejak', 'Kunci']),
  );

  test('has words for every field that it shows', () => {
    const fields = IMPORTED_TYPES.filter((type) => type !== 'place').flatMap((type) => [
      ...FIELDS[type].keys(),
    ]);
    const shown = fields.filter((field) => !HIDDEN.has(field) && !field.endsWith('En'));
    const ends = ['subject', 'object', 'award'];
    expect(shown.filter((field) => !(field in FIELD_WORDS) && !ends.includes(field))).toEqual([]);
  });

  test('takes its drop-downs from the vocabularies', () => {
    expect(column('Pelaku', 'Unsur')?.choices?.map(({ code }) => code)).toEqual(HELIXES);
    expect(column('Keikutsertaan', 'Peran')?.choices?.map(({ code, label }) => [code, label.id])).toEqual(
      Object.entries(RELATIONS.PARTICIPATION.roles).map(([code, { label }]) => [code, label.id]),
    );
  });

  test('asks for what a kind of claim carries, and for nothing else', () => {
    expect(titles(sheet('Jabatan').columns)).toEqual(
      expect.arrayContaining(['Orang', 'Organisasi', 'Jabatan', 'Mulai']),
    );
    expect(titles(sheet('Keikutsertaan').columns)).toContain('Jumlah');
    for (const [title, absent] of [
      ['Jabatan', 'Jumlah'],
      ['Keikutsertaan', 'Jabatan'],
      ['Lokasi', 'Peran'],
      ['Jabatan', 'Pihak lain'],
    ] as const)
      expect(titles(sheet(title).columns)).not.toContain(absent);
    expect(titles(sheet('Kesepakatan').columns)).toContain('Pihak lain');
    for (const title of ['Jabatan', 'Isu'])
      expect(titles(sheet(title).columns)).toEqual(
        expect.arrayContaining(['Sumber', 'Letak', 'Isi', 'Kutipan']),
      );
  });

  test('never asks a clerk to verify a claim', () =>
    expect(layout.sheets.flatMap(({ columns }) => columns.map(({ field }) => field))).not.toContain(
      'claim.status',
    ));
});

describe('what is added to the registry shows up by itself', () => {
  const extended = templateLayout({
    ...RELATIONS,
    MENTORS: {
      ...RELATIONS.SUCCEEDED_BY,
      label: { id: 'membina', en: 'mentors' },
      sentence: sentence(['{subject} membina {object}', '{subject} mentors {object}'], ['', '']),
    },
    AFFILIATION: {
      ...RELATIONS.AFFILIATION,
      roles: { ...RELATIONS.AFFILIATION.roles, VOLUNTEER: role('relawan', 'volunteer', ['', ''], ['', '']) },
    },
  });

  test('a kind of claim as a sheet', () => {
    expect(extended.sheets).toHaveLength(layout.sheets.length + 1);
    expect(sheet('Membina', extended)).toMatchObject({
      about: '[Organisasi pertama] membina [Organisasi kedua]',
      records: [{ constants: { kind: 'MENTORS' } }],
    });
  });

  test('a role in the drop-down', () => {
    const roles = sheet('Jabatan', extended).columns.find(({ title }) => title === 'Peran')?.choices;
    expect(roles).toContainEqual({ code: 'VOLUNTEER', label: { id: 'relawan', en: 'volunteer' } });
  });
});

test('the mapping of the template reads every column of its layout', () => {
  const mapping = templateMapping('jejak:test');
  const read = (title: string) => JSON.stringify(mapping.sheets.find((one) => one.sheet === title));
  for (const { title, columns } of layout.sheets)
    for (const one of columns) expect(read(title)).toContain(`"column":${JSON.stringify(one.title)}`);
});

test('what a column can hold is found from the schemas', () => {
  const kinds = (type: 'source' | 'achievement') =>
    Object.fromEntries([...FIELDS[type]].map(([name, { kind }]) => [name, kind]));
  expect(kinds('source')).toEqual({
    kind: 'choice',
    title: 'text',
    publisher: 'text',
    author: 'text',
    date: 'date',
    url: 'text',
    retrieved: 'date',
    checksum: 'text',
    language: 'text',
    paragraphs: 'number',
    note: 'text',
    noteEn: 'text',
  });
  expect(kinds('achievement')).toMatchObject({
    award: 'reference',
    aliases: 'list',
    rank: 'text',
    level: 'choice',
  });
  for (const kind of CLAIM_KINDS) {
    expect(claimFields(kind).has('role')).toBe(Object.keys(RELATIONS[kind].roles).length > 0);
    for (const field of claimFields(kind).keys()) expect(SCHEMAS.claim.shape).toHaveProperty(field);
  }
});
