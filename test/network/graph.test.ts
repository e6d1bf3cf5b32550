import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM_KINDS, END_STATES, RECORD_TYPES } from '../../src/domain/kinds.js';
import { mayHaveBegunBy, possibleSpan } from '../../src/domain/periods.js';
import {
  at,
  buildGraph,
  claimsBetween,
  dayNumber,
  ENDED_SOME_DAY,
  type Graph,
  NO_TYPE,
  nodeIndex,
} from '../../src/network/graph.js';
import { aTie, completeTies, powerLawTies, thing, tiesOf } from './ties.js';

const degreeOf = (graph: Graph, id: string) => graph.degrees[nodeIndex(graph, id)];
const claimIdsBetween = (graph: Graph, a: string, b: string) =>
  claimsBetween(graph, nodeIndex(graph, a), nodeIndex(graph, b)).map((claim) => graph.claimIds[claim]);
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => thing(name)) as [string, string, string, string];

describe('a graph', () => {
  test('of nothing has no nodes and no ties', () => {
    const graph = buildGraph([], 0);
    expect([graph.nodeIds, graph.claimIds, [...graph.rows]]).toEqual([[], [], [0]]);
    expect(nodeIndex(graph, a)).toBe(-1);
  });

  test('knows every id by its number, and no other id', () => {
    const graph = buildGraph(powerLawTies(200, 2, 1), 7);
    expect(graph.sequence).toBe(7);
    expect(graph.nodeIds.map((id) => nodeIndex(graph, id))).toEqual([...graph.nodeIds.keys()]);
    for (const id of ['', 'zzz', thing('stranger')]) expect(nodeIndex(graph, id)).toBe(-1);
  });

  test('numbers nodes in the order of their ids and says what type each is', () => {
    const place = thing('p', 'place');
    const graph = buildGraph([aTie(a, place), aTie('not-one-of-ours', a)], 1);
    expect(graph.nodeIds).toEqual([...graph.nodeIds].sort());
    expect(graph.nodeTypes[nodeIndex(graph, place)]).toBe(RECORD_TYPES.indexOf('place'));
    expect(graph.nodeTypes[nodeIndex(graph, 'not-one-of-ours')]).toBe(NO_TYPE);
  });

  test('lists a tie in the rows of both ends', () => {
    const graph = buildGraph([aTie(a, b, { kind: 'AFFILIATION' })], 1);
    expect([...graph.neighbours].sort()).toEqual([0, 1]);
    expect(claimIdsBetween(graph, a, b)).toEqual(claimIdsBetween(graph, b, a));
    expect(CLAIM_KINDS[at(graph.claimKinds, 0)]).toBe('AFFILIATION');
  });

  test('keeps parallel claims as ties of their own, best first, and counts their neighbour once', () => {
    const claims = [
      aTie(a, b, { id: 'deprecated', rank: 'DEPRECATED', status: 'VERIFIED' }),
      aTie(a, b, { id: 'disputed', status: 'DISPUTED' }),
      aTie(b, a, { id: 'asserted-2' }),
      aTie(a, b, { id: 'asserted-1' }),
      aTie(a, b, { id: 'verified', status: 'VERIFIED' }),
      aTie(a, b, { id: 'preferred', rank: 'PREFERRED', status: 'DISPUTED' }),
    ];
    const graph = buildGraph([...claims, aTie(a, c)], 1);
    expect(claimIdsBetween(graph, a, b)).toEqual([
      'preferred',
      'verified',
      'asserted-1',
      'asserted-2',
      'disputed',
      'deprecated',
    ]);
    expect([degreeOf(graph, a), degreeOf(graph, b)]).toEqual([2, 1]);
  });

  test('holds no retracted claim, nor a node that nothing else joins', () => {
    const graph = buildGraph([aTie(a, b), aTie(b, c, { status: 'RETRACTED' })], 1);
    expect([graph.nodeIds.length, nodeIndex(graph, c), degreeOf(graph, b)]).toEqual([2, -1, 1]);
  });

  test('ties every two of the three parties of an agreement by the one claim', () => {
    const graph = buildGraph([aTie(a, b, { id: 'mou', kind: 'AGREEMENT', role: null, parties: [c] })], 1);
    for (const [x, y] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      expect(claimIdsBetween(graph, x, y)).toEqual(['mou']);
    expect([...graph.degrees]).toEqual([2, 2, 2]);
    expect(graph.neighbours.length).toBe(6);
  });

  test('ties nothing to itself, whatever a claim says', () => {
    const graph = buildGraph([aTie(a, a), aTie(b, c, { kind: 'AGREEMENT', parties: [b] })], 1);
    expect([degreeOf(graph, a), degreeOf(graph, b), degreeOf(graph, c)]).toEqual([0, 1, 1]);
  });

  test('is the same for every order of its ties', () => {
    const ties = [
      ...powerLawTies(60, 3, 2),
      aTie(a, b, { kind: 'AGREEMENT', parties: [c, d], start: '2021' }),
      aTie(b, a, { status: 'VERIFIED', endState: 'ENDED_UNKNOWN' }),
    ];
    const graph = buildGraph(ties, 1);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ties, { minLength: ties.length, maxLength: ties.length }),
        (shuffled) => {
          expect(buildGraph(shuffled, 1)).toEqual(graph);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('refuses to read past the end of an array', () => {
    expect(() => at(new Uint8Array(2), 2)).toThrow(RangeError);
  });
});

test('rows are sorted, symmetric, and their lengths and degrees are those of the ties', () => {
  const letters = fc.constantFrom(...'abcdefg');
  const pairs = fc.array(fc.tuple(letters, letters), { maxLength: 30 });
  fc.assert(
    fc.property(pairs, (list) => {
      const ties = list.map(([x, y], index) => aTie(thing(x), thing(y), { id: `claim ${index}` }));
      const graph = buildGraph(ties, 1);
      for (const [node, id] of graph.nodeIds.entries()) {
        const [first, end] = [at(graph.rows, node), at(graph.rows, node + 1)];
        const row = [...graph.neighbours.subarray(first, end)];
        const others = ties.flatMap(({ subject, object }) =>
          subject === object ? [] : subject === id ? [object] : object === id ? [subject] : [],
        );
        expect(row.map((other) => graph.nodeIds[other])).toEqual(others.sort());
        expect(graph.degrees[node]).toBe(new Set(others).size);
      }
    }),
  );
});

test('the days of a claim agree with the domain for every period and day', () => {
  const dates = fc.constantFrom(null, '2020', '2020-06', '2020-06-15', '2021~', '2021-02-28', '202X');
  const periods = fc.record({
    start: dates,
    end: dates,
    at: dates,
    endState: fc.constantFrom(...END_STATES),
  });
  const days = fc.constantFrom(
    '2019-12-31',
    '2020-01-01',
    '2020-06-15',
    '2021-02-28',
    '2021-12-31',
    '2030-01-01',
  );
  fc.assert(
    fc.property(periods, days, (period, day) => {
      const graph = buildGraph([aTie(a, b, period)], 1);
      expect(at(graph.begins, 0) <= dayNumber(day)).toBe(mayHaveBegunBy(period, day));
      if (period.endState === 'ENDED_UNKNOWN') expect(graph.ends[0]).toBe(ENDED_SOME_DAY);
      else expect(graph.ends[0]).toBe(dayNumber(possibleSpan(period).latest));
    }),
  );
});

describe('the degree above which a node is a hub', () => {
  const star = (leaves: number, name = 'centre') =>
    Array.from({ length: leaves }, (_, leaf) => aTie(thing(name), thing(`${name} ${leaf}`)));

  test('spares every node of a graph with fewer than a hundred', () => {
    const graph = buildGraph(star(98), 1);
    expect(Math.max(...graph.degrees)).toBe(98);
    expect(graph.hubDegree).toBe(98);
    expect(buildGraph(completeTies(60), 1).hubDegree).toBe(59);
  });

  test('is met by the one node in a hundred that everything meets at', () => {
    expect(buildGraph(star(99), 1).hubDegree).toBe(20);
  });

  test('is never below 20, nor below the root of the number of nodes', () => {
    const many = Array.from({ length: 50 }, (_, index) => star(20, `centre ${index}`)).flat();
    expect(buildGraph(many, 1).hubDegree).toBe(32);
    expect(buildGraph(tiesOf(['ab', 'bc']), 1).hubDegree).toBe(20);
  });

  test('makes at most one node in a hundred a hub', () => {
    const graph = buildGraph(completeTies(150), 1);
    expect(graph.degrees.filter((degree) => degree > graph.hubDegree).length).toBeLessThanOrEqual(1);
  });
});
