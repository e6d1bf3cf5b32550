import { type Measure, perNode } from '../measure.js';
import { pathTotals } from '../shortest-paths.js';
import { type SimpleNetwork, tieCount } from '../simple-network.js';
import { PIVOTS, type Pivots } from './path-parameters.js';
import { ALWAYS_DEFINED } from './plain.js';

/**
 * Betweenness (Freeman 1977): over the unordered pairs of other nodes, the share of their shortest paths that pass a node.
 * The ends of a path do not count; a pair without a path adds nothing, so isolates have 0. Computed after Brandes 2001; with
 * pivots only paths from these count, scaled by n / pivots (Brandes & Pich 2007), which is unbiased.
 */
function betweenness(network: SimpleNetwork, weighted: boolean, { pivots, seed }: Pivots): Float64Array {
  const nodes = network.ids.length;
  const totals = pathTotals(network, { weighted, pivots, seed });
  const scale = nodes / Math.min(pivots ?? nodes, nodes);
  // Each unordered pair was counted from both its ends.
  return totals.betweenness.map((sum) => (scale * sum) / 2);
}

/** Over the number of pairs of other nodes; 0 when there is no such pair. */
function normalized(network: SimpleNetwork, pivots: Pivots): Float64Array {
  const others = network.ids.length - 1;
  const pairs = (others * (others - 1)) / 2;
  return betweenness(network, false, pivots).map((sum) => (pairs > 0 ? sum / pairs : 0));
}

const FORMULA = 'Σ_{s<t} σ_st(i) / σ_st; σ_st shortest paths of s and t, σ_st(i) those that pass i, i ≠ s, t';
const DEFINITION = {
  id: 'Seberapa sering suatu pihak terletak pada jalur terpendek antara dua pihak lain. Yang tinggi dapat menghubungkan, atau menahan, pihak-pihak yang tidak terhubung langsung.',
  en: 'How often a node lies on the shortest paths between two others. One with much of it can join, or keep apart, others who are not tied directly.',
};

const COUNTED = {
  definition: DEFINITION,
  formula: FORMULA,
  forms: ['ONE_MODE'],
  weighted: false,
  range: '0 to (n - 1)(n - 2)/2',
  undefinedWhen: ALWAYS_DEFINED,
  citations: ['freeman-1977', 'brandes-2001', 'brandes-pich-2007'],
  cost: 'O(nm); with k pivots O(km)',
  parameters: PIVOTS,
} satisfies Partial<Measure<Pivots>>;

/** Undirected, without weights. */
const unweighted: Measure<Pivots> = {
  ...COUNTED,
  id: 'betweenness',
  names: { id: 'Keantaraan', en: 'Betweenness' },
  compute: ({ network }, pivots) => perNode(betweenness(network, false, pivots)),
};

const normalizedMeasure: Measure<Pivots> = {
  ...COUNTED,
  id: 'betweennessNormalized',
  names: { id: 'Keantaraan ternormalkan', en: 'Normalized betweenness' },
  definition: {
    id: 'Keantaraan dibagi jumlah pasangan pihak lain, sehingga jaringan yang berbeda besarnya dapat dibandingkan.',
    en: 'Betweenness over the number of pairs of other nodes, so that networks of different size can be compared.',
  },
  formula: `${FORMULA}, over (n - 1)(n - 2)/2; n counts isolates`,
  range: '0 to 1',
  citations: ['freeman-1978', 'brandes-2001', 'brandes-pich-2007'],
  compute: ({ network }, pivots) => perNode(normalized(network, pivots)),
};

const inverseWeight: Measure<Pivots> = {
  ...COUNTED,
  id: 'betweennessInverseWeight',
  names: { id: 'Keantaraan berbobot', en: 'Weighted betweenness' },
  definition: {
    id: 'Keantaraan dengan ikatan yang lebih kuat dianggap lebih pendek: jarak satu ikatan adalah 1 dibagi bobotnya.',
    en: 'Betweenness where a stronger tie is shorter: the distance of a tie is 1 over its weight.',
  },
  formula: `${FORMULA}; the distance of a tie is 1/w, compared exactly as lcm(w)/w where weights are whole`,
  weighted: true,
  undefinedWhen: { id: 'Tidak dihitung tanpa ikatan.', en: 'Left out when there are no ties.' },
  citations: ['newman-2001', 'brandes-2001', 'brandes-pich-2007'],
  cost: 'O(nm + n² log n); with k pivots O(km + kn log n)',
  compute: ({ network }, pivots) =>
    tieCount(network) === 0 ? null : perNode(betweenness(network, true, pivots)),
};

const raw: Measure<Pivots> = {
  ...unweighted,
  id: 'betweennessRaw',
  names: { id: 'Keantaraan (dua jenis)', en: 'Betweenness (two-mode)' },
  definition: {
    id: 'Seberapa sering suatu pelaku atau inisiatif terletak pada jalur terpendek antara dua lainnya, dalam jaringan pelaku dan inisiatif.',
    en: 'How often an actor or an initiative lies on the shortest paths between two others, in the network of actors and initiatives.',
  },
  forms: ['TWO_MODE'],
};

export const BETWEENNESS: readonly Measure[] = [unweighted, normalizedMeasure, inverseWeight, raw];
