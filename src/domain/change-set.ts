import { z } from 'zod';
import { JejakError, type Problem, show } from './errors.js';
import { typeOfId } from './ids.js';
import { RECORD_TYPES, type RecordType } from './kinds.js';
import { periodConflict } from './periods.js';
import {
  attribution,
  type Claim,
  type JejakRecord,
  type Judgement,
  REFERENCES,
  type RecordInput,
  SCHEMAS,
} from './records.js';
import type { End } from './relation.js';
import { RELATIONS } from './relations.js';

/**
 * A change set is the one way in which anything is written: a list of operations that is validated as a whole and
 * applied in one transaction, or not at all. An operation holds the whole record as it is to stand; nothing is
 * deleted (a claim is retracted by its status).
 */
export interface Operation {
  readonly op: 'create' | 'update';
  readonly record: RecordInput;
}

export interface ChangeSet {
  /** Who: a user's name or a command, shown in the history. */
  readonly by: string;
  /** Why, in a sentence. */
  readonly why: string;
  readonly operations: readonly Operation[];
}

/** A change set whose records are complete and fit together. */
export interface ValidChangeSet extends Omit<ChangeSet, 'operations'> {
  readonly operations: ReadonlyArray<{ readonly op: 'create' | 'update'; readonly record: JejakRecord }>;
}

/** One transaction stays within what both engines hold in memory; larger imports send several change sets. */
export const MAX_OPERATIONS = 10_000;

/** The ids outside the change set whose records `validateReferences` needs to know. */
export function referencedIds(set: ValidChangeSet): string[] {
  const ids = set.operations.flatMap(({ record }) => [record.id, ...references(record).map(([, id]) => id)]);
  return [...new Set(ids)];
}

/**
 * Checks the operations by themselves: fields, dates, roles, doubles. Throws a BAD_USER_INPUT error that lists
 * every problem at once.
 */
export function validateShape(set: ChangeSet): ValidChangeSet {
  const problems: Problem[] = [];
  const attributed = attribution.safeParse(set);
  if (!attributed.success) problems.push(...issueProblems(attributed.error, set, ''));
  if (set.operations.length === 0) problems.push(bad('operations', 'none', 'send at least one operation'));
  if (set.operations.length > MAX_OPERATIONS)
    problems.push(
      bad(
        'operations',
        `${set.operations.length} operations`,
        `send at most ${MAX_OPERATIONS} in one change set`,
      ),
    );
  const seen = new Map<string, number>();
  const operations = set.operations.flatMap(({ op, record: input }, index) => {
    const place = placeOf(index, input);
    if (op !== 'create' && op !== 'update')
      problems.push(bad(place, show(op), 'write create or update as op'));
    const record = parseRecord(input, place, problems);
    if (record === null) return [];
    const twin = seen.get(record.id);
    if (twin !== undefined)
      problems.push(
        bad(`${place}, id`, show(record.id), `operation ${twin} has the same id; write the record once`),
      );
    seen.set(record.id, index + 1);
    problems.push(...recordProblems(record, place));
    return [{ op, record }];
  });
  if (problems.length > 0) throw JejakError.ofProblems('The change set is refused', problems);
  return { by: set.by.trim(), why: set.why.trim(), operations };
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
    const place = placeOf(index, record);
    const before = existing.get(record.id);
    const found: Problem[] = [];
    if (op === 'create' && before !== undefined)
      found.push({
        ...bad(`${place}, id`, show(record.id), 'it exists already; update it instead'),
        code: 'CONFLICT',
      });
    if (op === 'update' && before === undefined)
      found.push({
        ...bad(`${place}, id`, show(record.id), 'it does not exist; create it first'),
        code: 'NOT_FOUND',
      });
    if (before !== undefined && before.type !== record.type)
      found.push(bad(`${place}, type`, record.type, `the stored record is of type ${before.type}`));
    return [...found, ...referenceProblems(record, place, known)];
  });
  if (problems.length > 0) throw JejakError.ofProblems('The change set is refused', problems);
}

