import type { Problem } from '../domain/errors.js';

/** Where the record of an operation stands in a file, and how its messages call it instead of by its id. */
export interface Told {
  readonly id: string;
  readonly name: string;
  /** The place of a field (`start`, `evidence 2, locator`, `period`; empty: the record), and the remedy there. */
  readonly where: (field: string, remedy: string) => { readonly place: string; readonly remedy: string };
}

const ID = /\b[a-z]-[0-9a-z]{20}\b/g;

/** What a problem of a change set is about: the number of the operation, from 0 (-1: none), and the field. */
export function subjectOf({ operation = 0, field = '' }: Problem): {
  readonly index: number;
  readonly field: string;
} {
  return { index: operation - 1, field };
}

/**
 * A problem of a change set, told by where its record stands in a file instead of by operation number, and by name
 * instead of id. Operation n was made from the nth of `told`.
 */
export function tell(problem: Problem, told: readonly Told[], names: ReadonlyMap<string, string>): Problem {
  const byName = (text: string) => text.replace(ID, (id) => names.get(id) ?? id);
  const value = byName(problem.value);
  // zod words a missing field in terms of its types, which says nothing to someone who fills in a table.
  const missing = value === '"nothing"' && problem.remedy.startsWith('Invalid input');
  const read = missing
    ? { ...problem, value: 'empty', remedy: 'fill it in' }
    : { ...problem, value, remedy: byName(problem.remedy) };
  const { index, field } = subjectOf(problem);
  return { ...read, ...told[index]?.where(field, read.remedy) };
}

/** How each record is called, by id. */
export const namesOf = (told: readonly Told[]): ReadonlyMap<string, string> =>
  new Map(told.map(({ id, name }) => [id, name]));
