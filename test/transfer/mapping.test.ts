import { describe, expect, test } from '@jest/globals';
import { JejakError, type Problem } from '../../src/domain/errors.js';
import { checkHeader, checkMapping } from '../../src/transfer/mapping.js';
import type { MappingInput } from '../../src/transfer/mapping-form.js';

type Records = MappingInput['sheets'][number]['records'];
const ACTOR: Records[number] = {
  as: 'actor',
  type: 'actor',
  fields: { name: { column: 'Nama' }, kind: { constant: 'ORGANIZATION' }, helix: { constant: 'BUSINESS' } },
};
const PROGRAM: Records[number] = {
  as: 'program',
  type: 'initiative',
  fields: { name: { column: 'Program' }, kind: { constant: 'PROGRAM' } },
};
const FUNDING: Records[number] = {
  as: 'funding',
  type: 'claim',
  fields: {
    kind: { constant: 'PARTICIPATION' },
    role: { constant: 'FUNDING' },
    subject: { record: 'actor' },
    object: { record: 'program' },
  },
};
const mappingOf = (...records: Records): MappingInput => ({
  name: 'uji',
  scheme: 'uji',
  sheets: [{ records }],
});

function problemsOf(input: unknown): readonly Problem[] {
  try {
    checkMapping(input);
  } catch (error) {
    if (error instanceof JejakError) return error.problems;
    throw error;
  }
  throw new Error('the mapping was accepted');
}
const told = (input: unknown) =>
  problemsOf(input).map(({ place, value, remedy }) => `${place}: ${value}; ${remedy}`);
const withField = (record: Records[number], field: string, value: object) => ({
  ...record,
  fields: { ...record.fields, [field]: value },
});

test('a mapping without a fault has its defaults filled in', () =>
  expect(checkMapping(mappingOf(ACTOR, PROGRAM, FUNDING))).toMatchObject({
    format: { dayFirst: true, decimalComma: true, list: '|', currency: 'IDR' },
    sheets: [{ sheet: null, records: [{ findByName: false, identity: [] }, {}, {}] }],
  }));