/** What a reference needs to know of the record it points at. */
export interface Known {
  readonly type: RecordType;
  readonly kind?: string;
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

function referenceProblems(record: JejakRecord, place: string, known: ReadonlyMap<string, Known>): Problem[] {
  const problems: Problem[] = [];
  for (const [field, id, types] of references(record)) {
    const target = known.get(id);
    if (target === undefined)
      problems.push({
        ...bad(
          `${place}, ${field}`,
          show(id),
          'no such record; create it in the same change set or mend the id',
        ),
        code: 'NOT_FOUND',
      });
    else if (types !== null && !types.includes(target.type))
      problems.push(
        bad(`${place}, ${field}`, one(target.type), `point at a record of type ${types.join(' or ')}`),
      );
  }
  if (problems.length > 0) return problems;
  if (record.type === 'claim') return endProblems(record, place, known);
  return record.type === 'judgement' ? sidesProblems(record, place, known) : [];
}

/** Whether a judgement speaks of two records that can be the same thing. */
function sidesProblems(
  { left, right }: Judgement,
  place: string,
  known: ReadonlyMap<string, Known>,
): Problem[] {
  const [type, other] = [known.get(left)?.type, known.get(right)?.type];
  if (type === undefined || other === undefined || type === other) return [];
  return [bad(`${place}, right`, one(other), `${one(type)} can only be the same as another ${type}`)];
}

const one = (type: RecordType) => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;

/** Whether the ends of a claim are what the relation registry allows for its kind. */
function endProblems(claim: Claim, place: string, known: ReadonlyMap<string, Known>): Problem[] {
  const relation = RELATIONS[claim.kind];
  const problems = (['subject', 'object'] as const).flatMap((side) => {
    const target = known.get(claim[side]);
    const narrowed = side === 'object' ? relation.roles[claim.role ?? '']?.object : undefined;
    const ends = narrowed ?? relation[side];
    const what = narrowed === undefined ? claim.kind : `${claim.kind} ${claim.role}`;
    if (target === undefined || ends.some((end) => fits(end, target))) return [];
    const allowed = ends.map((end) => end.kinds?.join('/') ?? end.type).join(' or ');
    const found = `${target.type}${target.kind ? ` ${target.kind}` : ''}`;
    return [bad(`${place}, ${side}`, `${found} ${show(claim[side])}`, `${what} takes ${allowed} as ${side}`)];
  });
  const [subject, object] = [known.get(claim.subject), known.get(claim.object)];
  if (problems.length === 0 && relation.sameType && subject?.type !== object?.type)
    problems.push(
      bad(
        `${place}, object`,
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

/** The schemas with unknown fields refused (refinements inside them stay). Making one costs as much as fifty uses. */
const STRICT = Object.fromEntries(
  RECORD_TYPES.map((type) => [type, z.strictObject(SCHEMAS[type].shape)]),
) as unknown as Readonly<Record<RecordType, z.ZodType>>;

function parseRecord(input: RecordInput, place: string, problems: Problem[]): JejakRecord | null {
  const type = RECORD_TYPES.find((known) => known === input.type);
  if (type === undefined) {
    problems.push(bad(`${place}, type`, show(input.type), `write one of ${RECORD_TYPES.join(', ')}`));
    return null;
  }
  const parsed = STRICT[type].safeParse(input);
  if (parsed.success) return parsed.data as JejakRecord;
  problems.push(...issueProblems(parsed.error, input, place));
  return null;
}

/** What zod found, each with the field as a person counts (`evidence 2, locator`) and the value that stands there. */
function issueProblems(error: z.ZodError, input: unknown, place: string): Problem[] {
  return error.issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
    const paths = unknown?.map((key) => [...issue.path, key]) ?? [issue.path];
    return paths.map((path) => {
      const field = path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ');
      const value = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], input);
      const where = [place, field].filter(Boolean).join(', ');
      return bad(where, show(value ?? 'nothing'), unknown ? 'no such field; leave it out' : issue.message);
    });
  });
}

/** What is wrong with a record whose fields are each valid. */
function recordProblems(record: JejakRecord, place: string): Problem[] {
  const problems: Problem[] = [];
  if (typeOfId(record.id) !== record.type)
    problems.push(
      bad(`${place}, id`, show(record.id), `not an id for ${one(record.type)}; leave ids to the program`),
    );
  if ('endState' in record) {
    const conflict = periodConflict(record);
    if (conflict) problems.push(bad(`${place}, period`, conflict.value, conflict.remedy));
  }
  if (record.type === 'actor' && record.size !== null && record.kind !== 'COHORT')
    problems.push(bad(`${place}, size`, show(record.size), 'only a COHORT has a size; leave it out'));
  if (record.type === 'claim') problems.push(...claimProblems(record, place));
  if (record.type === 'judgement' && record.left === record.right)
    problems.push(bad(`${place}, right`, show(record.right), 'a record is always itself; name two records'));
  return problems;
}

function claimProblems(claim: Claim, place: string): Problem[] {
  const relation = RELATIONS[claim.kind];
  const roles = Object.keys(relation.roles);
  const problems: Problem[] = [];
  const refuse = (field: string, value: unknown, remedy: string) =>
    problems.push(bad(`${place}, ${field}`, show(value), remedy));
  if (roles.length === 0 && claim.role !== null)
    refuse('role', claim.role, `${claim.kind} has no roles; leave it out`);
  if (roles.length > 0 && !roles.includes(claim.role ?? ''))
    refuse('role', claim.role ?? 'nothing', `write one of ${roles.join(', ')}`);
  if (claim.subject === claim.object) refuse('object', claim.object, 'a claim joins two different records');
  const { contributions, position, parties } = relation.allows;
  if (!contributions && claim.contributions.length > 0)
    refuse('contributions', claim.contributions.length, `${claim.kind} carries none; leave them out`);
  const post = claim.position ?? claim.positionEn;
  if (!position && post !== null) refuse('position', post, `${claim.kind} has none; leave it out`);
  if (!parties && claim.parties.length > 0)
    refuse('parties', claim.parties.length, `${claim.kind} joins just two`);
  if (new Set([claim.subject, claim.object, ...claim.parties]).size < 2 + claim.parties.length)
    if (claim.subject !== claim.object) refuse('parties', claim.parties.join(', '), 'name each party once');
  return problems;
}

function bad(place: string, value: string, remedy: string): Problem {
  return { code: 'BAD_USER_INPUT', place, value, remedy };
}

function placeOf(index: number, record: { readonly type: string; readonly id?: unknown }): string {
  return `operation ${index + 1}, ${record.type} ${show(record.id ?? '')}`;
}
