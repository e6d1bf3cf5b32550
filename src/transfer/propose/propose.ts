import { isDay } from '../../domain/dates.js';
import { JejakError, show } from '../../domain/errors.js';
import { nameKey } from '../../domain/names.js';
import type { Contribution } from '../../domain/records.js';
import type { AmountInText } from './amounts.js';
import { byFirstWord, phraseAt } from './drafts.js';
import { type Filled, fill, type Topic, type Trigger } from './fill.js';
import { CONDITIONS, FUTURE, NEGATIONS, PLANS } from './lexicon.js';
import { oneOf } from './name-index.js';
import { type Passage, passagesOf } from './passages.js';
import { ArticleDates } from './periods.js';
import type { Rule } from './rule.js';
import { POST_RULES, RULES } from './rules.js';
import type { ArticleReading, Finding, KnownName, SuggestedEnd, Suggestion } from './suggestion.js';
import { linesOf, type Token } from './text.js';

/**
 * From a news article to claims that a person may accept: by declared rules (rules.ts, lexicon.ts), without a model and
 * without a network. The same text and names give the same reading. What docs/articles.md measures is this function.
 */

/** A longer text is no article; the work grows with its length. */
export const MAX_TEXT = 200_000;
const MAX_QUOTE = 300;
const DRAFT_DOUBT = 0.1;
/** Words before a trigger in which a negation or a plan speaks of it. */
const SHADOW = 4;
/** No text points further back than over so many names. */
const MAX_TOPICS = 200;

export interface ReadingOptions {
  /** The day on which the article appeared, YYYY-MM-DD: settles "Selasa (5/12)" and "Februari lalu". */
  readonly published?: string | null;
}

/**
 * Reads an article in Indonesian. What it denies ("belum", "tidak") or only plans ("akan", "rencananya") is not
 * suggested: a plan is no relation yet, and a reader who wants it sees it in the text. Throws BAD_USER_INPUT for an
 * empty text, one over MAX_TEXT characters, or a day of publication that is none.
 */
export function proposeFromText(
  text: string,
  known: readonly KnownName[],
  { published = null }: ReadingOptions = {},
): ArticleReading {
  refuseBad(text, published);
  const clean = withoutControls(text);
  const passages = passagesOf(clean, known, published);
  const dates = new ArticleDates(passages, published);
  const topics: Topic[] = [];
  const suggestions = passages.flatMap((passage) => {
    const found = passage.sentence.heading
      ? []
      : [...postSuggestions(passage, dates, clean), ...ruleSuggestions(passage, dates, topics, clean)];
    remember(topics, passage);
    return found;
  });
  return { suggestions: distinct(suggestions), names: namesOf(passages), dates: datesOf(passages, clean) };
}

/** What no record may hold, as spaces: names and quotations go into records, and every place in the text stays. */
const withoutControls = (text: string) => text.replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ');

/** How many paragraphs an article has, as the locators of its suggestions count them. */
export const countParagraphs = (text: string) => linesOf(withoutControls(text)).length;

function refuseBad(text: string, published: string | null): void {
  const refuse = (place: string, value: string, remedy: string) => {
    throw JejakError.ofProblems('The article is refused', [{ code: 'BAD_USER_INPUT', place, value, remedy }]);
  };
  if (text.trim() === '') refuse('text', 'is empty', 'paste the text of an article');
  if (text.length > MAX_TEXT)
    refuse(
      'text',
      `${text.length} characters`,
      `paste at most ${MAX_TEXT} characters, one article at a time`,
    );
  if (published !== null && !isDay(published))
    refuse('published', show(published), 'write the day as 2021-12-31, or leave it out');
}

function postSuggestions(passage: Passage, dates: ArticleDates, text: string): Suggestion[] {
  const { tokens } = passage.sentence;
  return passage.holdings.flatMap(({ role, position, organization, post, holder }) => {
    if (denied(tokens, Math.min(post[0], holder[0]))) return [];
    const name = passage.names.find(({ from, to }) => from < holder[1] && to > holder[0]);
    const person = oneOf(name?.ends ?? [], ({ kind }) => kind === 'PERSON');
    if (person === undefined) return [];
    const { id, confidence, explanation } = position === null ? POST_RULES.from : POST_RULES.held;
    const [from, to] = [Math.min(post[0], holder[0]), Math.max(post[1], holder[1])];
    return {
      kind: 'AFFILIATION',
      role,
      subject: person,
      object: organization,
      parties: [],
      period: dates.ofPost(),
      position,
      contributions: [],
      confidence: trusted(confidence, [person, organization]),
      rule: { id, explanation },
      finding: findingOf(passage, { from, to }, text),
    };
  });
}

