const memo = new Map<string, string>();

/**
 * The form that old and new spellings of a word share (Soewandi 1947 and before, EYD 1972): Djoko and Joko, Tjandra and
 * Candra, Wahju and Wahyu, Achmad and Ahmad, Rudy and Rudi, Bhakti and Bakti. j and y fall together, because the old j
 * is the new y; so the form serves comparison and is not a spelling.
 */
export function oldSpelling(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (memo.size > 50_000) memo.clear();
  const spelling = word
    .replaceAll('tj', 'c')
    .replaceAll('dj', 'j')
    .replaceAll('nj', 'ny')
    .replace(/^ch/, 'c')
    .replace(/(ch|kh)/g, 'h')
    .replace(/([bdtgs])h/g, '$1')
    .replaceAll('j', 'y')
    .replaceAll('z', 's')
    .replaceAll('v', 'f')
    .replace(/i[iy](?=[aiueo])/g, 'i')
    .replace(/ie/g, 'i')
    .replace(/y$/, 'i')
    .replace(/(.)\1+/g, '$1');
  memo.set(word, spelling);
  return spelling;
}
