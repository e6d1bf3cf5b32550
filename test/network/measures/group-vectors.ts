import { readFileSync } from 'node:fs';
import type { Json, MeasureInput } from '../../../src/network/measure.js';
import { ACTOR, buildNetwork, INITIATIVE, type RawTie } from '../../../src/network/simple-network.js';

/** The reference vectors of test/fixtures/network as inputs of measures. */

type Attributes = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

interface VectorFile {
  readonly nodes: readonly string[];
  readonly edges: readonly RawTie[];
  readonly attributes: Attributes;
  readonly modeA?: readonly string[];
  readonly directedEdges?: ReadonlyArray<readonly [string, string]>;
  readonly measures: Readonly<Record<string, Json>>;
  readonly meta?: Readonly<Record<string, { readonly tolerance?: number }>>;
}

/** One network to measure, and the values expected of it by measure id. */
export interface Case {
  readonly name: string;
  readonly form: 'ONE_MODE' | 'TWO_MODE' | 'DIRECTED';
  readonly input: MeasureInput;
  readonly expected: Readonly<Record<string, { readonly value: Json; readonly tolerance: number }>>;
}

const PREFIX = 'orgProjection.';

export const readFixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/network/${name}.json`, import.meta.url), 'utf8'));

/** Every network of the vector files: each file as it is, the actor projections, the directed ties, the edge cases. */
export function vectorCases(): Case[] {
  const files = ['karate', 'florentine', 'lesmis', 'davis', 'hexa12'].map((name) => [
    name,
    readFixture(name),
  ]);
  const edgeCases: ReadonlyArray<
    readonly [string, Omit<VectorFile, 'attributes'> & { attributes: Attributes[string] }]
  > = Object.entries(readFixture('edgecases').cases);
  return [
    ...files.flatMap(([name, file]) => casesOf(name, file)),
    ...edgeCases.flatMap(([name, { attributes, ...file }]) =>
      casesOf(name, { ...file, attributes: { group: attributes } }),
    ),
  ];
}

function casesOf(name: string, file: VectorFile): Case[] {
  const { modeA, nodes, edges, directedEdges } = file;
  const known = (wanted: (key: string) => boolean) =>
    Object.fromEntries(
      Object.entries(file.measures)
        .filter(([key]) => wanted(key))
        .map(([key, value]) => [
          key.replace(PREFIX, ''),
          { value, tolerance: file.meta?.[key]?.tolerance ?? 1e-9 },
        ]),
    );
  const plain = known((key) => !key.startsWith(PREFIX));
  const input = (ids: readonly string[], ties: readonly RawTie[], directed = false) =>
    inputOf(file.attributes, { ids, ties, directed });
  if (modeA === undefined) return [{ name, form: 'ONE_MODE', input: input(nodes, edges), expected: plain }];
  const actors = new Set(modeA);
  const modeOf = (id: string) => (actors.has(id) ? ACTOR : INITIATIVE);
  const arcs = directedEdges?.map(([from, to]) => [from, to, 1] as const);
  return [
    {
      name,
      form: 'TWO_MODE',
      input: inputOf(file.attributes, { ids: nodes, ties: edges, modeOf }),
      expected: plain,
    },
    {
      name: `${name}, projection`,
      form: 'ONE_MODE',
      input: input(modeA, projected(edges, actors)),
      expected: known((key) => key.startsWith(PREFIX)),
    },
    ...(arcs
      ? [
          {
            name: `${name}, directed`,
            form: 'DIRECTED',
            input: input(modeA, arcs, true),
            expected: plain,
          } as const,
        ]
      : []),
  ];
}

/** Ties of actors by the number of initiatives that they share. */
function projected(edges: readonly RawTie[], actors: ReadonlySet<string>): RawTie[] {
  const partners = new Map<string, Set<string>>();
  for (const [one, other] of edges) {
    const [actor, initiative] = actors.has(one) ? [one, other] : [other, one];
    partners.set(initiative, (partners.get(initiative) ?? new Set()).add(actor));
  }
  return [...partners.values()].flatMap((set) =>
    [...set].flatMap((a, index) => [...set].slice(index + 1).map((b): RawTie => [a, b, 1])),
  );
}

function inputOf(attributes: Attributes, parts: Parameters<typeof buildNetwork>[0]): MeasureInput {
  const { network } = buildNetwork(parts);
  const named = Object.entries(attributes).filter(([name]) => name !== 'mode');
  const texts = named.filter(([, values]) => typeof Object.values(values)[0] === 'string');
  const [, groups] = texts.find(([name]) => name === 'helix') ?? texts[0] ?? [];
  const numbers = named.filter(([, values]) => typeof Object.values(values)[0] === 'number');
  return {
    network,
    groups: groups ? groupsOf(network.ids, (id) => groups[id] as string | undefined) : null,
    numbers: Object.fromEntries(
      numbers.map(([name, values]) => [
        name,
        Float64Array.from(network.ids, (id) => Number(values[id] ?? Number.NaN)),
      ]),
    ),
    intervals: null,
  };
}

/** Groups by the name of each node's group. */
export function groupsOf(ids: readonly string[], nameOf: (id: string) => string | undefined) {
  const names = ids.map(nameOf);
  const categories = [...new Set(names.filter((name) => name !== undefined))];
  return {
    categories,
    of: Int32Array.from(names, (name) => (name === undefined ? -1 : categories.indexOf(name))),
  };
}

/**
 * What differs between two values, as a list of paths: every key of both is compared, numbers within the tolerance. Empty
 * when they agree.
 */
export function differences(found: unknown, expected: unknown, tolerance: number, path = ''): string[] {
  if (Object.is(found, expected)) return [];
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= tolerance ? [] : [`${path}: ${found}, not ${expected}`];
  const [a, b] = [found, expected].map((value) =>
    value !== null && typeof value === 'object' ? value : null,
  );
  if (!a || !b)
    return found === expected ? [] : [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      tolerance,
      `${path}/${key}`,
    ),
  );
}
