import type { z } from 'zod';
import { groupBy } from '../domain/collections.js';
import { typeOfId } from '../domain/ids.js';
import { fold, nameKey } from '../domain/names.js';
import type { End } from '../domain/relation.js';
import { idsByNames, labelsByIds } from '../store/cypher/names.js';
import type { Reader } from '../store/port.js';
import { isSaid } from './export-cells.js';
import type { Column } from './layout.js';
import { fits } from './memory.js';

type Label = z.infer<typeof labelsByIds.row>;

/** How the records that others point at are called, each by a word that an import takes for that record alone. */
export class Names {
  private constructor(
    private readonly labels: ReadonlyMap<string, Label>,
    private readonly called: ReadonlyMap<string, readonly Label[]>,
  ) {}

  /** Asks the store twice, whatever the number of ids. */
  static async of(reader: Reader, ids: readonly string[]): Promise<Names> {
    const distinct = [...new Set(ids)];
    const rows = distinct.length === 0 ? [] : await reader.read(labelsByIds, { ids: distinct });
    const keys = [...new Set(rows.flatMap(({ label }) => (label === null ? [] : nameKey(label))))];
    const found = keys.length === 0 ? [] : await reader.read(idsByNames, { keys });
    const labels = found.map(({ key, name, ...one }) => ({ ...one, key, label: name }));
    return new Names(
      new Map(rows.map((row) => [row.id, row])),
      groupBy(labels, ({ key }) => key),
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
    if (label === null || !isSaid(label) || typeOfId(label) !== null) return id;
    if (among && label.includes(';')) return id;
    if (prefix !== undefined && !`${fold(label)} `.startsWith(`${fold(prefix.word)} `)) return id;
    const [first, ...more] = (this.called.get(nameKey(label)) ?? []).filter((one) => fits(ends, one));
    return first?.id === id && more.length === 0 ? label : id;
  }
}
