import { type Measure, ofNetwork } from '../measure.js';
import type { SimpleNetwork } from '../simple-network.js';
import { trianglesOf } from '../triangles.js';
import { ALWAYS_DEFINED, degreesOf, NO_PARAMETERS, ofNodes } from './plain.js';

/**
 * How far the partners of a node are partners of each other, without weights. A node with fewer than two ties has 0, and
 * counts in the average. In the projection of a two-mode network all partners of one initiative are tied to one another,
 * so that these figures are high by construction.
 */
function clustering(network: SimpleNetwork): Float64Array {
  const triangles = trianglesOf(network);
  return degreesOf(network).map((degree, node) =>
    degree < 2 ? 0 : (2 * (triangles[node] as number)) / (degree * (degree - 1)),
  );
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function transitivity(network: SimpleNetwork): number {
  const triples = sum(degreesOf(network).map((degree) => (degree * (degree - 1)) / 2));
  return triples === 0 ? 0 : sum(trianglesOf(network)) / triples;
}

const SHARED = {
  forms: ['ONE_MODE'],
  weighted: false,
  undefinedWhen: ALWAYS_DEFINED,
  cost: 'O(m^1.5)',
  parameters: NO_PARAMETERS,
} satisfies Partial<Measure>;

export const CLUSTERING: readonly Measure[] = [
  {
    ...SHARED,
    id: 'triangles',
    names: { id: 'Segitiga', en: 'Triangles' },
    definition: {
      id: 'Berapa pasang mitra suatu pihak yang juga saling bermitra.',
      en: 'How many pairs of partners of a node are partners of each other.',
    },
    formula: 't_i = |{j, k} ⊆ N(i) with j and k tied|',
    range: 'whole numbers from 0',
    citations: ['watts-strogatz-1998'],
    compute: ofNodes((network) => trianglesOf(network).slice()),
  },
  {
    ...SHARED,
    id: 'clustering',
    names: { id: 'Koefisien pengelompokan', en: 'Clustering coefficient' },
    definition: {
      id: 'Bagian dari pasangan mitra suatu pihak yang juga saling bermitra.',
      en: 'The share of the pairs of partners of a node that are partners of each other.',
    },
    formula: 'C_i = 2 t_i / (k_i (k_i - 1)); 0 for k_i < 2',
    range: '0 to 1',
    citations: ['watts-strogatz-1998'],
    compute: ofNodes(clustering),
  },
  {
    ...SHARED,
    id: 'averageClustering',
    names: { id: 'Rata-rata pengelompokan', en: 'Average clustering' },
    definition: {
      id: 'Rata-rata koefisien pengelompokan semua pihak; yang bermitra kurang dari dua dihitung 0.',
      en: 'The mean of the clustering coefficients of all nodes; those with fewer than two partners count 0.',
    },
    formula: 'Σ_i C_i / n',
    range: '0 to 1',
    undefinedWhen: { id: 'Tidak dihitung tanpa pihak.', en: 'Left out when there are no nodes.' },
    citations: ['watts-strogatz-1998'],
    compute: ({ network }) =>
      network.ids.length === 0 ? null : ofNetwork(sum(clustering(network)) / network.ids.length),
  },
  {
    ...SHARED,
    id: 'transitivity',
    names: { id: 'Transitivitas', en: 'Transitivity' },
    definition: {
      id: 'Bagian dari semua jalur dua langkah yang kedua ujungnya juga saling bermitra.',
      en: 'The share of all paths of two steps whose ends are partners of each other.',
    },
    formula: '3 · triangles / paths of length 2; 0 when there are none',
    range: '0 to 1',
    citations: ['newman-watts-strogatz-2002'],
    compute: ({ network }) => ofNetwork(transitivity(network)),
  },
];
