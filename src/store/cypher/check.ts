import { z } from 'zod';
import { query } from '../port.js';
import { SEARCHED } from '../search-text.js';
import { MOVING } from './identity.js';

/**
 * The invariants of the stored data, each as a query for what breaks it. The record's own fields are checked by
 * decoding it; these are the ones that lie between records.
 */
const finding = z.object({ subject: z.string(), detail: z.string() });

const invariant = (name: string, text: string) => query<Record<string, never>>()(name, finding, text);

export const INVARIANTS = {
  'every claim has evidence': invariant(
    'claimsWithoutEvidence',
    `MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:EVIDENCED_BY]->(:Source) }
RETURN c.id AS subject, c.kind AS detail`,
  ),
  'every claim has one subject and one object': invariant(
    'claimsWithoutEnds',
    `MATCH (c:Claim)
WITH c, COUNT { (c)-[:SUBJECT]->(:Thing) } AS subjects, COUNT { (c)-[:OBJECT]->(:Thing) } AS objects
WHERE subjects <> 1 OR objects <> 1
RETURN c.id AS subject, toString(subjects) + ' subjects, ' + toString(objects) + ' objects' AS detail`,
  ),
  'every achievement stands under one award': invariant(
    'achievementsWithoutAward',
    `MATCH (h:Achievement) WHERE COUNT { (h)-[:OF_AWARD]->(:Award) } <> 1
RETURN h.id AS subject, h.name AS detail`,
  ),
  'evidence rests on a source': invariant(
    'evidenceOnOthers',
    `MATCH (n:Thing)-[:EVIDENCED_BY]->(m) WHERE coalesce(m.type, '') <> 'source'
RETURN n.id AS subject, coalesce(m.id, 'a node without id') AS detail`,
  ),
  'an id is used once': invariant(
    'duplicateIds',
    `MATCH (n:Thing) WITH n.id AS subject, count(n) AS uses WHERE uses > 1
RETURN subject, toString(uses) + ' records' AS detail`,
  ),
  'a record knows the changes that made it': invariant(
    'recordsWithoutChange',
    `MATCH (n:Thing) WHERE NOT EXISTS { (:Change)-[:TOUCHED]->(n) } RETURN n.id AS subject, n.type AS detail`,
  ),
  'changes are numbered without gaps': invariant(
    'gapsInChanges',
    `MATCH (m:Meta {key: 'sequence'})
WITH m.value AS last, COUNT { (:Change) } AS changes
WHERE last <> changes
RETURN 'sequence ' + toString(last) AS subject, toString(changes) + ' changes' AS detail`,
  ),
  'a merged record leads to one that stands': invariant(
    'mergedIntoNothing',
    `MATCH (n:Thing) WHERE n.canonical IS NOT NULL
OPTIONAL MATCH (n)-[:MERGED_INTO]->(m:Thing {id: n.canonical})
WITH n, m
WHERE m IS NULL OR m.canonical IS NOT NULL OR m.withdrawn = true OR NOT n.id IN coalesce(m.formerIds, [])
RETURN n.id AS subject, n.canonical AS detail`,
  ),
  'what points at records leads to those that stand': invariant(
    'pointersToMerged',
    `MATCH (x:Thing)-[r:${MOVING.join('|')}]->(n:Thing) WHERE n.canonical IS NOT NULL
RETURN x.id AS subject, type(r) + ' ' + n.id AS detail`,
  ),
  'what stands is on the lists, and nothing else': invariant(
    'wronglyListed',
    `MATCH (n:Thing)
WITH n, size(labels(n)) = 2 AS listed, n.canonical IS NULL AND coalesce(n.withdrawn, false) = false AS stands
WHERE listed <> stands
RETURN n.id AS subject, n.type + CASE WHEN listed THEN ' is on the lists' ELSE ' is on no list' END AS detail`,
  ),
  'what stands can be searched for': invariant(
    'withoutSearchText',
    `MATCH (n:Thing)
WHERE n.type IN ${JSON.stringify(SEARCHED)} AND n.canonical IS NULL AND coalesce(n.withdrawn, false) = false
  AND n.searchGrams IS NULL
RETURN n.id AS subject, n.type AS detail`,
  ),
  'personal data belong to a record': invariant(
    'personalOfNothing',
    `MATCH (p:Personal)
OPTIONAL MATCH (n:Thing {id: p.of})
WITH p, n WHERE n IS NULL
RETURN p.of AS subject, 'no such record' AS detail`,
  ),
} as const;
