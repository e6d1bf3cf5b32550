import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { isDay, spanOf } from '../../domain/dates.js';
import { show } from '../../domain/errors.js';
import { LANGUAGES } from '../../domain/kinds.js';
import { withApi } from '../api.js';
import {
  type Command,
  choice,
  type Input,
  JSON_OPTION,
  LANG_OPTION,
  textOption,
  wordsOf,
} from '../command.js';
import type { Api } from '../connect.js';
import { EXIT, Negative, UsageError } from '../exit.js';
import { pageOf } from '../layout.js';
import {
  ACCEPT_SUGGESTIONS,
  type AcceptAnswer,
  READ_ARTICLE,
  type ReadingAnswer,
  type SuggestionAnswer,
} from '../queries.js';
import { tellReading } from '../reading.js';

export const article: Command = {
  name: 'article',
  summary: 'read a news article: what it claims, to be accepted or left',
  operands: '<file or ->',
  about: `Reads the text of an Indonesian news article from a file, or from standard input, and prints the claims that it seems to
make, by the rules of docs/articles.md. Each has a number, its place in the text and what would be a new record.
Nothing is written unless --accept names the claims to record; then say which document it is, with --source-title or
--source. Read the article yourself: the rules miss much and can be wrong.`,
  options: {
    published: {
      value: 'DAY',
      help: 'the day on which it appeared, such as 2021-12-31; settles "Februari lalu"',
    },
    accept: { value: 'NUMBERS', help: 'record these claims, such as 1,3-5' },
    source: { value: 'ID', help: 'the article is recorded already, as this source' },
    'source-title': { value: 'TITLE', help: 'record the article as a new source of this title' },
    'source-url': { value: 'URL', help: 'its address on the web' },
    'source-date': { value: 'DATE', help: 'its date, where that is not the day of --published' },
    publisher: { value: 'NAME', help: 'who published it' },
    json: JSON_OPTION,
    lang: LANG_OPTION,
  },
  examples: [
    'jejak article seeds/hamlet/article.txt --published 2023-05-11',
    'jejak article berita.txt --accept 1,3-5 --source-title "Judul berita" --publisher "Nama media"',
    'xclip -o | jejak article -',
  ],
  run: async (input) => {
    const file = wordsOf(input, 'the file to read, or - for standard input,');
    const language = choice(input, 'lang', LANGUAGES) ?? 'id';
    const published = textOption(input, 'published', isDay, 'write a day such as 2021-12-31') ?? null;
    const numbers = numbersOf(input);
    const source = sourceOf(input);
    if (numbers !== null && source === null)
      throw usage(input, '--accept needs to know the source; add --source-title or --source');
    if (numbers === null && source !== null) throw usage(input, 'a source is recorded with --accept only');
    const text = await contentOf(file);
    return withApi(async (api) => {
      const asked = { text, published, language: language.toUpperCase() };
      const { proposeFromText: reading } = await api.ask<ReadingAnswer>(READ_ARTICLE, asked);
      const { suggestions } = reading;
      if (numbers !== null && source !== null) {
        const accepted = chosen(input, numbers, suggestions);
        return record(input, api, { text, published, ...source }, accepted);
      }
      if (input.values.json === true) console.log(JSON.stringify(reading, null, 2));
      if (suggestions.length === 0) throw new Negative('no claim is found in this text');
      if (input.values.json !== true)
        console.log(tellReading(suggestions, { language, page: pageOf(process.stdout, process.env) }));
      return EXIT.ok;
    });
  },
};

const usage = ({ command }: Input, what: string) => new UsageError(`${what}\nsee: jejak ${command} --help`);

async function contentOf(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code] ?? code;
    throw new UsageError(`can't read ${show(file)}: ${reason}`);
  }
}

/** The numbers of `--accept`, each once, in order. */
function numbersOf(input: Input): number[] | null {
  const given = textOption(input, 'accept', isList, 'write numbers of suggestions such as 1,3-5');
  if (given === undefined) return null;
  return [...new Set(given.split(',').flatMap(rangeOf))].sort((a, b) => a - b);
}

const isList = (text: string) => text.split(',').every((part) => rangeOf(part).length > 0);

/** `3-5` as its numbers; none when it is no range. */
function rangeOf(part: string): number[] {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim()) ?? [];
  const length = Math.max(0, Number(last) - Number(first) + 1 || 0);
  return Array.from({ length }, (_, index) => Number(first) + index);
}

/** The source as the mutation takes it; null when none was given. */
function sourceOf(input: Input): { source: string } | { newSource: object } | null {
  const [source, title] = [oneLine(input, 'source'), oneLine(input, 'source-title')];
  const rest = {
    url: oneLine(input, 'source-url'),
    date: textOption(
      input,
      'source-date',
      (date) => spanOf(date) !== null,
      'write 2021-12-31, 2021-12 or 2021',
    ),
    publisher: oneLine(input, 'publisher'),
  };
  const isDescribed = Object.values(rest).some((value) => value !== undefined);
  if (source !== undefined) {
    if (title === undefined && !isDescribed) return { source };
    throw usage(
      input,
      '--source names a source that is there already; leave --source-title and the like out',
    );
  }
  if (title !== undefined) return { newSource: { title, ...rest } };
  if (isDescribed) throw usage(input, '--source-title is missing: a new source needs its title');
  return null;
}

const oneLine = (input: Input, option: string) =>
  textOption(input, option, (value) => value.trim() !== '', 'it is empty');

function chosen(
  input: Input,
  numbers: readonly number[],
  suggestions: readonly SuggestionAnswer[],
): SuggestionAnswer[] {
  return numbers.map((number) => {
    const suggestion = suggestions[number - 1];
    if (suggestion !== undefined) return suggestion;
    throw usage(
      input,
      `--accept ${show(String(number))} is refused; there are ${suggestions.length} suggestions`,
    );
  });
}

async function record(
  input: Input,
  api: Api,
  article: Readonly<Record<string, unknown>>,
  accepted: readonly SuggestionAnswer[],
): Promise<typeof EXIT.ok> {
  const { acceptSuggestions } = await api.ask<AcceptAnswer>(ACCEPT_SUGGESTIONS, {
    ...article,
    accept: accepted.map(({ id }) => ({ suggestion: id })),
    why: 'dari artikel, dengan jejak article',
  });
  if (input.values.json === true) console.log(JSON.stringify(acceptSuggestions, null, 2));
  const { change, node, userErrors } = acceptSuggestions;
  if (change === null) throw new Negative(userErrors.map(({ message }) => message).join('\n'));
  if (input.values.json === true) return EXIT.ok;
  // Numbers are easily mistaken, so what they meant is said.
  for (const { sentence } of accepted) console.log(sentence);
  console.log(
    `${countOf(accepted.length, 'claim')} recorded by the word of source ${node?.id}: change ${change.sequence}, ${countOf(change.operationCount, 'record')}`,
  );
  return EXIT.ok;
}

const countOf = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
