import { requireRight } from '../auth/require.js';
import { limitsOf } from '../auth/subjects.js';
import { listMappings, mappingToSave } from '../transfer/mappings.js';
import type { MutationResolvers, QueryResolvers } from './generated/types.js';
import { accountOf } from './submit.js';
import { withUserErrors } from './user-errors.js';

export const mappingQueries: QueryResolvers = {
  mappings: (_, __, context) => listMappings(context.reader),
};

export const mappingMutations: MutationResolvers = {
  saveMapping: (_, { text }, { user, writer, auth }) => {
    requireRight(user, 'import', { type: 'mapping', ...limitsOf(user) }, 'saveMapping');
    return withUserErrors({ mapping: null }, async () => {
      const mapping = await mappingToSave(text);
      const { name, title = null } = mapping;
      const kept = { text: JSON.stringify(mapping, null, 2), by: user.name, at: auth.clock().toISOString() };
      await writer.saveMapping({ name, ...kept, account: accountOf(user) });
      return { mapping: { name, title, origin: 'SAVED' as const, ...kept } };
    });
  },
};
