import { z } from 'zod';
import type { RecordType } from '../../domain/kinds.js';
import { type Query, query } from '../port.js';
import { LABELS, recordRow } from '../rows.js';
import { recordColumns } from './records.js';

/**
 * Ordered lists, page by page. A page starts after the (sort key, id) of the last record seen, so that it costs the
 * same wherever it is and stays where it is while others write. A filter that is absent is left out of the text:
 * the planner sees only what is asked, and few distinct texts exist.
 */

const LIVE = "x.status <> 'RETRACTED'";
/** A claim of that kind with the record at its subject, and that condition on the far end `o`. */
const asSubject = (kind: string, condition: string) => (n: string) =>
  `EXISTS { (${n})<-[:SUBJECT]-(x:Claim {kind: '${kind}'})-[:OBJECT]->(o) WHERE ${condition} AND ${LIVE} }`;
const asObject = (kind: string, condition: string) => (n: string) =>
  `EXISTS { (${n})<-[:OBJECT]-(x:Claim {kind: '${kind}'})-[:SUBJECT]->(o) WHERE ${condition} AND ${LIVE} }`;
const not = (condition: (n: string) => string) => (n: string) => `NOT ${condition(n)}`;
const has = (relationship: string, parameter: string) => (n: string) =>
  `EXISTS { (${n})-[:${relationship}]->(o) WHERE o.id = $${parameter} }`;

/** The pattern leads to a record `o` that is located in one of the places. */
const placedEnd = (pattern: string, claim?: string) =>
  `EXISTS { ${pattern}<-[:SUBJECT]-(x:Claim {kind: 'LOCATED_IN'})-[:OBJECT]->(p) WHERE p.id IN $places AND ${LIVE}${
    claim === undefined ? '' : ` AND ${claim}.status <> 'RETRACTED'`
  } }`;

/** Every condition a list can have, as Cypher about the record `n`; the parameter has the condition's name. */
const CONDITIONS = {
  ids: (n) => `${n}.id IN $ids`,
  kinds: (n) => `${n}.kind IN $kinds`,
  roles: (n) => `${n}.role IN $roles`,
  statuses: (n) => `${n}.status IN $statuses`,
  ranks: (n) => `${n}.rank IN $ranks`,
  levels: (n) => `${n}.level IN $levels`,
  progress: (n) => `${n}.progress IN $progress`,
  codes: (n) => `${n}.code IN $codes`,
  helixes: (n) => `${n}.helix IN $helixes`,
  places: asSubject('LOCATED_IN', 'o.id IN $places'),
  /** A claim of which an end, or an achievement of which the winner, has its place there. */
  endPlaces: (n) => placedEnd(`(${n})-[:SUBJECT|OBJECT]->(o)`),
  winnerPlaces: (n) =>
    placedEnd(`(${n})<-[:SUBJECT]-(w:Claim {kind: 'CONFERRAL', role: 'RECIPIENT'})-[:OBJECT]->(o)`, 'w'),
  within: (n) => `${n}.id IN $within`,
  initiative: asSubject('PARTICIPATION', 'o.id = $initiative'),
  participantRoles: asSubject('PARTICIPATION', 'x.role IN $participantRoles'),
  withoutInnovation: not(
    asSubject('PARTICIPATION', "o.kind = 'INNOVATION' AND x.role IN $withoutInnovation"),
  ),
  participantHelixes: asObject('PARTICIPATION', 'o.helix IN $participantHelixes'),
  withoutHelix: not(asObject('PARTICIPATION', 'o.helix = $withoutHelix')),
  participant: asObject('PARTICIPATION', 'o.id = $participant'),
  issue: asSubject('ADDRESSES', 'o.id = $issue'),
  recipient: asSubject('CONFERRAL', "x.role = 'RECIPIENT' AND o.id = $recipient"),
  award: has('OF_AWARD', 'award'),
  subject: has('SUBJECT', 'subject'),
  object: has('OBJECT', 'object'),
  source: has('EVIDENCED_BY', 'source'),
  from: (n) => `${n}.latestDay >= $from`,
  until: (n) => `${n}.sortDate <= $until`,
  farHelixes: (n) =>
    `EXISTS { (${n})-[:SUBJECT|OBJECT]->(o) WHERE o.id <> owner AND o.helix IN $farHelixes }`,
  farKinds: (n) => `EXISTS { (${n})-[:SUBJECT|OBJECT]->(o) WHERE o.id <> owner AND o.kind IN $farKinds }`,
} as const satisfies Record<string, (n: string) => string>;

