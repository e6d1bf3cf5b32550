import type { Projection } from '../network/projection-tables.js';
import type { Reader } from '../store/port.js';
import { bringUpToDate, readProjection, sequenceOf } from './read-projection.js';

interface Kept {
  /** The change up to which the projection is, or will be once it is there. */
  readonly sequence: number;
  readonly projection: Promise<Projection>;
}

/** The last projection of each store, or the one under way. */
const KEPT = new WeakMap<Reader, Kept>();

/**
 * The network in memory as of the last change: every change that was committed before the call is in it. It is kept, and
 * brought up to date from the feed of changes, in one round trip when there are none; it is read anew only when that is
 * less work. Those who call at the same time share the work, one step after the other. What fails is forgotten, and the
 * next call reads anew.
 *
 * The projection moves on with later calls: make views that belong together without waiting in between. It is kept
 * per reader: pass the store itself, not something made for one request.
 */
export async function currentProjection(reader: Reader): Promise<Projection> {
  // Asked anew by every caller: an answer under way for another may be older than the change this one has just made.
  const sequence = await sequenceOf(reader);
  const kept = KEPT.get(reader);
  if (kept !== undefined && kept.sequence >= sequence) return kept.projection;
  const started: Kept = { sequence, projection: advanced(reader, kept?.projection, sequence) };
  KEPT.set(reader, started);
  started.projection.catch(() => {
    if (KEPT.get(reader) === started) KEPT.delete(reader);
  });
  return started.projection;
}

/** Waits for the step before, so that two never work on the same projection. */
async function advanced(
  reader: Reader,
  before: Promise<Projection> | undefined,
  sequence: number,
): Promise<Projection> {
  const projection = await before?.catch(() => undefined);
  if (projection === undefined) return readProjection(reader);
  // When the changes hold more than the projection does, reading it anew is less work.
  const records = projection.nodes.indexes.size + projection.claims.indexes.size;
  return (await bringUpToDate(reader, projection, sequence, records)) ? projection : readProjection(reader);
}
