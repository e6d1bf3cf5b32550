import type { Operation } from '../domain/change-set.js';
import type { RecordInput } from '../domain/records.js';
import { recordsByIds } from '../store/cypher/records.js';
import type { Reader } from '../store/port.js';
import { decodeAsMade, decodeRecord } from '../store/rows.js';

type Loose = Readonly<Record<string, unknown>>;

/**
 * Updates as they are to be written. A plan sees records with the ids that stand; where a record was made with the id of
 * one that was merged since, and the file says nothing else, it keeps that id: claims are never rewritten by merging.
 */
export async function asMade(
  reader: Pick<Reader, 'read'>,
  operations: readonly Operation[],
): Promise<Operation[]> {
  const ids = operations.filter(({ op }) => op === 'update').map(({ record }) => record.id);
  const rows = ids.length === 0 ? [] : await reader.read(recordsByIds, { ids });
  const moved = rows.filter(
    ({ references, evidence }) =>
      references.some(({ made }) => made !== null) || evidence.some(({ made }) => made !== null),
  );
  const made = new Map(
    moved.map((row) => [String(row.properties.id), [decodeRecord(row), decodeAsMade(row)] as const]),
  );
  return operations.map((operation) => {
    const pair = made.get(operation.record.id);
    return pair === undefined ? operation : { ...operation, record: restored(operation.record, ...pair) };
  });
}

function restored(record: RecordInput, standing: object, made: object): RecordInput {
  const fields = Object.entries(record).map(([field, value]) => {
    const [now, then] = [(standing as Loose)[field], (made as Loose)[field]];
    if (Array.isArray(value) && Array.isArray(now) && Array.isArray(then))
      return [
        field,
        value.map((item) =>
          at(
            then,
            now.findIndex((one) => same(one, item)),
            item,
          ),
        ),
      ];
    return [field, same(value, now) ? then : value];
  });
  return Object.fromEntries(fields) as RecordInput;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const at = (list: readonly unknown[], index: number, other: unknown) => (index < 0 ? other : list[index]);
