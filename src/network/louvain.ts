import { modularity } from './modularity.js';
import { connectedClasses, numberedBySize } from './partitions.js';
import { shuffle } from './sampling.js';
import type { SimpleNetwork } from './simple-network.js';

export interface LouvainOptions {
  readonly weighted: boolean;
  readonly resolution: number;
  /** How often the division found is shaken and the search goes on from there; 0 is plain Louvain. */
  readonly shakes: number;
  readonly random: () => number;
}

/**
 * Communities of an undirected network by search for high modularity, as the community of each node; numbered by size,
 * largest first, then by their first member. An isolate is a community of its own.
 *
 * Louvain (Blondel et al. 2008): nodes move to the neighbouring community that gains most until none gains; then each
 * community is a node, and so on. What is added:
 * - A queue holds the nodes with a changed neighbourhood; the others are not looked at again (Traag, Waltman & van Eck 2019).
 * - All is repeated with single nodes free to move again, until nothing does (Rotta & Noack 2011).
 * - A community that does not hang together is split in its parts, which never lowers modularity.
 * - Shaking: half of the nodes leave and join any community by which they gain, and the search goes on from there; the better
 *   division stays. Taking the largest gain alone can end in the same poor division whatever the order: a path of six nodes
 *   in pairs (Q = 0.26), not in halves (0.3).
 *
 * What is found is a local optimum, good but seldom the only one: run it several times and say how far the runs agree.
 * Time in practice O(shakes · m log n), memory O(n + m).
 *
 * It is our own since the one kept library of JavaScript takes a graph of objects, which costs more than the search, neither
 * repeats nor splits nor shakes, and in 60 runs missed the known best division of two of the reference networks.
 */
export function louvain(network: SimpleNetwork, options: LouvainOptions): Uint32Array {
  const nodes = levelOf(network, options.weighted);
  const search = {
    ...options,
    greedy: true,
    all: nodes.strengths.reduce((sum, strength) => sum + strength, 0),
  };
  let best = climbed(nodes, eachAlone(nodes), search);
  let quality = modularity(network, best, options);
  for (let shake = 0; shake < options.shakes; shake++) {
    const shaken = halfAlone(best, options.random);
    moveNodes(nodes, shaken, { ...search, greedy: false });
    const found = climbed(nodes, shaken, search);
    const reached = modularity(network, found, options);
    if (!(reached > quality)) continue;
    best = found;
    quality = reached;
  }
  return numberedBySize(best);
}

/** Moves nodes and communities, from `membership` on, until no move raises modularity. */
function climbed(nodes: Level, membership: Uint32Array, search: Search): Uint32Array {
  const moved = moveNodes(nodes, membership, search);
  let found = connectedClasses(nodes, membership);
  let merges = false;
  for (let level = merged(nodes, found); ; ) {
    let communities = eachAlone(level);
    if (!moveNodes(level, communities, search)) break;
    merges = true;
    communities = connectedClasses(level, communities);
    found = found.map((community) => communities[community] as number);
    level = merged(level, communities);
  }
  return moved || merges ? climbed(nodes, found, search) : found;
}

/** The division with half of the nodes, drawn at random, each alone. A community is numbered by its first that stays. */
function halfAlone(membership: Uint32Array, random: () => number): Uint32Array {
  const first = new Map<number, number>();
  return membership.map((community, node) => {
    if (random() < 0.5) return node;
    const number = first.get(community) ?? node;
    first.set(community, number);
    return number;
  });
}

/** The network, or that of its communities: ties within a community count in its strength alone. */
interface Level extends Pick<SimpleNetwork, 'rows' | 'neighbours' | 'weights'> {
  readonly strengths: Float64Array;
}

interface Search extends LouvainOptions {
  /** The sum of all strengths, twice the weight of all ties. */
  readonly all: number;
  /** Whether a node takes the community that it gains most by; otherwise any by which it gains. */
  readonly greedy: boolean;
}

const eachAlone = ({ strengths }: Level): Uint32Array => Uint32Array.from(strengths.keys());

function levelOf({ rows, neighbours, weights, ids }: SimpleNetwork, weighted: boolean): Level {
  const counted = weighted ? weights : new Float64Array(weights.length).fill(1);
  const strengths = Float64Array.from(ids, (_, node) =>
    counted.subarray(rows[node], rows[node + 1]).reduce((sum, weight) => sum + weight, 0),
  );
  return { rows, neighbours, weights: counted, strengths };
}

/** A division while nodes move in it. As many communities as nodes have a number; those without members lie in `empty`. */
interface Division {
  readonly membership: Uint32Array;
  readonly strengths: Float64Array;
  readonly sizes: Uint32Array;
  readonly empty: number[];
}

