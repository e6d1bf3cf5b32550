import { groupBy } from '../domain/collections.js';
import { type Identifiable, isMergeable, type MergeableType } from '../domain/identity.js';
import { type Candidate, candidatesAmong, candidatesFor } from '../domain/identity-candidates.js';
import type { Identifier, JejakRecord } from '../domain/records.js';
import {
  type IdentifiableRow,
  identifiablePage,
  identifiablesByIds,
  placeParents,
  standingJudgements,
} from './cypher/identifiables.js';
import type { Now, Reader } from './port.js';
import { queryGrams } from './search-text.js';

/** Records that may be the same thing, found in the store. */

const PAGE = 2_000;
/** How many records that share letters with a name are compared with it. */
const COMPARED = 60;

/** Pairs of a type that may be the same, best first; those judged already are left out. Reads all records of the type. */
export async function candidatesOf(reader: Pick<Reader, 'read'>, type: MergeableType): Promise<Candidate[]> {
  const above = await placesAbove(reader);
  const records: Identifiable[] = [];
  for (let after = ''; ; ) {
    const rows = await reader.read(identifiablePage(type), { after, limit: PAGE });
    records.push(...rows.map((row) => identifiable(row, above)));
    if (rows.length < PAGE) break;
    after = rows.at(-1)?.id ?? '';
  }
  return candidatesAmong(records, { judgements: await reader.read(standingJudgements, {}) });
}

/** Standing records that may be the same as each of the given ones, which need not be stored yet; best first. */
export async function lookalikesOf(
  reader: Reader,
  records: readonly Identifiable[],
): Promise<Map<string, Candidate[]>> {
  const above = await placesAbove(reader);
  const judgements = await reader.read(standingJudgements, {});
  const found = new Map<string, Candidate[]>();
  for (const record of records) {
    const near = await reader.searchText(queryGrams(record.name), COMPARED);
    const rows = near.length === 0 ? [] : await reader.read(identifiablesByIds, { ids: near });
    const others = rows.filter(({ type }) => type === record.type).map((row) => identifiable(row, above));
    found.set(record.id, candidatesFor(record, others, { judgements }));
  }
  return found;
}

/** The stored records of those ids, ready to be compared. */
export async function identifiablesOf(
  reader: Pick<Now, 'read'>,
  ids: readonly string[],
): Promise<Identifiable[]> {
  const above = await placesAbove(reader);
  return (await reader.read(identifiablesByIds, { ids })).map((row) => identifiable(row, above));
}

/** A record that is not stored yet; `places` and `neighbours` as far as its claims are known. */
export function identifiableOf(
  record: JejakRecord,
  around: Partial<Pick<Identifiable, 'places' | 'neighbours' | 'joined' | 'succeeded'>> = {},
): Identifiable | null {
  if (!isMergeable(record.type) || !('name' in record || 'title' in record)) return null;
  const names = 'name' in record ? record : { name: record.title, ...NO_NAMES };
  return {
    id: record.id,
    type: record.type,
    kind: 'kind' in record ? record.kind : null,
    helix: record.type === 'actor' ? record.helix : null,
    name: names.name,
    aliases: names.aliases,
    previousNames: names.previousNames,
    abbreviations: names.abbreviations,
    weakAliases: names.weakAliases,
    identifiers: record.identifiers,
    code: record.type === 'place' ? record.code : null,
    date: 'date' in record ? record.date : 'start' in record ? (record.start ?? record.at) : null,
    places: [],
    neighbours: [],
    joined: [],
    succeeded: [],
    ...around,
  };
}

/** A name of which nothing else is known, to find records that may be meant by it. */
export const namedOnly = (id: string, type: MergeableType, name: string): Identifiable => ({
  id,
  type,
  kind: null,
  helix: null,
  name,
  ...NO_NAMES,
  identifiers: [],
  code: null,
  date: null,
  places: [],
  neighbours: [],
  joined: [],
  succeeded: [],
});

const NO_NAMES = { aliases: [], previousNames: [], abbreviations: [], weakAliases: [] };

type Above = (id: string) => string[];

function identifiable(row: IdentifiableRow, above: Above): Identifiable {
  const { dates, identifiers, type, ...rest } = row;
  if (!isMergeable(type)) throw new Error(`records of type ${type} are not compared`);
  return {
    ...rest,
    type,
    aliases: rest.aliases ?? [],
    previousNames: rest.previousNames ?? [],
    abbreviations: rest.abbreviations ?? [],
    weakAliases: rest.weakAliases ?? [],
    identifiers: JSON.parse(identifiers ?? '[]') as Identifier[],
    places: [...new Set(rest.places.flatMap((place) => [place, ...above(place)]))].sort(),
    neighbours: [...new Set(rest.neighbours)].sort(),
    joined: [...new Set(rest.joined)].sort(),
    succeeded: [...new Set(rest.succeeded)].sort(),
    date: dates.find((date) => date !== null) ?? null,
  };
}

/** For a place, all places above it. */
async function placesAbove(reader: Pick<Reader, 'read'>): Promise<Above> {
  const parents = groupBy(await reader.read(placeParents, {}), ({ child }) => child);
  return (place) => {
    const found = new Set<string>();
    for (let level = [place]; level.length > 0; ) {
      const next = level.flatMap((id) => (parents.get(id) ?? []).map(({ parent }) => parent));
      level = next.filter((id) => !found.has(id) && id !== place);
      for (const id of level) found.add(id);
    }
    return [...found];
  };
}
