import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { componentsOf, strongComponentCount } from '../../src/network/components.js';
import { coreNumbers } from '../../src/network/cores.js';
import { cutPointsOf } from '../../src/network/cut-points.js';
import { pageRank } from '../../src/network/page-rank.js';
import { principalVector } from '../../src/network/principal-vector.js';
import { buildNetwork, type RawTie } from '../../src/network/simple-network.js';
import { trianglesOf } from '../../src/network/triangles.js';
import { drawn, inputOfDrawn, table } from './measures/random-networks.js';

/** Each algorithm against its definition, tried out in the slow way. */

const LONG = 50_000;
const chainIds = Array.from({ length: LONG }, (_, index) => `n${String(index).padStart(6, '0')}`);
const chainTies = chainIds.slice(1).map((id, index): RawTie => [chainIds[index] as string, id, 1]);
const { network: chain } = buildNetwork({ ids: chainIds, ties: chainTies });

/** Which nodes a node reaches, itself among them, without those in `gone`. */
function reached(cells: readonly number[][], from: number, gone: ReadonlySet<number> = new Set()): number[] {
  const found = [from];
  for (const node of found)
    for (const [other, weight] of (cells[node] as number[]).entries())
      if (weight > 0 && !gone.has(other) && !found.includes(other)) found.push(other);
  return found.sort((a, b) => a - b);
}

function classes(cells: readonly number[][], gone: ReadonlySet<number> = new Set()): string[] {
  const nodes = [...cells.keys()].filter((node) => !gone.has(node));
  return [...new Set(nodes.map((node) => reached(cells, node, gone).join()))];
}

const without = (cells: readonly number[][], a: number, b: number) =>
  cells.map((row, from) =>
    row.map((weight, to) => ((from === a && to === b) || (from === b && to === a) ? 0 : weight)),
  );

describe('components', () => {
  test('are the classes of nodes that reach each other, largest first', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given);
        const { members, of } = componentsOf(input.network);
        expect(members.map((nodes) => nodes.join()).sort()).toEqual(classes(table(input)).sort());
        for (const [number, nodes] of members.entries())
          for (const node of nodes) expect(of[node]).toBe(number);
        const order = members.map((nodes) => [-nodes.length, nodes[0] as number] as const);
        expect(order).toEqual([...order].sort(([a, b], [c, d]) => a - c || b - d));
      }),
    );
  });

  test('are strong where nodes reach each other both ways', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given, true);
        const cells = table(input);
        const mutual = [...cells.keys()].map((node) =>
          reached(cells, node)
            .filter((other) => reached(cells, other).includes(node))
            .join(),
        );
        expect(strongComponentCount(input.network)).toBe(new Set(mutual).size);
      }),
    );
  });
});

describe('cut points', () => {
  test('are the nodes and ties whose loss leaves more components', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given);
        const cells = table(input);
        const before = classes(cells).length;
        const nodes = [...cells.keys()];
        const { articulationPoints, bridges } = cutPointsOf(input.network);
        expect(articulationPoints).toEqual(
          nodes.filter((node) => classes(cells, new Set([node])).length > before),
        );
        expect(bridges).toEqual(
          nodes.flatMap((a) =>
            nodes
              .filter((b) => a < b && (cells[a]?.[b] as number) > 0)
              .filter((b) => classes(without(cells, a, b)).length > before)
              .map((b) => [a, b]),
          ),
        );
      }),
    );
  });

  test('of a long chain are all but its ends, found without recursion', () => {
    const { articulationPoints, bridges } = cutPointsOf(chain);
    expect([articulationPoints.length, bridges.length]).toEqual([LONG - 2, LONG - 1]);
    const directed = buildNetwork({ ids: chainIds, ties: chainTies, directed: true }).network;
    expect([componentsOf(chain).members.length, strongComponentCount(directed)]).toEqual([1, LONG]);
  });
});

describe('cores and triangles', () => {
  test('are what taking away nodes of few ties leaves', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given);
        const cells = table(input);
        const inCore = (k: number) => {
          let left = [...cells.keys()];
          const ties = (node: number) => left.filter((other) => (cells[node]?.[other] as number) > 0).length;
          for (let before = -1; before !== left.length; ) {
            before = left.length;
            left = left.filter((node) => ties(node) >= k);
          }
          return left;
        };
        for (const [node, core] of coreNumbers(input.network).entries())
          expect([inCore(core).includes(node), inCore(core + 1).includes(node)]).toEqual([true, false]);
      }),
    );
  });

  test('are the pairs of neighbours that are tied', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given);
        const cells = table(input);
        const tied = (a: number, b: number) => (cells[a]?.[b] as number) > 0;
        const nodes = [...cells.keys()];
        expect([...trianglesOf(input.network)]).toEqual(
          nodes.map(
            (node) =>
              nodes.flatMap((a) => nodes.filter((b) => a < b && tied(node, a) && tied(node, b) && tied(a, b)))
                .length,
          ),
        );
      }),
    );
  });
});

