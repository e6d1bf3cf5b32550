import { readLogin } from '../auth/accounts.js';
import { refusal } from '../auth/auth.js';
import { keepingAnAdministrator } from '../auth/forget.js';
import { requireRight, WHOLE } from '../auth/require.js';
import type { Forgotten } from '../store/port.js';
import type { Context } from './context.js';
import type { ErasedData, LeftData, MutationForgetPersonArgs, MutationResolvers } from './generated/types.js';
import { accountOf } from './submit.js';
import { withUserErrors } from './user-errors.js';

const REFUSED = { erased: null, redacted: null, change: null };
const WHY = 'UU PDP 27/2022: penghapusan data pribadi';

export const forgetMutations: MutationResolvers = {
  forgetPerson: async (_, args, context) => {
    requireRight(context.user, 'forget', WHOLE, 'forgetPerson');
    const { left, ...rest } = await withUserErrors({ ...REFUSED, left: null }, () => forget(context, args));
    return { ...rest, left: left ?? [] };
  },
};

async function forget(context: Context, args: MutationForgetPersonArgs) {
  const { user, writer, engine } = context;
  const { login, name, phone, why, dryRun } = args;
  const forgotten = await writer.forget({
    login: login == null ? null : readLogin(login),
    name: name ?? null,
    phone: phone ?? null,
    attribution: { by: user.name, why: why ?? WHY, account: accountOf(user) },
    dryRun: dryRun ?? false,
    mayGo: keepingAnAdministrator(user),
  });
  context.forget();
  const { change, redacted } = forgotten;
  const erased = erasedOf(forgotten);
  if (isNothing(forgotten))
    throw refusal(
      'NOT_FOUND',
      'login, name, phone',
      'nothing of that person is here',
      'check the spelling; a login is listed by: jejak user list',
    );
  return {
    erased,
    redacted: mutable(redacted),
    left: leftOf(forgotten, engine),
    change: change === null ? null : { ...change, operationCount: change.operations.length },
  };
}

function erasedOf(forgotten: Forgotten): ErasedData {
  const { account, sessions, tokens, passes, mappings, attributions, personal, pending } = forgotten;
  const counts = { account, sessions, tokens, passes, mappings };
  return { ...counts, attributions: [...attributions], proposersOf: [...personal], pending: [...pending] };
}

const mutable = ({ records, changes, proposals }: Forgotten['redacted']) => ({
  records: [...records],
  changes: [...changes],
  proposals: [...proposals],
});

function isNothing({ account, personal, pending, redacted, left }: Forgotten): boolean {
  const found = [personal, pending, redacted.records, redacted.changes, redacted.proposals, left.named];
  return !account && left.unlike === 0 && found.every(({ length }) => length === 0);
}

/** Records named at most: the rest shows once these were dealt with. */
const NAMED = 100;

/** What stays, in words: the traces in the store first, then those that no program reaches from here. */
function leftOf({ left, account }: Forgotten, engine: string): LeftData[] {
  const { named, unlike, unknownLogin, shortNumber } = left;
  const about = (what: string, records: readonly string[] = []) => ({ what, records: [...records] });
  return [
    ...(unknownLogin ? [about('the login has no account; list them: jejak user list')] : []),
    ...(named.length > 0
      ? [
          about(
            `the full name stands in ${count(named.length, 'record')}: a person must judge whether it is public there, and correct or withdraw what is not; earlier versions of them stay in the history`,
            named.slice(0, NAMED),
          ),
        ]
      : []),
    ...(unlike > 0
      ? [
          about(
            `${count(unlike, 'proposer')} with that number under another name, or with that name and no number: give the phone alone, or the name alone, when it is the same person`,
          ),
        ]
      : []),
    ...(shortNumber
      ? [about('the number is too short to be looked for in texts: figures of other kinds look like it')]
      : []),
    ...(account
      ? []
      : [about('the name under which a guest of an event pass wrote or proposed: it belongs to no account')]),
    about('dumps made earlier: delete them, or restore each, erase again and dump anew'),
    about('backups of the data folder or of the database, and logs of a reverse proxy'),
    ...(engine === 'neo4j'
      ? [about('transaction logs of Neo4j, until it drops them: db.tx_log.rotation.retention_policy')]
      : []),
    about('sources on the web, which records only point at'),
  ];
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
