import { z } from 'zod';
import type { Bilingual } from '../../domain/relation.js';
import type { Columns, Measure, MeasureInput } from '../measure.js';
import type { SimpleNetwork } from '../simple-network.js';
import { symmetrised } from '../symmetrised.js';
import type { Groups } from './groups.js';

/**
 * Brokerage (Gould and Fernandez 1989): in how many open two-paths i→j→k, with i and k different and no tie i→k, a node j
 * stands in between, by the groups of the three. A tie k→i does not close the path.
 *
 * Self-loops do not occur in a simple network; an isolate brokers nothing: 0, not undefined. A path over a node without a
 * group is not counted. In the projection of a two-mode network, all partners of one initiative are tied to one another,
 * so brokerage counts only paths across initiatives.
 * Time O(sum over j of its ties in times its ties out), memory O(n).
 */
const ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison', 'total'] as const;
type Role = (typeof ROLES)[number];
type Counts = Readonly<Record<Role, Float64Array>>;

const FORMULA =
  'open two-paths i→j→k (no tie i→k) by groups g: coordinator g_i=g_j=g_k; itinerant (consultant) g_i=g_k≠g_j; representative g_i=g_j≠g_k; gatekeeper g_i≠g_j=g_k; liaison all different; total = their sum';
const UNDEFINED: Bilingual = {
  id: 'Selalu bernilai; pelaku tanpa kelompok tidak dihitung dan bernilai 0.',
  en: 'Always defined; actors without a group are not counted and have 0.',
};

const SHARED = {
  weighted: false,
  range: 'whole numbers from 0',
  undefinedWhen: UNDEFINED,
  citations: ['gould-fernandez-1989'],
  cost: 'O(Σ degree²)',
  parameters: z.strictObject({}),
} satisfies Partial<Measure>;

export const BROKERAGE: readonly Measure[] = [
  {
    ...SHARED,
    id: 'gouldFernandez',
    names: { id: 'Peran perantara (terarah)', en: 'Brokerage roles (directed)' },
    definition: {
      id: 'Berapa kali seorang pelaku meneruskan hubungan antara dua pelaku yang tidak terhubung langsung, menurut kelompok ketiganya: koordinator (satu kelompok), konsultan (dua ujung sekelompok), penjaga gerbang (menerima dari luar kelompok), wakil (meneruskan ke luar kelompok), penghubung (tiga kelompok).',
      en: 'How often an actor passes on a relation between two who are not tied directly, by the groups of the three: coordinator (one group), itinerant (the two ends share a group), gatekeeper (receives from outside its group), representative (passes on to the outside), liaison (three groups).',
    },
    formula: FORMULA,
    forms: ['DIRECTED'],
    compute: (input) => rolesOf(input, (network, groups) => directedRoles(network, groups)),
  },
  {
    ...SHARED,
    id: 'gouldFernandezUndirected',
    names: { id: 'Peran perantara', en: 'Brokerage roles' },
    definition: {
      id: 'Berapa pasang pelaku yang tidak terhubung langsung dijembatani oleh seorang pelaku, menurut kelompok ketiganya. Tanpa arah, penjaga gerbang dan wakil adalah peran yang sama, jadi kedua kolomnya sama dan dihitung sekali dalam jumlah.',
      en: 'How many pairs of actors without a direct tie an actor joins, by the groups of the three. Without direction gatekeeper and representative are one role: the two columns are equal and count once in the total.',
    },
    formula: `unordered pairs {i, k}: ${FORMULA}; gatekeeper = representative, counted once in the total; directions of a directed network are ignored`,
    forms: ['ONE_MODE', 'DIRECTED'],
    compute: (input) => rolesOf(input, undirectedRoles),
  },
  {
    ...SHARED,
    id: 'gouldFernandezSymmetricDirected',
    names: { id: 'Peran perantara (dua arah)', en: 'Brokerage roles (both directions)' },
    definition: {
      id: 'Peran perantara dengan setiap ikatan dibaca dalam dua arah, seperti dilaporkan program yang hanya mengenal jaringan terarah: setiap pasang dihitung dua kali.',
      en: 'Brokerage roles with each tie read in both directions, as programs report that know directed networks alone: every pair counts twice.',
    },
    formula: `each tie as two arcs; ${FORMULA}`,
    forms: ['ONE_MODE'],
    compute: (input) => rolesOf(input, (network, groups) => directedRoles(network, groups)),
  },
];

function rolesOf(
  { network, groups }: MeasureInput,
  count: (network: SimpleNetwork, groups: Groups) => Counts,
): ReturnType<Measure['compute']> {
  if (groups === null) return null;
  const columns: Columns = count(network, groups);
  return { of: 'NODES', nodes: Uint32Array.from(network.ids.keys()), columns };
}

/** An undirected network counts as one in which every tie runs both ways. */
function directedRoles({ ids, rows, neighbours }: SimpleNetwork, { of }: Groups): Counts {
  const counts = Object.fromEntries(ROLES.map((role) => [role, new Float64Array(ids.length)])) as Counts;
  const tiedFrom = new Int32Array(ids.length).fill(-1);
  for (let from = 0; from < ids.length; from++) {
    if (of[from] === -1) continue;
    const [start, end] = [rows[from] as number, rows[from + 1] as number];
    for (let at = start; at < end; at++) tiedFrom[neighbours[at] as number] = from;
    for (let at = start; at < end; at++) {
      const broker = neighbours[at] as number;
      if (of[broker] === -1) continue;
      for (let next = rows[broker] as number; next < (rows[broker + 1] as number); next++) {
        const to = neighbours[next] as number;
        if (to === from || tiedFrom[to] === from || of[to] === -1) continue;
        const column = counts[roleOf(of[from] as number, of[broker] as number, of[to] as number)];
        column[broker] = (column[broker] as number) + 1;
        counts.total[broker] = (counts.total[broker] as number) + 1;
      }
    }
  }
  return counts;
}

function roleOf(from: number, broker: number, to: number): Exclude<Role, 'total'> {
  if (from === to) return from === broker ? 'coordinator' : 'itinerant';
  if (from === broker) return 'representative';
  return broker === to ? 'gatekeeper' : 'liaison';
}

function undirectedRoles(network: SimpleNetwork, groups: Groups): Counts {
  const both = directedRoles(network.directed ? symmetrised(network, false) : network, groups);
  const half = (column: Float64Array) => column.map((count) => count / 2);
  return {
    ...both,
    coordinator: half(both.coordinator),
    itinerant: half(both.itinerant),
    liaison: half(both.liaison),
    total: half(both.total),
  };
}
