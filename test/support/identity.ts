import { AUTOMATIC, compareRecords, type Identifiable, SHOWN } from '../../src/domain/identity.js';
import type { Pair } from '../fixtures/identity-labels.js';

/** A record to compare, of which only what is given is known. */
export function identifiable(known: { readonly name: string } & Partial<Identifiable>): Identifiable {
  return {
    id: 'a',
    type: 'actor',
    kind: null,
    helix: null,
    aliases: [],
    previousNames: [],
    abbreviations: [],
    weakAliases: [],
    identifiers: [],
    code: null,
    places: [],
    neighbours: [],
    joined: [],
    succeeded: [],
    date: null,
    ...known,
  };
}

/** The two records of the pair at that place in its list; ids are unique over the list. */
export function recordsOf({ type, left, right }: Pair, at: number): [Identifiable, Identifiable] {
  const number = String(at).padStart(4, '0');
  return [
    identifiable({ ...left, type, id: `${number}-left` }),
    identifiable({ ...right, type, id: `${number}-right` }),
  ];
}

/** A labelled pair with its score. */
export interface Scored {
  readonly pair: Pair;
  readonly score: number;
}

export const scored = (pairs: readonly Pair[]): Scored[] =>
  pairs.map((pair, at) => ({ pair, score: compareRecords(...recordsOf(pair, at)).score }));

/** Figures of a labelled set; shares between 0 and 1. */
export interface Figures {
  readonly pairs: number;
  readonly same: number;
  readonly automaticPrecision: number;
  /** Share of the same that are suggested as certain. */
  readonly automaticRecall: number;
  readonly shownPrecision: number;
  readonly shownRecall: number;
}

export function measure(pairs: readonly Pair[]): Figures {
  const all = scored(pairs);
  const same = all.filter(({ pair }) => pair.same);
  const share = (threshold: number, of: readonly Scored[]) => {
    const reached = all.filter(({ pair, score }) => pair.same && score >= threshold).length;
    return reached / of.length;
  };
  const from = (threshold: number) => all.filter(({ score }) => score >= threshold);
  return {
    pairs: all.length,
    same: same.length,
    automaticPrecision: share(AUTOMATIC, from(AUTOMATIC)),
    automaticRecall: share(AUTOMATIC, same),
    shownPrecision: share(SHOWN, from(SHOWN)),
    shownRecall: share(SHOWN, same),
  };
}
