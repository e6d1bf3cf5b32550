import { nameKey } from '../../domain/names.js';
import { beginsOther, byFirstWord, phraseAt, textOf } from './drafts.js';
import { ACTING, DEGREES, HOLDING, NOT_A_NAME, POSTS, type Post, TITLES_BEFORE } from './lexicon.js';
import { type NameIndex, type NameInText, oneOf } from './name-index.js';
import type { SuggestedEnd } from './suggestion.js';
import type { Sentence, Token } from './text.js';

/** Posts and who holds them: "Kepala Dinas Sosial, Drs. H. Budi Santosa", "Budi Santosa selaku Kepala Dinas Sosial". */

const BY_WORDS = byFirstWord(POSTS.map((post) => ({ words: post.words.split(' '), post })));
const HOLDING_WORDS = byFirstWord(HOLDING.map((phrase) => ({ words: phrase.split(' ') })));
const LEVELS = new Set(['kota', 'kabupaten', 'provinsi']);
const LONGEST_PERSON = 4;
const LONGEST_TITLE = 6;
const SPEAKERS = new Set(['narasumber', 'pemateri', 'pembicara', 'akademisi']);

export interface Holding {
  readonly role: Post['role'];
  /** The post as written: "Kepala Dinas Sosial Kota Malang"; null for a person who is only "dari" an organization. */
  readonly position: string | null;
  readonly organization: SuggestedEnd;
  readonly person: string;
  /** Indexes of tokens, `to` excluded: the post with its organization, and the person. */
  readonly post: readonly [number, number];
  readonly holder: readonly [number, number];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The posts of a sentence that have a holder beside them; adds new holders and organizations to the index. */
export function holdingsOf({ tokens, heading }: Sentence, index: NameIndex): Holding[] {
  if (heading) return [];
  const names = index.find(tokens);
  const holdings: Holding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const holding = holdingAt(tokens, at, names, index) ?? speakerAt(tokens, at, names);
    if (holding === null) continue;
    holdings.push(holding);
    at = Math.max(at, holding.post[1] - 1);
  }
  return holdings;
}

function holdingAt(
  tokens: readonly Token[],
  at: number,
  names: readonly NameInText[],
  index: NameIndex,
): Holding | null {
  const found = phraseAt(BY_WORDS, tokens, at);
  if (found === null) return null;
  const { post, words } = found;
  const start = at + words.length;
  const owner =
    post.of === 'name' ? organizationAt(start, names) : governmentAt(tokens, start, post.of, index);
  if (owner === null) return null;
  const person = personAfter(tokens, owner.to, names) ?? personBefore(tokens, at, names);
  if (person === null) return null;
  const acting = ['.', undefined].includes(tokens[at - 1]?.text) ? 2 : 1;
  const from = ACTING.has(tokens[at - acting]?.word ?? '') ? at - acting : at;
  return {
    role: post.role,
    position: textOf(tokens, from, owner.to),
    organization: owner.end,
    person: textOf(tokens, person.from, person.to),
    post: [from, owner.to],
    holder: [person.from, person.to],
  };
}

/** "narasumber Budi Santosa dari PT X" and "narasumber dari PT X, Budi Santosa". */
function speakerAt(tokens: readonly Token[], at: number, names: readonly NameInText[]): Holding | null {
  if (tokens[at]?.word !== 'dari') return null;
  const owner = organizationAt(at + 1, names);
  if (owner === null || !tokens.some(({ word }) => SPEAKERS.has(word))) return null;
  const person = personBefore(tokens, at, names) ?? personAfter(tokens, owner.to, names, ',');
  if (person === null) return null;
  return {
    role: 'STAFF',
    position: null,
    organization: owner.end,
    person: textOf(tokens, person.from, person.to),
    post: [at, owner.to],
    holder: [person.from, person.to],
  };
}

const isOrganization = ({ kind }: SuggestedEnd) => kind === 'ORGANIZATION';

type Owner = { readonly end: SuggestedEnd; readonly to: number };

function organizationAt(at: number, names: readonly NameInText[]): Owner | null {
  const name = names.find(({ from }) => from === at);
  const end = oneOf(name?.ends ?? [], isOrganization);
  return name === undefined || end === undefined ? null : { end, to: name.to };
}

/** The government that a post of a place heads: Camat Klojen, Kecamatan Klojen. */
function governmentAt(tokens: readonly Token[], at: number, of: Post['of'], index: NameIndex): Owner | null {
  let start = at;
  if (tokens[start]?.text === '(') start += 3;
  if (of === 'Pemerintah') {
    const level = tokens.slice(start, start + 4).findIndex(({ word }) => LEVELS.has(word));
    if (level < 0 || tokens.slice(start, start + level).some(({ capital }) => !capital)) return null;
    start += level;
  }
  let to = start;
  while (tokens[to]?.capital && !beginsOther(tokens, to) && to - start < LONGEST_PERSON + 2) to++;
  let owner = null as (Owner & { readonly key: string }) | null;
  for (let end = start + 1; end <= to; end++) {
    const name = `${of} ${textOf(tokens, start, end)}`;
    const known = oneOf(index.named(name), isOrganization);
    const key = nameKey(name);
    // Not further for a title: "Wali Kota Malang HM Anton".
    if (known !== undefined && key !== owner?.key) owner = { end: known, to: end, key };
  }
  if (owner !== null) return owner;
  // Unknown, and with the holder's name right behind it: the place is taken to have one word.
  const end = placeEnd(tokens, start, to, index);
  if (end === start) return null;
  const name = `${of} ${textOf(tokens, start, end)}`;
  const draft: SuggestedEnd = { id: null, type: 'actor', kind: 'ORGANIZATION', helix: 'GOVERNMENT', name };
  index.add(name, draft);
  return { end: draft, to: end };
}

