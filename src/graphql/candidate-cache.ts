import type { MergeableType } from '../domain/identity.js';
import type { Candidate } from '../domain/identity-candidates.js';
import { lastSequence } from '../store/cypher/changes.js';
import { candidatesOf } from '../store/lookalikes.js';
import type { Reader } from '../store/port.js';

interface Found {
  readonly sequence: number;
  readonly candidates: Promise<readonly Candidate[]>;
}

/** What was found last in each store, by type. */
const kept = new WeakMap<Reader, Map<MergeableType, Found>>();

/**
 * Pairs of records of a type that may be the same, as the store stands now, best first. Comparing all records takes
 * seconds in a large store, so the answer is kept until the next change; those who ask meanwhile share it. Pass the store
 * itself, not a reader made for one request.
 */
export async function currentCandidates(reader: Reader, type: MergeableType): Promise<readonly Candidate[]> {
  const [last] = await reader.read(lastSequence, {});
  const sequence = last?.sequence ?? 0;
  const byType = kept.get(reader) ?? new Map<MergeableType, Found>();
  kept.set(reader, byType);
  const known = byType.get(type);
  if (known !== undefined && known.sequence >= sequence) return known.candidates;
  const found: Found = { sequence, candidates: candidatesOf(reader, type) };
  byType.set(type, found);
  found.candidates.catch(() => {
    if (byType.get(type) === found) byType.delete(type);
  });
  return found.candidates;
}
