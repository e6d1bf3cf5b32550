import { z } from 'zod';
import { HELIXES } from '../domain/kinds.js';
import { type Grant, ROLES } from './rights.js';

const grant = z.strictObject({
  role: z.enum(ROLES),
  place: z.string().min(1).optional(),
  agency: z.string().min(1).optional(),
  helix: z.enum(HELIXES).optional(),
});

/** The shape of a list of grants, for whoever reads one from outside. */
export const grantsSchema = z.array(grant).transform((list) => list as Grant[]);

/** The grants that the store keeps as JSON. Throws when it holds anything else. */
export function readGrants(json: string): readonly Grant[] {
  return grantsSchema.parse(JSON.parse(json));
}

/** As the store keeps them. */
export function writeGrants(grants: readonly Grant[]): string {
  return JSON.stringify(grants.map(({ role, place, agency, helix }) => ({ role, place, agency, helix })));
}
