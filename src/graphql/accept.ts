import { createHash } from 'node:crypto';
import { requireRight } from '../auth/require.js';
import { limitsOf } from '../auth/subjects.js';
import { groupBy } from '../domain/collections.js';
import { created, type Fields } from '../domain/edits.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { newId } from '../domain/ids.js';
import type { Claim, RecordInput } from '../domain/records.js';
import { claimsSaying, sourcesOfChecksum } from '../store/cypher/articles.js';
import { standingRecords } from '../store/cypher/records.js';
import type { Now } from '../store/port.js';
import { decodeRecord } from '../store/rows.js';
import {
  type Accepted,
  acceptedOperations,
  draftKey,
  isAwardFor,
  suggestionId,
} from '../transfer/propose/acceptance.js';
import { countParagraphs } from '../transfer/propose/propose.js';
import { readArticle, sayingsOf } from './article.js';
import type { AcceptInput, MutationAcceptSuggestionsArgs, MutationResolvers } from './generated/types.js';
import { submit } from './submit.js';

export const acceptances: MutationResolvers = {
  acceptSuggestions: (_, args, context) => {
    // Reading takes a while: not for those who may propose nothing, whatever the article says.
    const anywhere = { type: 'claim', ...limitsOf(context.user) } as const;
    requireRight(context.user, 'propose', anywhere, 'accept suggestions');
    const source = args.source ?? newId('source');
    let planned: readonly RecordInput[] = [];
    const submission = {
      field: 'acceptSuggestions',
      args,
      why: args.why,
      node: args.source ?? null,
      explain: (error: unknown) => inAcceptance(error, planned, args.accept.length),
    };
    return submit(context, submission, async (now, attribution) => {
      refuseUnfit(args);
      const accepted = await chosen(now, args);
      const operations = acceptedOperations(accepted, source);
      if (args.newSource) {
        await refuseSecondSource(now, args.text);
        operations.unshift(created('source', source, sourceFields(args)));
      } else {
        const claims = operations.slice(-accepted.length).map(({ record }) => record as Claim);
        await refuseSaidAlready(now, await standingSource(now, source), claims);
      }
      planned = operations.map(({ record }) => record);
      return { ...attribution, operations };
    });
  },
};

type Args = MutationAcceptSuggestionsArgs;

const refused = (problems: readonly Problem[]) =>
  JejakError.ofProblems('The acceptance is refused', problems);
const bad = (place: string, value: string, remedy: string, code: Problem['code'] = 'BAD_USER_INPUT') => ({
  code,
  place,
  value,
  remedy,
});

/** Fields of a claim that are told elsewhere in the request. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  subject: 'name it as `subject` of the item, beside `changes`',
  object: 'name it as `object` of the item, beside `changes`',
  evidence: 'leave it out: the article is the evidence; add more with attachEvidence',
};

function refuseUnfit({ accept, source, newSource }: Args): void {
  const problems = accept.flatMap(({ suggestion, changes }, index): Problem[] => {
    const twin = accept.findIndex((other) => other.suggestion === suggestion);
    if (twin !== index)
      return [bad(placeOf(index), show(suggestion), `item ${twin + 1} accepts it as well; accept it once`)];
    return Object.keys(changes ?? {}).flatMap((field) => {
      const remedy = ELSEWHERE[field];
      return remedy === undefined ? [] : [{ ...bad(`${placeOf(index)}, ${field}`, 'given', remedy), field }];
    });
  });
  if (accept.length === 0) problems.push(bad('accept', 'none', 'accept at least one suggestion'));
  if (source && newSource) problems.push(bad('source', 'given with newSource', 'give one of the two'));
  if (!source && !newSource)
    problems.push(bad('source', 'nothing', 'give the id of the source, or a newSource'));
  if (problems.length > 0) throw refused(problems);
}

const placeOf = (index: number) => `accept ${index + 1}`;

/** The suggestions that the items mean, in the article as the store lets it be read now. */
async function chosen(now: Now, { text, published = null, accept }: Args): Promise<Accepted[]> {
  const { suggestions } = await readArticle(now, text, published ?? null);
  const byId = new Map(suggestions.map((suggestion) => [suggestionId(suggestion), suggestion]));
  const problems: Problem[] = [];
  const accepted = accept.flatMap((item, index): Accepted[] => {
    const suggestion = byId.get(item.suggestion);
    if (suggestion !== undefined) return [acceptedOf(item, suggestion)];
    problems.push({
      ...bad(placeOf(index), show(item.suggestion), 'no such suggestion; read the text again', 'NOT_FOUND'),
      field: 'suggestion',
    });
    return [];
  });
  problems.push(...awardProblems(accepted));
  if (problems.length > 0) throw refused(problems);
  return accepted;
}

