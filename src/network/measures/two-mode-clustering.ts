import { z } from 'zod';
import type { Bilingual } from '../../domain/relation.js';
import type { CitationKey } from '../citations.js';
import { type Measure, ofNetwork, perNode } from '../measure.js';
import { type Mode, nodesOfMode } from '../project.js';
import { degreeOf, sharedNeighbours } from '../shared-neighbours.js';
import { ACTOR, INITIATIVE, type SimpleNetwork } from '../simple-network.js';

/**
 * Clustering of a two-mode network, which has no triangles: how far those who meet once meet elsewhere too. Ties alone,
 * without weights. Time O(sum of squared degrees) each, memory O(n).
 */

/** How the neighbourhoods of two nodes overlap: s shared neighbours, a and b the degrees of the two. */
const OVERLAPS = {
  dot: {
    of: (s: number, a: number, b: number) => s / (a + b - s),
    formula: '|N(u) ∩ N(v)| / |N(u) ∪ N(v)|',
    id: 'gabungan keduanya',
    en: 'of the neighbours of both',
  },
  min: {
    of: (s: number, a: number, b: number) => s / Math.min(a, b),
    formula: '|N(u) ∩ N(v)| / min(|N(u)|, |N(v)|)',
    id: 'tetangga yang lebih sedikit',
    en: 'of the fewer neighbours of the two',
  },
  max: {
    of: (s: number, a: number, b: number) => s / Math.max(a, b),
    formula: '|N(u) ∩ N(v)| / max(|N(u)|, |N(v)|)',
    id: 'tetangga yang lebih banyak',
    en: 'of the more neighbours of the two',
  },
} as const;
type Overlap = keyof typeof OVERLAPS;

/** The mean overlap of each node with those that share a neighbour with it; 0 where there are none. */
function latapyClustering(network: SimpleNetwork, overlap: Overlap): Float64Array {
  const sharing = sharedNeighbours(network);
  const shareOf = OVERLAPS[overlap].of;
  return Float64Array.from(network.ids.keys(), (node) => {
    const { others, sums } = sharing(node);
    let sum = 0;
    for (const other of others)
      sum += shareOf(sums[other] as number, degreeOf(network, node), degreeOf(network, other));
    return others.length === 0 ? 0 : sum / others.length;
  });
}

/** The mean over all nodes of a mode, zeros included; null for a mode without nodes. */
function meanOf(network: SimpleNetwork, mode: Mode, values: Float64Array): number | null {
  const nodes = nodesOfMode(network, mode);
  return nodes.length === 0
    ? null
    : nodes.reduce((sum, node) => sum + (values[node] as number), 0) / nodes.length;
}

/**
 * 4·C4/L3: C4 the cycles of four ties (two actors that share two initiatives), L3 the paths of three ties. Every cycle has
 * four such paths, so this is the share of paths that are closed. 0 without paths.
 */
function robinsAlexander(network: SimpleNetwork): number {
  const sharing = sharedNeighbours(network);
  let [cycles, paths] = [0, 0];
  for (const actor of nodesOfMode(network, ACTOR)) {
    const { others, sums } = sharing(actor);
    // Each pair of actors is seen from both, so each cycle counts half.
    for (const other of others) cycles += ((sums[other] as number) * ((sums[other] as number) - 1)) / 4;
    for (let tie = network.rows[actor] as number; tie < (network.rows[actor + 1] as number); tie++)
      paths += (degreeOf(network, actor) - 1) * (degreeOf(network, network.neighbours[tie] as number) - 1);
  }
  return paths === 0 ? 0 : (4 * cycles) / paths;
}

/** The share of pairs of neighbours of a node that share another neighbour as well; NaN for fewer than two neighbours. */
function redundancy(network: SimpleNetwork): Float64Array {
  const { rows, neighbours } = network;
  const sharing = sharedNeighbours(network);
  const linked = new Float64Array(network.ids.length);
  for (const one of network.ids.keys()) {
    const { sums } = sharing(one);
    for (let tie = rows[one] as number; tie < (rows[one + 1] as number); tie++) {
      const between = neighbours[tie] as number;
      for (let at = rows[between] as number; at < (rows[between + 1] as number); at++) {
        const other = neighbours[at] as number;
        // They share `between`, so a second shared neighbour is another one.
        if (other > one && (sums[other] as number) >= 2) linked[between] = (linked[between] as number) + 1;
      }
    }
  }
  return linked.map((pairs, node) => {
    const degree = degreeOf(network, node);
    return degree < 2 ? Number.NaN : pairs / ((degree * (degree - 1)) / 2);
  });
}

