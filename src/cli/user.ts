import { ROLES } from '../auth/rights.js';
import { HELIXES, LANGUAGES } from '../domain/kinds.js';
import { chooseId } from './choose.js';
import { choice, type Input, textOption, wholeNumber } from './command.js';
import type { Api } from './connect.js';
import { UsageError } from './exit.js';
import { forget } from './forget.js';
import { newPassword } from './password.js';
import {
  ACCOUNTS,
  type AccountAnswer,
  CREATE_ACCOUNT,
  CREATE_PASS,
  CREATE_TOKEN,
  done,
  type Payload,
  UNLOCK_ACCOUNT,
  UPDATE_ACCOUNT,
} from './user-queries.js';

/** What `jejak user` can do, by its second word. Each prints what it did. */
export const ACTS = { add, list, passwd, disable, enable, token, pass, forget } as const;

async function add(input: Input, api: Api): Promise<void> {
  const login = loginOf(input);
  const name = required(input, 'name');
  const grants = await grantsOf(input, api);
  if (grants.length === 0) throw missing(input, 'role');
  const variables = { login, name, grants, password: await newPassword(input) };
  const { account } = done(await api.ask<Payload<{ account: AccountAnswer }>>(CREATE_ACCOUNT, variables));
  console.log(lineOf(account));
}

async function list(input: Input, api: Api): Promise<void> {
  if (input.words.length > 1) throw new UsageError('"user list" takes no words\nsee: jejak user --help');
  let after = '';
  for (;;) {
    const { accounts } = await api.ask<{ accounts: AccountAnswer[] }>(ACCOUNTS, { after });
    for (const account of accounts) console.log(lineOf(account));
    const last = accounts.at(-1);
    if (last === undefined) break;
    after = last.login;
  }
  if (after === '')
    console.error('no accounts yet; make the first: jejak user add <login> --name … --role administrator');
}

async function passwd(input: Input, api: Api): Promise<void> {
  const login = loginOf(input);
  await update(api, { login, password: await newPassword(input) });
}

async function disable(input: Input, api: Api): Promise<void> {
  await update(api, { login: loginOf(input), disabled: true });
}

async function enable(input: Input, api: Api): Promise<void> {
  const login = loginOf(input);
  done(await api.ask<Payload<{ account: AccountAnswer }>>(UNLOCK_ACCOUNT, { login }));
  await update(api, { login, disabled: false });
}

async function update(api: Api, variables: Readonly<Record<string, unknown>>): Promise<void> {
  const { account } = done(await api.ask<Payload<{ account: AccountAnswer }>>(UPDATE_ACCOUNT, variables));
  console.log(lineOf(account));
}

async function token(input: Input, api: Api): Promise<void> {
  const login = loginOf(input);
  const name = required(input, 'name');
  const days = wholeNumber(input, 'days', 1, 3_660);
  const variables = { login, name, days, grants: await grantsOf(input, api) };
  const made = done(
    await api.ask<Payload<{ secret: string; token: { expiresAt: string | null } }>>(CREATE_TOKEN, variables),
  );
  console.log(made.secret);
  console.error(
    `shown this once; ${made.token.expiresAt === null ? 'does not expire' : `expires ${made.token.expiresAt}`}`,
  );
}

async function pass(input: Input, api: Api): Promise<void> {
  if (input.words.length > 1) throw new UsageError('"user pass" takes no words\nsee: jejak user --help');
  const event = required(input, 'event');
  const days = wholeNumber(input, 'days', 1, 7) ?? 1;
  const uses = wholeNumber(input, 'uses', 1, 10_000);
  const [grant = { role: 'CONTRIBUTOR', ...(await limitsOf(input, api)) }] = await grantsOf(input, api);
  const made = done(
    await api.ask<Payload<{ code: string; qrText: string; expiresAt: string }>>(CREATE_PASS, {
      event,
      grant,
      days,
      uses,
    }),
  );
  console.log(`${made.qrText}\n${made.code}`);
  console.error(`shown this once; expires ${made.expiresAt}`);
}

/** The grant of --role and the limits beside it; none without a role. */
async function grantsOf(input: Input, api: Api): Promise<object[]> {
  const role = choice(input, 'role', ROLES)?.toUpperCase();
  return role === undefined ? [] : [{ role, ...(await limitsOf(input, api)) }];
}

async function limitsOf(input: Input, api: Api): Promise<object> {
  const language = choice(input, 'lang', LANGUAGES) ?? 'id';
  const named = async (option: 'place' | 'agency', type: 'PLACE' | 'ACTOR') => {
    const text = textOption(input, option, (value) => value.trim() !== '', 'write a name, a code or an id');
    const example = (id: string) => `jejak user … --${option} ${id}`;
    return text === undefined
      ? {}
      : { [option]: await chooseId(api, text, language, { types: [type], example }) };
  };
  const helix = choice(input, 'helix', HELIXES);
  return {
    ...(await named('place', 'PLACE')),
    ...(await named('agency', 'ACTOR')),
    ...(helix !== undefined && { helix }),
  };
}

function loginOf({ words }: Input): string {
  const [act, login, more] = words;
  if (login === undefined || more !== undefined)
    throw new UsageError(`"user ${act}" takes one login\nsee: jejak user --help`);
  return login;
}

function required(input: Input, option: string): string {
  const text = textOption(input, option, (value) => value.trim() !== '', 'write some text');
  if (text === undefined) throw missing(input, option);
  return text;
}

function missing({ words }: Input, option: string): UsageError {
  return new UsageError(`"user ${words[0]}" needs --${option}\nsee: jejak user --help`);
}

/** `ana  Ana  editor in Klojen, reader`. */
function lineOf({ login, name, grants, disabled, lockedUntil }: AccountAnswer): string {
  const what = grants.map(({ role, place, agency, helix }) =>
    [
      role.toLowerCase(),
      ...(place === null ? [] : [`in ${place.name}`]),
      ...(agency === null ? [] : [`for ${agency.name}`]),
      ...(helix === null ? [] : [`of ${helix}`]),
    ].join(' '),
  );
  const state = disabled ? ['disabled'] : lockedUntil !== null ? [`locked until ${lockedUntil}`] : [];
  return [login, name, what.join(', ') || 'nothing', ...state].join('  ');
}
