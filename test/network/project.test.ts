import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nodesOfMode, projectOn, WEIGHTINGS, type Weighting } from '../../src/network/project.js';
import { degreeOf, sharedNeighbours } from '../../src/network/shared-neighbours.js';
import {
  ACTOR,
  buildNetwork,
  INITIATIVE,
  isTied,
  type SimpleNetwork,
  tieCount,
  tiesOf,
} from '../../src/network/simple-network.js';
import { type Incidence, incidences, twoMode } from './measures/two-mode-vectors.js';

/** The weight of two actors from the sets of their initiatives, as the definitions read. */
function weightByDefinition(incidence: Incidence, a: number, b: number, weighting: Weighting): number {
  const of = (actor: number) => new Set(incidence.ties.filter(([x]) => x === actor).map(([, p]) => p));
  const sizeOf = (p: number) => new Set(incidence.ties.filter(([, y]) => y === p).map(([x]) => x)).size;
  const [one, other] = [of(a), of(b)];
  const shared = [...one].filter((p) => other.has(p));
  const sum = (share: (k: number) => number) => shared.reduce((total, p) => total + share(sizeOf(p)), 0);
  const s = shared.length;
  switch (weighting) {
    case 'SHARED':
      return s;
    case 'RATIO':
      return s / incidence.initiatives;
    case 'NEWMAN':
      return sum((k) => 1 / (k - 1));
    case 'JACCARD':
      return s / new Set([...one, ...other]).size;
    case 'OVERLAP_MIN':
      return s / Math.min(one.size, other.size);
    case 'COSINE':
      return s / Math.sqrt(one.size * other.size);
    case 'ADAMIC_ADAR':
      return sum((k) => 1 / Math.log(k));
    case 'RESOURCE_ALLOCATION':
      return sum((k) => 1 / k);
  }
}

const strengthOf = ({ rows, weights }: SimpleNetwork, node: number) =>
  weights.subarray(rows[node], rows[node + 1]).reduce((sum, weight) => sum + weight, 0);

describe('a projection', () => {
  test('ties those who share a counterpart, by every weighting as it is defined', () => {
    fc.assert(
      fc.property(incidences, fc.constantFrom(...WEIGHTINGS), (incidence, weighting) => {
        const projected = projectOn(twoMode(incidence).network, ACTOR, weighting);
        const expected = [];
        for (let a = 0; a < incidence.actors; a++)
          for (let b = a + 1; b < incidence.actors; b++)
            if (weightByDefinition(incidence, a, b, 'SHARED') > 0)
              expected.push([a, b, expect.closeTo(weightByDefinition(incidence, a, b, weighting), 12)]);
        expect([...tiesOf(projected)]).toEqual(expected);
      }),
    );
  });

  test('is a simple network: rows sorted, the same weight from both ends, nobody tied to itself', () => {
    fc.assert(
      fc.property(incidences, fc.constantFrom(...WEIGHTINGS), (incidence, weighting) => {
        const { rows, neighbours, weights, ids, directed, modes } = projectOn(
          twoMode(incidence).network,
          INITIATIVE,
          weighting,
        );
        expect([directed, modes, rows.length]).toEqual([false, null, ids.length + 1]);
        const weightOf = new Map<string, number>();
        for (const node of ids.keys())
          for (let at = rows[node] ?? 0; at < (rows[node + 1] ?? 0); at++) {
            if (at > (rows[node] ?? 0)) expect(neighbours[at]).toBeGreaterThan(neighbours[at - 1] ?? 0);
            expect(neighbours[at]).not.toBe(node);
            weightOf.set(`${node} ${neighbours[at]}`, weights[at] ?? 0);
          }
        for (const [pair, weight] of weightOf)
          expect(weightOf.get(pair.split(' ').reverse().join(' '))).toBe(weight);
      }),
    );
  });

  test('keeps isolates and has the ids of its mode alone', () => {
    const { network } = twoMode({ actors: 3, initiatives: 2, ties: [[0, 0]] });
    const projected = projectOn(network, ACTOR);
    expect([projected.ids, tieCount(projected)]).toEqual([['a0', 'a1', 'a2'], 0]);
    expect(projectOn(network, INITIATIVE).ids).toEqual(['p0', 'p1']);
    expect([...nodesOfMode(network, INITIATIVE)]).toEqual([3, 4]);
  });

  test('has as strength by Newman the number of initiatives with company', () => {
    fc.assert(
      fc.property(incidences, (incidence) => {
        const { network } = twoMode(incidence);
        const projected = projectOn(network, ACTOR, 'NEWMAN');
        for (const [place, actor] of nodesOfMode(network, ACTOR).entries()) {
          const row = network.neighbours.subarray(network.rows[actor], network.rows[actor + 1]);
          const company = row.filter((initiative) => degreeOf(network, initiative) > 1).length;
          expect(strengthOf(projected, place)).toBeCloseTo(company, 9);
        }
      }),
    );
  });

  test('makes of an initiative of 500 participants the 124,750 ties that it is, all of one weight', () => {
    const ties = Array.from({ length: 500 }, (_, actor) => [actor, 0] as const);
    const projected = projectOn(twoMode({ actors: 500, initiatives: 1, ties }).network, ACTOR, 'NEWMAN');
    expect(tieCount(projected)).toBe(124_750);
    expect(new Set(projected.weights)).toEqual(new Set([1 / 499]));
  });

  test('of a network of one mode is refused', () => {
    const { network } = buildNetwork({ ids: ['a', 'b'], ties: [['a', 'b', 1]] });
    expect(() => projectOn(network, ACTOR)).toThrow(/two-mode/);
    expect(nodesOfMode(network, ACTOR).length).toBe(0);
  });
});

describe('the neighbours that two share', () => {
  test('are counted, whoever was asked for before', () => {
    fc.assert(
      fc.property(incidences, fc.array(fc.nat(), { maxLength: 20 }), (incidence, asked) => {
        const { network } = twoMode(incidence);
        const sharing = sharedNeighbours(network);
        const nodes = network.ids.length;
        for (const node of asked.map((mark) => mark % nodes)) {
          const { others, sums } = sharing(node);
          const common = (other: number) =>
            [...network.ids.keys()].filter((z) => isTied(network, node, z) && isTied(network, other, z))
              .length;
          const expected = [...network.ids.keys()].filter((other) => other !== node && common(other) > 0);
          expect([...others].sort((a, b) => a - b)).toEqual(expected);
          expect(expected.map((other) => sums[other])).toEqual(expected.map(common));
        }
      }),
    );
  });
});
