/**
 * Writes test/fixtures/articles/<name>.json for each article (.txt) of a folder, so that a test can tell whether a
 * text copies from the articles although the repository does not hold them:
 *
 *   node scripts/fingerprint-articles.mjs <folder of articles> [folder of fixtures]
 *
 * A fixture holds the sha256 of the file, the number of paragraphs (non-empty lines, counted from 1) and, for every
 * run of 12 and of 8 folded words within a paragraph, the first 8 hexadecimal digits of its sha256.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, exit } from 'node:process';

const RUNS = [12, 8];

const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** The words of a text, folded as src/domain/names.ts folds; `probe` in the fixture lets the test compare the two. */
const words = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);

const hashesOf = (list, length) =>
  list.slice(length - 1).map((_, start) => sha256(list.slice(start, start + length).join(' ')).slice(0, 8));

const PROBE = 'Café “Ngalam” — it’s ONE run: of twelve words, folded; the Same way';

const [folder, target = 'test/fixtures/articles'] = argv.slice(2);
if (folder === undefined) {
  console.error('say which folder holds the articles: node scripts/fingerprint-articles.mjs <folder>');
  exit(2);
}
const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
if (files.length === 0) {
  console.error(`${folder} holds no .txt files; give the folder of articles`);
  exit(2);
}
await mkdir(target, { recursive: true });
for (const file of files) {
  const bytes = await readFile(join(folder, file));
  const paragraphs = bytes
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const runs = RUNS.map((length) => {
    const hashes = paragraphs.flatMap((paragraph) => hashesOf(words(paragraph), length));
    return [length, [...new Set(hashes)].sort().join(' ')];
  });
  const fixture = {
    file,
    sha256: sha256(bytes),
    paragraphs: paragraphs.length,
    probe: hashesOf(words(PROBE), 12).join(' '),
    runs: Object.fromEntries(runs),
  };
  await writeFile(join(target, file.replace(/\.txt$/, '.json')), `${JSON.stringify(fixture, null, 2)}\n`);
}
console.log(`${files.length} articles fingerprinted in ${target}`);
