import { claimFilters, claimPage, given } from './claim-pages.js';
import { thingFields } from './common.js';
import type { QueryResolvers, SourceResolvers } from './generated/types.js';
import { page } from './list-pages.js';

export const sourceQueries: QueryResolvers = {
  sources: (_, { filter, ...args }, context) =>
    page(context, {
      type: 'source',
      key: 'sortDate',
      args,
      filters: given({ kinds: filter?.kind, from: filter?.from, until: filter?.until }),
    }),
};

export const Source: SourceResolvers = {
  ...thingFields,
  supports: ({ id }, { filter, ...args }, context) =>
    claimPage(context, id, ['EVIDENCED_BY'], claimFilters(filter), args),
};
