import { z } from 'zod';
import { type Measure, type MeasureInput, type MeasureValue, perNode } from '../measure.js';
import { nodesOfMode } from '../project.js';
import { degreeOf } from '../shared-neighbours.js';
import { type PathPlan, pathTotals } from '../shortest-paths.js';
import { ACTOR, INITIATIVE, type SimpleNetwork } from '../simple-network.js';

/**
 * Centrality in a two-mode network, each divided by the most that a node of its mode can reach (Borgatti & Everett 1997), so
 * that actors compare with actors and initiatives with initiatives. Ties alone, without weights. Isolates are counted in the
 * size of their mode. A simple network has no self-loops.
 */

/** All paths; a tie is one step. */
const EXACT: PathPlan = { weighted: false, pivots: null, seed: 0 };

interface TwoMode {
  readonly network: SimpleNetwork;
  /** The number of nodes of the mode of a node, and of the other one. */
  sizesFor(node: number): readonly [own: number, other: number];
}

/** One value for each node of a two-mode network; null for a one-mode one. */
function ofEach(measured: (twoMode: TwoMode) => (node: number) => number) {
  return ({ network }: MeasureInput): MeasureValue | null => {
    if (network.modes === null) return null;
    const [actors, initiatives] = [
      nodesOfMode(network, ACTOR).length,
      nodesOfMode(network, INITIATIVE).length,
    ];
    const sizesFor = (node: number) =>
      network.modes?.[node] === ACTOR ? ([actors, initiatives] as const) : ([initiatives, actors] as const);
    return perNode(Float64Array.from(network.ids.keys(), measured({ network, sizesFor })));
  };
}

/** The greatest betweenness of a node of a mode with `own` nodes: for `own = other` that of the centre of two stars. */
function greatestBetweenness(own: number, other: number): number {
  const [s, t] = [Math.floor((own - 1) / other), (own - 1) % other];
  return (other ** 2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

/** Sum of distances d from the node, r reached nodes with itself, N nodes in all; an isolate 0. */
function closeness(own: number, other: number, sum: number, reached: number): number {
  return sum === 0 ? 0 : ((other + 2 * (own - 1)) / sum) * ((reached - 1) / (own + other - 1));
}

const common = {
  forms: ['TWO_MODE'],
  weighted: false,
  range: '0 to 1',
  parameters: z.strictObject({}),
} as const;

export const TWO_MODE_CENTRALITIES: readonly Measure[] = [
  {
    ...common,
    id: 'bipartiteDegreeCentrality',
    names: { id: 'Sentralitas derajat dua-mode', en: 'Two-mode degree centrality' },
    definition: {
      id: 'Bagian dari semua kegiatan yang diikuti seorang pelaku, atau bagian dari semua pelaku yang mengikuti suatu kegiatan.',
      en: 'The share of all initiatives that an actor takes part in, or of all actors that take part in an initiative.',
    },
    formula: 'd_i / n_other, with d_i the degree and n_other the number of nodes of the other mode',
    undefinedWhen: {
      id: 'Tidak terdefinisi bila mode lain kosong.',
      en: 'Undefined when the other mode has no nodes.',
    },
    citations: ['borgatti-everett-1997'],
    cost: 'O(n)',
    compute: ofEach(
      ({ network, sizesFor }) =>
        (node) =>
          degreeOf(network, node) / sizesFor(node)[1],
    ),
  },
  {
    ...common,
    id: 'bipartiteBetweenness',
    names: { id: 'Keantaraan dua-mode', en: 'Two-mode betweenness centrality' },
    definition: {
      id: 'Seberapa sering suatu simpul berada di jalur terpendek antara dua simpul lain, dibagi nilai terbesar yang mungkin bagi modenya.',
      en: 'How often a node lies on the shortest paths between two others, by the greatest value that its mode allows.',
    },
    formula:
      'b_i / max: b_i raw betweenness on the two-mode network, each unordered pair once, endpoints excluded; max = ½[m²(s+1)² + m(s+1)(2t−s−1) − t(2s−t+3)], with n nodes of its own mode, m of the other, s = ⌊(n−1)/m⌋, t = (n−1) mod m',
    undefinedWhen: {
      id: 'Tidak terdefinisi bila nilai terbesar itu nol (tidak ada jalur yang dapat melewatinya). Simpul terasing bernilai 0.',
      en: 'Undefined when that greatest value is 0 (no path could pass it). An isolate has 0.',
    },
    citations: ['borgatti-everett-1997', 'freeman-1977', 'brandes-2001'],
    cost: 'O(nm)',
    compute: ofEach(({ network, sizesFor }) => {
      const { betweenness } = pathTotals(network, EXACT);
      // Totals count each pair from both its ends.
      return (node) => (betweenness[node] as number) / 2 / greatestBetweenness(...sizesFor(node));
    }),
  },
  {
    ...common,
    id: 'bipartiteCloseness',
    names: { id: 'Kedekatan dua-mode', en: 'Two-mode closeness centrality' },
    definition: {
      id: 'Seberapa dekat suatu simpul dengan semua simpul yang dapat dijangkaunya, dibandingkan dengan jarak terkecil yang mungkin bagi modenya.',
      en: 'How near a node is to all that it can reach, compared with the least distance that its mode allows.',
    },
    formula:
      '(n_other + 2(n_own − 1)) / Σd · (r − 1)/(N − 1): Σd the sum of distances from the node, r the nodes reached with itself, N all nodes. The last factor, 1 in a connected network, is an addition of networkx for disconnected ones and not in Borgatti & Everett',
    undefinedWhen: { id: 'Simpul terasing bernilai 0.', en: 'An isolate has 0.' },
    citations: ['borgatti-everett-1997', 'freeman-1978'],
    cost: 'O(nm)',
    compute: ofEach(({ network, sizesFor }) => {
      const { sum, count } = pathTotals(network, EXACT).from;
      return (node) => closeness(...sizesFor(node), sum[node] as number, (count[node] as number) + 1);
    }),
  },
];
