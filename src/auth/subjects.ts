import type { Operation } from '../domain/change-set.js';
import { HELIXES, type Helix } from '../domain/kinds.js';
import type { Claim, JejakRecord, RecordInput } from '../domain/records.js';
import { OWNER_ROLES } from '../domain/relations.js';
import { factsOfRecords } from '../store/cypher/facts.js';
import type { Now } from '../store/port.js';
import type { Subject, User } from './rights.js';

/** Where something lies and whose it is: what the limits of a right look at. */
export type Facts = Pick<Subject, 'places' | 'agencies' | 'helixes'>;

export const NOWHERE: Facts = { places: [], agencies: [], helixes: [] };

/** Whether any of the user's grants is limited: without limits nobody has to know where a thing lies. */
export const isLimited = ({ grants }: User) =>
  grants.some(({ place, agency, helix }) => (place ?? agency ?? helix) !== undefined);

/** The facts of records that the store knows; of an id that it does not know, none. */
export async function factsOf(
  reader: Pick<Now, 'read'>,
  ids: readonly string[],
): Promise<Map<string, Facts>> {
  const rows = ids.length === 0 ? [] : await reader.read(factsOfRecords, { ids, owners: OWNER_ROLES });
  return new Map(
    rows.map(({ id, places, agencies, helixes }) => [
      id,
      { places, agencies, helixes: helixes.filter((helix) => helix !== null) },
    ]),
  );
}

/**
 * The facts of each operation's record. A new record lies where the claims of the same change set say; a claim lies
 * where its ends do, a comment where its record does. A source lies nowhere and is nobody's: whoever may write somewhere
 * may name one, so it has the facts of the whole set, or, alone, those of the user's own limits.
 */
export async function factsOfOperations(
  now: Pick<Now, 'read'>,
  operations: readonly Operation[],
  user: User,
): Promise<Facts[]> {
  const records = operations.map(({ record }) => record);
  const pointedAt = records.flatMap((record) => endsOf(record));
  const facts = await factsOf(now, [...new Set([...records.map(({ id }) => id), ...pointedAt])]);
  for (const record of records) {
    if (record.type !== 'actor') continue;
    const own = { places: [], agencies: [record.id], helixes: [record.helix] };
    facts.set(record.id, together([facts.get(record.id) ?? NOWHERE, own]));
  }
  for (const record of records) if (record.type === 'claim') passOn(record as Claim, facts);
  const found = records.map((record) =>
    together([facts.get(record.id) ?? NOWHERE, ...endsOf(record).map((id) => facts.get(id) ?? NOWHERE)]),
  );
  const whole = together(found);
  return records.map((record, index) => {
    if (record.type !== 'source' || operations[index]?.op !== 'create') return found[index] ?? NOWHERE;
    return records.length === 1 ? limitsOf(user) : whole;
  });
}

/** What a claim of the set tells of the record that it is about. */
function passOn({ kind, role, subject, object }: Claim, facts: Map<string, Facts>): void {
  const [from, to] = [facts.get(subject) ?? NOWHERE, facts.get(object) ?? NOWHERE];
  const isOwner = OWNER_ROLES.some((owner) => owner === role);
  if (kind === 'LOCATED_IN') facts.set(subject, together([from, { ...NOWHERE, places: to.places }]));
  if (kind === 'PART_OF' || (kind === 'CONFERRAL' && role === 'RECIPIENT'))
    facts.set(subject, together([from, to]));
  if (kind === 'PARTICIPATION' && isOwner) facts.set(object, together([to, { ...from, places: [] }]));
}

function endsOf(record: RecordInput | JejakRecord): string[] {
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
