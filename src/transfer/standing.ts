import { type Evidence, type JejakRecord, REFERENCES, type Stored } from '../domain/records.js';
import type { Lookup } from './lookup.js';
import type { Resolved } from './merge.js';
import type { PlannedRow } from './plan-rows.js';

type Records = ReadonlyMap<string, Stored<JejakRecord>>;

/**
 * A stored record keeps its references as they were made, while a file names what stands: of two records judged to be one,
 * the one that stands for both. Where a row gives that one, what was made stays, so that the judgement can be taken back.
 * Asks the store once, and only when a row gives a reference that is not stored.
 */
export async function keepAsMade(
  rows: readonly PlannedRow[],
  stored: Records,
  lookup: Lookup,
): Promise<void> {
  const all = rows.flatMap(({ records }) => records);
  const moved = all.flatMap((one) => unlike(one, stored.get(one.id)));
  if (moved.length === 0) return;
  const standing = await lookup.standing([...new Set(moved)]);
  if (standing.size === 0) return;
  for (const row of rows)
    row.records.splice(0, Infinity, ...row.records.map((one) => asMade(one, stored.get(one.id), standing)));
}

/** The ids at which the stored record points where the row gives others. */
function unlike({ references, evidence }: Resolved, base: JejakRecord | undefined): string[] {
  if (base === undefined) return [];
  const pairs = [
    ...Object.entries(references).map(([field, given]) => [madeIn(base, field), [given].flat()] as const),
    [base.evidence.map(({ source }) => source), evidence.map(({ source }) => source)] as const,
  ];
  return pairs.flatMap(([made, given]) => (given.every((id) => made.includes(id)) ? [] : made));
}

function madeIn(base: JejakRecord, field: string): string[] {
  if (!Object.hasOwn(REFERENCES[base.type], field)) return [];
  return [base[field as keyof JejakRecord] as unknown as string | string[]].flat();
}

function asMade(
  one: Resolved,
  base: JejakRecord | undefined,
  standing: ReadonlyMap<string, string>,
): Resolved {
  if (base === undefined) return one;
  const references = Object.entries(one.references).map(([field, given]) => {
    const made = madeIn(base, field);
    const kept = [given].flat().map((id) => keep(id, made, standing));
    return [field, Array.isArray(given) ? kept : kept[0]];
  });
  const evidence = one.evidence.map((part) => {
    const made = base.evidence.filter((other) => isAt(other, part)).map(({ source }) => source);
    return { ...part, source: keep(part.source, made, standing) };
  });
  return { ...one, references: Object.fromEntries(references), evidence };
}

const isAt = (one: Evidence, part: Partial<Evidence>) => one.locator === (part.locator ?? null);

function keep(id: string, made: readonly string[], standing: ReadonlyMap<string, string>): string {
  return made.includes(id) ? id : (made.find((other) => standing.get(other) === id) ?? id);
}
