import { at } from './graph.js';
import type { SimpleNetwork } from './simple-network.js';

/**
 * The two-mode network of rows of incidence: `actors` and `others` hold numbers of nodes, whose `ids` are in order and
 * whose `modes` differ within a row. A tie has the weight 1; `counts` says how many rows each entry of `neighbours` stands
 * for. As `buildNetwork` would make it of the ids, without a look at any: time O(n + c) for c rows.
 */
export function twoModeNetwork(
  ids: readonly string[],
  modes: Uint8Array,
  actors: Uint32Array,
  others: Uint32Array,
): { readonly network: SimpleNetwork; readonly counts: Uint32Array } {
  const starts = startsOf(ids.length, actors, others);
  const byRow = filler(starts);
  for (let row = 0; row < actors.length; row++) {
    byRow.add(at(actors, row), at(others, row));
    byRow.add(at(others, row), at(actors, row));
  }
  // Written once more from the neighbours' side, in the order of nodes, which sorts the entries of each.
  const sorted = filler(starts);
  for (let node = 0; node < ids.length; node++)
    for (let entry = at(starts, node); entry < at(starts, node + 1); entry++)
      sorted.add(at(byRow.entries, entry), node);
  const { rows, neighbours, counts } = merged(starts, sorted.entries);
  const weights = new Float64Array(neighbours.length).fill(1);
  return { network: { ids, directed: false, modes, rows, neighbours, weights }, counts };
}

/** Where the entries of each node begin, one for each row at whose end it is. */
function startsOf(nodes: number, actors: Uint32Array, others: Uint32Array): Uint32Array {
  const starts = new Uint32Array(nodes + 1);
  for (const ends of [actors, others]) for (const node of ends) starts[node + 1] = at(starts, node + 1) + 1;
  for (let node = 0; node < nodes; node++) starts[node + 1] = at(starts, node + 1) + at(starts, node);
  return starts;
}

function filler(starts: Uint32Array) {
  const next = starts.slice();
  const entries = new Uint32Array(at(starts, starts.length - 1));
  const add = (node: number, other: number) => {
    const place = at(next, node);
    next[node] = place + 1;
    entries[place] = other;
  };
  return { entries, add };
}

/** The runs of equal entries of each node, with their lengths. */
function merged(starts: Uint32Array, entries: Uint32Array) {
  const rows = new Uint32Array(starts.length);
  const neighbours = new Uint32Array(entries.length);
  const counts = new Uint32Array(entries.length);
  let length = 0;
  for (let node = 0; node + 1 < starts.length; node++) {
    const first = at(starts, node);
    for (let entry = first; entry < at(starts, node + 1); entry++) {
      if (entry === first || entries[entry] !== entries[entry - 1]) neighbours[length++] = at(entries, entry);
      counts[length - 1] = at(counts, length - 1) + 1;
    }
    rows[node + 1] = length;
  }
  return { rows, neighbours: neighbours.slice(0, length), counts: counts.slice(0, length) };
}
