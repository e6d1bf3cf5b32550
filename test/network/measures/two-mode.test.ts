import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, Measure, MeasureInput } from '../../../src/network/measure.js';
import { CLEANINGS } from '../../../src/network/measures/cleaning.js';
import { TWO_MODE_CENTRALITIES } from '../../../src/network/measures/two-mode-centrality.js';
import { TWO_MODE_CLUSTERINGS } from '../../../src/network/measures/two-mode-clustering.js';
import { TWO_MODE_PROJECTIONS } from '../../../src/network/measures/two-mode-projection.js';
import { projectOn } from '../../../src/network/project.js';
import { pathTotals } from '../../../src/network/shortest-paths.js';
import {
  ACTOR,
  buildNetwork,
  INITIATIVE,
  isTied,
  type SimpleNetwork,
} from '../../../src/network/simple-network.js';
import { named } from './agreement.js';
import {
  expectAgreement,
  type Incidence,
  incidences,
  inputWith,
  measured,
  twoMode,
  twoModeCases,
} from './two-mode-vectors.js';

const MEASURES: readonly Measure[] = [
  ...TWO_MODE_CENTRALITIES,
  ...TWO_MODE_CLUSTERINGS,
  ...TWO_MODE_PROJECTIONS,
  ...CLEANINGS,
];
const of = (id: string, input: MeasureInput) => measured(named(MEASURES, id), input);
const complete = (actors: number, initiatives: number): Incidence => ({
  actors,
  initiatives,
  ties: Array.from(
    { length: actors * initiatives },
    (_, at) => [at % actors, Math.floor(at / actors)] as const,
  ),
});
const inputOf = (incidence: Incidence) => inputWith(twoMode(incidence).network);

