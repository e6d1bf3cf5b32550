import { type Known, referencedIds, validateReferences } from '../domain/change-references.js';
import { type ValidChangeSet, validateShape } from '../domain/change-set.js';
import { byId } from '../domain/collections.js';
import { changeId } from '../domain/ids.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import { changeOfKey, createChange, createTouched, lockSequence } from './cypher/changes.js';
import { knownByIds, recordsByIds } from './cypher/records.js';
import { refuseSelfClaims, refuseStale, refuseUnfit, refuseWithdrawal } from './guards.js';
import { refreshIdentity } from './identity.js';
import { writePersonal } from './personal.js';
import type { AppliedOperation, Change, Now, Plan, Proposal, RequestKey, Run } from './port.js';
import { proposalFor, proposeIn, usedKey, writeDecision } from './proposals.js';
import { decodeAsMade } from './rows.js';
import { newSearchTexts, outdatedTexts } from './search-sources.js';
import { refreshSearchText } from './search-text.js';
import { type Written, writeRecords } from './write-records.js';

/**
 * The change that a plan asks for, made and recorded within one transaction; null when it asks for nothing, or only for
 * decisions on a proposal.
 */
export async function applyIn(run: Run, plan: Plan, key: RequestKey | null): Promise<Change | null> {
  // First of all, so that the writers queue here and what is read below cannot change until the commit.
  const [counter] = await run(lockSequence);
  const now = nowIn(run);
  const earlier = key === null ? null : await changeFor(now, key);
  if (earlier !== null) return earlier;
  const planned = await plan(now);
  if (planned === null) return null;
  if (planned.decides !== undefined && planned.operations.length === 0) {
    await writeDecision(run, planned.decides, null);
    return null;
  }
  const sequence = Number(counter?.sequence);
  const stamp = { sequence, at: new Date().toISOString(), key };
  const change = await carryOut(run, now, validateShape(planned), stamp);
  await writePersonal(run, planned.personal ?? []);
  if (planned.decides !== undefined) await writeDecision(run, planned.decides, change);
  return change;
}

/** What a change has beside its change set. */
interface ChangeStamp {
  readonly sequence: number;
  readonly at: string;
  readonly key: RequestKey | null;
}

/** Writes the records of a change set, its Change, and all that is derived from them. The caller holds the lock. */
export async function carryOut(run: Run, now: Now, set: ValidChangeSet, stamp: ChangeStamp): Promise<Change> {
  const { written, canonical } = await write(run, now, set, stamp.sequence);
  const change = await record(run, set, written, stamp);
  const { members, moved } = await refreshIdentity(run, now, change.operations);
  const closed = written
    .map(({ after }) => after)
    .filter((after) => after.type === 'claim' && canonical(after.subject) === canonical(after.object));
  await refuseSelfClaims(now, [...closed.map(({ id }) => id), ...moved]);
  const { own, renamed } = outdatedTexts(written, canonical);
  await refreshSearchText(run, own, [...renamed, ...members, ...moved]);
  return change;
}

/** The proposal to make that change, kept within one transaction; null when the plan asks for nothing. */
export async function proposalIn(run: Run, plan: Plan, key: RequestKey | null): Promise<Proposal | null> {
  const now = nowIn(run);
  const earlier = key === null ? null : await proposalFor(now, key);
  if (earlier !== null) return earlier;
  const planned = await plan(now);
  return planned === null ? null : proposeIn(run, now, planned, key);
}

/** What a transaction sees before it writes. */
export function nowIn(run: Run): Now {
  const read: Now['read'] = async (query, parameters) =>
    (await run(query.text, parameters)).map((row) => query.row.parse(row));
  return {
    read,
    records: async (ids) =>
      ids.length === 0 ? new Map() : byId((await read(recordsByIds, { ids })).map(decodeAsMade)),
  };
}

/** The change that was made for that request before. Throws CONFLICT when the key was used for another request. */
async function changeFor(now: Now, { key, digest }: RequestKey): Promise<Change | null> {
  const [row] = await now.read(changeOfKey, { key });
  if (row === undefined) return null;
  const { operations, operationCount: _, digest: known, ...change } = row;
  if (known === digest) return { ...change, operations: JSON.parse(operations) };
  throw usedKey(key);
}

/** Checks the operations against what stands, and writes their records. */
async function write(
  run: Run,
  now: Now,
  set: ValidChangeSet,
  sequence: number,
): Promise<{ written: Written[]; canonical: (id: string) => string }> {
  const before = await now.records(
    set.operations.filter(({ op }) => op === 'update').map(({ record }) => record.id),
  );
  // What a record pointed at before counts as well: its text named this one.
  const stood = Array.from(before.values(), (record) => ({ op: 'update' as const, record }));
  const ids = referencedIds({ operations: [...set.operations, ...stood] });
  const known = byId(await now.read(knownByIds, { ids }));
  validateReferences(set, known as ReadonlyMap<string, Known>);
  await refuseStale(now, set, before);
  await refuseUnfit(now, set, before);
  await refuseWithdrawal(now, set, before);
  const written = set.operations.map(({ op, record }): Written => {
    const old = before.get(record.id) ?? null;
    return { op, before: old, after: { ...record, created: old?.created ?? sequence, updated: sequence } };
  });
  const canonical = (id: string) => known.get(id)?.canonical ?? id;
  await writeRecords(run, written, canonical, await newSearchTexts(now, written, canonical));
  return { written, canonical };
}

/** Keeps the Change that tells what was written. */
async function record(
  run: Run,
  set: ValidChangeSet,
  written: readonly Written[],
  { sequence, at, key }: ChangeStamp,
): Promise<Change> {
  const operations = written.map(
    ({ op, before, after }): AppliedOperation => ({
      op,
      before: before === null ? null : unstamped(before),
      after: unstamped(after),
    }),
  );
  const change: Change = {
    id: changeId(sequence),
    sequence,
    at,
    by: set.by,
    why: set.why,
    account: set.account ?? null,
    approvedBy: set.approvedBy ?? null,
    approver: set.approver ?? null,
    reverts: set.reverts ?? null,
    operations,
  };
  await run(createChange, {
    change: {
      ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null)),
      ...key,
      operationCount: operations.length,
      operations: JSON.stringify(operations),
    },
  });
  await run(createTouched, { id: change.id, touched: written.map(({ after }) => after.id) });
  return change;
}

function unstamped({ created: _created, updated: _updated, ...record }: Stored): JejakRecord {
  return record;
}
