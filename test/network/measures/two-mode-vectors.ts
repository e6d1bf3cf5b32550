import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Interval, Json, Measure, MeasureInput } from '../../../src/network/measure.js';
import { valueAsJson } from '../../../src/network/measure.js';
import { projectOn } from '../../../src/network/project.js';
import { ACTOR, buildNetwork, INITIATIVE, type RawTie } from '../../../src/network/simple-network.js';
import { differences, readFixture } from './group-vectors.js';

/** A file of reference values as far as these tests read it. */
interface Vectors {
  readonly nodes: readonly string[];
  readonly edges: ReadonlyArray<readonly [string, string, number]>;
  readonly attributes: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly modeA?: readonly string[];
  readonly intervals?: ReadonlyArray<readonly [string, string, number, number | null]>;
  readonly measures: Readonly<Record<string, Json>>;
  readonly meta?: Readonly<Record<string, { readonly tolerance: number }>>;
}

export interface Case {
  readonly name: string;
  readonly input: MeasureInput;
  readonly measures: Readonly<Record<string, Json>>;
  tolerance(measure: string): number;
}

export const misc = (): { readonly measures: Readonly<Record<string, Json>> } => readFixture('misc');
export const twoModeCases = () => ['davis', 'hexa12'].map((name) => caseOf(name, readFixture(name)));
export const oneModeCases = () => [
  ...['karate', 'florentine', 'lesmis'].map((name) => caseOf(name, readFixture(name))),
  ...Object.entries<Vectors>(readFixture('edgecases').cases).map(([name, vectors]) => caseOf(name, vectors)),
];

function caseOf(name: string, vectors: Vectors): Case {
  const { nodes, edges, modeA, measures, meta } = vectors;
  const tolerance = (measure: string) => meta?.[measure]?.tolerance ?? 1e-9;
  return { name, input: inputOf(nodes, edges, modeA, vectors), measures, tolerance };
}

function inputOf(
  ids: readonly string[],
  ties: readonly RawTie[],
  modeA: readonly string[] | undefined,
  { attributes, intervals }: Vectors,
): MeasureInput {
  const actors = new Set(modeA);
  const modeOf = (id: string) => (actors.has(id) ? ACTOR : INITIATIVE);
  const { network, cleaning, counts } = buildNetwork({
    ids,
    ties,
    ...(modeA === undefined ? {} : { modeOf }),
  });
  const place = (id: string) => network.ids.indexOf(id);
  const dates = attributes.date;
  const periods =
    intervals ??
    (dates &&
      ties.map(([a, p]) => [a, p, Number(dates[p]), Number(dates[p])] as [string, string, number, number]));
  const { helix } = attributes;
  const categories = [...new Set(Object.values(helix ?? {}))].map(String).sort();
  return {
    network,
    groups:
      helix === undefined
        ? null
        : { categories, of: Int32Array.from(network.ids, (id) => categories.indexOf(`${helix[id]}`)) },
    numbers: {},
    intervals:
      periods?.map(([actor, initiative, start, end]): Interval => {
        return { actor: place(actor), initiative: place(initiative), start, end };
      }) ?? null,
    recorded: { cleaning, counts },
  };
}

/** The actors of a two-mode input by the initiatives that they share. */
export const onActors = ({ input }: Case): MeasureInput => ({
  network: projectOn(input.network, ACTOR),
  groups: null,
  numbers: {},
  intervals: null,
});

/** What a measure gives with these parameters, the others at their defaults, as it is shown. */
export function measured(measure: Measure, input: MeasureInput, parameters: object = {}): Json {
  const value = measure.compute(input, measure.parameters.parse(parameters));
  return value === null ? null : valueAsJson(input.network, value);
}

/** The same keys everywhere, the same texts and nulls, numbers within a tolerance. */
export function expectAgreement(actual: Json, expected: Json, tolerance: number, place = ''): void {
  expect(differences(actual, expected, tolerance, place)).toEqual([]);
}

/** A two-mode network of few nodes: `ties[i]` are the initiatives of actor i. Some nodes are isolates. */
export const incidences = fc
  .record({
    actors: fc.integer({ min: 1, max: 7 }),
    initiatives: fc.integer({ min: 1, max: 6 }),
    marks: fc.array(fc.nat(), { maxLength: 30 }),
  })
  .map(({ actors, initiatives, marks }) => {
    const ties = marks.map((mark) => [mark % actors, Math.floor(mark / actors) % initiatives] as const);
    return { actors, initiatives, ties };
  });
export type Incidence = typeof incidences extends fc.Arbitrary<infer T> ? T : never;

/** The network of an incidence; `name` says what the nodes are called, and so how they are ordered. */
export function twoMode(
  { actors, initiatives, ties }: Incidence,
  name = (mode: string, index: number) => `${mode}${index}`,
) {
  const actorIds = Array.from({ length: actors }, (_, index) => name('a', index));
  const initiativeIds = Array.from({ length: initiatives }, (_, index) => name('p', index));
  const isActor = new Set(actorIds);
  return buildNetwork({
    ids: [...actorIds, ...initiativeIds],
    ties: ties.map(([a, p]): RawTie => [actorIds[a] ?? '', initiativeIds[p] ?? '', 1]),
    modeOf: (id) => (isActor.has(id) ? ACTOR : INITIATIVE),
  });
}

export const inputWith = (
  network: MeasureInput['network'],
  more: Partial<MeasureInput> = {},
): MeasureInput => ({
  network,
  groups: null,
  numbers: {},
  intervals: null,
  ...more,
});
