import { bringUpToDate, readProjection } from './read-projection.js';
import { untilChange } from './until-change.js';

/**
 * The network in memory as of the last change. It is brought up to date from the feed of changes, and read anew only
 * when that is less work: when the changes hold more than it does. One step waits for the one before, so that two never
 * work on the same projection. See `untilChange`.
 *
 * The projection moves on with later calls: make views that belong together without waiting in between.
 */
export const currentProjection = untilChange(async (reader, sequence, before: Before) => {
  const projection = await before?.catch(() => undefined);
  if (projection === undefined) return readProjection(reader);
  const records = projection.nodes.indexes.size + projection.claims.indexes.size;
  return (await bringUpToDate(reader, projection, sequence, records)) ? projection : readProjection(reader);
});

type Before = ReturnType<typeof readProjection> | undefined;