const acceptedOf = (
  { changes, subject = null, object = null }: AcceptInput,
  suggestion: Accepted['suggestion'],
): Accepted => ({ suggestion, changes: { ...changes }, subject, object });

/** One new achievement can not come under two awards. */
function awardProblems(accepted: readonly Accepted[]): Problem[] {
  const named = accepted.flatMap(({ suggestion, subject }, index) =>
    isAwardFor(suggestion.subject, subject) ? [{ key: draftKey(suggestion.subject), subject, index }] : [],
  );
  return [...groupBy(named, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ subject }) => subject !== first?.subject)
      .map(({ subject, index }) => ({
        ...bad(placeOf(index), show(subject), `item ${(first?.index ?? 0) + 1} names another award for it`),
        field: 'subject',
      })),
  );
}

/** What is not said of a new source, from the article. */
function sourceFields({ text, published, newSource }: Args): Fields {
  const { kind, date, checksum, paragraphs, ...given } = { ...newSource };
  return {
    ...given,
    kind: kind ?? 'ARTICLE',
    date: date ?? published,
    checksum: checksum ?? checksumOf(text),
    paragraphs: paragraphs ?? countParagraphs(text),
  };
}

const checksumOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The same text is one source, also when its claims are accepted in several goes. */
async function refuseSecondSource(now: Now, text: string): Promise<void> {
  const [same] = await now.read(sourcesOfChecksum, { checksum: checksumOf(text) });
  if (same === undefined) return;
  const value = `this text is ${show(same.title)} (${same.id}) already`;
  throw refused([
    { ...bad('newSource', value, 'name that one as `source`', 'CONFLICT'), field: 'newSource' },
  ]);
}

/** The id of the source that stands for this one. Throws NOT_FOUND. */
async function standingSource(now: Now, id: string): Promise<string> {
  const [row] = await now.read(standingRecords, { ids: [id] });
  const record = row === undefined ? null : decodeRecord(row);
  if (record?.type === 'source' && !record.withdrawn) return record.id;
  throw refused([bad('source', show(id), 'no such source; look for it with search', 'NOT_FOUND')]);
}

/** What the same place of the same source says is recorded once. */
async function refuseSaidAlready(now: Now, source: string, claims: readonly Claim[]): Promise<void> {
  const sayings = claims.flatMap((claim, index) => sayingsOf(String(index), claim));
  const rows = await now.read(claimsSaying, { sayings });
  const problems = rows.flatMap((row): Problem[] => {
    const [stored, index] = [decodeRecord(row), Number(row.owner)];
    const locator = claims[index]?.evidence[0]?.locator ?? null;
    if (!stored.evidence.some((each) => each.source === source && each.locator === locator)) return [];
    const value = `claim ${stored.id} says so by ${locator} of this source`;
    return [bad(placeOf(index), value, 'leave it out', 'CONFLICT')];
  });
  if (problems.length > 0) throw refused(problems);
}

/** Problems of the change set, told by the items of the request and by the names of new records. */
function inAcceptance(error: unknown, planned: readonly RecordInput[], items: number): unknown {
  if (!(error instanceof JejakError)) return error;
  if (error.problems.every(({ operation }) => operation === undefined)) return error;
  const first = planned.length - items;
  const problems = error.problems.map((problem): Problem => {
    const index = (problem.operation ?? 0) - 1;
    const record = planned[index];
    if (record === undefined) return problem;
    const what =
      index >= first
        ? placeOf(index - first)
        : record.type === 'source'
          ? 'newSource'
          : `new ${record.type} ${show('name' in record ? record.name : record.id)}`;
    return { ...problem, place: [what, problem.field].filter(Boolean).join(', ') };
  });
  return refused(problems);
}
