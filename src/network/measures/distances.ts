import { z } from 'zod';
import { JejakError } from '../../domain/errors.js';

/**
 * How far groups lie apart, 0 (the same) to 1, each from each, by name. The distances are a judgement of whoever asks,
 * never ours: there is no default, and they are shown beside what they give. Each problem has the path of its cell.
 */
export const DISTANCES = z
  .record(
    z.string(),
    z.record(z.string(), z.number('is not a number; write how far the two are apart, from 0 to 1')),
  )
  .superRefine((table, context) => {
    for (const [row, cells] of Object.entries(table))
      for (const column of new Set([...Object.keys(table), ...Object.keys(cells)])) {
        const message = problemOf(table, row, column);
        if (message !== null) context.addIssue({ code: 'custom', path: [row, column], message });
      }
  })
  .describe(
    'How far each two groups are apart, from 0 to 1, as {"government": {"government": 0, "media": 0.7}, …}: symmetric, 0 from a group to itself; your own judgement',
  );
export type Distances = z.infer<typeof DISTANCES>;

function problemOf(table: Distances, row: string, column: string): string | null {
  const [here, there] = [table[row]?.[column], table[column]?.[row]];
  if (here === undefined) return 'is missing; write how far the two are apart, from 0 to 1';
  if (here < 0 || here > 1) return 'is not from 0 to 1; write how far the two are apart on that scale';
  if (row === column) return here === 0 ? null : 'is not 0; a group is at no distance from itself, write 0';
  if (there === undefined) return `has no counterpart in ${column}, ${row}; write the same number there`;
  return here === there ? null : `differs from ${there} in ${column}, ${row}; write the same number in both`;
}

/** The distances as a table in the order of the groups. Throws BAD_USER_INPUT with all groups that have no row. */
export function distancesOf(table: Distances, categories: readonly string[]): number[][] {
  const missing = categories.filter((category) => !Object.hasOwn(table, category));
  if (missing.length > 0)
    throw JejakError.ofProblems(
      'The distances are refused',
      missing.map((category) => ({
        code: 'BAD_USER_INPUT',
        place: `distances, ${category}`,
        value: '"nothing"',
        remedy: `write how far it is from each of ${categories.join(', ')}`,
      })),
    );
  return categories.map((row) => categories.map((column) => table[row]?.[column] as number));
}
