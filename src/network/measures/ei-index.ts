import { z } from 'zod';
import { type Json, type Measure, numberOrNull, ofNetwork } from '../measure.js';
import { type SimpleNetwork, tiesOf } from '../simple-network.js';
import { type Groups, sortedGroups } from './groups.js';

/** Ties that leave a group and ties within one, as their number or the sum of their weights. */
export interface Tally {
  external: number;
  internal: number;
}

/** (E − I) / (E + I); NaN when there are no ties. */
export const eiOf = ({ external, internal }: Tally): number => (external - internal) / (external + internal);

/**
 * What E–I is on average when ties fall on any two nodes alike, or when groups are dealt out anew to the nodes, for the
 * two are the same: (pairs across groups − pairs within) / all pairs, over the nodes that have a group. NaN below two.
 */
export function expectedEi({ categories, of }: Groups): number {
  const sizes = new Float64Array(categories.length);
  for (const group of of) if (group !== -1) sizes[group] = (sizes[group] as number) + 1;
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const all = pairs(sizes.reduce((sum, size) => sum + size, 0));
  const internal = sizes.reduce((sum, size) => sum + pairs(size), 0);
  return (all - 2 * internal) / all;
}

/**
 * E–I index (Krackhardt and Stern 1988) of the network, of each group and of each node, by number of ties and by weight.
 * A tie counts once for the network, once for each group that it touches, and once for each of its ends; a tie of a node
 * without a group not at all. No ties: undefined, also for an isolate. Self-loops do not occur. Time O(n + m).
 */
export const EI_INDEX: Measure<Record<string, never>> = {
  id: 'eiIndex',
  names: { id: 'Indeks E–I', en: 'E–I index' },
  definition: {
    id: 'Perbandingan ikatan ke luar kelompok dengan ikatan di dalam kelompok: 1 bila semua ke luar, −1 bila semua di dalam. Bacalah selalu di samping nilai harapan acak (expectedRandom): dengan enam heliks, kebanyakan pasangan memang lintas kelompok.',
    en: 'Ties that leave a group against ties within it: 1 when all leave, −1 when none does. Always read it beside the value by chance (expectedRandom): of six helixes, most pairs lie across groups anyway.',
  },
  formula:
    '(E − I) / (E + I), E ties between groups, I ties within, by number and by weight; expectedRandom = (B − W) / (B + W), B pairs of nodes across groups, W pairs within',
  forms: ['ONE_MODE'],
  weighted: true,
  range: '−1 to 1',
  undefinedWhen: {
    id: 'Tanpa ikatan tidak ada nilai; pelaku tanpa kelompok tidak dihitung. Nilai harapan acak perlu sedikitnya dua pelaku.',
    en: 'No value without ties; actors without a group are not counted. The value by chance needs two actors.',
  },
  citations: ['krackhardt-stern-1988'],
  cost: 'O(n + m)',
  parameters: z.strictObject({}),
  compute({ network, groups: given }) {
    if (given === null) return null;
    const groups = sortedGroups(given);
    const [counts, weights] = [tallies(network, groups, false), tallies(network, groups, true)];
    return ofNetwork({
      network: asJson(counts.network),
      group: byName(groups.categories, counts.groups, asJson),
      node: byName(network.ids, counts.nodes, eiAsJson),
      networkWeighted: asJson(weights.network),
      groupWeighted: byName(groups.categories, weights.groups, asJson),
      nodeWeighted: byName(network.ids, weights.nodes, eiAsJson),
      expectedRandom: numberOrNull(expectedEi(groups)),
    });
  },
};

function tallies(network: SimpleNetwork, { categories, of }: Groups, weighted: boolean) {
  const none = (): Tally => ({ external: 0, internal: 0 });
  const [whole, groups, nodes] = [none(), categories.map(none), network.ids.map(none)];
  for (const [a, b, weight] of tiesOf(network)) {
    const [one, other] = [of[a] as number, of[b] as number];
    if (one === -1 || other === -1) continue;
    const side = one === other ? 'internal' : 'external';
    const touched = [whole, nodes[a], nodes[b], groups[one], ...(one === other ? [] : [groups[other]])];
    for (const tally of touched as Tally[]) tally[side] += weighted ? weight : 1;
  }
  return { network: whole, groups, nodes };
}

const eiAsJson = (tally: Tally): Json => numberOrNull(eiOf(tally));
const asJson = (tally: Tally): Json => ({ ...tally, ei: eiAsJson(tally) });

function byName(names: readonly string[], tallies: readonly Tally[], write: (tally: Tally) => Json): Json {
  return Object.fromEntries(names.map((name, index) => [name, write(tallies[index] as Tally)]));
}
