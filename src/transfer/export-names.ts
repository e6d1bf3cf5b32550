import type { z } from 'zod';
import { groupBy } from '../domain/collections.js';
import { typeOfId } from '../domain/ids.js';
import { RECORD_TYPES, type RecordType } from '../domain/kinds.js';
import { fold } from '../domain/names.js';
import type { End } from '../domain/relation.js';
import { RELATIONS } from '../domain/relations.js';
import { idsByNames, labelsByIds } from '../store/cypher/names.js';
import type { Reader } from '../store/port.js';
import { nameIndexKey } from '../store/write-records.js';
import { isSaid } from './export-cells.js';
import type { Column } from './layout.js';
import { fits } from './memory.js';

type Label = z.infer<typeof labelsByIds.row>;
type Called = z.infer<typeof idsByNames.row>;

/** The types of record that may stand at one end of a claim with each type: a name may mean any of them there. */
const BESIDE: ReadonlyMap<RecordType, readonly RecordType[]> = new Map(
  RECORD_TYPES.map((type) => {
    const sides = Object.values(RELATIONS).flatMap(({ subject, object }) => [subject, object]);
    const shared = sides.filter((ends) => ends.some((end) => end.type === type));
    return [type, [...new Set([type, ...shared.flatMap((ends) => ends.map((end) => end.type))])]];
  }),
);

/** How the records that others point at are called, each by a word that an import takes for that record alone. */
export class Names {
  private constructor(
    private readonly labels: ReadonlyMap<string, Label>,
    private readonly called: ReadonlyMap<string, readonly Called[]>,
  ) {}

  /** Asks the store twice, whatever the number of ids. */
  static async of(reader: Reader, ids: readonly string[]): Promise<Names> {
    const distinct = [...new Set(ids)];
    const rows = distinct.length === 0 ? [] : await reader.read(labelsByIds, { ids: distinct });
    const keys = rows.flatMap(({ label, type }) =>
      label === null ? [] : (BESIDE.get(type) ?? [type]).map((other) => nameIndexKey(other, label)),
    );
    const found = keys.length === 0 ? [] : await reader.read(idsByNames, { keys: [...new Set(keys)] });
    return new Names(
      new Map(rows.map((row) => [row.id, row])),
      groupBy(found, ({ key }) => key),
    );
  }

  kindOf(id: string): string | null {
    return this.labels.get(id)?.kind ?? null;
  }

  /**
   * The name of the record, where it is the only one of that name among those that may stand in the column, and the name
   * is read there as it is written; otherwise its id. `among`: several stand in one cell.
   */
  reference(id: string, ends: readonly End[], { prefix }: Pick<Column, 'prefix'>, among = false): string {
    const label = this.labels.get(id)?.label ?? null;
    if (label === null || fold(label) === '' || !isSaid(label) || typeOfId(label) !== null) return id;
    if (among && label.includes(';')) return id;
    if (prefix !== undefined && !`${fold(label)} `.startsWith(`${fold(prefix.word)} `)) return id;
    const types = [...new Set(ends.map(({ type }) => type))];
    const called = types.flatMap((type) => this.called.get(nameIndexKey(type, label)) ?? []);
    const [first, ...more] = called.filter((one) => fits(ends, one));
    return first?.id === id && more.length === 0 ? label : id;
  }
}
