import { z } from 'zod';
import { compareText, LAST_DAY, type Span, spanOf } from '../domain/dates.js';
import { RECORD_TYPES, type RecordType } from '../domain/kinds.js';
import { fold } from '../domain/names.js';
import { storyDate } from '../domain/periods.js';
import {
  type Evidence,
  evidence,
  type JejakRecord,
  labelOf,
  SCHEMAS,
  type Stored,
} from '../domain/records.js';

/**
 * How a record lies in the graph: a node with the labels `Thing` and that of its type. Plain fields are properties;
 * lists of objects are JSON in a property; references are relationships, so that the graph can be walked; evidence
 * is a relationship to the source.
 */

export const LABELS: Readonly<Record<RecordType, string>> = {
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
};

/**
 * The relationship that holds each reference field. One that points at a record which was merged into another leads to
 * that other, so that every query sees the merged record as one, and keeps the id with which it was made in `made`. What
 * a judgement is about stays where it is.
 */
export const REFERENCE_RELATIONSHIPS = {
  award: 'OF_AWARD',
  subject: 'SUBJECT',
  object: 'OBJECT',
  parties: 'PARTY',
  left: 'LEFT',
  right: 'RIGHT',
  about: 'ABOUT',
} as const;
const FIELD_OF_RELATIONSHIP = new Map(
  Object.entries(REFERENCE_RELATIONSHIPS).map(([field, type]) => [type as string, field]),
);
const LIST_FIELDS = new Set(['parties']);
const JSON_FIELDS = ['identifiers', 'contributions'] as const;

/** Evidence in a fixed order, because an engine returns relationships in none: source, then locator, then text. */
export function sortEvidence(list: Evidence[]): Evidence[] {
  const key = ({ locator, paraphrase, paraphraseEn, quote, language }: Evidence) =>
    JSON.stringify([locator, paraphrase, paraphraseEn, quote, language].map((part) => part ?? ''));
  return list.sort(
    (a, b) =>
      compareText(a.source, b.source) ||
      (a.locator ?? '').localeCompare(b.locator ?? '', 'en', { numeric: true }) ||
      compareText(key(a), key(b)),
  );
}

export interface EncodedRecord {
  readonly properties: Record<string, unknown>;
  readonly references: ReadonlyArray<{ relationship: string; to: string; position: number }>;
  readonly evidence: ReadonlyArray<{ to: string; properties: Record<string, unknown> }>;
}

/** A validated record as it is written. `sortName`, `sortDate` and `latestDay` exist for lists. */
export function encodeRecord(record: JejakRecord): EncodedRecord {
  const properties: Record<string, unknown> = {};
  const references: Array<{ relationship: string; to: string; position: number }> = [];
  for (const [field, value] of Object.entries(record)) {
    if (field === 'evidence' || value === null) continue;
    const relationship = REFERENCE_RELATIONSHIPS[field as keyof typeof REFERENCE_RELATIONSHIPS];
    if (relationship !== undefined)
      for (const [position, to] of [value].flat().entries())
        references.push({ relationship, to: String(to), position });
    else properties[field] = JSON_FIELDS.some((name) => name === field) ? JSON.stringify(value) : value;
  }
  properties.sortName = fold(labelOf(record));
  const span = knownSpan(record);
  properties.sortDate = span?.earliest ?? UNDATED;
  properties.latestDay = span?.latest ?? null;
  const evidenceRows = record.evidence.map(({ source, ...rest }) => ({
    to: source,
    properties: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
  }));
  return { properties, references, evidence: evidenceRows };
}

/** Sorts undated records after all others, and stays a text, so that one keyset comparison serves both engines. */
export const UNDATED = '~';

/** The date that places a record in time, or null when it has none. */
export function dateOf(record: JejakRecord): string | null {
  if ('date' in record) return record.date;
  return 'endState' in record ? storyDate(record) : null;
}

/** The days into which a record's known dates reach, or null when it has none. */
function knownSpan(record: JejakRecord): Span | null {
  const ongoing = 'endState' in record && record.endState === 'ONGOING';
  const dates = 'endState' in record ? [record.start, record.at, record.end] : [dateOf(record)];
  const spans = dates.flatMap((date) => (date === null ? [] : (spanOf(date) ?? [])));
  const first = spans[0];
  if (first === undefined) return null;
  const latest = ongoing
    ? LAST_DAY
    : spans
        .map((span) => span.latest)
        .sort()
        .at(-1);
  return { earliest: first.earliest, latest: latest ?? first.latest };
}

/** The columns that `RECORD_COLUMNS` returns for a record node `n`. */
export const recordRow = z.object({
  properties: z.looseObject({
    type: z.enum(RECORD_TYPES),
    created: z.number().int(),
    updated: z.number().int(),
  }),
  references: z.array(
    z.object({
      relationship: z.string(),
      to: z.string(),
      made: z.string().nullable(),
      position: z.number().int(),
    }),
  ),
  evidence: z.array(
    z.object({ source: z.string(), made: z.string().nullable(), properties: z.looseObject({}) }),
  ),
});
export type RecordRow = z.infer<typeof recordRow>;

/**
 * A row as a record whose references lead to the records that stand now: a merged one is named by the id of the record
 * it was merged into. Throws when the stored record does not satisfy its schema: a defect, not user input.
 */
export function decodeRecord(row: RecordRow): Stored {
  return decode(row, ({ to }) => to);
}

/** A row as the record that was written, each reference as it was made: what editing and history are about. */
export function decodeAsMade(row: RecordRow): Stored {
  return decode(row, ({ to, made }) => made ?? to);
}

type Reference = { readonly to: string; readonly made: string | null };

function decode(row: RecordRow, idOf: (reference: Reference) => string): Stored {
  const { created, updated, ...properties } = row.properties;
  const raw: Record<string, unknown> = { ...properties };
  for (const field of JSON_FIELDS) {
    const value = raw[field];
    if (typeof value === 'string') raw[field] = JSON.parse(value);
  }
  const inOrder = [...row.references].sort((a, b) => a.position - b.position);
  for (const reference of inOrder) {
    const field = FIELD_OF_RELATIONSHIP.get(reference.relationship);
    if (field === undefined) continue;
    const id = idOf(reference);
    raw[field] = LIST_FIELDS.has(field) ? [...((raw[field] as string[]) ?? []), id] : id;
  }
  raw.evidence = sortEvidence(
    row.evidence.map(({ source, made, properties: { made: _made, ...rest } }) =>
      evidence.parse({ ...rest, source: idOf({ to: source, made }) }),
    ),
  );
  const record = SCHEMAS[properties.type].parse(raw) as JejakRecord;
  return { ...record, created, updated };
}
