import { z } from 'zod';
import { query } from '../port.js';

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
} as const;
