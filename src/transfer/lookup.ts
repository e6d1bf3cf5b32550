import type { RecordType } from '../domain/kinds.js';
import type { JejakRecord, Stored } from '../domain/records.js';

/** A stored record as a name finds it. */
export interface Named {
  readonly id: string;
  readonly type: RecordType;
  /** Null for types without kinds. */
  readonly kind: string | null;
  readonly label: string;
  /** What tells it apart from others of its name: a place, an owner, a description; null when nothing is known. */
  readonly about: string | null;
}

/** A stored record that may be the same as a name in the file. */
export interface Similar {
  readonly id: string;
  readonly label: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What planning asks the store, each in one call for a whole batch; lists answer in the order of what was asked. */
export interface Lookup {
  /** The records that exist; an id that does not is left out. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Stored<JejakRecord>>>;
  /** Of the records that were merged into another, the one that stands for each; the others are left out. */
  standing(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * The records with that `nameKey` among their names, aliases, abbreviations and previous names (a source's title),
   * never among their weak aliases, and never one that was withdrawn.
   */
  byNames(
    asked: ReadonlyArray<{ readonly key: string; readonly types: readonly RecordType[] }>,
  ): Promise<ReadonlyArray<readonly Named[]>>;
  /** The most similar records of that type, withdrawn ones left out, best first; an empty list when none comes near. */
  similar(
    asked: ReadonlyArray<{ readonly name: string; readonly type: RecordType }>,
  ): Promise<ReadonlyArray<readonly Similar[]>>;
  /** Records of that type that somebody who wrote the name may mean, best first: forgives typing errors. */
  meant(
    asked: ReadonlyArray<{ readonly name: string; readonly type: RecordType }>,
  ): Promise<ReadonlyArray<readonly Similar[]>>;
}

/** The answers by what was asked, so that one left out is an error here and never shifts the others. */
export async function answersOf<Q, A>(
  asked: readonly Q[],
  ask: (asked: readonly Q[]) => Promise<readonly A[]>,
): Promise<ReadonlyMap<Q, A>> {
  if (asked.length === 0) return new Map();
  const answers = await ask(asked);
  if (answers.length !== asked.length)
    throw new Error(`a lookup gave ${answers.length} answers to ${asked.length} questions`);
  return new Map(asked.map((question, index) => [question, answers[index] as A]));
}
