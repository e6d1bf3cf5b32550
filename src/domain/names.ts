/**
 * Comparing names as people of Malang write them. Names are folded, never stemmed: Indonesian stemmers turn
 * "perbankan" into "perban" and "Bekasi" into "bekas".
 */

/**
 * Titles and degrees that are not part of a name, folded, each as the words it leaves behind. Those made of
 * several short words ("s e", "m si") are written out because folding removes their dots.
 */
const TITLES = [
  ['drs', 'dra', 'dr', 'drg', 'ir', 'prof', 'h', 'hj', 'hm', 'kh', 'bapak', 'bpk', 'ibu', 'pak', 'bu'],
  [
    'se',
    'sh',
    'mh',
    'mm',
    'msi',
    'mt',
    'mtr',
    'ma',
    'mpd',
    'spd',
    'ssos',
    'sip',
    'stp',
    'skom',
    'mkom',
    'phd',
  ],
  ['brigjen', 'tni', 'letjen', 'mayjen', 'kolonel', 'pj', 'plt', 'msc', 'mba', 'st'],
].flat();
const TITLE_WORDS = new Set(TITLES);
const SPLIT_TITLES =
  /(?<=^|\s)(?:s e|s h|m h|m m|m si|m t|m tr han|m tr|m a|m pd|s pd|s sos|s ip|ph d|m sc|m kom|s kom|s t)(?=\s|$)/g;

/** Spellings that mean the same word, folded: what is met on the left reads as on the right. */
const OLD_SPELLINGS: ReadonlyArray<readonly [string, string]> = [
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
  ['muhammad', 'mochamad'],
  ['muh', 'mochamad'],
  ['soekarno', 'sukarno'],
  ['soekarwo', 'sukarwo'],
  ['pemkot', 'pemerintah kota'],
  ['pemprov', 'pemerintah provinsi'],
  ['pemda', 'pemerintah daerah'],
  ['jatim', 'jawa timur'],
];
const SPELLINGS = OLD_SPELLINGS.map(
  ([from, to]) => [new RegExp(`(?<=^|\\s)${from}(?=\\s|$)`, 'g'), to] as const,
);

/** Lower case, no diacritics, punctuation as spaces: "Wali-Kota MALANG" and "wali kota malang" are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The form in which names are compared: folded, old spellings brought up to date, titles and degrees left out.
 * A name made of titles only keeps them. Idempotent: `nameKey(nameKey(x)) === nameKey(x)`.
 */
export function nameKey(name: string): string {
  const modern = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), fold(name));
  const words = modern.replace(SPLIT_TITLES, ' ').split(/\s+/).filter(Boolean);
  const bare = words.filter((word) => !TITLE_WORDS.has(word));
  return (bare.length > 0 ? bare : words).join(' ') || modern;
}

/** The words of a name's comparison form; a search compares these. */
export function nameWords(name: string): string[] {
  return nameKey(name).split(' ').filter(Boolean);
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
