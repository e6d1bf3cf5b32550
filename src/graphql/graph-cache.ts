import { buildGraph } from '../network/graph.js';
import { ties } from '../store/cypher/ties.js';
import { untilChange } from './until-change.js';

/** The network as the store holds it now; building it reads all ties in one round trip. See `untilChange`. */
export const currentGraph = untilChange(async (reader, sequence) =>
  buildGraph(await reader.read(ties, {}), sequence),
);
