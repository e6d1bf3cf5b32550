import { JejakError } from '../domain/errors.js';
import { MAX_PAGE } from './connections.js';
import type { QueryResolvers } from './generated/types.js';
import { nodeById } from './nodes.js';

export const queryFields: QueryResolvers = {
  node: (_, { id }, context) => nodeById(context, id),
  nodes: (_, { ids }, context) => {
    if (ids.length > MAX_PAGE)
      throw JejakError.ofProblems('The request is refused', [
        {
          code: 'BAD_USER_INPUT',
          place: 'ids',
          value: `${ids.length} ids`,
          remedy: `send at most ${MAX_PAGE} at once`,
        },
      ]);
    return Promise.all(ids.map((id) => nodeById(context, id)));
  },
};
