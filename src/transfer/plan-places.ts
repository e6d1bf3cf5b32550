import type { JejakRecord, Stored } from '../domain/records.js';
import { labelOf } from '../domain/records.js';
import type { Resolved } from './merge.js';
import type { Told } from './problem-places.js';

/** A record in the making: what is stored of it, and what the rows from which it comes make of that. */
export interface Making {
  readonly before: Stored<JejakRecord> | null;
  readonly record: JejakRecord;
  readonly from: readonly Resolved[];
}

/** Where the fields of a record stand in the file; `blame` names the row that a problem of a field belongs to. */
export interface Places extends Told {
  readonly blame: (field: string) => Resolved | undefined;
}

export function placesOf({ record, from }: Making): Places {
  const blame = (field: string) => {
    const columns = columnKeys(field);
    return from.findLast(({ draft }) => columns.some((key) => draft.filled.has(key))) ?? from.at(-1);
  };
  return {
    id: record.id,
    name: record.type === 'claim' ? record.id : labelOf(record),
    blame,
    where: (field, remedy) => {
      const draft = blame(field)?.draft;
      const keys = columnKeys(field);
      const filled = keys.filter((key) => draft?.filled.has(key));
      const named = (filled.length > 0 ? filled : keys).flatMap((key) => draft?.columns.get(key) ?? []);
      return { place: [draft?.place ?? 'the source of the file', ...named].join(', '), remedy };
    },
  };
}

/** `evidence 2, locator` stands in the column of `evidence.locator`; a period in all of its columns. */
function columnKeys(field: string): string[] {
  const [head = '', ...rest] = field.split(/[ ,]+/);
  if (head === 'period') return ['start', 'end', 'endState', 'at'];
  const last = rest.at(-1);
  if (head === 'evidence' && last === undefined) return ['evidence.source'];
  if (head === 'contributions' && last === undefined) return ['contributions.kind'];
  return head === 'evidence' || head === 'contributions' ? [`${head}.${last}`] : [head];
}
