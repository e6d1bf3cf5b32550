import { componentsOf } from '../domain/identity-components.js';
import { typeOfId } from '../domain/ids.js';
import {
  ACTOR_KINDS,
  CLAIM_KINDS,
  CLAIM_RANKS,
  CLAIM_STATUSES,
  type ClaimKind,
  HELIXES,
  INITIATIVE_KINDS,
  RECORD_TYPES,
} from '../domain/kinds.js';
import type { Actor, Claim, Initiative, JejakRecord, Judgement, Place, Source } from '../domain/records.js';
import { at, NO_TYPE } from './graph.js';
import { hangingTogether, judge } from './projected-judgements.js';
import { intern, NO_ROLE, type Projection, ROLES } from './projection-tables.js';

/** The kinds of claim of which a projection holds at least some: see `isHeld`. */
export const PROJECTED_KINDS = [
  'PARTICIPATION',
  'AFFILIATION',
  'LOCATED_IN',
  'PART_OF',
] as const satisfies readonly ClaimKind[];

/** What a projection takes in of a record; every record of the type is one. */
export type ProjectedNode =
  | Pick<Actor, 'type' | 'id' | 'withdrawn' | 'name' | 'kind' | 'helix'>
  | Pick<Initiative, 'type' | 'id' | 'withdrawn' | 'name' | 'kind' | 'start' | 'end' | 'endState' | 'at'>
  | Pick<Place | Source, 'type' | 'id' | 'withdrawn'>;
export type ProjectedClaim = Pick<
  Claim,
  | 'type'
  | 'id'
  | 'kind'
  | 'role'
  | 'subject'
  | 'object'
  | 'status'
  | 'rank'
  | 'start'
  | 'end'
  | 'endState'
  | 'at'
> & { readonly evidence: ReadonlyArray<{ readonly source: string }> };
export type ProjectedJudgement = Pick<Judgement, 'type' | 'id' | 'left' | 'right' | 'verdict' | 'withdrawn'>;
export type ProjectedRecord = ProjectedNode | ProjectedClaim | ProjectedJudgement;

/** What a projection needs of a change; every change is one. */
export interface ProjectedChange {
  readonly sequence: number;
  readonly operations: ReadonlyArray<{
    readonly before: JejakRecord | null;
    readonly after: JejakRecord;
  }>;
}

/** A record as it stands; a node with the change that created it. */
export type LoadedRecord =
  | (ProjectedNode & { readonly created: number })
  | ProjectedClaim
  | ProjectedJudgement;

/**
 * Takes in records as they stand: a page of them, in any order, but nodes before the judgements on them. What was
 * withdrawn belongs to it, because it may be taken up again.
 */
export function load(projection: Projection, records: Iterable<LoadedRecord>): void {
  const createdBy = (record: LoadedRecord) => ('created' in record ? record.created : null);
  apply(
    projection,
    Array.from(records, (record) => ({ record, created: createdBy(record) })),
  );
}

/**
 * Brings the projection up to date with the changes that follow it, in order. The result is what loading all records
 * after the last of them gives (a test holds it to that). Costs what the operations are, whatever the size of the city.
 * Applying a change to a projection that holds some of it already makes it whole. Throws RangeError for a change that
 * is not the next one.
 */
export function update(projection: Projection, changes: Iterable<ProjectedChange>): void {
  for (const { sequence, operations } of changes) {
    const next = projection.sequence + 1;
    if (sequence !== next) throw new RangeError(`change ${sequence} where ${next} is the next`);
    apply(
      projection,
      operations.map(({ before, after }) => ({
        record: after,
        created: before === null ? sequence : null,
      })),
    );
    projection.sequence = sequence;
  }
}

interface Entry {
  readonly record: ProjectedRecord | JejakRecord;
  /** Null: as it is known. */
  readonly created: number | null;
}

