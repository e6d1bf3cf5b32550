import { z } from 'zod';
import { one, problemAt, type Spot, spotOf } from './change-problems.js';
import { JejakError, type Problem, show } from './errors.js';
import { typeOfId } from './ids.js';
import { RECORD_TYPES, type RecordType } from './kinds.js';
import { periodConflict } from './periods.js';
import { attribution, type Claim, type JejakRecord, type RecordInput, SCHEMAS } from './records.js';
import { RELATIONS } from './relations.js';

/**
 * A change set is the one way in which anything is written: a list of operations that is validated as a whole and
 * applied in one transaction, or not at all. An operation holds the whole record as it is to stand; nothing is
 * deleted (a claim is retracted by its status, any other record withdrawn).
 */
export interface Operation {
  readonly op: 'create' | 'update';
  readonly record: RecordInput;
  /** The version (`Stamp.updated`) that an update was made from; when the record has moved on, CONFLICT. */
  readonly expect?: number;
}

export interface ChangeSet extends Attribution {
  readonly operations: readonly Operation[];
}

/** Who makes a change and why. */
export interface Attribution {
  /** Who: a user's name or a command, shown in the history. */
  readonly by: string;
  /** Why, in a sentence. */
  readonly why: string;
  /** The account of whoever made it, so that it can be forgotten; a command and a dataset have none. */
  readonly account?: string | null;
  /** Who accepted it, when it was proposed by one person and reviewed by another. */
  readonly approvedBy?: string | null;
  /** The account of whoever accepted it. */
  readonly approver?: string | null;
  /** The id of the change that this one takes back. */
  readonly reverts?: string | null;
}

export interface ValidOperation {
  readonly op: 'create' | 'update';
  readonly record: JejakRecord;
  readonly expect?: number;
}

/** A change set whose records are complete and fit together. */
export interface ValidChangeSet extends Omit<ChangeSet, 'operations'> {
  readonly operations: readonly ValidOperation[];
}

/** One transaction stays within what both engines hold in memory; larger imports send several change sets. */
export const MAX_OPERATIONS = 10_000;

/**
 * Checks the operations by themselves: fields, dates, roles, doubles. Throws a BAD_USER_INPUT error that lists
 * every problem at once.
 */
export function validateShape(set: ChangeSet): ValidChangeSet {
  const problems: Problem[] = [];
  const attributed = attribution.safeParse(set);
  if (!attributed.success) problems.push(...issueProblems(attributed.error, set, null));
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
  const operations = set.operations.flatMap(({ op, record: input, expect }, index): ValidOperation[] => {
    const spot = spotOf(index, input);
    if (op !== 'create' && op !== 'update')
      problems.push(problemAt(spot, '', show(op), 'write create or update as op'));
    const record = parseRecord(input, spot, problems);
    if (record === null) return [];
    const twin = seen.get(record.id);
    if (twin !== undefined)
      problems.push(
        problemAt(spot, 'id', show(record.id), `operation ${twin} has the same id; write the record once`),
      );
    seen.set(record.id, index + 1);
    problems.push(...recordProblems(record, spot));
    return [{ op, record, ...(expect === undefined ? {} : { expect }) }];
  });
  if (problems.length > 0) throw JejakError.ofProblems('The change set is refused', problems);
  return { ...set, by: set.by.trim(), why: set.why.trim(), operations };
}

/** The schemas with unknown fields refused (refinements inside them stay). Making one costs as much as fifty uses. */
const STRICT = Object.fromEntries(
  RECORD_TYPES.map((type) => [type, z.strictObject(SCHEMAS[type].shape)]),
) as unknown as Readonly<Record<RecordType, z.ZodType>>;

/** Records that came out of a schema here: an import plans with them what it then writes, and they hold already. */
const PARSED = new WeakSet<object>();

function parseRecord(input: RecordInput, spot: Spot, problems: Problem[]): JejakRecord | null {
  if (PARSED.has(input)) return input as JejakRecord;
  const type = RECORD_TYPES.find((known) => known === input.type);
  if (type === undefined) {
    problems.push(problemAt(spot, 'type', show(input.type), `write one of ${RECORD_TYPES.join(', ')}`));
    return null;
  }
  const parsed = STRICT[type].safeParse(input);
  if (parsed.success) {
    const record = parsed.data as JejakRecord;
    PARSED.add(record);
    return record;
  }
  problems.push(...issueProblems(parsed.error, input, spot));
  return null;
}

/** What zod found, each with the field as a person counts (`evidence 2, locator`) and the value that stands there. */
function issueProblems(error: z.ZodError, input: unknown, spot: Spot | null): Problem[] {
  return error.issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
    const paths = unknown?.map((key) => [...issue.path, key]) ?? [issue.path];
    return paths.map((path) => {
      const field = path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ');
      const value = show(
        path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], input) ?? 'nothing',
      );
      const remedy = unknown ? 'no such field; leave it out' : issue.message;
      return spot === null ? bad(field, value, remedy) : problemAt(spot, field, value, remedy);
    });
  });
}

/** What is wrong with a record whose fields are each valid. */
function recordProblems(record: JejakRecord, spot: Spot): Problem[] {
  const problems: Problem[] = [];
  if (typeOfId(record.id) !== record.type)
    problems.push(
      problemAt(spot, 'id', show(record.id), `not an id for ${one(record.type)}; leave ids to the program`),
    );
  if ('endState' in record) {
    const conflict = periodConflict(record);
    if (conflict) problems.push(problemAt(spot, 'period', conflict.value, conflict.remedy));
  }
  if (record.type === 'actor' && record.size !== null && record.kind !== 'COHORT')
    problems.push(problemAt(spot, 'size', show(record.size), 'only a COHORT has a size; leave it out'));
  if (record.type === 'claim') problems.push(...claimProblems(record, spot));
  if (record.type === 'judgement' && record.left === record.right)
    problems.push(
      problemAt(spot, 'right', show(record.right), 'a record is always itself; name two records'),
    );
  return problems;
}

function claimProblems(claim: Claim, spot: Spot): Problem[] {
  const relation = RELATIONS[claim.kind];
  const roles = Object.keys(relation.roles);
  const problems: Problem[] = [];
  const refuse = (field: string, value: unknown, remedy: string) =>
    problems.push(problemAt(spot, field, show(value), remedy));
  if (claim.withdrawn) refuse('withdrawn', true, 'a claim is retracted instead: write status RETRACTED');
  if (claim.statusReason !== null && claim.status !== 'DISPUTED' && claim.status !== 'RETRACTED')
    refuse('statusReason', claim.statusReason, `is for DISPUTED and RETRACTED, not for ${claim.status}`);
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
