import type { Problem } from '../domain/errors.js';
import { END_STATE_LABELS, KIND_LABELS } from '../domain/labels.js';
import type { Bilingual, Relation } from '../domain/relation.js';
import { RELATIONS } from '../domain/relations.js';
import { PATTERNS, type Pattern } from './problem-patterns.js';

/**
 * Problems of an import in Indonesian. Each is made once, in English, wherever it is found; here its words are known
 * again by their pattern. That keeps one message one message, whatever layer it comes from: a reader of workbooks, the
 * domain, or zod.
 */

export type ProblemWords = Pick<Problem, 'place' | 'value' | 'remedy'>;

/** A problem with the words of a clerk beside those of the program. */
export interface BilingualProblem extends Problem {
  readonly indonesian: ProblemWords;
}

/** Words without a pattern stay as they are: a value that is only quoted has none. */
export function inIndonesian({ place, value, remedy }: ProblemWords): ProblemWords {
  return {
    place: placeInIndonesian(place),
    value: indonesianOf(value) ?? value,
    remedy: indonesianOf(remedy) ?? remedy,
  };
}

/** The Indonesian for a value or a remedy; null when no pattern knows it. */
export function indonesianOf(text: string): string | null {
  for (const { matches, write } of COMPILED) {
    const found = matches.exec(text);
    const written = found === null ? null : write(found.slice(1));
    if (written !== null) return written;
  }
  return null;
}

const PLACE_WORDS: Readonly<Record<string, string>> = {
  sheet: 'lembar',
  row: 'baris',
  column: 'kolom',
  columns: 'kolom',
  file: 'berkas',
  'the file': 'berkas ini',
  'the mapping': 'pemetaan',
  'the source of the file': 'sumber berkas ini',
};
/** What is quoted comes first, so that a column named "row" keeps its name. */
const PLACE_PART = new RegExp(
  `"[^]*?"(?=, |$)|\\b(?:${Object.keys(PLACE_WORDS)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'g',
);

/** `sheet "Usulan", row 14, column "Mulai"` as `lembar "Usulan", baris 14, kolom "Mulai"`. */
export function placeInIndonesian(place: string): string {
  return place.replace(PLACE_PART, (part) => PLACE_WORDS[part] ?? part);
}

/** How a part of a message is put into Indonesian; null when it is not such a part after all. */
type Part = (text: string) => string | null;
const PARTS: Readonly<Record<string, Part>> = {
  place: placeInIndonesian,
  kind: kindWord,
  other: kindWord,
  ends: endWords,
  found: (text) => endWords(text.replace(/^an? /, '')),
  records: (text) =>
    text.replace(
      /; ((?:sheet "[^"]*", )?row \d+)\)/g,
      (_, place: string) => `; ${placeInIndonesian(place)})`,
    ),
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  source: 'sumber',
  place: 'tempat',
  actor: 'pelaku',
  initiative: 'inisiatif',
  award: 'ajang',
  achievement: 'penghargaan',
  issue: 'isu',
  claim: 'hubungan',
};
const LABELS: Readonly<Record<string, Bilingual>> = { ...KIND_LABELS, ...END_STATE_LABELS };

/** A type, a kind, the kind of a claim, or that with its role: `PARTICIPATION FUNDING`. */
function kindWord(text: string): string | null {
  const [code = '', role, ...more] = text.split(' ');
  const relation: Relation | undefined = Object.hasOwn(RELATIONS, code)
    ? RELATIONS[code as keyof typeof RELATIONS]
    : undefined;
  if (role === undefined) return TYPE_WORDS[code] ?? LABELS[code]?.id ?? relation?.label.id ?? null;
  const label = more.length === 0 ? relation?.roles[role]?.label.id : undefined;
  return label === undefined ? null : `${relation?.label.id} (${label})`;
}

/** `actor PERSON or initiative`: where kinds are named, they say enough. */
function endWords(text: string): string | null {
  const ends = text.split(' or ').map((end) => {
    const [, type = '', kinds] = /^(?:([a-z]+) ?)?([A-Z_/]+)?$/.exec(end) ?? [];
    const words = kinds === undefined ? [kindWord(type)] : kinds.split('/').map(kindWord);
    return words.includes(null) ? null : words.join('/');
  });
  return ends.includes(null) ? null : ends.join(' atau ');
}

const PLACEHOLDER = /\{([a-z]+)\}/;

function compile([english, indonesian]: Pattern) {
  // Split by a group, every second piece is the name of a placeholder.
  const pieces = english.split(PLACEHOLDER);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const source = pieces.map((piece, index) => (index % 2 === 1 ? '([^]+?)' : escaped(piece)));
  const write = (found: readonly string[]): string | null => {
    const parts = names.map((name, index) => {
      const text = found[index] ?? '';
      return PARTS[name] === undefined ? text : PARTS[name](text);
    });
    if (parts.includes(null)) return null;
    return indonesian
      .split(PLACEHOLDER)
      .map((piece, index) => (index % 2 === 1 ? parts[names.indexOf(piece)] : piece))
      .join('');
  };
  return {
    matches: new RegExp(`^${source.join('')}$`),
    write,
    said: pieces.filter((_, index) => index % 2 === 0).join('').length,
  };
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Those that say most come first: "personal data … is not a name" before "… is not a name". */
const COMPILED = PATTERNS.map(compile).sort((a, b) => b.said - a.said);