describe('the measures of two-mode networks', () => {
  const vectors = twoModeCases().flatMap((found) =>
    MEASURES.filter(({ id }) => found.measures[id] !== undefined).map(({ id }) => ({ ...found, id })),
  );
  test('have a reference value each', () => {
    expect(new Set(vectors.map(({ id }) => id))).toEqual(new Set(MEASURES.map(({ id }) => id)));
    expect(vectors.length).toBe(28);
  });
  test.each(vectors)('$id of $name is the reference value', ({ id, input, measures, tolerance }) =>
    expectAgreement(of(id, input), measures[id] as Json, tolerance(id)),
  );

  test('say nothing of a network of one mode', () => {
    const input = inputWith(buildNetwork({ ids: ['a', 'b'], ties: [['a', 'b', 1]] }).network);
    for (const { id } of MEASURES) expect([id, of(id, input)]).toEqual([id, null]);
  });

  test('do not depend on what nodes are called', () => {
    const swapped = (mode: string, index: number) => `${mode === 'a' ? 'z' : 'b'}${9 - index}`;
    const back = (text: string) =>
      text.replaceAll(/([zb])(\d)/g, (_, mode, index) => `${mode === 'z' ? 'a' : 'p'}${9 - Number(index)}`);
    const renamed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(renamed).sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
      if (value === null || typeof value !== 'object') return typeof value === 'string' ? back(value) : value;
      const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
        return [back(key).split('|').sort().join('|'), renamed(inner)];
      });
      return Object.fromEntries(entries);
    };
    fc.assert(
      fc.property(incidences, (incidence) => {
        for (const { id } of MEASURES.filter(({ id }) => id !== 'cleanEdges')) {
          const [before, after] = [twoMode(incidence), twoMode(incidence, swapped)].map((built) =>
            of(id, inputWith(built.network, { recorded: built })),
          );
          expectAgreement(renamed(after as Json), before as Json, 1e-9, id);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('two-mode centrality', () => {
  test('is 1 in degree for who takes part in everything, and undefined without another mode', () => {
    expect(of('bipartiteDegreeCentrality', inputOf(complete(2, 3)))).toEqual({
      a0: 1,
      a1: 1,
      p0: 1,
      p1: 1,
      p2: 1,
    });
    const alone = buildNetwork({ ids: ['a'], ties: [], modeOf: () => ACTOR }).network;
    expect(of('bipartiteDegreeCentrality', inputWith(alone))).toEqual({ a: null });
    expect(of('bipartiteBetweenness', inputWith(alone))).toEqual({ a: null });
    expect(of('bipartiteCloseness', inputWith(alone))).toEqual({ a: 0 });
  });

  test('reaches its maximum in betweenness at the centre of a star, and never exceeds it', () => {
    const star = { actors: 1, initiatives: 4, ties: [0, 1, 2, 3].map((p) => [0, p] as const) };
    expect(of('bipartiteBetweenness', inputOf(star))).toMatchObject({ a0: 1 });
    fc.assert(
      fc.property(incidences, (incidence) => {
        const values = Object.values(
          of('bipartiteBetweenness', inputOf(incidence)) as Record<string, number | null>,
        );
        for (const value of values) if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('is undefined in betweenness where no path could pass', () => {
    const pair = { actors: 1, initiatives: 1, ties: [[0, 0] as const] };
    expect(of('bipartiteBetweenness', inputOf(pair))).toEqual({ a0: null, p0: null });
  });

  test('is 1 in closeness where everybody takes part in everything, 0 for isolates', () => {
    const values = of('bipartiteCloseness', inputOf(complete(3, 2)));
    expect(values).toEqual({ a0: 1, a1: 1, a2: 1, p0: 1, p1: 1 });
    expect(of('bipartiteCloseness', inputOf({ actors: 2, initiatives: 1, ties: [[0, 0]] }))).toMatchObject({
      a1: 0,
    });
  });

  test('counts in raw betweenness the share of shortest paths through a node', () => {
    fc.assert(
      fc.property(incidences, (incidence) => {
        const { network } = twoMode(incidence);
        const expected = betweennessByPaths(network);
        const { betweenness } = pathTotals(network, { weighted: false, pivots: null, seed: 0 });
        for (const [node, value] of betweenness.entries())
          expect(value / 2).toBeCloseTo(expected[node] ?? Number.NaN, 9);
      }),
      { numRuns: 50 },
    );
  });
});

/** Every shortest path between every two nodes is walked; each node within has its share. */
function betweennessByPaths(network: SimpleNetwork): number[] {
  const nodes = [...network.ids.keys()];
  const values = nodes.map(() => 0);
  for (const from of nodes)
    for (const to of nodes.filter((node) => node > from)) {
      let paths = [[from]];
      const seen = new Set([from]);
      while (paths.length > 0 && !seen.has(to)) {
        paths = paths.flatMap((path) =>
          nodes
            .filter((next) => !seen.has(next) && isTied(network, path.at(-1) ?? 0, next))
            .map((next) => [...path, next]),
        );
        for (const path of paths) seen.add(path.at(-1) ?? 0);
      }
      const arrived = paths.filter((path) => path.at(-1) === to);
      for (const path of arrived)
        for (const node of path.slice(1, -1)) values[node] = (values[node] ?? 0) + 1 / arrived.length;
    }
  return values;
}

describe('clustering of two-mode networks', () => {
  const neighboursOf = ({ rows, neighbours }: SimpleNetwork, node: number) => [
    ...neighbours.subarray(rows[node], rows[node + 1]),
  ];

  test('by Latapy is the mean overlap with those met, as a walk over sets finds it', () => {
    fc.assert(
      fc.property(incidences, fc.constantFrom('dot', 'min', 'max'), (incidence, overlap) => {
        const { network } = twoMode(incidence);
        const expected = network.ids.map((id, node) => {
          const own = neighboursOf(network, node);
          const met = new Set(own.flatMap((middle) => neighboursOf(network, middle)));
          met.delete(node);
          const overlaps = [...met].map((other) => {
            const theirs = neighboursOf(network, other);
            const size = {
              dot: new Set([...own, ...theirs]).size,
              min: Math.min(own.length, theirs.length),
              max: Math.max(own.length, theirs.length),
            }[overlap];
            return own.filter((middle) => theirs.includes(middle)).length / (size ?? 0);
          });
          return [
            id,
            overlaps.reduce((sum, value) => sum + value, 0) / Math.max(overlaps.length, 1),
          ] as const;
        });
        expectAgreement(
          of(`clusteringLatapy_${overlap}`, inputWith(network)),
          Object.fromEntries(expected),
          1e-12,
        );
      }),
    );
  });

  test('counts isolates in its average, which an empty mode does not have', () => {
    const input = inputOf({
      actors: 3,
      initiatives: 1,
      ties: [
        [0, 0],
        [1, 0],
      ],
    });
    expectAgreement(of('averageClusteringLatapy_dot', input), { modeA: 2 / 3, modeB: 0 }, 1e-12);
    const { network } = buildNetwork({ ids: ['a'], ties: [], modeOf: () => ACTOR });
    expect(of('averageClusteringLatapy_dot', inputWith(network))).toEqual({ modeA: 0, modeB: null });
  });

  test('by Robins and Alexander is the share of three-paths that close, counted one by one', () => {
    fc.assert(
      fc.property(incidences, (incidence) => {
        const { network } = twoMode(incidence);
        let [open, closed] = [0, 0];
        for (const a of network.ids.keys())
          if (network.modes?.[a] === ACTOR)
            for (const p of neighboursOf(network, a))
              for (const b of neighboursOf(network, p))
                for (const q of neighboursOf(network, b))
                  if (b !== a && q !== p) isTied(network, a, q) ? closed++ : open++;
        expect(of('robinsAlexander', inputWith(network))).toBeCloseTo(
          closed / Math.max(open + closed, 1),
          12,
        );
      }),
    );
  });

  test('is 1 by Robins and Alexander where everybody takes part in everything, 0 in a star', () => {
    expect(of('robinsAlexander', inputOf(complete(4, 3)))).toBe(1);
    expect(of('robinsAlexander', inputOf(complete(5, 1)))).toBe(0);
  });

  test('has as redundancy the share of pairs of neighbours that meet elsewhere', () => {
    fc.assert(
      fc.property(incidences, (incidence) => {
        const { network } = twoMode(incidence);
        const expected = network.ids.map((id, node): [string, number | null] => {
          const own = neighboursOf(network, node);
          const pairs = own.flatMap((u) => own.filter((w) => w > u).map((w) => [u, w] as const));
          const linked = pairs.filter(([u, w]) =>
            neighboursOf(network, u).some((z) => z !== node && isTied(network, w, z)),
          );
          return [id, pairs.length === 0 ? null : linked.length / pairs.length];
        });
        expectAgreement(of('redundancy', inputWith(network)), Object.fromEntries(expected), 1e-12);
      }),
    );
  });
});

describe('the table of a projection', () => {
  test('has a row for each tie of the projection, under the numbers of the whole network', () => {
    fc.assert(
      fc.property(incidences, (incidence) => {
        const { network } = twoMode(incidence);
        for (const [id, mode] of [['projectionA', ACTOR] as const, ['projectionB', INITIATIVE] as const]) {
          const projected = projectOn(network, mode);
          const table = of(id, inputWith(network)) as Record<string, Record<string, number>>;
          const expected = Object.keys(table).map((pair) => {
            const [a, b] = pair.split('|').map((node) => projected.ids.indexOf(node));
            return isTied(projected, a ?? -1, b ?? -1);
          });
          expect(expected).toEqual(new Array(projected.neighbours.length / 2).fill(true));
        }
      }),
    );
  });
});

describe('the clean edge list', () => {
  const built = buildNetwork({
    ids: ['a', 'b', 'p'],
    ties: [
      ['a', 'p', 1],
      ['p', 'a', 2.5],
      ['a', 'b', 1],
      ['b', 'b', 1],
      ['p', 'b', 1],
      ['a', 'p', 1],
    ],
    modeOf: (id) => (id === 'p' ? INITIATIVE : ACTOR),
  });
  const input = inputWith(built.network, { recorded: built });

  test('has each tie once, the actor first, with its weight and the number of records', () => {
    expect(of('cleanEdges', input)).toEqual([
      ['a', 'p', 4.5, 3],
      ['b', 'p', 1, 1],
    ]);
  });

  test('comes with what was dropped and merged', () => {
    expect(of('cleaning', input)).toEqual({ selfLoops: 1, sameMode: 1, parallelsMerged: 2 });
  });

  test('is not to be had of a network whose records are unknown', () => {
    expect(of('cleanEdges', inputWith(built.network))).toBeNull();
    expect(of('cleaning', inputWith(built.network))).toBeNull();
  });
});
