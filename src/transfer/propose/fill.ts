import { POINTERS } from './lexicon.js';
import { type NameInText, oneOf } from './name-index.js';
import type { Passage } from './passages.js';
import type { Filler, Slot } from './rule.js';
import type { SuggestedEnd } from './suggestion.js';

/** Fills the places of a rule with names: those around the trigger, or what the text spoke of last. */

/** A trigger met in a passage: indexes of tokens, `to` excluded. */
export interface Trigger {
  readonly from: number;
  readonly to: number;
}

export interface Filled {
  readonly ends: readonly SuggestedEnd[];
  /** From the first to the last name, null when none of them stands in the sentence. */
  readonly span: Trigger | null;
  /** What is taken from the confidence. */
  readonly doubt: number;
}

/** What the text has named so far, the latest last, each with its paragraph. */
export interface Topic {
  readonly end: SuggestedEnd;
  readonly paragraph: number;
}

const PREPOSITIONS = new Set(
  'oleh dari kepada dengan di bersama milik untuk atas antara bagi pada ke dalam'.split(' '),
);
const LINKS = new Set([',', 'dan', 'serta', '&', 'juga', 'para', '"', '“', '”']);
/** Between a preposition and the name it belongs to: "dengan pihak …". */
const FILLERS = new Set('pihak para sebuah seorang tim adalah yakni yaitu'.split(' '));
const POINTED = 0.05;
const GUESSED = 0.15;
const POINTER_GAP = 4;

const FITS: Record<Filler, (end: SuggestedEnd) => boolean> = {
  actor: ({ type }) => type === 'actor',
  person: ({ kind }) => kind === 'PERSON',
  organization: ({ type, kind }) => type === 'actor' && kind !== 'PERSON',
  initiative: ({ type }) => type === 'initiative',
  event: ({ type, kind }) => type === 'initiative' && (kind === 'EVENT' || kind === 'COMPETITION'),
  issue: ({ type }) => type === 'issue',
  place: ({ type }) => type === 'place',
  achievement: ({ type }) => type === 'achievement' || type === 'award',
};

/** What fills the place, or null when nothing does. */
export function fill(
  slot: Slot,
  passage: Passage,
  trigger: Trigger,
  topics: readonly Topic[],
): Filled | null {
  const before = slot.side === 'after' ? null : nameBefore(slot, passage, trigger);
  const found = before ?? (slot.side === 'before' ? null : nameAfter(slot, passage, trigger));
  if (found !== null) return { ends: found.flatMap(({ end }) => end), span: spanOf(found), doubt: 0 };
  return slot.topic ? fromTopic(slot, passage, trigger, topics) : null;
}

interface Fitting extends Trigger {
  readonly end: SuggestedEnd;
}

const spanOf = (found: readonly Fitting[]): Trigger => ({
  from: Math.min(...found.map(({ from }) => from)),
  to: Math.max(...found.map(({ to }) => to)),
});

/** The names that fit, in the trigger's part of the sentence: inside its speech, or outside of all. */
function fitting(slot: Slot, { names, sentence, aside }: Passage, trigger: Trigger): Fitting[] {
  const speech = sentence.tokens[trigger.from]?.speech;
  return names.flatMap(({ ends, from, to }: NameInText) => {
    if (aside[from] || sentence.tokens[from]?.speech !== speech) return [];
    const end = slot.fill.flatMap((filler) => oneOf(ends, FITS[filler]) ?? [])[0];
    return end === undefined ? [] : [{ end: asClaimed(end), from, to }];
  });
}

/** What is conferred is an achievement: of a known award, a new one under its name. */
const asClaimed = (end: SuggestedEnd): SuggestedEnd =>
  end.type === 'award' ? { ...end, id: null, type: 'achievement', kind: null } : end;

function nameAfter(slot: Slot, passage: Passage, trigger: Trigger): Fitting[] | null {
  const after = fitting(slot, passage, trigger).filter(({ from }) => from >= trigger.to);
  const [first] = after;
  if (first === undefined || distance(passage, trigger.to, first.from) > slot.gap) return null;
  return slot.list ? listFrom(after, passage) : [first];
}

