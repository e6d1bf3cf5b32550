import { fold } from '../../domain/names.js';

/** An article as paragraphs, sentences and tokens, each with its place in the text. */

export interface Token {
  /** UTF-16 code units from the beginning of the article, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded; a punctuation mark stands for itself. */
  readonly word: string;
  /** A word that begins with a capital letter or a digit: part of a name, as names are written. */
  readonly capital: boolean;
  /** Number of the quoted speech it stands in, 0 outside speech. A claim does not reach into speech or out of it. */
  readonly speech: number;
}

export interface Sentence {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** A heading names things in capitals throughout, so that neither names nor claims can be told from it. */
  readonly heading: boolean;
}

/** Lines of a web page that are no part of the story, by how they begin, folded. */
const NOISE_STARTS = [
  'baca juga',
  'baca selengkapnya',
  'berita terkait',
  'artikel terkait',
  'simak juga',
  'lihat juga',
  'you may also like',
  'skip to content',
  'editor',
  'reporter',
  'penulis',
  'pewarta',
  'fotografer',
  'foto',
  'tag',
  'sumber',
];
/** A label such as "Editor:" is noise; a sentence that begins with the word is not. */
const LABEL = /^[\p{L} ]{2,24}:/u;
const BULLET = /^[•●▪►»*]/u;
const MIN_WORDS = 3;
/** The first line may be longer than a heading between paragraphs. */
const FIRST_HEADING = 30;
const HEADING = 12;

/** Abbreviations before a name or number, after which a full stop ends nothing. */
const ABBREVIATIONS = new Set(
  'drs dra dr drg ir prof h hj kh no jl gg rp moch moh muh sdr bpk km hlm tgl pj plt plh st yth a n'.split(
    ' ',
  ),
);

// The alternatives share no first character, so the expression never goes back.
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’./-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu;
const QUOTES = new Set(['"', '“', '”', '„']);
const WORDS_OF_SPEECH = 6;
/** A longer sentence is cut: rules compare words of a sentence with one another, so its length bounds their work. */
export const MAX_TOKENS = 250;
const ENDS = new Set(['.', '!', '?']);
const CLOSERS = new Set(['"', '”', ')', '’', "'"]);
const DASHES = new Set(['–', '—', '-']);

/** The sentences of an article without its noise. Paragraphs are lines that are not empty, counted from 1. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let first = true;
  for (const { line, start } of linesOf(text)) {
    paragraph++;
    if (isNoise(line)) continue;
    const tokens = tokensOf(line, start);
    const heading =
      !/[.!?]["”')]*$/.test(line.trimEnd().slice(-4)) && tokens.length <= (first ? FIRST_HEADING : HEADING);
    first = false;
    for (const part of split(withoutDateline(tokens)))
      sentences.push({
        paragraph,
        heading,
        tokens: part,
        start: part[0]?.start ?? start,
        end: part.at(-1)?.end ?? start,
      });
  }
  return sentences;
}

/** The lines that are not empty: paragraphs, as locators count them. */
export function linesOf(text: string): Array<{ line: string; start: number }> {
  const lines: Array<{ line: string; start: number }> = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ line, start });
    start += line.length + 1;
  }
  return lines;
}

function isNoise(line: string): boolean {
  const trimmed = line.trim();
  if (BULLET.test(trimmed)) return true;
  const folded = fold(trimmed.slice(0, 60));
  if (folded.split(' ').length < MIN_WORDS && !/[.!?]$/.test(trimmed)) return true;
  if (trimmed.startsWith('(') && trimmed.endsWith(')') && trimmed.length < 40) return true;
  const start = NOISE_STARTS.find((noise) => `${folded} `.startsWith(`${noise} `));
  if (start === undefined) return false;
  return start.includes(' ') || LABEL.test(trimmed) || folded === 'penulis adalah';
}

/** "KLOJEN – ", "MALANG (situs.id) - ": where and by whom it was reported, not what happened. */
function withoutDateline(tokens: readonly Token[]): readonly Token[] {
  const dash = tokens.slice(0, 9).findIndex(({ text }) => DASHES.has(text));
  const before = tokens.slice(0, Math.max(dash, 0));
  const shouted =
    before[0]?.text === before[0]?.text.toUpperCase() || before.some(({ text }) => text === '(');
  return dash > 0 && shouted ? tokens.slice(dash + 1) : tokens;
}

function tokensOf(line: string, offset: number): Token[] {
  const tokens = Array.from(line.matchAll(TOKEN), ({ 0: text, index }) => {
    const word = fold(text) || text;
    const start = offset + index;
    return { text, word, start, end: start + text.length, capital: /^[\p{Lu}\p{N}]/u.test(text), speech: 0 };
  });
  let opened: number | null = null;
  let speeches = 0;
  tokens.forEach(({ text }, at) => {
    if (!QUOTES.has(text)) return;
    if (opened === null) opened = at;
    else {
      if (at - opened > WORDS_OF_SPEECH) {
        speeches++;
        for (let inside = opened; inside <= at; inside++)
          (tokens[inside] as { speech: number }).speech = speeches;
      }
      opened = null;
    }
  });
  return tokens;
}

/** A sentence ends at a full stop before a capital or a quotation mark, unless the stop belongs to an abbreviation. */
function split(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, at) => {
    current.push(token);
    if (!endsAt(tokens, at) && current.length < MAX_TOKENS) return;
    sentences.push(current);
    current = [];
  });
  return current.length > 0 ? [...sentences, current] : sentences;
}

function endsAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const closing = CLOSERS.has(token.text) && ENDS.has(tokens[at - 1]?.text ?? '');
  if (next === undefined || (!ENDS.has(token.text) && !closing)) return false;
  if (CLOSERS.has(next.text) && next.start === token.end) return false;
  const begins = next.capital || QUOTES.has(next.text) || next.text === '(' || next.text === '•';
  if (!begins || next.start === token.end) return false;
  const stop = closing ? tokens[at - 1] : token;
  const before = tokens[closing ? at - 2 : at - 1];
  if (stop?.text !== '.' || before === undefined) return true;
  return !ABBREVIATIONS.has(before.word) && !/^\p{Lu}$/u.test(before.text);
}
