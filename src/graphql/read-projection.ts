import { type LoadedRecord, load, PROJECTED_KINDS, update } from '../network/projection.js';
import { emptyProjection, type Projection } from '../network/projection-tables.js';
import {
  idsOfClaims,
  idsOfType,
  projectedActors,
  projectedClaims,
  projectedInitiatives,
  projectedJudgements,
  projectedMarks,
} from '../store/cypher/projection.js';
import { changesUntil, sequenceOf } from '../store/kept.js';
import type { Query, Reader } from '../store/port.js';

/** Records read at a time: what is in memory beside the projection. */
const PAGE = 2_000;

/**
 * Reads the whole projection out of the store, page by page. What is changed meanwhile may be in a page or not; so the
 * changes since the reading began are applied at the end, and the projection is that of one change.
 */
export async function readProjection(reader: Reader): Promise<Projection> {
  const projection = emptyProjection(await sequenceOf(reader));
  const idsOf = async (type: string) => (await reader.read(idsOfType, { type })).map(({ id }) => id);
  const nodes = [
    ['actor', projectedActors],
    ['initiative', projectedInitiatives],
    ['place', projectedMarks],
    ['source', projectedMarks],
  ] as const;
  for (const [type, query] of nodes) await loadPages(reader, projection, query, await idsOf(type));
  const claims = await reader.read(idsOfClaims, { kinds: PROJECTED_KINDS });
  await loadPages(
    reader,
    projection,
    projectedClaims,
    claims.map(({ id }) => id),
  );
  load(projection, await reader.read(projectedJudgements, {}));
  await bringUpToDate(reader, projection, await sequenceOf(reader));
  return projection;
}

async function loadPages(
  reader: Reader,
  projection: Projection,
  query: Query<{ ids: readonly string[] }, LoadedRecord>,
  ids: readonly string[],
): Promise<void> {
  for (let first = 0; first < ids.length; first += PAGE)
    load(projection, await reader.read(query, { ids: ids.slice(first, first + PAGE) }));
}

/**
 * Applies the changes that the projection lacks, until that one. False when they hold more than so many operations: what
 * was applied by then stays.
 */
export async function bringUpToDate(
  reader: Reader,
  projection: Projection,
  until: number,
  mostOperations = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  let left = mostOperations;
  for await (const change of changesUntil(reader, until, projection.sequence)) {
    left -= change.operations.length;
    if (left < 0) return false;
    update(projection, [change]);
  }
  return true;
}
