/** A binary heap of nodes, the one with the least key first. Each is in it once; keys may only become less. */
export class NodeHeap {
  private size = 0;
  private readonly nodes: Uint32Array;
  /** Where a node lies in `nodes`; -1: not in the heap. */
  private readonly places: Int32Array;

  constructor(private readonly keys: Float64Array) {
    this.nodes = new Uint32Array(keys.length);
    this.places = new Int32Array(keys.length).fill(-1);
  }

  /** Puts a node in, or moves one whose key became less. */
  put(node: number): void {
    const { nodes, places, keys } = this;
    const key = keys[node] as number;
    let place = places[node] as number;
    if (place < 0) place = this.size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = nodes[above] as number;
      if ((keys[other] as number) <= key) break;
      nodes[place] = other;
      places[other] = place;
      place = above;
    }
    nodes[place] = node;
    places[node] = place;
  }

  /** Takes the node with the least key out; -1 if there is none. */
  take(): number {
    if (this.size === 0) return -1;
    const { nodes, places } = this;
    const first = nodes[0] as number;
    places[first] = -1;
    this.size--;
    if (this.size > 0) this.sink(nodes[this.size] as number);
    return first;
  }

  private sink(node: number): void {
    const { nodes, places, keys, size } = this;
    const key = keys[node] as number;
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      const right = below + 1;
      if (right < size && (keys[nodes[right] as number] as number) < (keys[nodes[below] as number] as number))
        below = right;
      const other = nodes[below] as number;
      if ((keys[other] as number) >= key) break;
      nodes[place] = other;
      places[other] = place;
      place = below;
    }
    nodes[place] = node;
    places[node] = place;
  }
}
