import { z } from 'zod';
import { query } from '../port.js';
import { recordRow } from '../rows.js';
import { recordColumns } from './records.js';

/** Lists that lie more than one claim away. Each takes the ids of several records and tells them apart by `owner`. */

const LIVE = (claim: string) => `${claim}.status <> 'RETRACTED'`;
const owned = (columns: typeof recordRow) => columns.extend({ owner: z.string() });

/** Achievements of each award. */
export const achievementsOfAwards = query<{ ids: readonly string[] }>()(
  'achievementsOfAwards',
  owned(recordRow),
  `UNWIND $ids AS owner MATCH (w:Thing {id: owner})<-[:OF_AWARD]-(h:Achievement) RETURN owner, ${recordColumns('h')}`,
);

/**
 * Achievements that each actor or initiative won: as recipient or on its behalf, or through an initiative it owns.
 */
export const achievementsWonBy = query<{ ids: readonly string[]; owners: readonly string[] }>()(
  'achievementsWonBy',
  owned(recordRow),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})
WITH owner,
  [(n)<-[:OBJECT]-(c:Claim {kind: 'CONFERRAL'})-[:SUBJECT]->(h)
   WHERE c.role IN ['RECIPIENT', 'ON_BEHALF_OF'] AND ${LIVE('c')} | h.id]
  + [(n)<-[:SUBJECT]-(p:Claim {kind: 'PARTICIPATION'})-[:OBJECT]->(i)<-[:OBJECT]-(c:Claim {kind: 'CONFERRAL'})-[:SUBJECT]->(h)
     WHERE p.role IN $owners AND c.role = 'RECIPIENT' AND ${LIVE('p')} AND ${LIVE('c')} | h.id] AS ids
UNWIND ids AS id
WITH DISTINCT owner, id
MATCH (h:Thing {id: id})
RETURN owner, ${recordColumns('h')}`,
);

/** The claims of each actor, and the conferrals of the initiatives it owns: what it did, and what came of it. */
export const timelineClaims = query<{ ids: readonly string[]; owners: readonly string[] }>()(
  'timelineClaims',
  owned(recordRow),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})
WITH owner,
  [(n)<-[:SUBJECT|OBJECT|PARTY]-(c:Claim) WHERE ${LIVE('c')} | c.id]
  + [(n)<-[:SUBJECT]-(p:Claim {kind: 'PARTICIPATION'})-[:OBJECT]->(i)<-[:OBJECT]-(c:Claim {kind: 'CONFERRAL'})
     WHERE p.role IN $owners AND ${LIVE('p')} AND ${LIVE('c')} | c.id] AS ids
UNWIND ids AS id
WITH DISTINCT owner, id
MATCH (c:Thing {id: id})
RETURN owner, ${recordColumns('c')}`,
);

/** The affiliations of each person, and those in each organization. */
export const affiliationClaims = query<{ ids: readonly string[] }>()(
  'affiliationClaims',
  owned(recordRow),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[:SUBJECT|OBJECT]-(c:Claim {kind: 'AFFILIATION'})
WHERE ${LIVE('c')}
RETURN owner, ${recordColumns('c')}`,
);

/** For each actor, who shares initiatives with it, and which. */
export const collaborators = query<{ ids: readonly string[] }>()(
  'collaborators',
  z.object({
    owner: z.string(),
    actor: z.string(),
    helix: z.string(),
    sortName: z.string(),
    initiatives: z.array(z.string()),
  }),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})
MATCH (n)<-[:SUBJECT]-(p:Claim {kind: 'PARTICIPATION'})-[:OBJECT]->(i)
MATCH (i)<-[:OBJECT]-(q:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(a)
WHERE a.id <> owner AND ${LIVE('p')} AND ${LIVE('q')}
RETURN owner, a.id AS actor, a.helix AS helix, a.sortName AS sortName, collect(DISTINCT i.id) AS initiatives`,
);

/** The participants of each initiative, without their claims: for its coverage. */
export const participants = query<{ ids: readonly string[] }>()(
  'participants',
  owned(recordRow),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[:OBJECT]-(c:Claim {kind: 'PARTICIPATION'})-[:SUBJECT]->(a)
WHERE ${LIVE('c')}
WITH DISTINCT owner, a.id AS id
MATCH (a:Thing {id: id})
RETURN owner, ${recordColumns('a')}`,
);

/** The place in which each place directly lies. */
export const parentPlaces = query<{ ids: readonly string[] }>()(
  'parentPlaces',
  owned(recordRow),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[:SUBJECT]-(c:Claim {kind: 'PART_OF'})-[:OBJECT]->(p:Place)
WHERE ${LIVE('c')}
RETURN owner, ${recordColumns('p')}`,
);

/** What each thing is directly a part of, by id. */
export const partOf = query<{ ids: readonly string[] }>()(
  'partOf',
  z.object({ owner: z.string(), id: z.string() }),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[:SUBJECT]-(c:Claim {kind: 'PART_OF'})-[:OBJECT]->(p)
WHERE ${LIVE('c')}
RETURN owner, p.id AS id ORDER BY owner, id`,
);

/** The comments on each record that stand. */
export const commentsOn = query<{ ids: readonly string[] }>()(
  'commentsOn',
  owned(recordRow),
  `UNWIND $ids AS owner MATCH (n:Thing {id: owner})<-[:ABOUT]-(c:Comment) RETURN owner, ${recordColumns('c')}`,
);

/** The records that were merged into each. */
export const mergedInto = query<{ ids: readonly string[] }>()(
  'mergedInto',
  owned(recordRow),
  `UNWIND $ids AS owner MATCH (n:Thing {id: owner})<-[:MERGED_INTO]-(m:Thing) RETURN owner, ${recordColumns('m')}`,
);

/** The places directly in each place. */
export const placesIn = query<{ ids: readonly string[] }>()(
  'placesIn',
  owned(recordRow),
  `UNWIND $ids AS owner
MATCH (n:Thing {id: owner})<-[:OBJECT]-(c:Claim {kind: 'PART_OF'})-[:SUBJECT]->(p:Place)
WHERE ${LIVE('c')}
RETURN owner, ${recordColumns('p')}`,
);
