import { groupBy } from '../domain/collections.js';
import { holdsDuring } from '../domain/periods.js';
import type { Achievement, Claim } from '../domain/records.js';
import { OWNER_ROLES } from '../domain/relations.js';
import {
  achievementsWonBy,
  affiliationClaims,
  collaborators,
  timelineClaims,
} from '../store/cypher/relatives.js';
import { claimPage, given } from './claim-pages.js';
import { namedFields } from './common.js';
import { comparePositions, connectionOver, type PageArguments } from './connections.js';
import { type Context, recordOfType, requiredRecord } from './context.js';
import type { ActorResolvers, CollaboratorResolvers, QueryResolvers } from './generated/types.js';
import { page, placeIds } from './list-pages.js';
import { byDate, byName, relatives, storyPosition } from './relatives.js';

export const actorQueries: QueryResolvers = {
  actor: (_, { id }, context) => recordOfType(context, id, 'actor'),
  actors: async (_, { filter, orderBy, ...args }, context) =>
    page(context, {
      type: 'actor',
      key: 'sortName',
      descending: orderBy?.direction === 'DESC',
      args,
      filters: given({
        helixes: filter?.helix,
        kinds: filter?.kind,
        places: filter?.place ? await placeIds(context, filter.place) : null,
        initiative: filter?.initiative,
        participantRoles: filter?.roles,
        withoutInnovation: filter?.withoutInnovation === true ? INNOVATOR_ROLES : null,
      }),
    }),
};

const INNOVATOR_ROLES = ['ACCOUNTABLE', 'IMPLEMENTING', 'INITIATOR'];

export const Actor: ActorResolvers = {
  ...namedFields,
  participations: ({ id }, { roles, kinds, ...args }, context) =>
    claimPage(
      context,
      id,
      ['SUBJECT'],
      { kinds: ['PARTICIPATION'], ...given({ roles, farKinds: kinds }) },
      args,
    ),
  affiliations: ({ id }, { at, roles, ...args }, context) =>
    at
      ? affiliationsAt(context, id, at, roles ?? null, args)
      : claimPage(context, id, ['SUBJECT', 'OBJECT'], { kinds: ['AFFILIATION'], ...given({ roles }) }, args),
  collaborators: async ({ id }, { helix, ...args }, context) => {
    const rows = await context.batch('collaborators', id, async (ids) =>
      groupBy(await context.reader.read(collaborators, { ids }), ({ owner }) => owner),
    );
    const found = (rows ?? [])
      .filter((row) => !helix || helix.includes(row.helix as (typeof helix)[number]))
      .map((row) => ({ ...row, id: row.actor, key: rankKey(row.initiatives.length, row.sortName) }))
      .sort(comparePositions);
    return connectionOver(
      found,
      args,
      `collaborators of ${id} ${JSON.stringify(helix ?? null)}`,
      (item) => item,
    );
  },
  achievements: ({ id }, args, context) => achievementsOf(context, id, args),
  timeline: async ({ id }, args, context) => {
    const claims = await relatives<Claim>(context, 'timelineClaims', id, (ids) =>
      context.reader.read(timelineClaims, { ids, owners: OWNER_ROLES }),
    );
    return connectionOver(claims.sort(byDate), args, `timeline of ${id}`, storyPosition);
  },
};

export const Collaborator: CollaboratorResolvers = {
  actor: ({ actor }, _, context) => requiredRecord(context, actor, 'actor'),
  initiatives: async ({ initiatives }, _, context) => {
    const records = await Promise.all(initiatives.map((id) => requiredRecord(context, id, 'initiative')));
    return records.sort(byName);
  },
};

/** Sorts by a count from high to low, then by name, as one text. */
function rankKey(count: number, name: string): string {
  return `${String(1_000_000_000 - count).padStart(10, '0')} ${name}`;
}

/** Achievements won by an actor or an initiative, or through an initiative that the actor owns. */
export async function achievementsOf(context: Context, id: string, args: PageArguments) {
  const achievements = await relatives<Achievement>(context, 'achievementsWonBy', id, (ids) =>
    context.reader.read(achievementsWonBy, { ids, owners: OWNER_ROLES }),
  );
  return connectionOver(achievements.sort(byDate), args, `achievements of ${id}`, storyPosition);
}

/** Posts that are known to be held on a day. Whether one is, is judged on partial dates, so not by the store. */
async function affiliationsAt(
  context: Context,
  id: string,
  day: string,
  roles: readonly string[] | null,
  args: PageArguments,
) {
  const claims = await relatives<Claim>(context, 'affiliationClaims', id, (ids) =>
    context.reader.read(affiliationClaims, { ids }),
  );
  const held = claims.filter(
    (claim) =>
      (roles === null || roles.includes(claim.role ?? '')) &&
      holdsDuring(claim, { earliest: day, latest: day }),
  );
  return connectionOver(
    held.sort(byDate),
    args,
    `posts of ${id} at ${day} ${JSON.stringify(roles)}`,
    storyPosition,
  );
}
