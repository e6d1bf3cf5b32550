import { z } from 'zod';
import { RECORD_TYPES, VERDICTS } from '../../domain/kinds.js';
import { query } from '../port.js';
import { REFERENCE_RELATIONSHIPS } from '../rows.js';

/** Judgements that two records are the same, or are not, and what follows from them in the graph. */

/** The judgements that stand on each record. */
export const judgementsOn = query<{ ids: readonly string[] }>()(
  'judgementsOn',
  z.object({
    id: z.string(),
    left: z.string(),
    right: z.string(),
    verdict: z.enum(VERDICTS),
    withdrawn: z.boolean(),
  }),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[:LEFT|RIGHT]-(j:Judgement)
MATCH (j)-[:LEFT]->(l)
MATCH (j)-[:RIGHT]->(r)
RETURN DISTINCT j.id AS id, l.id AS left, r.id AS right, j.verdict AS verdict, j.withdrawn AS withdrawn`,
);

/** What deciding on the record that stands for a component takes. */
export const membersByIds = query<{ ids: readonly string[] }>()(
  'membersByIds',
  z.object({
    id: z.string(),
    type: z.enum(RECORD_TYPES),
    created: z.number().int(),
    withdrawn: z.boolean(),
    canonical: z.string().nullable(),
    formerIds: z.array(z.string()),
  }),
  `UNWIND $ids AS id MATCH (n:Thing {id: id})
RETURN id, n.type AS type, n.created AS created, n.withdrawn AS withdrawn, n.canonical AS canonical,
  coalesce(n.formerIds, []) AS formerIds`,
);

/** The relationships that lead to the record that stands now, whatever they were made with. */
export const MOVING = [
  ...Object.values(REFERENCE_RELATIONSHIPS).filter((type) => type !== 'LEFT' && type !== 'RIGHT'),
  'EVIDENCED_BY',
];

export const pointersTo = query<{ ids: readonly string[] }>()(
  'pointersTo',
  z.object({
    from: z.string(),
    relationship: z.string(),
    at: z.string(),
    properties: z.looseObject({ made: z.string().optional() }),
  }),
  `UNWIND $ids AS id
MATCH (n:Thing {id: id})<-[r:${MOVING.join('|')}]-(x:Thing)
RETURN x.id AS from, type(r) AS relationship, id AS at, r{.*} AS properties`,
);

/** All relationships of that type from a record to another are removed, and made anew by `createPointers`. */
export const removePointers = (relationship: string) => `
UNWIND $rows AS row
MATCH (x:Thing {id: row.from})-[r:${relationship}]->(n:Thing {id: row.at})
DELETE r`;

export const createPointers = (relationship: string) => `
UNWIND $rows AS row
MATCH (x:Thing {id: row.from})
MATCH (n:Thing {id: row.to})
CREATE (x)-[r:${relationship}]->(n)
SET r = row.properties`;

export const removeMergedInto =
  'UNWIND $ids AS id MATCH (n:Thing {id: id})-[m:MERGED_INTO]->(:Thing) DELETE m';

export const setStanding = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
SET n.canonical = row.canonical, n.formerIds = row.formerIds`;

export const createMergedInto = `
UNWIND $rows AS row
MATCH (n:Thing {id: row.id})
MATCH (m:Thing {id: row.canonical})
CREATE (n)-[:MERGED_INTO]->(m)`;
