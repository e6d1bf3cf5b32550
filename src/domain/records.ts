import { z } from 'zod';
import { isDay, spanOf } from './dates.js';
import {
  ACHIEVEMENT_LEVELS,
  ACTOR_KINDS,
  CLAIM_KINDS,
  CLAIM_RANKS,
  CLAIM_STATUSES,
  CONTRIBUTION_KINDS,
  END_STATES,
  HELIXES,
  INITIATIVE_KINDS,
  ISSUE_PROGRESS,
  PLACE_KINDS,
  type RecordType,
  SOURCE_KINDS,
  VERDICTS,
} from './kinds.js';

/**
 * The records that the store keeps, as zod schemas. Every field is present: unknown is null, none is an empty list.
 * The same schemas validate a change set and decode a row, so a record read is a record that could be written.
 */

// A control character cannot be seen, searched or printed; half of a surrogate pair comes back from an engine as another
// character. A single-line field holds no line break either.
const CONTROL = 'holds a control character; write plain text';
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty; write some text')
    .max(max, `is too long; write at most ${max} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, `${CONTROL} on one line`);
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty; write some text, or leave it out')
    .max(max, `is too long; write at most ${max} characters`)
    .refine((value) => !/[^\P{Cc}\t\n\r]|\p{Cs}/u.test(value), CONTROL);
const names = z.array(line(300)).max(50).default([]);
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const DATE_REMEDY = 'is not a date; write 2021-12-31, 2021-12 or 2021 (EDTF level 1)';
const partialDate = z.string().refine((value) => spanOf(value) !== null, DATE_REMEDY);
const day = z.string().refine(isDay, 'is not a day; write it as 2021-12-31');
const id = z.string().min(1, 'is empty; write an id');
const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'is not a language; write id or en (BCP 47)')
  .default('id');
// Pages show it as a link: other schemes, such as javascript:, would run there.
const url = z
  .url({ protocol: /^https?$/, error: 'is not a web address; write https://…' })
  .max(2000)
  .regex(/^[^\s\p{Cc}\p{Cs}]*$/u, 'holds a space or a control character; write %20 for a space');

const identifier = z.strictObject({
  scheme: z
    .string()
    .regex(/^[^\s\p{Cc}\p{Cs}]{1,100}$/u, 'is not a scheme; write one word such as jejak:malang'),
  id: line(300),
});
export type Identifier = z.infer<typeof identifier>;

/** Where a source says it. `locator` is a paragraph, page or timestamp: "paragraf 6", "hlm. 12", "00:14:10". */
export const evidence = z.strictObject({
  source: id,
  locator: optional(line(100)),
  quote: optional(text(1000)),
  /** What the source says, in our words: Indonesian and English. */
  paraphrase: optional(text(2000)),
  paraphraseEn: optional(text(2000)),
  /** Language of the source at that place, BCP 47. */
  language,
});
export type Evidence = z.infer<typeof evidence>;

/** What a participant puts in (or, for a beneficiary, receives). Amounts of money are in units of `currency`. */
export const contribution = z
  .strictObject({
    kind: z.enum(CONTRIBUTION_KINDS),
    amount: optional(z.number().finite().nonnegative()),
    /** ISO 4217, for money only. */
    currency: optional(z.string().regex(/^[A-Z]{3}$/, 'is not a currency; write IDR')),
    unit: optional(line(60)),
    description: optional(text(1000)),
  })
  .refine((value) => (value.kind === 'MONEY') === (value.currency !== null), {
    path: ['currency'],
    message: 'is for money, and money needs it; write IDR for rupiah, or leave it empty for other kinds',
  });
export type Contribution = z.infer<typeof contribution>;

const base = {
  id,
  identifiers: z.array(identifier).max(50).default([]),
  evidence: z.array(evidence).max(200).default([]),
  /** A remark for readers: what is uncertain, how it was read. Indonesian and English. */
  note: optional(text(2000)),
  noteEn: optional(text(2000)),
  /**
   * True: taken back as a mistake. Kept with its history, in no list and no search; a claim is retracted by its status
   * instead.
   */
  withdrawn: z.boolean().default(false),
};
const named = {
  ...base,
  name: line(300),
  aliases: names,
  previousNames: names,
  abbreviations: names,
  /** Names that must never be matched automatically, such as "the mayor". */
  weakAliases: names,
  description: optional(text(4000)),
  descriptionEn: optional(text(4000)),
};
const period = {
  start: optional(partialDate),
  end: optional(partialDate),
  endState: z.enum(END_STATES).default('UNKNOWN'),
  /** A date at which the source says it held, when it does not say since when (Wikidata P585). */
  at: optional(partialDate),
};

export const SCHEMAS = {
  actor: z.object({
    type: z.literal('actor'),
    ...named,
    kind: z.enum(ACTOR_KINDS),
    helix: z.enum(HELIXES),
    /** Members of a cohort; null when not stated. */
    size: optional(z.number().int().positive()),
    url: optional(url),
  }),
  initiative: z.object({
    type: z.literal('initiative'),
    ...named,
    kind: z.enum(INITIATIVE_KINDS),
    ...period,
  }),
  achievement: z.object({
    type: z.literal('achievement'),
    ...named,
    /** The award under which it was given; one award can have several categories. */
    award: id,
    level: optional(z.enum(ACHIEVEMENT_LEVELS)),
    category: optional(line(300)),
    /** As the source words it: "TOP 25", "Terbaik II". */
    rank: optional(line(100)),
    date: optional(partialDate),
  }),
  award: z.object({ type: z.literal('award'), ...named, level: optional(z.enum(ACHIEVEMENT_LEVELS)) }),
  issue: z.object({
    type: z.literal('issue'),
    ...named,
    progress: optional(z.enum(ISSUE_PROGRESS)),
    /** The date at which the source reports that progress. */
    progressAt: optional(partialDate),
  }),
  place: z.object({
    type: z.literal('place'),
    ...named,
    kind: z.enum(PLACE_KINDS),
    /** Kemendagri code such as 35.73.03.1008; null for places without one. */
    code: optional(line(20)),
  }),
  source: z.object({
    type: z.literal('source'),
    ...base,
    kind: z.enum(SOURCE_KINDS),
    title: line(500),
    publisher: optional(line(300)),
    author: optional(line(300)),
    date: optional(partialDate),
    url: optional(url),
    retrieved: optional(day),
    /** Digest of the document as read, `sha256:` and 64 hexadecimal digits. */
    checksum: optional(
      z.string().regex(/^sha256:[0-9a-f]{64}$/, 'is not a checksum; write sha256:<64 hex digits>'),
    ),
    language,
    /** Number of paragraphs, so that a locator can be checked; null where that makes no sense. */
    paragraphs: optional(z.number().int().positive()),
  }),
  claim: z.object({
    type: z.literal('claim'),
    ...base,
    evidence: z.array(evidence).min(1, 'is empty; a claim needs a source that says so').max(200),
    kind: z.enum(CLAIM_KINDS),
    role: optional(z.string()),
    subject: id,
    object: id,
    /** Further parties of an agreement, beyond subject and object. */
    parties: z.array(id).max(100).default([]),
    status: z.enum(CLAIM_STATUSES).default('ASSERTED'),
    /** Why it is disputed or retracted; null for the other statuses. */
    statusReason: optional(text(2000)),
    rank: z.enum(CLAIM_RANKS).default('NORMAL'),
    ...period,
    /** Title of the post, for an affiliation. */
    position: optional(line(300)),
    positionEn: optional(line(300)),
    contributions: z.array(contribution).max(50).default([]),
  }),
  /** A judgement that two records are the same, or are not; it can be withdrawn, and destroys neither record. */
  judgement: z.object({
    type: z.literal('judgement'),
    ...base,
    left: id,
    right: id,
    verdict: z.enum(VERDICTS),
    /** Confidence of whoever judged, 0 to 1; null when not given. */
    score: optional(z.number().min(0).max(1)),
  }),
  /** A remark of a reader on a record. Who wrote it, and when, is told by its change. */
  comment: z.object({ type: z.literal('comment'), ...base, about: id, text: text(4000) }),
} as const satisfies Record<RecordType, z.ZodType>;

export type RecordOf<T extends RecordType> = z.infer<(typeof SCHEMAS)[T]>;
export type JejakRecord = { [T in RecordType]: RecordOf<T> }[RecordType];
export type Actor = RecordOf<'actor'>;
export type Initiative = RecordOf<'initiative'>;
export type Achievement = RecordOf<'achievement'>;
export type Award = RecordOf<'award'>;
export type Issue = RecordOf<'issue'>;
export type Place = RecordOf<'place'>;
export type Source = RecordOf<'source'>;
export type Claim = RecordOf<'claim'>;
export type Judgement = RecordOf<'judgement'>;
export type Comment = RecordOf<'comment'>;

/** Who makes a change and why; see `ChangeSet`. */
export const attribution = z.object({ by: line(300), why: text(2000) });

/** A record as it is written in a change set: what has a default may be left out. */
export type RecordInput = { [T in RecordType]: z.input<(typeof SCHEMAS)[T]> }[RecordType];

/** What the store adds to a record it keeps: the changes that made it and last touched it (sequence numbers). */
export interface Stamp {
  readonly created: number;
  readonly updated: number;
}
export type Stored<R extends JejakRecord = JejakRecord> = R & Stamp;

/** The fields of each type that hold the ids of other records, one or several; evidence is apart. */
export const REFERENCES = {
  actor: {},
  initiative: {},
  achievement: { award: ['award'] },
  award: {},
  issue: {},
  place: {},
  source: {},
  claim: { subject: null, object: null, parties: ['actor'] },
  judgement: { left: null, right: null },
  comment: { about: null },
} as const satisfies Record<RecordType, Record<string, readonly RecordType[] | null>>;

/** The name by which people know a record: a source's title; for a claim, judgement or comment, its id. */
export function labelOf(record: JejakRecord): string {
  if ('name' in record) return record.name;
  return record.type === 'source' ? record.title : record.id;
}
