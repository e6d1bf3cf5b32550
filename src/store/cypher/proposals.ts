import { z } from 'zod';
import { query } from '../port.js';

/** Proposals: change sets that wait for a review. Nodes of their own, that no list or search of records meets. */

const proposalRow = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  why: z.string(),
  account: z.string().nullable(),
  reverts: z.string().nullable(),
  open: z.number().int(),
  operations: z.string(),
  personal: z.string(),
  verdicts: z.string(),
});
export type ProposalRow = z.infer<typeof proposalRow>;

const COLUMNS = Object.keys(proposalRow.shape)
  .map((name) => `p.${name} AS ${name}`)
  .join(', ');

export const createProposal = 'CREATE (p:Proposal) SET p = $proposal';

export const proposalsByIds = query<{ ids: readonly string[] }>()(
  'proposalsByIds',
  proposalRow,
  `UNWIND $ids AS id MATCH (p:Proposal {id: id}) RETURN ${COLUMNS}`,
);

export const proposalOfKey = query<{ key: string }>()(
  'proposalOfKey',
  proposalRow.extend({ digest: z.string() }),
  `MATCH (p:Proposal {key: $key}) RETURN ${COLUMNS}, p.digest AS digest`,
);

/** All proposals in the order in which they came, each with the request that it was made for. */
export const keptProposals = query<{ key: string; id: string; limit: number }>()(
  'keptProposals',
  proposalRow.extend({ requestKey: z.string().nullable(), digest: z.string().nullable() }),
  `MATCH (p:Proposal) WHERE p.at > $key OR (p.at = $key AND p.id > $id)
RETURN ${COLUMNS}, p.key AS requestKey, p.digest AS digest ORDER BY at, id LIMIT $limit`,
);

/** Takes the lock of a proposal, so that two reviewers decide one after the other. */
export const lockProposal = 'MATCH (p:Proposal {id: $id}) SET p.locks = p.locks + 1';

export const writeVerdicts = `
MATCH (p:Proposal {id: $id})
SET p.verdicts = $verdicts, p.open = $open, p.personal = $personal`;

export const proposalCount = (openOnly: boolean) =>
  query<Record<string, never>>()(
    'proposalCount',
    z.object({ count: z.number().int() }),
    `MATCH (p:Proposal) WHERE p.open >= ${openOnly ? 1 : 0} RETURN count(p) AS count`,
  );

/** Proposals in the order in which they came, oldest first: those with undecided operations, or all. */
export const proposalPage = (openOnly: boolean, resumed: boolean) =>
  query<Record<string, unknown>>()(
    'proposalPage',
    proposalRow,
    `MATCH (p:Proposal)
WHERE p.open >= ${openOnly ? 1 : 0}${resumed ? ' AND (p.at > $key OR (p.at = $key AND p.id > $id))' : ''}
RETURN ${COLUMNS} ORDER BY at, id LIMIT $limit`,
  );
