import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACTOR, buildNetwork, INITIATIVE, isTied, type RawTie } from '../../src/network/simple-network.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const letters = fc.constantFrom(...ids);
const ties = fc.array(
  fc.tuple(letters, letters, fc.constantFrom(0.5, 1, 3)).map((tie): RawTie => tie),
  { maxLength: 30 },
);
const modeOf = (id: string) => (id < 'd' ? ACTOR : INITIATIVE);

describe('a network of recorded ties', () => {
  test('has in its rows what was recorded between each two, in order', () => {
    fc.assert(
      fc.property(ties, fc.boolean(), fc.boolean(), (recorded, directed, isTwoMode) => {
        const parts = { ids: [...ids].reverse(), ties: recorded, directed };
        const { network, counts, cleaning } = buildNetwork(isTwoMode ? { ...parts, modeOf } : parts);
        const between = (x: string, y: string) =>
          recorded.filter(
            ([from, to]) =>
              x !== y &&
              !(isTwoMode && modeOf(x) === modeOf(y)) &&
              ((from === x && to === y) || (!directed && from === y && to === x)),
          );
        expect(network.ids).toEqual(ids);
        for (const [node, id] of ids.entries()) {
          const [first, end] = [network.rows[node] as number, network.rows[node + 1] as number];
          const row = Array.from({ length: end - first }, (_, index) => [
            ids[network.neighbours[first + index] as number],
            network.weights[first + index],
            counts[first + index],
          ]);
          const expected = ids.flatMap((other) => {
            const found = between(id, other);
            const weight = found.reduce((sum, [, , each]) => sum + each, 0);
            return found.length === 0 ? [] : [[other, weight, found.length]];
          });
          expect(row).toEqual(expected);
          for (const [place, other] of ids.entries())
            expect(isTied(network, node, place)).toBe(between(id, other).length > 0);
        }
        const kept = counts.length / (directed ? 1 : 2);
        const { selfLoops, sameMode, parallelsMerged } = cleaning;
        expect(selfLoops + sameMode + parallelsMerged + kept).toBe(recorded.length);
      }),
    );
  });

  test('refuses a tie of whom it does not know, and a weight that is none', () => {
    const build = (tie: RawTie) => () => buildNetwork({ ids, ties: [tie] });
    expect(build(['a', 'z', 1])).toThrow('a tie of a and z, not both of them nodes');
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(build(['a', 'b', weight])).toThrow(`the weight ${weight} of a and b`);
  });
});
