import { isKnown, LITTLE, type ParsedName } from './identity-names.js';
import { oldSpelling } from './identity-spelling.js';
import { editDistance } from './names.js';

/** What two names share, word by word. */
export interface Alignment {
  /** Soft Dice coefficient of the words by what they tell: twice what is shared, by all there is in both; 0 to 1. */
  readonly overlap: number;
  /** Words that stand for each other though not spelt alike, each pair as written in the comparison form. */
  readonly respelt: ReadonlyArray<readonly [string, string]>;
  readonly mistyped: ReadonlyArray<readonly [string, string]>;
  /** Telling words (no class, level, unit or post) that the other name lacks. */
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
}

interface Link {
  readonly l: number;
  readonly r: number;
  readonly likeness: Likeness;
}
interface Likeness {
  readonly share: number;
  readonly by: 'same' | 'spelling' | 'initial' | 'typing';
}

/**
 * Pairs off the words of two names, the most alike first, each word once. A space too many or too few is mended before.
 * O(words × words) comparisons of words.
 */
export function align(left: ParsedName, right: ParsedName, person: boolean): Alignment {
  const a = joined(left, right);
  const b = joined(right, left);
  const links = linksOf(a.words, b.words, person);
  const [usedLeft, usedRight] = [new Set(links.map(({ l }) => l)), new Set(links.map(({ r }) => r))];
  const shared = sum(
    links.map(({ l, r, likeness }) => Math.min(a.weights[l] ?? 0, b.weights[r] ?? 0) * likeness.share),
  );
  const lack = (side: Side, used: ReadonlySet<number>) =>
    side.words.map((_, at) => at).filter((at) => !used.has(at));
  const [lackLeft, lackRight] = [lack(a, usedLeft), lack(b, usedRight)];
  const all = sum(a.weights) + sum(b.weights);
  const by = (reason: Likeness['by']) =>
    links
      .filter(({ likeness }) => likeness.by === reason)
      .map(({ l, r }) => [a.words[l] ?? '', b.words[r] ?? ''] as const);
  return {
    overlap: all === 0 ? 0 : (2 * shared) / all,
    respelt: by('spelling'),
    mistyped: by('typing'),
    onlyLeft: telling(a, lackLeft),
    onlyRight: telling(b, lackRight),
  };
}

const telling = ({ words, weights }: Side, at: readonly number[]) =>
  at.filter((index) => (weights[index] ?? 0) > LITTLE).map((index) => words[index] ?? '');
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

interface Side {
  readonly words: readonly string[];
  readonly weights: readonly number[];
}

/** The words of a name, two neighbours as one where the other name writes them as one: "Ni Luh", "Niluh". */
function joined(name: ParsedName, other: ParsedName): Side {
  const merges = (at: number) => other.words.includes(`${name.words[at]}${name.words[at + 1] ?? ' '}`);
  if (!name.words.some((_, at) => merges(at))) return name;
  const words: string[] = [];
  const weights: number[] = [];
  for (let at = 0; at < name.words.length; at++) {
    const merge = merges(at);
    words.push(merge ? `${name.words[at]}${name.words[at + 1]}` : (name.words[at] ?? ''));
    weights.push(merge ? 1 : (name.weights[at] ?? 0));
    if (merge) at++;
  }
  return { words, weights };
}

/** Equal words first, then the most alike: a misspelling must not take the partner of the right spelling. */
function linksOf(left: readonly string[], right: readonly string[], person: boolean): Link[] {
  const found: Link[] = [];
  for (const [l, a] of left.entries())
    for (const [r, b] of right.entries()) {
      const likeness = likenessOf(a, b, person);
      if (likeness !== null) found.push({ l, r, likeness });
    }
  // Of equal ones the first words, in a way that is the same from either side: pairs of one l + r share no word.
  found.sort((x, y) => y.likeness.share - x.likeness.share || x.l + x.r - y.l - y.r);
  const [takenLeft, takenRight] = [new Set<number>(), new Set<number>()];
  return found.filter(({ l, r }) => {
    if (takenLeft.has(l) || takenRight.has(r)) return false;
    takenLeft.add(l);
    takenRight.add(r);
    return true;
  });
}

/** More than that no old spelling adds to a word, and no two typing errors. */
const MOST_LETTERS_MORE = 3;
const SAME: Likeness = { share: 1, by: 'same' };
const RESPELT: Likeness = { share: 0.95, by: 'spelling' };
const INITIAL: Likeness = { share: 0.9, by: 'initial' };

/**
 * How well one word stands for another, or null when it does not. One edit is forgiven from five letters, two from
 * eight, and none in the first letter, where people hardly err. Two words that are both known are never mistyped.
 */
function likenessOf(a: string, b: string, person: boolean): Likeness | null {
  if (a === b) return SAME;
  if (a.length === 1 || b.length === 1) return person && a[0] === b[0] ? INITIAL : null;
  if (Math.abs(a.length - b.length) > MOST_LETTERS_MORE || (isKnown(a) && isKnown(b))) return null;
  if (oldSpelling(a) === oldSpelling(b)) return RESPELT;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0]) return null;
  const allowed = shorter < 8 ? 1 : 2;
  const edits = editDistance(a, b, allowed);
  if (edits > allowed || (person && otherEnding(a, b))) return null;
  return { share: 1 - 0.15 * edits, by: 'typing' };
}

/** Endings tell women from men and one name from the next: Hidayat, Hidayati; Wahyudi, Wahyuni; Rina, Rini. */
function otherEnding(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  return a.length === b.length && a.slice(0, -2) === b.slice(0, -2);
}
