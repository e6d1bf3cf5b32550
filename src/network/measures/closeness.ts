import { componentsOf } from '../components.js';
import { type Measure, perNode } from '../measure.js';
import { pathTotals } from '../shortest-paths.js';
import { type SimpleNetwork, tieCount } from '../simple-network.js';
import { PIVOTS, type Pivots } from './path-parameters.js';

/**
 * Closeness and harmonic centrality: how near a node is to those that it reaches. Isolates have 0. With pivots, the mean
 * distance (or reciprocal) to the pivots stands for that to all in the component, except of the pivots themselves
 * (Brandes & Pich 2007): NaN where none of the pivots is in the component of a node. One pass over shortest paths, shared
 * with betweenness.
 */
interface Reach {
  /** How many others are in the component of a node. */
  readonly others: number;
  readonly meanDistance: number;
  readonly meanReciprocal: number;
}

/** One number for each node from what it reaches; 0 for an isolate. */
function fromReach(
  network: SimpleNetwork,
  plan: Pivots & { readonly weighted: boolean },
  valueFrom: (reach: Reach) => number,
): Float64Array {
  const { from, to } = pathTotals(network, plan);
  const { members, of } = componentsOf(network);
  return from.count.map((reached, node) => {
    const others = (members[of[node] as number] as Uint32Array).length - 1;
    if (others === 0) return 0;
    // Of a pivot itself all distances are known.
    const { count, sum, reciprocals } = reached > 0 || to === null ? from : to;
    const found = count[node] as number;
    const meanDistance = (sum[node] as number) / found;
    return valueFrom({ others, meanDistance, meanReciprocal: (reciprocals[node] as number) / found });
  });
}

const wassermanFaust =
  (network: SimpleNetwork) =>
  ({ others, meanDistance }: Reach) =>
    others / (network.ids.length - 1) / meanDistance;

const UNDEFINED = {
  id: 'Selalu bernilai, kecuali pada taksiran bila tak satu pun titik acuan berada dalam komponen yang sama.',
  en: 'Always defined, except in an estimate when no pivot is in the same component.',
};

const COUNTED = {
  forms: ['ONE_MODE'],
  weighted: false,
  undefinedWhen: UNDEFINED,
  cost: 'O(nm); with k pivots O(km)',
  parameters: PIVOTS,
} satisfies Partial<Measure<Pivots>>;

const component: Measure<Pivots> = {
  ...COUNTED,
  id: 'closenessComponent',
  names: { id: 'Kedekatan dalam komponen', en: 'Closeness within the component' },
  definition: {
    id: 'Seberapa dekat suatu pihak dengan semua yang dapat dicapainya: 1 bila semuanya mitra langsung. Tidak membandingkan komponen yang berbeda besarnya.',
    en: 'How near a node is to all that it reaches: 1 when all of them are direct partners. Does not compare components of different size.',
  },
  formula: '(r - 1) / Σ_j d_ij over the r - 1 others that i reaches; isolate 0',
  range: '0 to 1',
  citations: ['freeman-1978', 'brandes-pich-2007'],
  compute: ({ network }, pivots) =>
    perNode(fromReach(network, { ...pivots, weighted: false }, ({ meanDistance }) => 1 / meanDistance)),
};

const WF_FORMULA = '(r - 1)/(n - 1) · (r - 1)/Σ_j d_ij over the r - 1 others that i reaches; isolate 0';

const wf: Measure<Pivots> = {
  ...COUNTED,
  id: 'closenessWF',
  names: { id: 'Kedekatan (Wasserman–Faust)', en: 'Closeness (Wasserman–Faust)' },
  definition: {
    id: 'Seberapa dekat suatu pihak dengan yang dapat dicapainya, dikalikan bagian dari semua pihak yang dapat dicapainya.',
    en: 'How near a node is to those that it reaches, times the share of all others that it reaches.',
  },
  formula: WF_FORMULA,
  range: '0 to 1',
  citations: ['wasserman-faust-1994', 'brandes-pich-2007'],
  compute: ({ network }, pivots) =>
    perNode(fromReach(network, { ...pivots, weighted: false }, wassermanFaust(network))),
};

