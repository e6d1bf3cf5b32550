import { z } from 'zod';
import { louvain } from '../louvain.js';
import { type Json, type Measure, type MeasureInput, numberOrNull, ofNetwork } from '../measure.js';
import { modularity } from '../modularity.js';
import { type Agreement, agreementOf } from '../partitions.js';
import { seeded } from '../random.js';
import type { SimpleNetwork } from '../simple-network.js';

/**
 * Communities: how well a known division into groups fits the ties, which division fits best, and how far the two agree.
 * Undirected; self-loops do not occur; an isolate is a community of its own. See modularity.ts, louvain.ts, partitions.ts.
 */

const SEARCH = z.strictObject({
  resolution: z
    .number()
    .positive()
    .default(1)
    .describe('How small communities are: 1 is the usual definition, above it smaller ones fare better'),
  runs: z
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('How often the search is run; the best division is shown'),
  shakes: z
    .int()
    .min(0)
    .max(100)
    .default(3)
    .describe('How often a run shakes what it found and goes on; 0 is plain Louvain'),
  seed: z.int().min(0).max(0xffffffff).default(1).describe('The same seed gives the same communities'),
});
type SearchParameters = z.infer<typeof SEARCH>;

interface Found {
  readonly best: Uint32Array;
  /** Of the runs, from low to high; NaN without ties. */
  readonly qualities: Float64Array;
  /** Mean agreement of two runs, by NMI; NaN of one run. */
  readonly agreement: number;
}

const found = new WeakMap<SimpleNetwork, Map<string, Found>>();

/** The search is kept with the network, since several measures ask for it. */
function searched(network: SimpleNetwork, weighted: boolean, parameters: SearchParameters): Found {
  const known = found.get(network) ?? new Map<string, Found>();
  found.set(network, known);
  const { resolution, runs, shakes, seed } = parameters;
  const key = [weighted, resolution, runs, shakes, seed].join();
  const result = known.get(key) ?? search(network, weighted, parameters);
  known.set(key, result);
  return result;
}

function search(
  network: SimpleNetwork,
  weighted: boolean,
  { resolution, runs, shakes, seed }: SearchParameters,
): Found {
  const random = seeded(seed);
  const divisions = Array.from({ length: runs }, () =>
    louvain(network, { weighted, resolution, shakes, random }),
  );
  const qualities = divisions.map((division) => modularity(network, division, { weighted, resolution }));
  // Of divisions that differ in rounding alone the first stays, so that the answer does not hang on the last digit.
  const best = qualities.reduce(
    (first, quality, run) => (quality > (qualities[first] as number) + 1e-12 ? run : first),
    0,
  );
  return {
    best: divisions[best] as Uint32Array,
    qualities: Float64Array.from(qualities).sort(),
    agreement: meanAgreement(divisions),
  };
}

/** Over all pairs of runs; runs that found the same are compared once. */
function meanAgreement(divisions: readonly Uint32Array[]): number {
  const kinds = new Map<string, { readonly division: Uint32Array; times: number }>();
  for (const division of divisions) {
    const kind = kinds.get(division.join());
    if (kind === undefined) kinds.set(division.join(), { division, times: 1 });
    else kind.times++;
  }
  const all = [...kinds.values()];
  let sum = 0;
  for (const [place, one] of all.entries()) {
    sum += (one.times * (one.times - 1)) / 2;
    for (const other of all.slice(place + 1))
      sum += one.times * other.times * agreementOf(one.division, other.division).nmiArithmetic;
  }
  const pairs = (divisions.length * (divisions.length - 1)) / 2;
  return pairs === 0 ? Number.NaN : sum / pairs;
}

function communitiesAsJson(network: SimpleNetwork, weighted: boolean, parameters: SearchParameters): Json {
  const { best, qualities, agreement } = searched(network, weighted, parameters);
  const { resolution, runs, shakes, seed } = parameters;
  const last = runs - 1;
  const median =
    ((qualities[Math.floor(last / 2)] as number) + (qualities[Math.ceil(last / 2)] as number)) / 2;
  const count = new Set(best).size;
  return {
    modularity: numberOrNull(modularity(network, best, { weighted, resolution })),
    communities: count,
    membership: Object.fromEntries(network.ids.map((id, node) => [id, best[node] as number])),
    resolution,
    runs,
    shakes,
    seed,
    agreement: numberOrNull(agreement),
    louvainBestQ: numberOrNull(qualities[last] as number),
    louvainMinQ: numberOrNull(qualities[0] as number),
    louvainMedianQ: numberOrNull(median),
    louvainCommunities: count,
  };
}

function communityMeasure(
  declared: Pick<Measure, 'id' | 'names' | 'definition' | 'weighted'>,
): Measure<SearchParameters> {
  return {
    ...declared,
    formula:
      'argmax over divisions of Q = Σ_c [ W_c/W - γ (S_c/2W)² ]; W weight of all ties, W_c within community c, S_c strengths of its nodes; agreement = mean NMI of two runs',
    forms: ['ONE_MODE'],
    range:
      'modularity: below 1, 0 when all are one community; communities numbered from 0 by size, then by first id; agreement: 0 to 1',
    undefinedWhen: {
      id: 'Tanpa hubungan, modularitas kosong dan setiap simpul menjadi komunitas sendiri; kesepakatan kosong bila hanya satu kali dijalankan.',
      en: 'Without ties modularity is null and each node a community of its own; agreement is null of a single run.',
    },
    citations: [
      'blondel-2008',
      'newman-girvan-2004',
      'rotta-noack-2011',
      'traag-2019',
      'fortunato-barthelemy-2007',
      'good-2010',
    ],
    cost: 'runs · shakes · O(m log n) in practice',
    parameters: SEARCH,
    compute: ({ network }, parameters) =>
      ofNetwork(communitiesAsJson(network, declared.weighted, parameters)),
  };
}

