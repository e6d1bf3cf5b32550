import type { Measure } from '../measure.js';
import { ofNetwork } from '../measure.js';
import { ACTOR, type SimpleNetwork, tieCount, tiesOf } from '../simple-network.js';
import { ALWAYS_DEFINED, degreesOf, NO_PARAMETERS, ofNodes } from './plain.js';

/**
 * What follows from counting the ties of nodes. Self-loops do not occur in a simple network and parallels are one tie;
 * isolates have degree 0 and count in n. All in time O(n + m).
 */

/** Degree of each node over n - 1; 1 for a single node, as networkx has it. */
function degreeCentrality(network: SimpleNetwork): Float64Array {
  const others = network.ids.length - 1;
  return degreesOf(network).map((degree) => (others === 0 ? 1 : degree / others));
}

function strength({ rows, weights, ids }: SimpleNetwork): Float64Array {
  return Float64Array.from(ids, (_, node) =>
    weights.subarray(rows[node], rows[node + 1]).reduce((sum, weight) => sum + weight, 0),
  );
}

/** Ties over those that could be: within all nodes, or of two modes between them. 0 where none could be, as networkx has it. */
function density(network: SimpleNetwork): number {
  const { ids, modes } = network;
  const ties = tieCount(network);
  if (ties === 0) return 0;
  if (modes === null) return ties / ((ids.length * (ids.length - 1)) / 2);
  const actors = modes.reduce((count, mode) => (mode === ACTOR ? count + 1 : count), 0);
  return ties / (actors * (ids.length - actors));
}

/**
 * Pearson's correlation of the degrees at the two ends of a tie, each tie taken in both directions. From differences to the
 * mean, since with hubs the sums of Newman's formula leave the range of exact numbers. NaN when all ends have one degree.
 */
function degreeAssortativity(network: SimpleNetwork): number {
  const degrees = degreesOf(network);
  const ends = network.neighbours.length;
  const mean = degrees.reduce((sum, degree) => sum + degree * degree, 0) / ends;
  if (degrees.every((degree) => degree === 0 || degree === mean)) return Number.NaN;
  const away = degrees.map((degree) => degree - mean);
  let together = 0;
  for (const [a, b] of tiesOf(network)) together += 2 * (away[a] as number) * (away[b] as number);
  const spread = degrees.reduce((sum, degree, node) => sum + degree * (away[node] as number) ** 2, 0);
  return together / spread;
}

const COUNTED = { parameters: NO_PARAMETERS, cost: 'O(n + m)', undefinedWhen: ALWAYS_DEFINED } as const;

export const DEGREES: readonly Measure[] = [
  {
    ...COUNTED,
    id: 'degree',
    names: { id: 'Jumlah mitra (derajat)', en: 'Degree' },
    definition: {
      id: 'Dengan berapa pihak yang berbeda suatu pihak terhubung langsung.',
      en: 'How many different others a node is tied to directly.',
    },
    formula: 'k_i = |N(i)|',
    forms: ['ONE_MODE', 'TWO_MODE'],
    weighted: false,
    range: 'whole numbers from 0 to n - 1',
    citations: ['freeman-1978'],
    compute: ofNodes(degreesOf),
  },
  {
    ...COUNTED,
    id: 'degreeCentrality',
    names: { id: 'Sentralitas derajat', en: 'Degree centrality' },
    definition: {
      id: 'Bagian dari semua pihak lain yang terhubung langsung dengan suatu pihak. Pihak tanpa mitra ikut dihitung.',
      en: 'The share of all others that a node is tied to directly. Isolates count among the others.',
    },
    formula: 'k_i / (n - 1); 1 for n = 1',
    forms: ['ONE_MODE'],
    weighted: false,
    range: '0 to 1',
    citations: ['freeman-1978'],
    compute: ofNodes(degreeCentrality),
  },
  {
    ...COUNTED,
    id: 'strength',
    names: { id: 'Kekuatan', en: 'Strength' },
    definition: {
      id: 'Jumlah bobot semua ikatan suatu pihak, misalnya berapa kali ia bekerja bersama pihak lain.',
      en: 'The sum of the weights of the ties of a node, for instance how many times it worked together with others.',
    },
    formula: 's_i = Σ_j w_ij',
    forms: ['ONE_MODE', 'TWO_MODE'],
    weighted: true,
    range: 'from 0',
    citations: ['barrat-2004'],
    compute: ofNodes(strength),
  },
  {
    ...COUNTED,
    id: 'density',
    names: { id: 'Kepadatan', en: 'Density' },
    definition: {
      id: 'Bagian dari semua ikatan yang mungkin yang benar-benar ada. Dalam jaringan dua jenis, yang mungkin hanyalah ikatan pelaku dengan inisiatif.',
      en: 'The share of all ties that could be which are there. In a two-mode network only ties of an actor and an initiative could be.',
    },
    formula: '2m / (n(n - 1)); two modes: m / (n_A n_B); 0 where no tie could be',
    forms: ['ONE_MODE', 'TWO_MODE'],
    weighted: false,
    range: '0 to 1',
    citations: ['wasserman-faust-1994', 'borgatti-everett-1997'],
    compute: ({ network }) => ofNetwork(density(network)),
  },
  {
    ...COUNTED,
    id: 'degreeAssortativity',
    names: { id: 'Asortativitas derajat', en: 'Degree assortativity' },
    definition: {
      id: 'Apakah pihak yang bermitra banyak terhubung dengan yang bermitra banyak juga (di atas 0) atau dengan yang bermitra sedikit (di bawah 0).',
      en: 'Whether nodes of many ties are tied to others of many ties (above 0) or to those of few (below 0).',
    },
    formula: 'Pearson correlation of k_i and k_j over the ends (i, j) of all ties, each in both directions',
    forms: ['ONE_MODE'],
    weighted: false,
    range: '-1 to 1',
    undefinedWhen: {
      id: 'Tidak bernilai bila semua pihak yang bermitra punya jumlah mitra yang sama; tidak dihitung tanpa ikatan.',
      en: 'Undefined when all nodes with ties have the same number of them; left out when there are no ties.',
    },
    citations: ['newman-2002'],
    compute: ({ network }) => {
      if (tieCount(network) === 0) return null;
      const value = degreeAssortativity(network);
      return ofNetwork(Number.isNaN(value) ? null : value);
    },
  },
];
