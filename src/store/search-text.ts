import type { z } from 'zod';
import { RECORD_TYPES } from '../domain/kinds.js';
import { nameKey } from '../domain/names.js';
import { OWNER_ROLES } from '../domain/relations.js';
import { dependents, searchSourceRow, searchSources, writeSearchText } from './cypher/search.js';
import type { Run } from './port.js';

/** Awards are found through their achievements; claims and judgements have no name. */
const SEARCHED = RECORD_TYPES.filter((type) => !['award', 'claim', 'judgement'].includes(type));

/**
 * Brings the search texts up to date after a change, in its transaction: those of the records it touched and of
 * those whose text names them.
 */
export async function refreshSearchText(run: Run, touched: readonly string[]): Promise<void> {
  const rows = await run(dependents, { ids: touched, owners: OWNER_ROLES });
  const ids = [...new Set([...touched, ...rows.flatMap((row) => row.dependents as string[])])];
  const sources = await run(searchSources, { ids, owners: OWNER_ROLES, types: SEARCHED });
  await run(writeSearchText, { rows: sources.map((row) => searchText(searchSourceRow.parse(row))) });
}

function searchText(row: z.infer<typeof searchSourceRow>) {
  const identifiers = JSON.parse(row.identifiers ?? '[]') as Array<{ id: string }>;
  const names = distinct([...row.names, ...identifiers.map(({ id }) => id)]);
  const context = distinct([...row.fields, ...row.context.flat()]);
  return { id: row.id, names, context, grams: grams([...names, ...context].join(' ')) };
}

/** Each text once, in one order on both engines: a collected list has none of its own. */
function distinct(texts: ReadonlyArray<string | null>): string[] {
  const [first, ...rest] = [...new Set(texts.filter((text) => text !== null))];
  return first === undefined ? [] : [first, ...rest.sort()];
}

/**
 * A text as the engines index it: each word of its comparison form whole, and its runs of three letters, so that a
 * word with a typing error still shares most of them. The marks keep words and runs apart in one index, and keep
 * both longer than the shortest word an engine indexes.
 */
export function grams(text: string): string {
  const found = new Set<string>();
  for (const word of nameKey(text).split(' ')) {
    if (word === '') continue;
    found.add(`w${word}`);
    // The mark at the end of the word weighs its beginning, where people rarely mistype.
    const padded = `0${word}`;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(`g${padded.slice(at, at + 3)}`);
  }
  return [...found].join(' ');
}
