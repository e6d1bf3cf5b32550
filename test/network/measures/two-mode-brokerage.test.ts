import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MeasureInput } from '../../../src/network/measure.js';
import { TWO_MODE_BROKERAGES } from '../../../src/network/measures/two-mode-brokerage.js';
import { ACTOR, buildNetwork, isTied, type SimpleNetwork } from '../../../src/network/simple-network.js';
import { named } from './agreement.js';
import {
  type Incidence,
  incidences,
  inputWith,
  measured,
  twoMode,
  twoModeCases,
} from './two-mode-vectors.js';

const brokerage = (input: MeasureInput) => measured(named(TWO_MODE_BROKERAGES, 'twoModeBrokerage'), input);

/** Groups by the names of actors; what is not named has none. */
function grouped(network: SimpleNetwork, groups: Readonly<Record<string, string>>): MeasureInput {
  const categories = [...new Set(Object.values(groups))].sort();
  const of = Int32Array.from(network.ids, (id) => categories.indexOf(groups[id] ?? ''));
  return inputWith(network, { groups: { categories, of } });
}

/** a0 and a1 meet in p0, a1 and a2 in p1: a1 is the broker of a0 and a2. */
const chain = twoMode({
  actors: 3,
  initiatives: 2,
  ties: [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 1],
  ],
}).network;
const none = { coordinator: 0, itinerant: 0, gatekeeper: 0, liaison: 0, total: 0 };

describe('two-mode brokerage', () => {
  test.each([
    ['coordinator', 'xxx'],
    ['itinerant', 'xyx'],
    ['gatekeeper', 'xxy'],
    ['gatekeeper', 'yxx'],
    ['liaison', 'xyz'],
  ])('is that of a %s in groups %s', (role, [one = '', broker = '', other = '']) => {
    const input = grouped(chain, { a0: one, a1: broker, a2: other });
    expect(brokerage(input)).toEqual({ a0: none, a1: { ...none, [role]: 1, total: 1 }, a2: none });
  });

  test('counts each initiative through which a partner is reached', () => {
    const { network } = twoMode({
      actors: 3,
      initiatives: 5,
      // a0 and a1 meet three times, a1 and a2 twice.
      ties: [0, 1, 2, 3, 4].flatMap((p): Incidence['ties'] => [[1, p], p < 3 ? [0, p] : [2, p]]),
    });
    const roles = brokerage(grouped(network, { a0: 'x', a1: 'y', a2: 'x' }));
    expect(roles).toMatchObject({ a1: { ...none, itinerant: 6, total: 6 } });
  });

  test('is none between partners who meet somewhere without the broker', () => {
    const { network } = twoMode({
      actors: 3,
      initiatives: 3,
      ties: [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1],
        [0, 2],
        [2, 2],
      ],
    });
    expect(brokerage(grouped(network, { a0: 'x', a1: 'y', a2: 'z' }))).toEqual({
      a0: none,
      a1: none,
      a2: none,
    });
  });

  test('leaves out who has no group, and tells nothing of it', () => {
    const unknown = { coordinator: null, itinerant: null, gatekeeper: null, liaison: null, total: null };
    expect(brokerage(grouped(chain, { a0: 'x', a1: 'x' }))).toEqual({ a0: none, a1: none, a2: unknown });
    expect(brokerage(inputWith(chain))).toBeNull();
    const oneMode = buildNetwork({ ids: ['a'], ties: [] }).network;
    expect(brokerage(grouped(oneMode, { a: 'x' }))).toBeNull();
  });

  test('counts the chains that a walk along all of them finds', () => {
    fc.assert(
      fc.property(
        incidences,
        fc.array(fc.constantFrom('x', 'y', 'z', ''), { minLength: 7, maxLength: 7 }),
        (drawn, groups) => {
          const { network } = twoMode(drawn);
          const named = groups.flatMap((group, index) =>
            group === '' ? [] : [[`a${index}`, group] as const],
          );
          const input = grouped(network, Object.fromEntries(named));
          expect(brokerage(input)).toEqual(chainsOf(input));
        },
      ),
    );
  });

  test('in hexa12 is what that walk finds, and there is some', () => {
    const { input } = twoModeCases().find(({ name }) => name === 'hexa12') ?? { input: inputWith(chain) };
    expect(brokerage(input)).toEqual(chainsOf(input));
    expect(brokerage(input)).toMatchObject({ com1: { total: expect.any(Number) }, fin2: none });
    expect(Object.values(chainsOf(input)).some(({ total }) => (total ?? 0) > 0)).toBe(true);
  });
});

/** Walks a – p – i – q – b for each actor i, a before b, and asks of each whether a and b share an initiative. */
function chainsOf({ network, groups }: MeasureInput) {
  const { ids, modes, rows, neighbours } = network;
  const next = (node: number) => [...neighbours.subarray(rows[node], rows[node + 1])];
  const groupOf = (node: number) => groups?.of[node] ?? -1;
  const open = (a: number, b: number) => !next(a).some((p) => isTied(network, b, p));
  const actors = [...ids.keys()].filter((node) => modes?.[node] === ACTOR);
  return Object.fromEntries(
    actors.map((i) => {
      const count: Record<string, number | null> = { ...none };
      for (const p of next(i))
        for (const a of next(p))
          for (const q of next(i))
            for (const b of next(q)) {
              const [ga, gi, gb] = [a, i, b].map(groupOf);
              if (a >= b || a === i || b === i || !open(a, b) || [ga, gi, gb].includes(-1)) continue;
              const distinct = new Set([ga, gi, gb]).size;
              const role =
                distinct === 1
                  ? 'coordinator'
                  : distinct === 3
                    ? 'liaison'
                    : ga === gb
                      ? 'itinerant'
                      : 'gatekeeper';
              count[role] = (count[role] ?? 0) + 1;
              count.total = (count.total ?? 0) + 1;
            }
      const unknown = Object.fromEntries(Object.keys(count).map((role) => [role, null]));
      return [ids[i] ?? '', groupOf(i) === -1 ? unknown : count];
    }),
  );
}
