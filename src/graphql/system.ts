import { requireRight, WHOLE } from '../auth/require.js';
import { check } from '../store/check.js';
import { lastSequence } from '../store/cypher/changes.js';
import { recordCounts } from '../store/cypher/records.js';
import type { MutationResolvers, QueryResolvers } from './generated/types.js';

export const systemQueries: QueryResolvers = {
  status: async (_, __, context) => {
    const [counts, last] = await Promise.all([
      context.reader.read(recordCounts, {}),
      context.reader.read(lastSequence, {}),
    ]);
    return { version: context.version, engine: context.engine, sequence: last[0]?.sequence ?? 0, counts };
  },
  check: (_, __, context) => check(context.reader),
};

export const systemMutations: MutationResolvers = {
  loadDataset: async (_, { dataset }, context) => {
    requireRight(
      context.user,
      'write',
      WHOLE,
      'loadDataset',
      'sign in as an editor of everything, or run "jejak seed" on the machine that serves, as the same user',
    );
    const name = dataset === 'MALANG' ? 'malang' : 'hamlet';
    const change = await context.loadDataset(name);
    return {
      change: change === null ? null : { ...change, operationCount: change.operations.length },
      userErrors: [],
    };
  },
};
