import type { Attribution, Operation } from '../domain/change-set.js';
import { corrected, type Fields, takenBack } from '../domain/edits.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { changeId, typeOfId } from '../domain/ids.js';
import type { RecordType } from '../domain/kinds.js';
import { labelOf, type Stored } from '../domain/records.js';
import { changesByIds, operationsOfChanges } from './cypher/changes.js';
import type { AppliedOperation, Now, Planned } from './port.js';

/** The record of that id, as it was made. Throws NOT_FOUND when there is none, or none of those types. */
export async function existing(
  now: Now,
  id: string,
  types: readonly RecordType[] | null = null,
): Promise<Stored> {
  const record = (await now.records([id])).get(id);
  if (record !== undefined && (types === null || types.includes(record.type))) return record;
  throw JejakError.ofProblems('The change is refused', [
    {
      code: 'NOT_FOUND',
      place: 'id',
      value: show(id),
      remedy: `no such ${types === null ? 'record' : types.join(' or ')}; look for it with search`,
      field: 'id',
    },
  ]);
}

/** Several edits of one record in a change of its own. */
export async function editing(
  now: Now,
  attribution: Attribution,
  id: string,
  types: readonly RecordType[] | null,
  edit: (record: Stored) => Operation,
): Promise<Planned> {
  return { ...attribution, operations: [edit(await existing(now, id, types))] };
}

/** A correction of a record; see `corrected`. */
export function correcting(
  now: Now,
  attribution: Attribution,
  id: string,
  fields: Fields,
  version: number | null,
) {
  return editing(now, attribution, id, null, (record) => corrected(record, fields, version));
}

/**
 * Takes a change back: what it created is taken back, what it updated stands as before. Throws NOT_FOUND when there is
 * no such change, and CONFLICT naming every later change to one of its records; what rests on them is found when the
 * change set is applied.
 */
export async function reverting(now: Now, attribution: Attribution, id: string): Promise<Planned> {
  const [row] = await now.read(operationsOfChanges, { ids: [id] });
  const [change] = row === undefined ? [] : await now.read(changesByIds, { ids: [id] });
  if (row === undefined || change === undefined)
    throw JejakError.ofProblems('The change is refused', [
      {
        code: 'NOT_FOUND',
        place: 'change',
        value: show(id),
        remedy: 'give the id of a change',
        field: 'change',
      },
    ]);
  const done = JSON.parse(row.operations) as AppliedOperation[];
  const records = await now.records(done.map(({ after }) => after.id));
  await refuseIfChanged(now, records, change.sequence);
  const operations = done.map(({ op, before, after }): Operation => {
    const current = records.get(after.id);
    if (current === undefined) throw new Error(`record ${after.id} of change ${id} is missing`);
    return op === 'create' || before === null
      ? takenBack(current, attribution.why)
      : { op: 'update', record: before, expect: change.sequence };
  });
  const gone = done.filter(({ op }) => op === 'create').map(({ after }) => after.id);
  return {
    ...attribution,
    reverts: id,
    operations,
    // Nobody needs the personal data of what was taken back.
    personal: gone
      .filter((of) => typeOfId(of) === 'initiative')
      .map((of) => ({ of, name: null, phone: null })),
  };
}

/** Throws CONFLICT naming every change that came later than that one to one of the records. */
export async function refuseIfChanged(
  now: Now,
  records: ReadonlyMap<string, Stored>,
  sequence: number,
): Promise<void> {
  const moved = [...records.values()].filter(({ updated }) => updated !== sequence);
  if (moved.length === 0) return;
  const later = await now.read(changesByIds, {
    ids: [...new Set(moved.map(({ updated }) => changeId(updated)))],
  });
  const problems = moved.map((record): Problem => {
    const by = later.find((change) => change.sequence === record.updated);
    return {
      code: 'CONFLICT',
      place: `${record.type} ${show(labelOf(record))} (${record.id})`,
      value: `changed later, by change ${by?.sequence} of ${by?.by} (${show(by?.why)}, ${by?.id})`,
      remedy: 'revert that change first, or correct the record by hand',
      field: 'change',
    };
  });
  throw JejakError.ofProblems('The change is refused', problems);
}
