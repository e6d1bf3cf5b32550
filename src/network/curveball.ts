import { shuffle } from './sampling.js';
import { ACTOR, type SimpleNetwork } from './simple-network.js';

export interface CurveballOptions {
  readonly samples: number;
  readonly random: () => number;
  /** Trades before each sample; 5 an actor when left out, as Strona et al. advise. */
  readonly trades?: number;
}

/**
 * Two-mode networks in which every actor and every initiative has as many ties as in the given one, each such network
 * equally likely; all weights are 1. Isolates stay. RangeError for a one-mode network.
 *
 * Curveball: two actors put the initiatives that only one of them has on one heap and draw from it as many as each gave
 * (Strona et al. 2014; uniform in the limit by Carstens 2015). The samples are states of one chain, each `trades` trades
 * after the one before: neighbours in the sequence are alike where that is too few. One sample takes O(trades · degree + m),
 * all together O(n + m) of memory.
 */
export function* curveball(
  network: SimpleNetwork,
  { samples, random, trades }: CurveballOptions,
): Generator<SimpleNetwork> {
  const { rows, modes } = network;
  if (modes === null) throw new RangeError('curveball needs a two-mode network, and this one has one mode');
  const nodes = [...modes.keys()];
  const actors = nodes.filter((node) => modes[node] === ACTOR);
  // A trade with somebody who has nothing changes nothing.
  const traders = actors.filter((node) => (rows[node] as number) < (rows[node + 1] as number));
  const initiatives = network.neighbours.slice();
  const trade = trader(network, initiatives, random);
  for (let sample = 0; sample < samples; sample++) {
    for (let left = traders.length < 2 ? 0 : (trades ?? 5 * traders.length); left > 0; left--) {
      const first = Math.floor(random() * traders.length);
      const second = (first + 1 + Math.floor(random() * (traders.length - 1))) % traders.length;
      trade(traders[first] as number, traders[second] as number);
    }
    yield withTies(network, actors, initiatives);
  }
}

/** Trades between two actors, whose initiatives lie in their rows of `initiatives`, in any order. */
function trader({ rows, ids }: SimpleNetwork, initiatives: Uint32Array, random: () => number) {
  const [FIRST, SECOND] = [1, 2];
  const owners = new Uint8Array(ids.length);
  const [heap, places] = [new Uint32Array(2 * ids.length), new Uint32Array(2 * ids.length)];
  return (first: number, second: number): void => {
    const both = [
      [rows[first] as number, rows[first + 1] as number, FIRST],
      [rows[second] as number, rows[second + 1] as number, SECOND],
    ] as const;
    for (const [from, end, owner] of both)
      for (let place = from; place < end; place++)
        owners[initiatives[place] as number] = (owners[initiatives[place] as number] as number) | owner;
    let height = 0;
    for (const [from, end, owner] of both)
      for (let place = from; place < end; place++) {
        if (owners[initiatives[place] as number] !== owner) continue;
        heap[height] = initiatives[place] as number;
        places[height++] = place;
      }
    for (const [from, end] of both)
      for (let place = from; place < end; place++) owners[initiatives[place] as number] = 0;
    shuffle(heap, random, height);
    for (let index = 0; index < height; index++) initiatives[places[index] as number] = heap[index] as number;
  };
}

/** The network with these initiatives of the actors; what they are tied to follows. Degrees, and so `rows`, are the same. */
function withTies(
  network: SimpleNetwork,
  actors: readonly number[],
  initiatives: Uint32Array,
): SimpleNetwork {
  const { rows } = network;
  const neighbours = initiatives.slice();
  const next = rows.slice();
  for (const actor of actors)
    for (const initiative of neighbours.subarray(rows[actor], rows[actor + 1]).sort()) {
      neighbours[next[initiative] as number] = actor;
      next[initiative] = (next[initiative] as number) + 1;
    }
  return { ...network, neighbours, weights: new Float64Array(neighbours.length).fill(1) };
}
