import { z } from 'zod';
import type { Measure, MeasureInput, MeasureValue } from '../measure.js';
import { type Mode, nodesOfMode, projectOn, WEIGHTINGS, type Weighting } from '../project.js';
import { ACTOR, INITIATIVE, type SimpleNetwork, tiesOf } from '../simple-network.js';

/**
 * The ties of the one-mode projections with all their weights side by side (project.ts has the definitions). Pairs that
 * share nothing have no row; isolates have none either.
 */

const COLUMNS: Readonly<Record<Weighting, string>> = {
  SHARED: 'shared',
  RATIO: 'ratio',
  NEWMAN: 'newman',
  JACCARD: 'jaccard',
  OVERLAP_MIN: 'overlapMin',
  COSINE: 'cosine',
  ADAMIC_ADAR: 'adamicAdar',
  RESOURCE_ALLOCATION: 'resourceAllocation',
};

/** The weight of each tie once, in the order of `tiesOf`; a generator would take many times as long. */
function weightsOnce({ ids, rows, neighbours, weights }: SimpleNetwork): Float64Array {
  const once = new Float64Array(neighbours.length / 2);
  let next = 0;
  for (const node of ids.keys())
    for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++)
      if ((neighbours[tie] as number) > node) once[next++] = weights[tie] as number;
  return once;
}

function projection({ network }: MeasureInput, mode: Mode): MeasureValue | null {
  if (network.modes === null) return null;
  const members = nodesOfMode(network, mode);
  const pairs = Array.from(
    tiesOf(projectOn(network, mode)),
    ([a, b]) => [members[a] as number, members[b] as number] as const,
  );
  const columns = WEIGHTINGS.map((weighting): [string, Float64Array] => [
    COLUMNS[weighting],
    weightsOnce(projectOn(network, mode, weighting)),
  ]);
  return { of: 'PAIRS', pairs, columns: Object.fromEntries(columns) };
}

const common = {
  formula:
    's shared counterparts, a and b the degrees of the two, k the size of a shared counterpart: shared s; ratio s / size of the other mode; newman Σ 1/(k−1); jaccard s/(a+b−s); overlapMin s/min(a,b); cosine s/√(ab); adamicAdar Σ 1/ln k; resourceAllocation Σ 1/k',
  forms: ['TWO_MODE'],
  weighted: false,
  range: 'above 0; ratio, jaccard, overlapMin and cosine up to 1',
  undefinedWhen: {
    id: 'Pasangan yang tidak berbagi apa pun tidak ditampilkan.',
    en: 'Pairs that share nothing have no row.',
  },
  citations: [
    'breiger-1974',
    'newman-2001',
    'jaccard-1912',
    'simpson-gg-1943',
    'salton-mcgill-1983',
    'adamic-adar-2003',
    'zhou-2009',
  ],
  cost: 'O(Σ d²), d the degrees of the other mode; memory O(pairs)',
  parameters: z.strictObject({}),
} as const satisfies Partial<Measure>;

export const TWO_MODE_PROJECTIONS: readonly Measure[] = [
  {
    ...common,
    id: 'projectionA',
    names: { id: 'Proyeksi pada pelaku', en: 'Projection on actors' },
    definition: {
      id: 'Pasangan pelaku yang bertemu dalam kegiatan yang sama, dengan delapan ukuran kekuatan pertemuan itu. Ikut bersama belum berarti bekerja sama.',
      en: 'Pairs of actors that meet in the same initiatives, with eight weights of that meeting. To take part together is not yet to collaborate.',
    },
    compute: (input) => projection(input, ACTOR),
  },
  {
    ...common,
    id: 'projectionB',
    names: { id: 'Proyeksi pada kegiatan', en: 'Projection on initiatives' },
    definition: {
      id: 'Pasangan kegiatan yang diikuti pelaku yang sama, dengan delapan ukuran kekuatan hubungan itu.',
      en: 'Pairs of initiatives that the same actors take part in, with eight weights of that link.',
    },
    compute: (input) => projection(input, INITIATIVE),
  },
];
