import { hash, randomBytes } from 'node:crypto';
import type { RecordType } from './kinds.js';

/** What has an id: the records, the changes that wrote them, and the proposals that wait for a review. */
export type IdType = RecordType | 'change' | 'proposal';

/**
 * Ids are opaque to clients and safe in a URL: a letter or two for the type of record, a hyphen, 20 characters of
 * Crockford's base 32 (100 bits). A dataset record's id is derived from its key, so that every engine and every
 * installation gives it the same one; other records get a random id.
 */
const PREFIX: Record<IdType, string> = {
  actor: 'a',
  initiative: 'i',
  achievement: 'h',
  award: 'w',
  issue: 'u',
  place: 'p',
  source: 's',
  claim: 'c',
  judgement: 'j',
  comment: 'k',
  change: 'g',
  proposal: 'r',
};
const TYPE_OF = new Map(Object.entries(PREFIX).map(([type, prefix]) => [prefix, type as IdType]));

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;
const ID = new RegExp(`^([a-z])-[${ALPHABET}]{${LENGTH}}$`);

/** The id of the record that a dataset knows by `key`. Scheme and key are delimited, so (ab, c) is not (a, bc). */
export function idOf(type: RecordType, scheme: string, key: string): string {
  const digest = hash('sha256', JSON.stringify([type, scheme, key]), 'buffer');
  return `${PREFIX[type]}-${encode(digest)}`;
}

/**
 * The id of the judgement on two records. Whether they are the same does not depend on which is named first, so a pair
 * has one judgement, and judging again changes it.
 */
export function judgementId(one: string, other: string): string {
  return idOf('judgement', 'pair', [one, other].sort().join(' '));
}

/** A fresh random id. */
export function newId(type: RecordType | 'proposal'): string {
  return `${PREFIX[type]}-${encode(randomBytes(LENGTH))}`;
}

/** The id of the change with that sequence number; its counterpart is `changeSequence`. */
export function changeId(sequence: number): string {
  return `${PREFIX.change}-${sequence.toString().padStart(LENGTH, '0')}`;
}

/** The sequence number in a change's id, or null when the text is not one. */
export function changeSequence(id: string): number | null {
  const match = /^g-(\d{20})$/.exec(id);
  const sequence = match ? Number(match[1]) : Number.NaN;
  return Number.isSafeInteger(sequence) ? sequence : null;
}

/** The type of record that an id names, or null when the text is not an id of ours. Does no look-up. */
export function typeOfId(id: string): IdType | null {
  return TYPE_OF.get(ID.exec(id)?.[1] ?? '') ?? null;
}

function encode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, LENGTH)) text += ALPHABET[byte & 31];
  return text;
}
