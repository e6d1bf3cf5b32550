import type { Operation } from '../domain/change-set.js';
import { byId } from '../domain/collections.js';
import { HELIXES, type Helix } from '../domain/kinds.js';
import type { JejakRecord, RecordInput } from '../domain/records.js';
import { OWNER_ROLES } from '../domain/relations.js';
import { factsOfRecords } from '../store/cypher/facts.js';
import { recordsByIds } from '../store/cypher/records.js';
import type { Now } from '../store/port.js';
import { decodeAsMade } from '../store/rows.js';
import type { Subject, User } from './rights.js';

/** Where something lies and whose it is: what the limits of a right look at. */
export type Facts = Pick<Subject, 'places' | 'agencies' | 'helixes'>;

export const NOWHERE: Facts = { places: [], agencies: [], helixes: [] };

/** Whether any of the user's grants is limited: without limits nobody has to know where a thing lies. */
export const isLimited = ({ grants }: User) =>
  grants.some(({ place, agency, helix }) => (place ?? agency ?? helix) !== undefined);

/**
 * The facts of records that the store knows, as if the claims `without` were not there; of an id that it does not know,
 * none.
 */
export async function factsOf(
  reader: Pick<Now, 'read'>,
  ids: readonly string[],
  without: readonly string[] = [],
): Promise<Map<string, Facts>> {
  const asked = { ids, owners: OWNER_ROLES, without };
  const rows = ids.length === 0 ? [] : await reader.read(factsOfRecords, asked);
  return new Map(
    rows.map(({ id, places, agencies, helixes }) => [
      id,
      { places, agencies, helixes: helixes.filter((helix) => helix !== null) },
    ]),
  );
}

/**
 * What each operation must lie within, all of it: the facts of what it writes before the change, and after it. What
 * exists is judged by what is stored, so that no change claims a record for its own limits; what the change creates, by
 * what the change says of it; what it withdraws, by where it lay. A claim that tells where a record lies or whose it is
 * is an edit of that record; any other one lies where its ends do, a comment where its record does, and a judgement is
 * an edit of both its sides. A source lies nowhere and is nobody's: whoever may write somewhere may name one, so a new
 * one has the facts of the whole set, or, alone, those of the user's own limits.
 */
export async function factsOfOperations(
  now: Pick<Now, 'read'>,
  operations: readonly Operation[],
  user: User,
): Promise<Facts[][]> {
  const stored = await storedOf(now, operations);
  const versions = operations.map(({ record }) => [...new Set([stored.get(record.id) ?? record, record])]);
  const ids = [...new Set(versions.flat().flatMap((record) => [record.id, ...endsOf(record)]))];
  const before = await factsOf(now, ids);
  const after = await factsAfter(now, versions, ids, before);
  const factsAt = (ends: readonly string[]) => [
    together(ends.map((id) => before.get(id) ?? after.get(id) ?? NOWHERE)),
    together(ends.map((id) => after.get(id) ?? NOWHERE)),
  ];
  const found = versions.map((each) => each.flatMap(judgedBy).flatMap(factsAt));
  const isNewSource = ({ op, record }: Operation) => op === 'create' && record.type === 'source';
  const ofSources = operations.every(isNewSource) ? limitsOf(user) : together(found.flat());
  return operations.map((operation, index) =>
    isNewSource(operation) ? [ofSources] : (found[index] as Facts[]),
  );
}

type Version = RecordInput | JejakRecord;

/** What the operations update, as it stands. */
async function storedOf(
  now: Pick<Now, 'read'>,
  operations: readonly Operation[],
): Promise<Map<string, JejakRecord>> {
  const ids = operations.filter(({ op }) => op === 'update').map(({ record }) => record.id);
  return byId(ids.length === 0 ? [] : (await now.read(recordsByIds, { ids })).map(decodeAsMade));
}

