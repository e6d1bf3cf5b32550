import { spanOf } from '../domain/dates.js';
import { changeId } from '../domain/ids.js';
import type { Language as DomainLanguage } from '../domain/kinds.js';
import type { Period } from '../domain/periods.js';
import type { JejakRecord, Stored } from '../domain/records.js';
import { type ChangeRow, changesByIds } from '../store/cypher/changes.js';
import { claimFilters, claimPage } from './claim-pages.js';
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
} as const;

/** Records that are nodes of the graph; a judgement is kept, and told of where it matters. */
export function asNode(record: Stored | null): NodeModel | null {
  return record === null || record.type === 'judgement' || record.type === 'comment' ? null : record;
}

export function requiredNode(record: Stored | null): NodeModel {
  const node = asNode(record);
  if (node === null) throw new Error('a record is referred to, and missing');
  return node;
}

export const Node: NodeResolvers = {
  __resolveType: (node) => ('sequence' in node ? 'Change' : TYPE_NAMES[node.type]),
};

/** Fields that every record has. */
export const recordFields = {
  note: (
    { note, noteEn }: Pick<JejakRecord, 'note' | 'noteEn'>,
    { language }: { language?: InputMaybe<Language> },
  ) => inLanguage(language, note, noteEn),
  created: ({ created }: { created: number }, _: unknown, context: Context) => changeOf(context, created),
  updated: ({ updated }: { updated: number }, _: unknown, context: Context) => changeOf(context, updated),
};

/** Fields of all records that claims join. */
export const thingFields = {
  ...recordFields,
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
