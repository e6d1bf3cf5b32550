import { ROLES } from '../../auth/rights.js';
import { show } from '../../domain/errors.js';
import { HELIXES } from '../../domain/kinds.js';
import { withApi } from '../api.js';
import { type Command, LANG_OPTION, nearest } from '../command.js';
import { EXIT, UsageError } from '../exit.js';

const NAMES = ['add', 'list', 'passwd', 'disable', 'enable', 'token', 'pass', 'forget'] as const;

export const user: Command = {
  name: 'user',
  summary: 'manage accounts, API tokens and event passes; erase a person',
  operands: '<what> [login]',
  about: `What:
  add LOGIN      makes an account: --name, --role, its limits; asks for the password
  list           prints every account and what it may do
  passwd LOGIN   sets a new password and ends the sessions of the account
  disable LOGIN  lets nobody in by it any more
  enable LOGIN   lets its holder in again, also when it is locked after too many failures
  token LOGIN    makes an API token and prints it, once: --name, --days, and --role for more than reading
  pass           makes a pass for an event and prints its code, once: --event, --days, --uses, --role, its limits
  forget [LOGIN] erases a person: the account, and the personal data under --name and --phone, the history included
Whoever may open the data folder is the operator and needs no account: that is how the first administrator is made.`,
  options: {
    name: { value: 'TEXT', help: 'name that others see; of a token: what it is for; to forget: of whom' },
    role: { value: 'ROLE', help: `one of ${ROLES.join(', ')}` },
    place: { value: 'PLACE', help: 'limits the role to a place and what lies below: name, code or id' },
    agency: { value: 'ACTOR', help: 'limits the role to an actor, what it owns and its units: name or id' },
    helix: { value: 'HELIX', help: `limits the role to one of:\n${HELIXES.join(', ')}` },
    'password-stdin': { help: 'read the password from standard input' },
    event: { value: 'TEXT', help: 'what the event of a pass is called' },
    days: {
      value: 'N',
      help: 'how long it holds: a pass 1 to 7 (default: 1), a token 1 to 3660 (default: for ever)',
    },
    uses: { value: 'N', help: 'how often a pass may be redeemed (default: any number of times)' },
    phone: { value: 'NUMBER', help: 'telephone number of the person to forget, however it is spelled' },
    yes: { help: 'forget without being asked, for scripts' },
    lang: LANG_OPTION,
  },
  examples: [
    'jejak user add ana --name "Ana" --role administrator',
    'jejak user add budi --name "Budi" --role editor --place Klojen',
    'jejak user pass --event "Musrenbang Klojen" --place Klojen --days 2',
    'jejak user token ana --name "monthly export" --days 365',
    'jejak user forget --name "Siti Rekaan" --phone 0812-0000-0345',
  ],
  run: async (input) => {
    const [word = ''] = input.words;
    const name = NAMES.find((each) => each === word);
    if (name === undefined) throw unknown(word);
    const { ACTS } = await import('../user.js');
    await withApi((api) => ACTS[name](input, api));
    return EXIT.ok;
  },
};

function unknown(word: string): UsageError {
  const near = nearest(word, NAMES);
  const hint = near === null || word === '' ? `write one of: ${NAMES.join(', ')}` : `did you mean ${near}?`;
  const what = word === '' ? 'what to do with users is missing' : `${show(`user ${word}`)} is not known`;
  return new UsageError(`${what}; ${hint}\nsee: jejak user --help`);
}
