import { groupBy } from '../../src/domain/collections.js';
import type { JejakRecord, Stored } from '../../src/domain/records.js';
import { idsByNames } from '../../src/store/cypher/names.js';
import { recordsByIds } from '../../src/store/cypher/records.js';
import type { Reader } from '../../src/store/port.js';
import { decodeRecord } from '../../src/store/rows.js';
import { nameIndexKey } from '../../src/store/write-records.js';
import type { Lookup } from '../../src/transfer/lookup.js';

/** What planning asks, asked of a store; it finds nothing similar. */
export function lookupOn(reader: Reader): Lookup {
  return {
    byIds: async (ids) => {
      const rows = await reader.read(recordsByIds, { ids });
      return new Map(rows.map(decodeRecord).map((record) => [record.id, record as Stored<JejakRecord>]));
    },
    byNames: async (asked) => {
      const keysOf = ({ key, types }: (typeof asked)[number]) => types.map((type) => nameIndexKey(type, key));
      const rows = await reader.read(idsByNames, { keys: [...new Set(asked.flatMap(keysOf))] });
      const found = groupBy(rows, ({ key }) => key);
      return asked.map((one) =>
        keysOf(one)
          .flatMap((key) => found.get(key) ?? [])
          .map(({ id, type, kind, name }) => ({ id, type, kind, label: name ?? id, about: null })),
      );
    },
    similar: async (asked) => asked.map(() => []),
  };
}
