import { requireRight, WHOLE } from '../auth/require.js';
import { can, type User } from '../auth/rights.js';
import { isGuest } from '../auth/sessions.js';
import { limitsOf } from '../auth/subjects.js';
import { JejakError, show } from '../domain/errors.js';
import type { MappingRow } from '../store/port.js';
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
      await writer.saveMapping({ name, ...kept, account: accountOf(user) }, (earlier) =>
        refuseReplacing(user, earlier),
      );
      return { mapping: { name, title, origin: 'SAVED' as const, ...kept } };
    });
  },
};

/** A mapping is replaced by whoever saved it, and by whoever may write anywhere; CONFLICT for all others. */
function refuseReplacing(user: User, { name, by, account }: MappingRow): void {
  const isOwn = account !== null && account === user.id;
  const isAnywhere = can(user, 'write', { ...WHOLE, type: 'mapping' });
  // A guest is somebody else at every event, and whom a name belongs to is not known.
  if (!isGuest(user) && (isOwn || isAnywhere)) return;
  throw JejakError.ofProblems('The mapping is refused', [
    {
      code: 'CONFLICT',
      place: 'name',
      value: `${show(name)} was saved by ${by}`,
      remedy: 'give yours another name',
      field: 'name',
    },
  ]);
}
