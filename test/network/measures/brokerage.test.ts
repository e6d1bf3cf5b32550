import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BROKERAGE } from '../../../src/network/measures/brokerage.js';
import { describeAgreement, jsonOf, named } from './agreement.js';
import { differences } from './group-vectors.js';
import { drawn, inputOfDrawn, relabelled, renamed, table } from './random-networks.js';

const [DIRECTED, UNDIRECTED, BOTH] = [
  'gouldFernandez',
  'gouldFernandezUndirected',
  'gouldFernandezSymmetricDirected',
].map((id) => named(BROKERAGE, id)) as [
  (typeof BROKERAGE)[number],
  (typeof BROKERAGE)[number],
  (typeof BROKERAGE)[number],
];

type Roles = Record<string, Record<string, number>>;

describeAgreement(BROKERAGE, 3 * 2 + 2);

it('needs groups', () => {
  const input = { ...inputOfDrawn({ ids: ['a'], groups: [], ties: [] }), groups: null };
  for (const measure of BROKERAGE) expect(measure.compute(input, {})).toBeNull();
});

describe('of any network', () => {
  it('is what trying every triple gives', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const input = inputOfDrawn(network, true);
        expect(jsonOf(DIRECTED, input)).toEqual(slowRoles(input));
      }),
    );
  });

  it('ignores direction in the undirected form, and counts pairs twice when ties run both ways', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const [directed, input] = [inputOfDrawn(network, true), inputOfDrawn(network)];
        const once = jsonOf(UNDIRECTED, input) as Roles;
        expect(jsonOf(UNDIRECTED, directed)).toEqual(once);
        for (const [id, twice] of Object.entries(jsonOf(BOTH, input) as Roles)) {
          const {
            coordinator = 0,
            itinerant = 0,
            gatekeeper = 0,
            representative,
            liaison = 0,
            total,
          } = once[id] ?? {};
          expect(twice).toEqual({
            coordinator: 2 * coordinator,
            itinerant: 2 * itinerant,
            gatekeeper,
            representative,
            liaison: 2 * liaison,
            total: 2 * (total ?? 0),
          });
          expect(total).toBe(coordinator + itinerant + gatekeeper + liaison);
        }
      }),
    );
  });

  it('is the same under other names; turned round, gatekeepers are representatives', () => {
    fc.assert(
      fc.property(drawn, (network) => {
        // `relabelled` also turns every tie round, which is nothing to undirected ones.
        const turned = jsonOf(DIRECTED, inputOfDrawn(relabelled(network), true)) as Roles;
        const moved = Object.entries(jsonOf(DIRECTED, inputOfDrawn(network, true)) as Roles).map(
          ([id, { gatekeeper, representative, ...roles }]) => [
            renamed(id),
            { ...roles, gatekeeper: representative, representative: gatekeeper },
          ],
        );
        expect(differences(turned, Object.fromEntries(moved), 0)).toEqual([]);
      }),
    );
  });
});

it('counts nothing over a node without a group', () => {
  const ties = [
    ['a', 'b', 1],
    ['b', 'c', 1],
  ] as const;
  const roles = (groups: ReadonlyArray<string | undefined>) =>
    (jsonOf(UNDIRECTED, inputOfDrawn({ ids: ['a', 'b', 'c'], groups, ties })) as Roles).b?.total;
  expect(roles(['x', 'x', 'y'])).toBe(1);
  expect(roles([undefined, 'x', 'y'])).toBe(0);
  expect(roles(['x', undefined, 'y'])).toBe(0);
  expect(roles(['x', 'x', undefined])).toBe(0);
});

/** By the definition: every triple. O(n³). */
function slowRoles(input: ReturnType<typeof inputOfDrawn>): Roles {
  const [ties, groups] = [table(input), input.groups?.of ?? new Int32Array()];
  const roles = Array.from(groups, () => ({
    coordinator: 0,
    itinerant: 0,
    gatekeeper: 0,
    representative: 0,
    liaison: 0,
    total: 0,
  }));
  const tied = (a: number, b: number) => (ties[a]?.[b] ?? 0) > 0;
  for (const i of groups.keys())
    for (const j of groups.keys())
      for (const k of groups.keys()) {
        if (new Set([i, j, k]).size < 3 || !tied(i, j) || !tied(j, k) || tied(i, k)) continue;
        const [a, b, c] = [groups[i], groups[j], groups[k]];
        const counted = roles[j];
        if (a === -1 || b === -1 || c === -1 || counted === undefined) continue;
        counted.total++;
        if (a === b && b === c) counted.coordinator++;
        else if (a === c) counted.itinerant++;
        else if (a === b) counted.representative++;
        else if (b === c) counted.gatekeeper++;
        else counted.liaison++;
      }
  return Object.fromEntries(input.network.ids.map((id, node) => [id, roles[node]])) as Roles;
}
