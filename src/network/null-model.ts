import { curveball } from './curveball.js';
import { seeded } from './random.js';
import { isAtLeast, type Spread, spreadOf } from './sampling.js';
import type { SimpleNetwork } from './simple-network.js';

export interface AgainstChance extends Spread {
  readonly observed: number;
  /** (observed - mean) / sd; NaN where chance leaves no choice. */
  readonly z: number;
  /** Share of the samples whose value is at least the observed one; NaN where no sample has a value. */
  readonly shareAtLeast: number;
  /** How many of the samples have a value. */
  readonly defined: number;
  readonly samples: number;
  readonly seed: number;
}

/**
 * A figure of a two-mode network beside the same figure of networks with the same degrees (see curveball): what of it the
 * sizes of programs and the activity of actors explain by themselves. `low` to `high` holds 95 % of the samples.
 *
 * The figure is taken on the ties without their weights, since the samples have none. The figure of a projection belongs
 * here too: let `statistic` project. NaN for `observed` leaves `z` and the share NaN. RangeError for a one-mode network.
 * Time: `samples` times that of the statistic and of a sample.
 */
export function againstChance(
  network: SimpleNetwork,
  statistic: (network: SimpleNetwork) => number,
  { samples = 1000, seed = 1 }: { readonly samples?: number; readonly seed?: number } = {},
): AgainstChance {
  const observed = statistic({ ...network, weights: new Float64Array(network.weights.length).fill(1) });
  const drawn = Float64Array.from(curveball(network, { samples, random: seeded(seed) }), (sample) =>
    statistic(sample),
  );
  const values = drawn.filter((value) => !Number.isNaN(value));
  const spread = spreadOf(values);
  const atLeast = values.filter((value) => isAtLeast(value, observed)).length / values.length;
  return {
    ...spread,
    observed,
    z: isConstant(spread) ? Number.NaN : (observed - spread.mean) / spread.sd,
    shareAtLeast: Number.isNaN(observed) ? Number.NaN : atLeast,
    defined: values.length,
    samples,
    seed,
  };
}

/** Sums of equal numbers may differ in their last digits. */
const isConstant = ({ mean, sd }: Spread): boolean => sd <= 1e-12 * Math.max(1, Math.abs(mean));
