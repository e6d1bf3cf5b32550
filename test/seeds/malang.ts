import { fileURLToPath } from 'node:url';
import type { Claim, JejakRecord, RecordOf } from '../../src/domain/records.js';
import { type Dataset, readDataset } from '../../src/transfer/dataset.js';

/** The Malang dataset, looked at by key, as its tables are written. */
export type ByKey<R> = R & { readonly key: string };
type TypeName = JejakRecord['type'];

export const FOLDER = fileURLToPath(new URL('../../seeds/malang', import.meta.url));

export class Malang {
  private readonly keys: ReadonlyMap<string, string>;
  readonly records: readonly JejakRecord[];
  private readonly keyed: ReadonlyArray<ByKey<JejakRecord>>;
  private constructor(readonly dataset: Dataset) {
    this.records = dataset.changeSet.operations.map(({ record }) => record);
    this.keys = new Map(this.records.map((record) => [record.id, record.identifiers[0]?.id ?? '']));
    this.keyed = this.records.map((record) => ({ ...record, key: this.key(record.id) }));
  }

  static async read(): Promise<Malang> {
    return new Malang(await readDataset(FOLDER));
  }

  all<T extends TypeName>(type: T): Array<ByKey<RecordOf<T>>> {
    return this.keyed.filter(
      (record): record is ByKey<RecordOf<T>> & ByKey<JejakRecord> => record.type === type,
    );
  }

  get<T extends TypeName>(type: T, key: string): ByKey<RecordOf<T>> {
    const found = this.all(type).find((record) => record.key === key);
    if (found === undefined) throw new Error(`the dataset has no ${type} ${key}`);
    return found;
  }

  /** The claims of that kind (and role) with that subject and object, each given by key; undefined is any. */
  claims(where: {
    kind: Claim['kind'];
    role?: string;
    subject?: string;
    object?: string;
  }): Array<ByKey<Claim>> {
    return this.all('claim').filter(
      (claim) =>
        claim.kind === where.kind &&
        [undefined, claim.role].includes(where.role) &&
        [undefined, this.key(claim.subject)].includes(where.subject) &&
        [undefined, this.key(claim.object)].includes(where.object),
    );
  }

  /** The keys at the other end of such claims, sorted. */
  objects(where: Parameters<Malang['claims']>[0]): string[] {
    return this.claims(where)
      .map((claim) => this.key(claim.object))
      .sort();
  }
  subjects(where: Parameters<Malang['claims']>[0]): string[] {
    return this.claims(where)
      .map((claim) => this.key(claim.subject))
      .sort();
  }

  /** The source keys and locators that a record cites: `malangvoice-2017-jambore-inovasi paragraf 5`. */
  cited(record: JejakRecord): string[] {
    return record.evidence.map(({ source, locator }) => `${this.key(source)} ${locator}`);
  }

  key(id: string): string {
    return this.keys.get(id) ?? id;
  }
}
