import type { MeasureInput } from '../../../src/network/measure.js';
import { ACTOR, buildNetwork, INITIATIVE, type RawTie } from '../../../src/network/simple-network.js';
import { readFixture } from './group-vectors.js';

/** The reference networks of test/fixtures/network on which measures of one-mode networks are defined. */

type Attributes = Record<string, string | number>;

export interface VectorFile {
  readonly nodes: readonly string[];
  readonly edges: readonly RawTie[];
  readonly attributes: Readonly<Record<string, Attributes>>;
  readonly modeA?: readonly string[];
  readonly measures: Readonly<Record<string, unknown>>;
}

export interface Vector {
  readonly name: string;
  readonly input: MeasureInput;
  /** By the names of one-mode measures, also where the file has them with a prefix. */
  readonly measures: Readonly<Record<string, unknown>>;
}

export const read = <T>(file: string): T => readFixture(file) as T;

/** The reference networks, the tiny ones of edgecases.json, and of two-mode ones the projection on the actors. */
export function oneModeVectors(): Vector[] {
  const files = ['karate', 'florentine', 'lesmis', 'davis', 'hexa12'].map((name) =>
    vectorOf(name, read<VectorFile>(name)),
  );
  const { cases } = read<{
    cases: Record<string, Omit<VectorFile, 'attributes'> & { attributes: Attributes }>;
  }>('edgecases');
  const tiny = Object.entries(cases).map(([name, { attributes, ...file }]) =>
    vectorOf(name, { ...file, attributes: { class: attributes } }),
  );
  return [...files, ...tiny];
}

function vectorOf(name: string, file: VectorFile): Vector {
  const actors = file.modeA ?? file.nodes;
  const ties = file.modeA === undefined ? file.edges : sharedInitiatives(file.modeA, file.edges);
  const { network } = buildNetwork({ ids: actors, ties });
  const prefix = 'orgProjection.';
  return {
    name,
    input: { network, groups: groupsOf(network.ids, file.attributes), numbers: {}, intervals: null },
    measures:
      file.modeA === undefined
        ? file.measures
        : Object.fromEntries(
            Object.entries(file.measures)
              .filter(([measure]) => measure.startsWith(prefix))
              .map(([measure, value]) => [measure.slice(prefix.length), value]),
          ),
  };
}

function sharedInitiatives(actors: readonly string[], edges: readonly RawTie[]): RawTie[] {
  const network = twoMode(actors, edges);
  const initiatives = new Map(actors.map((actor) => [actor, new Set(network.get(actor))]));
  return actors.flatMap((one, place) =>
    actors.slice(place + 1).flatMap((other): RawTie[] => {
      const shared = [...(initiatives.get(one) ?? [])].filter((initiative) =>
        initiatives.get(other)?.has(initiative),
      );
      return shared.length === 0 ? [] : [[one, other, shared.length]];
    }),
  );
}

function twoMode(actors: readonly string[], edges: readonly RawTie[]): Map<string, string[]> {
  const of = new Map(actors.map((actor): [string, string[]] => [actor, []]));
  for (const [a, b] of edges) if (of.has(a) !== of.has(b)) of.get(of.has(a) ? a : b)?.push(of.has(a) ? b : a);
  return of;
}

function groupsOf(
  ids: readonly string[],
  attributes: Readonly<Record<string, Attributes>>,
): MeasureInput['groups'] {
  const textual = Object.keys(attributes).filter(
    (name) =>
      name !== 'mode' && Object.values(attributes[name] ?? {}).every((value) => typeof value === 'string'),
  );
  const chosen = attributes[textual.includes('helix') ? 'helix' : (textual[0] ?? '')];
  if (chosen === undefined) return null;
  const categories = [...new Set(ids.map((id) => String(chosen[id])))].sort();
  return { categories, of: Int32Array.from(ids, (id) => categories.indexOf(String(chosen[id]))) };
}

/** The two-mode network of a matrix of 0 and 1: actors `a0`, `a1`, … by initiatives `b0`, `b1`, … */
export function ofMatrix(matrix: ReadonlyArray<readonly number[]>) {
  const actors = matrix.map((_, row) => `a${row}`);
  const initiatives = (matrix[0] ?? []).map((_, column) => `b${column}`);
  const ties = matrix.flatMap((row, actor) =>
    row.flatMap((value, initiative): RawTie[] => (value === 0 ? [] : [[`a${actor}`, `b${initiative}`, 1]])),
  );
  return buildNetwork({
    ids: [...actors, ...initiatives],
    ties,
    modeOf: (id) => (id.startsWith('a') ? ACTOR : INITIATIVE),
  }).network;
}
