import type { Helix } from '../../domain/kinds.js';
import { type AmountInText, amountsOf } from './amounts.js';
import { type DateInText, datesOf } from './dates.js';
import { addDrafts } from './drafts.js';
import { TITLES_BEFORE } from './lexicon.js';
import { NameIndex, type NameInText } from './name-index.js';
import { type Holding, holdingsOf, isDegree, titledPersons } from './posts.js';
import type { KnownName, SuggestedEnd } from './suggestion.js';
import { type Sentence, sentencesOf } from './text.js';

/** A sentence with all that was found in it: what the rules read. */
export interface Passage {
  readonly sentence: Sentence;
  readonly names: readonly NameInText[];
  readonly holdings: readonly Holding[];
  readonly dates: readonly DateInText[];
  readonly amounts: readonly AmountInText[];
  /**
   * Tokens that stand beside a name without parting it from its neighbours: titles, degrees, and the post with its
   * organization. A name inside them does nothing in the sentence.
   */
  readonly aside: readonly boolean[];
}

/**
 * Reads an article. Names are looked for in rounds, because one tells another: shapes first, then the holders of posts,
 * then every name so found wherever it stands.
 */
export function passagesOf(text: string, known: readonly KnownName[], published: string | null): Passage[] {
  const sentences = sentencesOf(text);
  const index = new NameIndex(known);
  addDrafts(sentences, index);
  addPersons(sentences, index);
  return sentences.map((sentence) => passageOf(sentence, index, published));
}

function passageOf(sentence: Sentence, index: NameIndex, published: string | null): Passage {
  const { tokens } = sentence;
  const holdings = holdingsOf(sentence, index);
  const aside = tokens.map((token) => TITLES_BEFORE.has(token.word) || isDegree(token));
  for (const { post } of holdings) aside.fill(true, post[0], post[1]);
  const names = index.find(tokens);
  // The year of "Festival Kota 2023" is part of its name.
  const dates = datesOf(sentence, published).filter(
    (date) => !names.some(({ from, to }) => from <= date.from && date.to <= to),
  );
  return { sentence, names, holdings, dates, amounts: amountsOf(tokens), aside };
}

function addPersons(sentences: readonly Sentence[], index: NameIndex): void {
  const persons = new Map<string, Helix>();
  for (const sentence of sentences) {
    for (const { person, organization } of holdingsOf(sentence, index))
      if (!persons.has(person)) persons.set(person, organization.helix ?? 'GOVERNMENT');
    for (const person of titledPersons(sentence, index.find(sentence.tokens)))
      if (!persons.has(person)) persons.set(person, 'COMMUNITY');
  }
  const known = (person: string) => index.named(person).some(({ type }) => type === 'actor');
  const added = [...persons].filter(([person]) => !known(person));
  for (const [name, helix] of added) index.add(name, personDraft(name, helix));
  // Articles go on by one word of the name; where two persons share it, it names neither.
  const byWord = new Map<string, string[]>();
  for (const [name] of added)
    for (const word of new Set(name.split(' ')))
      byWord.set(word, [...(byWord.get(word) ?? []), name].slice(0, 2));
  for (const [name, helix] of added)
    for (const word of name.split(' '))
      if (word.length > 2 && byWord.get(word)?.length === 1 && index.named(word).length === 0)
        index.add(word, personDraft(name, helix));
}

const personDraft = (name: string, helix: Helix): SuggestedEnd => ({
  id: null,
  type: 'actor',
  kind: 'PERSON',
  helix,
  name,
});
