import { compareText } from '../domain/dates.js';
import { JejakError, type Problem } from '../domain/errors.js';
import { type Claim, type JejakRecord, SCHEMAS } from '../domain/records.js';
import { claimSentence } from '../domain/story.js';
import { claimsSaying, type Saying } from '../store/cypher/articles.js';
import { knownNames } from '../store/known-names.js';
import type { Reader } from '../store/port.js';
import { claimOf, recordOf, suggestionId } from '../transfer/propose/acceptance.js';
import { proposeFromText } from '../transfer/propose/propose.js';
import type { ArticleReading, SuggestedEnd, Suggestion } from '../transfer/propose/suggestion.js';
import { asNode, domainLanguage, knownPeriod } from './common.js';
import type { Context } from './context.js';
import type {
  ClaimSuggestionResolvers,
  QueryResolvers,
  ReadingRuleResolvers,
  SuggestedEndResolvers,
} from './generated/types.js';
import { relatives } from './relatives.js';

/** Reading is one stretch of work that nothing else gets past; so much takes under 2 s on a small machine. */
export const MAX_ARTICLE = 50_000;

/** Reads an article with the names that the store has. Throws BAD_USER_INPUT as `proposeFromText` does, and for a long one. */
export async function readArticle(
  reader: Pick<Reader, 'read'>,
  text: string,
  published: string | null,
): Promise<ArticleReading> {
  if (text.length > MAX_ARTICLE)
    throw refused({
      code: 'BAD_USER_INPUT',
      place: 'text',
      value: `${text.length} characters`,
      remedy: `paste at most ${MAX_ARTICLE} characters, one article at a time`,
    });
  return proposeFromText(text, await knownNames(reader), { published });
}

const refused = (problem: Problem) => JejakError.ofProblems('The article is refused', [problem]);

export const articleQueries: QueryResolvers = {
  proposeFromText: async (_, { text, published = null }, context) => {
    const reading = await context.batch(
      'proposeFromText',
      JSON.stringify([text, published]),
      async (asked) => {
        const [only, second] = asked;
        if (only === undefined || second !== undefined)
          throw refused({
            code: 'TOO_COMPLEX',
            place: 'text',
            value: `${asked.length} articles`,
            remedy: 'read one article a request',
          });
        return new Map([[only, await readArticle(context.reader, text, published)]]);
      },
    );
    if (reading === undefined) throw new Error('an article was not read');
    return reading;
  },
};

export const ClaimSuggestion: ClaimSuggestionResolvers = {
  id: suggestionId,
  subject: ({ subject }) => subject,
  object: ({ object }) => object,
  parties: ({ parties }) => [...parties],
  period: ({ period }) => knownPeriod(period),
  contributions: ({ contributions }) => [...contributions],
  quote: ({ finding }) => finding.quote,
  locator: ({ finding }) => finding.locator,
  start: ({ finding }) => finding.start,
  end: ({ finding }) => finding.end,
  sentence: (suggestion, { language }, context) => sentenceOf(suggestion, context, domainLanguage(language)),
  known: async ({ kind, role, subject, object }, _, context) => {
    if (subject.id === null || object.id === null) return [];
    const question = JSON.stringify(sayingsOf('', { kind, role, subject: subject.id, object: object.id }));
    const claims = await relatives<Claim>(context, 'claimsSaying', question, (asked) =>
      context.reader.read(claimsSaying, {
        sayings: asked.flatMap((owner) =>
          (JSON.parse(owner) as Saying[]).map((each) => ({ ...each, owner })),
        ),
      }),
    );
    return claims.sort((a, b) => a.created - b.created || compareText(a.id, b.id));
  },
};

/** What to ask the store for claims that say the same. Who is named first in an agreement makes no difference. */
export function sayingsOf(
  owner: string,
  { kind, role, subject, object }: Pick<Claim, 'kind' | 'role' | 'subject' | 'object'>,
): Saying[] {
  const saying = { owner, kind, role: role ?? '', subject, object };
  return kind === 'AGREEMENT' ? [saying, { ...saying, subject: object, object: subject }] : [saying];
}

/** The claim as it would be recorded, in words. */
async function sentenceOf(suggestion: Suggestion, context: Context, language: 'id' | 'en'): Promise<string> {
  const { subject, object, parties } = suggestion;
  const members = await Promise.all(
    [subject, object, ...parties].map((end, index) => memberOf(end, `draft ${index}`, context)),
  );
  const [from, to, ...others] = members.map(({ id }) => id);
  const { record } = claimOf(suggestion, { subject: from, object: to, parties: others }, 'article');
  const claim = SCHEMAS.claim.parse(record);
  return claimSentence(claim, new Map(members.map((member) => [member.id, member])), language);
}

async function memberOf(end: SuggestedEnd, id: string, context: Context): Promise<JejakRecord> {
  const known = end.id === null ? null : await context.record(end.id);
  return known ?? (SCHEMAS[end.type].parse(recordOf(end, id, { award: id }).record) as JejakRecord);
}

export const SuggestedEndType: SuggestedEndResolvers = {
  node: async ({ id }, _, context) => (id === null ? null : asNode(await context.record(id))),
  type: ({ type }) => type.toUpperCase() as Uppercase<typeof type>,
};

export const ReadingRule: ReadingRuleResolvers = {
  explanation: ({ explanation }, { language }) => explanation[domainLanguage(language)],
};

export const FoundName = { ends: ({ ends }: { ends: readonly SuggestedEnd[] }) => [...ends] };
