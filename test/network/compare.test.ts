import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareNetworks, compareSets } from '../../src/network/compare.js';
import { buildNetwork, type RawTie, tieCount } from '../../src/network/simple-network.js';

const network = (ids: string, ties: readonly string[], directed = false) =>
  buildNetwork({ ids: [...ids], ties: ties.map(([a = '', b = '']): RawTie => [a, b, 1]), directed }).network;

describe('the comparison of two networks', () => {
  test('names what was added, dropped and kept by id, in the order of ids', () => {
    const { nodes, ties } = compareNetworks(
      network('abcd', ['ab', 'bc', 'cd']),
      network('bcde', ['ed', 'cb', 'bd']),
    );
    expect(nodes).toEqual({
      added: ['e'],
      dropped: ['a'],
      kept: ['b', 'c', 'd'],
      jaccard: 0.6,
      retention: 0.75,
      turnover: 0.4,
    });
    expect(ties).toEqual({
      added: [
        ['b', 'd'],
        ['d', 'e'],
      ],
      dropped: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      kept: [['b', 'c']],
      jaccard: 0.2,
      retention: 1 / 3,
      turnover: 0.8,
    });
  });

  test('keeps the direction of ties apart, and refuses to compare it with none', () => {
    const { ties } = compareNetworks(network('ab', ['ab'], true), network('ab', ['ba'], true));
    expect([ties.added, ties.dropped, ties.kept]).toEqual([[['b', 'a']], [['a', 'b']], []]);
    expect(() => compareNetworks(network('ab', ['ab'], true), network('ab', ['ab']))).toThrow(RangeError);
  });

  test('has no shares of nothing', () => {
    const { nodes, ties } = compareNetworks(network('', []), network('a', []));
    expect([nodes.jaccard, nodes.retention, nodes.turnover]).toEqual([0, Number.NaN, 1]);
    expect([ties.jaccard, ties.retention, ties.turnover]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('finds nothing changed in the same network, and the mirror image the other way round', () => {
    const tie = fc
      .tuple(fc.constantFrom(...'abcdef'), fc.constantFrom(...'abcdef'))
      .map((ends) => ends.join(''));
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 12 }), fc.array(tie, { maxLength: 12 }), (first, second) => {
        const [a, b] = [network('abcdef', first), network('abcdef', second)];
        const [there, back, same] = [
          compareNetworks(a, b).ties,
          compareNetworks(b, a).ties,
          compareNetworks(a, a).ties,
        ];
        expect([there.added, there.dropped, there.kept, there.jaccard]).toEqual([
          back.dropped,
          back.added,
          back.kept,
          back.jaccard,
        ]);
        expect([same.added, same.dropped, same.kept.length]).toEqual([[], [], tieCount(a)]);
        expect(there.kept.length + there.added.length).toBe(tieCount(b));
      }),
    );
  });
});

test('two sets compare by what they hold', () => {
  expect(compareSets(new Set([1, 2, 3]), new Set([3, 4]))).toEqual({
    added: [4],
    dropped: [1, 2],
    kept: [3],
    jaccard: 0.25,
    retention: 1 / 3,
    turnover: 0.75,
  });
});