const COMMUNITIES_UNWEIGHTED = communityMeasure({
  id: 'communities',
  names: { id: 'Komunitas', en: 'Communities' },
  definition: {
    id: 'Kelompok pelaku yang lebih sering terhubung satu sama lain daripada yang diharapkan secara kebetulan, dicari dengan metode Louvain. Ada banyak pembagian yang hampir sama baiknya: angka kesepakatan menunjukkan seberapa mirip hasil antar pengulangan, dan komunitas kecil dapat tergabung dalam yang besar.',
    en: 'Groups that are tied among themselves more than chance would have it, found by the Louvain method. Many divisions are nearly as good: the agreement says how alike the runs are, and small communities may be swallowed by large ones.',
  },
  weighted: false,
});

const COMMUNITIES_WEIGHTED = communityMeasure({
  id: 'communitiesWeighted',
  names: { id: 'Komunitas berbobot', en: 'Communities, weighted' },
  definition: {
    id: 'Seperti komunitas, tetapi hubungan yang lebih kuat dihitung lebih berat.',
    en: 'Like communities, but stronger ties count for more.',
  },
  weighted: true,
});

/** The class of each node; those of no known group are classes of one, since nobody says that they belong together. */
const classesOf = (groups: NonNullable<MeasureInput['groups']>): Int32Array =>
  groups.of.map((group, node) => (group === -1 ? groups.categories.length + node : group));

const MODULARITY_OF_ATTRIBUTE: Measure<Record<string, never>> = {
  id: 'modularityOfAttribute',
  names: { id: 'Modularitas menurut kelompok', en: 'Modularity of the groups' },
  definition: {
    id: 'Seberapa banyak hubungan terjadi di dalam kelompok (misalnya helix) dibandingkan yang diharapkan secara kebetulan. Negatif berarti hubungan lebih banyak melintasi kelompok. Dihitung tanpa dan dengan bobot, serta pada resolusi 0,5 (tanpa bobot) dan 1,5 (berbobot).',
    en: 'How much more ties lie within groups (helixes, for example) than chance would put there. Below 0 ties cross groups more. Without and with weights, and at resolution 0.5 (unweighted) and 1.5 (weighted).',
  },
  formula:
    'Q = Σ_c [ W_c/W - γ (S_c/2W)² ]; W weight of all ties, W_c within group c, S_c strengths of its nodes',
  forms: ['ONE_MODE'],
  weighted: true,
  range: 'from -0.5 to below 1 at γ = 1',
  undefinedWhen: {
    id: 'Kosong bila tidak ada hubungan. Simpul tanpa kelompok dihitung sebagai kelompok sendiri.',
    en: 'Null without ties. A node of no known group counts as a group of its own.',
  },
  citations: ['newman-girvan-2004', 'reichardt-bornholdt-2006'],
  cost: 'O(n + m)',
  parameters: z.strictObject({}),
  compute({ network, groups }) {
    if (groups === null) return null;
    const classes = classesOf(groups);
    const at = (weighted: boolean, resolution: number) =>
      numberOrNull(modularity(network, classes, { weighted, resolution }));
    return ofNetwork({
      unweighted: at(false, 1),
      weighted: at(true, 1),
      'unweightedRes0.5': at(false, 0.5),
      'weightedRes1.5': at(true, 1.5),
    });
  },
};

const LABEL_COMPARISON: Measure<SearchParameters> = {
  id: 'labelComparison',
  names: { id: 'Kesesuaian kelompok dan komunitas', en: 'Agreement of groups and communities' },
  definition: {
    id: 'Seberapa jauh komunitas berbobot yang ditemukan sama dengan kelompok yang dikenal (misalnya helix): 1 sama persis, sekitar 0 tidak berkaitan.',
    en: 'How far the weighted communities that were found are the known groups (helixes, for example): 1 the same, about 0 unrelated.',
  },
  formula:
    'NMI = I(A; B) / mean(H(A), H(B)), with arithmetic mean, larger one or geometric mean; ARI = (Σ C(n_ij,2) - E) / ((Σ C(a_i,2) + Σ C(b_j,2))/2 - E), E = Σ C(a_i,2) · Σ C(b_j,2) / C(n,2)',
  forms: ['ONE_MODE'],
  weighted: true,
  range: 'NMI from 0 to 1; ARI at most 1, about 0 by chance',
  undefinedWhen: {
    id: 'Kosong bila tidak ada simpul yang kelompoknya diketahui; hanya simpul itu yang dibandingkan.',
    en: 'Null when no node has a known group; only nodes that have one are compared.',
  },
  citations: ['vinh-2010', 'hubert-arabie-1985'],
  cost: 'that of communitiesWeighted',
  parameters: SEARCH,
  compute({ network, groups }, parameters) {
    if (groups === null) return null;
    const { best } = searched(network, true, parameters);
    const known = groups.of.map((_, node) => node).filter((node) => groups.of[node] !== -1);
    const agreement = agreementOf(
      known.map((node) => groups.of[node] as number),
      known.map((node) => best[node] as number),
    );
    const members = Object.entries(agreement) as Array<[keyof Agreement, number]>;
    return ofNetwork(Object.fromEntries(members.map(([name, value]) => [name, numberOrNull(value)])));
  },
};

export const COMMUNITIES: readonly Measure[] = [
  MODULARITY_OF_ATTRIBUTE,
  COMMUNITIES_UNWEIGHTED,
  COMMUNITIES_WEIGHTED,
  LABEL_COMPARISON,
];
