import type { Input } from './command.js';
import { UsageError } from './exit.js';

/** What of a terminal it takes to read without echo. */
export interface Terminal extends AsyncIterable<string | Buffer> {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
}

const [INTERRUPT, END, BACKSPACE, DELETE] = ['\u0003', '\u0004', '\b', '\u007f'];

/**
 * The password to set: with --password-stdin all of standard input but its last line break, otherwise asked for twice
 * without echo. Throws UsageError when there is nobody to ask, or the two differ.
 */
export async function newPassword({ command, values }: Input): Promise<string> {
  if (values['password-stdin'] === true) return textOf(process.stdin);
  if (!process.stdin.isTTY)
    throw new UsageError(
      `standard input is no terminal to ask for the password; give it there, with --password-stdin\nsee: jejak ${command} --help`,
    );
  const first = await readHidden(process.stdin, process.stderr, 'password: ');
  const second = await readHidden(process.stdin, process.stderr, 'the same again: ');
  if (first !== second) throw new UsageError('the two passwords differ; nothing was changed');
  return first;
}

async function textOf(input: AsyncIterable<string | Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** One line of a terminal, which shows nothing of it. Throws UsageError on Ctrl-C. */
export async function readHidden(
  terminal: Terminal,
  output: { write(text: string): unknown },
  prompt: string,
): Promise<string> {
  output.write(prompt);
  terminal.setRawMode?.(true);
  try {
    return await lineOf(terminal);
  } finally {
    terminal.setRawMode?.(false);
    output.write('\n');
  }
}

async function lineOf(terminal: Terminal): Promise<string> {
  const decoder = new TextDecoder();
  const letters: string[] = [];
  // By hand: leaving a for loop would close the terminal, and the second question would find it shut.
  const chunks = terminal[Symbol.asyncIterator]();
  for (let next = await chunks.next(); !next.done; next = await chunks.next())
    for (const letter of decoder.decode(Buffer.from(next.value), { stream: true })) {
      if (letter === INTERRUPT) throw new UsageError('interrupted; nothing was changed');
      if (letter === '\r' || letter === '\n' || letter === END) return letters.join('');
      if (letter === BACKSPACE || letter === DELETE) letters.pop();
      else letters.push(letter);
    }
  return letters.join('');
}
