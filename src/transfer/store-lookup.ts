import { byId, groupBy } from '../domain/collections.js';
import { isMergeable } from '../domain/identity.js';
import type { RecordType } from '../domain/kinds.js';
import { labelOf } from '../domain/records.js';
import { aboutRecords, idsByNames } from '../store/cypher/names.js';
import { recordsByIds } from '../store/cypher/records.js';
import { lookalikesOf, namedOnly } from '../store/lookalikes.js';
import type { Reader } from '../store/port.js';
import { decodeAsMade, decodeRecord } from '../store/rows.js';
import { MAX_QUERY_LENGTH, MAX_QUERY_WORDS, search } from '../store/search.js';
import type { Lookup, Named, Similar } from './lookup.js';

/** One question asks for at most so many records. */
const PAGE = 2_000;
/** How many lookalikes are told of one name. */
const SHOWN = 3;

/**
 * What planning asks, answered by the store. Looking for lookalikes takes a search for each name, so it is done for the
 * first `names` names of a file and no further; `exhausted` tells whether some were left out.
 */
export function storeLookup(reader: Reader, names: number): Lookup & { readonly exhausted: boolean } {
  let left = names;
  let exhausted = false;
  return {
    get exhausted() {
      return exhausted;
    },
    byIds: async (ids) => {
      const pages = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, page) =>
        ids.slice(page * PAGE, (page + 1) * PAGE),
      );
      const rows = [];
      for (const page of pages) rows.push(...(await reader.read(recordsByIds, { ids: page })));
      return byId(rows.map(decodeRecord));
    },
    byNames: async (asked) => {
      const keysOf = ({ key, types }: { key: string; types: readonly RecordType[] }) =>
        key === '' ? [] : types.map((type) => `${type} ${key}`);
      const keys = [...new Set(asked.flatMap(keysOf))];
      const found = keys.length === 0 ? [] : await reader.read(idsByNames, { keys });
      const byKey = groupBy(found, ({ key }) => key);
      // Only where a name is that of several does it matter what tells them apart.
      const doubled = [...byKey.values()].filter((list) => list.length > 1).flat();
      const about = await aboutOf(
        reader,
        doubled.map(({ id }) => id),
      );
      return asked.map((question) =>
        keysOf(question).flatMap((key) =>
          (byKey.get(key) ?? []).map(
            ({ id, type, kind, name }): Named => ({
              id,
              type,
              kind,
              label: name ?? id,
              about: about.get(id) ?? null,
            }),
          ),
        ),
      );
    },
    meant: async (asked) => {
      const found: Similar[][] = [];
      // One after the other: each is a search, and a row that is wrong is the exception.
      for (const { name, type } of asked) found.push(await meantBy(reader, name, type, left-- > 0));
      return found;
    },
    similar: async (asked) => {
      const wanted = asked
        .map(({ name, type }, index) => (isMergeable(type) ? namedOnly(`${index}`, type, name) : null))
        .filter((each) => each !== null)
        .slice(0, Math.max(0, left));
      exhausted ||= wanted.length < asked.length;
      left -= wanted.length;
      const found = wanted.length === 0 ? new Map() : await lookalikesOf(reader, wanted);
      const ids = [...found.values()].flat().map(({ right }) => right as string);
      const records = byId(
        ids.length === 0 ? [] : (await reader.read(recordsByIds, { ids })).map(decodeAsMade),
      );
      return asked.map((_, index): Similar[] =>
        (found.get(`${index}`) ?? [])
          .slice(0, SHOWN)
          .flatMap(
            ({
              right,
              match,
            }: {
              right: string;
              match: { score: number; reasons: readonly { text: { id: string } }[] };
            }) => {
              const record = records.get(right);
              if (record === undefined) return [];
              const reasons = match.reasons.map(({ text }) => text.id);
              return [{ id: right, label: labelOf(record), score: match.score, reasons }];
            },
          ),
      );
    },
  };
}

async function meantBy(
  reader: Reader,
  name: string,
  type: RecordType,
  isWithin: boolean,
): Promise<Similar[]> {
  const query = name.slice(0, MAX_QUERY_LENGTH).split(/\s+/).slice(0, MAX_QUERY_WORDS).join(' ');
  if (!isWithin) return [];
  const { hits } = await search(reader, { query, types: [type], limit: SHOWN });
  return hits.map(({ record, score }) => ({ id: record.id, label: labelOf(record), score, reasons: [] }));
}

async function aboutOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.read(aboutRecords, { ids: [...new Set(ids)] });
  return new Map(
    rows.flatMap(({ id, description, wholes, places }): Array<[string, string]> => {
      const told = [...wholes.sort(), ...places.sort(), description].filter((text) => text !== null);
      return told[0] === undefined ? [] : [[id, told[0]]];
    }),
  );
}