function divisionOf({ strengths }: Level, membership: Uint32Array): Division {
  const [sums, sizes] = [new Float64Array(strengths.length), new Uint32Array(strengths.length)];
  for (const [node, community] of membership.entries()) {
    sums[community] = (sums[community] as number) + (strengths[node] as number);
    sizes[community] = (sizes[community] as number) + 1;
  }
  const empty = [...sizes.keys()].filter((community) => sizes[community] === 0);
  return { membership, strengths: sums, sizes, empty };
}

/** Moves nodes, changing `membership`, until no single move raises modularity; whether any moved. */
function moveNodes(level: Level, membership: Uint32Array, search: Search): boolean {
  const { rows, neighbours, strengths } = level;
  const nodes = strengths.length;
  const division = divisionOf(level, membership);
  const near = new Float64Array(nodes);
  const queue = shuffle(eachAlone(level), search.random);
  const queued = new Uint8Array(nodes).fill(1);
  let moved = false;
  for (let [head, waiting] = [0, nodes]; waiting > 0; head = (head + 1) % nodes) {
    const node = queue[head] as number;
    queued[node] = 0;
    waiting--;
    const community = bestFor(node, level, division, near, search);
    if (community === membership[node]) continue;
    moveTo(community, node, strengths[node] as number, division);
    moved = true;
    for (let tie = rows[node] as number; tie < (rows[node + 1] as number); tie++) {
      const other = neighbours[tie] as number;
      if (queued[other] === 1 || membership[other] === community) continue;
      queued[other] = 1;
      queue[(head + 1 + waiting++) % nodes] = other;
    }
  }
  return moved;
}

/**
 * The community that a node gains most by, its own where no other is better. `near` is all 0 before and after. A gain is in
 * units of tie weight: weight to the community - γ · own strength · strength of the community / strength of all.
 */
function bestFor(node: number, level: Level, division: Division, near: Float64Array, search: Search): number {
  const { rows, neighbours, weights } = level;
  const { membership, strengths, sizes, empty } = division;
  const own = membership[node] as number;
  const strength = level.strengths[node] as number;
  const [from, end] = [rows[node] as number, rows[node + 1] as number];
  for (let tie = from; tie < end; tie++) {
    const community = membership[neighbours[tie] as number] as number;
    near[community] = (near[community] as number) + (weights[tie] as number);
  }
  const expected = (search.resolution * strength) / search.all;
  // Rounding must not make a node move to and fro for ever.
  const margin = 1e-12 * search.all;
  let best = own;
  let gain = (near[own] as number) - expected * ((strengths[own] as number) - strength);
  near[own] = 0;
  let better = 0;
  if ((sizes[own] as number) > 1 && gain + margin < 0) {
    best = empty.at(-1) as number;
    gain = 0;
  }
  for (let tie = from; tie < end; tie++) {
    const community = membership[neighbours[tie] as number] as number;
    // It is 0 when this community was looked at before, and for the node's own.
    if (near[community] === 0) continue;
    const other = (near[community] as number) - expected * (strengths[community] as number);
    near[community] = 0;
    if (other <= gain + margin) continue;
    if (search.greedy) gain = other;
    else if (search.random() * ++better >= 1) continue;
    best = community;
  }
  return best;
}

function moveTo(community: number, node: number, strength: number, division: Division): void {
  const { membership, strengths, sizes, empty } = division;
  const from = membership[node] as number;
  if (sizes[community] === 0) empty.pop();
  membership[node] = community;
  strengths[from] = (strengths[from] as number) - strength;
  strengths[community] = (strengths[community] as number) + strength;
  sizes[from] = (sizes[from] as number) - 1;
  sizes[community] = (sizes[community] as number) + 1;
  if (sizes[from] === 0) {
    strengths[from] = 0;
    empty.push(from);
  }
}

/** The network whose nodes are the communities of a level, which are numbered 0, 1, … without gaps. */
function merged(level: Level, communities: Uint32Array): Level {
  const members: number[][] = [];
  for (const [node, community] of communities.entries()) {
    members[community] ??= [];
    members[community].push(node);
  }
  const strengths = new Float64Array(members.length);
  const [rows, neighbours, weights] = [new Uint32Array(members.length + 1), [] as number[], [] as number[]];
  const near = new Float64Array(members.length);
  for (const [community, nodes] of members.entries()) {
    const touched: number[] = [];
    for (const node of nodes) {
      strengths[community] = (strengths[community] as number) + (level.strengths[node] as number);
      for (let tie = level.rows[node] as number; tie < (level.rows[node + 1] as number); tie++) {
        const other = communities[level.neighbours[tie] as number] as number;
        if (other === community) continue;
        if (near[other] === 0) touched.push(other);
        near[other] = (near[other] as number) + (level.weights[tie] as number);
      }
    }
    for (const other of touched) {
      neighbours.push(other);
      weights.push(near[other] as number);
      near[other] = 0;
    }
    rows[community + 1] = neighbours.length;
  }
  return {
    rows,
    neighbours: Uint32Array.from(neighbours),
    weights: Float64Array.from(weights),
    strengths,
  };
}
