import type { z } from 'zod';
import { groupBy } from '../domain/collections.js';
import type { Bilingual } from '../domain/relation.js';
import type { CitationKey } from './citations.js';
import type { Cleaning, SimpleNetwork } from './simple-network.js';

/** The form of an entry of the registry of measures (registry.ts), and of what a measure gives. */

/**
 * What a network must be for a measure to be defined on it. ONE_MODE: undirected, also the projection of a two-mode network
 * on its actors. TWO_MODE: undirected, actors by initiatives. DIRECTED: as it says.
 */
export type NetworkForm = 'ONE_MODE' | 'TWO_MODE' | 'DIRECTED';

/** What a measure may know beside the ties. */
export interface MeasureInput {
  readonly network: SimpleNetwork;
  /** The group of each node (its helix): an index into `categories`, or -1 for none. Null: nothing is known of groups. */
  readonly groups: { readonly categories: readonly string[]; readonly of: Int32Array } | null;
  /** Numbers that nodes have, by name; NaN where one has none. */
  readonly numbers: Readonly<Record<string, Float64Array>>;
  /** When ties held, of a two-mode network: one entry a record, so that two may be of the same tie. */
  readonly intervals: readonly Interval[] | null;
  /** What the recorded ties were before they became this network, as `buildNetwork` tells it; absent: nothing is known. */
  readonly recorded?: Recorded;
}

export interface Recorded {
  readonly cleaning: Cleaning;
  /** How many recorded ties each entry of the network's `neighbours` stands for. */
  readonly counts: Uint32Array;
}

/** A tie held from `start` to `end`, both included, in whatever unit of whole numbers; null: no end is known. */
export interface Interval {
  readonly actor: number;
  readonly initiative: number;
  readonly start: number;
  readonly end: number | null;
}

/**
 * What a measure gives. NaN stands for undefined, and is null wherever it is shown. `columns` has one column named
 * `value` when there is one number a row. A column named `a.b` is `b` within `a` in JSON.
 */
export type MeasureValue =
  | { readonly of: 'NODES'; readonly nodes: Uint32Array; readonly columns: Columns }
  | {
      readonly of: 'PAIRS';
      readonly pairs: ReadonlyArray<readonly [number, number]>;
      readonly columns: Columns;
    }
  | { readonly of: 'NETWORK'; readonly value: Json };
export type Columns = Readonly<Record<string, Float64Array>>;
export type Json = null | number | string | boolean | readonly Json[] | { readonly [name: string]: Json };

export interface Measure<P = unknown> {
  /** How it is called in the API, on the command line and in files; never changes. */
  readonly id: string;
  readonly names: Bilingual;
  /** What it says, for somebody who reads about it for the first time. */
  readonly definition: Bilingual;
  /** The definition in symbols; what each symbol means where it is not usual. */
  readonly formula: string;
  readonly forms: readonly NetworkForm[];
  /** Whether weights count. */
  readonly weighted: boolean;
  readonly range: string;
  /** When it has no value, and what stands there instead. */
  readonly undefinedWhen: Bilingual;
  readonly citations: readonly [CitationKey, ...CitationKey[]];
  /** Time, in n nodes and m ties. */
  readonly cost: string;
  readonly parameters: z.ZodType<P>;
  /** Null: the input lacks what it needs (modes, groups, numbers, intervals). A pure function of its arguments. */
  compute(input: MeasureInput, parameters: P): MeasureValue | null;
}

/** One number for each node. */
export function perNode(values: Float64Array): MeasureValue {
  return { of: 'NODES', nodes: Uint32Array.from(values.keys()), columns: { value: values } };
}

export function ofNetwork(value: Json): MeasureValue {
  return { of: 'NETWORK', value };
}

/**
 * The value as JSON: by node id, by `a|b` with a before b for a pair, or the actor before the initiative; null for what is
 * undefined.
 */
export function valueAsJson({ ids, modes }: SimpleNetwork, value: MeasureValue): Json {
  const modeOf = (node: number) => modes?.[node] ?? 0;
  if (value.of === 'NETWORK') return value.value;
  const keys =
    value.of === 'NODES'
      ? Array.from(value.nodes, (node) => ids[node] as string)
      : value.pairs.map((pair) =>
          [...pair]
            .sort((a, b) => modeOf(a) - modeOf(b) || a - b)
            .map((node) => ids[node])
            .join('|'),
        );
  const rowAsJson = rowsOf(value.columns);
  return Object.fromEntries(keys.map((key, row): [string, Json] => [key, rowAsJson(row)]));
}

function rowsOf(columns: Columns): (row: number) => Json {
  const cell = (name: string, row: number) => numberOrNull(columns[name]?.[row] ?? Number.NaN);
  const names = Object.keys(columns);
  if (names.length === 1 && names[0] === 'value') return (row) => cell('value', row);
  const members = [...groupBy(names, (name) => name.split('.', 1)[0] as string)];
  return (row) =>
    Object.fromEntries(
      members.map(([member, of]): [string, Json] => [
        member,
        of[0] === member
          ? cell(member, row)
          : Object.fromEntries(
              of.map((name): [string, Json] => [name.slice(member.length + 1), cell(name, row)]),
            ),
      ]),
    );
}

export const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
