import { z } from 'zod';
import { type Measure, type MeasureValue, ofNetwork, perNode } from '../measure.js';
import { pageRank } from '../page-rank.js';
import { principalVector } from '../principal-vector.js';
import { type SimpleNetwork, tieCount } from '../simple-network.js';
import { NO_PARAMETERS, strengthsOf } from './plain.js';

/** Centrality of a node by that of those it is tied to. Both take time O(m) a step. */

const LEFT_OUT = { id: 'Tidak dihitung tanpa ikatan.', en: 'Left out when there are no ties.' };

/**
 * Eigenvector centrality (Bonacich 1972): the vector of the largest eigenvalue of the matrix of ties, of length 1. Nodes
 * outside the component that this eigenvalue belongs to have 0, isolates too.
 */
function eigenvector(network: SimpleNetwork, weighted: boolean): MeasureValue | null {
  if (tieCount(network) === 0) return null;
  const vector = principalVector(network, strengthsOf(network, weighted));
  return vector === null ? ofNetwork(null) : perNode(vector);
}

const EIGENVECTOR = {
  forms: ['ONE_MODE'],
  range: '0 to 1, squares add up to 1',
  undefinedWhen: {
    id: 'Tidak bernilai bila dua komponen memiliki nilai eigen terbesar yang sama, atau perhitungannya tidak konvergen; tidak dihitung tanpa ikatan.',
    en: 'Undefined when two components share the largest eigenvalue, or the computation does not converge; left out when there are no ties.',
  },
  citations: ['bonacich-1972'],
  cost: 'O(n + m) a step; some dozen steps, in long chains some n, by the gap between the two largest eigenvalues',
  parameters: NO_PARAMETERS,
} satisfies Partial<Measure>;

const DAMPING = z.strictObject({
  alpha: z
    .number()
    .min(0)
    .max(0.999)
    .default(0.85)
    .describe('The probability with which the walker follows a tie instead of jumping to any node.'),
});
type Damping = z.infer<typeof DAMPING>;

const PAGERANK = {
  forms: ['ONE_MODE'],
  range: '0 to 1, all add up to 1',
  undefinedWhen: LEFT_OUT,
  citations: ['brin-page-1998'],
  cost: 'O(n + m) a step; about 35/(1 - α) steps',
  parameters: DAMPING,
} satisfies Partial<Measure<Damping>>;

const FORMULA = (share: string) => `x_i = (1 - α)/n + α (Σ_j x_j ${share} + Σ_{j without ties} x_j / n)`;

const rank = (network: SimpleNetwork, weighted: boolean, { alpha }: Damping) =>
  tieCount(network) === 0 ? null : perNode(pageRank(network, strengthsOf(network, weighted), alpha));

const pagerank: Measure<Damping> = {
  ...PAGERANK,
  id: 'pagerank',
  names: { id: 'PageRank', en: 'PageRank' },
  definition: {
    id: 'Bagian waktu yang dihabiskan di suatu pihak oleh pengelana yang berpindah dari mitra ke mitra secara acak, dan sesekali melompat ke pihak mana pun.',
    en: 'The share of time that a walker spends at a node who goes from partner to partner at random, and now and then jumps to any node.',
  },
  formula: FORMULA('a_ij / k_j'),
  weighted: false,
  compute: ({ network }, damping) => rank(network, false, damping),
};

const pagerankWeighted: Measure<Damping> = {
  ...PAGERANK,
  id: 'pagerankWeighted',
  names: { id: 'PageRank berbobot', en: 'Weighted PageRank' },
  definition: {
    id: 'PageRank dengan pengelana yang memilih mitra sebanding dengan bobot ikatan.',
    en: 'PageRank with a walker who chooses partners in proportion to the weights of the ties.',
  },
  formula: FORMULA('w_ij / s_j'),
  weighted: true,
  compute: ({ network }, damping) => rank(network, true, damping),
};

export const SPECTRAL: readonly Measure[] = [
  {
    ...EIGENVECTOR,
    id: 'eigenvector',
    names: { id: 'Sentralitas eigenvektor', en: 'Eigenvector centrality' },
    definition: {
      id: 'Suatu pihak penting bila mitra-mitranya penting. Hanya komponen utama yang bernilai; yang lain 0.',
      en: 'A node matters when its partners matter. Only the main component has values; the others have 0.',
    },
    formula: 'A x = λ x for the largest λ, |x| = 1, x ≥ 0',
    weighted: false,
    compute: ({ network }) => eigenvector(network, false),
  },
  {
    ...EIGENVECTOR,
    id: 'eigenvectorWeighted',
    names: { id: 'Sentralitas eigenvektor berbobot', en: 'Weighted eigenvector centrality' },
    definition: {
      id: 'Seperti sentralitas eigenvektor; mitra dengan ikatan yang lebih kuat lebih menentukan.',
      en: 'Like eigenvector centrality; partners of stronger ties matter more.',
    },
    formula: 'W x = λ x for the largest λ, |x| = 1, x ≥ 0',
    weighted: true,
    compute: ({ network }) => eigenvector(network, true),
  },
  pagerank,
  pagerankWeighted,
];
