import type { MeasureInput } from '../measure.js';
import {
  checkPermutations,
  middle95,
  type PermutationInterval,
  type PermutationOptions,
} from '../permutation.js';
import { seeded } from '../random.js';
import { shuffle } from '../sampling.js';
import { information, sizeOf } from './helix-information.js';
import { presenceOf, subsetsOf, tally } from './n-helix.js';

/** What T of each subset of helixes would be if they were present in programs independently of one another. */
export interface NHelixPermutation extends PermutationOptions {
  readonly nProgrammes: number;
  /** The middle 95% of T in bits, by the names of `nHelixInformation`, of two helixes and more. For R of an even number: negate. */
  readonly T: Readonly<Record<string, PermutationInterval>>;
}

/**
 * Permutation interval of the information among helixes: each helix keeps the number of programs in which it is present,
 * and they are dealt out anew, each helix for itself. A T inside its interval is what chance and bias give. A program may be
 * dealt no helix at all, while those observed have one at least: with few programs of few helixes, read it with care. Null
 * when nothing is known of helixes, and when no program has a participant. Throws RangeError for less than one permutation.
 * Time O(permutations × (programs × helixes + 4^helixes)).
 */
export function nHelixPermutation(
  input: MeasureInput,
  options: PermutationOptions,
): NHelixPermutation | null {
  checkPermutations(options);
  const presence = presenceOf(input);
  if (presence === null || presence.patterns.length === 0) return null;
  const { categories, patterns } = presence;
  const { permutations, seed } = options;
  const columns = categories.map((_, bit) => Uint8Array.from(patterns, (pattern) => (pattern >> bit) & 1));
  const subsets = subsetsOf(categories).filter(([, set]) => sizeOf(set) > 1);
  const samples = subsets.map(() => new Float64Array(permutations));
  const random = seeded(seed);
  for (let round = 0; round < permutations; round++) {
    for (const column of columns) shuffle(column, random);
    const dealt = patterns.map((_, row) =>
      columns.reduce((pattern, column, bit) => pattern | ((column[row] as number) << bit), 0),
    );
    const { T } = information(tally(dealt, categories.length), categories.length);
    for (const [index, [, set]] of subsets.entries())
      (samples[index] as Float64Array)[round] = T[set] as number;
  }
  return {
    permutations,
    seed,
    nProgrammes: patterns.length,
    T: Object.fromEntries(subsets.map(([name], index) => [name, middle95(samples[index] as Float64Array)])),
  };
}
