import { z } from 'zod';
import type { Bilingual } from '../../domain/relation.js';
import { type MeasureInput, type MeasureValue, perNode } from '../measure.js';
import type { SimpleNetwork } from '../simple-network.js';

/** What many measures of centrality and structure are declared with. */

export const NO_PARAMETERS = z.strictObject({});

export const ALWAYS_DEFINED: Bilingual = { id: 'Selalu bernilai.', en: 'Always defined.' };

/** The strengths of the entries of the rows: 1 each when weights do not count. */
export function strengthsOf({ weights }: SimpleNetwork, weighted: boolean): Float64Array {
  return weighted ? weights : new Float64Array(weights.length).fill(1);
}

/** The number of neighbours of each node; of a directed network those that it is tied to. */
export function degreesOf({ rows, ids }: SimpleNetwork): Float64Array {
  return Float64Array.from(ids, (_, node) => (rows[node + 1] as number) - (rows[node] as number));
}

/** A measure with one number for each node, worked out from the ties alone. */
export const ofNodes =
  (values: (network: SimpleNetwork) => Float64Array) =>
  ({ network }: MeasureInput): MeasureValue =>
    perNode(values(network));
