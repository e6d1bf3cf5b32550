import { z } from 'zod';
import type { Bilingual } from '../../domain/relation.js';
import { type Json, type Measure, type MeasureInput, numberOrNull, ofNetwork } from '../measure.js';
import { tiesOf } from '../simple-network.js';
import { diversity } from './diversity-of-counts.js';
import { type Groups, sortedGroups } from './groups.js';

/**
 * Who is tied to whom, by group or by a number that nodes have. Ties of a node without a group (or number) are left out.
 * Self-loops do not occur; isolates change nothing. Time O(n + m).
 */
const PARAMETERS = z.strictObject({});
const SHARED = { forms: ['ONE_MODE'], cost: 'O(n + m)', parameters: PARAMETERS } satisfies Partial<Measure>;

const UNDEFINED: Bilingual = {
  id: 'Tidak bernilai tanpa ikatan, atau bila semua ujung ikatan sama.',
  en: 'No value without ties, or when all ends of ties are alike.',
};

export const MIXING: readonly Measure[] = [
  {
    ...SHARED,
    id: 'mixingMatrix',
    names: { id: 'Matriks antarkelompok', en: 'Mixing matrix' },
    definition: {
      id: 'Banyaknya ikatan, dan jumlah bobotnya, antara setiap dua kelompok. Diagonal: ikatan di dalam kelompok, masing-masing dihitung sekali.',
      en: 'The number of ties, and the sum of their weights, between every two groups. On the diagonal: ties within a group, each counted once.',
    },
    formula:
      'e_gh = number (or sum of weights) of ties {i, j} with g_i = g and g_j = h; symmetric; e_gg counts each tie once',
    weighted: true,
    range: 'from 0',
    undefinedWhen: { id: 'Selalu bernilai.', en: 'Always defined.' },
    citations: ['newman-2003'],
    compute({ network, groups }) {
      if (groups === null) return null;
      const sorted = sortedGroups(groups);
      const { categories } = sorted;
      const table = (weighted: boolean): Json => {
        const cells = mixing({ network, weighted }, sorted);
        const row = (from: number) =>
          categories.map((name, to) => [name, cells[from * categories.length + to] as number]);
        return Object.fromEntries(categories.map((name, from) => [name, Object.fromEntries(row(from))]));
      };
      return ofNetwork({ categories, edgeCounts: table(false), weightSums: table(true) });
    },
  },
  {
    ...SHARED,
    id: 'assortativityNominal',
    names: { id: 'Asortativitas kelompok', en: 'Assortativity by group' },
    definition: {
      id: 'Seberapa jauh pelaku cenderung terhubung dengan kelompoknya sendiri: 1 hanya dengan kelompok sendiri, 0 seperti kebetulan, di bawah 0 lebih sering lintas kelompok.',
      en: 'How far actors are tied to their own group: 1 to it alone, 0 as by chance, below 0 more often across groups.',
    },
    formula:
      'r = (Σ_g e_gg − Σ_g a_g²) / (1 − Σ_g a_g²), e_gh the share of ends of ties that join g with h, a_g = Σ_h e_gh; without weights',
    weighted: false,
    range: '−1 to 1',
    undefinedWhen: UNDEFINED,
    citations: ['newman-2003'],
    compute: ({ network, groups }) =>
      groups && ofNetwork(numberOrNull(nominal(mixing({ network, weighted: false }, groups)))),
  },
  {
    ...SHARED,
    id: 'alterDiversity',
    names: { id: 'Keragaman mitra', en: 'Diversity of partners' },
    definition: {
      id: 'Berapa kelompok yang dijangkau seorang pelaku melalui mitranya, dan seberapa merata: indeks Blau dan entropi Shannon. Pelaku itu sendiri dan bobot tidak dihitung.',
      en: 'How many groups an actor reaches through its partners, and how evenly: Blau index and Shannon entropy. Neither the actor itself nor weights count.',
    },
    formula: 'p_g = share of group g among the neighbours; Blau 1 − Σ p_g²; Shannon −Σ p_g ln p_g (nat)',
    weighted: false,
    range: 'Blau 0 to 1 − 1/K, Shannon 0 to ln K, K groups',
    undefinedWhen: {
      id: 'Tanpa mitra yang berkelompok: 0 kelompok terjangkau, indeks lain tidak bernilai.',
      en: 'Without partners that have a group: 0 groups reached, the indexes have no value.',
    },
    citations: ['blau-1977', 'shannon-1948'],
    compute: alterDiversity,
  },
];

