import { JejakError, type Problem } from '../domain/errors.js';
import type { Accounts } from '../store/accounts-port.js';
import { type Limiter, limiter } from './limiter.js';
import type { Grant } from './rights.js';

/** What an identity provider says of a person. */
export interface Profile {
  /** Issuer and subject, in one text. */
  readonly identity: string;
  readonly name: string;
  /** The login that the person would like; null: the provider says none. */
  readonly login: string | null;
  /** What the provider's groups are worth here; null: the provider has no say in it. */
  readonly grants: readonly Grant[] | null;
}

/** A sign-in by the provider that has begun: what the browser keeps until it comes back. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An identity provider. Each throws UNAVAILABLE when it does not answer, UNAUTHENTICATED when its answer is refused. */
export interface IdentityProvider {
  /** Where to send the browser, which the provider sends back to `redirectUri`. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly flow: Flow }>;
  /** Who came back; `url` is the address with what the provider added to it. */
  finish(url: URL, flow: Flow): Promise<Profile>;
  /** Who holds an access token (JWT) of the provider. */
  ofToken(token: string): Promise<Profile>;
}

/** What the functions of this room work on. */
export interface Auth {
  readonly accounts: Accounts;
  /** What time it is: tests set it, so that none waits. */
  readonly clock: () => Date;
  /** Failed attempts to get in, by address and login. */
  readonly attempts: Limiter;
  /** The provider that people may sign in with as well; null: none is configured. */
  readonly provider: IdentityProvider | null;
}

const ATTEMPTS = { most: 10, milliseconds: 60_000, keys: 10_000 };

/** Signing in on these accounts, by the clock of this machine unless another is given. */
export function createAuth(
  accounts: Accounts,
  { clock = () => new Date(), provider = null }: Partial<Pick<Auth, 'clock' | 'provider'>> = {},
): Auth {
  return { accounts, clock, attempts: limiter({ ...ATTEMPTS, clock }), provider };
}

/** So many milliseconds from now, as the store keeps moments. */
export function later({ clock }: Pick<Auth, 'clock'>, milliseconds: number): string {
  return new Date(clock().getTime() + milliseconds).toISOString();
}

/** The earliest of moments as the store keeps them; null is never. */
export function earliest(first: string, ...rest: readonly (string | null)[]): string {
  return rest.reduce<string>((least, one) => (one !== null && one < least ? one : least), first);
}

/** An error with one thing to mend. */
export function refusal(code: Problem['code'], place: string, value: string, remedy: string): JejakError {
  return JejakError.ofProblems('The request is refused', [{ code, place, value, remedy }]);
}

/** Throws UNAVAILABLE when there were too many attempts for the key within a minute. */
export function takeAttempt({ attempts }: Auth, key: string): void {
  if (attempts.take(key)) return;
  throw refusal('UNAVAILABLE', 'request', 'there were too many attempts', 'try again in a minute');
}
