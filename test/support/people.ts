import type { Grant, User } from '../../src/auth/rights.js';

/** Users of the tests, each with one role; a limit may be given. */
const user =
  (name: string, role: Grant['role']) =>
  (limit: Omit<Grant, 'role'> = {}): User => ({
    id: `test-${name.toLowerCase()}`,
    name,
    grants: [{ role, ...limit }],
  });

export const contributor = user('Kontributor', 'contributor');
export const editor = user('Editor', 'editor');
export const administrator = user('Administrator', 'administrator');