function placeEnd(tokens: readonly Token[], start: number, to: number, index: NameIndex): number {
  for (let end = to; end > start; end--)
    if (index.named(textOf(tokens, start, end)).some(({ type }) => type === 'place')) return end;
  const first = LEVELS.has(tokens[start]?.word ?? '') ? start + 2 : start + 1;
  return to - start > 2 ? first : to;
}

/** The person named after a post: past a comma or "dijabat", and titles. */
function personAfter(
  tokens: readonly Token[],
  at: number,
  names: readonly NameInText[],
  only?: ',',
): Span | null {
  let from = at;
  if (tokens[from]?.text === ',') from++;
  else if (only !== undefined) return null;
  else from += phraseAt(HOLDING_WORDS, tokens, from)?.words.length ?? 0;
  return personAt(tokens, afterTitles(tokens, from), names);
}

/** Past titles and the stops behind them: "Prof. Dr. Ir.". */
export function afterTitles(tokens: readonly Token[], at: number): number {
  let from = at;
  while (TITLES_BEFORE.has(tokens[from]?.word ?? '')) from += tokens[from + 1]?.text === '.' ? 2 : 1;
  return from;
}

/** A person known under that name, or else a run of capitalized words that is nothing else. */
export function personAt(tokens: readonly Token[], from: number, names: readonly NameInText[]): Span | null {
  const name = names.find((other) => from >= other.from && from < other.to);
  if (name !== undefined)
    return name.ends.some(({ kind }) => kind === 'PERSON') ? { from, to: name.to } : null;
  let to = from;
  while (to - from < LONGEST_PERSON && isNameWord(tokens, to)) {
    if (names.some((other) => other.from === to)) break;
    // "Moch. Anton": a stop after an abbreviated name.
    to +=
      tokens[to + 1]?.text === '.' && (tokens[to]?.text.length ?? 9) <= 4 && isNameWord(tokens, to + 2)
        ? 2
        : 1;
  }
  return to > from ? { from, to } : null;
}

const isNameWord = (tokens: readonly Token[], at: number) => {
  const token = tokens[at];
  // "IT" is written like no name; "M" before a stop is an initial.
  if (token === undefined || !/^\p{Lu}(?:\p{Ll}[\p{L}'’-]*)?$/u.test(token.text)) return false;
  return !NOT_A_NAME.has(token.word) && !DEGREES.has(degree(token)) && !beginsOther(tokens, at);
};

const degree = ({ text }: Token) => text.toLowerCase().replaceAll('.', '');

/** Degrees and the marks between them: ", S.E., M.M.". */
export const isDegree = (token: Token | undefined) =>
  token !== undefined && (DEGREES.has(degree(token)) || token.text === '.');

/** The person named before a post: "Budi Santosa, S.E., selaku". */
function personBefore(tokens: readonly Token[], at: number, names: readonly NameInText[]): Span | null {
  let end = at;
  const held = [3, 2, 1].find((back) => phraseAt(HOLDING_WORDS, tokens, end - back)?.words.length === back);
  end -= held ?? 0;
  while (
    end > 0 &&
    at - end < LONGEST_TITLE * 2 &&
    (',()'.includes(tokens[end - 1]?.text ?? ' ') || isDegree(tokens[end - 1]))
  )
    end--;
  if (end === at && held === undefined && tokens[at]?.word !== 'dari') return null;
  const name = names.find(({ to }) => to === end);
  if (name !== undefined) return name.ends.some(({ kind }) => kind === 'PERSON') ? name : null;
  let from = end;
  while (end - from < LONGEST_PERSON && from > 0 && isNameWord(tokens, from - 1)) from--;
  // One capital word before a comma is too often no person.
  return end - from >= 2 || (end - from === 1 && held !== undefined) ? { from, to: end } : null;
}

/** Persons with a title before the name: "Dr. Bagus Prakoso", "Hj. Maimunah". */
export function titledPersons({ tokens, heading }: Sentence, names: readonly NameInText[]): string[] {
  if (heading) return [];
  return tokens.flatMap((_, at) => {
    const from = afterTitles(tokens, at);
    if (from === at || tokens[from - 1]?.text !== '.') return [];
    const person = personAt(tokens, from, names);
    return person === null ? [] : [textOf(tokens, person.from, person.to)];
  });
}
