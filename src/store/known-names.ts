import { compareText } from '../domain/dates.js';
import type { Helix } from '../domain/kinds.js';
import { knownNamePage } from './cypher/names.js';
import type { Reader } from './port.js';

/** Types of record that a text can name. */
const NAMED = ['actor', 'initiative', 'achievement', 'award', 'issue', 'place'] as const;

/** A record that stands, by all names under which a text may speak of it; weak aliases are none of them. */
export interface RecordNames {
  readonly id: string;
  readonly type: (typeof NAMED)[number];
  /** Null where the type has none. */
  readonly kind: string | null;
  readonly helix: Helix | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly previousNames: readonly string[];
  readonly abbreviations: readonly string[];
}

const PAGE = 2_000;

/** Every name in the store, by the record that stands for it: a merged record's names lead to the one it was merged into. */
export async function knownNames(reader: Pick<Reader, 'read'>): Promise<RecordNames[]> {
  const found: RecordNames[] = [];
  for (const type of NAMED)
    for (let after = ''; ; ) {
      const rows = await reader.read(knownNamePage(type), { after, limit: PAGE });
      for (const { id, kind, helix, own, merged } of rows) {
        const all = [own, ...merged];
        const [, ...others] = all.map(({ name }) => name);
        found.push({
          id,
          type,
          kind,
          helix,
          name: own.name,
          aliases: together([others, ...all.map(({ aliases }) => aliases)]),
          previousNames: together(all.map(({ previousNames }) => previousNames)),
          abbreviations: together(all.map(({ abbreviations }) => abbreviations)),
        });
      }
      if (rows.length < PAGE) break;
      after = rows.at(-1)?.id ?? '';
    }
  return found;
}

/** In a fixed order, because an engine returns merged records in none. */
const together = (lists: ReadonlyArray<readonly string[] | null>) =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort(compareText);
