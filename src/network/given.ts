import { compareText } from '../domain/dates.js';
import type { Interval, MeasureInput } from './measure.js';
import { ACTOR, buildNetwork, INITIATIVE, type RawTie, type SimpleNetwork } from './simple-network.js';

/** A network as somebody describes it by ids. Every id named anywhere must be among `ids`. */
export interface NetworkDescription {
  readonly ids: readonly string[];
  readonly ties: readonly RawTie[];
  /** The mode of every id of a two-mode network; null: a one-mode network. */
  readonly modes: ReadonlyMap<string, typeof ACTOR | typeof INITIATIVE> | null;
  /** The group of each id that has one; null: nothing is known of groups. */
  readonly groups: ReadonlyMap<string, string> | null;
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /**
   * When ties of a two-mode network held; an initiative and an actor may stand in either order. Null: the number `date` of an
   * initiative, if it has one, is when all its ties held, as of a meeting.
   */
  readonly intervals: ReadonlyArray<readonly [string, string, number, number | null]> | null;
  /** Directed ties among the actors (or all nodes of a one-mode network); null: none are given. */
  readonly directedTies: readonly RawTie[] | null;
}

/** A network ready to be measured. */
export interface GivenNetwork {
  readonly input: MeasureInput;
  /** Its directed ties, as a network of its own. */
  readonly directed: MeasureInput | null;
}

/** Makes a description into networks, as `buildNetwork` does. */
export function givenNetwork(description: NetworkDescription): GivenNetwork {
  const { ids, ties, modes, intervals, directedTies } = description;
  const modeOf = modes === null ? {} : { modeOf: (id: string) => modes.get(id) ?? ACTOR };
  const { network, cleaning, counts } = buildNetwork({ ids, ties, ...modeOf });
  const input = {
    ...inputFor(network, description, intervalsIn(network, intervals ?? meetings(description))),
    recorded: { cleaning, counts },
  };
  if (directedTies === null) return { input, directed: null };
  const actors = ids.filter((id) => modes === null || modes.get(id) === ACTOR);
  const directed = buildNetwork({ ids: actors, ties: directedTies, directed: true }).network;
  return { input, directed: inputFor(directed, description, null) };
}

function inputFor(
  network: SimpleNetwork,
  { groups, numbers, modes }: NetworkDescription,
  intervals: readonly Interval[] | null,
): MeasureInput {
  // An initiative has no helix: what a file says in that column concerns the actors.
  const groupOf = (id: string) => (modes?.get(id) === INITIATIVE ? undefined : groups?.get(id));
  const categories = [...new Set(network.ids.flatMap((id) => groupOf(id) ?? []))].sort(compareText);
  const columns = [...numbers].map(([name, values]): [string, Float64Array] => [
    name,
    Float64Array.from(network.ids, (id) => values.get(id) ?? Number.NaN),
  ]);
  return {
    network,
    groups:
      groups === null
        ? null
        : { categories, of: Int32Array.from(network.ids, (id) => categories.indexOf(groupOf(id) ?? '')) },
    numbers: Object.fromEntries(columns),
    intervals,
  };
}

function meetings({ ties, modes, numbers }: NetworkDescription): NetworkDescription['intervals'] {
  const dates = numbers.get('date');
  if (modes === null || dates === undefined) return null;
  return ties.flatMap(([a, b]): Array<readonly [string, string, number, number]> => {
    const date = dates.get(modes.get(a) === INITIATIVE ? a : b);
    return date === undefined ? [] : [[a, b, date, date]];
  });
}

function intervalsIn(
  { ids, modes }: SimpleNetwork,
  intervals: NetworkDescription['intervals'],
): Interval[] | null {
  if (intervals === null) return null;
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return intervals.map(([a, b, start, end]) => {
    const [one, other] = [indexes.get(a) ?? -1, indexes.get(b) ?? -1];
    const [actor, initiative] = modes?.[one] === ACTOR ? [one, other] : [other, one];
    return { actor, initiative, start, end };
  });
}
