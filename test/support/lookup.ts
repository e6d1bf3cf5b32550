import { editDistance, nameKey } from '../../src/domain/names.js';
import { type JejakRecord, labelOf, type Stored } from '../../src/domain/records.js';
import type { Lookup, Named } from '../../src/transfer/lookup.js';
import type { BatchPlan } from '../../src/transfer/plan.js';

/** A store in memory that answers what planning asks, applies plans, and counts how often it was asked. */
export class MemoryLookup implements Lookup {
  readonly records = new Map<string, Stored<JejakRecord>>();
  calls = 0;
  private change = 0;

  constructor(...records: readonly JejakRecord[]) {
    for (const record of records) this.put(record);
  }

  async byIds(ids: readonly string[]) {
    this.calls += 1;
    return new Map(
      ids.flatMap((id) => {
        const record = this.records.get(id);
        return record === undefined ? [] : [[id, record] as const];
      }),
    );
  }

  /** Nothing in this store is merged. */
  async standing() {
    this.calls += 1;
    return new Map<string, string>();
  }

  async byNames(asked: Parameters<Lookup['byNames']>[0]) {
    this.calls += 1;
    return asked.map(({ key, types }) =>
      this.all()
        .filter(
          (record) =>
            types.includes(record.type) && strongNames(record).some((name) => nameKey(name) === key),
        )
        .map(named),
    );
  }

  meant(asked: Parameters<Lookup['meant']>[0]) {
    return this.similar(asked);
  }

  async similar(asked: Parameters<Lookup['similar']>[0]) {
    this.calls += 1;
    return asked.map(({ name, type }) =>
      this.all()
        .filter((record) => record.type === type)
        .map((record) => {
          const edits = strongNames(record).map((one) => editDistance(nameKey(one), nameKey(name), 3));
          return { record, edits: Math.min(...edits) };
        })
        .filter(({ edits }) => edits <= 3)
        .map(({ record, edits }) => ({
          id: record.id,
          label: labelOf(record),
          score: 1 - edits / 10,
          reasons: [`${edits} edits`],
        }))
        .sort((a, b) => b.score - a.score),
    );
  }

  /** Applies a plan as the store would: refuses a create of what exists and an update of another version. */
  apply({ operations }: Pick<BatchPlan, 'operations'>): void {
    for (const operation of operations) {
      const before = this.records.get(operation.record.id);
      if (operation.op === 'create' && before !== undefined) throw new Error(`${before.id} exists`);
      if (operation.op === 'update' && before?.updated !== operation.expect)
        throw new Error(`${operation.record.id} was expected at version ${operation.expect}`);
      this.put(operation.record);
    }
  }

  /** The one stored record with that label. */
  called(label: string): Stored<JejakRecord> {
    const found = this.all().filter((record) => labelOf(record) === label);
    if (found.length !== 1) throw new Error(`${found.length} records are called ${label}`);
    return found[0] as Stored<JejakRecord>;
  }

  all(): Stored<JejakRecord>[] {
    return [...this.records.values()];
  }

  private put(record: JejakRecord): void {
    this.change += 1;
    const created = this.records.get(record.id)?.created ?? this.change;
    this.records.set(record.id, { ...record, created, updated: this.change } as Stored<JejakRecord>);
  }
}

function strongNames(record: JejakRecord): string[] {
  if (record.type === 'source') return [record.title];
  if (!('name' in record)) return [];
  return [record.name, ...record.aliases, ...record.abbreviations, ...record.previousNames];
}

function named(record: JejakRecord): Named {
  const { id, type } = record;
  const kind = 'kind' in record ? record.kind : null;
  const about = 'description' in record ? record.description : null;
  return { id, type, kind, label: labelOf(record), about };
}
