import type { SimpleNetwork } from './simple-network.js';

/** Rows of the nodes that have a tie to a node. Those of an undirected network are its own. O(n + m). */
export function incoming({
  directed,
  rows,
  neighbours,
}: SimpleNetwork): Pick<SimpleNetwork, 'rows' | 'neighbours'> {
  if (!directed) return { rows, neighbours };
  const into = new Uint32Array(rows.length);
  for (const to of neighbours) into[to + 1] = (into[to + 1] as number) + 1;
  for (let node = 1; node < into.length; node++)
    into[node] = (into[node] as number) + (into[node - 1] as number);
  const free = into.slice();
  const origins = new Uint32Array(neighbours.length);
  for (let from = 0; from + 1 < rows.length; from++)
    for (let at = rows[from] as number; at < (rows[from + 1] as number); at++) {
      const to = neighbours[at] as number;
      const place = free[to] as number;
      origins[place] = from;
      free[to] = place + 1;
    }
  return { rows: into, neighbours: origins };
}
