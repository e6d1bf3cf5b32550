import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Measure, MeasureInput } from '../../../src/network/measure.js';
import { BETWEENNESS } from '../../../src/network/measures/betweenness.js';
import { CLOSENESS } from '../../../src/network/measures/closeness.js';
import { CLUSTERING } from '../../../src/network/measures/clustering.js';
import { COHESION } from '../../../src/network/measures/cohesion.js';
import { DEGREES } from '../../../src/network/measures/degrees.js';
import { DIRECTED } from '../../../src/network/measures/directed.js';
import { SPECTRAL } from '../../../src/network/measures/spectral.js';
import { buildNetwork, type RawTie } from '../../../src/network/simple-network.js';
import { jsonOf, named } from './agreement.js';
import { differences } from './group-vectors.js';
import { type Drawn, drawn, inputOfDrawn, relabelled, renamed } from './random-networks.js';

const MEASURES = [...DEGREES, ...BETWEENNESS, ...CLOSENESS, ...SPECTRAL, ...COHESION, ...CLUSTERING];
const NODE_MEASURES = [
  'degree',
  'degreeCentrality',
  'strength',
  'betweenness',
  'betweennessNormalized',
  'betweennessInverseWeight',
  'closenessComponent',
  'closenessWF',
  'closenessInverseWeightWF',
  'harmonic',
  'harmonicNormalized',
  'eigenvector',
  'eigenvectorWeighted',
  'pagerank',
  'pagerankWeighted',
  'coreNumber',
  'clustering',
  'triangles',
];
const PATH_MEASURES = [...BETWEENNESS, ...CLOSENESS];

const of = (id: string) => named(MEASURES, id);
const inputOf = (ids: readonly string[], ties: readonly RawTie[] = [], directed = false): MeasureInput => ({
  network: buildNetwork({ ids, ties, directed }).network,
  groups: null,
  numbers: {},
  intervals: null,
});
const compute = (measure: Measure, input: MeasureInput) =>
  measure.compute(input, measure.parameters.parse({})) === null ? null : jsonOf(measure, input);
const mapped = (value: unknown, entry: (id: string, number: number | null) => [string, number | null]) =>
  value === null
    ? null
    : Object.fromEntries(
        Object.entries(value as Record<string, number | null>).map(([id, x]) => entry(id, x)),
      );
const agree = (found: unknown, expected: unknown) => expect(differences(found, expected, 1e-8)).toEqual([]);

describe('measures of centrality', () => {
  test.each(NODE_MEASURES)('%s goes with the node, whatever its name', (id) => {
    fc.assert(
      fc.property(drawn, (given) => {
        const found = mapped(compute(of(id), inputOfDrawn(given)), (node, value) => [renamed(node), value]);
        agree(found, compute(of(id), inputOfDrawn(relabelled(given))));
      }),
    );
  });

  test.each([
    ['betweennessInverseWeight', 1],
    ['closenessInverseWeightWF', 1],
    ['eigenvectorWeighted', 0],
    ['pagerankWeighted', 0],
    ['strength', 1],
  ] as const)('%s changes with the unit of weights only as it should', (id, power) => {
    const scaled = ({ ties, ...rest }: Drawn, by: number): Drawn => ({
      ...rest,
      ties: ties.map(([from, to, weight]): RawTie => [from, to, weight * by]),
    });
    fc.assert(
      fc.property(drawn, fc.constantFrom(3, 0.5, 1 / 7), (given, by) => {
        const factor = id === 'betweennessInverseWeight' ? 1 : by ** power;
        const expected = mapped(compute(of(id), inputOfDrawn(given)), (node, value) => [
          node,
          value === null ? null : value * factor,
        ]);
        agree(compute(of(id), inputOfDrawn(scaled(given, by))), expected);
      }),
    );
  });

  test('give an isolate 0, and count it in n alone', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.constantFrom('degree', 'betweenness', 'harmonic', 'closenessComponent'),
        (given, id) => {
          const before = compute(of(id), inputOfDrawn(given));
          const { ids, ties } = given;
          agree(compute(of(id), inputOf([...ids, 'alone'], ties)), { ...(before as object), alone: 0 });
        },
      ),
    );
    const [pair, three] = [inputOf(['a', 'b'], [['a', 'b', 1]]), inputOf(['a', 'b', 'c'], [['a', 'b', 1]])];
    agree(jsonOf(of('degreeCentrality'), pair), { a: 1, b: 1 });
    agree(jsonOf(of('degreeCentrality'), three), { a: 0.5, b: 0.5, c: 0 });
  });

  test('have something to say, or nothing, of a network without nodes', () => {
    const said = MEASURES.map((measure) => [measure.id, compute(measure, inputOf([]))]);
    expect(Object.fromEntries(said.filter(([, value]) => value !== null))).toEqual({
      ...Object.fromEntries(
        ['degree', 'degreeCentrality', 'strength', 'triangles', 'clustering', 'coreNumber'].map((id) => [
          id,
          {},
        ]),
      ),
      ...Object.fromEntries(['betweenness', 'betweennessNormalized', 'betweennessRaw'].map((id) => [id, {}])),
      ...Object.fromEntries(['closenessComponent', 'closenessWF'].map((id) => [id, {}])),
      ...Object.fromEntries(['harmonic', 'harmonicNormalized', 'harmonicRaw'].map((id) => [id, {}])),
      density: 0,
      components: [],
      componentCount: 0,
      articulationPoints: [],
      bridges: [],
      transitivity: 0,
    });
  });

  test('of a directed network without ties leave reciprocity and constraint undefined', () => {
    const [directed] = DIRECTED as readonly [Measure];
    expect(jsonOf(directed, inputOf(['a', 'b'], [], true))).toMatchObject({
      pagerank: { a: 0.5, b: 0.5 },
      reciprocity: null,
      constraint: { a: null, b: null },
      weakComponents: 2,
      strongComponents: 2,
      density: 0,
    });
  });
});

