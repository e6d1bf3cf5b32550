import { z } from 'zod';
import { RECORD_TYPES } from '../domain/kinds.js';
import { type JejakRecord, SCHEMAS } from '../domain/records.js';
import { account, pass, token } from '../store/cypher/accounts.js';
import type { KeptChange, KeptRows } from '../store/port.js';

/**
 * A dump is JSON Lines: a header, then what the store keeps, kind by kind in the order of KINDS, each line an object
 * whose one key is the kind, and a last line that tells their number and digest. The schemas fix the order of the keys.
 */

/** What a line of the body can hold. */
export interface Body extends KeptRows {
  readonly change: KeptChange;
}
export type Kind = keyof Body;
export type Item = { readonly [K in Kind]: { readonly kind: K; readonly value: Body[K] } }[Kind];

/** Grows when a reader of the format before could not read a dump any more. */
export const FORMAT = 1;

export const header = z.strictObject({
  jejak: z.literal('dump'),
  format: z.number().int(),
  /** The number of the last change in it. */
  sequence: z.number().int().nonnegative(),
  /** Without personal data, proposals and whatever leads to accounts. */
  public: z.literal(true).optional(),
});

/** Line feeds count towards the digest. */
export const end = z.strictObject({
  end: z.literal(true),
  lines: z.number().int(),
  sha256: z.string(),
});

const text = z.string();
/** Missing where a version wrote that did not know it. */
const orNull = text.nullable().default(null);
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const moment = text.regex(MOMENT, 'is not a moment; write 2021-12-31T23:59:59.000Z');
const number = z.number().int().positive();
const op = z.enum(['create', 'update']);
const request = z.strictObject({ key: text, digest: text });
const key = request.nullable();
const personal = z.strictObject({ of: text, name: orNull, phone: orNull });
const attribution = { at: moment, by: text, why: text, account: orNull };

const verdict = z.strictObject({
  operation: number,
  accepted: z.boolean(),
  reason: orNull,
  by: text,
  account: orNull,
  at: moment,
  change: orNull,
  key: request.optional(),
});

const base = z.record(text, z.unknown());

function schemas(record: z.ZodType<JejakRecord>) {
  return {
    change: z.strictObject({
      id: text,
      sequence: number,
      ...attribution,
      approvedBy: orNull,
      approver: orNull,
      reverts: orNull,
      key,
      operations: z.array(z.strictObject({ op, before: record.nullable(), after: record })),
    }),
    personal,
    proposal: z
      .strictObject({
        id: text,
        ...attribution,
        reverts: orNull,
        key,
        operations: z.array(z.strictObject({ op, record, expect: number.optional(), base: base.optional() })),
        personal: z.array(personal),
        verdicts: z.array(verdict),
      })
      .refine(
        ({ operations, verdicts }) => verdicts.every(({ operation }) => operation <= operations.length),
        { path: ['verdicts'], message: 'decide on more operations than there are' },
      ),
    mapping: z.strictObject({ name: text, text, by: text, account: orNull, at: text }),
    account: z.strictObject(account.shape),
    token: z.strictObject(token.shape),
    pass: z.strictObject(pass.shape),
  } satisfies Record<Kind, z.ZodType>;
}

type RecordSchema = z.ZodObject<{ readonly type: z.ZodLiteral }>;
const anyRecord = (of: (schema: RecordSchema) => RecordSchema) => {
  const [first, ...rest] = RECORD_TYPES.map((type) => of(SCHEMAS[type] as unknown as RecordSchema));
  return z.discriminatedUnion('type', [first as RecordSchema, ...rest]) as unknown as z.ZodType<JejakRecord>;
};

/** As it is stored: a record that an older version wrote gets the fields that have come since, and loses others. */
const STORED = schemas(anyRecord((schema) => schema));
/** As it is read from a dump: a field that is not known is refused. */
export const BODY = schemas(anyRecord((schema) => z.strictObject(schema.shape)));

/** In the order in which they stand in a dump, so that each finds what it rests on. */
export const KINDS = Object.keys(BODY) as Kind[];

/** One thing that the store keeps, as its line in a dump. */
export function lineOf({ kind, value }: Item): string {
  return JSON.stringify({ [kind]: STORED[kind].parse(value) });
}
