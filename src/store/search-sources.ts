import { groupBy } from '../domain/collections.js';
import type { Claim, JejakRecord } from '../domain/records.js';
import { OWNER_ROLES } from '../domain/relations.js';
import { ownNames, type SearchSourceRow } from './cypher/search.js';
import type { Now } from './port.js';
import { SEARCHED, type SearchText, searchText } from './search-text.js';
import type { Written } from './write-records.js';

/**
 * What a change means for search texts, worked out from its records: all that points at a new record is in the same
 * change, so that its text is known before anything is written; of the others, only some change. `searchSources` says
 * the same of what is stored.
 */

type Canonical = (id: string) => string;

/** Tells the search text of a new record; null for one that is not searched. */
export async function newSearchTexts(
  now: Now,
  written: readonly Written[],
  canonical: Canonical,
): Promise<(record: JejakRecord) => SearchText | null> {
  const created = new Set(written.filter(({ op }) => op === 'create').map(({ after }) => after.id));
  const namings = groupBy(
    written
      .flatMap(({ after }) => namingOf(after) ?? [])
      .filter((naming) => created.has(canonical(naming.in))),
    ({ in: id }) => canonical(id),
  );
  const named = [...namings.values()].flat().map(({ named: id }) => canonical(id));
  const names = await namesOf(now, written, [...new Set(named)]);
  return (record) => {
    if (record.withdrawn || !SEARCHED.includes(record.type)) return null;
    const mine = namings.get(record.id) ?? [];
    const context = mine.map(({ named: id }) => names.get(canonical(id)) ?? []);
    const posts = mine.flatMap(({ post }) => (post === null ? [] : [post]));
    return searchText({ ...ownSource(record), context, posts });
  };
}

/**
 * Stored records whose own text is no longer right, and stored records by whose names others are found, now that these
 * have changed.
 */
export function outdatedTexts(
  written: readonly Written[],
  canonical: Canonical,
): { own: string[]; renamed: string[] } {
  const created = new Set(written.filter(({ op }) => op === 'create').map(({ after }) => after.id));
  const own = new Set<string>();
  const renamed = new Set<string>();
  for (const { before, after } of written) {
    const sides = [before, after].map((record) => (record === null ? null : namingOf(record)));
    if (JSON.stringify(sides[0]) !== JSON.stringify(sides[1]))
      for (const naming of sides) if (naming) own.add(canonical(naming.in));
    if (before === null || JSON.stringify(ownSource(before)) === JSON.stringify(ownSource(after))) continue;
    if (SEARCHED.includes(after.type)) own.add(after.id);
    if (namesIn(before).join('\n') !== namesIn(after).join('\n')) renamed.add(after.id);
  }
  return { own: [...own].filter((id) => !created.has(id)), renamed: [...renamed] };
}

/** A record that carries the names of another in its search text. */
interface Naming {
  readonly in: string;
  readonly named: string;
  readonly post: SearchSourceRow['posts'][number] | null;
}

function namingOf(record: JejakRecord): Naming | null {
  if (record.type === 'achievement') return { in: record.id, named: record.award, post: null };
  return record.type === 'claim' && record.status !== 'RETRACTED' ? namingOfClaim(record) : null;
}

function namingOfClaim({ kind, role, subject, object, ...claim }: Claim): Naming | null {
  if (kind === 'PARTICIPATION' && OWNER_ROLES.some((owner) => owner === role))
    return { in: object, named: subject, post: null };
  if (kind === 'CONFERRAL' && (role === 'RECIPIENT' || role === 'ON_BEHALF_OF'))
    return { in: subject, named: object, post: null };
  if (kind !== 'AFFILIATION') return null;
  const { position, positionEn, start, end, at } = claim;
  return {
    in: subject,
    named: object,
    post: position === null ? null : [position, positionEn, start, end, at],
  };
}

/** What a record itself says for its text. */
function ownSource(record: JejakRecord): SearchSourceRow & { readonly withdrawn: boolean } {
  const { id, type, withdrawn, identifiers } = record;
  const of = (field: string) => ((record as Record<string, unknown>)[field] as string | undefined) ?? null;
  const weak = 'weakAliases' in record ? record.weakAliases : [];
  return {
    id,
    type,
    withdrawn,
    kind: of('kind'),
    names: namesIn(record),
    formerNames: [],
    identifiers: JSON.stringify(identifiers),
    code: of('code'),
    fields: [...['category', 'rank', 'publisher', 'author'].map(of), ...weak],
    dates: ['date', 'start', 'end', 'at'].map(of),
    context: [],
    posts: [],
  };
}

function namesIn(record: JejakRecord): string[] {
  if (record.type === 'source') return [record.title];
  if (!('name' in record)) return [];
  const { name, aliases, previousNames, abbreviations } = record;
  return [name, ...aliases, ...previousNames, ...abbreviations];
}

/** The names of records as they stand after the change. */
async function namesOf(
  now: Now,
  written: readonly Written[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const names = new Map(written.map(({ after }) => [after.id, namesIn(after)]));
  const others = ids.filter((id) => !names.has(id));
  const stored = others.length === 0 ? [] : await now.read(ownNames, { ids: others });
  return new Map([...names, ...stored.map(({ id, names: own }) => [id, own] as const)]);
}