function nameBefore(slot: Slot, passage: Passage, trigger: Trigger): Fitting[] | null {
  const before = fitting(slot, passage, trigger).filter(({ to }) => to <= trigger.from);
  while (before.length > 0) {
    const nearest = before.at(-1) as Fitting;
    if (distance(passage, nearest.to, trigger.from) > slot.gap) return null;
    const list = listFrom([...before].reverse(), passage);
    const first = list.at(-1) as Fitting;
    if (!slot.free || !hangs(passage, first.from)) return slot.list ? list.reverse() : [nearest];
    before.splice(before.length - list.length);
  }
  return null;
}

/** The names that follow one another with nothing but links between, from the first on, in either direction. */
function listFrom(names: readonly Fitting[], passage: Passage): Fitting[] {
  const list: Fitting[] = [];
  for (const name of names) {
    const last = list.at(-1);
    if (last !== undefined && !linked(passage, Math.min(last.to, name.to), Math.max(last.from, name.from)))
      break;
    list.push(name);
  }
  return list;
}

function linked({ sentence, aside }: Passage, from: number, to: number): boolean {
  const between = sentence.tokens.slice(from, to).filter((_, index) => !aside[from + index]);
  return between.length > 0 && between.every(({ word }) => LINKS.has(word));
}

/** Words between two tokens; titles, posts and marks do not count. */
function distance({ sentence, aside }: Passage, from: number, to: number): number {
  return sentence.tokens
    .slice(from, to)
    .filter(
      ({ text, word }, index) => /[\p{L}\p{N}]/u.test(text) && !FILLERS.has(word) && !aside[from + index],
    ).length;
}

function hangs({ sentence, aside }: Passage, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && (aside[at] || sentence.tokens[at]?.text === '"')) at--;
  return PREPOSITIONS.has(sentence.tokens[at]?.word ?? '');
}

/**
 * What was named last and fits: what a pointing word means ("kegiatan tersebut"), else, with more doubt, what the
 * paragraph or the one before it (or the whole text so far) is about. Awards, and what stands after the trigger, need
 * the pointing word.
 */
function fromTopic(
  slot: Slot,
  { sentence }: Passage,
  trigger: Trigger,
  topics: readonly Topic[],
): Filled | null {
  const { tokens, paragraph } = sentence;
  const reach =
    slot.side === 'after'
      ? tokens.slice(trigger.to, trigger.to + POINTER_GAP)
      : tokens.slice(0, slot.side === 'before' ? trigger.to : tokens.length);
  const pointer = reach.map(({ word }) => POINTERS.get(word)).find((kind) => kind !== undefined) ?? null;
  const all = topics.filter(({ end }) => slot.fill.some((filler) => FITS[filler](end)));
  // People attend an event and speak at it; the contest behind it is meant only where there is no event.
  const events = slot.fill.includes('event') ? all.filter(({ end }) => end.kind === 'EVENT') : [];
  const fits = events.length > 0 ? events : all;
  const pointed = fits.filter(({ end }) => pointer !== null && means(pointer, end)).at(-1);
  if (pointed !== undefined) return { ends: [asClaimed(pointed.end)], span: null, doubt: POINTED };
  if (slot.side === 'after' || slot.fill.includes('achievement') || slot.fill.length > 1) return null;
  const only = new Set(fits.map(({ end }) => end.name)).size === 1;
  const near = (reach: number) => fits.filter((topic) => paragraph - topic.paragraph <= reach);
  const salient = mostNamed(only ? fits : near(near(0).length > 0 ? 0 : 1));
  return salient === null ? null : { ends: [asClaimed(salient)], span: null, doubt: GUESSED };
}

/** The record named most often, the first among equals. */
function mostNamed(topics: readonly Topic[]): SuggestedEnd | null {
  const counts = new Map<string, number>();
  for (const { end } of topics) counts.set(end.name, (counts.get(end.name) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return topics.find(({ end }) => counts.get(end.name) === most)?.end ?? null;
}

function means(pointer: 'event' | 'program' | 'award', end: SuggestedEnd): boolean {
  if (pointer === 'award') return FITS.achievement(end);
  return FITS.initiative(end) && FITS.event(end) === (pointer === 'event');
}
