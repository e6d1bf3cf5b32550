import { at, type Graph } from './graph.js';

/** What a search may use, and how much it may work. */
export interface Field {
  readonly graph: Graph;
  readonly from: number;
  readonly to: number;
  /** 1 for a claim whose ties may be passed. */
  readonly passable: Uint8Array;
  readonly maxHops: number;
  /** Counts down with every tie looked at; a search ends when nothing is left. */
  readonly budget: { left: number };
}

/** Farther than any path is long. */
export const FAR = 255;

/**
 * Hops from `start` to every node that `between` marks with 1 and that can be reached within `maxHops` over such nodes;
 * `FAR` for all others. Breadth-first, O(t).
 */
export function distances(field: Field, start: number, between: Uint8Array): Uint8Array {
  const { graph, passable, maxHops, budget } = field;
  const distance = new Uint8Array(graph.nodeIds.length).fill(FAR);
  distance[start] = 0;
  let frontier = [start];
  for (let hops = 1; hops <= maxHops && frontier.length > 0; hops++) {
    const next: number[] = [];
    for (const node of frontier)
      for (let tie = at(graph.rows, node); tie < at(graph.rows, node + 1); tie++) {
        if (budget.left-- <= 0) return distance;
        const other = at(graph.neighbours, tie);
        if (distance[other] !== FAR || between[other] !== 1) continue;
        if (passable[at(graph.tieClaims, tie)] !== 1) continue;
        distance[other] = hops;
        next.push(other);
      }
    frontier = next;
  }
  return distance;
}

/** All paths that begin with `prefix` and do not go on to a node of `banned`; none is shorter than `bound`. */
interface Space {
  readonly prefix: readonly number[];
  readonly banned: readonly number[];
  readonly bound: number;
}

interface Found {
  readonly space: Space;
  readonly path: readonly number[];
}

/**
 * The simple paths between the ends of the field over nodes that `between` marks, as node indexes: shortest first, those
 * of one length in lexicographic order. Ends early, with nothing missing from the middle, when the budget runs out.
 *
 * Yen's algorithm (J. Y. Yen, "Finding the K shortest loopless paths in a network", Management Science 17(11), 1971,
 * 712-716): each path found splits the space of those not yet found by where they leave it. Two things are added.
 * Lawler's split (E. L. Lawler, Management Science 18(7), 1972, 401-405) makes the parts disjoint, so that no path is
 * found twice. And a part is searched only when its lower bound is due, and only where the hops so far and those still
 * needed stay within the bound, which most parts never pay for.
 *
 * For k paths of at most h hops in a graph of t ties: at most k·h parts, each searched at most h times: O(k·h²·t), and
 * usually far less. Depth-first enumeration, which is simpler, takes exponential time to learn that a dense region
 * behind a bridge holds no path.
 */
export function* simplePaths(field: Field, between: Uint8Array): Generator<readonly number[]> {
  const search = searcher(field, distances(field, field.to, between));
  let waiting: Space[] = [{ prefix: [field.from], banned: [], bound: 1 }];
  for (let length = 1; length <= field.maxHops; length++) {
    let due = waiting.filter(({ bound }) => bound === length);
    waiting = waiting.filter(({ bound }) => bound > length);
    const found: Found[] = [];
    do {
      for (const space of due) {
        const result = search(space);
        if (typeof result === 'object') found.push({ space, path: result });
        else waiting.push({ ...space, bound: result });
      }
      if (field.budget.left < 0) return;
      const best = takeFirst(found);
      if (best) yield best.path;
      due = best ? partsWithout(best, length) : [];
    } while (due.length > 0);
  }
}

/** What is left of a space without its best path, in disjoint parts: one for each node where a path can leave it. */
function partsWithout({ space, path }: Found, bound: number): Space[] {
  const spur = space.prefix.length - 1;
  return path.slice(spur, -1).map((_, offset) => {
    const leaves = spur + offset;
    const onward = path.slice(leaves + 1, leaves + 2);
    const banned = offset === 0 ? [...space.banned, ...onward] : onward;
    return { prefix: path.slice(0, leaves + 1), banned, bound };
  });
}

/** Takes the lexicographically first path out of a list of paths of one length. */
function takeFirst(found: Found[]): Found | undefined {
  let first = 0;
  for (const [index, { path }] of found.entries()) {
    const other = found[first]?.path ?? [];
    const differs = path.findIndex((node, place) => node !== other[place]);
    if ((path[differs] ?? 0) < (other[differs] ?? 0)) first = index;
  }
  return found.splice(first, 1)[0];
}

/**
 * Searches a space for its lexicographically first path of the length `bound`. When there is none, returns the next
 * length that is possible (infinite: the space is empty). Nodes are met in the order of the best paths to them,
 * because rows are sorted and the queue is first in, first out: the first path to arrive is the one wanted.
 */
function searcher({ graph, to, passable, budget }: Field, toGo: Uint8Array) {
  const nodes = graph.nodeIds.length;
  const [queue, parents, seen, hops] = [0, 1, 2, 3].map(() => new Uint32Array(nodes)) as Scratch;
  let round = 0;
  return ({ prefix, banned, bound }: Space): readonly number[] | number => {
    const spur = prefix.at(-1) ?? to;
    let nextBound = Number.POSITIVE_INFINITY;
    round++;
    for (const node of prefix) seen[node] = round;
    queue[0] = spur;
    hops[spur] = prefix.length - 1;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = at(queue, head);
      const depth = at(hops, node) + 1;
      for (let tie = at(graph.rows, node); tie < at(graph.rows, node + 1); tie++) {
        if (budget.left-- <= 0) return Number.POSITIVE_INFINITY;
        const other = at(graph.neighbours, tie);
        const rest = at(toGo, other);
        if (rest === FAR || seen[other] === round || passable[at(graph.tieClaims, tie)] !== 1) continue;
        if (node === spur && banned.includes(other)) continue;
        if (depth + rest > bound) {
          nextBound = Math.min(nextBound, depth + rest);
          continue;
        }
        seen[other] = round;
        parents[other] = node;
        hops[other] = depth;
        if (other === to) return [...prefix, ...trail(parents, spur, to)];
        queue[tail++] = other;
      }
    }
    return nextBound;
  };
}

type Scratch = [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** The nodes from after `start` to `end`. */
function trail(parents: Uint32Array, start: number, end: number): number[] {
  const nodes: number[] = [];
  for (let node = end; node !== start; node = at(parents, node)) nodes.push(node);
  return nodes.reverse();
}
