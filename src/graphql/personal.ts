import { type Facts, factsOf, isLimited, NOWHERE } from '../auth/subjects.js';
import { byId } from '../domain/collections.js';
import { personalOf } from '../store/cypher/personal.js';
import type { Personal } from '../store/port.js';
import type { Context } from './context.js';

/** The personal data of a record, for those with the right; null for all others, as if there were none. */
export async function personalOfRecord(context: Context, id: string): Promise<Personal | null> {
  if (seesNone(context)) return null;
  const facts = isLimited(context.user)
    ? await context.batch('factsOf', id, (ids) => factsOf(context.reader, ids))
    : NOWHERE;
  if (!maySee(context, facts)) return null;
  const found = await context.batch('personalOf', id, async (ids) => {
    const rows = await context.reader.read(personalOf, { ids });
    return byId(rows.map((row) => ({ ...row, id: row.of })));
  });
  return found ?? null;
}

/** Those of the records whose personal data may be seen. */
export async function personallyReadable(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (seesNone(context)) return new Set();
  const facts = isLimited(context.user) ? await factsOf(context.reader, ids) : new Map<string, Facts>();
  return new Set(ids.filter((id) => maySee(context, facts.get(id))));
}

/** Those who may see none anywhere cause no look-up: its time would tell whether there is something. */
const seesNone = ({ user }: Context) =>
  user.grants.every(({ role }) => role === 'reader' || role === 'contributor');

const maySee = (context: Context, facts: Facts = NOWHERE) =>
  context.may('readPersonal', { ...facts, type: 'initiative' });
