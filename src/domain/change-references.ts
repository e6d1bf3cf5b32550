import { one, problemAt, type Spot, spotOf } from './change-problems.js';
import type { ValidChangeSet } from './change-set.js';
import { JejakError, type Problem, show } from './errors.js';
import type { RecordType } from './kinds.js';
import { type Claim, type JejakRecord, type Judgement, REFERENCES } from './records.js';
import type { End } from './relation.js';
import { RELATIONS } from './relations.js';

/** What a reference needs to know of the record it points at. */
export interface Known {
  readonly type: RecordType;
  readonly kind?: string;
  readonly withdrawn?: boolean;
}

/** The ids whose records `validateReferences` needs to know: those written, and those they point at. */
export function referencedIds({ operations }: Pick<ValidChangeSet, 'operations'>): string[] {
  const ids = new Set<string>();
  for (const { record } of operations) {
    ids.add(record.id);
    for (const field of Object.keys(REFERENCES[record.type]))
      for (const id of [record[field as keyof JejakRecord] as unknown as string | string[]].flat())
        ids.add(id);
    for (const { source } of record.evidence) ids.add(source);
  }
  return [...ids];
}

/**
 * Checks the operations against what exists: `existing` gives the type (and, for an actor, the kind) of each id of
 * `referencedIds` that the store knows. Throws as `validateShape` does; creating what exists is a CONFLICT, updating
 * or pointing at what does not exist is NOT_FOUND.
 */
export function validateReferences(set: ValidChangeSet, existing: ReadonlyMap<string, Known>): void {
  const known = new Map(existing);
  for (const { record } of set.operations) known.set(record.id, record as Known);
  const problems = set.operations.flatMap(({ op, record }, index) => {
    const spot = spotOf(index, record);
    const before = existing.get(record.id);
    const found: Problem[] = [];
    if (op === 'create' && before !== undefined)
      found.push(problemAt(spot, 'id', show(record.id), 'it exists already; update it instead', 'CONFLICT'));
    if (op === 'update' && before === undefined)
      found.push(problemAt(spot, 'id', show(record.id), 'it does not exist; create it first', 'NOT_FOUND'));
    if (before !== undefined && before.type !== record.type)
      found.push(problemAt(spot, 'type', record.type, `the stored record is of type ${before.type}`));
    return [...found, ...referenceProblems(record, spot, known)];
  });
  if (problems.length > 0) throw JejakError.ofProblems('The change set is refused', problems);
}

/** Every reference of a record as [field, id, allowed types]; null allows what the relation registry allows. */
function references(record: JejakRecord): Array<[string, string, readonly RecordType[] | null]> {
  const fields: Record<string, readonly RecordType[] | null> = REFERENCES[record.type];
  const own = Object.entries(fields).flatMap(([field, types]) =>
    [record[field as keyof JejakRecord] as unknown as string | string[]]
      .flat()
      .map((id, index): [string, string, readonly RecordType[] | null] => [
        field === 'parties' ? `parties ${index + 1}` : field,
        id,
        types,
      ]),
  );
  const sources = record.evidence.map(({ source }, index): [string, string, readonly RecordType[]] => [
    `evidence ${index + 1}, source`,
    source,
    ['source'],
  ]);
  return [...own, ...sources];
}

function referenceProblems(record: JejakRecord, spot: Spot, known: ReadonlyMap<string, Known>): Problem[] {
  // What has been taken back rests on whatever it rested on: that may be withdrawn as well.
  const stands = !record.withdrawn && !(record.type === 'claim' && record.status === 'RETRACTED');
  const problems = references(record).flatMap(([field, id, types]): Problem[] => {
    const target = known.get(id);
    if (target === undefined)
      return [
        problemAt(
          spot,
          field,
          show(id),
          'no such record; create it in the same change set or mend the id',
          'NOT_FOUND',
        ),
      ];
    if (types !== null && !types.includes(target.type))
      return [problemAt(spot, field, one(target.type), `point at a record of type ${types.join(' or ')}`)];
    if (target.withdrawn === true && stands)
      return [problemAt(spot, field, show(id), 'the record was withdrawn; name another one', 'NOT_FOUND')];
    return [];
  });
  if (problems.length > 0) return problems;
  if (record.type === 'claim') return endProblems(record, spot, known);
  return record.type === 'judgement' ? sidesProblems(record, spot, known) : [];
}

/** Whether a judgement speaks of two records that can be the same thing. */
function sidesProblems({ left, right }: Judgement, spot: Spot, known: ReadonlyMap<string, Known>): Problem[] {
  const [type, other] = [known.get(left)?.type, known.get(right)?.type];
  if (type === undefined || other === undefined) return [];
  if (type === 'claim' || type === 'judgement' || type === 'comment')
    return [problemAt(spot, 'left', one(type), 'judge records of things, not what is said of them')];
  if (type === other) return [];
  return [problemAt(spot, 'right', one(other), `${one(type)} can only be the same as another ${type}`)];
}

/** Whether the ends of a claim are what the relation registry allows for its kind. */
export function endProblems(claim: Claim, spot: Spot, known: ReadonlyMap<string, Known>): Problem[] {
  const relation = RELATIONS[claim.kind];
  const problems = (['subject', 'object'] as const).flatMap((side) => {
    const target = known.get(claim[side]);
    const narrowed = side === 'object' ? relation.roles[claim.role ?? '']?.object : undefined;
    const ends = narrowed ?? relation[side];
    const what = narrowed === undefined ? claim.kind : `${claim.kind} ${claim.role}`;
    if (target === undefined || ends.some((end) => fits(end, target))) return [];
    const allowed = ends.map((end) => end.kinds?.join('/') ?? end.type).join(' or ');
    const found = `${target.type}${target.kind ? ` ${target.kind}` : ''}`;
    return [problemAt(spot, side, `${found} ${show(claim[side])}`, `${what} takes ${allowed} as ${side}`)];
  });
  const [subject, object] = [known.get(claim.subject), known.get(claim.object)];
  if (problems.length === 0 && relation.sameType && subject?.type !== object?.type)
    problems.push(
      problemAt(
        spot,
        'object',
        `${object?.type}`,
        `${claim.kind} joins two of a type, and the subject is ${subject?.type}`,
      ),
    );
  return problems;
}

function fits(end: End, target: Known): boolean {
  return (
    end.type === target.type && (end.kinds === undefined || end.kinds.some((kind) => kind === target.kind))
  );
}
