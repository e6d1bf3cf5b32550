import { type CorePeriphery, coreCorrelation, isAsGood, MOST_CORES } from './core-periphery.js';
import { shuffle } from './sampling.js';
import type { SimpleNetwork } from './simple-network.js';

export interface CoreSearch {
  /** How often the search begins: once with the nodes that have most ties, then with random cores. At least 1. */
  readonly starts: number;
  readonly random: () => number;
}

/**
 * Good cores of a network that is too large to try every core (core-periphery.ts): those of the highest r that was met. The
 * node by which r rises most enters or leaves the core; where none does, one takes the place of another; and so on until
 * nothing raises r. The best may be missed. O(n) for each node that comes or goes, O(n + m) for each exchange.
 */
export function goodCores(network: SimpleNetwork, { starts, random }: CoreSearch): CorePeriphery {
  const found = new Map<string, readonly number[]>();
  let r = Number.NaN;
  for (let start = 0; start < starts; start++) {
    const core = new Core(network);
    for (const node of start === 0 ? core.mostTied() : randomNodes(network, random)) core.flip(node);
    core.climb();
    if (Number.isNaN(core.r) || !(Number.isNaN(r) || isAsGood(core.r, r))) continue;
    if (!isAsGood(r, core.r)) found.clear();
    if (!(r > core.r)) r = core.r;
    const members = core.members();
    found.set(members.join(), members);
  }
  return { r, cores: [...found.values()].slice(0, MOST_CORES) };
}

/** From 1 to n - 2 nodes, since a core of more has no r; few more often than many, as good cores are small. */
function randomNodes({ ids }: SimpleNetwork, random: () => number): Uint32Array {
  const nodes = shuffle(Uint32Array.from(ids.keys()), random);
  return nodes.subarray(0, Math.floor(Math.max(1, ids.length - 1) ** random()));
}

/** A core while it changes, with its r. */
class Core {
  private readonly inside: Uint8Array;
  /** How many ties of a node no core member touches, itself apart. */
  private readonly fresh: Int32Array;
  private size = 0;
  private touching = 0;
  private readonly correlation: (coreSize: number, touching: number) => number;

  constructor(private readonly network: SimpleNetwork) {
    const { ids, rows } = network;
    this.inside = new Uint8Array(ids.length);
    this.fresh = Int32Array.from(ids, (_, node) => (rows[node + 1] as number) - (rows[node] as number));
    this.correlation = coreCorrelation(network);
  }

  get r(): number {
    return this.correlation(this.size, this.touching);
  }

  members(): number[] {
    return [...this.inside.keys()].filter((node) => this.inside[node] === 1);
  }

  /** Puts a node into the core, or takes it out. */
  flip(node: number): void {
    const { rows, neighbours } = this.network;
    const sign = this.inside[node] === 1 ? -1 : 1;
    this.inside[node] = sign === 1 ? 1 : 0;
    this.size += sign;
    this.touching += sign * (this.fresh[node] as number);
    for (const other of neighbours.subarray(rows[node], rows[node + 1]))
      this.fresh[other] = (this.fresh[other] as number) - sign;
  }

  /** The nodes with most ties, as many of them as make the best core. */
  mostTied(): number[] {
    const { fresh } = this;
    const byDegree = [...fresh.keys()].sort((a, b) => (fresh[b] as number) - (fresh[a] as number));
    const trial = new Core(this.network);
    let [best, size] = [Number.NEGATIVE_INFINITY, 0];
    for (const node of byDegree) {
      trial.flip(node);
      if (trial.r > best) [best, size] = [trial.r, trial.size];
    }
    return byDegree.slice(0, size);
  }

  /** Changes the core until neither a node more or less nor an exchange of two raises r. */
  climb(): void {
    for (;;) {
      const [enters, leaves] = this.candidates();
      const [grown, shrunk] = [this.withOne(enters, 1), this.withOne(leaves, -1)];
      if (Math.max(grown, shrunk) > this.r + 1e-12) this.flip(grown >= shrunk ? enters : leaves);
      else if (!this.exchange(enters)) return;
    }
  }

  /** The node outside with most fresh ties, and the member with fewest; -1 for none. */
  private candidates(): readonly [enters: number, leaves: number] {
    let [enters, leaves] = [-1, -1];
    for (let node = 0; node < this.inside.length; node++) {
      const fresh = this.fresh[node] as number;
      if (this.inside[node] === 1) {
        if (leaves === -1 || fresh < (this.fresh[leaves] as number)) leaves = node;
      } else if (enters === -1 || fresh > (this.fresh[enters] as number)) enters = node;
    }
    return [enters, leaves];
  }

  /** The r of the core with that node more or less; below all others where there is none. */
  private withOne(node: number, sign: 1 | -1): number {
    if (node === -1) return Number.NEGATIVE_INFINITY;
    const r = this.correlation(this.size + sign, this.touching + sign * (this.fresh[node] as number));
    return Number.isNaN(r) ? Number.NEGATIVE_INFINITY : r;
  }

  /** Exchanges a member for a node by which the core touches more ties; false when there is no such pair. */
  private exchange(freshest: number): boolean {
    const { rows, neighbours } = this.network;
    const freshOf = (node: number) => this.fresh[node] as number;
    for (const member of this.members()) {
      // The tie of the two, which the member touched, is touched by the other afterwards.
      const near = neighbours
        .subarray(rows[member], rows[member + 1])
        .find((node) => this.inside[node] === 0 && freshOf(node) + 1 > freshOf(member));
      const other = near ?? (freshest !== -1 && freshOf(freshest) > freshOf(member) ? freshest : undefined);
      if (other === undefined) continue;
      this.flip(member);
      this.flip(other);
      return true;
    }
    return false;
  }
}
