import { componentsOf } from '../components.js';
import { coreNumbers } from '../cores.js';
import { cutPointsOf } from '../cut-points.js';
import { type Json, type Measure, ofNetwork } from '../measure.js';
import { pathTotals } from '../shortest-paths.js';
import type { SimpleNetwork } from '../simple-network.js';
import { ALWAYS_DEFINED, NO_PARAMETERS, ofNodes } from './plain.js';

/**
 * What holds a network together, without weights. Self-loops do not occur and parallels are one tie: a parallel would hide
 * a bridge. An isolate is a component of its own.
 */
const LINEAR = {
  weighted: false,
  undefinedWhen: ALWAYS_DEFINED,
  cost: 'O(n + m)',
  parameters: NO_PARAMETERS,
} as const;

const namesOf = ({ ids }: SimpleNetwork, nodes: Iterable<number>) =>
  Array.from(nodes, (node) => ids[node] as string);

/** Size, mean distance of pairs and largest distance of the largest component; null without nodes. */
function giant(network: SimpleNetwork): Json | null {
  const [largest] = componentsOf(network).members;
  if (largest === undefined) return null;
  const totals = pathTotals(network, { weighted: false, pivots: null, seed: 0 });
  let [sum, farthest] = [0, 0];
  for (const node of largest) {
    sum += totals.from.sum[node] as number;
    farthest = Math.max(farthest, totals.farthest[node] as number);
  }
  const pairs = largest.length * (largest.length - 1);
  return { n: largest.length, averagePathLength: pairs === 0 ? null : sum / pairs, diameter: farthest };
}

export const COHESION: readonly Measure[] = [
  {
    ...LINEAR,
    id: 'components',
    names: { id: 'Komponen', en: 'Components' },
    definition: {
      id: 'Bagian-bagian jaringan yang tidak saling terhubung, yang terbesar lebih dahulu. Pihak tanpa mitra adalah komponen tersendiri.',
      en: 'The parts of the network that are not connected with each other, the largest first. An isolate is one of its own.',
    },
    formula: 'classes of nodes joined by a path',
    forms: ['ONE_MODE', 'TWO_MODE'],
    range: 'lists of ids',
    citations: ['wasserman-faust-1994'],
    compute: ({ network }) =>
      ofNetwork(componentsOf(network).members.map((nodes) => namesOf(network, nodes))),
  },
  {
    ...LINEAR,
    id: 'componentCount',
    names: { id: 'Jumlah komponen', en: 'Number of components' },
    definition: {
      id: 'Jumlah bagian jaringan yang tidak saling terhubung.',
      en: 'The number of parts of the network that are not connected with each other.',
    },
    formula: 'number of classes of nodes joined by a path',
    forms: ['ONE_MODE'],
    range: 'whole numbers from 0 to n',
    citations: ['wasserman-faust-1994'],
    compute: ({ network }) => ofNetwork(componentsOf(network).members.length),
  },
  {
    ...LINEAR,
    id: 'articulationPoints',
    names: { id: 'Titik potong', en: 'Articulation points' },
    definition: {
      id: 'Pihak yang bila keluar, bagian jaringannya terpecah.',
      en: 'Nodes whose leaving would make their part of the network fall apart.',
    },
    formula: 'c(G - i) > c(G); c the number of components',
    forms: ['ONE_MODE', 'TWO_MODE'],
    range: 'list of ids',
    citations: ['tarjan-1972', 'hopcroft-tarjan-1973'],
    compute: ({ network }) => ofNetwork(namesOf(network, cutPointsOf(network).articulationPoints)),
  },
  {
    ...LINEAR,
    id: 'bridges',
    names: { id: 'Jembatan', en: 'Bridges' },
    definition: {
      id: 'Ikatan yang bila putus, bagian jaringannya terpecah.',
      en: 'Ties whose loss would make their part of the network fall apart.',
    },
    formula: 'c(G - ij) > c(G); c the number of components',
    forms: ['ONE_MODE'],
    range: 'list of pairs of ids',
    citations: ['tarjan-1972', 'hopcroft-tarjan-1973'],
    compute: ({ network }) => ofNetwork(cutPointsOf(network).bridges.map((pair) => namesOf(network, pair))),
  },
  {
    ...LINEAR,
    id: 'giant',
    names: { id: 'Komponen terbesar', en: 'Largest component' },
    definition: {
      id: 'Komponen terbesar: jumlah anggotanya (n), jarak rata-rata antara dua anggota, dan jarak terjauh (diameter), dihitung dalam ikatan.',
      en: 'The largest component: how many are in it (n), the mean distance of two of them, and the farthest distance (diameter), in ties.',
    },
    formula: 'L = Σ_{i≠j} d_ij / (n(n - 1)); D = max d_ij; i, j in the largest component',
    forms: ['ONE_MODE'],
    range: 'n whole from 1; averagePathLength from 1; diameter whole from 0',
    undefinedWhen: {
      id: 'Jarak rata-rata tidak bernilai bila anggotanya hanya satu; tidak dihitung tanpa pihak.',
      en: 'The mean distance is undefined when there is one member; left out when there are no nodes.',
    },
    citations: ['watts-strogatz-1998', 'wasserman-faust-1994'],
    cost: 'O(nm)',
    compute: ({ network }) => {
      const value = giant(network);
      return value === null ? null : ofNetwork(value);
    },
  },
  {
    ...LINEAR,
    id: 'coreNumber',
    names: { id: 'Nilai inti (k-core)', en: 'Core number' },
    definition: {
      id: 'Angka k terbesar sehingga suatu pihak termasuk kelompok yang setiap anggotanya bermitra dengan sedikitnya k anggota lain.',
      en: 'The largest k such that a node belongs to a group in which each has at least k partners within the group.',
    },
    formula: 'max k such that i is in a subgraph of minimum degree k',
    forms: ['ONE_MODE', 'TWO_MODE'],
    range: 'whole numbers from 0',
    citations: ['seidman-1983'],
    cost: 'O(n log n + m)',
    compute: ofNodes((network) => Float64Array.from(coreNumbers(network))),
  },
];
