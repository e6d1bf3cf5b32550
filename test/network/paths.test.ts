import { describe, expect, test } from '@jest/globals';
import { CLAIM_STATUSES } from '../../src/domain/kinds.js';
import { buildGraph, type Tie } from '../../src/network/graph.js';
import { findPaths, type PathOptions, type PathResult } from '../../src/network/paths.js';
import { aTie, thing, tiesOf } from './ties.js';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => thing(name)) as [string, string, string, string];
const between = (ties: readonly Tie[], from: string, to: string, options?: PathOptions) =>
  findPaths(buildGraph(ties, 1), from, to, options);
const routes = ({ paths }: PathResult) => paths.map(({ nodes }) => nodes);
const lengths = ({ paths }: PathResult) => paths.map(({ hops }) => hops.length);
const [hall, city] = [thing('hall', 'place'), thing('city', 'place')];

/** n ways of two hops from a to b, each over a node of its own. */
const fan = (n: number) =>
  Array.from({ length: n }, (_, index) => thing(`middle ${index}`)).flatMap((middle) => [
    aTie(a, middle),
    aTie(middle, b),
  ]);
/** A node with that many neighbours of its own, which lead nowhere. */
const crowd = (centre: string, size: number) =>
  Array.from({ length: size }, (_, index) => aTie(centre, thing(`${centre} ${index}`)));

describe('paths between two nodes', () => {
  test('are listed shortest first, each hop with its claims', () => {
    const [ab, ac, cb] = [aTie(a, b), aTie(a, c), aTie(b, c)];
    const result = between([cb, ac, ab], a, b);
    expect(routes(result)).toEqual([
      [a, b],
      [a, c, b],
    ]);
    expect(result.paths[1]?.hops).toEqual([
      { from: a, to: c, claims: [ac.id] },
      { from: c, to: b, claims: [cb.id] },
    ]);
    expect(result.complete).toBe(true);
  });

  test('of one length are in the order of their node ids', () => {
    const found = routes(between(fan(30), a, b, { limit: 50 }));
    expect(found.length).toBe(30);
    expect(found).toEqual([...found].sort());
  });

  test('are as many as asked for, at most', () => {
    expect(between(fan(12), a, b, { limit: 4 }).paths.length).toBe(4);
    expect(between(fan(12), a, b).paths.length).toBe(10);
  });

  test('are no longer than asked for', () => {
    const chain = tiesOf(['ac', 'cd', 'de', 'ef', 'fg', 'gb']);
    expect(lengths(between(chain, a, b))).toEqual([6]);
    expect(routes(between(chain, a, b, { maxHops: 5 }))).toEqual([]);
    const longer = tiesOf(['ac', 'cd', 'de', 'ef', 'fg', 'gh', 'hb']);
    expect(routes(between(longer, a, b))).toEqual([]);
  });

  test('do not exist from a node to itself, to a stranger, or to where nothing leads', () => {
    const ties = tiesOf(['ab', 'cd']);
    for (const [from, to] of [
      [a, a],
      [a, thing('stranger')],
      [thing('stranger'), a],
      [a, c],
    ] as const)
      expect(between(ties, from, to)).toMatchObject({ paths: [], complete: true, avoidedHubs: [] });
  });

  test('list parallel claims at one hop, best first, and not as paths of their own', () => {
    const verified = aTie(b, a, { status: 'VERIFIED' });
    const disputed = aTie(a, b, { status: 'DISPUTED' });
    const deprecated = aTie(a, b, { rank: 'DEPRECATED' });
    const result = between([deprecated, disputed, verified], a, b);
    expect(result.paths.map(({ hops }) => hops.map(({ claims }) => claims))).toEqual([
      [[verified.id, disputed.id, deprecated.id]],
    ]);
  });

  test('join any two of the three parties of an agreement directly', () => {
    const mou = aTie(a, b, { kind: 'AGREEMENT', role: null, parties: [c] });
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      expect(between([mou], from, to).paths[0]?.hops).toEqual([{ from, to, claims: [mou.id] }]);
  });
});

