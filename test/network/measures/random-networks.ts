import fc from 'fast-check';
import type { MeasureInput } from '../../../src/network/measure.js';
import { buildNetwork, type RawTie } from '../../../src/network/simple-network.js';
import { groupsOf } from './group-vectors.js';

/** A small network to try properties on: nodes by name, the group of each (some have none), and ties. */
export interface Drawn {
  readonly ids: readonly string[];
  readonly groups: ReadonlyArray<string | undefined>;
  readonly ties: readonly RawTie[];
}

/** Up to nine nodes, isolates among them; ties with weights from 1 to 5, each pair (in one order) at most once. */
export const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    ids: fc.constant(Array.from({ length: n }, (_, index) => `n${index}`)),
    groups: fc.array(fc.constantFrom('x', 'y', 'z', undefined), { minLength: n, maxLength: n }),
    ties: fc
      .uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 5 })), {
        maxLength: 24,
        selector: ([from, to]) => `${from} ${to}`,
      })
      .map((ties) =>
        ties.flatMap(([from, to, weight]): RawTie[] => (from === to ? [] : [[`n${from}`, `n${to}`, weight]])),
      ),
  }),
);

export function inputOfDrawn({ ids, groups, ties }: Drawn, directed = false): MeasureInput {
  const { network } = buildNetwork({ ids, ties, directed });
  const groupOf = new Map(ids.map((id, index) => [id, groups[index]]));
  return { network, groups: groupsOf(network.ids, (id) => groupOf.get(id)), numbers: {}, intervals: null };
}

/** The same network under other names, which are in another order. */
export const renamed = (id: string) => `m${9 - Number(id.slice(1))}`;
export const relabelled = ({ ids, groups, ties }: Drawn): Drawn => ({
  ids: ids.map(renamed),
  groups,
  ties: ties.map(([from, to, weight]) => [renamed(to), renamed(from), weight] as const),
});

/** The weights as a table from each node to each, 0 where there is no tie. */
export function table({ network: { ids, rows, neighbours, weights } }: MeasureInput): number[][] {
  const cells = ids.map(() => new Array<number>(ids.length).fill(0));
  for (const [node, row] of cells.entries())
    for (let at = rows[node] ?? 0; at < (rows[node + 1] ?? 0); at++)
      row[neighbours[at] ?? 0] = weights[at] ?? 0;
  return cells;
}
