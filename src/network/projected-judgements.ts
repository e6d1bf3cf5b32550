import type { JudgementLink } from '../domain/identity-components.js';

/** The judgements that make records one, by the records they are on. */
export interface ProjectedJudgements {
  readonly links: Map<string, JudgementLink>;
  /** Ids of the judgements on each record. */
  readonly on: Map<string, Set<string>>;
}

export function noJudgements(): ProjectedJudgements {
  return { links: new Map(), on: new Map() };
}

/**
 * Takes in a judgement as it is to stand; one that does not make its sides one (no longer, or never did) is left out.
 * Returns the records whose component may be another one now.
 */
export function judge({ links, on }: ProjectedJudgements, judgement: JudgementLink): string[] {
  const before = links.get(judgement.id);
  const concerned = new Set<string>();
  for (const side of before === undefined ? [] : [before.left, before.right]) {
    concerned.add(side);
    const ids = on.get(side);
    ids?.delete(judgement.id);
    if (ids?.size === 0) on.delete(side);
  }
  links.delete(judgement.id);
  const { id, left, right, verdict, withdrawn } = judgement;
  if (verdict !== 'POSITIVE' || withdrawn) return [...concerned];
  links.set(id, { id, left, right, verdict, withdrawn });
  for (const side of [left, right]) {
    concerned.add(side);
    on.set(side, (on.get(side) ?? new Set()).add(id));
  }
  return [...concerned];
}

/** Every record that hangs together with the given ones, these included, and the judgements among them. */
export function hangingTogether(
  { links, on }: ProjectedJudgements,
  seeds: Iterable<string>,
): { readonly ids: readonly string[]; readonly found: readonly JudgementLink[] } {
  const ids = new Set(seeds);
  const found = new Map<string, JudgementLink>();
  // A set is walked in order of insertion, also past what is added meanwhile.
  for (const id of ids)
    for (const judgement of on.get(id) ?? []) {
      const link = links.get(judgement);
      if (link === undefined) continue;
      found.set(judgement, link);
      ids.add(link.left).add(link.right);
    }
  return { ids: [...ids], found: [...found.values()] };
}