describe('what connects', () => {
  test('a retracted claim never does, even when asked for', () => {
    const ties = [aTie(a, b, { status: 'RETRACTED' }), aTie(a, c), aTie(c, b)];
    expect(lengths(between(ties, a, b))).toEqual([2]);
    expect(lengths(between(ties, a, b, { statuses: [...CLAIM_STATUSES] }))).toEqual([2]);
  });

  test('only claims of the statuses asked for do, and only they are listed', () => {
    const verified = aTie(a, b, { status: 'VERIFIED' });
    const ties = [verified, aTie(a, b), aTie(a, c), aTie(c, b)];
    const result = between(ties, a, b, { statuses: ['VERIFIED'] });
    expect(result.paths.map(({ hops }) => hops)).toEqual([[{ from: a, to: b, claims: [verified.id] }]]);
  });

  test('a place does not, unless asked: to be in the same city is no connection', () => {
    const ties = [a, b].map((actor) => aTie(actor, hall, { kind: 'LOCATED_IN', role: null }));
    expect(routes(between(ties, a, b))).toEqual([]);
    expect(routes(between(ties, a, b, { throughPlaces: true }))).toEqual([[a, hall, b]]);
    expect(routes(between(ties, a, b, { throughPlaces: true, excludeTypes: ['place'] }))).toEqual([]);
  });

  test('a place at the end does, and so does what is located there', () => {
    const ties = [
      aTie(a, b),
      aTie(b, hall, { kind: 'LOCATED_IN', role: null }),
      aTie(hall, city, { kind: 'PART_OF', role: null }),
    ];
    expect(routes(between(ties, a, hall))).toEqual([[a, b, hall]]);
    expect(routes(between(ties, hall, city))).toEqual([[hall, city]]);
    expect(routes(between(ties, a, city))).toEqual([]);
  });

  test('nodes, types and kinds that are excluded do not, except at the ends', () => {
    const issue = thing('flood', 'issue');
    const ties = [
      aTie(a, c),
      aTie(c, b),
      aTie(a, issue, { kind: 'ADDRESSES' }),
      aTie(b, issue, { kind: 'ADDRESSES' }),
    ];
    expect(routes(between(ties, a, b, { excludeNodes: [c, thing('stranger')] }))).toEqual([[a, issue, b]]);
    expect(routes(between(ties, a, b, { excludeTypes: ['issue'] }))).toEqual([[a, c, b]]);
    expect(routes(between(ties, a, b, { excludeKinds: ['ADDRESSES'] }))).toEqual([[a, c, b]]);
    expect(routes(between(ties, a, issue, { excludeTypes: ['issue'], excludeNodes: [a, issue, c] }))).toEqual(
      [[a, issue]],
    );
  });
});

describe('as of a day', () => {
  const connects = (fields: Partial<Tie>, asOf: string, today?: string) =>
    between([aTie(a, b, fields)], a, b, { asOf, ...(today === undefined ? {} : { today }) }).paths.length ===
    1;
  const from2019to2021 = { start: '2019-05', end: '2021', endState: 'KNOWN' } as const;

  test.each([
    ['before it can have begun', from2019to2021, '2019-04-30', false],
    ['when it may have begun', from2019to2021, '2019-05-01', true],
    ['when it may not have ended yet', from2019to2021, '2021-12-31', true],
    ['when it has certainly ended', from2019to2021, '2022-01-01', false],
    ['before the day at which it is known to have held', { at: '2020-03-01' }, '2020-02-29', false],
    ['after the day at which it is known to have held', { at: '2020-03-01' }, '2024-01-01', true],
    ['when nothing is known of its dates', {}, '1945-08-17', true],
    ['when it goes on', { start: '2020', endState: 'ONGOING' } as const, '2024-01-01', true],
  ])('a claim %s', (_, fields, day, expected) => {
    expect(connects(fields, day)).toBe(expected);
  });

  test('a claim that ended on an unknown day may still hold before today, and not from today on', () => {
    const ended = { start: '2015', endState: 'ENDED_UNKNOWN' } as const;
    expect(connects(ended, '2024-05-01')).toBe(true);
    expect(connects(ended, '2024-05-01', '2024-05-02')).toBe(true);
    expect(connects(ended, '2024-05-02', '2024-05-02')).toBe(false);
    expect(connects(ended, '2014-12-31', '2024-05-02')).toBe(false);
  });

  test('left out, every claim connects', () => {
    expect(between([aTie(a, b, from2019to2021)], a, b).paths.length).toBe(1);
  });
});

