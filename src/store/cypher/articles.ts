import { z } from 'zod';
import { query } from '../port.js';
import { recordRow } from '../rows.js';
import { recordColumns } from './records.js';

/** What recording an article asks of the store: whether it, or what it says, is there already. */

/** The sources whose checksum it is. */
export const sourcesOfChecksum = query<{ checksum: string }>()(
  'sourcesOfChecksum',
  z.object({ id: z.string(), title: z.string() }),
  'MATCH (s:Source {checksum: $checksum}) RETURN s.id AS id, s.title AS title ORDER BY id',
);

/** A claim that may be in the store; `owner` names the question, `role` is empty for a kind without roles. */
export interface Saying {
  readonly owner: string;
  readonly kind: string;
  readonly role: string;
  readonly subject: string;
  readonly object: string;
}

/** The claims that say the same: of that kind, role, subject and object. Retracted ones say nothing any more. */
export const claimsSaying = query<{ sayings: readonly Saying[] }>()(
  'claimsSaying',
  recordRow.extend({ owner: z.string() }),
  `UNWIND $sayings AS saying
MATCH (s:Thing {id: saying.subject})<-[:SUBJECT]-(x:Claim {kind: saying.kind})-[:OBJECT]->(o:Thing {id: saying.object})
WHERE coalesce(x.role, '') = saying.role AND x.status <> 'RETRACTED'
WITH DISTINCT saying.owner AS owner, x.id AS claim
MATCH (c:Thing {id: claim})
RETURN owner, ${recordColumns('c')}`,
);
