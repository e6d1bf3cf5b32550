import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BURT } from '../../../src/network/measures/burt.js';
import { burtScores } from '../../../src/network/measures/burt-scores.js';
import { describeAgreement, jsonOf, named } from './agreement.js';
import { differences, readFixture, vectorCases } from './group-vectors.js';
import { drawn, inputOfDrawn, relabelled, renamed, table } from './random-networks.js';

describeAgreement(BURT, 5 * 8 + 8 * 8);

it('takes the ties of both directions of a directed network', () => {
  const directed = vectorCases().find(({ form }) => form === 'DIRECTED');
  if (directed === undefined) throw new Error('no directed vectors');
  const { network } = directed.input;
  const scores = burtScores(network, false).constraint;
  const found = Object.fromEntries(
    network.ids.map((id, node) => [id, Number.isNaN(scores[node]) ? null : scores[node]]),
  );
  expect(differences(found, readFixture('hexa12').measures.directed.constraint, 1e-9)).toEqual([]);
});

describe('of any network', () => {
  it('is what the formulas say, worked out on whole tables', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (network, weighted) => {
        const input = inputOfDrawn(network);
        const slow = slowScores(table(input), weighted);
        const scores = burtScores(input.network, weighted);
        for (const [name, values] of Object.entries(slow))
          expect(differences([...scores[name as keyof typeof scores]], values, 1e-9)).toEqual([]);
      }),
    );
  });

  it('is the same under other names', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const [input, other] = [inputOfDrawn(network), inputOfDrawn(relabelled(network))];
        for (const measure of BURT) {
          const values = Object.entries(jsonOf(measure, input) as Record<string, unknown>);
          const moved = Object.fromEntries(values.map(([id, value]) => [renamed(id), value]));
          expect(differences(jsonOf(measure, other), moved, 1e-9)).toEqual([]);
        }
      }),
    );
  });

  it('does not change with the unit of the weights, and without weights not with the weights', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 2, max: 9 }), (network, factor) => {
        const scaled = {
          ...network,
          ties: network.ties.map(([a, b, weight]) => [a, b, weight * factor] as const),
        };
        for (const measure of BURT)
          expect(
            differences(jsonOf(measure, inputOfDrawn(scaled)), jsonOf(measure, inputOfDrawn(network)), 1e-9),
          ).toEqual([]);
      }),
    );
  });

  it('stays in its range, and has no value where there is no tie', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (network, weighted) => {
        const input = inputOfDrawn(network);
        const { constraint, effectiveSize, efficiency, hierarchy } = burtScores(input.network, weighted);
        for (const [node, row] of table(input).entries()) {
          const degree = row.filter((weight) => weight > 0).length;
          const scores = [constraint, effectiveSize, efficiency, hierarchy].map(
            (values) => values[node] as number,
          );
          if (degree === 0) expect(scores.every(Number.isNaN)).toBe(true);
          if (degree === 1) expect(scores).toEqual([1, 1, 1, 1]);
          if (degree < 2) continue;
          const [c, size, share, h] = scores as [number, number, number, number];
          expect(c > 0 && c < 2).toBe(true);
          expect(size >= 1 - 1e-9 && size <= degree).toBe(true);
          expect(share > 0 && share <= 1).toBe(true);
          expect(h >= -1e-9 && h <= 1).toBe(true);
        }
      }),
    );
  });

  it("is Borgatti's n − 2t/n without weights", () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const input = inputOfDrawn(network);
        const ties = table(input);
        const { effectiveSize } = burtScores(input.network, false);
        for (const [node, row] of ties.entries()) {
          const near = row.flatMap((weight, other) => (weight > 0 ? [other] : []));
          const between = near.flatMap((a) => near.filter((b) => a < b && (ties[a]?.[b] ?? 0) > 0)).length;
          if (near.length > 0)
            expect(effectiveSize[node]).toBeCloseTo(near.length - (2 * between) / near.length, 9);
        }
      }),
    );
  });
});

it('is worked out once for a network', () => {
  const { network } = inputOfDrawn({ ids: ['a', 'b'], groups: [], ties: [['a', 'b', 2]] });
  expect(burtScores(network, true)).toBe(burtScores(network, true));
  expect(burtScores(network, false)).not.toBe(burtScores(network, true));
});

it('keeps a hub of 3,000 partners within the cost it states', () => {
  const ids = Array.from({ length: 3000 }, (_, index) => `n${index}`);
  const ties = ids.slice(1).map((id) => ['n0', id, 1] as const);
  const measure = named(BURT, 'effectiveSize');
  expect(jsonOf(measure, inputOfDrawn({ ids, groups: [], ties }))).toHaveProperty('n0', 2999);
});

/** The four scores by the letter of the formulas. O(n³). */
function slowScores(weights: number[][], weighted: boolean) {
  const a = weights.map((row) => row.map((weight) => (weighted ? weight : Math.sign(weight))));
  const all = a.map((_, node) => node);
  const of = (i: number, j: number) => a[i]?.[j] ?? 0;
  const p = (i: number, j: number) => (2 * of(i, j)) / (2 * all.reduce((sum, k) => sum + of(i, k), 0));
  const m = (j: number, q: number) => of(j, q) / Math.max(...(a[j] ?? []));
  const sum = (over: number[], term: (node: number) => number) =>
    over.reduce((total, node) => total + term(node), 0);
  const each = all.map((i) => {
    const near = all.filter((j) => of(i, j) > 0);
    const local = (j: number) =>
      (p(i, j) +
        sum(
          near.filter((q) => q !== j),
          (q) => p(i, q) * p(q, j),
        )) **
      2;
    const n = near.length;
    const constraint = n === 0 ? Number.NaN : sum(near, local);
    const effectiveSize =
      n === 0
        ? Number.NaN
        : sum(
            near,
            (j) =>
              1 -
              sum(
                near.filter((q) => q !== j),
                (q) => p(i, q) * m(j, q),
              ),
          );
    const ratio = (j: number) => local(j) / (constraint / n);
    const disorder = sum(near, (j) => ratio(j) * Math.log(ratio(j))) / (n * Math.log(n));
    return { constraint, effectiveSize, efficiency: effectiveSize / n, hierarchy: n === 1 ? 1 : disorder };
  });
  return {
    constraint: each.map((scores) => scores.constraint),
    effectiveSize: each.map((scores) => scores.effectiveSize),
    efficiency: each.map((scores) => scores.efficiency),
    hierarchy: each.map((scores) => scores.hierarchy),
  };
}
