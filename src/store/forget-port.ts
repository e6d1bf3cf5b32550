import type { Attribution } from '../domain/change-set.js';
import type { Account } from './accounts-port.js';
import type { Change } from './port.js';

/** Whose data are to be erased, and by whom. At least one of login, name and phone is given. */
export interface ForgetRequest {
  /** The account of that login, in lower case: it goes, and its name and id with it from the history. */
  readonly login: string | null;
  /** With a phone: of that number's personal data only those under this name. */
  readonly name: string | null;
  readonly phone: string | null;
  /** Of the change that takes the number out of records. */
  readonly attribution: Attribution;
  /** True: all is worked out, and nothing kept. */
  readonly dryRun: boolean;
  /** Throws when the account must stay; asked within the transaction. */
  mayGo(account: Account, others: readonly Account[]): void;
}

/** What was erased, or in a dry run would be; ids, counts, and never a value. */
export interface Forgotten {
  readonly account: boolean;
  readonly sessions: number;
  readonly tokens: number;
  readonly passes: number;
  readonly mappings: number;
  /** Ids of the changes and proposals that carried the account as author, approver or reviewer. */
  readonly attributions: readonly string[];
  /** Ids of the records whose personal data went. */
  readonly personal: readonly string[];
  /** Ids of the proposals from which personal data went. */
  readonly pending: readonly string[];
  /** Ids of what the number was typed into as text. */
  readonly redacted: {
    readonly records: readonly string[];
    readonly changes: readonly string[];
    readonly proposals: readonly string[];
  };
  /** The change that took the number out of records; null when it stood in none, and in a dry run. */
  readonly change: Change | null;
  readonly left: Left;
}

/** What was found, and stays. */
export interface Left {
  /** A login was given that has no account. */
  readonly unknownLogin: boolean;
  /** Personal data under that number and another name, or under that name and no number. */
  readonly unlike: number;
  /** The number is too short to be looked for in texts. */
  readonly shortNumber: boolean;
  /** Ids of the records in whose text the full name stands, in order. */
  readonly named: readonly string[];
}
