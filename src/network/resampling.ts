import { seeded } from './random.js';
import { isAtLeast, shuffle, spreadOf } from './sampling.js';
import { ACTOR, INITIATIVE, type SimpleNetwork } from './simple-network.js';

/** Below so many actors no ranking is shown: with so few, one tie more or less turns it round. */
export const SMALLEST_RANKING = 10;

/** What an actor's value and rank are, and between what they lie in 95 % of the samples. NaN stands for undefined. */
export interface Resampled {
  readonly id: string;
  readonly value: number;
  readonly valueLow: number;
  readonly valueHigh: number;
  /** 1 for the highest value; actors of one value share the best rank. */
  readonly rank: number;
  readonly rankLow: number;
  readonly rankHigh: number;
}

export interface ResamplingOptions {
  /** The share of initiatives that are left out, rounded, at least one of them. */
  readonly drop?: number;
  readonly samples?: number;
  readonly seed?: number;
}

/**
 * How firm a measure of actors is when some of what they did was never recorded: it is computed again without a tenth of
 * the initiatives, drawn at random anew for each sample. Differences within the intervals are not to be read as an order.
 *
 * `perActor` gives one number an actor, in the order of their ids, NaN for undefined; samples without a value are left out.
 * Actors without ties left stay as isolates. The answer has the same order. RangeError for a one-mode network, for fewer than
 * two initiatives, and where `drop` would leave none. Time: `samples` times that of the measure.
 * Borgatti, Carley & Krackhardt 2006.
 */
export function resampled(
  network: SimpleNetwork,
  perActor: (network: SimpleNetwork) => Float64Array,
  { drop = 0.1, samples = 1000, seed = 1 }: ResamplingOptions = {},
): Resampled[] {
  const { actors, initiatives } = bothModes(network);
  const dropped = Math.max(1, Math.round(drop * initiatives.length));
  if (!(drop > 0) || dropped >= initiatives.length)
    throw new RangeError(
      `cannot drop ${drop} of ${initiatives.length} initiatives; at least one must go and one stay`,
    );
  const random = seeded(seed);
  const values = actors.map(() => new Float64Array(samples));
  const ranks = actors.map(() => new Float64Array(samples));
  for (let sample = 0; sample < samples; sample++) {
    const drawn = perActor(without(network, shuffle(initiatives, random).subarray(0, dropped)));
    const order = ranksOf(drawn);
    for (const index of actors.keys()) {
      (values[index] as Float64Array)[sample] = drawn[index] as number;
      (ranks[index] as Float64Array)[sample] = order[index] as number;
    }
  }
  const observed = perActor(network);
  const order = ranksOf(observed);
  return actors.map((actor, index) => {
    const [value, rank] = [spreadOf(values[index] as Float64Array), spreadOf(ranks[index] as Float64Array)];
    return {
      id: network.ids[actor] as string,
      value: observed[index] as number,
      valueLow: value.low,
      valueHigh: value.high,
      rank: order[index] as number,
      rankLow: rank.low,
      rankHigh: rank.high,
    };
  });
}

function bothModes({ modes }: SimpleNetwork): {
  readonly actors: number[];
  readonly initiatives: Uint32Array;
} {
  if (modes === null) throw new RangeError('resampling needs a two-mode network, and this one has one mode');
  const nodes = [...modes.keys()];
  return {
    actors: nodes.filter((node) => modes[node] === ACTOR),
    initiatives: Uint32Array.from(nodes.filter((node) => modes[node] === INITIATIVE)),
  };
}

/** Rank of each value, the highest first; NaN for NaN. Values that differ by rounding alone are equal. O(n log n). */
export function ranksOf(values: Float64Array): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const order = [...values.keys()]
    .filter((index) => !Number.isNaN(values[index]))
    .sort((a, b) => (values[b] as number) - (values[a] as number));
  let [rank, highest] = [1, Number.NaN];
  for (const [place, index] of order.entries()) {
    const value = values[index] as number;
    if (!isAtLeast(value, highest)) [rank, highest] = [place + 1, value];
    ranks[index] = rank;
  }
  return ranks;
}

/** The network without these nodes and their ties; the others keep their order. O(n + m). */
function without(network: SimpleNetwork, dropped: Iterable<number>): SimpleNetwork {
  const { ids, rows, neighbours, weights, modes } = network;
  const gone = new Uint8Array(ids.length);
  for (const node of dropped) gone[node] = 1;
  const kept = [...gone.keys()].filter((node) => gone[node] === 0);
  const numberOf = new Uint32Array(ids.length);
  for (const [number, node] of kept.entries()) numberOf[node] = number;
  const ends = new Uint32Array(kept.length + 1);
  const places: number[] = [];
  for (const [number, node] of kept.entries()) {
    for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++)
      if (gone[neighbours[tie] as number] === 0) places.push(tie);
    ends[number + 1] = places.length;
  }
  return {
    ...network,
    ids: kept.map((node) => ids[node] as string),
    modes: modes === null ? null : Uint8Array.from(kept, (node) => modes[node] as number),
    rows: ends,
    neighbours: Uint32Array.from(places, (tie) => numberOf[neighbours[tie] as number] as number),
    weights: Float64Array.from(places, (tie) => weights[tie] as number),
  };
}