const TRIGGERS = byFirstWord(
  RULES.flatMap((rule) => rule.triggers.map((text) => ({ words: text.split(' '), rule }))),
);
const FUTURES = byFirstWord(FUTURE.map((text) => ({ words: text.split(' ') })));

function ruleSuggestions(
  passage: Passage,
  dates: ArticleDates,
  topics: readonly Topic[],
  text: string,
): Suggestion[] {
  const tokens = withMoney(passage);
  if (isHypothetical(tokens)) return [];
  return tokens.flatMap((_, at) =>
    rulesAt(tokens, at).flatMap(({ rule, to }) => {
      const trigger = { from: at, to };
      if (denied(tokens, at)) return [];
      const ends = endsOf(rule, passage, trigger, topics);
      return ends === null ? [] : suggestionsOf(rule, passage, trigger, ends, dates, text);
    }),
  );
}

/** An amount of money as one word, so that "sebesar Rp 75 juta dari …" can be a trigger; its further tokens go blank. */
function withMoney({ sentence, amounts }: Passage): readonly Token[] {
  const tokens = [...sentence.tokens];
  for (const { contribution, to } of amounts) {
    const last = tokens[to - 1];
    if (contribution.kind === 'MONEY' && last !== undefined) tokens[to - 1] = { ...last, word: '<rp>' };
  }
  return tokens;
}

/** The rules that a token sets off, each by its longest trigger there. */
function rulesAt(tokens: readonly Token[], at: number): Array<{ rule: Rule; to: number }> {
  const found = new Map<Rule, number>();
  for (const { words, rule } of TRIGGERS.get(tokens[at]?.word ?? '') ?? [])
    if (!found.has(rule) && words.every((word, index) => tokens[at + index]?.word === word))
      found.set(rule, at + words.length);
  return Array.from(found, ([rule, to]) => ({ rule, to }));
}

const isHypothetical = (tokens: readonly Token[]) =>
  tokens.some(
    (token, at) => phraseAt(FUTURES, tokens, at) !== null || (at < 3 && CONDITIONS.has(token.word)),
  );

/** Whether the words before say that it did not happen, or has not yet. */
function denied(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - SHADOW), at)
    .some(({ word }) => NEGATIONS.has(word) || PLANS.has(word));
}

interface Ends {
  readonly subject: Filled;
  readonly object: Filled;
}

function endsOf(rule: Rule, passage: Passage, trigger: Trigger, topics: readonly Topic[]): Ends | null {
  const subject = fill(rule.subject, passage, trigger, topics);
  if (subject === null) return null;
  if (rule.joint) {
    const [first, ...rest] = subject.ends;
    if (first === undefined || rest.length === 0) return null;
    return { subject: { ...subject, ends: [first] }, object: { ...subject, ends: rest } };
  }
  const object = fill(rule.object, passage, trigger, topics);
  return object === null ? null : { subject, object };
}

