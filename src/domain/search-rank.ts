import { compareText } from './dates.js';
import { editDistance, nameKey, nameWords } from './names.js';

/**
 * Ranking of search candidates: pure, so that every engine gives the same order.
 *
 * Definition. The query and every text of a candidate are cut into words of their comparison form (names.ts: case,
 * diacritics, titles and old spellings are gone). For query words q and the texts T of one candidate:
 *
 *     sim(q, t)    1                      the same word
 *                  0.70 + 0.25·|q|/|t|    q begins t (2 letters or more; 3 digits or more for a number)
 *                  1 − 0.2·edits          0 edits allowed under 4 letters, 1 from 4, 2 from 8; none with a digit
 *                  0                      otherwise
 *                  A space too many or too few costs 5%: two neighbours are also compared as one word.
 *     C(T)         share of the letters of T that the query names
 *     field(T)     1 for a name, 0.6 + 0.3·C(T) for context
 *     found(q)     best field(T)·sim(q, t) over all words of all texts
 *     weight(q)    ln(1 + N / max(df, 3)): N candidates with any word of the query, df of them with this one
 *     F            Σ weight·found / Σ weight: how well the candidate answers the query, over all its texts
 *     P            the same share with found(q) > 0 counted as 1: how much of the query it answers at all
 *     fit(T)       field(T)·(0.5 + 0.5·C(T)) × the same share within T alone; the best-fitting text is `matchedName`
 *     core         P·min(F, field(T))·(0.5 + 0.5·C(T)) with the best-fitting T
 *     score        0.5 + 0.5·core when no significant word is missing, otherwise 0.5·core; 1 for the same name key
 *                  or identifier
 *
 * Reasons. A name beats the same words in context, since "singo" means the innovation before the award it won. C
 * beats long names that merely contain the words, so that "wali kota" means who holds that post before an article
 * about one; context that the query names whole is worth almost a name. Context is pooled with names in F, so that
 * "top 25 singo" finds the achievement by its name and its recipient together. Rarity makes "kota malang" weigh
 * little where everything is of Kota Malang; the floor of 3 says that a handful of candidates is too small a sample to
 * tell rare from rarer, and keeps one mistyped word from outweighing the rest. A word is significant when it weighs at
 * least half of the heaviest; the two halves of the scale keep candidates that miss one below all that miss none.
 *
 * Threshold. A candidate is a hit when it has a significant word and P is at least a third. One of three equally rare
 * words is enough ("top 25 singo" still lists SINGO itself, last), one of four is not; and where the telling word is
 * unknown ("antariksa malang"), the common ones alone find nothing.
 *
 * Identifiers (dataset keys, Kemendagri codes) count as a whole only, since their parts are no names; a code also by
 * its beginning. Function words (dan, di, of) are left out of a query that has others. Complexity: O(words of query ×
 * distinct words of the candidates) comparisons.
 */
export interface Candidate {
  readonly id: string;
  /** The first is the one people see; equal scores are ordered by it. */
  readonly names: readonly string[];
  /** What else people look for it by: an award's category, an owner, a post. */
  readonly context: readonly string[];
  readonly identifiers?: readonly string[];
}

export interface Ranked {
  readonly id: string;
  /** 0 to 1, comparable within one answer only; rounded so that equal means equal on every machine. */
  readonly score: number;
  /** The name, context text or identifier that fits the query best, as written. */
  readonly matchedName: string;
}

const JOINED = 0.95;
/** A third, less what adding up three equal weights may lose. */
const THRESHOLD = 0.33;
const FEW = 3;
const FUNCTION_WORDS = new Set(
  'dan di ke dari yang untuk oleh pada dengan dalam atau the of and in for by at'.split(' '),
);

interface Text {
  readonly text: string;
  readonly key: string;
  /** How much the text tells of the thing. */
  readonly field: number;
  /** By query word: the best similarity to a word of this text. */
  readonly found: readonly number[];
  readonly coverage: number;
}
type Verdict = Omit<Ranked, 'id'>;

/** The candidates that are hits, best first. Ties: score, then the key of the first name, then id. */
export function rank(query: string, candidates: readonly Candidate[]): Ranked[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const comparisons = memoised((word) => memoised((target) => similarity(word, target)));
  const matching = memoised((text) => match(words, text, (word, target) => comparisons(word)(target)));
  const matched = candidates.map((candidate) => {
    const names = candidate.names.map(matching);
    const texts = [...names, ...candidate.context.map((text) => asContext(matching(text)))];
    const found = words.map((_, q) => Math.max(0, ...texts.map((text) => text.field * (text.found[q] ?? 0))));
    return { candidate, names, texts, found };
  });
  const weights = weigh(matched.map(({ found }) => found).filter((found) => found.some((sim) => sim > 0)));
  const key = nameKey(query);
  return matched
    .flatMap(({ candidate: { id, identifiers = [] }, names, texts, found }) => {
      const same = names.find((name) => name.key === key);
      const verdicts: Array<Verdict | null> =
        same === undefined
          ? [identified(query, identifiers), judge(weights, texts, found)]
          : [{ score: 1, matchedName: same.text }];
      const [best] = verdicts.filter((verdict) => verdict !== null).sort((a, b) => b.score - a.score);
      return best === undefined ? [] : [{ ...best, id, key: names[0]?.key ?? '' }];
    })
    .sort((a, b) => b.score - a.score || compareText(a.key, b.key) || compareText(a.id, b.id))
    .map(({ id, score, matchedName }) => ({ id, score, matchedName }));
}

