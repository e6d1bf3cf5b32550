import { componentsOf, strongComponentCount } from '../components.js';
import { type Json, type Measure, numberOrNull, ofNetwork } from '../measure.js';
import { pageRank } from '../page-rank.js';
import type { Distances } from '../path-totals.js';
import { pathTotals } from '../shortest-paths.js';
import { isTied, type SimpleNetwork, tieCount, tiesOf } from '../simple-network.js';
import { symmetrised } from '../symmetrised.js';
import { burtScores } from './burt-scores.js';
import { degreesOf, NO_PARAMETERS, strengthsOf } from './plain.js';

/**
 * The figures of a directed network, without weights. Pairs are ordered, so betweenness is not halved and density is m over
 * n(n - 1). Closeness in takes the distances from others to a node, as networkx does; closeness out those to others. An isolate has 0,
 * and no constraint. PageRank with damping 0.85. Time O(nm).
 */
function directed(network: SimpleNetwork): Json {
  const { ids } = network;
  const nodes = ids.length;
  const byId = (values: Float64Array): Json =>
    Object.fromEntries(ids.map((id, node): [string, Json] => [id, numberOrNull(values[node] as number)]));
  const { betweenness, from, to } = pathTotals(network, { weighted: false, pivots: null, seed: 0 });
  return {
    inDegree: byId(inDegrees(network)),
    outDegree: byId(degreesOf(network)),
    betweenness: byId(betweenness),
    pagerank: byId(pageRank(network, strengthsOf(network, false), 0.85)),
    reciprocity: numberOrNull(reciprocity(network)),
    weakComponents: componentsOf(symmetrised(network, false)).members.length,
    strongComponents: strongComponentCount(network),
    density: nodes < 2 ? 0 : tieCount(network) / (nodes * (nodes - 1)),
    closenessInWF: byId(closenessWF(to as Distances)),
    closenessOutWF: byId(closenessWF(from)),
    constraint: byId(burtScores(network, false).constraint),
  };
}

function inDegrees({ ids, neighbours }: SimpleNetwork): Float64Array {
  const degrees = new Float64Array(ids.length);
  for (const to of neighbours) degrees[to] = (degrees[to] as number) + 1;
  return degrees;
}

/** The share of ties that go both ways; NaN without ties. */
function reciprocity(network: SimpleNetwork): number {
  let both = 0;
  for (const [from, to] of tiesOf(network)) if (isTied(network, to, from)) both++;
  return both / tieCount(network);
}

function closenessWF({ count, sum }: Distances): Float64Array {
  return count.map((found, node) =>
    found === 0 ? 0 : (found / (count.length - 1)) * (found / (sum[node] as number)),
  );
}

export const DIRECTED: readonly Measure[] = [
  {
    id: 'directed',
    names: { id: 'Ukuran jaringan berarah', en: 'Measures of a directed network' },
    definition: {
      id: 'Ukuran yang memperhatikan arah ikatan: derajat masuk dan keluar, keantaraan, PageRank, bagian ikatan timbal balik, jumlah komponen lemah dan kuat, kepadatan, kedekatan masuk dan keluar (Wasserman–Faust), dan kendala Burt.',
      en: 'Figures that mind the direction of ties: degree in and out, betweenness, PageRank, the share of ties returned, the number of weak and strong components, density, closeness in and out (Wasserman–Faust), and constraint after Burt.',
    },
    formula:
      'betweenness Σ_{s≠t} σ_st(i)/σ_st over ordered pairs; reciprocity |{ij: ji}| / m; density m/(n(n - 1)); closeness (r - 1)/(n - 1) · (r - 1)/Σ d over the r - 1 that reach i (in) or that i reaches (out)',
    forms: ['DIRECTED'],
    weighted: false,
    range: 'degrees whole from 0; betweenness 0 to (n - 1)(n - 2); shares 0 to 1; constraint from 0',
    undefinedWhen: {
      id: 'Bagian timbal balik tidak bernilai tanpa ikatan, kendala untuk pihak tanpa ikatan.',
      en: 'Reciprocity is undefined without ties, constraint for a node without ties.',
    },
    citations: ['freeman-1978', 'brandes-2001', 'brin-page-1998', 'wasserman-faust-1994', 'burt-1992'],
    cost: 'O(nm)',
    parameters: NO_PARAMETERS,
    compute: ({ network }) => ofNetwork(directed(network)),
  },
];
