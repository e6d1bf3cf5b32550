import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeasureInput } from '../../../src/network/measure.js';
import { EI_INDEX, expectedEi } from '../../../src/network/measures/ei-index.js';
import { type EiPermutation, eiPermutation } from '../../../src/network/measures/ei-permutation.js';
import { tiesOf } from '../../../src/network/simple-network.js';
import { describeAgreement, jsonOf } from './agreement.js';
import { differences, vectorCases } from './group-vectors.js';
import { drawn, inputOfDrawn, relabelled, renamed, table } from './random-networks.js';

describeAgreement([EI_INDEX], 3 + 1 + 8);

it('needs groups', () => {
  const input = { ...inputOfDrawn({ ids: ['a'], groups: [], ties: [] }), groups: null };
  expect(EI_INDEX.compute(input, {})).toBeNull();
  expect(eiPermutation(input, { permutations: 1, seed: 1 })).toBeNull();
});

it('leaves out the ties of nodes without a group', () => {
  const ties = [
    ['a', 'b', 2],
    ['b', 'c', 3],
    ['c', 'd', 1],
  ] as const;
  const input = inputOfDrawn({ ids: ['a', 'b', 'c', 'd'], groups: ['x', 'x', undefined, 'y'], ties });
  expect(jsonOf(EI_INDEX, input)).toMatchObject({
    network: { external: 0, internal: 1, ei: -1 },
    networkWeighted: { external: 0, internal: 2, ei: -1 },
    group: { x: { external: 0, internal: 1, ei: -1 }, y: { external: 0, internal: 0, ei: null } },
    node: { a: -1, b: -1, c: null, d: null },
    expectedRandom: 1 / 3,
  });
});

describe('of any network', () => {
  it('is what its table of ties says', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const input = inputOfDrawn(network);
        const json = jsonOf(EI_INDEX, input);
        expect(json).toMatchObject({
          network: slowEi(input, false),
          networkWeighted: slowEi(input, true),
          node: Object.fromEntries(
            input.network.ids.map((id, node) => [id, slowEi(input, false, (end) => end === node).ei]),
          ),
          groupWeighted: Object.fromEntries(
            ['x', 'y', 'z'].flatMap((name) => {
              const group = input.groups?.categories.indexOf(name) ?? -1;
              const inGroup = (end: number) => input.groups?.of[end] === group;
              return group === -1 ? [] : [[name, slowEi(input, true, inGroup)]];
            }),
          ),
        });
      }),
    );
  });

  it('is the same under other names', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const { node, nodeWeighted, ...found } = jsonOf(EI_INDEX, inputOfDrawn(network)) as Record<
          string,
          object
        >;
        const move = (values: object = {}) =>
          Object.fromEntries(Object.entries(values).map(([id, value]) => [renamed(id), value]));
        const moved = { ...found, node: move(node), nodeWeighted: move(nodeWeighted) };
        expect(differences(jsonOf(EI_INDEX, inputOfDrawn(relabelled(network))), moved, 0)).toEqual([]);
      }),
    );
  });
});

