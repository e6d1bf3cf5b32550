import type { JejakRecord } from '../../src/domain/records.js';
import { NO_TYPE } from '../../src/network/graph.js';
import { type LoadedRecord, load, type ProjectedChange } from '../../src/network/projection.js';
import { emptyProjection, type Projection } from '../../src/network/projection-tables.js';

/** The projection of records that were created one after the other, each by a change of its own. */
export function projectionOf(...records: readonly JejakRecord[]): Projection {
  const projection = emptyProjection(records.length);
  load(
    projection,
    records.map((record, index) => ({ ...record, created: index + 1 }) as LoadedRecord),
  );
  return projection;
}

/** The change of that number, which creates records or writes them anew. */
export const changeOf = (
  sequence: number,
  written: { readonly created?: readonly JejakRecord[]; readonly updated?: readonly JejakRecord[] },
): ProjectedChange => ({
  sequence,
  operations: [
    ...(written.created ?? []).map((after) => ({ before: null, after })),
    ...(written.updated ?? []).map((after) => ({ before: after, after })),
  ],
});

/**
 * All that a projection says, in terms of ids, in a fixed order, whatever rows it lies in. Records that were withdrawn
 * and names of what is yet to come are no part of it.
 */
export function comparable({ sequence, nodes, claims, judgements }: Projection) {
  const idOf = (node: number | undefined) => nodes.ids[node ?? -1];
  const row = (columns: Readonly<Record<string, Uint8Array | Uint32Array>>, index: number) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[index]]));
  const { columns } = claims.table;
  const used = Array.from(claims.table.used.subarray(0, claims.table.length));
  return {
    sequence,
    nodes: inOrder(nodes.indexes)
      .filter(([, node]) => nodes.table.columns.types[node] !== NO_TYPE)
      .map(([id, node]) => ({
        ...row(nodes.table.columns, node),
        id: nodes.ids[node] === id ? id : 'an index that leads elsewhere',
        name: nodes.names[node],
        canonical: idOf(nodes.table.columns.canonical[node]),
      })),
    claims: inOrder(claims.indexes).map(([id, claim]) => ({
      ...row(columns, claim),
      id,
      subjects: idOf(columns.subjects[claim]),
      objects: idOf(columns.objects[claim]),
      sources: [columns.sources[claim], ...(claims.furtherSources.get(claim) ?? [])].map(idOf).sort(),
    })),
    rows: used.filter((use) => use === 1).length,
    further: [...claims.furtherSources.keys()].every((claim) => used[claim] === 1),
    links: inOrder(judgements.links),
    on: inOrder(judgements.on).map(([id, of]) => [id, [...of].sort()]),
  };
}

const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
