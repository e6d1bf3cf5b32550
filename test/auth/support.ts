import { afterAll } from '@jest/globals';
import { createAccount } from '../../src/auth/accounts.js';
import { type Auth, createAuth, type IdentityProvider } from '../../src/auth/auth.js';
import type { Grant } from '../../src/auth/rights.js';
import type { Account } from '../../src/store/accounts-port.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { MIGRATIONS } from '../support/engines.js';

const open: Store[] = [];
afterAll(async () => {
  for (const store of open) await store.close();
});

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Signing in on an empty store in memory, at a time that only the test moves. */
export async function anAuth(provider: IdentityProvider | null = null) {
  const engine = openGrafeo({ folder: null, shuffleUnordered: true });
  await migrate(engine, await readMigrations(MIGRATIONS));
  const store = createStore(engine);
  open.push(store);
  let now = Date.UTC(2026, 10, 24, 8);
  const auth: Auth = createAuth(store.accounts, { clock: () => new Date(now), provider });
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { auth, store, wait };
}

/** A password that is accepted. */
export const PASSWORD = 'sepasar pedas empat kata';

export function anAccount(
  auth: Auth,
  login = 'ana',
  grants: readonly Grant[] = [{ role: 'editor' }],
): Promise<Account> {
  return createAccount(auth, { login, name: `${login} (invented)`, grants, password: PASSWORD });
}
