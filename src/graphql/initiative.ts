import { coverageOf } from '../domain/coverage.js';
import type { Actor } from '../domain/records.js';
import type { Side } from '../store/cypher/claims.js';
import type { Filters } from '../store/cypher/lists.js';
import { participants } from '../store/cypher/relatives.js';
import { achievementsOf } from './actor.js';
import { claimPage, given } from './claim-pages.js';
import { knownPeriod, namedFields } from './common.js';
import type { PageArguments } from './connections.js';
import { type Context, recordOfType } from './context.js';
import type { HelixActorsResolvers, InitiativeResolvers, QueryResolvers } from './generated/types.js';
import { page, placeIds } from './list-pages.js';
import type { ActorModel } from './models.js';
import { personalOfRecord } from './personal.js';
import { byName, relatives } from './relatives.js';

export const initiativeQueries: QueryResolvers = {
  initiative: (_, { id }, context) => recordOfType(context, id, 'initiative'),
  initiatives: async (_, { filter, orderBy, ...args }, context) =>
    page(context, {
      type: 'initiative',
      key: orderBy?.field === 'DATE' ? 'sortDate' : 'sortName',
      descending: orderBy?.direction === 'DESC',
      args,
      filters: given({
        kinds: filter?.kind,
        participantHelixes: filter?.helix,
        withoutHelix: filter?.withoutHelix,
        places: filter?.place ? await placeIds(context, filter.place) : null,
        issue: filter?.issue,
        participant: filter?.participant,
        from: filter?.from,
        until: filter?.until,
      }),
    }),
};

/** The claims of one kind at one end of a record, as a field. */
export const claimsField =
  (sides: readonly Side[], filters: Filters) =>
  ({ id }: { id: string }, args: Pick<PageArguments, 'first' | 'after'>, context: Context) =>
    claimPage(context, id, sides, filters, args);

export const Initiative: InitiativeResolvers = {
  ...namedFields,
  proposer: ({ id }, _, context) => personalOfRecord(context, id),
  period: (initiative) => knownPeriod(initiative),
  participations: ({ id }, { helix, roles, ...args }, context) =>
    claimPage(
      context,
      id,
      ['OBJECT'],
      { kinds: ['PARTICIPATION'], ...given({ roles, farHelixes: helix }) },
      args,
    ),
  coverage: async ({ id }, _, context) => {
    const actors = await relatives<Actor>(context, 'participants', id, (ids) =>
      context.reader.read(participants, { ids }),
    );
    return coverageOf(actors.sort(byName));
  },
  parents: claimsField(['SUBJECT'], { kinds: ['PART_OF'] }),
  children: claimsField(['OBJECT'], { kinds: ['PART_OF'] }),
  lineage: claimsField(['SUBJECT', 'OBJECT'], { kinds: ['RESULTED_IN'] }),
  entries: claimsField(['SUBJECT', 'OBJECT'], { kinds: ['ENTERED'] }),
  issues: claimsField(['SUBJECT'], { kinds: ['ADDRESSES'] }),
  locations: claimsField(['SUBJECT'], { kinds: ['LOCATED_IN'] }),
  achievements: ({ id }, args, context) => achievementsOf(context, id, args),
};

export const HelixActors: HelixActorsResolvers = {
  count: ({ actors }) => actors.length,
  actors: ({ actors }) => actors as ActorModel[],
};
