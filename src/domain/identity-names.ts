import { oldSpelling } from './identity-spelling.js';
import {
  BELOW_KELURAHAN,
  CAMPUSES,
  CLASSES,
  COMMON_GIVEN_NAMES,
  COMMON_WORDS,
  DISTRICTS,
  EXPANSIONS,
  FUNCTION_WORDS,
  HOME,
  LEGAL_FORMS,
  LEVELS,
  numberOf,
  ORNAMENTS,
  POSTS,
  REGIONS,
  UNITS,
} from './identity-words.js';
import { fold, nameWords } from './names.js';

/** A name taken apart for comparison: what it says, and what kind of thing it says it of. */
export interface ParsedName {
  /** As written. */
  readonly text: string;
  readonly folded: string;
  /** The words of its comparison form (names.ts), joined; brackets included. */
  readonly key: string;
  /** Abbreviations in long, function words, ornaments, legal forms, numbers and years left out. */
  readonly words: readonly string[];
  /** `words`, numbers, years and legal form: equal means the same name, spelt out. */
  readonly spelt: string;
  /** `spelt` in the form that old and new spellings share. */
  readonly modern: string;
  /** `words` in alphabetical order, joined. */
  readonly sorted: string;
  /** Letters and digits alone, of the name as folded and of `spelt`: they see no spaces. */
  readonly letters: readonly string[];
  /** Numbers by what they count: `rt`, `rw`, or nothing; in the order written. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  readonly years: readonly number[];
  readonly level: string | null;
  readonly belowKelurahan: boolean;
  readonly legalForm: string | null;
  readonly head: string | null;
  readonly units: readonly string[];
  readonly posts: readonly string[];
  readonly gender: 'male' | 'female' | null;
  /** Short forms that could be made of it by the first letters of its words, "dpu"; of names of several words. */
  readonly initials: readonly string[];
  /** The weight of each of `words`; see `telling`. */
  readonly weights: readonly number[];
}

/** The names of a record, taken apart; weak aliases are not among them. */
export interface Names {
  readonly person: boolean;
  readonly main: ParsedName;
  readonly aliases: readonly ParsedName[];
  readonly previousNames: readonly ParsedName[];
  readonly abbreviations: readonly ParsedName[];
}

const YEAR = /^(19|20)\d\d$/;
const LONGEST_EXPANSION = 4;
const EXPANSION_STARTS = new Set([...EXPANSIONS.keys(), ...CAMPUSES.keys()].map((key) => key.split(' ')[0]));

/** Takes a name apart. A person's has no numbers: "I" in "I Made" is no first, and "Tri" no three. */
export function parseName(text: string, person: boolean): ParsedName {
  const plain = person ? text : withoutBrackets(text);
  // "SDN1" and "RW05" are two words, as people mean them.
  const parted = plain.replace(/(?<=\p{L})(?=\d)/gu, ' ');
  const all = expand(nameWords(parted).filter((word) => !FUNCTION_WORDS.has(word)));
  const kept = all.filter((word) => !ORNAMENTS.has(word));
  const spoken = kept.length === 0 ? all : kept;
  const { words, numbers, years } = person ? { words: spoken, ...NO_NUMBERS } : takeNumbers(spoken);
  const own = words.filter((word) => !LEGAL_FORMS.has(word));
  const level = LEVELS.find((name) => own.includes(name)) ?? null;
  const folded = fold(text);
  const legalForm = words.find((word) => LEGAL_FORMS.has(word)) ?? null;
  const count = [...numbers].flatMap(([label, values]) => values.map((value) => `${label}${value}`));
  const spelt = [legalForm ?? '', ...own, ...count, ...years].join(' ').trim();
  const head = own.find((word, at) => CLASSES.has(word) || (at === 0 && LEVELS.includes(word))) ?? null;
  return {
    text,
    folded,
    key: nameWords(text).join(' '),
    words: own,
    spelt,
    modern: spelt.split(' ').map(oldSpelling).join(' '),
    sorted: [...own].sort().join(' '),
    letters: [fold(plain).replaceAll(' ', ''), spelt.replaceAll(' ', '')],
    numbers,
    years,
    level,
    belowKelurahan: level !== null && BELOW_KELURAHAN.has(level),
    legalForm,
    head,
    units: own.filter((word) => UNITS.has(word)),
    posts: own.filter((word) => POSTS.has(word)),
    gender: person ? genderOf(folded.split(' ')) : null,
    initials: person ? [] : initialsOf(own, nameWords(plain)),
    weights: own.map((word, at) => (isWider(own, at, level) ? LITTLE : telling(word, person))),
  };
}

/**
 * How much a word tells, between 0 and 1, without counting how often it occurs: the answer must not change with what else
 * is in the store. Class and level words 0.3, what stands in many names and the regions 0.5, all others 1.
 */
