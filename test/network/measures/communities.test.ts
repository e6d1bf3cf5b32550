import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { louvain } from '../../../src/network/louvain.js';
import { type Json, type Measure, type MeasureInput, valueAsJson } from '../../../src/network/measure.js';
import { COMMUNITIES } from '../../../src/network/measures/communities.js';
import { modularity } from '../../../src/network/modularity.js';
import { connectedClasses } from '../../../src/network/partitions.js';
import { seeded } from '../../../src/network/random.js';
import { buildNetwork, type RawTie, type SimpleNetwork } from '../../../src/network/simple-network.js';
import { oneModeVectors, type Vector } from './communities-vectors.js';

interface Communities {
  readonly modularity: number | null;
  readonly communities: number;
  readonly membership: Readonly<Record<string, number>>;
  readonly agreement: number | null;
  readonly runs: number;
  readonly seed: number;
  readonly louvainBestQ: number | null;
  readonly louvainMinQ: number | null;
  readonly louvainMedianQ: number | null;
  readonly louvainCommunities: number;
}
interface Reference {
  readonly louvainMinQ: number;
  readonly leidenBestQ: number;
  readonly leidenMembership: Readonly<Record<string, number>>;
}

const vectors = oneModeVectors();
const having = (name: string) => vectors.filter(({ measures }) => name in measures);
const named = (id: string) => COMMUNITIES.find((measure) => measure.id === id) as Measure;
const measured = (id: string, input: MeasureInput, parameters: object = {}): Json => {
  const value = named(id).compute(input, named(id).parameters.parse(parameters));
  return value === null ? null : valueAsJson(input.network, value);
};
const communities = (input: MeasureInput, parameters?: object, id = 'communities') =>
  measured(id, input, parameters) as unknown as Communities;
const inputOf = (ids: readonly string[], ties: readonly RawTie[]): MeasureInput => ({
  network: buildNetwork({ ids, ties }).network,
  groups: null,
  numbers: {},
  intervals: null,
});
const tiesOf = (pairs: string) =>
  pairs.split(' ').map((pair): RawTie => [pair.slice(0, 1), pair.slice(1), 1]);
const membershipOf = ({ ids }: SimpleNetwork, found: Readonly<Record<string, number>>) =>
  ids.map((id) => found[id] as number);

