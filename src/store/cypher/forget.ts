import { z } from 'zod';
import { query } from '../port.js';

/** Erasing: the only statements that edit a Change. All run in the one transaction of `forgetOn`. */

const ids = z.object({ id: z.string() });
const count = z.object({ count: z.number().int() });
type OfAccount = { account: string; mark: string };

/** What of changes people have typed. */
export const changeTexts = query<{ ids: readonly string[] }>()(
  'changeTexts',
  z.object({
    id: z.string(),
    by: z.string(),
    approvedBy: z.string().nullable(),
    why: z.string(),
    operations: z.string(),
  }),
  `UNWIND $ids AS id MATCH (c:Change {id: id})
RETURN c.id AS id, c.by AS by, c.approvedBy AS approvedBy, c.why AS why, c.operations AS operations`,
);

/** The digest of a request is of all that it said: whoever knows the rest could try numbers until it fits. */
const WITHOUT_DIGEST = (node: string) =>
  `${node}.digest = CASE WHEN ${node}.digest IS NULL THEN null ELSE $mark END`;

export const rewriteChanges = `
UNWIND $rows AS row
MATCH (c:Change {id: row.id})
SET c.by = row.by, c.approvedBy = row.approvedBy, c.why = row.why, c.operations = row.operations, ${WITHOUT_DIGEST('c')}`;

export const eraseDigests = `
UNWIND $ids AS id
MATCH (c:Change)-[:TOUCHED]->(:Thing {id: id})
SET ${WITHOUT_DIGEST('c')}`;

export const lockProposals = 'UNWIND $ids AS id MATCH (p:Proposal {id: id}) SET p.locks = p.locks + 1';

export const rewriteProposals = `
UNWIND $rows AS row
MATCH (p:Proposal {id: row.id})
SET p.by = row.by, p.why = row.why, p.account = row.account, p.operations = row.operations,
  p.personal = row.personal, p.verdicts = row.verdicts, ${WITHOUT_DIGEST('p')}`;

export const eraseAuthor = query<OfAccount>()(
  'eraseAuthor',
  ids,
  'MATCH (c:Change {account: $account}) SET c.by = $mark, c.account = null RETURN c.id AS id',
);
export const eraseApprover = query<OfAccount>()(
  'eraseApprover',
  ids,
  'MATCH (c:Change {approver: $account}) SET c.approvedBy = $mark, c.approver = null RETURN c.id AS id',
);

/** The key of a request begins with who sent it; nobody can send it again. */
export const eraseKeys = (label: 'Change' | 'Proposal') =>
  `MATCH (n:${label}) WHERE n.key STARTS WITH $prefix SET n.key = null, n.digest = null`;

export const eraseMappingAuthor = query<OfAccount>()(
  'eraseMappingAuthor',
  count,
  'MATCH (m:Mapping {account: $account}) SET m.by = $mark, m.account = null RETURN count(m) AS count',
);

export const passesOf = query<{ account: string }>()(
  'passesOf',
  ids,
  'MATCH (p:Pass {by: $account}) RETURN p.id AS id',
);
export const sessionCount = query<{ holders: readonly string[] }>()(
  'sessionCount',
  count,
  'MATCH (s:Session) WHERE s.holder IN $holders RETURN count(s) AS count',
);
export const tokenCount = query<{ account: string }>()(
  'tokenCount',
  count,
  'MATCH (t:Token {account: $account}) RETURN count(t) AS count',
);
export const deleteSessions = 'MATCH (s:Session) WHERE s.holder IN $holders DELETE s';
export const deleteTokens = 'MATCH (t:Token {account: $account}) DELETE t';
export const deletePasses = 'MATCH (p:Pass {by: $account}) DELETE p';
export const deleteAccount = 'MATCH (a:Account {id: $account}) DELETE a';

/** The index of names keeps what a record was once called; the number may be part of it. */
export const deleteUnusedNames = 'MATCH (m:Name) WHERE NOT EXISTS { (m)<-[:CALLED]-(:Thing) } DELETE m';
