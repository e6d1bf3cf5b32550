import { compareText } from '../../domain/dates.js';
import { HELIXES } from '../../domain/kinds.js';
import type { MeasureInput } from '../measure.js';

/** The group of each node: an index into `categories`, or -1 for a node of none. */
export type Groups = NonNullable<MeasureInput['groups']>;

/** The groups that have members, in the order of their names. */
export function sortedGroups(groups: Groups): Groups {
  const categories = [...inUse(groups)].sort(compareText);
  return renumbered(groups, categories, (category) => categories.indexOf(category));
}

/**
 * The groups in the order in which compositions list them. When they are helixes, whatever the case of their letters: all
 * six, in the order of HELIXES, also those without a member, because what is missing is what a planner looks for.
 * Otherwise as `sortedGroups`.
 */
export function composedGroups(groups: Groups): Groups {
  const used = [...inUse(groups)];
  const helixOf = (category: string) => (HELIXES as readonly string[]).indexOf(category.toUpperCase());
  if (used.length === 0 || used.some((category) => helixOf(category) < 0)) return sortedGroups(groups);
  const upper = used.every((category) => category === category.toUpperCase());
  return renumbered(
    groups,
    HELIXES.map((helix) => (upper ? helix : helix.toLowerCase())),
    helixOf,
  );
}

function inUse({ categories, of }: Groups): Set<string> {
  return new Set(Array.from(of, (group) => categories[group]).filter((category) => category !== undefined));
}

function renumbered(
  { categories: given, of }: Groups,
  categories: readonly string[],
  indexOf: (category: string) => number,
): Groups {
  const numbers = given.map(indexOf);
  return { categories, of: of.map((group) => numbers[group] ?? -1) };
}