describe('a problem of a mapping names its path, the value and the remedy', () => {
  test.each<[string, MappingInput | object, string]>([
    [
      'an unknown setting',
      { ...mappingOf(ACTOR), colour: 'red' },
      'colour: "red"; no such setting; leave it out',
    ],
    [
      'a scheme of two words',
      { ...mappingOf(ACTOR), scheme: 'dua kata' },
      'scheme: "dua kata"; is not a scheme; write one word such as csr:pt-contoh',
    ],
    [
      'no sheets',
      { name: 'uji', scheme: 'uji', sheets: [] },
      'sheets: "[]"; is empty; say what the columns of a sheet mean',
    ],
    [
      'a value from nowhere',
      mappingOf(withField(ACTOR, 'url', { default: 'x' })),
      'sheets 1, records 1, fields, url: "{"default":"x"}"; says not, or more than once, where the value comes from; write one of column, columns, constant, record',
    ],
    [
      'an unknown field',
      mappingOf(withField(ACTOR, 'nmae', { column: 'X' })),
      'sheets 1, records 1, fields, nmae: "nmae" is no field of actor; perhaps name; write one of ',
    ],
    [
      'a missing field',
      mappingOf({ ...ACTOR, fields: { name: { column: 'Nama' }, kind: { constant: 'PERSON' } } }),
      'sheets 1, records 1, fields, helix: missing; say which column or constant it comes from',
    ],
    [
      'an unknown kind of claim',
      mappingOf({ as: 'x', type: 'claim', fields: { kind: { constant: 'PARTICIPATES' } } }),
      'sheets 1, records 1, fields, kind: "PARTICIPATES"; write a constant: write one of PARTICIPATION, ',
    ],
    [
      'an unknown role for the kind',
      mappingOf(ACTOR, PROGRAM, withField(FUNDING, 'role', { constant: 'pendanaa' })),
      'sheets 1, records 3, fields, role, constant: "pendanaa" is not one of the choices; perhaps pendana; write one of ',
    ],
    [
      'a target of a value map outside the vocabulary',
      mappingOf(ACTOR, PROGRAM, withField(FUNDING, 'role', { column: 'Peran', valueMap: { Dana: 'DONOR' } })),
      'sheets 1, records 3, fields, role, valueMap "Dana": "DONOR" is not one of the choices; write one of ',
    ],
    [
      'a role of a kind without roles',
      mappingOf(
        PROGRAM,
        { ...PROGRAM, as: 'other' },
        {
          as: 'x',
          type: 'claim',
          fields: {
            kind: { constant: 'RESULTED_IN' },
            role: { column: 'R' },
            subject: { record: 'program' },
            object: { record: 'other' },
          },
        },
      ),
      'sheets 1, records 3, fields, role: "role" is no field of RESULTED_IN; write one of ',
    ],
    [
      'contributions that the kind does not carry',
      mappingOf(ACTOR, PROGRAM, {
        as: 'x',
        type: 'claim',
        fields: {
          kind: { constant: 'ENTERED' },
          subject: { record: 'program' },
          object: { column: 'Lomba' },
        },
        contributions: [{ kind: { constant: 'MONEY' } }],
      }),
      'sheets 1, records 3, contributions: "1"; ENTERED carries none; leave them out',
    ],
    [
      'a default that is no date',
      mappingOf(withField(PROGRAM, 'start', { column: 'Mulai', default: 'kemarin' })),
      'sheets 1, records 1, fields, start, default: "kemarin" is not a date; write 2021-12-31, 2021-12 or 2021',
    ],
    [
      'a constant that is no number',
      mappingOf(withField(ACTOR, 'size', { constant: 'banyak' })),
      'sheets 1, records 1, fields, size, constant: "banyak" is not a number; write ',
    ],
    [
      'a separator for a field that is no list',
      mappingOf(withField(ACTOR, 'url', { column: 'Web', split: ',' })),
      'sheets 1, records 1, fields, url, split: ","; url holds one value; leave it out',
    ],
    [
      'a record that does not come before',
      mappingOf(withField(FUNDING, 'object', { column: 'Program' }), ACTOR),
      'sheets 1, records 1, fields, subject, record: no record before this one is "actor"; put that record first',
    ],
    [
      'a record of a type that the end does not take',
      mappingOf(ACTOR, PROGRAM, withField(FUNDING, 'subject', { record: 'program' })),
      'sheets 1, records 3, fields, subject, record: "program" is of type initiative; name a record of type actor',
    ],
    [
      'a record where no reference is',
      mappingOf(ACTOR, withField(PROGRAM, 'description', { record: 'actor' })),
      'sheets 1, records 2, fields, description, record: "actor"; description is no reference; write column or constant',
    ],
    [
      'a name twice',
      mappingOf(ACTOR, { ...PROGRAM, as: 'actor' }),
      'sheets 1, records 2, as: "actor"; another record of the row has that name; choose a new one',
    ],
    [
      'personal data of a claim',
      mappingOf(ACTOR, PROGRAM, { ...FUNDING, personal: { name: { column: 'Pengusul' } } }),
      'sheets 1, records 3, personal: a claim; personal data belong to a proposal; put them with an initiative',
    ],
    [
      'a claim found by its name',
      mappingOf(ACTOR, PROGRAM, { ...FUNDING, findByName: true }),
      'sheets 1, records 3, findByName: true; a claim has no name; leave it out',
    ],
    [
      'an unknown field of evidence',
      mappingOf({ ...ACTOR, evidence: [{ halaman: { column: 'Hal' } }] }),
      'sheets 1, records 1, evidence 1, halaman: "halaman" is no field of evidence; write one of source, ',
    ],
    [
      'a sheet twice',
      {
        name: 'uji',
        scheme: 'uji',
        sheets: [
          { sheet: 'Data', records: [ACTOR] },
          { sheet: 'DATA', records: [ACTOR] },
        ],
      },
      'sheets 2, sheet: "DATA"; stands twice; put its records together',
    ],
  ])('%s', (_what, input, problem) => {
    const [found, ...more] = told(input);
    expect(more).toEqual([]);
    expect(found?.slice(0, problem.length)).toBe(problem);
  });

  test('all of them at once', () => {
    const bad = withField(withField(ACTOR, 'nmae', { column: 'X' }), 'kind', { constant: 'FIRM' });
    expect(told(mappingOf(bad, { ...PROGRAM, as: 'actor' }))).toHaveLength(3);
  });

  test.each([null, 'text', 3, []])('of something that is no mapping: %j', (input) =>
    expect(problemsOf(input)[0]).toMatchObject({ place: 'mapping', code: 'BAD_USER_INPUT' }),
  );
});

describe('a header', () => {
  const mapping = checkMapping(mappingOf(withField(ACTOR, 'url', { column: 'Web', optional: true })));

  test('that lacks a column is told before the first row, with the nearest one', () =>
    expect(checkHeader(mapping, 'Data', ['Namaa', 'Kota']).problems).toEqual([
      {
        code: 'BAD_USER_INPUT',
        place: 'sheets 1, records 1, fields, name',
        value: 'sheet "Data" has no column "Nama"',
        remedy: 'perhaps Namaa; write one of Namaa, Kota',
      },
    ]));

  test('may have capitals, a star and columns that nothing reads, which are named', () =>
    expect(checkHeader(mapping, null, ['NAMA *', 'Kota', ''])).toEqual({ problems: [], unread: ['Kota'] }));

  test('of a sheet that the mapping leaves alone is not checked', () => {
    const named = checkMapping({ ...mapping, sheets: [{ ...mapping.sheets[0], sheet: 'Data' }] });
    expect(checkHeader(named, 'Petunjuk', ['x'])).toEqual({ problems: [], unread: [] });
  });
});
