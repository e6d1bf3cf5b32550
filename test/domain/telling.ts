import { byId } from '../../src/domain/collections.js';
import { CLAIM_STATUSES } from '../../src/domain/kinds.js';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { type Trace, type TraceOptions, trace } from '../../src/domain/trace.js';
import { aClaim, anAchievement, anActor, anInitiative, aPerson } from '../support/builders.js';

/** Words for the tests of the trace: claims by what they say, and traces by what they tell. */

type Ends = { readonly subject: JejakRecord; readonly object: JejakRecord };
const joined: JejakRecord[] = [];

/** Makes records known that stand at no end: the further parties of an agreement. */
export const know = (...records: JejakRecord[]) => joined.push(...records);

/** A claim of that kind, and the fields that matter to the test; its ends are known to every trace from then on. */
export function says(kind: Claim['kind'], { subject, object }: Ends, fields: Partial<Claim> = {}): Claim {
  joined.push(subject, object);
  const key = JSON.stringify([kind, subject.id, object.id, fields]);
  return aClaim({ key, kind, role: null, subject, object, ...fields });
}
export const takesPart = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim> = {}) =>
  says('PARTICIPATION', { subject, object }, { role: 'IMPLEMENTING', ...fields });
export const heads = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim>) =>
  says('AFFILIATION', { subject, object }, { role: 'HEAD', ...fields });
export const confers = (
  subject: JejakRecord,
  object: JejakRecord,
  role: string,
  fields: Partial<Claim> = {},
) => says('CONFERRAL', { subject, object }, { role, ...fields });
export const partOf = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim> = {}) =>
  says('PART_OF', { subject, object }, fields);
export const resultedIn = (subject: JejakRecord, object: JejakRecord, fields: Partial<Claim> = {}) =>
  says('RESULTED_IN', { subject, object }, fields);
export const locatedIn = (subject: JejakRecord, object: JejakRecord) =>
  says('LOCATED_IN', { subject, object });

export const BEHIND: TraceOptions = {
  direction: 'BEHIND',
  depth: 12,
  asOf: null,
  statuses: CLAIM_STATUSES.filter((status) => status !== 'RETRACTED'),
};
export const AHEAD: TraceOptions = { ...BEHIND, direction: 'AHEAD' };

export const tell = (
  root: JejakRecord,
  claims: readonly Claim[],
  options: Partial<TraceOptions> = {},
): Trace => trace(root, claims, byId([root, ...joined]), { ...BEHIND, ...options });
export const ahead = (
  root: JejakRecord,
  claims: readonly Claim[],
  options: Partial<TraceOptions> = {},
): Trace => tell(root, claims, { ...AHEAD, ...options });
export const nameOf = (record: JejakRecord) => ('name' in record ? record.name : record.id);
/** `1 program → actor` for each step. */
export const stepsOf = ({ steps }: Trace) =>
  steps.map(({ depth, from, to }) => `${depth} ${nameOf(from)} → ${nameOf(to)}`);
/** Gaps about an achievement or a step; of a step, where it leads. */
export const gapsOf = ({ gaps }: Trace) =>
  gaps
    .filter(({ kind }) => kind !== 'HELIX_ABSENT' && kind !== 'SINGLE_SOURCE')
    .map(({ kind, node, step }) => `${kind} ${nameOf((node ?? step?.to) as JejakRecord)}`);

export const program = anInitiative({ key: 'program' });
export const proposal = anInitiative({ key: 'proposal', kind: 'PROPOSAL' });
export const award = anAchievement({ key: 'award', date: '2022-05-14' });
export const office = anActor({ key: 'office' });
export const city = anActor({ key: 'city' });
export const [ani, budi, citra] = ['ani', 'budi', 'citra'].map((key) => aPerson({ key })) as [
  JejakRecord,
  JejakRecord,
  JejakRecord,
];

export const evidenceOf = ({ id }: JejakRecord) => ({
  source: id,
  locator: null,
  quote: null,
  paraphrase: null,
  paraphraseEn: null,
  language: 'id',
});