export function telling(word: string, person: boolean): number {
  if (person) return COMMON_GIVEN_NAMES.has(word) || word.length === 1 ? 0.5 : 1;
  if (LEVELS.includes(word) || CLASSES.has(word) || UNITS.has(word) || POSTS.has(word)) return LITTLE;
  return COMMON_WORDS.has(word) || REGIONS.has(word) ? 0.5 : 1;
}

/** True of a word that is known to be spelt right, so that it is not another's misspelling. */
export function isKnown(word: string): boolean {
  return REGIONS.has(word) || DISTRICTS.has(word) || COMMON_GIVEN_NAMES.has(word);
}

/** The place behind a wider level only says where the thing lies: "Kelurahan Sawojajar, Kecamatan Kedungkandang". */
function isWider(own: readonly string[], at: number, level: string | null): boolean {
  const lowest = Math.max(LEVELS.indexOf(level ?? ''), LEVELS.indexOf('desa'));
  return at > 1 && LEVELS.indexOf(own[at - 1] ?? '') > lowest;
}

/** What stands in brackets is an abbreviation or a remark; but in "MATOS (Malang Town Square)" it is the name. */
function withoutBrackets(text: string): string {
  const outside = text.replace(/\([^()]*\)/g, ' ');
  const inside = /\(([^()]+)\)/.exec(text)?.[1] ?? '';
  const [short, long] = [fold(outside), fold(inside)];
  if (short.includes(' ') || !long.includes(' ')) return outside;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length ? inside : outside;
}

/** What a word weighs that only says what kind of thing it is, or where in the wider world. */
export const LITTLE = 0.3;

const NO_NUMBERS = { numbers: new Map<string, number[]>(), years: [] as number[] };

function takeNumbers(all: readonly string[]) {
  const numbers = new Map<string, number[]>();
  const years: number[] = [];
  const words: string[] = [];
  for (const [at, word] of all.entries()) {
    const number = numberOf(word);
    const label = BELOW_KELURAHAN.has(all[at - 1] ?? '') ? (all[at - 1] ?? '') : '';
    if (number === null) words.push(word);
    else if (YEAR.test(word)) years.push(number);
    else numbers.set(label, [...(numbers.get(label) ?? []), number]);
  }
  return { words, numbers, years };
}

/** Writes abbreviations in long, the longest group of words first. */
function expand(all: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < all.length; ) {
    const [length, written] = expansionAt(all, at);
    for (const word of written) if (written.length === 1 || word !== result.at(-1)) result.push(word);
    at += length;
    // "UM Malang" names the city twice once it is in long.
    if (written.length > 1 && all[at] === result.at(-1)) at++;
  }
  return result;
}

function expansionAt(all: readonly string[], at: number): [number, readonly string[]] {
  const first = all[at] ?? '';
  if (!EXPANSION_STARTS.has(first)) return [1, [first]];
  for (let length = Math.min(LONGEST_EXPANSION, all.length - at); length > 0; length--) {
    const group = all.slice(at, at + length).join(' ');
    const next = all[at + length];
    const campus = next === undefined || next === HOME ? CAMPUSES.get(group) : undefined;
    const written = campus ?? EXPANSIONS.get(group);
    if (written !== undefined) return [length, written.split(' ')];
  }
  return [1, [first]];
}

const MALE = new Set(['bapak', 'bpk', 'pak', 'h', 'hm', 'kh', 'drs']);
const FEMALE = new Set(['ibu', 'bu', 'hj', 'dra']);
const NEUTRAL = new Set(['prof', 'dr', 'drg', 'ir', 'r']);

/** Told by forms of address before the name and by Drs. and Dra. anywhere; "S.H." behind a name is no Haji. */
function genderOf(all: readonly string[]): 'male' | 'female' | null {
  const end = all.findIndex((word) => !MALE.has(word) && !FEMALE.has(word) && !NEUTRAL.has(word));
  const titles = [
    ...all.slice(0, Math.max(end, 0)),
    ...all.filter((word) => word === 'drs' || word === 'dra'),
  ];
  if (titles.some((word) => FEMALE.has(word))) return 'female';
  return titles.some((word) => MALE.has(word)) ? 'male' : null;
}

/** First letters of the words, with and without function words, and without the region at the end. */
function initialsOf(own: readonly string[], written: readonly string[]): string[] {
  const last = own.findIndex((word, at) => at > 1 && (REGIONS.has(word) || LEVELS.includes(word)));
  const forms = [own, written, last === -1 ? [] : own.slice(0, last)].filter(({ length }) => length > 1);
  return [...new Set(forms.map((form) => form.map((word) => word[0]).join('')))];
}
