import fc from 'fast-check';
import { byId } from '../../src/domain/collections.js';
import { CLAIM_KINDS, CLAIM_STATUSES, type ClaimKind } from '../../src/domain/kinds.js';
import type { Claim, Evidence, JejakRecord } from '../../src/domain/records.js';
import type { End } from '../../src/domain/relation.js';
import { RELATIONS } from '../../src/domain/relations.js';
import { TRACE_DIRECTIONS, type TraceOptions } from '../../src/domain/trace.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anInitiative,
  anIssue,
  aPlace,
  aSource,
  testId,
} from '../support/builders.js';

/** A small world: some records of every type that claims join, and claims between them that the registry allows. */
export interface World {
  readonly root: JejakRecord;
  readonly records: ReadonlyMap<string, JejakRecord>;
  readonly claims: readonly Claim[];
}

const UNKNOWN_END = { end: null, endState: 'UNKNOWN' } as const;
const ACTORS = [
  anActor({ key: 'office' }),
  anActor({ key: 'city', helix: 'FINANCE' }),
  anActor({ key: 'ani', kind: 'PERSON', helix: 'ACADEMIA' }),
  anActor({ key: 'budi', kind: 'PERSON', helix: 'MEDIA' }),
  anActor({ key: 'families', kind: 'COHORT', helix: 'COMMUNITY' }),
];
const RECORDS: readonly JejakRecord[] = [
  ...ACTORS,
  anInitiative({ key: 'program', start: '2019-02', ...UNKNOWN_END }),
  anInitiative({ key: 'lamp', start: '2020-06-01', end: '2021', endState: 'KNOWN' }),
  anInitiative({ key: 'undated' }),
  anAchievement({ key: 'award', date: '2021-05-14' }),
  anAchievement({ key: 'undated award' }),
  anIssue(),
  aPlace({ key: 'village' }),
  aPlace({ key: 'town' }),
];
const SOURCES = [aSource({ key: 'one' }), aSource({ key: 'two' })];

const fits = (end: End, record: JejakRecord) =>
  record.type === end.type &&
  (end.kinds === undefined || (record.type === 'actor' && end.kinds.includes(record.kind)));
const standing = (ends: readonly End[]) => RECORDS.filter((record) => ends.some((end) => fits(end, record)));

/** Every kind with every role, and the pairs of records that it can join. */
const FORMS = CLAIM_KINDS.flatMap((kind) => {
  const { subject, object, roles, sameType } = RELATIONS[kind];
  const named = Object.entries(roles).map(([role, { object: narrowed }]) => ({
    role,
    ends: narrowed ?? object,
  }));
  return (named.length > 0 ? named : [{ role: null, ends: object }]).map(({ role, ends }) => ({
    kind,
    role,
    pairs: standing(subject).flatMap((from) =>
      standing(ends)
        .filter((to) => to.id !== from.id && (sameType !== true || to.type === from.type))
        .map((to) => [from, to] as const),
    ),
  }));
});

const DATES = [null, null, '2016', '2018-03-11', '2019', '2019-02', '2020-06-01', '2021-05-14', '2022'];
const PERIODS = [
  ...DATES.map((at) => ({ at, start: null, ...UNKNOWN_END })),
  ...DATES.map((start) => ({ at: null, start, end: null, endState: 'ONGOING' as const })),
  { at: null, start: '2017', end: '2019-06-30', endState: 'KNOWN' as const },
  { at: null, start: '2019-07-01', end: null, endState: 'ENDED_UNKNOWN' as const },
];

/** How often a form is drawn: a kind with many roles not much more often than one without, and heads often. */
const weightOf = ({ kind, role }: { kind: ClaimKind; role: string | null }) =>
  role === 'HEAD' ? 12 : kind === 'PARTICIPATION' || kind === 'CONFERRAL' || kind === 'AFFILIATION' ? 2 : 6;

const STATUSES = ['ASSERTED', 'ASSERTED', 'VERIFIED', ...CLAIM_STATUSES] as const;
const TEMPLATE = aClaim();

/** A claim without its id: the claims of a world are numbered. */
const claimFields: fc.Arbitrary<Omit<Claim, 'id'>> = fc
  .oneof(...FORMS.map((form) => ({ arbitrary: fc.constant(form), weight: weightOf(form) })))
  .chain(({ kind, role, pairs }) =>
    fc.record({
      kind: fc.constant(kind),
      role: fc.constant(role),
      pair: fc.constantFrom(...pairs),
      party: fc.constantFrom(...ACTORS),
      period: fc.constantFrom(...PERIODS),
      status: fc.constantFrom(...STATUSES),
      sources: fc.subarray(SOURCES, { minLength: 1 }),
    }),
  )
  .map(({ kind, role, pair: [subject, object], party, period, status, sources }) => ({
    ...TEMPLATE,
    kind,
    role,
    subject: subject.id,
    object: object.id,
    parties: kind === 'AGREEMENT' && party !== subject && party !== object ? [party.id] : [],
    ...period,
    status,
    evidence: sources.map(({ id }) => ({ ...(TEMPLATE.evidence[0] as Evidence), source: id })),
  }));

export const worlds: fc.Arbitrary<World> = fc
  .record({
    root: fc.constantFrom(...RECORDS),
    list: fc.array(claimFields, { minLength: 15, maxLength: 40, size: 'max' }),
  })
  .map(({ root, list }) => ({
    root,
    claims: list.map((fields, number) => ({ ...fields, id: testId('claim', String(number)) })),
    records: byId(RECORDS),
  }));

export const days = fc.constantFrom('2017-12-31', '2018-12-31', '2019-02-01', '2020-06-01', '2021-06-01');

export const tracings: fc.Arbitrary<TraceOptions> = fc.record({
  direction: fc.constantFrom(...TRACE_DIRECTIONS),
  depth: fc.integer({ min: 1, max: 5 }),
  asOf: fc.oneof(fc.constant(null), days),
  statuses: fc.constant(CLAIM_STATUSES.filter((status) => status !== 'RETRACTED')),
});
