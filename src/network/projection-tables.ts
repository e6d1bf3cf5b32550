import { RELATIONS } from '../domain/relations.js';
import { at, dayBounds, NO_TYPE } from './graph.js';
import { type GrowingTable, growingTable } from './growing-table.js';
import { noJudgements, type ProjectedJudgements } from './projected-judgements.js';

/**
 * The city's network in memory, from which views are made (views.ts): actors, initiatives, places and sources as nodes,
 * and the claims that tie them, each with what a filter asks about. It is brought up to date by the changes themselves
 * (`update`), in place, at the cost of the change. So whoever has it makes the views that belong together without
 * waiting for anything in between; a view is a copy, and never changes.
 *
 * Claims and judgements are kept as they were made. Which record stands for another is a column of its own
 * (`canonical`), so that a merge, or its withdrawal, touches the records that it is about, and no claim.
 *
 * Memory: a claim costs 25 bytes in columns, its id and the place of that in an index, about 150 bytes in all; a node
 * the same and its name.
 */
export interface Projection {
  /** The last change that is in it, with all before. Moved by `update` alone. */
  sequence: number;
  readonly nodes: Nodes;
  readonly claims: Claims;
  readonly judgements: ProjectedJudgements;
  readonly bounds: ReturnType<typeof dayBounds>;
}

const NODE_COLUMNS = {
  /** Index into `RECORD_TYPES`; `NO_TYPE`: it was withdrawn, or a claim names it and its record is still to come. */
  types: 'byte',
  /** Index into `ACTOR_KINDS` or `INITIATIVE_KINDS`. */
  kinds: 'byte',
  /** Index into `HELIXES`; of actors. */
  helixes: 'byte',
  /** The change that created it; 0 while that is not known. */
  created: 'word',
  /** Of initiatives, as `Graph.begins` and `Graph.ends`. */
  begins: 'word',
  ends: 'word',
  /** The node that stands for it: itself, unless it was merged into another. */
  canonical: 'word',
} as const;

const CLAIM_COLUMNS = {
  /** Index into `CLAIM_KINDS`. */
  kinds: 'byte',
  /** Index into `ROLES`; `NO_ROLE` for a kind that has none. */
  roles: 'byte',
  /** Index into `CLAIM_STATUSES`. */
  statuses: 'byte',
  /** Index into `CLAIM_RANKS`. */
  ranks: 'byte',
  /** Nodes, as the claim was made: what stands for them is in `canonical`. */
  subjects: 'word',
  objects: 'word',
  /** As `Graph.begins` and `Graph.ends`. */
  begins: 'word',
  ends: 'word',
  /** The node of the first source; the others are in `furtherSources`. */
  sources: 'word',
} as const;

interface Nodes {
  readonly table: GrowingTable<typeof NODE_COLUMNS>;
  readonly ids: string[];
  /** Of actors and initiatives; empty for others. */
  readonly names: string[];
  readonly indexes: Map<string, number>;
}

interface Claims {
  readonly table: GrowingTable<typeof CLAIM_COLUMNS>;
  readonly furtherSources: Map<number, readonly number[]>;
  readonly indexes: Map<string, number>;
}

/** The roles of the kinds of claim that a projection holds. */
export const ROLES: readonly string[] = [RELATIONS.PARTICIPATION, RELATIONS.AFFILIATION].flatMap(
  ({ roles }) => Object.keys(roles),
);
export const NO_ROLE = 255;

/** A projection of nothing, to be filled (`load`) with what stood after that change. */
export function emptyProjection(sequence: number): Projection {
  return {
    sequence,
    nodes: { table: growingTable(NODE_COLUMNS), ids: [], names: [], indexes: new Map() },
    claims: { table: growingTable(CLAIM_COLUMNS), furtherSources: new Map(), indexes: new Map() },
    judgements: noJudgements(),
    bounds: dayBounds(),
  };
}

/** The node of that id, or -1 when there is none. */
export function nodeOf({ nodes }: Projection, id: string): number {
  return nodes.indexes.get(id) ?? -1;
}

/** Whether a node is a record that was neither withdrawn nor merged into another. */
export function stands({ nodes }: Projection, node: number): boolean {
  const { types, canonical } = nodes.table.columns;
  return types[node] !== NO_TYPE && canonical[node] === node;
}

/** Whether the evidence of a claim rests on one of the sources, given by the nodes that stand for them. */
export function restsOn({ claims, nodes }: Projection, claim: number, sources: ReadonlySet<number>): boolean {
  const { canonical } = nodes.table.columns;
  const isWanted = (source: number) => sources.has(at(canonical, source));
  return (
    isWanted(at(claims.table.columns.sources, claim)) ||
    (claims.furtherSources.get(claim)?.some(isWanted) ?? false)
  );
}

/** The node of that id; one of no type yet when there was none. */
export function intern({ nodes }: Projection, id: string): number {
  const known = nodes.indexes.get(id);
  if (known !== undefined) return known;
  const node = nodes.table.add();
  nodes.table.columns.types[node] = NO_TYPE;
  nodes.table.columns.canonical[node] = node;
  nodes.ids[node] = id;
  nodes.names[node] = '';
  nodes.indexes.set(id, node);
  return node;
}