function suggestionsOf(
  rule: Rule,
  passage: Passage,
  trigger: Trigger,
  { subject, object }: Ends,
  dates: ArticleDates,
  text: string,
): Suggestion[] {
  const spans = [trigger, subject.span, object.span].filter((span) => span !== null);
  const span = {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
  const contributions = contributionsOf(rule, passage, subject.ends.length);
  const make = (from: SuggestedEnd, to: SuggestedEnd, parties: readonly SuggestedEnd[]): Suggestion => ({
    kind: rule.kind,
    role: rule.role,
    subject: from,
    object: to,
    parties,
    period: dates.of(passage, trigger.from, [from, to]),
    position: null,
    contributions,
    confidence: trusted(rule.confidence - subject.doubt - object.doubt, [from, to, ...parties]),
    rule: { id: rule.id, explanation: rule.explanation },
    finding: findingOf(passage, span, text),
  });
  // An agreement of several is one claim; any other kind is one claim for each pair.
  if (rule.kind === 'AGREEMENT') {
    const [to, ...parties] = object.ends;
    return subject.ends.slice(0, 1).flatMap((from) => (to === undefined ? [] : make(from, to, parties)));
  }
  return subject.ends.flatMap((from) => object.ends.map((to) => make(from, to, []))).filter(isTwo);
}

const isTwo = ({ subject, object }: Suggestion) => keyOf(subject) !== keyOf(object);

/** Money goes with funding, goods and people with any taking part; two amounts in a sentence are nobody's in particular. */
function contributionsOf(
  { kind, role }: Rule,
  { amounts, sentence }: Passage,
  givers: number,
): Contribution[] {
  const takes = (amount: AmountInText) =>
    role === 'FUNDING' || (role === 'PARTNER' && amount.contribution.kind !== 'MONEY');
  const each = givers === 1 || sentence.tokens.some(({ word }) => word === 'masing masing');
  const own = amounts.filter(takes);
  return kind === 'PARTICIPATION' && own.length === 1 && each
    ? own.map(({ contribution }) => contribution)
    : [];
}

const trusted = (confidence: number, ends: readonly SuggestedEnd[]) => {
  const drafts = ends.filter(({ id, type }) => id === null && type !== 'achievement').length;
  return Math.round(Math.max(0.1, confidence - DRAFT_DOUBT * Math.min(drafts, 2)) * 100) / 100;
};

/** The sentence, or as much of it around the finding as a quotation may hold. */
function findingOf({ sentence }: Passage, { from, to }: Trigger, text: string): Finding {
  const start = sentence.tokens[from]?.start ?? sentence.start;
  const end = sentence.tokens[to - 1]?.end ?? sentence.end;
  const room = MAX_QUOTE - 2;
  let [first, last] = [sentence.start, sentence.end];
  if (last - first > MAX_QUOTE) {
    first = Math.max(first, Math.min(start, last - room));
    last = Math.min(last, first + room);
  }
  const quote = text.slice(first, last).replace(/^\p{Cs}|\p{Cs}$/gu, '');
  return {
    locator: `paragraf ${sentence.paragraph}`,
    quote: `${first > sentence.start ? '…' : ''}${quote}${last < sentence.end ? '…' : ''}`,
    start,
    end,
  };
}

const TOPICAL: ReadonlySet<string> = new Set(['initiative', 'achievement', 'award']);

function remember(topics: Topic[], { names, aside, sentence }: Passage): void {
  for (const { ends, from } of names) {
    const end = oneOf(ends, ({ type }) => TOPICAL.has(type));
    if (end !== undefined && !aside[from]) topics.push({ end, paragraph: sentence.paragraph });
  }
  topics.splice(0, topics.length - MAX_TOPICS);
}

const keyOf = ({ id, type, name }: SuggestedEnd) => id ?? `${type}:${nameKey(name)}`;

/** One of each claim, the most trusted, the first among equals; a mitra with a role of its own in the text is no mere mitra. */
function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const { kind, role, subject, object } = suggestion;
    const key = JSON.stringify([kind, role, keyOf(subject), keyOf(object)]);
    const other = best.get(key);
    if (other === undefined || other.confidence < suggestion.confidence) best.set(key, suggestion);
  }
  const all = [...best.values()];
  const pair = ({ subject, object }: Suggestion) => JSON.stringify([keyOf(subject), keyOf(object)]);
  const taken = new Set(
    all.filter(({ kind, role }) => kind === 'PARTICIPATION' && role !== 'PARTNER').map(pair),
  );
  return all
    .filter((suggestion) => suggestion.role !== 'PARTNER' || !taken.has(pair(suggestion)))
    .sort((a, b) => a.finding.start - b.finding.start || b.confidence - a.confidence);
}

const namesOf = (passages: readonly Passage[]) =>
  passages.flatMap(({ names, sentence: { tokens } }) =>
    names.map(({ ends, from, to }) => ({
      ends,
      start: tokens[from]?.start ?? 0,
      end: tokens[to - 1]?.end ?? 0,
    })),
  );

const datesOf = (passages: readonly Passage[], text: string) =>
  passages.flatMap(({ dates, sentence: { tokens } }) =>
    dates.map(({ date, from, to }) => {
      const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
      return { date, text: text.slice(start, end), start, end };
    }),
  );
