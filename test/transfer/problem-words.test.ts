import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ts from 'typescript';
import { show } from '../../src/domain/errors.js';
import { RELATIONS } from '../../src/domain/relations.js';
import { PATTERNS } from '../../src/transfer/problem-patterns.js';
import { indonesianOf, inIndonesian, placeInIndonesian } from '../../src/transfer/problem-words.js';
import { mustBeIndonesian } from '../support/indonesian.js';

describe('a place', () => {
  test.each([
    ['sheet "Usulan", row 14, column "Mulai"', 'lembar "Usulan", baris 14, kolom "Mulai"'],
    ['row 2, columns "Hari", "Bulan"', 'baris 2, kolom "Hari", "Bulan"'],
    ['row 3, column "row", the mapping', 'baris 3, kolom "row", pemetaan'],
    ['sheet "the "file" row", row 1', 'lembar "the "file" row", baris 1'],
    ['the source of the file', 'sumber berkas ini'],
    ['file "usulan.csv"', 'berkas "usulan.csv"'],
    ['sheets 1, records 2, fields role', 'sheets 1, records 2, fields role'],
  ])('%s', (english, indonesian) => expect(placeInIndonesian(english)).toBe(indonesian));
});

describe('a message', () => {
  test.each([
    ['"32/13/2021" is not a date', '"32/13/2021" bukan tanggal'],
    ['personal data (not shown) is not a name', 'data pribadi (tidak ditampilkan) bukan nama'],
    ['no actor PERSON or initiative is called "X"', 'tidak ada orang atau inisiatif bernama "X"'],
    ['actor ORGANIZATION "DPU"', 'organisasi "DPU"'],
    ['name actor ORGANIZATION/COHORT', 'sebutkan organisasi/kelompok'],
    ['"X" is of kind PERSON', '"X" adalah orang'],
    ['AFFILIATION takes PERSON as subject', 'jabatan memerlukan orang sebagai pihak pertama'],
    [
      'CONFERRAL CREDIT takes actor or initiative as object',
      `${RELATIONS.CONFERRAL.label.id} (${RELATIONS.CONFERRAL.roles.CREDIT?.label.id}) memerlukan pelaku atau inisiatif sebagai pihak kedua`,
    ],
    ['endState ONGOING with end 2021', 'keadaan akhir "masih berlangsung", padahal tanggal selesai 2021'],
    [
      '"MEDIA", but sheet "Pelaku", row 2 says "X", and both rows have the key "7"',
      '"MEDIA", tetapi lembar "Pelaku", baris 2 mengatakan "X", padahal kedua baris memakai kunci "7"',
    ],
    [
      '"Kembar" is the name of 2 records: i-1 (Kembar; program; row 3), i-2 (Kembar; sheet "Usulan", row 4)',
      '"Kembar" adalah nama 2 catatan: i-1 (Kembar; program; baris 3), i-2 (Kembar; lembar "Usulan", baris 4)',
    ],
  ])('%s', (english, indonesian) => expect(indonesianOf(english)).toBe(indonesian));

  test('that no pattern knows stays as it is, and is told to whoever adds it', () => {
    const problem = { place: 'row 2', value: '"x" is too purple', remedy: 'fill it in' };
    expect(inIndonesian(problem)).toEqual({ place: 'baris 2', value: '"x" is too purple', remedy: 'isilah' });
    expect(() => mustBeIndonesian(problem)).toThrow(/too purple/);
    expect(indonesianOf('name something else')).toBeNull();
  });

  test('keeps what it quotes, whatever that is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const quoted = show(text);
        expect(indonesianOf(`${quoted} is not a date`)).toBe(`${quoted} bukan tanggal`);
        expect(placeInIndonesian(`row 1, column ${show(text.replaceAll('"', ''))}`)).toBe(
          `baris 1, kolom ${show(text.replaceAll('"', ''))}`,
        );
      }),
    ));
});

test('every pattern uses in Indonesian what it takes from English, and no English text stands twice', () => {
  const parts = (text: string) => [...text.matchAll(/\{[a-z]+\}/g)].map(String).sort();
  for (const [english, indonesian] of PATTERNS) {
    // What zod says of types means nothing to a clerk.
    if (english.startsWith('Invalid input') || english.startsWith('Too big: expected {type}')) continue;
    expect([english, parts(indonesian)]).toEqual([english, parts(english)]);
  }
  const all = PATTERNS.map(([english]) => english);
  expect(new Set(all).size).toBe(all.length);
});

/** The files in which the messages of an import are written; the others beside them write workbooks. */
const WRITERS = ['comments', 'escape', 'package', 'sheet-xml', 'styles', 'zip'];
const folder = (path: string) =>
  readdirSync(path)
    .filter((name) => !WRITERS.includes(name.replace('.ts', '')))
    .map((name) => `${path}/${name}`);
const SOURCES = [
  ...['cells', 'drafts', 'import', 'mapping', 'plan', 'plan-batch', 'plan-places', 'plan-rows']
    .concat('problem-places', 'read-sheets', 'references')
    .map((name) => `src/transfer/${name}.ts`),
  ...folder('src/transfer/sheets'),
  ...folder('src/transfer/xlsx'),
  ...['records', 'change-set', 'change-references', 'periods'].map((name) => `src/domain/${name}.ts`),
];

/** Prose of these files that is no value or remedy of an import. */
const ELSEWHERE: readonly RegExp[] = [
  // Months, small words and abbreviations.
  /^(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|dan|pt|umkm) /,
  // Places, which are put into Indonesian by themselves; the paths of a mapping and of a record are its own.
  /^(sheets?|records|source,|parties|evidence) \{\}|^(records \{\}, when|source, \{\}|the mapping|the source of the file)$/,
  /^(lembar "\{\}", )?baris \{\}$/,
  // The key of a batch.
  /^\{\} import \{\} \{\}$/,
  // Whoever writes a mapping is told its settings.
  /^no such setting; leave it out$/,
  // Of change sets and judgements that an import does not make: it writes each id once, and none that is taken.
  /^(send at least one operation|\{\} operations|send at most \{\} in one change set)$/,
  /^(write create or update as op|operation \{\} has the same id; write the record once)$/,
  /^(no such field; leave it out|not an id for \{\}; leave ids to the program)$/,
  /^(a claim is retracted instead: write status RETRACTED|is for DISPUTED and RETRACTED, not for \{\})$/,
  /^(it exists already; update it instead|it does not exist; create it first)$/,
  /^(a record is always itself; name two records|judge records of things, not what is said of them)$/,
  /^\{\} can only be the same as another \{\}$/,
];

/** Literals of a file, as prose: what is put into a template is `{}`. */
function proseOf(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'Error') return;
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'JejakError.ofProblems') {
      node.arguments.slice(1).forEach(visit);
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}'));
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  visit(file);
  return found.filter((text) => text.includes(' ') && /[a-z]{2}/.test(text));
}

test('every message of the sources has its Indonesian', () => {
  const known = PATTERNS.map(([english]) => english.replace(/\{[a-z]+\}/g, '{}'));
  const isKnown = (text: string) => {
    const bare = text.replace(/^(\{\}|[\s;])+|(\{\}|[\s;:])+$/g, '');
    const pieces = bare.split('{}').map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return known.some((english) => new RegExp(pieces.join('.*')).test(english));
  };
  const lacking = SOURCES.flatMap((path) =>
    proseOf(path)
      .filter((text) => !isKnown(text) && !ELSEWHERE.some((pattern) => pattern.test(text)))
      .map((text) => `${path}: ${text}`),
  );
  expect(lacking).toEqual([]);
});