describe('the permutation test', () => {
  const small = drawn.filter(
    ({ ids, groups }) => ids.length <= 6 && groups.some((group) => group !== undefined),
  );

  it('has as its expected value the mean over all permutations', () => {
    fc.assert(
      fc.property(small, (network) => {
        const input = inputOfDrawn(network);
        const all = everyPermutation(input);
        const found = eiPermutation(input, { permutations: 1, seed: 1 });
        if (all === null) return expect(found).toBeNull();
        const mean = all.reduce((sum, ei) => sum + ei, 0) / all.length;
        expect(found?.expected).toBeCloseTo(mean, 12);
        expect(found?.observed).toBe(slowEi(input, false).ei);
      }),
      { numRuns: 40 },
    );
  });

  it('comes close to the p-values and the interval of all permutations', () => {
    fc.assert(
      fc.property(small, fc.nat(1000), (network, seed) => {
        const input = inputOfDrawn(network);
        const all = everyPermutation(input);
        const found = eiPermutation(input, { permutations: 4000, seed });
        if (all === null || found === null) return expect(found).toBe(all);
        const share = (extreme: (ei: number) => boolean) => all.filter(extreme).length / all.length;
        const { observed, expected } = found;
        const apart = Math.abs(observed - expected) - 1e-9;
        // Five standard errors of a share of 4000.
        expect(Math.abs(found.pSmaller - share((ei) => ei <= observed))).toBeLessThan(0.04);
        expect(Math.abs(found.pGreater - share((ei) => ei >= observed))).toBeLessThan(0.04);
        expect(Math.abs(found.pTwoSided - share((ei) => Math.abs(ei - expected) >= apart))).toBeLessThan(
          0.04,
        );
        expect(share((ei) => ei < found.interval.low)).toBeLessThan(0.025 + 0.02);
        expect(share((ei) => ei > found.interval.high)).toBeLessThan(0.025 + 0.02);
        expect(share((ei) => ei <= found.interval.low)).toBeGreaterThan(0.025 - 0.02);
        expect(share((ei) => ei >= found.interval.high)).toBeGreaterThan(0.025 - 0.02);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it('counts what lies as far from chance on the other side', () => {
    const ties = [
      ['a', 'b', 1],
      ['b', 'c', 1],
      ['c', 'd', 1],
    ] as const;
    // A third of all orders has E–I 1, a third 1/3, which is expected, and a third −1/3.
    const path = inputOfDrawn({ ids: ['a', 'b', 'c', 'd'], groups: ['x', 'y', 'x', 'y'], ties });
    const { observed, expected, pGreater, pTwoSided } = eiPermutation(path, {
      permutations: 3000,
      seed: 1,
    }) as EiPermutation;
    expect([observed, expected]).toEqual([1, 1 / 3]);
    expect(Math.abs(pGreater - 1 / 3)).toBeLessThan(0.04);
    expect(Math.abs(pTwoSided - 2 / 3)).toBeLessThan(0.04);
  });

  it('finds that the clubs of karate keep to themselves', () => {
    const karate = vectorCases().find(({ name }) => name === 'karate')?.input as MeasureInput;
    const { observed, interval, pSmaller, pGreater, pTwoSided } = eiPermutation(karate, {
      permutations: 999,
      seed: 1,
    }) as EiPermutation;
    expect(observed).toBeLessThan(interval.low);
    expect([pSmaller, pTwoSided, pGreater]).toEqual([1 / 1000, 1 / 1000, 1]);
  });

  it('is the same for the same seed, and another for another', () => {
    const karate = vectorCases().find(({ name }) => name === 'karate')?.input as MeasureInput;
    const run = (seed: number) => eiPermutation(karate, { permutations: 50, seed });
    expect(run(3)).toEqual(run(3));
    expect(run(3)?.interval).not.toEqual(run(4)?.interval);
  });

  it.each([0, -1, 2.5, Number.NaN])('refuses %d permutations', (permutations) => {
    const input = inputOfDrawn({ ids: ['a'], groups: ['x'], ties: [] });
    expect(() => eiPermutation(input, { permutations, seed: 1 })).toThrow(
      `${permutations} permutations; take a whole number from 1 up`,
    );
  });
});

/** By the definition, over the ties that touch one of the nodes wanted. */
function slowEi(input: MeasureInput, weighted: boolean, wanted = (_: number) => true) {
  const of = input.groups?.of ?? new Int32Array();
  let [external, internal] = [0, 0];
  for (const [a, row] of table(input).entries())
    for (const [b, weight] of row.entries()) {
      if (a > b || weight === 0 || of[a] === -1 || of[b] === -1 || !(wanted(a) || wanted(b))) continue;
      if (of[a] === of[b]) internal += weighted ? weight : 1;
      else external += weighted ? weight : 1;
    }
  const ties = external + internal;
  return { external, internal, ei: ties === 0 ? null : (external - internal) / ties };
}

/** E–I for every order of the groups over the nodes that have one; null when there is no tie among them. */
function everyPermutation({ network, groups }: MeasureInput): number[] | null {
  const of = groups?.of ?? new Int32Array();
  const nodes = [...of.keys()].filter((node) => of[node] !== -1);
  const ties = [...tiesOf(network)].filter(([a, b]) => of[a] !== -1 && of[b] !== -1);
  if (ties.length === 0) return null;
  return ordersOf(nodes.map((node) => of[node] as number)).map((labels) => {
    const label = new Map(nodes.map((node, place) => [node, labels[place]]));
    const external = ties.filter(([a, b]) => label.get(a) !== label.get(b)).length;
    return (2 * external - ties.length) / ties.length;
  });
}

function ordersOf(labels: readonly number[]): number[][] {
  if (labels.length === 0) return [[]];
  return labels.flatMap((label, place) =>
    ordersOf(labels.filter((_, other) => other !== place)).map((rest) => [label, ...rest]),
  );
}

it('expects 1 of two in two groups and nothing of one', () => {
  expect(expectedEi({ categories: ['x', 'y'], of: Int32Array.of(0, 1) })).toBe(1);
  expect(expectedEi({ categories: ['x'], of: Int32Array.of(0, -1) })).toBeNaN();
});
