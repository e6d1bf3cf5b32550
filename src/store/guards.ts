import { problemAt, type Spot, spotOf } from '../domain/change-problems.js';
import { endProblems, type Known } from '../domain/change-references.js';
import type { ValidChangeSet, ValidOperation } from '../domain/change-set.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { changeId } from '../domain/ids.js';
import { type Claim, labelOf, type Stored } from '../domain/records.js';
import { changesByIds } from './cypher/changes.js';
import { claimsOfRecords } from './cypher/claims.js';
import { knownByIds, selfClaims, standingOn } from './cypher/records.js';
import type { Now } from './port.js';
import { decodeAsMade } from './rows.js';

/** What a change set must not do to what stands. Each throws one JejakError with all its problems. */

type Before = ReadonlyMap<string, Stored>;

/** An update made from a version that is no longer the last one: CONFLICT, with both versions. */
export async function refuseStale(now: Now, { operations }: ValidChangeSet, before: Before): Promise<void> {
  const stale = operations
    .map((operation, index) => ({ ...operation, spot: spotOf(index, operation.record) }))
    .filter(({ expect, record }) => expect !== undefined && before.get(record.id)?.updated !== expect);
  if (stale.length === 0) return;
  const versionOf = ({ record }: ValidOperation) => before.get(record.id)?.updated ?? 0;
  const changes = await now.read(changesByIds, { ids: stale.map((each) => changeId(versionOf(each))) });
  const problems = stale.map((each): Problem => {
    const version = versionOf(each);
    const last = changes.find(({ sequence }) => sequence === version);
    const value = `edited from version ${each.expect}, and at version ${version} since ${last?.by} changed it (${show(last?.why)})`;
    return problemAt(each.spot, '', value, 'read it again and repeat the edit', 'CONFLICT');
  });
  throw JejakError.ofProblems('The change is refused', problems);
}

/** A record of another kind than the claims about it allow: an organization with parts made a person. */
export async function refuseUnfit(now: Now, { operations }: ValidChangeSet, before: Before): Promise<void> {
  const changed = operations
    .map(({ record }, index) => ({ record, spot: spotOf(index, record) }))
    .filter(({ record }) => kindOf(record) !== kindOf(before.get(record.id) ?? record));
  if (changed.length === 0) return;
  const rewritten = new Map(operations.map(({ record }) => [record.id, record]));
  const rows = await now.read(claimsOfRecords, { ids: changed.map(({ record }) => record.id) });
  const claims = rows
    .map((row) => decodeAsMade(row) as Stored<Claim>)
    .filter(({ id, status }) => !rewritten.has(id) && status !== 'RETRACTED');
  const ends = claims.flatMap(({ subject, object }) => [subject, object]);
  const known = new Map<string, Known>(
    (await now.read(knownByIds, { ids: [...new Set(ends)] })).map(({ id, kind, ...rest }) => [
      id,
      { ...rest, ...(kind === null ? {} : { kind }) },
    ]),
  );
  for (const [id, record] of rewritten) known.set(id, record as Known);
  const problems = changed.flatMap(({ record, spot }) =>
    claims
      .filter(({ subject, object }) => subject === record.id || object === record.id)
      .flatMap((claim) => endProblems(claim, spot, known).map((problem) => unfit(spot, claim, problem))),
  );
  if (problems.length > 0) throw JejakError.ofProblems('The change is refused', problems);
}

const kindOf = (record: Stored | ValidOperation['record']) => ('kind' in record ? record.kind : null);

const unfit = (spot: Spot, claim: Claim, { value, remedy }: Problem): Problem =>
  problemAt(
    spot,
    'kind',
    `claim ${claim.id} says ${value}`,
    `${remedy}: retract or correct that claim first`,
  );

/** A record withdrawn although others rest on it that stand. */
export async function refuseWithdrawal(
  now: Now,
  { operations }: ValidChangeSet,
  before: Before,
): Promise<void> {
  const gone = operations
    .map(({ record }, index) => ({ record, spot: spotOf(index, record) }))
    .filter(({ record }) => record.withdrawn && before.get(record.id)?.withdrawn === false);
  if (gone.length === 0) return;
  const takenBack = new Set(
    operations
      .filter(({ record }) => record.withdrawn || ('status' in record && record.status === 'RETRACTED'))
      .map(({ record }) => record.id),
  );
  const rows = await now.read(standingOn, { ids: gone.map(({ record }) => record.id) });
  const problems = gone.flatMap(({ record, spot }) =>
    rows
      .filter(({ owner, id }) => owner === record.id && !takenBack.has(id))
      .map(({ id, type, name }) =>
        problemAt(
          spot,
          'withdrawn',
          `${labelOf(record)} is what ${type} ${name === null ? '' : `${show(name)} `}(${id}) rests on`,
          'take that back first',
          'CONFLICT',
        ),
      ),
  );
  if (problems.length > 0) throw JejakError.ofProblems('The change is refused', problems);
}

/** A claim that joins a record to itself, because its two ends were judged to be the same. */
export async function refuseSelfClaims(now: Now, claims: readonly string[]): Promise<void> {
  const found = claims.length === 0 ? [] : await now.read(selfClaims, { ids: [...new Set(claims)] });
  if (found.length === 0) return;
  throw JejakError.ofProblems(
    'The change is refused',
    found.map(({ id, subject, name }) => ({
      code: 'CONFLICT',
      place: `claim ${show(id)}`,
      value: `it joins ${show(name)} (${subject}) to itself, since both of its ends were judged to be the same`,
      remedy: 'retract the claim, or withdraw the judgement',
    })),
  );
}
