import { isDay } from '../../domain/dates.js';
import { CLAIM_STATUSES, LANGUAGES, type Language } from '../../domain/kinds.js';
import { MAX_TRACE_DEPTH, TRACE_DIRECTIONS } from '../../domain/trace.js';
import { withApi } from '../api.js';
import { chooseId } from '../choose.js';
import {
  type Command,
  choice,
  choices,
  JSON_OPTION,
  LANG_OPTION,
  textOption,
  wholeNumber,
  wordsOf,
} from '../command.js';
import { EXIT } from '../exit.js';
import { STORY } from '../labels.js';
import { pageOf } from '../layout.js';
import { TRACE, type TraceAnswer } from '../queries.js';
import { tellStory } from '../story.js';

const DEFAULT_DEPTH = 4;

export const trace: Command = {
  name: 'trace',
  summary: 'tell who and what stands behind something, with the sources',
  operands: '<id or words>',
  about: `Follows the claims from an achievement, initiative, issue, actor or place, hop by hop, and prints them as a tree. Each
hop has its date, where known, and [n] with the place in source n; sources are listed at the end.
Words are looked up as "jejak search" does: the one thing of that name or abbreviation, or the one that fits far better
than all others. When several fit about equally, they are listed and nothing is traced.`,
  options: {
    depth: { value: 'N', help: `hops to follow, 1 to ${MAX_TRACE_DEPTH} (default: ${DEFAULT_DEPTH})` },
    direction: {
      value: 'WAY',
      help: 'behind: what made it possible, the default for achievements and initiatives;\nahead: what came of it, the default for issues, actors and places',
    },
    'as-of': { value: 'DAY', help: 'leave out what had not begun by that day, such as 2021-12-31' },
    include: {
      value: 'STATUS',
      multiple: true,
      help: `only claims of these statuses, apart or with commas (default: all but RETRACTED):\n${CLAIM_STATUSES.join(', ')}`,
    },
    json: JSON_OPTION,
    lang: LANG_OPTION,
  },
  examples: [
    'jejak trace SINGO',
    'jejak trace "top 25 singo" --lang en',
    'jejak trace banjir soekarno-hatta --json',
  ],
  run: async (input) => {
    const text = wordsOf(input, 'what to trace');
    const language = choice(input, 'lang', LANGUAGES) ?? 'id';
    const asOf = textOption(input, 'as-of', isDay, 'write a day such as 2021-12-31') ?? null;
    const options = {
      depth: wholeNumber(input, 'depth', 1, MAX_TRACE_DEPTH) ?? DEFAULT_DEPTH,
      direction: choice(input, 'direction', TRACE_DIRECTIONS),
      include: choices(input, 'include', CLAIM_STATUSES),
      asOf,
      language: language.toUpperCase(),
    };
    const found = await withApi(async (api) => {
      const of = await chooseId(api, text, language);
      return (await api.ask<{ trace: TraceAnswer }>(TRACE, { of, ...options })).trace;
    });
    if (input.values.json === true) console.log(JSON.stringify(found, null, 2));
    else {
      console.log(tellStory(found, { language, page: pageOf(process.stdout, process.env), asOf }));
      if (process.stdout.isTTY) console.error(`\n${otherWay(found, language)}`);
    }
    return EXIT.ok;
  },
};

/** The command that tells the rest of the story: an innovation's award lies ahead of it. */
function otherWay({ root, direction }: TraceAnswer, language: Language): string {
  const other = direction === 'BEHIND' ? 'ahead' : 'behind';
  return `${STORY.turn[language]}: jejak trace ${root.id} --direction ${other}`;
}
