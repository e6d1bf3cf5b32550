import type { Operation } from './change-set.js';
import { JejakError, show } from './errors.js';
import type { ClaimStatus } from './kinds.js';
import type { Claim, Evidence, JejakRecord, RecordInput, Stored } from './records.js';

/** What people do to a record, as operations of a change set. Pure; each takes the record as it was made. */

/** The fields that an edit gives: null empties a field (a list too), and what is left out stays as it is. */
export type Fields = Readonly<Record<string, unknown>>;

/** An update of the record from the version that was edited (null: whichever stands), with the fields in their place. */
export function corrected(record: Stored, fields: Fields, version: number | null = null): Operation {
  const { created: _created, updated: _updated, ...before } = record;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const values = given.map(([field, value]) => {
    const isList = Array.isArray(before[field as keyof typeof before]);
    return [field, value === null && isList ? [] : value];
  });
  const after = { ...before, ...Object.fromEntries(values) } as RecordInput;
  return { op: 'update', record: after, ...(version === null ? {} : { expect: version }) };
}

/** A new record of the fields that are given. */
export function created(type: JejakRecord['type'], id: string, fields: Fields): Operation {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return { op: 'create', record: { ...Object.fromEntries(given), type, id } as RecordInput };
}

/** A claim with another status and, where it is disputed or retracted, the reason. Throws CONFLICT for a retracted one. */
export function withStatus(
  claim: Stored<Claim>,
  status: ClaimStatus,
  reason: string | null,
  version: number | null = null,
): Operation {
  if (claim.status === 'RETRACTED')
    throw JejakError.ofProblems('The change is refused', [
      {
        code: 'CONFLICT',
        place: `claim ${show(claim.id)}, status`,
        value: `it is retracted (${claim.statusReason === null ? 'no reason given' : show(claim.statusReason)})`,
        remedy: 'revert the change that retracted it first',
        field: 'id',
      },
    ]);
  return corrected(claim, { status, statusReason: reason }, version);
}

/** The record with further places in sources; those that it has already are not added again. */
export function withEvidence(
  record: Stored,
  evidence: readonly Partial<Evidence>[],
  version: number | null = null,
): Operation {
  const known = new Set(record.evidence.map(evidenceKey));
  const added = evidence.filter((item) => {
    const key = evidenceKey(item);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return corrected(record, { evidence: [...record.evidence, ...added] }, version);
}

/** What a place in a source says and where: two with the same key are one. */
export function evidenceKey({ source, locator, quote, paraphrase, paraphraseEn }: Partial<Evidence>): string {
  return JSON.stringify([source, locator ?? null, quote ?? null, paraphrase ?? null, paraphraseEn ?? null]);
}

/** A record taken back: a claim retracted, any other one withdrawn. */
export function takenBack(record: Stored, reason: string): Operation {
  return record.type === 'claim'
    ? corrected(record, { status: 'RETRACTED', statusReason: reason }, record.updated)
    : corrected(record, { withdrawn: true }, record.updated);
}

/** The names of the fields in which two records of a type differ, in the order of the second. */
export function changedFields(before: JejakRecord, after: JejakRecord): string[] {
  const value = (record: JejakRecord, field: string) =>
    JSON.stringify((record as unknown as Record<string, unknown>)[field] ?? null);
  return Object.keys(after).filter((field) => value(before, field) !== value(after, field));
}
