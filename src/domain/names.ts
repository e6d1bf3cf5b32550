import { remember } from './remember.js';

/**
 * Comparing names as people of Malang write them. Names are folded, never stemmed: Indonesian stemmers turn
 * "perbankan" into "perban" and "Bekasi" into "bekas".
 */

/** Titles, degrees and forms of address that are not part of a name, folded: folding turns their dots into spaces. */
const TITLES = [
  'drs|dra|dr|drg|ir|prof|h|hj|hm|h m|kh|bapak|bpk|ibu|pak|bu',
  'se|sh|mh|mm|msi|mt|mtr|ma|mpd|spd|ssos|sip|stp|skom|mkom|phd|msc|mba|st|mkes|sstp',
  's e|s h|m h|m m|m si|m t|m tr han|m tr|m a|m pd|s pd|s sos|s ip|ph d|m sc|m kom|s kom|s t|m ap|m kes|s stp',
].flatMap((titles) => titles.split('|'));

/**
 * Military and police ranks, alone and before the name of the service. "Jenderal" and "TNI" by themselves stay, since
 * a Direktorat Jenderal is one and a street has the name; "mayor" stays because it is English for wali kota.
 */
const RANKS =
  'brigadir jenderal|mayor jenderal|letnan jenderal|letnan kolonel|brigjen|mayjen|letjen|kolonel|letkol|kombes|akbp'
    .split('|')
    .flatMap((rank) => [rank, `${rank} tni`, `${rank} pol`, `${rank} polisi`]);

/** Spellings that mean the same, folded: what is met on the left reads as on the right. */
const SPELLINGS: ReadonlyArray<readonly [string, string]> = [
  ['kedung kandang', 'kedungkandang'],
  ['tasik madu', 'tasikmadu'],
  ['karang besuki', 'karangbesuki'],
  ['pisang candi', 'pisangcandi'],
  ['cemoro kandang', 'cemorokandang'],
  ['bakalan krajan', 'bakalankrajan'],
  ['tanjung rejo', 'tanjungrejo'],
  ['bandung rejosari', 'bandungrejosari'],
  ['kota lama', 'kotalama'],
  ['kidul dalem', 'kiduldalem'],
  ['inovation', 'innovation'],
  ['moch', 'mochamad'],
  ['moh', 'mochamad'],
  ['mohammad', 'mochamad'],
  ['mohamad', 'mochamad'],
  ['mochammad', 'mochamad'],
  ['muhammad', 'mochamad'],
  ['muhamad', 'mochamad'],
  ['muh', 'mochamad'],
  ['walikota', 'wali kota'],
  ['wawali', 'wakil wali kota'],
  ['pemkot', 'pemerintah kota'],
  ['pemprov', 'pemerintah provinsi'],
  ['pemda', 'pemerintah daerah'],
  ['jatim', 'jawa timur'],
  ['sekda', 'sekretaris daerah'],
  ['setda', 'sekretariat daerah'],
  ['kadis', 'kepala dinas'],
  ['kabag', 'kepala bagian'],
  // Not titles: who is acting in a post must stay apart from who holds it.
  ['pj', 'penjabat'],
  ['plt', 'pelaksana tugas'],
  ['plh', 'pelaksana harian'],
];

/** What each word or group of words becomes; a title becomes nothing. */
const REWRITES = new Map([...[...TITLES, ...RANKS].map((title) => [title, ''] as const), ...SPELLINGS]);
/** As many names as a batch of rows holds. */
const REMEMBERED = 10_000;
const LONGEST_REWRITE = 3;
const FIRST_WORDS = new Set(Array.from(REWRITES.keys(), (group) => group.split(' ')[0]));

/** Lower case, no diacritics, punctuation as spaces: "Wali-Kota MALANG" and "wali kota malang" are one. */
export const fold = remember(
  (text) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .replace(/['‘’ʼ`]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  REMEMBERED,
);

/**
 * The form in which names are compared: folded, old spellings brought up to date (Boedi as Budi), titles and degrees
 * left out. A name made of titles only keeps them. Idempotent: `nameKey(nameKey(x)) === nameKey(x)`.
 */
export function nameKey(name: string): string {
  return nameWords(name).join(' ');
}

/** The words of a name's comparison form; a search compares these. */
export const nameWords: (name: string) => readonly string[] = remember(wordsOf, REMEMBERED);

function wordsOf(name: string): string[] {
  let words = fold(name).replaceAll('oe', 'u').split(' ').filter(Boolean);
  for (;;) {
    const next = rewrite(words);
    if (next.length === 0 || next.join(' ') === words.join(' ')) return words;
    // Once more: without a title, two words are neighbours that are one spelling ("Kedung, H. Kandang"). It ends,
    // because a rewrite either shortens the list or puts words that no rewrite takes apart.
    words = next;
  }
}

/** Rewrites from left to right, the longest group first. */
function rewrite(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = rewritable(words, at);
    const group = words.slice(at, at + length).join(' ');
    const written = length === 0 ? (words[at] ?? '') : (REWRITES.get(group) ?? '');
    if (written !== '') result.push(...written.split(' '));
    at += Math.max(1, length);
  }
  return result;
}

/** How many words from there on are rewritten together; most words begin no group, and that is asked first. */
function rewritable(words: readonly string[], at: number): number {
  if (!FIRST_WORDS.has(words[at] ?? '')) return 0;
  const lengths = Array.from({ length: LONGEST_REWRITE }, (_, index) => LONGEST_REWRITE - index);
  return lengths.find((length) => REWRITES.has(words.slice(at, at + length).join(' '))) ?? 0;
}

/**
 * Edits (insert, delete, replace, exchange of neighbours) that turn one word into another: optimal string
 * alignment distance. Stops at `limit` and answers `limit + 1` from there on.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