describe('the principal vector', () => {
  const times = (cells: readonly number[][], vector: Float64Array) =>
    cells.map((row) => row.reduce((sum, weight, other) => sum + weight * (vector[other] as number), 0));

  test('is multiplied by the largest eigenvalue, in one component only', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOfDrawn(given);
        const cells = table(input);
        const vector = principalVector(input.network, input.network.weights);
        if (vector === null) return;
        const product = times(cells, vector);
        const value = product.reduce((sum, entry, node) => sum + entry * (vector[node] as number), 0);
        expect(vector.reduce((sum, entry) => sum + entry * entry, 0)).toBeCloseTo(1, 12);
        for (const [node, entry] of product.entries())
          expect(entry).toBeCloseTo(value * (vector[node] as number), 9);
        const positive = [...vector.keys()].filter((node) => (vector[node] as number) > 0).join();
        expect(classes(cells)).toContain(positive);
        // No other component has a larger eigenvalue: one step of growth from an even vector is bounded by the largest.
        for (const start of cells.keys()) {
          const nodes = reached(cells, start);
          const even = Float64Array.from(cells, (_, node) => (nodes.includes(node) ? 1 : 0));
          const growth = times(cells, even).reduce(
            (sum, entry, node) => sum + entry * (even[node] as number),
            0,
          );
          expect(growth / nodes.length).toBeLessThanOrEqual(value + 1e-9);
        }
      }),
    );
  });

  const vectorOf = (...ties: RawTie[]) => {
    const { network } = buildNetwork({ ids: [...'abcdef'], ties });
    return principalVector(network, network.weights);
  };

  test('is none when two components share the value, or there are no ties; a heavier one takes it', () => {
    expect(vectorOf(['a', 'b', 1], ['c', 'd', 1])).toBeNull();
    expect(vectorOf()).toBeNull();
    expect([...(vectorOf(['a', 'b', 1], ['c', 'd', 1.001]) ?? [])].map((entry) => entry > 0)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(vectorOf(['a', 'b', 1], ['c', 'd', 2], ['e', 'f', 2])).toBeNull();
    expect(vectorOf(['a', 'b', 2], ['c', 'd', 2], ['e', 'f', 3])).not.toBeNull();
  });

  test('of a long chain is a sine, though the next eigenvalue is close', () => {
    const nodes = 1000;
    const ids = chainIds.slice(0, nodes);
    const { network } = buildNetwork({ ids, ties: chainTies.slice(0, nodes - 1) });
    const vector = principalVector(network, network.weights) ?? [];
    const sine = ids.map(
      (_, node) => Math.sqrt(2 / (nodes + 1)) * Math.sin((Math.PI * (node + 1)) / (nodes + 1)),
    );
    for (const [node, entry] of sine.entries()) expect(vector[node]).toBeCloseTo(entry, 7);
  });

  test('is none where numbers end', () => {
    expect(vectorOf(['a', 'b', 1e308], ['b', 'c', 1e308], ['a', 'c', 1e308], ['c', 'd', 1])).toBeNull();
  });
});

describe('PageRank', () => {
  test.each([false, true])('is what the walker comes back to (directed: %s)', (directed) => {
    fc.assert(
      fc.property(drawn, fc.double({ min: 0, max: 0.95, noNaN: true }), (given, damping) => {
        const input = inputOfDrawn(given, directed);
        const cells = table(input);
        const shares = pageRank(input.network, input.network.weights, damping);
        const sums = cells.map((row) => row.reduce((sum, weight) => sum + weight, 0));
        const stuck = sums.reduce(
          (sum, total, node) => sum + (total === 0 ? (shares[node] as number) : 0),
          0,
        );
        for (const node of cells.keys()) {
          const came = cells.reduce((sum, row, from) => {
            const total = sums[from] as number;
            return total === 0 ? sum : sum + ((shares[from] as number) * (row[node] as number)) / total;
          }, 0);
          expect(shares[node]).toBeCloseTo(
            (1 - damping) / cells.length + damping * (came + stuck / cells.length),
            12,
          );
        }
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
