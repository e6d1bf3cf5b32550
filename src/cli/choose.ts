import { typeOfId } from '../domain/ids.js';
import type { Language } from '../domain/kinds.js';
import type { Api } from './connect.js';
import { Negative } from './exit.js';
import { kindLabel } from './labels.js';
import { type HitAnswer, nameOf, SEARCH, type SearchAnswer } from './queries.js';

/** What a trace can start from, in the words of the search. */
const TRACEABLE = ['ACHIEVEMENT', 'INITIATIVE', 'ISSUE', 'ACTOR', 'PLACE'] as const;

/** What is chosen from, and how a command names its choice by id. */
export interface Choice {
  readonly types: readonly string[];
  readonly example: (id: string) => string;
}
const FOR_A_TRACE: Choice = { types: TRACEABLE, example: (id) => `jejak trace ${id}` };

/** How many candidates a person is asked to choose from. */
const SHOWN = 10;

/** The same name or identifier (domain/search-rank.ts). */
const SAME = 1;
/** Below this, a word of the query that tells something is missing. */
const COMPLETE = 0.5;
/** How far the best hit must be ahead of the next to be meant beyond doubt. */
const AHEAD = 0.15;

/**
 * The id that the words mean: an id as it is, otherwise the one record with that very name, abbreviation or
 * identifier, otherwise the hit that is clearly ahead of all others. Throws Negative, listing the candidates, when
 * nothing or several things may be meant.
 */
export async function chooseId(
  api: Api,
  text: string,
  language: Language,
  { types, example }: Choice = FOR_A_TRACE,
): Promise<string> {
  if (typeOfId(text) !== null) return text;
  const answer = await api.ask<SearchAnswer>(SEARCH, { query: text, types, first: SHOWN });
  const { nodes: hits, totalCount } = answer.search;
  const chosen = clearlyMeant(hits);
  if (chosen === null)
    throw undecided(text, hits, totalCount, answer.status.sequence === 0, language, example);
  if (chosen.score < SAME) console.error(`"${text}" is taken for: ${candidateText(chosen, language)}`);
  return chosen.node.id;
}

/** The hit that is meant, of hits that come best first; null when that is not clear. */
export function clearlyMeant(hits: readonly HitAnswer[]): HitAnswer | null {
  const [first, second] = hits;
  if (first === undefined) return null;
  if (first.score === SAME) return second?.score === SAME ? null : first;
  return first.score >= COMPLETE && first.score - (second?.score ?? 0) >= AHEAD ? first : null;
}

function undecided(
  text: string,
  hits: readonly HitAnswer[],
  total: number,
  isEmpty: boolean,
  language: Language,
  example: Choice['example'],
): Negative {
  if (hits.length === 0) return nothingFound(text, isEmpty);
  const same = hits.filter(({ score }) => score === SAME);
  const candidates = same.length > 0 ? same : hits;
  const more = same.length > 0 ? 0 : total - hits.length;
  return new Negative(
    [
      `"${text}" may mean:`,
      ...candidates.map((hit, index) => `${String(index + 1).padStart(4)}. ${candidateText(hit, language)}`),
      ...(more > 0 ? [`      and ${more} more: jejak search "${text}"`] : []),
      `name one by its id: ${example(candidates[0]?.node.id ?? '')}`,
    ].join('\n'),
  );
}

/** Nothing was found; in an empty store that is no wonder. */
export function nothingFound(text: string, isEmpty: boolean): Negative {
  return new Negative(
    isEmpty
      ? 'the store is empty; load the dataset of Malang with: jejak seed malang'
      : `nothing found for "${text}"; try fewer or other words`,
  );
}

function candidateText(hit: HitAnswer, language: Language): string {
  return `${nameOf(hit.node)}${matchedText(hit)}, ${kindLabel(hit.node, language)} (${hit.node.id})`;
}

/** The name by which it was found, where that is not the name it goes by. */
export function matchedText({ node, matchedName }: HitAnswer): string {
  return matchedName === nameOf(node) ? '' : ` [${matchedName}]`;
}
