import { z } from 'zod';
import type { ClaimKind, RecordType } from '../domain/kinds.js';
import {
  CONTRIBUTION_LABELS,
  END_STATE_LABELS,
  KIND_LABELS,
  LEVEL_LABELS,
  PROGRESS_LABELS,
} from '../domain/labels.js';
import { contribution, evidence, REFERENCES, SCHEMAS } from '../domain/records.js';
import type { Bilingual, End, Relation } from '../domain/relation.js';
import { RELATIONS } from '../domain/relations.js';
import { HELIX_NAMES } from '../domain/story.js';

/** The types of record that a sheet can hold; a judgement is a person's own and is not imported. */
export const IMPORTED_TYPES = [
  'source',
  'place',
  'actor',
  'initiative',
  'award',
  'achievement',
  'issue',
  'claim',
] as const;
export type ImportedType = (typeof IMPORTED_TYPES)[number];

/** A value of a closed vocabulary with its words. */
export interface Choice {
  readonly code: string;
  readonly label: Bilingual;
}

/** What a cell of a field holds. */
export type FieldKind = 'text' | 'date' | 'number' | 'choice' | 'list' | 'reference' | 'references';
export interface Field {
  readonly kind: FieldKind;
  /** The record is not valid without it. */
  readonly required: boolean;
  readonly choices?: readonly Choice[];
}

/** Every vocabulary but the roles, which depend on the kind of claim. CITY is a kind of place and a level alike. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  ...KIND_LABELS,
  ...HELIX_NAMES,
  ...LEVEL_LABELS,
  ...PROGRESS_LABELS,
  ...END_STATE_LABELS,
  ...CONTRIBUTION_LABELS,
};

/** Lists and ids that are filled in by other means, and what only a person decides: an import asserts. */
const ELSEWHERE = ['type', 'id', 'evidence', 'contributions', 'identifiers', 'withdrawn'];
/** The same of a claim. */
const JUDGED = ['status', 'statusReason', 'rank'];

/** The fields of a type that a column can fill, read from its schema. */
export const FIELDS: Readonly<Record<ImportedType, ReadonlyMap<string, Field>>> = Object.fromEntries(
  IMPORTED_TYPES.map((type) => [
    type,
    fieldsOf(SCHEMAS[type].shape, type === 'claim' ? [...ELSEWHERE, ...JUDGED] : ELSEWHERE, REFERENCES[type]),
  ]),
) as unknown as Record<ImportedType, ReadonlyMap<string, Field>>;

export const EVIDENCE_FIELDS = fieldsOf(evidence.shape, [], { source: null });
export const CONTRIBUTION_FIELDS = fieldsOf(contribution.shape, [], {});

function fieldsOf(
  shape: Readonly<Record<string, z.ZodType>>,
  elsewhere: readonly string[],
  references: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Field> {
  const fields = Object.entries(shape).filter(([name]) => !elsewhere.includes(name));
  return new Map(
    fields.map(([name, schema]) => [name, fieldOf(schema, Object.hasOwn(references, name))] as const),
  );
}

/** What a field takes is found by trying it, so that a new field of a schema is known by itself. */
function fieldOf(schema: z.ZodType, reference: boolean): Field {
  const required = !schema.safeParse(undefined).success;
  const takes = (value: unknown) => schema.safeParse(value).success;
  const options = optionsOf(schema);
  if (options !== null) return { kind: 'choice', required, choices: options.map(choiceOf) };
  if (takes(['x'])) return { kind: reference ? 'references' : 'list', required };
  if (reference) return { kind: 'reference', required };
  if (takes(1)) return { kind: 'number', required };
  return { kind: takes('2021-12-31') && !takes('x') ? 'date' : 'text', required };
}

function optionsOf(schema: z.ZodType): readonly string[] | null {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return optionsOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodEnum ? (schema.options as string[]) : null;
}

function choiceOf(code: string): Choice {
  return { code, label: WORDS[code] ?? { id: code, en: code } };
}

/** A relation registry; given as an argument so that a test can add to it. */
export type Relations = Readonly<Record<string, Relation>>;

/** The fields that a claim of that kind may have: its roles as choices, and nothing that the kind does not carry. */
export function claimFields(kind: string, relations: Relations = RELATIONS): ReadonlyMap<string, Field> {
  return (relations === RELATIONS ? FIELDS_OF_KINDS.get(kind) : undefined) ?? fieldsOfKind(relations[kind]);
}

function fieldsOfKind(relation: Relation | undefined): ReadonlyMap<string, Field> {
  if (relation === undefined) return FIELDS.claim;
  const { period, position, parties } = relation.allows;
  const roles = Object.entries(relation.roles).map(([code, { label }]) => ({ code, label }));
  const left = new Set([
    ...(period ? [] : ['start', 'end', 'endState', 'at']),
    ...(position ? [] : ['position', 'positionEn']),
    ...(parties ? [] : ['parties']),
    ...(roles.length > 0 ? [] : ['role']),
  ]);
  const fields = [...FIELDS.claim].filter(([name]) => !left.has(name));
  return new Map(
    fields.map(([name, field]) => [
      name,
      name === 'role' ? { kind: 'choice', required: true, choices: roles } : field,
    ]),
  );
}

const FIELDS_OF_KINDS = new Map(
  Object.entries(RELATIONS).map(([kind, relation]) => [kind, fieldsOfKind(relation)] as const),
);

/** What a reference of a record may point at; of a claim, what its kind and role allow at that end. */
export function endsOf(
  type: RecordType,
  field: string,
  { kind, role }: { readonly kind?: unknown; readonly role?: unknown },
): readonly End[] {
  if (field === 'source') return [{ type: 'source' }];
  if (type !== 'claim') return [{ type: 'award' }];
  const relation = RELATIONS[kind as ClaimKind];
  if (field === 'parties') return [{ type: 'actor' }];
  if (field === 'subject') return relation.subject;
  return relation.roles[String(role)]?.object ?? relation.object;
}
