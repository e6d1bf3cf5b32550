import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { referencedIds } from '../domain/change-references.js';
import { MAX_OPERATIONS, type Operation, type ValidOperation } from '../domain/change-set.js';
import type { Problem } from '../domain/errors.js';
import type { Change, Personal, Planned, Proposal, RequestKey } from '../store/port.js';
import type { Mapping } from './mapping-form.js';

/** The batches of an import: how many rows make one, by what it is known again, and what an earlier run made of it. */

/** What an earlier run made of a batch. A proposal knows the records that it is about; a change may have been taken back. */
export type Earlier =
  | { readonly state: 'APPLIED' | 'REVERTED' }
  | { readonly state: 'PROPOSED'; readonly records: ReadonlySet<string> };

/** Writes what was planned, as far as the rights of whoever imports go. */
export type Write = (
  planned: Planned,
  key: RequestKey,
) => Promise<{ readonly change: Change | null; readonly proposal: Proposal | null }>;

/** How a batch is written. */
export interface Writing {
  readonly write: Write;
  readonly before: Earlier | null;
  readonly key: RequestKey;
}

/** What is written of a plan. */
export interface Written {
  readonly operations: readonly Operation[];
  readonly personal: readonly Personal[];
}

/**
 * What an earlier run has proposed waits for a review, or was decided upon: it is not proposed again, but for what the
 * rest points at and nobody has accepted yet.
 */
export function notProposed({ operations, personal }: Written, before: Earlier | null): Written {
  if (before?.state !== 'PROPOSED') return { operations, personal };
  const proposed = ({ record }: Operation) => before.records.has(record.id);
  let rest = operations.filter((operation) => !proposed(operation));
  const left = new Set(rest.map(({ record }) => record.id));
  if (left.size === 0) return { operations: [], personal: [] };
  for (let size = -1; size !== rest.length; ) {
    size = rest.length;
    const needed = new Set(referencedIds({ operations: rest as ValidOperation[] }));
    rest = operations.filter((one) => !proposed(one) || (one.op === 'create' && needed.has(one.record.id)));
  }
  return { operations: rest, personal: personal.filter(({ of }) => left.has(of)) };
}

/**
 * The key of a batch; of one that an earlier run has written, a new one for what came to it. What is proposed has one by
 * which the same rest is not proposed twice; what is applied is not planned again once it stands.
 */
export function keyAfter(
  before: Earlier | null,
  { key, digest }: RequestKey,
  { operations }: Written,
): RequestKey {
  if (before === null) return { key, digest };
  if (before.state !== 'PROPOSED') return { key: `${key} ${randomUUID()}`, digest };
  const rest = operations.flatMap(({ record }) => (before.records.has(record.id) ? [] : [record.id]));
  return { key: `${key} ${createHash('sha256').update(rest.join(' ')).digest('hex')}`, digest };
}

/** How many rows surely fit into one change: each may make all the records of its sheet, and all together a source. */
export function rowsOfAChange({ sheets }: Mapping): number {
  return Math.floor((MAX_OPERATIONS - 1) / Math.max(...sheets.map(({ records }) => records.length)));
}

/** Tells an import from others: the bytes of the file, and what they mean. */
export async function digestOf(path: string, mapping: Mapping): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** What waits for a review is one proposal, because one cannot point at what another would make. */
export const tooManyRows = (most: number): Problem => ({
  code: 'BAD_USER_INPUT',
  place: 'the file',
  value: `more than ${most} rows that wait for a review`,
  remedy: 'send them in several files, things before what points at them, or ask an editor to import them',
});
