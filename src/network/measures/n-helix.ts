import { z } from 'zod';
import { type Json, type Measure, type MeasureInput, numberOrNull, ofNetwork } from '../measure.js';
import { INITIATIVE } from '../simple-network.js';
import { composedGroups } from './groups.js';
import { information, sizeOf } from './helix-information.js';

/**
 * Information among helixes (the "triple helix indicator" and its extensions): what the presence of one in a program tells
 * of the presence of others. The variables are part of the measure: here the presence of each helix, yes or no, in each
 * program that has a participant with a helix.
 *
 * The sign: T = R for three and five helixes, R = −T for two, four and six. T of three below 0 is synergy (XOR: −1), above 0
 * redundancy (three copies: +1). R of an even number does not tell the two apart (XOR of four and four copies: both −1),
 * so it is always given with T, and with all pairs and triples.
 * Isolates are no programs. Time O(n + m + 4^helixes).
 */
export const N_HELIX_INFORMATION: Measure<Record<string, never>> = {
  id: 'nHelixInformation',
  names: { id: 'Informasi antarheliks', en: 'Information among helixes' },
  definition: {
    id: 'Seberapa jauh kehadiran satu heliks dalam program-program terkait dengan kehadiran heliks lain, dalam bit, untuk setiap pasangan, tripel, dan seterusnya. H: ketidakpastian; T: informasi bersama (positif: saling menyertai; negatif pada tripel: sinergi, baru terlihat bila ketiganya dilihat bersama); R: redundansi timbal balik. R untuk jumlah heliks genap tidak membedakan sinergi dari redundansi: bacalah selalu bersama T pasangan dan tripel. Dengan sedikit program, nilai ini sebagian besar bias.',
    en: 'How far the presence of one helix in programs goes with the presence of others, in bits, for each pair, triple and so on. H: uncertainty; T: shared information (positive: they go together; negative for a triple: synergy, seen only in all three together); R: mutual redundancy. R of an even number of helixes does not tell synergy from redundancy: always read it with the T of pairs and triples. With few programs these figures are mostly bias.',
  },
  formula:
    'H(S) = −Σ p log₂ p over the patterns of presence of the helixes in S; T_S = Σ_{∅≠s⊆S} (−1)^(|s|+1) H(s); R_S = (−1)^(|S|+1) T_S, so R = T for 3 and 5 helixes, R = −T for 2, 4 and 6; plug-in estimates, biased upwards in T of pairs by about 1 / (2 N ln 2) bits for N programs',
  forms: ['TWO_MODE'],
  weighted: false,
  range: 'H 0 to the number of helixes in bits; T and R of k helixes −1 to 1 for k ≤ 3',
  undefinedWhen: {
    id: 'Tanpa program berpeserta semua nilai kosong. Tidak dihitung bila ada lebih dari enam kelompok.',
    en: 'Without a program that has participants all values are missing. Not given for more than six groups.',
  },
  citations: [
    'mcgill-1954',
    'leydesdorff-ivanova-2014',
    'leydesdorff-park-lengyel-2014',
    'miller-1955',
    'paninski-2003',
  ],
  cost: 'O(n + m)',
  parameters: z.strictObject({}),
  compute(input) {
    const presence = presenceOf(input);
    if (presence === null) return null;
    const { patterns, categories } = presence;
    const { H, T, R } = information(tally(patterns, categories.length), categories.length);
    const value = (of: Float64Array, set: number) => numberOrNull(of[set] as number);
    const subsets = subsetsOf(categories).map(([name, set]): [string, Json] => [
      name,
      { H: value(H, set), T: value(T, set), ...(sizeOf(set) > 1 ? { R: value(R, set) } : {}) },
    ]);
    return ofNetwork({ units: 'bits', nProgrammes: patterns.length, subsets: Object.fromEntries(subsets) });
  },
};

/** A pattern is a byte, and sets of more than six are more than anybody reads. */
const MOST_HELIXES = 6;

/**
 * The plug-in estimate of an entropy is too low by about (cells − 1) / 2N nats (Miller 1955). With five programs for each
 * cell, which is what tests of contingency tables ask for as well, that is at most 0.14 bits.
 */
export const PROGRAMS_PER_CELL = 5;

/** Below so many programs the information among that many helixes is better not shown: 20 for a pair, 320 for six. */
export const programsNeeded = (helixes: number): number => PROGRAMS_PER_CELL * 2 ** helixes;

/** Which helixes are present in each program with a participant: bit i for category i. Null: the input lacks something. */
export function presenceOf({ network: { ids, modes, rows, neighbours }, groups }: MeasureInput) {
  if (modes === null || groups === null) return null;
  const { categories, of } = composedGroups(groups);
  if (categories.length > MOST_HELIXES) return null;
  const patterns: number[] = [];
  for (const node of ids.keys()) {
    if (modes[node] !== INITIATIVE) continue;
    let pattern = 0;
    for (const actor of neighbours.subarray(rows[node], rows[node + 1]))
      if (of[actor] !== -1) pattern |= 1 << (of[actor] as number);
    if (pattern !== 0) patterns.push(pattern);
  }
  return { categories, patterns };
}

/** How often each pattern occurs. */
export function tally(patterns: Iterable<number>, dimensions: number): Float64Array {
  const counts = new Float64Array(2 ** dimensions);
  for (const pattern of patterns) counts[pattern] = (counts[pattern] as number) + 1;
  return counts;
}

/** The non-empty sets of categories, small ones first and then in the order of the categories: `a`, `b`, `a+b`. */
export function subsetsOf(categories: readonly string[]): Array<readonly [name: string, set: number]> {
  const members = (set: number) => [...categories.keys()].filter((index) => set & (1 << index));
  const inOrder = (a: readonly number[], b: readonly number[]) => {
    const differs = a.findIndex((index, place) => index !== b[place]);
    return a.length - b.length || (a[differs] ?? 0) - (b[differs] ?? 0);
  };
  return Array.from({ length: 2 ** categories.length - 1 }, (_, index) => ({
    set: index + 1,
    of: members(index + 1),
  }))
    .sort((a, b) => inOrder(a.of, b.of))
    .map(({ set, of }) => [of.map((index) => categories[index]).join('+'), set]);
}
