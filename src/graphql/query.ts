import { JejakError } from '../domain/errors.js';
import { typeOfId } from '../domain/ids.js';
import { asNode, changeById } from './common.js';
import { MAX_PAGE } from './connections.js';
import type { Context } from './context.js';
import type { QueryResolvers } from './generated/types.js';
import type { NodeModel } from './models.js';
import { proposalById } from './review.js';

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

async function nodeById(context: Context, id: string): Promise<NodeModel | null> {
  const type = typeOfId(id);
  if (type === null) return null;
  if (type === 'change') return changeById(context, id);
  if (type === 'proposal') return proposalById(context, id);
  const record = await context.record(id);
  return record === null || record.withdrawn ? null : asNode(record);
}