/** The words of a query that can find something; none for a query of punctuation. */
export function queryWords(query: string): string[] {
  const words = [...new Set(nameWords(query))];
  const telling = words.filter((word) => !FUNCTION_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** The identifier that is the query, or else the code that begins with it. */
function identified(query: string, identifiers: readonly string[]): Verdict | null {
  const typed = query.trim().toLowerCase();
  const same = identifiers.find((id) => id.toLowerCase() === typed);
  if (same !== undefined) return { score: 1, matchedName: same };
  const below = /^\d+\.[\d.]*$/.test(typed) ? identifiers.find((id) => id.startsWith(typed)) : undefined;
  if (below === undefined) return null;
  return { score: round(0.5 + (0.5 * typed.length) / below.length), matchedName: below };
}

function judge(weights: readonly number[], texts: readonly Text[], found: readonly number[]): Verdict | null {
  const total = sum(weights);
  const share = (sims: readonly number[]) => sum(sims.map((sim, q) => sim * (weights[q] ?? 0))) / total;
  const significant = Math.max(...weights) / 2;
  const missing = found.filter((sim, q) => sim === 0 && (weights[q] ?? 0) >= significant).length;
  const telling = weights.filter((weight) => weight >= significant).length;
  const answered = share(found.map((sim) => (sim > 0 ? 1 : 0)));
  if (missing === telling || answered < THRESHOLD) return null;
  const fits = texts.map((text) => text.field * share(text.found) * closeness(text.coverage));
  const best = texts[fits.indexOf(Math.max(...fits))];
  if (best === undefined) return null;
  const core = answered * Math.min(share(found), best.field) * closeness(best.coverage);
  return { score: round((missing === 0 ? 0.5 : 0) + 0.5 * core), matchedName: best.text };
}

const closeness = (coverage: number) => 0.5 + 0.5 * coverage;
const asContext = (text: Text): Text => ({ ...text, field: 0.6 + 0.3 * text.coverage });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const round = (score: number) => Math.round(score * 1e6) / 1e6;

/** The weight of each query word, from what the candidates that have any of them have of it. */
function weigh(rows: ReadonlyArray<readonly number[]>): number[] {
  const [first = []] = rows;
  return first.map((_, q) => {
    const having = rows.filter((found) => (found[q] ?? 0) > 0).length;
    return Math.log(1 + rows.length / Math.max(having, FEW));
  });
}

type Compare = (query: string, word: string) => number;

/** Finds each query word in a text, also across a space too many or too few. */
function match(words: readonly string[], text: string, compare: Compare): Text {
  const targets = nameWords(text);
  const [pairs, targetPairs] = [neighbours(words), neighbours(targets)];
  const found = words.map(() => 0);
  const covered = targets.map(() => 0);
  for (const [q, word] of words.entries())
    for (const [t, target] of targets.entries()) {
      const sim = compare(word, target);
      const [pair, targetPair] = [pairs[q], targetPairs[t]];
      const split = targetPair !== undefined && word.length > target.length ? compare(word, targetPair) : 0;
      const merged = pair !== undefined && target.length > word.length ? compare(pair, target) : 0;
      raise(found, q, Math.max(sim, JOINED * split, JOINED * merged));
      raise(covered, t, Math.max(sim, JOINED * split, JOINED * merged));
      if (split > 0) raise(covered, t + 1, JOINED * split);
      if (merged > 0) raise(found, q + 1, JOINED * merged);
    }
  const letters = sum(targets.map((target) => target.length));
  const named = sum(targets.map((target, t) => target.length * (covered[t] ?? 0)));
  return { text, key: targets.join(' '), field: 1, found, coverage: letters === 0 ? 0 : named / letters };
}

const neighbours = (words: readonly string[]) =>
  words.slice(1).map((word, index) => `${words[index]}${word}`);

function raise(list: number[], at: number, sim: number): void {
  if (sim > (list[at] ?? 0)) list[at] = sim;
}

/** Answers each question once: candidates share most of their words, and many of their texts. */
function memoised<T>(work: (a: string) => T): (a: string) => T {
  const known = new Map<string, T>();
  return (a) => {
    let answer = known.get(a);
    if (answer === undefined) {
      answer = work(a);
      known.set(a, answer);
    }
    return answer;
  };
}

/** How well one word stands for another: the table at the top. */
function similarity(query: string, word: string): number {
  if (query === word) return 1;
  const number = /\d/.test(query);
  if (query.length >= (number ? 3 : 2) && word.startsWith(query))
    return 0.7 + (0.25 * query.length) / word.length;
  if (number || /\d/.test(word)) return 0;
  const shorter = Math.min(query.length, word.length);
  const allowed = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
  const edits = allowed === 0 ? 1 : editDistance(query, word, allowed);
  return edits > allowed ? 0 : 1 - 0.2 * edits;
}
