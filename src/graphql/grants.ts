import { WHOLE } from '../auth/require.js';
import {
  ACTIONS,
  type Action,
  can,
  type Grant as GrantRecord,
  type Role,
  type Subject,
  type User,
} from '../auth/rights.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { partOf } from '../store/cypher/relatives.js';
import { type Context, recordOfType, requiredRecord } from './context.js';
import type { GrantInput, GrantResolvers, Right, Role as RoleName } from './generated/types.js';

export const Grant: GrantResolvers = {
  role: ({ role }) => role.toUpperCase() as RoleName,
  place: ({ place }, _, context) => (place === undefined ? null : requiredRecord(context, place, 'place')),
  agency: ({ agency }, _, context) =>
    agency === undefined ? null : requiredRecord(context, agency, 'actor'),
  helix: ({ helix }) => helix ?? null,
};

/** Grants as they were sent. Throws NOT_FOUND for each limit that is no place, or no actor. */
export async function readGrantInputs(
  context: Context,
  field: string,
  inputs: readonly GrantInput[],
): Promise<GrantRecord[]> {
  const problems: Problem[] = [];
  const check = async (place: string, id: string | null | undefined, type: 'place' | 'actor') => {
    if (id == null || (await recordOfType(context, id, type)) !== null) return;
    const remedy = `give the id of ${type === 'place' ? 'a place' : 'an actor'}: search(query: …)`;
    problems.push({ code: 'NOT_FOUND', place, value: show(id), remedy });
  };
  await Promise.all(
    inputs.flatMap(({ place, agency }, at) => [
      check(`${field}.${at}.place`, place, 'place'),
      check(`${field}.${at}.agency`, agency, 'actor'),
    ]),
  );
  if (problems.length > 0) throw JejakError.ofProblems('The grants are refused', problems);
  return inputs.map(({ role, place, agency, helix }) => ({
    role: role.toLowerCase() as Role,
    ...(place != null && { place }),
    ...(agency != null && { agency }),
    ...(helix != null && { helix }),
  }));
}

/** What a grant reaches, as the subject of the right to hand it on. */
export async function subjectOfGrant(
  context: Context,
  { place, agency, helix }: GrantRecord,
): Promise<Subject> {
  const [places, agencies] = await Promise.all([
    place === undefined ? [] : withAllAbove(context, place),
    agency === undefined ? [] : withAllAbove(context, agency),
  ]);
  return { ...WHOLE, type: 'account', places, agencies, helixes: helix === undefined ? [] : [helix] };
}

/** A place or an actor, and everything that it is a part of, by id: what limits look at. */
export async function withAllAbove(context: Context, id: string): Promise<string[]> {
  const found = new Set([id]);
  // Sources may well make a circle of parts: each is asked about once.
  for (const each of found) for (const above of (await directlyAbove(context, each)) ?? []) found.add(above);
  return [...found];
}

function directlyAbove(context: Context, id: string): Promise<string[] | undefined> {
  return context.batch('partOf', id, async (ids) => {
    const above = new Map<string, string[]>();
    for (const { owner, id: whole } of await context.reader.read(partOf, { ids }))
      above.set(owner, [...(above.get(owner) ?? []), whole]);
    return above;
  });
}

/** What the roles of a user allow on records, whatever their limits. */
export function rightsOf({ id, name, grants }: User): Right[] {
  const unlimited = { id, name, grants: grants.map(({ role }) => ({ role })) };
  return ACTIONS.filter((action) => can(unlimited, action, WHOLE)).map(rightName);
}

const rightName = (action: Action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as Right;
