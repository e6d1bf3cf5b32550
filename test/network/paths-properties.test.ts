import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM_STATUSES } from '../../src/domain/kinds.js';
import { buildGraph, type Tie } from '../../src/network/graph.js';
import { findPaths, type PathOptions, type PathResult } from '../../src/network/paths.js';
import { bruteForce } from './brute-force.js';
import { aTie, completeTies, powerLawTies, thing } from './ties.js';

/** What holds for every graph, and how much work an answer takes. */

const between = (ties: readonly Tie[], from: string, to: string, options?: PathOptions) =>
  findPaths(buildGraph(ties, 1), from, to, options);
const routes = ({ paths }: PathResult) => paths.map(({ nodes }) => nodes);
const lengths = ({ paths }: PathResult) => paths.map(({ hops }) => hops.length);

describe('the work', () => {
  test('stays small in a complete graph', () => {
    const graph = buildGraph(completeTies(60), 1);
    const result = findPaths(graph, thing('k0'), thing('k1'), { limit: 50, maxHops: 10 });
    expect(lengths(result)).toEqual([1, ...Array.from({ length: 49 }, () => 2)]);
    expect(result.complete).toBe(true);
    expect(result.steps).toBeLessThan(20_000);
  });

  test('stays small when a dense region hangs on the only way', () => {
    const [front, back] = [thing('front'), thing('back')];
    const ties = [aTie(front, thing('k0')), aTie(thing('k0'), back), ...completeTies(60)];
    const result = between(ties, front, back, { limit: 50, maxHops: 10, hubDegree: null });
    expect([lengths(result), result.complete]).toEqual([[2], true]);
    expect(result.steps).toBeLessThan(50_000);
  });

  test('stays within a few readings of a large network with a long tail', () => {
    const ties = powerLawTies(10_000, 3, 5);
    const graph = buildGraph(ties, 1);
    for (let pair = 0; pair < 20; pair++) {
      const [from, to] = [thing(`n${9_999 - pair}`), thing(`n${5_000 + 7 * pair}`)];
      const result = findPaths(graph, from, to, { limit: 50, maxHops: 10 });
      expect([result.paths.length, result.complete]).toEqual([50, true]);
      expect(result.steps).toBeLessThan(10 * ties.length);
    }
  });

  test('ends with the budget, and what it has listed by then is the beginning of the whole answer', () => {
    const graph = buildGraph(powerLawTies(300, 3, 9), 1);
    const ask = (budget: number) => findPaths(graph, thing('n299'), thing('n298'), { limit: 50, budget });
    const whole = ask(1_000_000);
    expect([whole.complete, whole.paths.length]).toEqual([true, 50]);
    for (let budget = 1; budget < whole.steps; budget += 97) {
      const part = ask(budget);
      expect(part.complete).toBe(false);
      expect(part.steps).toBeLessThanOrEqual(budget);
      expect(part.paths).toEqual(whole.paths.slice(0, part.paths.length));
    }
    expect(ask(whole.steps)).toEqual(whole);
  });
});

describe('against every simple path of a small graph', () => {
  const things = [...'abcdef']
    .map((name) => thing(name))
    .concat(thing('hall', 'place'), thing('flood', 'issue'));
  const node = fc.constantFrom(...things);
  const kind = fc.constantFrom('PARTICIPATION', 'LOCATED_IN', 'ADDRESSES' as const);
  const status = fc.constantFrom(...CLAIM_STATUSES);
  const pair = fc
    .record({ subject: node, object: node, kind, status })
    .map(({ subject, object, ...fields }) => aTie(subject, object, fields));
  const agreement = fc
    .tuple(node, node, fc.uniqueArray(node, { minLength: 1, maxLength: 3 }))
    .map(([x, y, parties]) => aTie(x, y, { kind: 'AGREEMENT', parties }));
  const tie = fc.oneof({ arbitrary: pair, weight: 8 }, { arbitrary: agreement, weight: 1 });
  const ties = fc
    .array(tie, { maxLength: 20, size: 'max' })
    .map((list) => list.map((one, index) => ({ ...one, id: `claim ${String(index).padStart(2, '0')}` })));
  const options: fc.Arbitrary<PathOptions> = fc.record(
    {
      limit: fc.integer({ min: 1, max: 50 }),
      maxHops: fc.integer({ min: 1, max: 10 }),
      hubDegree: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
      throughPlaces: fc.boolean(),
      excludeNodes: fc.uniqueArray(node, { maxLength: 2 }),
      excludeKinds: fc.uniqueArray(kind, { maxLength: 1 }),
      excludeTypes: fc.subarray(['issue' as const]),
      statuses: fc.uniqueArray(status, { minLength: 1 }),
    },
    { requiredKeys: ['hubDegree'] },
  );

  test('the paths, their order, their claims and the hubs avoided are the same', () => {
    fc.assert(
      fc.property(ties, node, node, options, (list, from, to, chosen) => {
        const expected = bruteForce(list, from, to, chosen);
        const result = between(list, from, to, chosen);
        expect(routes(result)).toEqual(expected.paths.map(({ nodes }) => nodes));
        expect(result.paths.map(({ hops }) => hops.map(({ claims }) => [...claims].sort()))).toEqual(
          expected.paths.map(({ claims }) => claims),
        );
        expect(new Set(result.avoidedHubs)).toEqual(new Set(expected.avoided));
        expect(result.complete).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('no path passes a node twice, and none is listed twice', () => {
    fc.assert(
      fc.property(ties, node, node, options, (list, from, to, chosen) => {
        const found = routes(between(list, from, to, chosen));
        for (const nodes of found) expect(new Set(nodes).size).toBe(nodes.length);
        expect(new Set(found.map((nodes) => nodes.join())).size).toBe(found.length);
      }),
    );
  });

  test('the answer does not depend on the order in which claims were read, and reads the same backwards', () => {
    fc.assert(
      fc.property(ties, fc.infiniteStream(fc.nat()), node, node, options, (list, keys, from, to, chosen) => {
        const shuffled = list
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ one }) => one);
        const result = between(list, from, to, chosen);
        expect(between(shuffled, from, to, chosen)).toEqual(result);
        const all = { ...chosen, limit: 50 };
        const [there, back] = [between(list, from, to, all), between(list, to, from, all)];
        if (there.paths.length < 50)
          expect(new Set(routes(back).map((nodes) => nodes.toReversed().join()))).toEqual(
            new Set(routes(there).map((nodes) => nodes.join())),
          );
      }),
      { numRuns: 100 },
    );
  });
});
