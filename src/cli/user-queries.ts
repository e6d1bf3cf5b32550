import { type ErrorCode, JejakError } from '../domain/errors.js';

/** The GraphQL documents of `jejak user`, and what comes back. A test checks them against the schema. */

const ERRORS = 'userErrors { code message }';
const GRANTS = 'grants { role place { name } agency { name } helix }';
const ACCOUNT = `account { login name ${GRANTS} disabled lockedUntil }`;

export const CREATE_ACCOUNT = `
mutation CreateAccount($login: String!, $name: String!, $grants: [GrantInput!]!, $password: String) {
  payload: createAccount(login: $login, name: $name, grants: $grants, password: $password) { ${ACCOUNT} ${ERRORS} }
}`;

export const UPDATE_ACCOUNT = `
mutation UpdateAccount($login: String!, $disabled: Boolean, $password: String) {
  payload: updateAccount(login: $login, disabled: $disabled, password: $password) { ${ACCOUNT} ${ERRORS} }
}`;

export const UNLOCK_ACCOUNT = `
mutation UnlockAccount($login: String!) { payload: unlockAccount(login: $login) { ${ACCOUNT} ${ERRORS} } }`;

export const CREATE_TOKEN = `
mutation CreateToken($login: String!, $name: String!, $grants: [GrantInput!]!, $days: Int) {
  payload: createToken(login: $login, name: $name, grants: $grants, days: $days) {
    secret token { expiresAt } ${ERRORS}
  }
}`;

export const CREATE_PASS = `
mutation CreatePass($event: String!, $grant: GrantInput!, $days: Int!, $uses: Int) {
  payload: createPass(event: $event, grant: $grant, days: $days, uses: $uses) { code qrText expiresAt ${ERRORS} }
}`;

export const FORGET_PERSON = `
mutation ForgetPerson($login: String, $name: String, $phone: String, $dryRun: Boolean!) {
  payload: forgetPerson(login: $login, name: $name, phone: $phone, dryRun: $dryRun) {
    erased { account sessions tokens passes mappings attributions proposersOf pending }
    redacted { records changes proposals }
    left { what records }
    ${ERRORS}
  }
}`;

export const ACCOUNTS = `
query Accounts($after: String) { accounts(first: 100, after: $after) { login name ${GRANTS} disabled lockedUntil } }`;

export interface GrantAnswer {
  readonly role: string;
  readonly place: { readonly name: string } | null;
  readonly agency: { readonly name: string } | null;
  readonly helix: string | null;
}
export interface AccountAnswer {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly GrantAnswer[];
  readonly disabled: boolean;
  readonly lockedUntil: string | null;
}

export interface ForgetAnswer {
  readonly erased: {
    readonly account: boolean;
    readonly sessions: number;
    readonly tokens: number;
    readonly passes: number;
    readonly mappings: number;
    readonly attributions: readonly string[];
    readonly proposersOf: readonly string[];
    readonly pending: readonly string[];
  };
  readonly redacted: {
    readonly records: readonly string[];
    readonly changes: readonly string[];
    readonly proposals: readonly string[];
  };
  readonly left: ReadonlyArray<{ readonly what: string; readonly records: readonly string[] }>;
}

/** What every mutation answers: what it did, or why not. */
export interface Payload<T> {
  readonly payload: { readonly [Field in keyof T]: T[Field] | null } & {
    readonly userErrors: ReadonlyArray<{ readonly code: string; readonly message: string }>;
  };
}

/** What a mutation did. Throws a JejakError with every reason why it did not. */
export function done<T>({ payload: { userErrors, ...rest } }: Payload<T>): T {
  const [first] = userErrors;
  if (first === undefined) return rest as unknown as T;
  throw new JejakError(first.code as ErrorCode, userErrors.map(({ message }) => message).join('\n'));
}
