import { compareText } from '../domain/dates.js';
import type { Interval, MeasureInput } from './measure.js';
import { type Mode, nodesOfMode } from './project.js';
import { degreeOf } from './shared-neighbours.js';
import { ACTOR, buildNetwork, INITIATIVE, type SimpleNetwork } from './simple-network.js';

/**
 * What was known up to a cutoff, to be held against what came later (Liben-Nowell & Kleinberg 2007). Both networks are
 * two-mode, with the nodes of the whole one, and hold the participations whose start is known: a participation of unknown
 * start can be neither learnt from nor foretold.
 */
export interface Training {
  readonly cutoff: number | null;
  /** The participations that began up to the cutoff. */
  readonly known: SimpleNetwork;
  /** All of them. */
  readonly whole: SimpleNetwork;
  /** The actors that took part in something by then, in the order of the keys `actor|…`. */
  readonly actors: readonly number[];
  /** The initiatives that somebody took part in by then, in order. */
  readonly initiatives: readonly number[];
}

/** Null when nothing is known of intervals, or the network has one mode. No cutoff given: `usualCutoff`. */
export function trainingOf({ network, intervals }: MeasureInput, given: number | null): Training | null {
  if (intervals === null || network.modes === null) return null;
  const cutoff = given ?? usualCutoff(intervals);
  const known = networkOf(
    network,
    intervals.filter(({ start }) => cutoff !== null && start <= cutoff),
  );
  const active = (mode: Mode) => [...nodesOfMode(known, mode)].filter((node) => degreeOf(known, node) > 0);
  // `a|…` comes after `a b|…`, though `a` comes before `a b`.
  const key = (actor: number) => `${known.ids[actor]}|`;
  return {
    cutoff,
    known,
    whole: networkOf(network, intervals),
    actors: active(ACTOR).sort((a, b) => compareText(key(a), key(b))),
    initiatives: active(INITIATIVE),
  };
}

/** The start of the participation in the middle, the lower of two: half of what is recorded had begun by then. */
export function usualCutoff(intervals: readonly Interval[]): number | null {
  const starts = intervals.map(({ start }) => start).sort((a, b) => a - b);
  return starts[Math.floor((starts.length - 1) / 2)] ?? null;
}

function networkOf({ ids, modes }: SimpleNetwork, intervals: readonly Interval[]): SimpleNetwork {
  const modeOf = new Map<string, Mode>(
    ids.map((id, node) => [id, modes?.[node] === ACTOR ? ACTOR : INITIATIVE]),
  );
  return buildNetwork({
    ids,
    ties: intervals.map(({ actor, initiative }) => [ids[actor] as string, ids[initiative] as string, 1]),
    modeOf: (id) => modeOf.get(id) ?? ACTOR,
  }).network;
}
