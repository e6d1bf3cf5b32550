import type { ChangeSet } from '../../src/domain/change-set.js';
import { idOf } from '../../src/domain/ids.js';
import type { RecordType } from '../../src/domain/kinds.js';
import {
  type Evidence,
  type JejakRecord,
  type RecordInput,
  type RecordOf,
  SCHEMAS,
} from '../../src/domain/records.js';

/** Wherever a record's field takes an id, a builder takes the record as well. */
type Reference = string | { readonly id: string };
interface LooseFields {
  readonly award?: Reference;
  readonly subject?: Reference;
  readonly object?: Reference;
  readonly left?: Reference;
  readonly right?: Reference;
  readonly parties?: readonly Reference[];
  readonly evidence?: ReadonlyArray<{ readonly source: Reference } & Partial<Omit<Evidence, 'source'>>>;
}
type Fields<T extends RecordType> = { readonly key?: string } & {
  readonly [K in keyof RecordOf<T>]?: K extends keyof LooseFields ? LooseFields[K] : RecordOf<T>[K];
};

/** The id that the builders give to the record of that type with that key. */
export const testId = (type: RecordType, key: string = type) => idOf(type, 'test', key);

/**
 * A builder fills in what a test does not care about: the same key gives the same id, and the default key is the
 * type, so that `aClaim()` joins `anActor()` to `anInitiative()` by the word of `aSource()`. What a test passes is
 * taken as it is, valid or not.
 */
function builder<T extends RecordType>(type: T, defaults: (key: string) => Record<string, unknown>) {
  return ({ key = type, ...fields }: Fields<T> = {}): RecordOf<T> => {
    const record = SCHEMAS[type].parse({ type, id: testId(type, key), ...defaults(key) });
    const given = Object.entries(fields).map(([field, value]) => [field, asIds(field, value)]);
    return { ...record, ...Object.fromEntries(given) } as RecordOf<T>;
  };
}

function asIds(field: string, value: unknown): unknown {
  if (field === 'evidence')
    return (value as Array<{ source: Reference }>).map(({ source, ...rest }) => ({
      ...NOTHING_SAID,
      ...rest,
      source: asId(source),
    }));
  if (field === 'parties') return (value as Reference[]).map(asId);
  return ['award', 'subject', 'object', 'left', 'right'].includes(field) ? asId(value as Reference) : value;
}
const asId = (reference: Reference) => (typeof reference === 'string' ? reference : reference?.id);
const NOTHING_SAID = { locator: null, quote: null, paraphrase: null, paraphraseEn: null, language: 'id' };

const called = (name: string) => ({ name });

export const anActor = builder('actor', (key) => ({
  ...called(key),
  kind: 'ORGANIZATION',
  helix: 'GOVERNMENT',
}));
export const aPerson = (fields: Fields<'actor'> = {}) =>
  anActor({ key: 'person', kind: 'PERSON', helix: 'COMMUNITY', ...fields });
export const anInitiative = builder('initiative', (key) => ({ ...called(key), kind: 'PROGRAM' }));
export const anAward = builder('award', called);
export const anAchievement = builder('achievement', (key) => ({ ...called(key), award: testId('award') }));
export const anIssue = builder('issue', called);
export const aPlace = builder('place', (key) => ({ ...called(key), kind: 'KELURAHAN' }));
export const aSource = builder('source', (key) => ({ title: key, kind: 'ARTICLE' }));
export const aClaim = builder('claim', () => ({
  kind: 'PARTICIPATION',
  role: 'IMPLEMENTING',
  subject: testId('actor'),
  object: testId('initiative'),
  evidence: [{ source: testId('source') }],
}));
export const aJudgement = builder('judgement', () => ({
  left: testId('actor'),
  right: testId('actor', 'other'),
  verdict: 'POSITIVE',
}));

/** An actor that implements an initiative, and the source that says so: the smallest set that stands by itself. */
export const aParticipation = (): [
  RecordOf<'actor'>,
  RecordOf<'initiative'>,
  RecordOf<'source'>,
  RecordOf<'claim'>,
] => [anActor(), anInitiative(), aSource(), aClaim()];

/** A change set that creates the records. */
export const changeSet = (...records: readonly RecordInput[]): ChangeSet => ({
  by: 'test',
  why: 'a test needs them',
  operations: records.map((record) => ({ op: 'create', record })),
});

/** A change set in which the records take the place of those with their ids. */
export const update = (...records: readonly RecordInput[]): ChangeSet => ({
  by: 'test',
  why: 'a test changes them',
  operations: records.map((record) => ({ op: 'update', record })),
});

/** One change set after the other in one. */
export const together = (...sets: readonly ChangeSet[]): ChangeSet => ({
  by: 'test',
  why: 'a test does all of it at once',
  operations: sets.flatMap(({ operations }) => operations),
});

/** A record as it is read back from the store that created it with its n-th change. */
export const storedBy = <R extends JejakRecord>(change: number, record: R) => ({
  ...record,
  created: change,
  updated: change,
});
