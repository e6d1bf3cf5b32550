import { z } from 'zod';
import type { Measure, MeasureInput, MeasureValue } from '../measure.js';
import { nodesOfMode, projectOn } from '../project.js';
import { ACTOR, type SimpleNetwork } from '../simple-network.js';

/**
 * Brokerage of actors in a two-mode network, after the idea of Jasny & Lubell (2015) to carry the roles of Gould & Fernandez
 * (1989) over to two modes. Their article was not at hand when this was written: what follows is our own definition, and
 * figures need not equal those of their procedure.
 *
 * Actor i brokers a chain a – p – i – q – b of actors a, i, b and initiatives p, q when a and b have no initiative in common
 * (so p and q differ). Each chain counts once, from whichever end it is read: no direction is known. A pair that i joins
 * through several initiatives counts several times, which a count in the projection would not show. The roles are by the
 * groups of the three actors; chains with an actor of no group are left out, and initiatives have none.
 */
interface Roles {
  readonly coordinator: Float64Array;
  readonly itinerant: Float64Array;
  readonly gatekeeper: Float64Array;
  readonly liaison: Float64Array;
}

function roleOf(broker: number, one: number, other: number): keyof Roles {
  if (one === other) return one === broker ? 'coordinator' : 'itinerant';
  return one === broker || other === broker ? 'gatekeeper' : 'liaison';
}

/** Adds `chains` to what actor i does in that role. */
type Count = (role: keyof Roles, chains: number) => void;

/** All chains of two partners of i, open or not: from the sums of s by group, with s the initiatives that i shares. */
function countAll(broker: number, sums: Float64Array, squares: Float64Array, count: Count): void {
  const own = sums[broker] as number;
  const rest = sums.reduce((total, sum) => total + sum, 0) - own;
  let restSquared = 0;
  for (const [group, sum] of sums.entries()) {
    const chains = (sum ** 2 - (squares[group] as number)) / 2;
    count(roleOf(broker, group, group), chains);
    if (group !== broker) restSquared += sum ** 2;
  }
  count('gatekeeper', own * rest);
  count('liaison', (rest ** 2 - restSquared) / 2);
}

/** Takes off the chains of two partners of i that have an initiative in common: `shared` has s of each partner, else 0. */
function discountClosed(
  { rows, neighbours }: SimpleNetwork,
  groups: Int32Array,
  actor: number,
  shared: Float64Array,
  closed: Float64Array,
  count: Count,
): void {
  for (let tie = rows[actor] as number; tie < (rows[actor + 1] as number); tie++) {
    const one = neighbours[tie] as number;
    if (groups[one] === -1) continue;
    // This is where the time goes: by group first, so that a role is looked up for each group and not for each pair.
    closed.fill(0);
    const first = rows[one] as number;
    for (let at = (rows[one + 1] as number) - 1; at >= first; at--) {
      const other = neighbours[at] as number;
      if (other < one) break;
      const group = groups[other] as number;
      if (group !== -1) closed[group] = (closed[group] as number) + (shared[other] as number);
    }
    for (const [group, sum] of closed.entries())
      if (sum !== 0)
        count(roleOf(groups[actor] as number, groups[one] as number, group), -(shared[one] as number) * sum);
  }
}

function brokerage(projected: SimpleNetwork, groups: Int32Array, categories: number): Roles {
  const { ids, rows, neighbours, weights } = projected;
  const zeros = () => new Float64Array(ids.length);
  const roles = { coordinator: zeros(), itinerant: zeros(), gatekeeper: zeros(), liaison: zeros() };
  const shared = zeros();
  const closed = new Float64Array(categories);
  for (const actor of ids.keys()) {
    const group = groups[actor] as number;
    if (group === -1) continue;
    const [sums, squares] = [new Float64Array(categories), new Float64Array(categories)];
    const row = neighbours.subarray(rows[actor], rows[actor + 1]);
    for (const [place, partner] of row.entries()) {
      const s = weights[(rows[actor] as number) + place] as number;
      const of = groups[partner] as number;
      shared[partner] = s;
      if (of === -1) continue;
      sums[of] = (sums[of] as number) + s;
      squares[of] = (squares[of] as number) + s * s;
    }
    const count: Count = (role, chains) => {
      roles[role][actor] = (roles[role][actor] as number) + chains;
    };
    countAll(group, sums, squares, count);
    discountClosed(projected, groups, actor, shared, closed, count);
    for (const partner of row) shared[partner] = 0;
  }
  return roles;
}

function compute({ network, groups }: MeasureInput): MeasureValue | null {
  if (network.modes === null || groups === null) return null;
  const nodes = nodesOfMode(network, ACTOR);
  const groupOf = Int32Array.from(nodes, (node) => groups.of[node] as number);
  const roles = brokerage(projectOn(network, ACTOR), groupOf, groups.categories.length);
  for (const role of Object.values(roles) as Float64Array[])
    for (const [place, group] of groupOf.entries()) if (group === -1) role[place] = Number.NaN;
  const { coordinator, itinerant, gatekeeper, liaison } = roles;
  const total = coordinator.map(
    (chains, place) =>
      chains + (itinerant[place] as number) + (gatekeeper[place] as number) + (liaison[place] as number),
  );
  return { of: 'NODES', nodes, columns: { ...roles, total } };
}

export const TWO_MODE_BROKERAGES: readonly Measure[] = [
  {
    id: 'twoModeBrokerage',
    names: { id: 'Perantaraan dua-mode', en: 'Two-mode brokerage' },
    definition: {
      id: 'Seberapa sering seorang pelaku menghubungkan dua pelaku yang tidak pernah ikut kegiatan yang sama: yang satu ditemuinya di satu kegiatan, yang lain di kegiatan lain. Koordinator: ketiganya segolongan (misalnya satu heliks); pengembara: dua mitra segolongan, perantaranya lain; penjaga gerbang: satu mitra segolongan dengan perantara; penghubung: ketiganya berbeda. Definisi ini dirumuskan sendiri dari gagasan Jasny & Lubell; angkanya tidak harus sama dengan prosedur mereka.',
      en: 'How often an actor links two actors who never take part in the same initiative: it meets one in one initiative, the other in another. Coordinator: all three of one group (such as a helix); itinerant: two partners of one group, the broker of another; gatekeeper: one partner of the group of the broker; liaison: three groups. Our own definition from the idea of Jasny & Lubell; figures need not equal those of their procedure.',
    },
    formula:
      'Σ over pairs {a, b} of partners of i with s_ab = 0 of s_ai s_ib, by role; s the number of shared initiatives: the chains a – p – i – q – b, each once',
    forms: ['TWO_MODE'],
    weighted: false,
    range: '0 and more',
    undefinedWhen: {
      id: 'Tidak terdefinisi bagi pelaku tanpa golongan; rantai dengan mitra tanpa golongan tidak dihitung.',
      en: 'Undefined for an actor of no group; chains with a partner of no group are left out.',
    },
    citations: ['jasny-lubell-2015', 'gould-fernandez-1989'],
    cost: 'O(Σ d²), d the degrees in the projection on actors',
    parameters: z.strictObject({}),
    compute,
  },
];