const common = {
  forms: ['TWO_MODE'],
  weighted: false,
  range: '0 to 1',
  citations: ['latapy-2008'] as readonly [CitationKey],
  cost: 'O(Σ d²), d the degrees',
  parameters: z.strictObject({}),
} as const;
const NONE_IS_0: Bilingual = {
  id: 'Simpul yang tidak bertemu simpul lain dari modenya bernilai 0 dan ikut dihitung dalam rata-rata.',
  en: 'A node that meets no other of its mode has 0, and counts in the mean.',
};

/** What is averaged, in words. */
function overlapOf(overlap: Overlap): Bilingual {
  return {
    id: `tetangga yang sama, dibagi ${OVERLAPS[overlap].id}`,
    en: `the share of their neighbours that two nodes have in common, out ${OVERLAPS[overlap].en}`,
  };
}

function latapy(overlap: Overlap): Measure {
  const { id, en } = overlapOf(overlap);
  return {
    ...common,
    id: `clusteringLatapy_${overlap}`,
    names: { id: `Pengelompokan dua-mode (${overlap})`, en: `Two-mode clustering (${overlap})` },
    definition: {
      id: `Untuk setiap simpul, rata-rata atas semua simpul semode yang ditemuinya: ${id}.`,
      en: `For each node, the mean over all nodes of its mode that it meets: ${en}.`,
    },
    formula: `mean over v in N(N(u)) of ${OVERLAPS[overlap].formula}`,
    undefinedWhen: NONE_IS_0,
    compute: ({ network }) => (network.modes === null ? null : perNode(latapyClustering(network, overlap))),
  };
}

function averageLatapy(overlap: Overlap): Measure {
  const { id, en } = overlapOf(overlap);
  return {
    ...common,
    id: `averageClusteringLatapy_${overlap}`,
    names: {
      id: `Rata-rata pengelompokan dua-mode (${overlap})`,
      en: `Average two-mode clustering (${overlap})`,
    },
    definition: {
      id: `Rata-rata pengelompokan dua-mode semua pelaku (modeA) dan semua kegiatan (modeB): ${id}.`,
      en: `The mean two-mode clustering of all actors (modeA) and of all initiatives (modeB): ${en}.`,
    },
    formula: `mean over u of a mode of the mean over v in N(N(u)) of ${OVERLAPS[overlap].formula}`,
    undefinedWhen: {
      id: `${NONE_IS_0.id} Tidak terdefinisi bila mode itu kosong.`,
      en: `${NONE_IS_0.en} Undefined for a mode without nodes.`,
    },
    compute: ({ network }) => {
      if (network.modes === null) return null;
      const values = latapyClustering(network, overlap);
      return ofNetwork({ modeA: meanOf(network, ACTOR, values), modeB: meanOf(network, INITIATIVE, values) });
    },
  };
}

export const TWO_MODE_CLUSTERINGS: readonly Measure[] = [
  ...(Object.keys(OVERLAPS) as Overlap[]).flatMap((overlap) => [latapy(overlap), averageLatapy(overlap)]),
  {
    ...common,
    id: 'robinsAlexander',
    names: { id: 'Pengelompokan Robins–Alexander', en: 'Robins–Alexander clustering' },
    definition: {
      id: 'Dari semua rantai pelaku–kegiatan–pelaku–kegiatan, bagian yang tertutup: pelaku pertama juga ikut kegiatan terakhir. Seberapa sering mitra bertemu lagi di kegiatan lain.',
      en: 'Of all chains actor–initiative–actor–initiative, the share that is closed: the first actor takes part in the last initiative too. How often partners meet again elsewhere.',
    },
    formula: '4·C4/L3: C4 cycles of length 4, L3 paths of length 3',
    undefinedWhen: {
      id: 'Bernilai 0 bila tidak ada rantai sepanjang tiga ikatan.',
      en: '0 when there is no path of length 3.',
    },
    citations: ['robins-alexander-2004'],
    compute: ({ network }) => (network.modes === null ? null : ofNetwork(robinsAlexander(network))),
  },
  {
    ...common,
    id: 'redundancy',
    names: { id: 'Redundansi', en: 'Redundancy' },
    definition: {
      id: 'Dari semua pasangan tetangga suatu simpul, bagian yang tetap terhubung tanpa simpul itu. Kegiatan dengan nilai rendah mempertemukan pelaku yang tidak bertemu di tempat lain.',
      en: 'Of all pairs of neighbours of a node, the share that stays linked without it. An initiative with a low value brings together actors who meet nowhere else.',
    },
    formula: '|{{u, w} ⊆ N(v) : u and w have a neighbour other than v in common}| / (d(d−1)/2), d = |N(v)|',
    undefinedWhen: {
      id: 'Tidak terdefinisi bila tetangganya kurang dari dua.',
      en: 'Undefined for fewer than two neighbours.',
    },
    compute: ({ network }) => (network.modes === null ? null : perNode(redundancy(network))),
  },
];
