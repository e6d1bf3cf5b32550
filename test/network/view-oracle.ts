import { LAST_DAY, spanOf, spanOrAllTime } from '../../src/domain/dates.js';
import type { Period } from '../../src/domain/periods.js';
import type { Actor, Claim, Initiative, JejakRecord } from '../../src/domain/records.js';
import type { NetworkFilter } from '../../src/network/view-filter.js';
import type { NetworkMode } from '../../src/network/views.js';

/**
 * Views by the book: from records and the definition, over lists of ids and dates as text. Slow, and shares nothing with
 * what it is held against but the domain's dates.
 */

export interface ExpectedView {
  readonly ids: readonly string[];
  /** `[id, id, weight, claims]`, the smaller id first; claims of TWO_MODE alone. */
  readonly ties: ReadonlyArray<readonly [string, string, number, number | null]>;
}

/** `merged` leads from a record to the one that stands for it. */
export function expectedView(
  records: readonly JejakRecord[],
  merged: ReadonlyMap<string, string>,
  filter: NetworkFilter,
  mode: NetworkMode,
): ExpectedView {
  const lead = (id: string) => merged.get(id) ?? id;
  const claims = records.flatMap((record) =>
    record.type === 'claim' && record.status !== 'RETRACTED'
      ? [{ ...record, subject: lead(record.subject), object: lead(record.object) }]
      : [],
  );
  const standing = records.filter(({ id, withdrawn }) => !withdrawn && lead(id) === id);
  const actors = standing.filter(
    (each): each is Actor => each.type === 'actor' && isAskedActor(each, filter),
  );
  const initiatives = standing.filter(
    (each): each is Initiative =>
      each.type === 'initiative' && (filter.initiativeKinds?.includes(each.kind) ?? true),
  );
  const there = locatedIds(claims, filter.place === undefined ? null : lead(filter.place));
  const isSaid = ({ status, rank, role, evidence }: Claim) =>
    (filter.statuses?.includes(status) ?? true) &&
    (filter.ranks?.includes(rank) ?? true) &&
    (filter.roles?.includes(role ?? '') ?? true) &&
    (filter.sources === undefined ||
      evidence.some(({ source }) => filter.sources?.map(lead).includes(lead(source))));

  if (mode === 'ORGANIZATIONS') {
    const ours = actors.filter(({ id, kind }) => kind === 'ORGANIZATION' && there(id));
    const posts = claims.filter(
      (claim) =>
        claim.kind === 'AFFILIATION' &&
        isSaid(claim) &&
        ours.some(({ id }) => id === claim.object) &&
        !records.some(
          (each) => each.id === claim.subject && each.type === 'actor' && each.kind === 'ORGANIZATION',
        ) &&
        isDuring(beginOf(claim), endOf(claim), filter),
    );
    const pairs = posts.map(({ object, subject }): [string, string] => [object, subject]);
    return shared(
      ours.map(({ id }) => id),
      pairs,
    );
  }

  const tying = claims.filter((claim) => {
    const initiative = initiatives.find(({ id }) => id === claim.object);
    if (claim.kind !== 'PARTICIPATION' || !isSaid(claim) || initiative === undefined) return false;
    if (!actors.some(({ id }) => id === claim.subject) || !there(claim.object)) return false;
    const begin = beginOf(claim) ?? beginOf(initiative);
    return isDuring(begin, endOfTie(claim, initiative, begin), filter);
  });
  const pairs = tying.map(({ subject, object }): [string, string] => [subject, object]);
  const actorIds = actors.map(({ id }) => id).filter((id) => there(id) || pairs.some(([of]) => of === id));
  const initiativeIds = initiatives
    .filter(({ id }) => there(id))
    .filter((each) => isDuring(beginOf(each), endOf(each), filter) || pairs.some(([, of]) => of === each.id))
    .map(({ id }) => id);
  if (mode === 'TWO_MODE') return { ids: [...actorIds, ...initiativeIds].sort(), ties: counted(pairs) };
  if (mode === 'INITIATIVES')
    return shared(
      initiativeIds,
      pairs.map(([actor, initiative]) => [initiative, actor]),
    );
  const all = shared(actorIds, pairs);
  const helixOf = (id: string) => actors.find((each) => each.id === id)?.helix;
  return mode === 'ACTORS'
    ? all
    : { ...all, ties: all.ties.filter(([from, to]) => helixOf(from) !== helixOf(to)) };
}

function isAskedActor({ helix, kind }: Actor, { helixes, actorKinds }: NetworkFilter): boolean {
  return (helixes?.includes(helix) ?? true) && (actorKinds?.includes(kind) ?? true);
}

/** Whether something lies in the place, by the claims that stand. */
function locatedIds(claims: readonly Claim[], place: string | null): (id: string) => boolean {
  if (place === null) return () => true;
  const isWithin = (id: string, seen: readonly string[] = []): boolean =>
    id === place ||
    (!seen.includes(id) &&
      claims.some(
        ({ kind, subject, object }) =>
          kind === 'PART_OF' && subject === id && isWithin(object, [...seen, id]),
      ));
  return (id) =>
    claims.some(({ kind, subject, object }) => kind === 'LOCATED_IN' && subject === id && isWithin(object));
}

/** The first day on which it may have begun; null when nothing says. */
function beginOf({ start, at }: Period): string | null {
  const date = start ?? at;
  return date === null ? null : spanOrAllTime(date).earliest;
}

/** The last day on which it may hold: `SOME` when it ended, nobody knows when; null when nothing says. */
function endOf({ end, endState }: Period): string | null {
  if (end !== null) return spanOrAllTime(end).latest;
  return endState === 'ENDED_UNKNOWN' ? 'SOME' : null;
}

function endOfTie(claim: Claim, initiative: Initiative, begin: string | null): string | null {
  const ends = [endOf(claim), endOf(initiative)].filter((end) => end !== null);
  const [day] = ends.filter((end) => end !== 'SOME').sort();
  if (day !== undefined && begin !== null && day < begin) return endOf(claim);
  return day ?? (ends.includes('SOME') ? 'SOME' : null);
}

function isDuring(begin: string | null, end: string | null, { period, today }: NetworkFilter): boolean {
  const from = period?.from === undefined ? '' : (spanOf(period.from)?.earliest ?? '');
  const to = period?.to === undefined ? LAST_DAY : (spanOf(period.to)?.latest ?? '');
  if ((begin ?? '') > to) return false;
  if (end === 'SOME') return today === undefined || from < today;
  return end === null || end >= from;
}

/** Pairs, each once, with how often it came. */
function counted(pairs: ReadonlyArray<readonly [string, string]>): ExpectedView['ties'] {
  const keys = pairs.map((pair) => [...pair].sort().join(' '));
  return [...new Set(keys)].sort().map((key) => {
    const [from = '', to = ''] = key.split(' ');
    return [from, to, 1, keys.filter((other) => other === key).length];
  });
}

/** Those of the ids that have partners in common, by how many. */
function shared(ids: readonly string[], pairs: ReadonlyArray<readonly [string, string]>): ExpectedView {
  const partners = (id: string) => new Set(pairs.filter(([of]) => of === id).map(([, other]) => other));
  const sorted = [...ids].sort();
  const ties = sorted.flatMap((from, index) =>
    sorted.slice(index + 1).flatMap((to): ExpectedView['ties'][number][] => {
      const common = [...partners(from)].filter((other) => partners(to).has(other)).length;
      return common === 0 ? [] : [[from, to, common, null]];
    }),
  );
  return { ids: sorted, ties };
}
