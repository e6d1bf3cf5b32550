import { INSIDE_NAMES, POSTS, SHAPES, type Shape } from './lexicon.js';
import type { NameIndex } from './name-index.js';
import type { SuggestedEnd } from './suggestion.js';
import type { Sentence, Token } from './text.js';

/** Names that nobody knows yet, told from their form: "Dinas …", "PT …", inovasi "…". */

const HEADS = byFirstWord(
  SHAPES.flatMap((shape) => shape.heads.map((words) => ({ words: words.split(' '), shape }))),
);
const POST_HEADS = byFirstWord(POSTS.map(({ words }) => ({ words: words.split(' ') })));
const QUOTES = new Set(['"', '“', '”', '‘', '’', "'"]);
const DAYS = new Set('senin selasa rabu kamis jumat sabtu minggu'.split(' '));
/** A name of more words is more likely a sentence in capitals. */
const LONGEST_NAME = 14;
const LONGEST_PERSON = 4;

interface Phrase {
  readonly words: readonly string[];
}

/** Phrases by their first word, the longest first. */
export function byFirstWord<P extends Phrase>(phrases: readonly P[]): ReadonlyMap<string, readonly P[]> {
  const map = new Map<string, P[]>();
  for (const phrase of [...phrases].sort((a, b) => b.words.length - a.words.length)) {
    const first = phrase.words[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), phrase]);
  }
  return map;
}

/** The longest of the phrases that begins at that token. */
export function phraseAt<P extends Phrase>(
  phrases: ReadonlyMap<string, readonly P[]>,
  tokens: readonly Token[],
  at: number,
): P | null {
  const candidates = phrases.get(tokens[at]?.word ?? '') ?? [];
  return (
    candidates.find(({ words }) => words.every((word, index) => tokens[at + index]?.word === word)) ?? null
  );
}

/** Whether a name of some shape, or a post, begins there: what a person's name or a list never runs into. */
export const beginsOther = (tokens: readonly Token[], at: number) =>
  (tokens[at]?.capital === true && phraseAt(HEADS, tokens, at) !== null) ||
  phraseAt(POST_HEADS, tokens, at) !== null;

/** "program Dinas Sosial" is no program of that name. */
const beginsActor = (tokens: readonly Token[], at: number) =>
  phraseAt(POST_HEADS, tokens, at) !== null ||
  phraseAt(HEADS, tokens, at)?.shape.makes.some(({ type }) => type === 'actor') === true;

/** Adds to the index what the sentences name in the shapes of the table; what is known under that name stays known. */
export function addDrafts(sentences: readonly Sentence[], index: NameIndex): void {
  for (const { tokens, heading } of sentences) {
    if (heading) continue;
    const known = index.find(tokens);
    for (let at = 0; at < tokens.length; ) {
      const found = draftAt(tokens, at, index);
      const covered = known.some(({ from, to }) => from <= at && to >= (found?.to ?? at + 1));
      if (found !== null && !covered) for (const end of found.ends) index.add(end.name, end);
      at = found !== null && !covered ? found.to : at + 1;
    }
  }
}

function draftAt(
  tokens: readonly Token[],
  at: number,
  index: NameIndex,
): { ends: readonly SuggestedEnd[]; to: number } | null {
  const head = phraseAt(HEADS, tokens, at);
  if (head === null || !(tokens[at]?.capital || head.shape.small)) return null;
  const start = at + head.words.length;
  const small = head.shape.head === 'label' || !tokens[at]?.capital;
  const quoted = head.shape.head === 'label' ? quotedAt(tokens, start) : null;
  if (quoted !== null) return { ends: endsOf(head.shape, quoted.name), to: quoted.to };
  const to = afterPost(tokens, at)
    ? beforePerson(tokens, start, runEnd(tokens, start), index)
    : runEnd(tokens, start);
  if (to === start || (small && beginsActor(tokens, start))) return null;
  if (head.shape.head === 'label' && index.named(textOf(tokens, start, to)).length > 0) return null;
  const label = tokens.slice(at, start).map(({ text }) => text);
  const rest = textOf(tokens, start, to);
  const name = head.shape.head === 'label' ? rest : `${capitalized(label.join(' '))} ${rest}`;
  return { ends: endsOf(head.shape, name), to };
}

const endsOf = (shape: Shape, name: string): SuggestedEnd[] =>
  shape.makes.map(({ type, kind, helix }) => ({ id: null, type, kind, helix, name }));

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The words as the text writes them, with single spaces. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (const [index, token] of tokens.slice(from, to).entries()) {
    const before = tokens[from + index - 1];
    text += index > 0 && before !== undefined && before.end < token.start ? ` ${token.text}` : token.text;
  }
  return text;
}

function quotedAt(tokens: readonly Token[], at: number): { name: string; to: number } | null {
  if (!QUOTES.has(tokens[at]?.text ?? '')) return null;
  const close = tokens.slice(at + 1, at + LONGEST_NAME).findIndex(({ text }) => QUOTES.has(text));
  if (close < 1) return null;
  const to = at + 1 + close;
  return { name: textOf(tokens, at + 1, to).replace(/[,.]$/, ''), to: to + 1 };
}

/** Where a run of capitalized words ends, with the small words that names hold. */
function runEnd(tokens: readonly Token[], start: number): number {
  let to = start;
  while (to - start < LONGEST_NAME) {
    const token = tokens[to];
    if (token === undefined || token.speech !== tokens[start]?.speech || DAYS.has(token.word)) break;
    const joins = to > start && INSIDE_NAMES.has(token.word) && !token.capital;
    if (joins && tokens[to + 1]?.capital && !beginsOther(tokens, to + 1)) {
      if (token.word === 'dan' && !hasOfficeBefore(tokens, start)) break;
      to += 2;
    } else if (token.capital) to++;
    else break;
  }
  return to;
}

/** Only offices have "dan" inside their names; between other names it is a list. */
const hasOfficeBefore = (tokens: readonly Token[], start: number) =>
  ['dinas', 'badan', 'kementerian', 'fakultas', 'bagian'].includes(tokens[start - 1]?.word ?? '');

const afterPost = (tokens: readonly Token[], at: number) =>
  [1, 2].some((back) => phraseAt(POST_HEADS, tokens, at - back)?.words.length === back);

/** "Ketua LPMK Mojolangu Supriyono Hadi": an organization's name ends with its place when a person's follows. */
function beforePerson(tokens: readonly Token[], start: number, to: number, index: NameIndex): number {
  for (let end = to - 1; end > start && to - end <= LONGEST_PERSON; end--) {
    if (to - end < 2 || !isPlaceEnd(tokens, start, end, index)) continue;
    return end;
  }
  return to;
}

function isPlaceEnd(tokens: readonly Token[], start: number, end: number, index: NameIndex): boolean {
  if (['malang', 'indonesia', 'timur'].includes(tokens[end - 1]?.word ?? '')) return true;
  const last = textOf(tokens, Math.max(start, end - 1), end);
  return index.named(last).some(({ type }) => type === 'place');
}