function apply(projection: Projection, entries: readonly Entry[]): void {
  const judged = new Set<string>();
  for (const { record, created } of entries) {
    if (record.type === 'claim') putClaim(projection, record);
    else if (record.type === 'judgement') {
      if (isNode(record.left)) for (const side of judge(projection.judgements, record)) judged.add(side);
    } else if (isNodeRecord(record)) putNode(projection, record, created);
  }
  // Last, because it depends on which record of the change was created when.
  if (judged.size > 0) settle(projection, judged);
}

const NODE_TYPES = ['actor', 'initiative', 'place', 'source'] as const;

function isNode(id: string): boolean {
  return NODE_TYPES.some((type) => type === typeOfId(id));
}

function isNodeRecord(record: { readonly type: string }): record is ProjectedNode {
  return NODE_TYPES.some((type) => type === record.type);
}

function putNode(projection: Projection, record: ProjectedNode, created: number | null): void {
  const node = intern(projection, record.id);
  const { table, names } = projection.nodes;
  const { types, kinds, helixes, begins, ends, created: since } = table.columns;
  types[node] = record.withdrawn ? NO_TYPE : RECORD_TYPES.indexOf(record.type);
  if (created !== null) since[node] = created;
  if (record.type === 'actor') {
    names[node] = record.name;
    kinds[node] = ACTOR_KINDS.indexOf(record.kind);
    helixes[node] = HELIXES.indexOf(record.helix);
  }
  if (record.type === 'initiative') {
    names[node] = record.name;
    kinds[node] = INITIATIVE_KINDS.indexOf(record.kind);
    const days = projection.bounds(record);
    begins[node] = days.begins;
    ends[node] = days.ends;
  }
}

function putClaim(projection: Projection, record: ProjectedClaim): void {
  const { table, indexes, furtherSources } = projection.claims;
  const known = indexes.get(record.id);
  if (!isHeld(record)) {
    if (known === undefined) return;
    table.remove(known);
    indexes.delete(record.id);
    furtherSources.delete(known);
    return;
  }
  const claim = known ?? table.add();
  indexes.set(record.id, claim);
  const { columns } = table;
  columns.kinds[claim] = CLAIM_KINDS.indexOf(record.kind);
  columns.roles[claim] = record.role === null ? NO_ROLE : ROLES.indexOf(record.role);
  columns.statuses[claim] = CLAIM_STATUSES.indexOf(record.status);
  columns.ranks[claim] = CLAIM_RANKS.indexOf(record.rank);
  columns.subjects[claim] = intern(projection, record.subject);
  columns.objects[claim] = intern(projection, record.object);
  const days = projection.bounds(record);
  columns.begins[claim] = days.begins;
  columns.ends[claim] = days.ends;
  const ids = new Set(record.evidence.map(({ source }) => source));
  const [first = 0, ...further] = Array.from(ids, (id) => intern(projection, id));
  columns.sources[claim] = first;
  if (further.length > 0) furtherSources.set(claim, further);
  else furtherSources.delete(claim);
}

/** Whether a claim ties nodes of a view, or tells where they lie: who takes part, who belongs where, what lies where. */
function isHeld({ kind, status, subject }: ProjectedClaim): boolean {
  if (status === 'RETRACTED') return false;
  if (kind === 'LOCATED_IN') return isNode(subject);
  if (kind === 'PART_OF') return typeOfId(subject) === 'place';
  return kind === 'PARTICIPATION' || kind === 'AFFILIATION';
}

/** Lets judgements take effect on the records given and on all that hang together with them. */
function settle(projection: Projection, judged: Iterable<string>): void {
  const { ids, found } = hangingTogether(projection.judgements, judged);
  const nodes = new Map(ids.map((id) => [id, intern(projection, id)]));
  const { created, canonical } = projection.nodes.table.columns;
  const known = Array.from(nodes, ([id, node]): [string, number] => [id, at(created, node)]);
  const { canonicalOf } = componentsOf(found, new Map(known.filter(([, sequence]) => sequence > 0)));
  for (const [id, node] of nodes) canonical[node] = nodes.get(canonicalOf.get(id) ?? id) ?? node;
}
