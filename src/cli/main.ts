#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { show } from '../domain/errors.js';
import { type Command, columns, helpOf, nearest, readArguments } from './command.js';
import { article } from './commands/article.js';
import { check } from './commands/check.js';
import { dump } from './commands/dump.js';
import { exportCommand } from './commands/export.js';
import { importFile } from './commands/import.js';
import { measure } from './commands/measure.js';
import { migrate } from './commands/migrate.js';
import { restore } from './commands/restore.js';
import { search } from './commands/search.js';
import { seed } from './commands/seed.js';
import { serve } from './commands/serve.js';
import { template } from './commands/template.js';
import { trace } from './commands/trace.js';
import { user } from './commands/user.js';
import { EXIT, EXIT_HELP, type Exit, UsageError, verdictOf } from './exit.js';

const COMMANDS: readonly Command[] = [
  serve,
  migrate,
  seed,
  trace,
  search,
  article,
  template,
  importFile,
  exportCommand,
  measure,
  check,
  user,
  dump,
  restore,
];

const HELP = `Jejak shows who took part in what in a city, each hop with the source that says so.

Usage: jejak <command> [options]

Commands:
${columns(COMMANDS.map(({ name, summary }) => [name, summary]))}

Options:
  --help, -h   print this; "jejak <command> --help" tells more of a command
  --version    print the version

Environment:
  JEJAK_DATA   data folder of the embedded engine (default: ./data)
  JEJAK_SEED   dataset of the first start: malang (default), hamlet or none
  PORT, HOST   where to serve (default: 4000, 127.0.0.1)
  NEO4J_URI    keep the data in Neo4j instead; also NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE
  OIDC_ISSUER  also sign in by this identity provider; OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_GRANTS
  NO_COLOR     no bold text

All commands but restore work whether or not a server has the data folder open: they then ask that server.

${EXIT_HELP}`;

async function main([name, ...args]: readonly string[]): Promise<Exit> {
  if (name === undefined) {
    console.error(HELP);
    return EXIT.usage;
  }
  if (name === '--version') return say(version());
  if (name === '--help' || name === '-h') return say(HELP);
  if (name === 'help') return args[0] === undefined ? say(HELP) : say(helpOf(commandOf(args[0])));
  const command = commandOf(name);
  const input = readArguments(command, args);
  return input === null ? say(helpOf(command)) : command.run(input);
}

function commandOf(name: string): Command {
  const found = COMMANDS.find((command) => command.name === name);
  if (found !== undefined) return found;
  const names = COMMANDS.map((command) => command.name);
  const near = nearest(name, names);
  const what = name.startsWith('-') ? 'option' : 'command';
  throw new UsageError(
    `unknown ${what} ${show(name)}${near === null ? `; the commands are ${names.join(', ')}` : `; did you mean ${near}?`}\nsee: jejak --help`,
  );
}

function say(text: string): Exit {
  console.log(text);
  return EXIT.ok;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

// A reader that has seen enough ("| head") closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error);
});

try {
  const exit = await main(process.argv.slice(2));
  process.exitCode ??= exit;
} catch (error) {
  fail(error);
}

/** Says what went wrong first, and with which code the process is to end. */
function fail(error: unknown): void {
  if (process.exitCode) return;
  const { message, exit } = verdictOf(error);
  console.error(`jejak: ${message}`);
  process.exitCode = exit;
}
