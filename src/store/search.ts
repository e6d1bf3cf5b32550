import { compareText } from '../domain/dates.js';
import { JejakError } from '../domain/errors.js';
import { HELIXES, type Helix, type RecordType } from '../domain/kinds.js';
import { fold } from '../domain/names.js';
import type { Stored } from '../domain/records.js';
import { rank } from '../domain/search-rank.js';
import { type CandidateRow, searchCandidates } from './cypher/search.js';
import type { Reader } from './port.js';
import { decodeRecord } from './rows.js';
import { identifiersOf, queryGrams } from './search-text.js';

/** Search: the engine's text index proposes candidates, `rank` decides what is a hit and in which order. */

export interface SearchRequest {
  readonly query: string;
  readonly types?: readonly RecordType[] | null;
  readonly helixes?: readonly Helix[] | null;
  /** Ids of places. A hit is in a place also when it is in one below it. */
  readonly places?: readonly string[] | null;
  /** How many hits to return; all without it. Facets count all of them in any case. */
  readonly limit?: number;
}

export interface Hit {
  readonly record: Stored;
  /** 0 to 1, best first; see domain/search-rank.ts. */
  readonly score: number;
  readonly matchedName: string;
}

/**
 * How many hits have each value, largest first. Each facet ignores its own filter and keeps to the others: with type
 * ACTOR chosen, `types` still says how many initiatives one click away are, whereas `helixes` counts actors only.
 * A hit counts once in each value it has, so the counts of helixes and places do not add up to the hits.
 */
export interface SearchFacets {
  readonly types: ReadonlyArray<{ readonly value: RecordType; readonly count: number }>;
  readonly helixes: ReadonlyArray<{ readonly value: Helix; readonly count: number }>;
  readonly places: ReadonlyArray<{ readonly id: string; readonly count: number }>;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  readonly facets: SearchFacets;
  /** The index proposed more than CANDIDATES; a weaker hit may be missing and the counts are too low. */
  readonly capped: boolean;
}

export const CANDIDATES = 500;
export const MAX_QUERY_LENGTH = 200;
export const MAX_QUERY_WORDS = 20;

/** A hit that is not read yet, with the values that filters and facets read. */
interface Found extends Omit<Hit, 'record'> {
  readonly row: CandidateRow;
  readonly types: readonly RecordType[];
  /** Of an actor its own; of an initiative those who take part in it; of an achievement those behind its recipient. */
  readonly helixes: readonly Helix[];
  /** Where it stands to be located, for an achievement its recipient; a place itself; each with the places above. */
  readonly places: readonly string[];
}
type Facet = 'types' | 'helixes' | 'places';
const FACETS = ['types', 'helixes', 'places'] as const satisfies readonly Facet[];

/**
 * Finds things by name and context, in two round trips. A query without letters or digits finds nothing, as an empty
 * search box does. Throws BAD_USER_INPUT for a query that is too long.
 */
export async function search(reader: Reader, request: SearchRequest): Promise<SearchResult> {
  checkLength(request.query);
  const grams = queryGrams(request.query);
  const proposed = grams === '' ? [] : await reader.searchText(grams, CANDIDATES + 1);
  const ids = proposed.slice(0, CANDIDATES);
  const rows = ids.length === 0 ? [] : await reader.read(searchCandidates, { ids });
  const found = rankRows(request.query, rows);
  const passing = found.filter((hit) => FACETS.every((facet) => passes(hit, facet, request)));
  return {
    hits: passing.slice(0, request.limit).map(toHit),
    facets: facetsOf(found, request),
    capped: proposed.length > CANDIDATES,
  };
}

const toHit = ({ row, score, matchedName }: Found): Hit => ({
  record: decodeRecord(row),
  score,
  matchedName,
});

function checkLength(query: string): void {
  if (query.length > MAX_QUERY_LENGTH)
    throw new JejakError(
      'BAD_USER_INPUT',
      `query: has ${query.length} characters; write at most ${MAX_QUERY_LENGTH}`,
    );
  const words = fold(query).split(' ').length;
  if (words > MAX_QUERY_WORDS)
    throw new JejakError('BAD_USER_INPUT', `query: has ${words} words; write at most ${MAX_QUERY_WORDS}`);
}

function rankRows(query: string, rows: readonly CandidateRow[]): Found[] {
  const byId = new Map(rows.map((row) => [String(row.properties.id), row]));
  const candidates = Array.from(byId, ([id, row]) => ({
    id,
    names: row.names,
    context: row.context,
    identifiers: [...identifiersOf(row), row.code ?? ''].filter(Boolean),
  }));
  return rank(query, candidates).flatMap(({ id, score, matchedName }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const helixes = HELIXES.filter((helix) => row.helixes.includes(helix));
    return [
      { row, score, matchedName, types: [row.properties.type], helixes, places: [...new Set(row.places)] },
    ];
  });
}

/** Whether a hit has one of the values asked for. Not asking lets everything pass, an empty list nothing. */
function passes(hit: Found, facet: Facet, request: SearchRequest): boolean {
  const wanted: readonly string[] | null | undefined = request[facet];
  return !wanted || hit[facet].some((value) => wanted.includes(value));
}

function facetsOf(found: readonly Found[], request: SearchRequest): SearchFacets {
  const places = count(found, 'places', request);
  return {
    types: count(found, 'types', request),
    helixes: count(found, 'helixes', request),
    places: places.map(({ value, count }) => ({ id: value, count })),
  };
}

/** The values of one facet among the hits that pass all other filters, largest first, then by value. */
function count<F extends Facet>(found: readonly Found[], facet: F, request: SearchRequest) {
  type Value = Found[F][number];
  const others = FACETS.filter((other) => other !== facet);
  const counts = new Map<Value, number>();
  for (const hit of found.filter((hit) => others.every((other) => passes(hit, other, request))))
    for (const value of hit[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => b.count - a.count || compareText(a.value, b.value),
  );
}
