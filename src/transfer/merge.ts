import { isDeepStrictEqual } from 'node:util';
import { fold, nameKey } from '../domain/names.js';
import type { Contribution, Evidence, Identifier, JejakRecord, RecordInput } from '../domain/records.js';
import type { Draft } from './drafts.js';

/** A draft whose references are looked up. */
export interface Resolved {
  readonly draft: Draft;
  readonly id: string;
  /** The file's first row that speaks of the record; a later one only adds. */
  readonly first: boolean;
  /** Found by its name and used as it is. */
  readonly asIs: boolean;
  readonly references: Readonly<Record<string, string | readonly string[]>>;
  /** Evidence that the row names; `rowEvidence` stands in for a new record that names none. */
  readonly evidence: ReadonlyArray<Partial<Evidence> & Pick<Evidence, 'source'>>;
  readonly rowEvidence: Pick<Evidence, 'source' | 'locator'> | null;
}

type Loose = Record<string, unknown>;
const LISTS = ['aliases', 'previousNames', 'abbreviations', 'weakAliases'];

/**
 * The record after a row: what the row says takes the place of what stood there, an empty cell takes nothing away,
 * and lists, evidence and parties grow. `base` is the stored record, or what earlier rows made of it.
 */
export function merge(base: JejakRecord | null, resolved: Resolved, scheme: string): RecordInput {
  const { draft, id, references } = resolved;
  const before: Loose = { ...base };
  const next: Loose = { ...before, ...draft.fields, ...references, type: draft.type, id };
  for (const list of LISTS)
    if (draft.fields[list] !== undefined) next[list] = united(before[list], draft.fields[list], fold);
  if (references.parties !== undefined)
    next.parties = united(before.parties, references.parties, (party) => party);
  rename(before, next, draft);
  if (draft.key !== null) next.identifiers = identified(before.identifiers, { scheme, id: draft.key });
  next.evidence = evidenceAfter(base, resolved);
  if (draft.type === 'claim') next.contributions = contributionsAfter(before.contributions, resolved);
  return next as unknown as RecordInput;
}

/** A row that names its record by id gives the name as it is to stand; the name before becomes an alias. */
function rename(before: Loose, next: Loose, { id, type }: Draft): void {
  const field = type === 'source' ? 'title' : 'name';
  const [old, given] = [before[field], next[field]];
  if (typeof old !== 'string' || typeof given !== 'string' || old === given) return;
  const same = nameKey(old) === nameKey(given);
  if (same && id === null) next[field] = old;
  if (!same && type !== 'source') next.aliases = united(next.aliases, [old], fold);
  if (Array.isArray(next.aliases))
    next.aliases = next.aliases.filter((alias) => fold(String(alias)) !== fold(String(next[field])));
}

/** What stood there stays, twins and all; of what is given, that which is new. */
function united(old: unknown, given: unknown, keyOf: (item: string) => string): string[] {
  const before = (old as string[] | undefined) ?? [];
  const all = [...before, ...(given as string[])];
  const keys = all.map(keyOf);
  return all.filter((_, index) => index < before.length || keys.indexOf(keys[index] ?? '') === index);
}

function identified(old: unknown, own: Identifier): Identifier[] {
  const all = (old as Identifier[] | undefined) ?? [];
  return all.some(({ scheme, id }) => scheme === own.scheme && id === own.id) ? all : [...all, own];
}

function evidenceAfter(base: JejakRecord | null, { draft, evidence, rowEvidence }: Resolved): unknown[] {
  const all: Loose[] = [...(base?.evidence ?? [])].map((one) => ({ ...one }));
  for (const part of evidence) {
    // Two quotes of one paragraph are two pieces of evidence: the one that says it all already stays as it is.
    const twins = all.filter(
      (one) => one.source === part.source && (one.locator ?? null) === (part.locator ?? null),
    );
    if (twins.some((one) => Object.entries(part).every(([field, value]) => one[field] === value))) continue;
    const [twin] = twins;
    if (twin === undefined) all.push({ ...part });
    else Object.assign(twin, part);
  }
  const silent = all.length === 0 && base === null && draft.type !== 'source';
  return silent && rowEvidence !== null ? [rowEvidence] : all;
}

function contributionsAfter(old: unknown, { draft, first }: Resolved): unknown[] {
  const all = (old as Contribution[] | undefined) ?? [];
  const given = draft.contributions.map((one) => ({ ...NOTHING_GIVEN, ...one }));
  if (given.length === 0) return all;
  // A row with a key of its own says what the contributions are; one that is known by its content only adds to them.
  if (first && (draft.id !== null || draft.key !== null)) return given;
  const known = (one: unknown) => all.some((other) => isDeepStrictEqual({ ...NOTHING_GIVEN, ...other }, one));
  return [...all, ...given.filter((one) => !known(one))];
}
const NOTHING_GIVEN = { amount: null, currency: null, unit: null, description: null };
