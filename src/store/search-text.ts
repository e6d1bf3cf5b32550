import { RECORD_TYPES, type RecordType } from '../domain/kinds.js';
import { fold, nameWords } from '../domain/names.js';
import type { Identifier } from '../domain/records.js';
import { OWNER_ROLES } from '../domain/relations.js';
import { remember } from '../domain/remember.js';
import { queryWords } from '../domain/search-rank.js';
import {
  clearSearchText,
  dependents,
  type SearchSourceRow,
  searchSourceRow,
  searchSources,
  writeSearchText,
} from './cypher/search.js';
import type { Run } from './port.js';

/** Awards are found through their achievements; claims and what is said of records have no name. */
const UNSEARCHED: readonly RecordType[] = ['award', 'claim', 'judgement', 'comment'];
export const SEARCHED = RECORD_TYPES.filter((type) => !UNSEARCHED.includes(type));

/**
 * What people call a thing of that type or kind beside its name: "inovasi puskesmas janti", "isu banjir". Actors have
 * none, because "organisasi" and "orang" are words of their names and posts.
 */
const KIND_WORDS: Readonly<Record<string, readonly string[]>> = {
  achievement: ['Penghargaan', 'Award'],
  issue: ['Isu prioritas', 'Issue'],
  PROGRAM: ['Program'],
  INNOVATION: ['Inovasi', 'Innovation'],
  CSR_PROJECT: ['Proyek TSP', 'CSR'],
  SERVICE: ['Layanan', 'Service'],
  COMPETITION: ['Kompetisi', 'Lomba', 'Competition'],
  EVENT: ['Acara', 'Event'],
  POLICY: ['Kebijakan', 'Policy'],
  PROPOSAL: ['Usulan', 'Proposal'],
  PROVINCE: ['Provinsi', 'Province'],
  CITY: ['Kota', 'City'],
  KECAMATAN: ['Kecamatan', 'District'],
  KELURAHAN: ['Kelurahan'],
};

/** What is kept on a record to find and rank it. */
export interface SearchText {
  readonly id: string;
  readonly names: readonly string[];
  readonly context: readonly string[];
  readonly grams: string;
}

/** Brings search texts up to date: those of `own`, and those of whatever names one of `renamed` in its text. */
export async function refreshSearchText(
  run: Run,
  own: readonly string[],
  renamed: readonly string[],
): Promise<void> {
  const rows = renamed.length === 0 ? [] : await run(dependents, { ids: renamed, owners: OWNER_ROLES });
  const ids = new Set([...own, ...renamed, ...rows.flatMap((row) => row.dependents as string[])]);
  if (ids.size > 0) await rebuildSearchText(run, [...ids]);
}

/** Writes the search texts of the records anew. */
export async function rebuildSearchText(run: Run, ids: readonly string[]): Promise<void> {
  const sources = await run(searchSources, { ids, owners: OWNER_ROLES, types: SEARCHED });
  if (sources.length < ids.length) await run(clearSearchText, { ids });
  if (sources.length > 0)
    await run(writeSearchText, { rows: sources.map((row) => searchText(searchSourceRow.parse(row))) });
}

/** The search text of what is searched. */
export function searchText(row: SearchSourceRow): SearchText {
  const names = distinct([...row.names, ...row.formerNames.flat()]);
  const posts = row.posts.flatMap(([position, positionEn, ...dates]) =>
    [position, positionEn].flatMap((post) => (post === null ? [] : [[post, ...years(dates)].join(' ')])),
  );
  const kinds = [row.type, row.kind ?? ''].flatMap((word) => KIND_WORDS[word] ?? []);
  const context = distinct([
    ...row.fields,
    ...row.context.flat(),
    ...posts,
    ...years(row.dates),
    ...kinds,
  ]).sort();
  const known = [...identifiersOf(row), row.code ?? ''];
  return { id: row.id, names, context, grams: gramsOf([...names, ...context], known) };
}

/** What other systems call a thing; the store keeps identifiers as JSON (`rows.ts`). */
export function identifiersOf({ identifiers }: { readonly identifiers: string | null }): string[] {
  return (JSON.parse(identifiers ?? '[]') as Identifier[]).map(({ id }) => id);
}

/** The years that dates name, each once and in order: people add them to what they look for. */
function years(dates: ReadonlyArray<string | null>): string[] {
  return [...new Set(dates.flatMap((date) => date?.match(/\d{4}/g) ?? []))].sort();
}

/** Each text once, in one order on both engines: a collected list has none of its own. The first stays first. */
function distinct(texts: ReadonlyArray<string | null>): string[] {
  const [first, ...rest] = [...new Set(texts.filter((text) => text !== null))];
  return first === undefined ? [] : [first, ...rest.sort()];
}

/** Lucene refuses a query of more than 1,024 parts. Two hundred characters make fewer, unless folding spells them out. */
const MAX_GRAMS = 600;

/**
 * What a query shares with the index (`gramsOf`) when it names a thing, also with a typing error, a space too many or
 * too few, or only the beginning of a word. Empty when there is nothing to look for.
 */
export function queryGrams(query: string): string {
  const words = queryWords(query);
  const all = [...words, ...neighbours(words)];
  const found = new Set([...all.map(whole), ...identifier(query), ...all.flatMap(runs)]);
  return [...found].slice(0, MAX_GRAMS).join(' ');
}

/**
 * Texts as the engines index them: each word of their comparison form whole, neighbours as one word, and the runs of
 * three letters in each word, so that a word with a typing error still shares most of them. Identifiers are indexed
 * whole, and by their words for those who type a code halfway.
 */
export function gramsOf(texts: readonly string[], identifiers: readonly string[] = []): string {
  const found = new Set<string>();
  for (const text of texts) {
    const words = nameWords(text);
    for (const word of words) for (const gram of gramsOfWord(word)) found.add(gram);
    for (const word of neighbours(words)) found.add(whole(word));
  }
  for (const id of identifiers.filter(Boolean))
    for (const gram of [...identifier(id), ...fold(id).split(' ').map(whole)]) found.add(gram);
  return [...found].join(' ');
}

// The marks w, g and i keep words, runs and identifiers apart in one index, and longer than the shortest word an
// engine indexes.
const whole = (word: string) => `w${word}`;
const identifier = (text: string) => {
  const bare = fold(text).replaceAll(' ', '');
  return bare === '' ? [] : [`i${bare}`];
};

function runs(word: string): string[] {
  // The mark at the beginning makes it weigh more: people rarely mistype it, and finish words last.
  const padded = `0${word}`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => `g${padded.slice(at, at + 3)}`);
}

/** Names share words, so that those of a few thousand serve a whole import. */
const gramsOfWord = remember((word) => [whole(word), ...runs(word)], 5_000);

function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`);
}