describe('estimates from pivots', () => {
  test('are exact when all nodes are pivots', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...PATH_MEASURES), fc.nat(99), (given, measure, seed) => {
        const input = inputOfDrawn(given);
        if (compute(measure, input) === null) return;
        agree(jsonOf(measure, input, { pivots: given.ids.length, seed }), jsonOf(measure, input));
      }),
    );
  });

  test('of betweenness are right on average over all draws', () => {
    const ring = [...'abcdefg'].map((id, place): RawTie => [id, 'abcdefg'[(place + 1) % 7] as string, 1]);
    const input = inputOf([...'abcdefgh'], [...ring, ['a', 'h', 2], ['c', 'f', 1]]);
    for (const id of ['betweenness', 'betweennessInverseWeight']) {
      // A draw of one pivot is one of eight nodes; enough seeds bring each of them, to be taken once.
      const drawn = Array.from({ length: 400 }, (_, seed) => jsonOf(of(id), input, { pivots: 1, seed }));
      const each = [...new Set(drawn.map((value) => JSON.stringify(value)))].map((text) => JSON.parse(text));
      const mean = mapped(each[0], (node) => [
        node,
        each.reduce((sum, one) => sum + one[node], 0) / each.length,
      ]);
      expect(each.length).toBe(8);
      agree(mean, jsonOf(of(id), input));
    }
  });

  test('of closeness are undefined where no pivot is', () => {
    const input = inputOf(
      [...'abcde'],
      [
        ['a', 'b', 1],
        ['b', 'c', 1],
        ['d', 'e', 1],
      ],
    );
    for (const id of ['closenessComponent', 'closenessWF', 'closenessInverseWeightWF', 'harmonic']) {
      const values = Array.from({ length: 50 }, (_, seed) => jsonOf(of(id), input, { pivots: 1, seed }));
      const inPair = values.filter((value) => (value as Record<string, unknown>).a === null);
      expect([inPair.length > 0, inPair.length < 50]).toEqual([true, true]);
      for (const value of inPair) expect(value).toMatchObject({ a: null, b: null, c: null });
    }
  });

  test('take a whole number of pivots from 1', () => {
    for (const pivots of [0, -1, 1.5, '3'])
      expect(PATH_MEASURES[0]?.parameters.safeParse({ pivots }).success).toBe(false);
    expect(PATH_MEASURES[0]?.parameters.safeParse({ pivot: 3 }).success).toBe(false);
    for (const alpha of [-0.1, 1]) expect(of('pagerank').parameters.safeParse({ alpha }).success).toBe(false);
  });
});
