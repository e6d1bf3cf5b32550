import { z } from 'zod';
import { bestCores, MOST_NODES_EXHAUSTIVE } from '../core-periphery.js';
import { goodCores } from '../core-search.js';
import { type Measure, numberOrNull, ofNetwork } from '../measure.js';
import { seeded } from '../random.js';

const PARAMETERS = z.strictObject({
  exhaustiveUpTo: z
    .int()
    .min(0)
    .max(MOST_NODES_EXHAUSTIVE)
    .default(20)
    .describe('Up to so many nodes every core is tried; above, good ones are searched for'),
  starts: z.int().min(1).max(1000).default(50).describe('How often the search begins, where there is one'),
  seed: z.int().min(0).max(0xffffffff).default(1).describe('The same seed gives the same cores'),
});

/**
 * Core and periphery, the discrete model: a core whose members are tied with all, and a periphery tied with the core alone. The
 * core is the one whose ideal correlates best with the ties. Undirected, without weights, isolates included.
 * Borgatti & Everett 2000; see core-periphery.ts and core-search.ts.
 */
const CORE_PERIPHERY: Measure<z.infer<typeof PARAMETERS>> = {
  id: 'corePeripheryDiscrete',
  names: { id: 'Inti dan pinggiran', en: 'Core and periphery' },
  definition: {
    id: 'Seberapa mirip jaringan dengan pola inti-pinggiran: anggota inti terhubung dengan semua, anggota pinggiran hanya dengan inti. Yang ditampilkan adalah inti yang paling sesuai, dan apakah semua kemungkinan dicoba atau hanya dicari.',
    en: 'How much the network is like a core that is tied with all and a periphery tied with the core alone. The cores that fit best are shown, and whether all were tried or good ones searched for.',
  },
  formula:
    'max over cores of Pearson r, over unordered pairs, between a_ij and δ_ij; δ_ij = 1 when i or j is in the core, else 0',
  forms: ['ONE_MODE'],
  weighted: false,
  range: 'r at most 1; search: EXHAUSTIVE or LOCAL_SEARCH; at most 100 cores are listed',
  undefinedWhen: {
    id: 'Kosong bila tidak ada hubungan, semua pasangan terhubung, atau simpulnya kurang dari tiga.',
    en: 'Null without ties, when all pairs are tied, and for fewer than three nodes.',
  },
  citations: ['borgatti-everett-2000'],
  cost: 'O(2^n) up to `exhaustiveUpTo` nodes; above about O(starts · (n + m)), more where many nodes are exchanged',
  parameters: PARAMETERS,
  compute({ network }, { exhaustiveUpTo, starts, seed }) {
    const exhaustive = network.ids.length <= exhaustiveUpTo;
    const { r, cores } = exhaustive
      ? bestCores(network)
      : goodCores(network, { starts, random: seeded(seed) });
    return ofNetwork({
      r: numberOrNull(r),
      optimalCores: cores.map((core) => core.map((node) => network.ids[node] as string)),
      search: exhaustive ? 'EXHAUSTIVE' : 'LOCAL_SEARCH',
    });
  },
};

export const CORE_PERIPHERIES: readonly Measure[] = [CORE_PERIPHERY];
