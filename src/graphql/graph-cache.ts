import { buildGraph, type Graph } from '../network/graph.js';
import { lastSequence } from '../store/cypher/changes.js';
import { ties } from '../store/cypher/ties.js';
import type { Reader } from '../store/port.js';

interface Build {
  readonly sequence: number;
  readonly graph: Promise<Graph>;
}

/** The last build of each store, finished or under way. */
const builds = new WeakMap<Reader, Build>();

/**
 * The network as the store holds it now: every change that was committed before the call is in it. One round trip when
 * nothing has changed since the last call; otherwise two, one of which reads all ties. Those who call while a build is
 * under way that is recent enough for them share it. A build that fails is forgotten, and the next call tries again.
 *
 * The graphs are kept per reader: pass the store itself, not something made for one request.
 */
export async function currentGraph(reader: Reader): Promise<Graph> {
  // Asked anew by every caller: an answer under way for another may be older than the change this one has just made.
  const [last] = await reader.read(lastSequence, {});
  const sequence = last?.sequence ?? 0;
  const kept = builds.get(reader);
  if (kept !== undefined && kept.sequence >= sequence) return kept.graph;
  const build: Build = { sequence, graph: readGraph(reader, sequence) };
  builds.set(reader, build);
  build.graph.catch(() => {
    if (builds.get(reader) === build) builds.delete(reader);
  });
  return build.graph;
}

/**
 * The sequence was read before the ties. A change in between makes the graph newer than it says, so that it is built
 * again on the next call: work wasted once, whereas the other order could keep a graph that lacks a change.
 */
async function readGraph(reader: Reader, sequence: number): Promise<Graph> {
  return buildGraph(await reader.read(ties, {}), sequence);
}