/**
 * Pearson correlation, over the ties read both ways, of a number that nodes have: the measure `assortativityNumeric_NAME`.
 * One for each of `Object.keys(input.numbers)`. A tie of a node without the number is left out. Time O(n + m).
 */
export function numericAssortativity(name: string): Measure {
  return {
    ...SHARED,
    id: `assortativityNumeric_${name}`,
    names: { id: `Asortativitas menurut ${name}`, en: `Assortativity by ${name}` },
    definition: {
      id: `Seberapa jauh pelaku cenderung terhubung dengan pelaku yang nilai "${name}"-nya serupa: 1 serupa, 0 seperti kebetulan, di bawah 0 berlawanan.`,
      en: `How far actors are tied to actors with a similar "${name}": 1 similar, 0 as by chance, below 0 opposite.`,
    },
    formula:
      'r = Σ (x_i − μ)(x_j − μ) / Σ (x_i − μ)², over the two directions of each tie, μ the mean of x over ends of ties',
    weighted: false,
    range: '−1 to 1',
    undefinedWhen: UNDEFINED,
    citations: ['newman-2003'],
    compute(input) {
      const values = input.numbers[name];
      if (values === undefined || values.every(Number.isNaN)) return null;
      return ofNetwork(numberOrNull(correlation(input, values)));
    },
  };
}

/** Ties from each group to each, row by row; the diagonal counts a tie once. */
function mixing(
  { network, weighted }: Pick<MeasureInput, 'network'> & { readonly weighted: boolean },
  { categories: { length: size }, of }: Groups,
): Float64Array {
  const cells = new Float64Array(size * size);
  for (const [a, b, weight] of tiesOf(network)) {
    const [one, other] = [of[a] as number, of[b] as number];
    if (one === -1 || other === -1) continue;
    const counted = weighted ? weight : 1;
    const cell = one * size + other;
    const mirrored = other * size + one;
    cells[cell] = (cells[cell] as number) + counted;
    if (mirrored !== cell) cells[mirrored] = (cells[mirrored] as number) + counted;
  }
  return cells;
}

/** Newman's r, with all terms times (2m)²: whole numbers, so that a single group gives 0/0 and not a rounding error. */
function nominal(cells: Float64Array): number {
  const size = Math.sqrt(cells.length);
  let [all, within, squares] = [0, 0, 0];
  for (let group = 0; group < size; group++) {
    const row = cells.subarray(group * size, (group + 1) * size);
    const inside = row[group] as number;
    const ends = row.reduce((sum, count) => sum + count, inside);
    all += ends;
    within += 2 * inside;
    squares += ends ** 2;
  }
  return (within * all - squares) / (all ** 2 - squares);
}

function correlation({ network }: MeasureInput, values: Float64Array): number {
  const ends: number[] = [];
  for (const [a, b] of tiesOf(network)) {
    const [x, y] = [values[a] as number, values[b] as number];
    if (!Number.isNaN(x) && !Number.isNaN(y)) ends.push(x, y);
  }
  // Of equal values the mean may be off by a rounding error, which would pass for variance.
  if (ends.every((value) => value === ends[0])) return Number.NaN;
  const mean = ends.reduce((sum, value) => sum + value, 0) / ends.length;
  let [together, apart] = [0, 0];
  for (let at = 0; at < ends.length; at += 2) {
    const [x, y] = [(ends[at] as number) - mean, (ends[at + 1] as number) - mean];
    together += 2 * x * y;
    apart += x * x + y * y;
  }
  return together / apart;
}

function alterDiversity({ network, groups }: MeasureInput): ReturnType<Measure['compute']> {
  if (groups === null) return null;
  const { ids, rows, neighbours } = network;
  const column = () => new Float64Array(ids.length);
  const columns = { categoriesReached: column(), blau: column(), shannonNat: column() };
  for (const node of ids.keys()) {
    const counts = new Float64Array(groups.categories.length);
    for (const neighbour of neighbours.subarray(rows[node], rows[node + 1])) {
      const group = groups.of[neighbour] as number;
      if (group !== -1) counts[group] = (counts[group] as number) + 1;
    }
    const { richness, blau, shannonNat } = diversity(counts);
    columns.categoriesReached[node] = richness;
    columns.blau[node] = blau;
    columns.shannonNat[node] = shannonNat;
  }
  return { of: 'NODES', nodes: Uint32Array.from(ids.keys()), columns };
}
