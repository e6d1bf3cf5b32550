import { z } from 'zod';
import { type Json, type Measure, ofNetwork } from '../measure.js';
import { ACTOR } from '../simple-network.js';

/**
 * What was made of the recorded ties before anything is measured (`buildNetwork`): self-loops and ties within a mode are
 * dropped, parallels merged and their weights added up, isolates kept. Both need to know the recorded ties.
 */
const common = {
  forms: ['TWO_MODE'],
  undefinedWhen: {
    id: 'Tidak tersedia bila catatan asalnya tidak diketahui.',
    en: 'Not to be had when nothing is known of the recorded ties.',
  },
  citations: ['wasserman-faust-1994'],
  parameters: z.strictObject({}),
} as const satisfies Partial<Measure>;

export const CLEANINGS: readonly Measure[] = [
  {
    ...common,
    forms: ['ONE_MODE', 'TWO_MODE'],
    id: 'cleaning',
    names: { id: 'Pembersihan data', en: 'Cleaning' },
    definition: {
      id: 'Banyaknya catatan yang disisihkan atau digabung sebelum jaringan dihitung: ikatan dengan diri sendiri, ikatan dalam mode yang sama, dan ikatan ganda.',
      en: 'How many recorded ties were dropped or merged before the network was measured: self-loops, ties within a mode, and parallels.',
    },
    formula: 'selfLoops and sameMode: ties dropped; parallelsMerged: recorded ties less the pairs they tie',
    weighted: false,
    range: '0 and more',
    cost: 'O(1)',
    compute: ({ recorded }) => (recorded === undefined ? null : ofNetwork({ ...recorded.cleaning })),
  },
  {
    ...common,
    id: 'cleanEdges',
    names: { id: 'Daftar ikatan bersih', en: 'Clean edge list' },
    definition: {
      id: 'Setiap ikatan pelaku–kegiatan satu kali: pelaku, kegiatan, jumlah bobot, banyaknya catatan.',
      en: 'Each tie of an actor and an initiative once: actor, initiative, summed weight, number of recorded ties.',
    },
    formula: '[a, p, Σ w, number of recorded ties of a and p]',
    weighted: true,
    range: 'weights above 0; 1 and more recorded ties',
    cost: 'O(m)',
    compute: ({ network: { ids, modes, rows, neighbours, weights }, recorded }) => {
      if (recorded === undefined || modes === null) return null;
      const edges: Json[] = [];
      for (const actor of ids.keys())
        if (modes[actor] === ACTOR)
          for (let tie = rows[actor] as number; tie < (rows[actor + 1] as number); tie++)
            edges.push([
              ids[actor] as string,
              ids[neighbours[tie] as number] as string,
              weights[tie] as number,
              recorded.counts[tie] as number,
            ]);
      return ofNetwork(edges);
    },
  },
];
