import { HELIXES, LANGUAGES } from '../../domain/kinds.js';
import { MAX_PAGE } from '../../graphql/connections.js';
import { withApi } from '../api.js';
import { matchedText, nothingFound } from '../choose.js';
import { type Command, choice, choices, JSON_OPTION, LANG_OPTION, wholeNumber, wordsOf } from '../command.js';
import { EXIT } from '../exit.js';
import { kindLabel } from '../labels.js';
import { columnsOf, pageOf, wrap } from '../layout.js';
import { nameOf, SEARCH, type SearchAnswer } from '../queries.js';

const TYPES = ['ACTOR', 'INITIATIVE', 'ACHIEVEMENT', 'ISSUE', 'PLACE', 'SOURCE'] as const;
const DEFAULT_LIMIT = 20;

export const search: Command = {
  name: 'search',
  summary: 'find things by name, abbreviation, owner, post, code',
  operands: '<words>',
  about: `Finds actors, initiatives, achievements, issues, places and sources, best first. Forgives case, titles, old spellings,
word order and small typing errors. Prints kind, id and name and, in brackets, what else matched.`,
  options: {
    type: {
      value: 'TYPE',
      multiple: true,
      help: `only these types, apart or with commas:\n${TYPES.join(', ')}`,
    },
    helix: { value: 'HELIX', multiple: true, help: `only of these helixes:\n${HELIXES.join(', ')}` },
    limit: { value: 'N', help: `how many to print, 1 to ${MAX_PAGE} (default: ${DEFAULT_LIMIT})` },
    json: JSON_OPTION,
    lang: LANG_OPTION,
  },
  examples: [
    'jejak search sawojajar',
    'jejak search "wali kota" --type actor --lang en',
    'jejak search 35.73.03',
  ],
  run: async (input) => {
    const query = wordsOf(input, 'what to search for');
    const language = choice(input, 'lang', LANGUAGES) ?? 'id';
    const variables = {
      query,
      types: choices(input, 'type', TYPES),
      helixes: choices(input, 'helix', HELIXES),
      first: wholeNumber(input, 'limit', 1, MAX_PAGE) ?? DEFAULT_LIMIT,
    };
    const { search: found, status } = await withApi((api) => api.ask<SearchAnswer>(SEARCH, variables));
    if (input.values.json === true) console.log(JSON.stringify(found, null, 2));
    if (found.nodes.length === 0) throw nothingFound(query, status.sequence === 0);
    if (input.values.json === true) return EXIT.ok;
    const page = pageOf(process.stdout, process.env);
    const rows = found.nodes.map((hit) => [kindLabel(hit.node, language), hit] as const);
    const width = Math.max(...rows.map(([kind]) => columnsOf(kind)));
    for (const [kind, hit] of rows) {
      const head = `${kind}${' '.repeat(width - columnsOf(kind))}  ${hit.node.id}  `;
      console.log(wrap(page, nameOf(hit.node) + matchedText(hit), head, ' '.repeat(width + 4)).join('\n'));
    }
    const more = found.totalCount - found.nodes.length;
    if (more > 0) console.error(`${more} more; see them with --limit, or narrow with --type and --helix`);
    return EXIT.ok;
  },
};
