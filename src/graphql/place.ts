import type { Place as PlaceRecord } from '../domain/records.js';
import { parentPlaces, placesIn } from '../store/cypher/relatives.js';
import { claimPage, given } from './claim-pages.js';
import { namedFields } from './common.js';
import { connectionOver } from './connections.js';
import type { PlaceResolvers, QueryResolvers } from './generated/types.js';
import { page, placeIds } from './list-pages.js';
import { byName, namePosition, relatives } from './relatives.js';

export const placeQueries: QueryResolvers = {
  places: async (_, { filter, ...args }, context) =>
    page(context, {
      type: 'place',
      key: 'sortName',
      args,
      filters: given({
        kinds: filter?.kind,
        codes: filter?.code,
        within: filter?.within
          ? (await placeIds(context, filter.within)).filter((id) => id !== filter.within)
          : null,
      }),
    }),
};

export const Place: PlaceResolvers = {
  ...namedFields,
  parent: async ({ id }, _, context) => {
    const parents = await relatives<PlaceRecord>(context, 'parentPlaces', id, (ids) =>
      context.reader.read(parentPlaces, { ids }),
    );
    return parents.sort(byName)[0] ?? null;
  },
  parts: async ({ id }, args, context) => {
    const parts = await relatives<PlaceRecord>(context, 'placesIn', id, (ids) =>
      context.reader.read(placesIn, { ids }),
    );
    return connectionOver(parts.sort(byName), args, `places in ${id}`, namePosition);
  },
  located: ({ id }, { below, ...args }, context) =>
    claimPage(context, id, [below ? 'LOCATED' : 'OBJECT'], { kinds: ['LOCATED_IN'] }, args),
};
