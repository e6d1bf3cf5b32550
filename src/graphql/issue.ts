import { given } from './claim-pages.js';
import { namedFields } from './common.js';
import type { IssueResolvers, QueryResolvers } from './generated/types.js';
import { claimsField } from './initiative.js';
import { page, placeIds } from './list-pages.js';

export const issueQueries: QueryResolvers = {
  issues: async (_, { filter, ...args }, context) =>
    page(context, {
      type: 'issue',
      key: 'sortName',
      args,
      filters: given({
        progress: filter?.progress,
        places: filter?.place ? await placeIds(context, filter.place) : null,
      }),
    }),
};

export const Issue: IssueResolvers = {
  ...namedFields,
  addressedBy: claimsField(['OBJECT'], { kinds: ['ADDRESSES'] }),
  locations: claimsField(['SUBJECT'], { kinds: ['LOCATED_IN'] }),
};
