import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { fold } from '../../src/domain/names.js';
import { FOLDER, Malang } from './malang.js';

/**
 * Facts carry over from the articles, sentences do not. The articles are not in the repository; their fingerprints
 * are (scripts/fingerprint-articles.mjs). A run of words that is found there is excused only when names, headlines
 * and titles of posts cover every word of it: nobody can say "Kepala Bagian Organisasi" in other words.
 */
const folder = new URL('../fixtures/articles/', import.meta.url);
interface Fingerprint {
  readonly probe: string;
  readonly runs: Readonly<Record<string, string>>;
}
const fingerprints: Fingerprint[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);
const KNOWN = new Map(
  [12, 8].map((length) => [
    length,
    new Set(fingerprints.flatMap(({ runs }) => runs[String(length)]?.split(' ') ?? [])),
  ]),
);
const known = (length: number): ReadonlySet<string> => KNOWN.get(length) ?? new Set();

const words = (text: string) => fold(text).split(' ').filter(Boolean);
const hash = (run: readonly string[]) => createHash('sha256').update(run.join(' ')).digest('hex').slice(0, 8);

/** The copied runs of that length in a text, as words, but for those that consist of names. */
function copiedRuns(
  text: string,
  length: number,
  names: readonly string[][],
  hashes: ReadonlySet<string> = known(length),
): string[] {
  const list = words(text);
  const starts = [...list.keys()].filter((at) => at + length <= list.length);
  const found = starts.filter((at) => hashes.has(hash(list.slice(at, at + length))));
  const inName = found.length === 0 ? [] : wordsInNames(list, names);
  return found
    .filter((at) => inName.slice(at, at + length).includes(false))
    .map((at) => list.slice(at, at + length).join(' '));
}

/** Of each word, whether it stands within a name. */
function wordsInNames(list: readonly string[], names: readonly string[][]): boolean[] {
  const inName = list.map(() => false);
  for (const name of names)
    for (let at = 0; at + name.length <= list.length; at++)
      if (name.every((word, offset) => list[at + offset] === word)) inName.fill(true, at, at + name.length);
  return inName;
}

let malang: Malang;
let names: string[][];
beforeAll(async () => {
  malang = await Malang.read();
  names = malang.records
    .flatMap((record) => {
      if ('name' in record) return [record.name, ...record.aliases, ...record.abbreviations];
      if (record.type === 'source') return [record.title];
      return record.type === 'claim' && record.position !== null ? [record.position] : [];
    })
    .map(words);
});

function texts(): string[] {
  const prose = readFileSync(join(FOLDER, 'SOURCES.md'), 'utf8').split('\n\n');
  const recorded = malang.records
    .flatMap((record) => [
      record.note,
      record.noteEn,
      ...('description' in record ? [record.description, record.descriptionEn] : []),
      ...('contributions' in record ? record.contributions.map(({ description }) => description) : []),
      ...record.evidence.flatMap(({ paraphrase, paraphraseEn }) => [paraphrase, paraphraseEn]),
    ])
    .filter((text) => text !== null);
  return [...recorded, ...prose];
}

test('the fingerprints fold words as the domain does', () => {
  const probe = hash(
    words('Café “Ngalam” — it’s ONE run: of twelve words, folded; the Same way').slice(0, 12),
  );
  expect(fingerprints).toHaveLength(5);
  for (const fingerprint of fingerprints) expect(fingerprint.probe.split(' ')[0]).toBe(probe);
});

test.each([12, 8])('no text copies %i words in a row from an article', (length) => {
  expect(known(length).size).toBeGreaterThan(1000);
  expect(texts().length).toBeGreaterThan(1000);
  expect(texts().flatMap((text) => copiedRuns(text, length, names))).toEqual([]);
});

test('a copied run is found, and a run of names is not', () => {
  const text = 'In Jejak, each claim says where it was read, and who wrote it down.';
  const hashes = new Set([hash(words('jejak each claim says where it was read'))]);
  expect(copiedRuns(text, 8, [], hashes)).toEqual(['jejak each claim says where it was read']);
  expect(copiedRuns(text, 8, [words('Jejak')], hashes)).toHaveLength(1);
  expect(copiedRuns(text, 8, [words('jejak, each claim says'), words('where it was read')], hashes)).toEqual(
    [],
  );
});