/** What narrows a list: names of CONDITIONS with the values of their parameters. */
export type Filters = Readonly<Partial<Record<keyof typeof CONDITIONS, unknown>>>;

/** The conditions that the filters ask for, about the record `n`. */
export function conditionsOn(n: string, filters: Filters): string[] {
  return Object.entries(CONDITIONS).flatMap(([name, condition]) =>
    filters[name as keyof typeof CONDITIONS] === undefined ? [] : [condition(n)],
  );
}

/** Record `n` lies, in the list's order, beyond the record of the cursor: parameters `key` and `id`. */
export function beyond(n: string, key: string, descending = false): string {
  const side = descending ? '<' : '>';
  return `(${n}.${key} ${side} $key OR (${n}.${key} = $key AND ${n}.id ${side} $id))`;
}

export interface ListOptions {
  readonly type: RecordType;
  readonly filters: Filters;
  readonly key: 'sortName' | 'sortDate';
  readonly descending: boolean;
  /** True when the page starts beyond a cursor (parameters `key` and `id`). */
  readonly resumed: boolean;
}

const where = (conditions: readonly string[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

export const listRow = recordRow.extend({ sortKey: z.string() });

/** One page of a list. Parameters: the filters by name, `limit`, and when resumed `key` and `id`. */
export function listPage(options: ListOptions): Query<Record<string, unknown>, z.infer<typeof listRow>> {
  const { type, filters, key, descending, resumed } = options;
  const conditions = [...conditionsOn('n', filters), ...(resumed ? [beyond('n', key, descending)] : [])];
  const direction = descending ? 'DESC' : 'ASC';
  return query<Record<string, unknown>>()(
    'listPage',
    listRow,
    `MATCH (n:${LABELS[type]}) ${where(conditions)}
WITH n ORDER BY n.${key} ${direction}, n.id ${direction} LIMIT $limit
RETURN n.${key} AS sortKey, ${recordColumns('n')}
ORDER BY sortKey ${direction}, n.id ${direction}`,
  );
}

/** How many records a list has on all its pages. */
export function listCount(
  type: RecordType,
  filters: Filters,
): Query<Record<string, unknown>, { count: number }> {
  return query<Record<string, unknown>>()(
    'listCount',
    z.object({ count: z.number().int() }),
    `MATCH (n:${LABELS[type]}) ${where(conditionsOn('n', filters))} RETURN count(n) AS count`,
  );
}

const LEVELS = [1, 2, 3, 4, 5];

/** From the places `f0`, level by level down: province, city, kecamatan, kelurahan, area, venue. */
export const WITHIN = {
  stages: LEVELS.map(
    (level) => `CALL (f${level - 1}) {
  UNWIND f${level - 1} AS p
  MATCH (p)<-[:OBJECT]-(x:Claim {kind: 'PART_OF'})-[:SUBJECT]->(q:Place) WHERE ${LIVE}
  RETURN collect(DISTINCT q) AS f${level}, collect(DISTINCT q.id) AS i${level}
}`,
  ).join('\n'),
  ids: LEVELS.map((level) => `i${level}`).join(' + '),
} as const;

/** The ids of the places given and of all within them. */
export const placesWithin = query<{ ids: readonly string[] }>()(
  'placesWithin',
  z.object({ root: z.string(), ids: z.array(z.string()) }),
  `UNWIND $ids AS root
MATCH (p:Place {id: root}) WITH root, [p] AS f0
${WITHIN.stages}
RETURN root, [root] + ${WITHIN.ids} AS ids`,
);
