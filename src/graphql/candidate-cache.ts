import type { MergeableType } from '../domain/identity.js';
import type { Candidate } from '../domain/identity-candidates.js';
import { candidatesOf } from '../store/lookalikes.js';
import type { Reader } from '../store/port.js';
import { untilChange } from './until-change.js';

const byType = new Map<MergeableType, (reader: Reader) => Promise<readonly Candidate[]>>();

/**
 * Pairs of records of a type that may be the same, as the store stands now, best first. Comparing all records takes
 * seconds in a large store, so the answer is kept. See `untilChange`.
 */
export function currentCandidates(reader: Reader, type: MergeableType): Promise<readonly Candidate[]> {
  let current = byType.get(type);
  if (current === undefined) {
    current = untilChange((store) => candidatesOf(store, type));
    byType.set(type, current);
  }
  return current(reader);
}
