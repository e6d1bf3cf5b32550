/**
 * Accounts and what lets people in: sessions, API tokens, event passes. They are no records of the graph: they have no
 * history, and nobody reads them but the parts that decide who asks. Secrets are kept as hashes only. Moments are ISO
 * 8601 in UTC with milliseconds, so that they compare as text.
 */

/** A person, or a program, that can sign in. */
export interface Account {
  readonly id: string;
  /** Unique, in lower case. */
  readonly login: string;
  readonly name: string;
  /** PHC string. Null: signs in by another way, or not at all. */
  readonly passwordHash: string | null;
  /** The grants, as JSON. */
  readonly grants: string;
  /** Issuer and subject at an identity provider, in one text. Null: linked to none. */
  readonly identity: string | null;
  readonly disabled: boolean;
  /** Attempts to sign in since the last that succeeded. */
  readonly failures: number;
  /** Null: not locked. */
  readonly lockedUntil: string | null;
  readonly createdAt: string;
}
export type AccountChanges = Partial<Omit<Account, 'id' | 'login' | 'createdAt'>>;

/** Somebody is signed in: the holder of an account, or a guest with an event pass. */
export interface Session {
  /** SHA-256 of the secret that the browser keeps. */
  readonly hash: string;
  /** Id of the account, or of the pass. */
  readonly holder: string;
  /** The guest. Null: the session is an account's. */
  readonly guest: { readonly id: string; readonly name: string } | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Lets a program in, in the name of an account. */
export interface ApiToken {
  readonly id: string;
  /** SHA-256 of the token. */
  readonly hash: string;
  /** Id of the account. */
  readonly account: string;
  readonly name: string;
  /** What it may do at most, as JSON: never more than its account at the time of use. */
  readonly grants: string;
  readonly createdAt: string;
  /** Null: does not expire. */
  readonly expiresAt: string | null;
  /** To the minute. Null: not used yet. */
  readonly lastUsedAt: string | null;
}

/** Lets the people in a room in, for as long as an event lasts. */
export interface Pass {
  readonly id: string;
  /** SHA-256 of the code. */
  readonly hash: string;
  /** What the event is called. */
  readonly event: string;
  /** The grants of each guest, as JSON. */
  readonly grants: string;
  /** Id of the user who gave it out. */
  readonly by: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** How often it may be redeemed. Null: any number of times. */
  readonly uses: number | null;
  /** How often it was redeemed. */
  readonly used: number;
}

export interface Accounts {
  /** Throws CONFLICT when the login or the identity has an account. */
  create(account: Account): Promise<void>;
  byId(id: string): Promise<Account | null>;
  byLogin(login: string): Promise<Account | null>;
  byIdentity(identity: string): Promise<Account | null>;
  /** Accounts whose login follows `after`, in the order of their logins. */
  list(after: string, limit: number): Promise<Account[]>;
  /** Null: no such account. */
  update(id: string, changes: AccountChanges): Promise<Account | null>;
  /**
   * Counts one more attempt to sign in, in one transaction with the look at the lock, so that many attempts at once
   * count as many. `lockOf` says until when the account is locked after that many failures, if it is. Returns false
   * when the account is locked at `now`: then the attempt does not count.
   */
  countAttempt(id: string, now: string, lockOf: (failures: number) => string | null): Promise<boolean>;

  /** Also removes the sessions that have expired by its `createdAt`. */
  createSession(session: Session): Promise<void>;
  session(hash: string): Promise<Session | null>;
  extendSession(hash: string, expiresAt: string): Promise<void>;
  deleteSession(hash: string): Promise<void>;
  /** Ends all sessions of an account or a pass, but the one of the hash `but`. */
  deleteSessionsOf(holder: string, but: string | null): Promise<void>;

  createToken(token: ApiToken): Promise<void>;
  tokenById(id: string): Promise<ApiToken | null>;
  tokenByHash(hash: string): Promise<ApiToken | null>;
  /** In the order of their creation. */
  tokensOf(account: string): Promise<ApiToken[]>;
  markTokenUsed(id: string, at: string): Promise<void>;
  deleteToken(id: string): Promise<void>;

  createPass(pass: Pass): Promise<void>;
  passById(id: string): Promise<Pass | null>;
  /** Those that have not expired, in the order of their creation. */
  passes(now: string): Promise<Pass[]>;
  /** Takes one use of a pass. Null: no such pass, expired, or used up. */
  usePass(hash: string, now: string): Promise<Pass | null>;
  /** Takes it back, and ends the sessions of its guests. */
  deletePass(id: string): Promise<void>;
}