describe('hubs', () => {
  const office = thing('office');
  const viaOffice = [aTie(a, office), aTie(office, b), ...crowd(office, 200)];
  const aside = [aTie(a, c), aTie(c, d), aTie(d, b)];

  test('are avoided unless asked otherwise, and the answer names those it met', () => {
    const result = between([...viaOffice, ...aside], a, b);
    expect(routes(result)).toEqual([[a, c, d, b]]);
    expect(result.hubDegree).toBe(20);
    expect(result.avoidedHubs).toEqual([{ id: office, degree: 202 }]);
  });

  test('are named also when there is no path without them', () => {
    expect(between(viaOffice, a, b)).toMatchObject({ paths: [], avoidedHubs: [{ id: office, degree: 202 }] });
  });

  test('are passed when the caller avoids none, or sets the bar higher', () => {
    for (const hubDegree of [null, 202]) {
      const result = between([...viaOffice, ...aside], a, b, { hubDegree });
      expect(lengths(result)).toEqual([2, 3]);
      expect([result.hubDegree, result.avoidedHubs]).toEqual([hubDegree, []]);
    }
  });

  test('are never avoided at the ends', () => {
    expect(lengths(between(viaOffice, a, office, { hubDegree: 0 }))).toEqual([1]);
    expect(lengths(between(viaOffice, office, b, { hubDegree: 0 }))).toEqual([1]);
  });

  test('are not named when they lie off every way, or only on ways longer than those listed', () => {
    const faraway = crowd(thing('elsewhere'), 60);
    const result = between([...viaOffice, ...faraway, ...aside, aTie(a, b)], a, b, {
      limit: 1,
      hubDegree: 20,
    });
    expect([lengths(result), result.avoidedHubs]).toEqual([[1], []]);
  });

  test('on the shortest ways are named first, then those of the highest degree', () => {
    const [big, far] = [thing('big'), thing('far')];
    const ties = [
      ...viaOffice,
      ...[aTie(a, big), aTie(big, b), ...crowd(big, 300)],
      ...[aTie(c, far), aTie(far, b), aTie(a, c), ...crowd(far, 400)],
    ];
    const { avoidedHubs } = between(ties, a, b, { hubDegree: 30 });
    expect(avoidedHubs.map(({ id }) => id)).toEqual([big, office, far]);
  });

  test('do not exist in a small graph', () => {
    const result = between(fan(90), a, b, { limit: 50, maxHops: 3 });
    expect(result).toMatchObject({ avoidedHubs: [], complete: true });
  });
});

test.each([
  [{ limit: 0 }, 'limit: "0"; write a whole number from 1 to 50'],
  [{ limit: 51 }, 'limit'],
  [{ maxHops: 11 }, 'maxHops: "11"; write a whole number from 1 to 10'],
  [{ maxHops: 2.5 }, 'maxHops'],
  [{ hubDegree: -1 }, 'hubDegree: "-1"; write a whole number from 0 up'],
  [{ asOf: '2021' }, 'asOf: "2021"; write a day as 2021-12-31'],
  [{ today: '2023-02-29' }, 'today'],
  [{ budget: 0 }, 'budget'],
])('the option %j is refused', (options, message) => {
  expect(() => between(tiesOf(['ab']), a, b, options)).toThrow(message);
});
