import { byId, groupBy } from '../domain/collections.js';
import { compareText, spanOf } from '../domain/dates.js';
import { changeId } from '../domain/ids.js';
import type { Language as DomainLanguage } from '../domain/kinds.js';
import type { Period } from '../domain/periods.js';
import type { Comment, JejakRecord, Stored } from '../domain/records.js';
import { type ChangeRow, changesByIds, changesOfRecords } from '../store/cypher/changes.js';
import { recordsByIds } from '../store/cypher/records.js';
import { commentsOn, mergedInto } from '../store/cypher/relatives.js';
import { decodeAsMade } from '../store/rows.js';
import { claimFilters, claimPage } from './claim-pages.js';
import { connectionOver, type PageArguments } from './connections.js';
import { type Context, requiredRecord } from './context.js';
import type {
  EvidenceResolvers,
  InputMaybe,
  Language,
  NodeResolvers,
  PartialDateResolvers,
  ThingClaimsArgs,
} from './generated/types.js';
import type { NodeModel } from './models.js';
import { relatives } from './relatives.js';

/** A bilingual field in the language asked for; Indonesian where `fallback` allows and English is missing. */
export function inLanguage(
  language: InputMaybe<Language>,
  indonesian: string | null,
  english: string | null,
  fallback = false,
): string | null {
  if (language !== 'EN') return indonesian;
  return english ?? (fallback ? indonesian : null);
}

export const domainLanguage = (language: InputMaybe<Language>): DomainLanguage =>
  language === 'EN' ? 'en' : 'id';

/** A period of which something is known; null otherwise. */
export function knownPeriod({ start, end, endState, at }: Period): Period | null {
  const unknown = start === null && end === null && at === null && endState === 'UNKNOWN';
  return unknown ? null : { start, end, endState, at };
}

export async function changeOf(context: Context, sequence: number): Promise<ChangeRow> {
  const id = changeId(sequence);
  const change = await changeById(context, id);
  if (change === null) throw new Error(`change ${id} is referred to, and missing`);
  return change;
}

export async function changeById(context: Context, id: string): Promise<ChangeRow | null> {
  const change = await context.batch('changes', id, async (ids) => {
    const rows = await context.reader.read(changesByIds, { ids });
    return new Map(rows.map((row) => [row.id, row]));
  });
  return change ?? null;
}

/** The record of that id as it was made, also when it was merged into another. */
export async function asMade(context: Context, id: string): Promise<Stored | null> {
  const record = await context.batch('asMade', id, async (ids) => {
    const rows = await context.reader.read(recordsByIds, { ids });
    return byId(rows.map(decodeAsMade));
  });
  return record ?? null;
}

/** The GraphQL type of each record type. */
export const TYPE_NAMES = {
  actor: 'Actor',
  initiative: 'Initiative',
  achievement: 'Achievement',
  award: 'Award',
  issue: 'Issue',
  place: 'Place',
  source: 'Source',
  claim: 'Claim',
  judgement: 'Judgement',
  comment: 'Comment',
} as const;

export function asNode(record: Stored | null): NodeModel | null {
  return record;
}

export function requiredNode(record: Stored | null): NodeModel {
  const node = asNode(record);
  if (node === null) throw new Error('a record is referred to, and missing');
  return node;
}

export const Node: NodeResolvers = {
  __resolveType: (node) =>
    'sequence' in node ? 'Change' : 'verdicts' in node ? 'Proposal' : TYPE_NAMES[node.type],
};

/** The place of a change in a history that begins with the last one. */
const latestFirst = ({ id, sequence }: ChangeRow) => ({
  key: String(Number.MAX_SAFE_INTEGER - sequence).padStart(16, '0'),
  id,
});

/** Fields that every record has. */
export const recordFields = {
  note: (
    { note, noteEn }: Pick<JejakRecord, 'note' | 'noteEn'>,
    { language }: { language?: InputMaybe<Language> },
  ) => inLanguage(language, note, noteEn),
  created: ({ created }: { created: number }, _: unknown, context: Context) => changeOf(context, created),
  updated: ({ updated }: { updated: number }, _: unknown, context: Context) => changeOf(context, updated),
  version: ({ updated }: { updated: number }) => updated,
  history: async ({ id }: { id: string }, args: PageArguments, context: Context) => {
    const changes = await context.batch('changesOfRecords', id, async (ids) =>
      groupBy(await context.reader.read(changesOfRecords, { ids }), ({ owner }) => owner),
    );
    return connectionOver(changes ?? [], args, `history of ${id}`, latestFirst);
  },
  comments: async ({ id }: { id: string }, _: unknown, context: Context) => {
    const comments = await relatives<Comment>(context, 'commentsOn', id, (ids) =>
      context.reader.read(commentsOn, { ids }),
    );
    return comments.sort((a, b) => a.created - b.created || compareText(a.id, b.id));
  },
};

/** Fields of all records that claims join. */
export const thingFields = {
  ...recordFields,
  mergedFrom: async ({ id }: { id: string }, _: unknown, context: Context) => {
    const members = await relatives<JejakRecord>(context, 'mergedInto', id, (ids) =>
      context.reader.read(mergedInto, { ids }),
    );
    return members.sort((a, b) => a.created - b.created || compareText(a.id, b.id)).map(requiredNode);
  },
  claims: ({ id }: { id: string }, { filter, ...args }: Partial<ThingClaimsArgs>, context: Context) =>
    claimPage(context, id, ['SUBJECT', 'OBJECT', 'PARTY'], claimFilters(filter), args),
};

/** Fields of all records that have names. */
export const namedFields = {
  ...thingFields,
  description: (
    { description, descriptionEn }: { description: string | null; descriptionEn: string | null },
    { language }: { language?: InputMaybe<Language> },
  ) => inLanguage(language, description, descriptionEn),
};

export const Evidence: EvidenceResolvers = {
  source: ({ source }, _, context) => requiredRecord(context, source, 'source'),
  paraphrase: ({ paraphrase, paraphraseEn }, { language }) =>
    inLanguage(language, paraphrase, paraphraseEn, true),
};

const span = (edtf: string) => {
  const found = spanOf(edtf);
  if (found === null) throw new Error(`stored date ${edtf} is not a date`);
  return found;
};

export const PartialDate: PartialDateResolvers = {
  edtf: (edtf) => edtf,
  earliest: (edtf) => span(edtf).earliest,
  latest: (edtf) => span(edtf).latest,
};