const smallNetwork = fc.integer({ min: 2, max: 7 }).chain((nodes) =>
  fc
    .array(fc.tuple(fc.nat({ max: nodes - 1 }), fc.nat({ max: nodes - 1 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((ties) =>
      inputOf(
        Array.from({ length: nodes }, (_, node) => `n${node}`),
        ties.map(([a, b, weight]): RawTie => [`n${a}`, `n${b}`, weight]),
      ),
    ),
);

describe('modularity', () => {
  test.each(having('modularityOfAttribute'))(
    'of the groups of $name is that of networkx',
    ({ input, measures }) => {
      const found = measured('modularityOfAttribute', input) as Record<string, number>;
      const expected = measures.modularityOfAttribute as Record<string, number>;
      expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
      for (const [name, value] of Object.entries(expected)) expect(found[name]).toBeCloseTo(value, 10);
    },
  );

  test('there are groups to measure in ten of the networks', () => {
    expect(having('modularityOfAttribute')).toHaveLength(10);
  });

  test.each(
    [false, true].flatMap((weighted) =>
      having(`modularityOfLeidenPartition${weighted ? 'Weighted' : ''}`).map((vector) => ({
        ...vector,
        weighted,
      })),
    ),
  )(
    'of the Leiden division of $name, weighted: $weighted, is that of networkx',
    ({ input, measures, weighted }) => {
      const suffix = weighted ? 'Weighted' : '';
      const { leidenMembership } = measures[`communities${suffix}`] as Reference;
      const found = modularity(input.network, membershipOf(input.network, leidenMembership), { weighted });
      expect(found).toBeCloseTo(measures[`modularityOfLeidenPartition${suffix}`] as number, 10);
    },
  );

  test('is what its definition sums over pairs of nodes', () => {
    fc.assert(
      fc.property(
        smallNetwork,
        fc.array(fc.nat({ max: 3 }), { minLength: 7, maxLength: 7 }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        ({ network }, labels, resolution) => {
          const { ids } = network;
          const nodes = [...ids.keys()];
          const weight = (a: number, b: number) => weightOf(network, a, b);
          const strength = nodes.map((a) => nodes.reduce((sum, b) => sum + weight(a, b), 0));
          const all = strength.reduce((sum, value) => sum + value, 0);
          fc.pre(all > 0);
          let sum = 0;
          for (const a of nodes)
            for (const b of nodes)
              if (labels[a] === labels[b])
                sum += weight(a, b) - (resolution * (strength[a] as number) * (strength[b] as number)) / all;
          const found = modularity(network, labels.slice(0, ids.length), { weighted: true, resolution });
          expect(found).toBeCloseTo(sum / all, 10);
        },
      ),
    );
  });

  test('of a division of too few nodes is refused', () => {
    const { network } = inputOf(['a', 'b'], [['a', 'b', 1]]);
    expect(() => modularity(network, [0])).toThrow(new RangeError('1 memberships of 2 nodes'));
  });

  test('counts a node of no known group as a group of its own', () => {
    const input = inputOf(
      ['a', 'b', 'c'],
      [
        ['a', 'b', 1],
        ['b', 'c', 1],
      ],
    );
    const unknown = { ...input, groups: { categories: ['x'], of: Int32Array.of(0, -1, -1) } };
    const alone = { ...input, groups: { categories: ['x', 'y', 'z'], of: Int32Array.of(0, 1, 2) } };
    expect(measured('modularityOfAttribute', unknown)).toEqual(measured('modularityOfAttribute', alone));
  });

  test('is undefined without ties, and not measured without groups', () => {
    const input = inputOf(['a', 'b'], []);
    const grouped = { ...input, groups: { categories: ['x'], of: Int32Array.of(0, 0) } };
    expect(Object.values(measured('modularityOfAttribute', grouped) as object)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(measured('modularityOfAttribute', input)).toBeNull();
    expect(measured('labelComparison', input)).toBeNull();
  });
});

const weightOf = ({ rows, neighbours, weights }: SimpleNetwork, a: number, b: number): number => {
  const place = neighbours.subarray(rows[a], rows[a + 1]).indexOf(b);
  return place === -1 ? 0 : (weights[(rows[a] as number) + place] as number);
};

describe.each(['communities', 'communitiesWeighted'])('%s', (id) => {
  const weighted = id === 'communitiesWeighted';
  const resolved = having(id);

  test.each(resolved)(
    'of $name reach the best modularity known, and state that of their own division',
    ({ input, measures }: Vector) => {
      const found = communities(input, {}, id);
      const { leidenBestQ, louvainMinQ } = measures[id] as Reference;
      const own = modularity(input.network, membershipOf(input.network, found.membership), { weighted });
      expect(found.modularity).toBe(own);
      expect(found.louvainBestQ).toBeCloseTo(leidenBestQ, 10);
      expect(found.louvainMinQ).toBeGreaterThanOrEqual(louvainMinQ - 0.01);
      expect(found.louvainMinQ).toBeLessThanOrEqual(found.louvainMedianQ as number);
      expect(found.louvainMedianQ).toBeLessThanOrEqual(found.louvainBestQ as number);
      expect(Object.keys(found.membership).sort()).toEqual([...input.network.ids]);
    },
  );

  test('there are four networks to compare', () => {
    expect(resolved.map(({ name }) => name)).toEqual(['karate', 'florentine', 'lesmis', 'hexa12']);
  });

  test.each(vectors)('of $name hang together, and are numbered by size', ({ input }) => {
    const found = communities(input, { runs: 2 }, id);
    const membership = membershipOf(input.network, found.membership);
    const sizes = Array.from(
      new Set(membership),
      (_, number) => membership.filter((one) => one === number).length,
    );
    expect(new Set(connectedClasses(input.network, membership)).size).toBe(found.communities);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect([sizes.length, sizes.includes(0)]).toEqual([found.communities, false]);
    expect(found.louvainCommunities).toBe(found.communities);
  });
});

describe('the search for communities', () => {
  const karate = vectors.find(({ name }) => name === 'karate')?.input as MeasureInput;

  test('gives the same for the same seed, and names it', () => {
    const again = { ...karate, network: { ...karate.network } };
    expect(communities(again, { seed: 5 })).toEqual(communities(karate, { seed: 5 }));
    expect(communities(karate, { seed: 5, runs: 3 })).toMatchObject({ seed: 5, runs: 3 });
  });

  test('shows the mean agreement of the runs, which a single run has not', () => {
    const { agreement } = communities(karate);
    expect(agreement).toBeGreaterThan(0.5);
    expect(agreement).toBeLessThanOrEqual(1);
    expect(communities(karate, { runs: 1 }).agreement).toBeNull();
    const cliques = inputOf([...'abcdef'], twoTriangles);
    expect(communities(cliques)).toMatchObject({ agreement: 1, communities: 2 });
  });

  test('finds smaller communities at a higher resolution', () => {
    const count = (resolution: number) => communities(karate, { resolution }).communities;
    expect([count(0.2) < count(1), count(1) < count(3)]).toEqual([true, true]);
  });

  test('leaves nodes without ties alone, with no modularity', () => {
    expect(communities(inputOf(['a', 'b'], []))).toMatchObject({
      modularity: null,
      louvainBestQ: null,
      agreement: 1,
      communities: 2,
      membership: { a: 0, b: 1 },
    });
    expect(communities(inputOf([], []))).toMatchObject({ communities: 0, membership: {}, modularity: null });
  });

  test('finds the two halves of a path, which the largest gain alone leads past', () => {
    // The two in the middle come first of each other's neighbours.
    const path = inputOf([...'abcdef'], tiesOf('db bc ca ae ef'));
    expect(communities(path, { shakes: 0 })).toMatchObject({
      louvainBestQ: expect.closeTo(0.26, 10),
      agreement: 1,
    });
    expect(communities(path)).toMatchObject({
      louvainBestQ: expect.closeTo(0.3, 10),
      membership: { a: 0, e: 0, f: 0, b: 1, c: 1, d: 1 },
    });
  });

  test.each([{ runs: 0 }, { shakes: -1 }, { seed: -1 }, { resolution: 0 }, { run: 3 }])(
    'refuses %j',
    (parameters) => {
      expect(named('communities').parameters.safeParse(parameters).success).toBe(false);
    },
  );

  test('finds the best of all divisions of a small network, and a run none that one move would better', () => {
    fc.assert(
      fc.property(smallNetwork, fc.boolean(), (input, weighted) => {
        const { network } = input;
        fc.pre(network.neighbours.length > 0);
        const best = Math.max(
          ...divisions(network.ids.length).map((division) => modularity(network, division, { weighted })),
        );
        const id = weighted ? 'communitiesWeighted' : 'communities';
        expect(communities(input, {}, id).louvainBestQ).toBeCloseTo(best, 10);
        const single = louvain(network, { weighted, resolution: 1, shakes: 0, random: seeded(3) });
        const found = modularity(network, single, { weighted });
        for (const node of single.keys())
          for (const community of [...single, single.length])
            expect(modularity(network, single.with(node, community), { weighted })).toBeLessThan(
              found + 1e-9,
            );
      }),
    );
  });
});

describe('the agreement of groups and communities', () => {
  test.each(having('labelComparison'))('of $name is that of scikit-learn', ({ input, measures }) => {
    const found = measured('labelComparison', input) as Record<string, number>;
    const expected = measures.labelComparison as Record<string, number>;
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) expect(found[name]).toBeCloseTo(value, 10);
  });

  test('compares nodes of known groups only, and is undefined when there are none', () => {
    const input = inputOf([...'abcdef'], twoTriangles);
    const withGroups = (...of: number[]) => ({
      ...input,
      groups: { categories: ['x', 'y'], of: Int32Array.from(of) },
    });
    expect(measured('labelComparison', withGroups(0, 0, -1, 1, 1, -1))).toMatchObject({ nmiMax: 1, ari: 1 });
    expect(measured('labelComparison', withGroups(-1, -1, -1, -1, -1, -1))).toMatchObject({ ari: null });
  });
});

const twoTriangles = tiesOf('ab bc ca de ef fd cd');

/** Every way to divide so many nodes. */
function divisions(nodes: number): number[][] {
  if (nodes === 0) return [[]];
  return divisions(nodes - 1).flatMap((division) =>
    Array.from({ length: Math.max(-1, ...division) + 2 }, (_, label) => [...division, label]),
  );
}
