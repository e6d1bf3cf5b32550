import { idOf } from '../../src/domain/ids.js';
import type { RecordType } from '../../src/domain/kinds.js';
import type { Tie } from '../../src/network/graph.js';

/** The id of the thing with that name; the type decides how a path may use it. */
export const thing = (name: string, type: RecordType = 'actor') => idOf(type, 'test', name);

/** A claim that joins two (for an agreement: or more) things, asserted, of unknown period. */
export function aTie(subject: string, object: string, fields: Partial<Tie> = {}): Tie {
  return {
    id: idOf('claim', 'test', JSON.stringify([subject, object, fields])),
    kind: 'PARTICIPATION',
    role: 'HOST',
    status: 'ASSERTED',
    rank: 'NORMAL',
    subject,
    object,
    parties: [],
    start: null,
    end: null,
    endState: 'UNKNOWN',
    at: null,
    ...fields,
  };
}

/** Claims between things named by a letter each: `['ab', 'bc']` joins a with b and b with c. */
export const tiesOf = (pairs: readonly string[]): Tie[] =>
  pairs.map((pair) => aTie(thing(pair.slice(0, 1)), thing(pair.slice(1))));

/** A claim between every two of n things. */
export function completeTies(n: number): Tie[] {
  const things = Array.from({ length: n }, (_, index) => thing(`k${index}`));
  return things.flatMap((from, index) => things.slice(index + 1).map((to) => aTie(from, to)));
}

/**
 * A network with a power-law tail: each newcomer joins `m` of those already there, the better-joined the likelier
 * (Barabási and Albert, Science 286, 1999, 509). The same for the same seed.
 */
export function powerLawTies(nodes: number, m: number, seed: number): Tie[] {
  const random = seededRandom(seed);
  const things = Array.from({ length: nodes }, (_, index) => thing(`n${index}`));
  const ends = [0];
  const ties: Tie[] = [];
  for (let node = 1; node < nodes; node++)
    for (const other of new Set(Array.from({ length: m }, () => ends[random(ends.length)] ?? 0))) {
      if (other === node) continue;
      ties.push(aTie(things[node] ?? '', things[other] ?? ''));
      ends.push(node, other);
    }
  return ties;
}

/** Whole numbers below a limit by a linear congruence (Numerical Recipes): reproducible, and good enough here. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
