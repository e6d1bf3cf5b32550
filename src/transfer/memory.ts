import { groupBy } from '../domain/collections.js';
import { idOf } from '../domain/ids.js';
import type { RecordType } from '../domain/kinds.js';
import { fold, nameKey } from '../domain/names.js';
import type { End } from '../domain/relation.js';
import type { Draft } from './drafts.js';

/** A record that the file makes or corrects, as later rows need to know it. */
export interface Entry {
  readonly id: string;
  readonly type: RecordType;
  readonly kind: string | null;
  readonly label: string;
  /** The first row that speaks of it. */
  readonly place: string;
  /** What that row said, to tell a row that contradicts it. */
  readonly said: Readonly<Record<string, unknown>>;
  /** NOTED: read, not yet planned. REFUSED: its row was. */
  state: 'NOTED' | 'PLANNED' | 'REFUSED';
}

/**
 * What is known of one file across its batches: its records by id, key and name. It grows with the number of records,
 * by their own cells and not by what is stored of them.
 */
export class ImportMemory {
  private readonly entries = new Map<string, Entry>();
  private readonly ids = new Map<string, Set<string>>();

  entry(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  /** Notes a record under its key and names; the first row that speaks of an id stays its place. */
  note(draft: Draft, id: string): Entry {
    const { type, key, fields } = draft;
    const known = this.entries.get(id);
    const entry: Entry =
      known !== undefined && known.state !== 'REFUSED'
        ? known
        : {
            id,
            type,
            kind: typeof fields.kind === 'string' ? fields.kind : null,
            label: labelOf(draft),
            place: draft.place,
            said: fields,
            state: 'NOTED',
          };
    this.entries.set(id, entry);
    if (key !== null) this.file(`${type} key ${fold(key)}`, id);
    for (const name of namesOf(draft)) this.file(`${type} name ${nameKey(name)}`, id);
    return entry;
  }

  /** The records that go by that key, or else by that name, among those that the ends allow. */
  find(text: string, ends: readonly End[]): Entry[] {
    const types = [...new Set(ends.map(({ type }) => type))];
    const by = (how: string) =>
      types
        .flatMap((type) => [...(this.ids.get(`${type} ${how}`) ?? [])])
        .flatMap((id) => this.entries.get(id) ?? [])
        .filter((entry) => fits(ends, entry));
    const keyed = by(`key ${fold(text)}`);
    return keyed.length > 0 ? keyed : by(`name ${nameKey(text)}`);
  }

  private file(how: string, id: string): void {
    const ids = this.ids.get(how);
    if (ids === undefined) this.ids.set(how, new Set([id]));
    else ids.add(id);
  }
}

/** The id that a row gives its record: the one it names, else by its key, else by name, kind and what tells it apart. */
export function ownId(draft: Draft, scheme: string): string | null {
  if (draft.id !== null) return draft.id;
  if (draft.key !== null) return idOf(draft.type, scheme, draft.key);
  const label = labelOf(draft);
  if (label === '') return null;
  return naturalId(draft.type, scheme, label, draft.fields.kind, draft.identity);
}

/** The natural key is a JSON list, which no key of a clerk's own is taken for. */
export function naturalId(
  type: RecordType,
  scheme: string,
  label: string,
  kind: unknown,
  identity: readonly string[] = [],
): string {
  return idOf(type, scheme, JSON.stringify([nameKey(label), kind ?? null, ...identity]));
}

export function labelOf({ fields }: Draft): string {
  return String(fields.name ?? fields.title ?? '');
}

function namesOf({ fields }: Draft): string[] {
  return [fields.name, fields.title, fields.aliases, fields.abbreviations, fields.previousNames]
    .flat()
    .filter((name): name is string => typeof name === 'string');
}

export function fits(
  ends: readonly End[],
  { type, kind }: { readonly type: RecordType; readonly kind: string | null },
): boolean {
  // A row that corrects a record need not repeat its kind.
  return ends.some(
    (end) => end.type === type && (!end.kinds || kind === null || end.kinds.some((one) => one === kind)),
  );
}

/** Entries without those that stand twice. */
export const distinct = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  [...groupBy(items, ({ id }) => id).values()].flatMap(([first]) => first ?? []);
