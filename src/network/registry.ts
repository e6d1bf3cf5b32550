import type { Measure, MeasureInput } from './measure.js';
import { BETWEENNESS } from './measures/betweenness.js';
import { BROKERAGE } from './measures/brokerage.js';
import { BURT } from './measures/burt.js';
import { CLEANINGS } from './measures/cleaning.js';
import { CLOSENESS } from './measures/closeness.js';
import { CLUSTERING } from './measures/clustering.js';
import { COHESION } from './measures/cohesion.js';
import { COMMUNITIES } from './measures/communities.js';
import { CORE_PERIPHERIES } from './measures/core-periphery.js';
import { DEGREES } from './measures/degrees.js';
import { DIRECTED } from './measures/directed.js';
import { DIVERSITY } from './measures/diversity.js';
import { EI_INDEX } from './measures/ei-index.js';
import { LINK_EVALUATIONS } from './measures/link-evaluation.js';
import { LINK_PREDICTIONS } from './measures/link-prediction.js';
import { MIXING, numericAssortativity } from './measures/mixing.js';
import { N_HELIX_INFORMATION } from './measures/n-helix.js';
import { SPECTRAL } from './measures/spectral.js';
import { TEMPORALS } from './measures/temporal.js';
import { TWO_MODE_BROKERAGES } from './measures/two-mode-brokerage.js';
import { TWO_MODE_CENTRALITIES } from './measures/two-mode-centrality.js';
import { TWO_MODE_CLUSTERINGS } from './measures/two-mode-clustering.js';
import { TWO_MODE_PROJECTIONS } from './measures/two-mode-projection.js';

/**
 * All measures. The command line, the API, the forms and the documentation read this list; a measure that is added here is
 * there everywhere.
 */
export const MEASURES: readonly Measure[] = [
  ...CLEANINGS,
  ...DEGREES,
  ...BETWEENNESS,
  ...CLOSENESS,
  ...SPECTRAL,
  ...COHESION,
  ...CLUSTERING,
  ...BURT,
  ...BROKERAGE,
  EI_INDEX,
  ...MIXING,
  ...DIVERSITY,
  N_HELIX_INFORMATION,
  ...COMMUNITIES,
  ...CORE_PERIPHERIES,
  ...TWO_MODE_CENTRALITIES,
  ...TWO_MODE_CLUSTERINGS,
  ...TWO_MODE_PROJECTIONS,
  ...TWO_MODE_BROKERAGES,
  ...LINK_PREDICTIONS,
  ...LINK_EVALUATIONS,
  ...TEMPORALS,
  ...DIRECTED,
];

/** The measures for an input: those of the registry, and one for each number that its nodes have. */
export function measuresFor({ numbers }: MeasureInput): readonly Measure[] {
  return [...MEASURES, ...Object.keys(numbers).map(numericAssortativity)];
}
