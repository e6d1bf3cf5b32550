import type { MeasureInput } from '../measure.js';
import {
  checkPermutations,
  middle95,
  type PermutationInterval,
  type PermutationOptions,
  pValue,
} from '../permutation.js';
import { seeded } from '../random.js';
import { shuffle } from '../sampling.js';
import { tiesOf } from '../simple-network.js';
import { eiOf, expectedEi } from './ei-index.js';

/** How the E–I index of a network, by number of ties, stands among those of the same network with groups dealt anew. */
export interface EiPermutation extends PermutationOptions {
  readonly observed: number;
  /** The mean over all permutations; exact, not sampled. */
  readonly expected: number;
  readonly interval: PermutationInterval;
  /** That chance gives so little, or less: few ties across groups. */
  readonly pSmaller: number;
  /** That chance gives so much, or more: many ties across groups. */
  readonly pGreater: number;
  /** That chance gives something at least as far from `expected`, on either side. */
  readonly pTwoSided: number;
}

/**
 * Permutation test of the E–I index: the ties stay, the groups are dealt out anew to the nodes that have one, so that
 * sizes of groups and who is how well connected are as they are. The ties of a network are not independent, so that the
 * usual tests do not apply (Hubert and Schultz 1976). Null when the index is undefined or nothing is known of groups.
 * Throws RangeError for less than one permutation. Time O(permutations × (n + m)), memory O(n + m + permutations).
 */
export function eiPermutation(
  { network, groups }: MeasureInput,
  options: PermutationOptions,
): EiPermutation | null {
  checkPermutations(options);
  if (groups === null) return null;
  const { permutations, seed } = options;
  const { ends, labels } = labelled(network, groups.of);
  const ties = ends.length / 2;
  if (ties === 0) return null;
  const observed = eiWith(ends, labels);
  const expected = expectedEi(groups);
  const random = seeded(seed);
  const samples = new Float64Array(permutations);
  for (let round = 0; round < permutations; round++) {
    shuffle(labels, random);
    samples[round] = eiWith(ends, labels);
  }
  const share = (extreme: (sample: number) => boolean) =>
    pValue(samples.filter(extreme).length, permutations);
  // Samples are of the same few fractions as what was observed: equal ones are equal to the last digit. Distances from
  // the expected value are differences, which are not.
  const distance = Math.abs(observed - expected) - 1e-12;
  return {
    permutations,
    seed,
    observed,
    expected,
    interval: middle95(samples),
    pSmaller: share((sample) => sample <= observed),
    pGreater: share((sample) => sample >= observed),
    pTwoSided: share((sample) => Math.abs(sample - expected) >= distance),
  };
}

/** The ties between nodes that have a group, as pairs of places in the list of their groups. */
function labelled(network: MeasureInput['network'], of: Int32Array) {
  const labels = of.filter((group) => group !== -1);
  let place = 0;
  const places = of.map((group) => (group === -1 ? -1 : place++));
  const ends: number[] = [];
  for (const [a, b] of tiesOf(network))
    if (of[a] !== -1 && of[b] !== -1) ends.push(places[a] as number, places[b] as number);
  return { labels, ends: Uint32Array.from(ends) };
}

function eiWith(ends: Uint32Array, labels: Int32Array): number {
  let internal = 0;
  for (let at = 0; at < ends.length; at += 2)
    if (labels[ends[at] as number] === labels[ends[at + 1] as number]) internal++;
  return eiOf({ external: ends.length / 2 - internal, internal });
}
