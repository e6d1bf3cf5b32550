import { z } from 'zod';
import { PARTNER_SCORES, scorePairs } from '../link-scores.js';
import type { Measure, MeasureValue } from '../measure.js';
import { sharedNeighbours } from '../shared-neighbours.js';
import { isTied, type SimpleNetwork } from '../simple-network.js';

/**
 * Who might become partners next: pairs that are not tied but share a neighbour, with five scores (link-scores.ts). Ties
 * alone, without weights; isolates share nothing and do not appear. Pairs come in the order of the ids of both, and stop at
 * `limit`, so that the cost is that of the pairs shown: O(sum of squared degrees) at most.
 */
const parameters = z.strictObject({
  limit: z
    .int()
    .min(1)
    .default(400)
    .describe(
      'How many pairs to show at most, in the order of their ids / Banyaknya pasangan yang ditampilkan',
    ),
});

function pairsToPredict(network: SimpleNetwork, limit: number): Array<readonly [number, number]> {
  const sharing = sharedNeighbours(network);
  const pairs: Array<readonly [number, number]> = [];
  for (let node = 0; node < network.ids.length && pairs.length < limit; node++) {
    const others = sharing(node).others.filter((other) => other > node && !isTied(network, node, other));
    for (const other of others.sort().subarray(0, limit - pairs.length)) pairs.push([node, other]);
  }
  return pairs;
}

function linkPrediction(network: SimpleNetwork, limit: number): MeasureValue {
  const pairs = pairsToPredict(network, limit);
  return { of: 'PAIRS', pairs, columns: scorePairs(network, pairs, PARTNER_SCORES) };
}

const PREDICTION: Measure<z.output<typeof parameters>> = {
  id: 'linkPrediction',
  names: { id: 'Calon mitra', en: 'Link prediction' },
  definition: {
    id: 'Pasangan pelaku yang belum terhubung tetapi punya mitra bersama, dengan lima skor. Skor adalah dugaan dari pola jaringan, bukan anjuran; lihat dulu seberapa baik skor itu menebak masa lalu (linkEvalOrgOrg).',
    en: 'Pairs of actors that are not tied but have partners in common, with five scores. A score is a guess from the pattern of the network, not advice; see first how well it foretells the past (linkEvalOrgOrg).',
  },
  formula:
    'z the shared neighbours of u and v: commonNeighbours |z|; jaccard |z| / |N(u) ∪ N(v)|; adamicAdar Σ 1/ln k_z; resourceAllocation Σ 1/k_z; preferentialAttachment k_u k_v',
  forms: ['ONE_MODE'],
  weighted: false,
  range: 'above 0; jaccard up to 1',
  undefinedWhen: {
    id: 'Pasangan tanpa mitra bersama tidak ditampilkan.',
    en: 'Pairs without a common neighbour have no row.',
  },
  citations: ['liben-nowell-kleinberg-2007', 'adamic-adar-2003', 'zhou-2009', 'jaccard-1912'],
  cost: 'O(Σ d²), d the degrees; less where the limit stops it',
  parameters,
  compute: ({ network }, { limit }) => linkPrediction(network, limit),
};
export const LINK_PREDICTIONS: readonly Measure[] = [PREDICTION];