const inverseWeightWF: Measure<Pivots> = {
  ...COUNTED,
  id: 'closenessInverseWeightWF',
  names: { id: 'Kedekatan berbobot (Wasserman–Faust)', en: 'Weighted closeness (Wasserman–Faust)' },
  definition: {
    id: 'Kedekatan dengan ikatan yang lebih kuat dianggap lebih pendek: jarak satu ikatan adalah 1 dibagi bobotnya.',
    en: 'Closeness where a stronger tie is shorter: the distance of a tie is 1 over its weight.',
  },
  formula: `${WF_FORMULA}; the distance of a tie is 1/w`,
  weighted: true,
  range: '0 to the largest weight',
  undefinedWhen: {
    id: 'Tidak dihitung tanpa ikatan; dalam taksiran tidak bernilai bila tak satu pun titik acuan berada dalam komponen yang sama.',
    en: 'Left out when there are no ties; in an estimate undefined when no pivot is in the same component.',
  },
  citations: ['newman-2001', 'wasserman-faust-1994', 'brandes-pich-2007'],
  cost: 'O(nm + n² log n); with k pivots O(km + kn log n)',
  compute: ({ network }, pivots) =>
    tieCount(network) === 0
      ? null
      : perNode(fromReach(network, { ...pivots, weighted: true }, wassermanFaust(network))),
};

function harmonicOf(network: SimpleNetwork, pivots: Pivots, divisor: number): Float64Array {
  return fromReach(
    network,
    { ...pivots, weighted: false },
    ({ others, meanReciprocal }) => (others * meanReciprocal) / divisor,
  );
}

const harmonic: Measure<Pivots> = {
  ...COUNTED,
  id: 'harmonic',
  names: { id: 'Sentralitas harmonik', en: 'Harmonic centrality' },
  definition: {
    id: 'Jumlah kebalikan jarak ke semua pihak lain: mitra langsung bernilai 1, mitra dari mitra ½, yang tidak tercapai 0.',
    en: 'The sum of the reciprocals of the distances to all others: a direct partner counts 1, a partner of a partner ½, one out of reach 0.',
  },
  formula: 'Σ_{j≠i} 1/d_ij; 0 for j out of reach',
  range: '0 to n - 1',
  citations: ['marchiori-latora-2000', 'boldi-vigna-2014', 'brandes-pich-2007'],
  compute: ({ network }, pivots) => perNode(harmonicOf(network, pivots, 1)),
};

const harmonicNormalized: Measure<Pivots> = {
  ...harmonic,
  id: 'harmonicNormalized',
  names: { id: 'Sentralitas harmonik ternormalkan', en: 'Normalized harmonic centrality' },
  definition: {
    id: 'Sentralitas harmonik dibagi jumlah pihak lain: 1 bila semuanya mitra langsung.',
    en: 'Harmonic centrality over the number of others: 1 when all of them are direct partners.',
  },
  formula: 'Σ_{j≠i} (1/d_ij) / (n - 1); 0 for j out of reach',
  range: '0 to 1',
  compute: ({ network }, pivots) => perNode(harmonicOf(network, pivots, network.ids.length - 1)),
};

const harmonicRaw: Measure<Pivots> = {
  ...harmonic,
  id: 'harmonicRaw',
  names: { id: 'Sentralitas harmonik (dua jenis)', en: 'Harmonic centrality (two-mode)' },
  definition: {
    id: 'Jumlah kebalikan jarak ke semua pelaku dan inisiatif lain, dalam jaringan pelaku dan inisiatif.',
    en: 'The sum of the reciprocals of the distances to all other actors and initiatives, in the network of both.',
  },
  forms: ['TWO_MODE'],
};

export const CLOSENESS: readonly Measure[] = [
  component,
  wf,
  inverseWeightWF,
  harmonic,
  harmonicNormalized,
  harmonicRaw,
];
