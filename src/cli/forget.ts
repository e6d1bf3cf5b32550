import { createInterface } from 'node:readline';
import { type Input, textOption } from './command.js';
import type { Api } from './connect.js';
import { Negative, UsageError } from './exit.js';
import { done, FORGET_PERSON, type ForgetAnswer, type Payload } from './user-queries.js';

/** Where a person is asked. */
export interface Asked {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/**
 * Erases a person: on a terminal it shows what would go and asks first, with --yes it does so at once. Throws UsageError
 * when there is nobody to ask, Negative when there is nothing to erase or the answer is no.
 */
export async function forget(
  input: Input,
  api: Api,
  asked: Asked = { input: process.stdin, output: process.stderr },
): Promise<void> {
  const who = whoOf(input);
  const ask = async (dryRun: boolean) =>
    done(await api.ask<Payload<ForgetAnswer>>(FORGET_PERSON, { ...who, dryRun }));
  if (input.values.yes !== true) {
    if (!asked.input.isTTY)
      throw new UsageError(
        'standard input is no terminal to ask for a yes; erase without being asked: --yes\nsee: jejak user --help',
      );
    const found = await ask(true);
    asked.output.write(`${textOf('this would be erased:', found)}\n`);
    if (isNothing(found)) throw new Negative('there is nothing to erase');
    if (!(await isConfirmed(asked))) throw new Negative('nothing was erased');
  }
  const answer = await ask(false);
  console.log(textOf('erased:', answer));
  if (isNothing(answer)) throw new Negative('there was nothing to erase');
}

function whoOf(input: Input): Readonly<Record<string, string | undefined>> {
  const [, login, more] = input.words;
  if (more !== undefined)
    throw new UsageError('"user forget" takes at most one login\nsee: jejak user --help');
  const given = (option: string) =>
    textOption(input, option, (text) => text.trim() !== '', 'write some text');
  const who = { login, name: given('name'), phone: given('phone') };
  if (Object.values(who).every((value) => value === undefined))
    throw new UsageError('"user forget" needs a login, --name or --phone\nsee: jejak user --help');
  return who;
}

/** Only a whole yes will do: what is erased does not come back. */
async function isConfirmed({ input, output }: Asked): Promise<boolean> {
  const terminal = createInterface({ input, output });
  try {
    const answer = await new Promise<string>((resolve) => {
      terminal.question('erase it for good? write yes or ya: ', resolve);
      // The end of the input, as by Ctrl-D, is no yes.
      terminal.once('close', () => resolve(''));
    });
    return ['yes', 'ya'].includes(answer.trim().toLowerCase());
  } finally {
    terminal.close();
  }
}

function isNothing(answer: ForgetAnswer): boolean {
  return erasedLines(answer).length === 0;
}

function textOf(heading: string, answer: ForgetAnswer): string {
  const erased = erasedLines(answer);
  const left = answer.left.flatMap(({ what, records }) => [`  ${what}`, ...records.map((id) => `    ${id}`)]);
  return [heading, ...(erased.length > 0 ? erased : ['  nothing']), 'left:', ...left].join('\n');
}

function erasedLines({ erased, redacted }: ForgetAnswer): string[] {
  const { sessions, tokens, passes, mappings, attributions, proposersOf, pending } = erased;
  const way = [count(sessions, 'session'), count(tokens, 'API token'), count(passes, 'event pass')];
  const listed = (what: string, one: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`  ${what} ${count(ids.length, one)}: ${shown(ids)}`];
  return [
    ...(erased.account ? [`  the account, with ${way.join(', ')}`] : []),
    ...listed('its name in', 'change or proposal', attributions),
    ...(mappings > 0 ? [`  its name in ${count(mappings, 'import mapping')}`] : []),
    ...listed('the proposer of', 'record', proposersOf),
    ...listed('the proposer in', 'proposal', pending),
    ...listed('the number in the text of', 'record', redacted.records),
    ...listed('the number in', 'earlier change', redacted.changes),
    ...listed('the number in the text of', 'proposal', redacted.proposals),
  ];
}

const SHOWN = 10;
const shown = (ids: readonly string[]) =>
  [...ids.slice(0, SHOWN), ...(ids.length > SHOWN ? [`and ${ids.length - SHOWN} more`] : [])].join(', ');
const count = (n: number, what: string) => `${n} ${n === 1 ? what : (PLURALS[what] ?? `${what}s`)}`;
const PLURALS: Readonly<Record<string, string>> = {
  'event pass': 'event passes',
  'change or proposal': 'changes and proposals',
};
