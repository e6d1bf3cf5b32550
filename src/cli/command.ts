import { parseArgs } from 'node:util';
import { show } from '../domain/errors.js';
import { editDistance } from '../domain/names.js';
import { EXIT_HELP, type Exit, UsageError } from './exit.js';

/** One option of a command, as the parser and the help text need it. */
export interface Option {
  /** How the value is called in the help text; left out: the option is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly multiple?: true;
  readonly help: string;
}

/** A command of `jejak`: its help text and the parser of its arguments are made from this. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands after the name; empty: the command takes words of no kind. */
  readonly operands: string;
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  run(input: Input): Promise<Exit>;
}

/** The command line, read. */
export interface Input {
  readonly command: string;
  readonly values: Readonly<Record<string, string | boolean | ReadonlyArray<string | boolean> | undefined>>;
  readonly words: readonly string[];
}

export const LANG_OPTION: Option = {
  value: 'id|en',
  help: 'language of the output: Indonesian (id, the default) or English',
};
export const JSON_OPTION: Option = { help: 'print what the API answers, as JSON' };
const HELP: Option = { help: 'print this' };

/** Reads the arguments that follow the command's name; null when they ask for help. */
export function readArguments(command: Command, args: readonly string[]): Input | null {
  const options = { ...command.options, help: HELP };
  const { values, positionals } = parse(command, options, args);
  if (values.help === true) return null;
  if (command.operands === '' && positionals.length > 0)
    throw usage(command.name, `${show(positionals[0])} is one word too many; ${command.name} takes none`);
  return { command: command.name, values, words: positionals };
}

function parse(command: Command, options: Readonly<Record<string, Option>>, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value, multiple = false }]) => [
          name,
          {
            type: value === undefined ? ('boolean' as const) : ('string' as const),
            multiple,
            ...(name === 'help' ? { short: 'h' } : {}),
          },
        ]),
      ),
    });
  } catch (error) {
    throw usage(command.name, refusal(error as NodeJS.ErrnoException, Object.keys(options)));
  }
}

function refusal(error: NodeJS.ErrnoException, names: readonly string[]): string {
  if (error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  const given = /'(-[^']*)'/.exec(error.message)?.[1] ?? '';
  const near = nearest(given.replace(/^-+/, ''), names);
  return `unknown option ${show(given)}${near === null ? '' : `; did you mean --${near}?`}`;
}

/** The name that a mistyped one most likely stands for, if any. */
export function nearest(given: string, names: readonly string[]): string | null {
  const [best] = names
    .map((name) => ({
      name,
      edits: name.startsWith(given) && given !== '' ? 0 : editDistance(given, name, 2),
    }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= 2 ? best.name : null;
}

/** Wrong usage of a command, with where to read how it is used. */
export function usage(command: string, what: string): UsageError {
  return new UsageError(`${what}\nsee: jejak ${command} --help`);
}

/** The value of an option that takes one of a list, in whatever case it was typed. */
export function choice<T extends string>(input: Input, option: string, allowed: readonly T[]): T | undefined {
  const [first] = choices(input, option, allowed) ?? [];
  return first;
}

/** The values of an option that takes several of a list, apart or with commas; undefined when it was not given. */
export function choices<T extends string>(
  input: Input,
  option: string,
  allowed: readonly T[],
): T[] | undefined {
  const given = input.values[option];
  if (given === undefined) return undefined;
  const typed = [given].flat().flatMap((value) => String(value).split(','));
  return typed.map((text) => {
    const found = allowed.find((each) => each.toLowerCase() === text.trim().toLowerCase());
    if (found === undefined)
      throw usage(input.command, `--${option} ${show(text)} is refused; write one of: ${allowed.join(', ')}`);
    return found;
  });
}

/** The values of an option as they were typed; none when it was not given. */
export function several(input: Input, option: string): string[] {
  return [input.values[option] ?? []].flat().map(String);
}

/** The value of an option that takes a whole number. */
export function wholeNumber(input: Input, option: string, min: number, max: number): number | undefined {
  const given = input.values[option];
  if (given === undefined) return undefined;
  const number = /^\d{1,9}$/.test(String(given)) ? Number(given) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw usage(
    input.command,
    `--${option} ${show(given)} is refused; write a whole number from ${min} to ${max}`,
  );
}

/** The value of an option that `accepts` must take. */
export function textOption(
  input: Input,
  option: string,
  accepts: (text: string) => boolean,
  remedy: string,
): string | undefined {
  const given = input.values[option];
  if (given === undefined) return undefined;
  if (!accepts(String(given))) throw usage(input.command, `--${option} ${show(given)} is refused; ${remedy}`);
  return String(given);
}

/** The words after the command as one text, so that quotes around a name may be left out. */
export function wordsOf(input: Input, what: string): string {
  const text = input.words.join(' ').trim();
  if (text === '') throw usage(input.command, `${what} is missing`);
  return text;
}

/** The file that a command takes; undefined when none is given. */
export function fileOf(input: Input): string | undefined {
  const [file, more] = input.words;
  if (more !== undefined) throw usage(input.command, `${show(more)} is one word too many; name one file`);
  if (file === '') throw usage(input.command, 'the name of the file is empty');
  return file;
}

/** The help text of one command. */
export function helpOf(command: Command): string {
  const { name, operands, about, examples } = command;
  const options = Object.entries({ ...command.options, help: HELP }).map(([option, { value, help }]) => {
    const flag = `--${option}${value === undefined ? '' : ` ${value}`}${option === 'help' ? ', -h' : ''}`;
    return [flag, help] as const;
  });
  const head = `Usage: jejak ${[name, operands, '[options]'].filter(Boolean).join(' ')}`;
  const shown = examples.map((example) => `  ${example}`).join('\n');
  return [head, about, `Options:\n${columns(options)}`, `Examples:\n${shown}`, EXIT_HELP].join('\n\n');
}

/** Rows of a flag and what it does. What does not fit beside the flag goes below it. */
export function columns(rows: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.min(26, Math.max(...rows.map(([flag]) => flag.length)));
  const indent = `\n  ${' '.repeat(width)}  `;
  return rows
    .map(([flag, help]) => {
      const gap = flag.length > width ? indent : `${' '.repeat(width - flag.length)}  `;
      return `  ${flag}${gap}${help.replaceAll('\n', indent)}`;
    })
    .join('\n');
}