/** What is stored without the claims that the change moves, and what the change says beside. */
async function factsAfter(
  now: Pick<Now, 'read'>,
  versions: ReadonlyArray<readonly Version[]>,
  ids: readonly string[],
  before: ReadonlyMap<string, Facts>,
): Promise<Map<string, Facts>> {
  const told = (record: Version) => JSON.stringify(tellingOf(record));
  const moved = versions.flatMap(([old, record]) =>
    old !== undefined && record !== undefined && told(old) !== told(record) ? [record.id] : [],
  );
  const facts = new Map(moved.length === 0 ? before : await factsOf(now, ids, moved));
  const records = versions.flatMap((each) => each.slice(-1));
  for (const record of records) {
    if (record.type !== 'actor') continue;
    const known = facts.get(record.id) ?? { places: [], agencies: [record.id] };
    facts.set(record.id, { ...known, helixes: [record.helix] });
  }
  for (const record of records) passOn(tellingOf(record), facts);
  for (const { id, withdrawn } of records) if (withdrawn) facts.set(id, before.get(id) ?? NOWHERE);
  return facts;
}

function passOn(telling: Telling | null, facts: Map<string, Facts>): void {
  if (telling === null) return;
  const { of, by, places, owners } = telling;
  const [known, given] = [facts.get(of) ?? NOWHERE, facts.get(by) ?? NOWHERE];
  const passed = { ...(owners ? given : NOWHERE), places: places ? given.places : [] };
  facts.set(of, together([known, passed]));
}

/** What a claim tells of a record: that it lies where another one does, that whose the other one is, it is as well. */
interface Telling {
  readonly of: string;
  readonly by: string;
  readonly places: boolean;
  readonly owners: boolean;
}

/** Null for what tells neither; so does a claim that is retracted. */
function tellingOf(record: Version): Telling | null {
  return record.type === 'claim' && record.status !== 'RETRACTED' ? tellingOfClaim(record) : null;
}

function tellingOfClaim({
  kind,
  role,
  subject,
  object,
}: Extract<Version, { type: 'claim' }>): Telling | null {
  const ofSubject = { of: subject, by: object };
  if (kind === 'LOCATED_IN') return { ...ofSubject, places: true, owners: false };
  if (kind === 'PART_OF') return { ...ofSubject, places: true, owners: true };
  if (kind === 'CONFERRAL' && role === 'RECIPIENT') return { ...ofSubject, places: true, owners: true };
  if (kind === 'CONFERRAL' && role === 'ON_BEHALF_OF') return { ...ofSubject, places: false, owners: true };
  const isOwner = OWNER_ROLES.some((owner) => owner === role);
  if (kind === 'PARTICIPATION' && isOwner) return { of: object, by: subject, places: false, owners: true };
  return null;
}

/** The ids whose facts decide on an operation: those of each list together, and of all lists. */
function judgedBy(record: Version): string[][] {
  if (record.type === 'judgement') return [[record.left], [record.right]];
  if (record.type === 'comment') return [[record.about]];
  if (record.type !== 'claim') return [[record.id]];
  const telling = tellingOfClaim(record);
  return [telling === null ? endsOf(record) : [telling.of]];
}

function endsOf(record: Version): string[] {
  switch (record.type) {
    case 'claim':
      return [record.subject, record.object, ...(record.parties ?? [])];
    case 'judgement':
      return [record.left, record.right];
    case 'comment':
      return [record.about];
    default:
      return [];
  }
}

/** The limits of a user's own grants: the facts of what lies exactly within them. */
export function limitsOf({ grants }: User): Facts {
  const given = <T>(values: ReadonlyArray<T | undefined>) => values.filter((value) => value !== undefined);
  return {
    places: given(grants.map(({ place }) => place)),
    agencies: given(grants.map(({ agency }) => agency)),
    helixes: given(grants.map(({ helix }) => helix)),
  };
}

function together(parts: readonly Facts[]): Facts {
  const all = new Set<Helix>(parts.flatMap(({ helixes }) => helixes));
  return {
    places: [...new Set(parts.flatMap(({ places }) => places))],
    agencies: [...new Set(parts.flatMap(({ agencies }) => agencies))],
    helixes: HELIXES.filter((helix) => all.has(helix)),
  };
}
