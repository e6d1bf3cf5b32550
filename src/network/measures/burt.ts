import { z } from 'zod';
import type { Bilingual } from '../../domain/relation.js';
import type { CitationKey } from '../citations.js';
import { type Measure, perNode } from '../measure.js';
import { type BurtScores, burtScores } from './burt-scores.js';

/**
 * Structural holes (Burt 1992): how far the partners of an actor are partners of one another, so that it depends on them
 * or stands between them. Each of the four measures once on ties alone and once with their weights.
 *
 * Self-loops do not occur in a simple network. An isolate has no value; a node with one tie has constraint, effective
 * size, efficiency and hierarchy 1. Time O(sum of squared degrees) for all four together, memory O(n + m).
 */
interface Kind {
  readonly names: Bilingual;
  readonly definition: Bilingual;
  readonly formula: string;
  readonly range: string;
  readonly citations: readonly [CitationKey, ...CitationKey[]];
}

const SHARES =
  'p_ij = (a_ij + a_ji) / Σ_k (a_ik + a_ki), over all ties of i in the network, a_ij the weight of a tie, or 1 where weights do not count';
const LOCAL = `c_ij = (p_ij + Σ_q p_iq p_qj)², q neither i nor j; ${SHARES}`;

const KINDS: Readonly<Record<keyof BurtScores, Kind>> = {
  constraint: {
    names: { id: 'Kendala', en: 'Constraint' },
    definition: {
      id: 'Seberapa besar seorang pelaku terikat pada sedikit mitra yang juga saling terhubung. Nilai rendah: ia menjembatani mitra-mitra yang tidak saling terhubung.',
      en: 'How far an actor is tied to few partners who are tied to one another as well. A low value: it bridges partners who are not tied.',
    },
    formula: `C_i = Σ_j c_ij, j a neighbour of i; ${LOCAL}`,
    range: 'above 0, below 2; 1 for one tie, 1.125 in a triangle',
    citations: ['burt-1992', 'everett-borgatti-2020'],
  },
  effectiveSize: {
    names: { id: 'Ukuran efektif', en: 'Effective size' },
    definition: {
      id: 'Banyaknya mitra seorang pelaku, dikurangi yang berlebih karena mitra-mitra itu sudah saling terhubung.',
      en: 'How many partners an actor has, less what is redundant because these partners are tied to one another.',
    },
    formula: `E_i = Σ_j [1 − Σ_q p_iq m_jq], j and q neighbours of i, q not j; m_jq = a_jq / max_k a_jk; without weights = n − 2t/n, for n neighbours with t ties among them; ${SHARES}`,
    range: '1 to the degree',
    citations: ['burt-1992', 'borgatti-1997'],
  },
  efficiency: {
    names: { id: 'Efisiensi', en: 'Efficiency' },
    definition: {
      id: 'Bagian dari mitra seorang pelaku yang tidak berlebih: ukuran efektif dibagi banyaknya mitra.',
      en: 'The share of the partners of an actor that is not redundant: effective size by the number of partners.',
    },
    formula: 'E_i / n, E_i the effective size, n the degree of i',
    range: 'above 0, up to 1',
    citations: ['burt-1992', 'borgatti-1997'],
  },
  hierarchy: {
    names: { id: 'Hierarki', en: 'Hierarchy' },
    definition: {
      id: 'Seberapa jauh kendala seorang pelaku berasal dari satu mitra saja. Nol: semua mitra mengendalakan sama besar.',
      en: 'How far the constraint of an actor comes from a single partner. Zero: all partners constrain alike.',
    },
    formula: `H_i = Σ_j (c_ij / (C/N)) ln(c_ij / (C/N)) / (N ln N), C = Σ_j c_ij, N the degree; 1 for N = 1; ${LOCAL}`,
    range: '0 to 1',
    citations: ['burt-1992'],
  },
};

const PARAMETERS = z.strictObject({});

export const BURT: readonly Measure[] = (Object.keys(KINDS) as Array<keyof BurtScores>).flatMap((name) => [
  measure(name, false),
  measure(name, true),
]);

function measure(name: keyof BurtScores, weighted: boolean): Measure {
  const { names, ...kind } = KINDS[name];
  return {
    ...kind,
    id: weighted ? `${name}Weighted` : name,
    names: weighted ? { id: `${names.id} (berbobot)`, en: `${names.en} (weighted)` } : names,
    forms: ['ONE_MODE'],
    weighted,
    undefinedWhen: { id: 'Pelaku tanpa ikatan tidak bernilai.', en: 'An actor without ties has no value.' },
    cost: 'O(Σ degree²)',
    parameters: PARAMETERS,
    compute: ({ network }) => perNode(burtScores(network, weighted)[name]),
  };
}
