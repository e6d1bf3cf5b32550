import type { Language } from '../domain/kinds.js';
import { periodText } from './dates.js';
import { kindText, READING } from './labels.js';
import { type Page, wrap } from './layout.js';
import type { EndAnswer, SuggestionAnswer } from './queries.js';
import { contributionText, SEPARATOR } from './story.js';

/** The suggestions of an article, numbered: each as a sentence, how sure it is, what would be new, where it stands. */
export function tellReading(
  suggestions: readonly SuggestionAnswer[],
  { language, page }: { readonly language: Language; readonly page: Page },
): string {
  const width = String(suggestions.length).length;
  const rest = ' '.repeat(width + 2);
  return suggestions
    .map((suggestion, index) => {
      const number = `${String(index + 1).padStart(width)}. `;
      const below = [
        detailsOf(suggestion, language),
        ...newOnes(suggestion, language),
        ...knownOnes(suggestion, language),
        `"${suggestion.quote.replaceAll(/\s+/g, ' ')}"`,
      ];
      return [
        ...wrap(page, suggestion.sentence, number, rest).map(page.bold),
        ...below.flatMap((line) => wrap(page, line, rest)),
      ].join('\n');
    })
    .join('\n\n');
}

function detailsOf(
  { period, contributions, confidence, rule, locator }: SuggestionAnswer,
  language: Language,
): string {
  return [
    periodText(period, language),
    ...contributions.map((contribution) => contributionText(contribution, language)),
    `${READING.confidence[language]} ${confidence.toFixed(2)}`,
    rule.id,
    locator,
  ]
    .filter(Boolean)
    .join(SEPARATOR);
}

function newOnes({ subject, object, parties }: SuggestionAnswer, language: Language): string[] {
  const drafts = [subject, object, ...parties].filter(({ node }) => node === null);
  return drafts.length === 0 ? [] : [`${READING.isNew[language]}: ${drafts.map(named).join(', ')}`];

  function named({ name, kind, type }: EndAnswer): string {
    return `${name} (${kindText(kind ?? `${type[0]}${type.slice(1).toLowerCase()}`, language)})`;
  }
}

const knownOnes = ({ known }: SuggestionAnswer, language: Language): string[] =>
  known.length === 0 ? [] : [`${READING.known[language]}: ${known.map(({ id }) => id).join(', ')}`];
