import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestCores, MOST_CORES } from '../../src/network/core-periphery.js';
import { goodCores } from '../../src/network/core-search.js';
import { valueAsJson } from '../../src/network/measure.js';
import { CORE_PERIPHERIES } from '../../src/network/measures/core-periphery.js';
import { seeded } from '../../src/network/random.js';
import { buildNetwork, isTied, type RawTie, type SimpleNetwork } from '../../src/network/simple-network.js';
import { oneModeVectors } from './measures/communities-vectors.js';

const vectors = oneModeVectors();
const networkOf = (ids: readonly string[], pairs: readonly string[]): SimpleNetwork =>
  buildNetwork({ ids, ties: pairs.map((pair): RawTie => [pair.slice(0, 1), pair.slice(1), 1]) }).network;

const smallNetwork = (most: number) =>
  fc.integer({ min: 3, max: most }).chain((nodes) => {
    const letters = [...'abcdefghijkl'].slice(0, nodes);
    const letter = fc.constantFrom(...letters);
    return fc.array(fc.tuple(letter, letter), { maxLength: 3 * nodes, size: 'max' }).map((pairs) =>
      networkOf(
        letters,
        pairs.map((pair) => pair.join('')),
      ),
    );
  });

/** Pearson's r of the ties with the ideal, from the two lists of zeros and ones. */
function naive(network: SimpleNetwork, core: readonly number[]): number {
  const nodes = [...network.ids.keys()];
  const pairs = nodes.flatMap((a) => nodes.slice(a + 1).map((b) => [a, b] as const));
  const tied = pairs.map(([a, b]) => Number(isTied(network, a, b)));
  const ideal = pairs.map(([a, b]) => Number(core.includes(a) || core.includes(b)));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const product = (x: number[], y: number[]) =>
    mean(x.map((value, at) => (value - mean(x)) * ((y[at] as number) - mean(y))));
  const spread = product(tied, tied) * product(ideal, ideal);
  return spread < 1e-15 ? Number.NaN : product(tied, ideal) / Math.sqrt(spread);
}

const subsets = (nodes: number): number[][] =>
  nodes === 0 ? [[]] : subsets(nodes - 1).flatMap((set) => [set, [...set, nodes - 1]]);

describe('the core that fits best', () => {
  test('of the organisations of hexa12 is the one in the reference', () => {
    const { input, measures } = vectors.find(({ name }) => name === 'hexa12') ?? (vectors[0] as never);
    const [measure] = CORE_PERIPHERIES;
    const value = measure?.compute(input, measure.parameters.parse({}));
    const found = valueAsJson(input.network, value as never) as {
      r: number;
      optimalCores: string[][];
      search: string;
    };
    const expected = measures.corePeripheryDiscrete as { r: number; optimalCores: string[][] };
    expect(found.r).toBeCloseTo(expected.r, 10);
    expect(found.optimalCores.map(String).sort()).toEqual(expected.optimalCores.map(String).sort());
    expect(found.search).toBe('EXHAUSTIVE');
  });

  test('is the best of all by the definition, and all that are as good are listed', () => {
    fc.assert(
      fc.property(smallNetwork(7), (network) => {
        const all = subsets(network.ids.length).map((core) => ({ core, r: naive(network, core) }));
        const best = Math.max(...all.map(({ r }) => r).filter((r) => !Number.isNaN(r)));
        const found = bestCores(network);
        if (best === Number.NEGATIVE_INFINITY) expect(found).toEqual({ r: Number.NaN, cores: [] });
        else {
          expect(found.r).toBeCloseTo(best, 10);
          expect(found.cores.map(String).sort()).toEqual(
            all
              .filter(({ r }) => r > best - 1e-9)
              .map(({ core }) => String(core))
              .sort()
              .slice(0, MOST_CORES),
          );
        }
      }),
    );
  });

  test('of a star is its centre, with r = 1', () => {
    expect(bestCores(networkOf([...'abcde'], ['ba', 'bc', 'bd', 'be']))).toEqual({ r: 1, cores: [[1]] });
  });

  test.each([
    ['without ties', networkOf([...'abcd'], [])],
    ['with all ties', networkOf([...'abc'], ['ab', 'bc', 'ca'])],
    ['of two nodes', networkOf([...'ab'], ['ab'])],
    ['of no node', networkOf([], [])],
  ])('does not exist in a network %s, nor is one found', (_, network) => {
    const none = { r: Number.NaN, cores: [] };
    expect(bestCores(network)).toEqual(none);
    expect(goodCores(network, { starts: 3, random: seeded(1) })).toEqual(none);
  });

  test('lists no more than a hundred cores that are equally good', () => {
    const pairs = ['ab', 'cd', 'ef', 'gh', 'ij', 'kl', 'mn', 'op'];
    const { cores } = bestCores(networkOf([...pairs.join('')], pairs));
    expect(cores).toHaveLength(MOST_CORES);
    expect(cores[0]).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
  });

  test('is not tried of a network that is too large for it', () => {
    const ids = Array.from({ length: 25 }, (_, node) => String.fromCharCode(97 + node));
    expect(() => bestCores(networkOf(ids, []))).toThrow('25 nodes: every core can be tried of up to 24');
  });
});

describe('the search for a core', () => {
  test('reaches the best of small networks', () => {
    fc.assert(
      fc.property(smallNetwork(11), (network) => {
        const { r, cores } = goodCores(network, { starts: 200, random: seeded(1) });
        const best = bestCores(network);
        fc.pre(!Number.isNaN(best.r));
        expect(r).toBeCloseTo(best.r, 10);
        for (const core of cores) expect(naive(network, core)).toBeCloseTo(best.r, 10);
      }),
    );
  });

  test.each(vectors.filter(({ input }) => input.network.ids.length > 11 && input.network.ids.length <= 18))(
    'reaches the best of $name',
    ({ input: { network } }) => {
      expect(goodCores(network, { starts: 20, random: seeded(2) }).r).toBeCloseTo(bestCores(network).r, 10);
    },
  );

  test.each(['karate', 'lesmis'])('in %s ends where several seeds end, and says that it searched', (name) => {
    const { input } = vectors.find((vector) => vector.name === name) ?? (vectors[0] as never);
    const [measure] = CORE_PERIPHERIES;
    const found = (parameters: object) =>
      valueAsJson(input.network, measure?.compute(input, measure.parameters.parse(parameters)) as never) as {
        r: number;
        optimalCores: string[][];
        search: string;
      };
    const first = found({});
    expect(first.search).toBe('LOCAL_SEARCH');
    expect(found({ seed: 9 }).r).toBeCloseTo(first.r, 10);
    expect(found({})).toEqual(first);
    const core = first.optimalCores[0]?.map((id) => input.network.ids.indexOf(id)) ?? [];
    expect(naive(input.network, core)).toBeCloseTo(first.r, 10);
  });
});
