import { JejakError, show } from '../domain/errors.js';
import { sequenceOf } from '../store/kept.js';
import type { KeptChange, Store } from '../store/port.js';
import { itemsOf } from './dump.js';
import { type Item, lineOf } from './dump-format.js';
import { DumpReader, keyOf, refusal, WHOLE } from './dump-reader.js';

/** How far a restore has come: changes that the store has, of those in the dump. */
export interface Progress {
  readonly sequence: number;
  readonly last: number;
}

export interface Restored {
  /** Lines of the body that were written, and those that the store had already. */
  readonly written: number;
  readonly present: number;
}

/**
 * Writes a dump into a store that is empty, or that holds the first part of this very dump: a restore that was cut off
 * goes on. Each line is checked; what was read before a line that is refused stays. Throws a JejakError that names line,
 * value and remedy: BAD_USER_INPUT for a dump that is cut off, was changed or comes from a newer version, CONFLICT for a
 * store that holds something else. The store counts as unfinished until the last line has been seen.
 */
export async function restore(
  store: Store,
  lines: AsyncIterable<string>,
  progress: (progress: Progress) => void = () => {},
): Promise<Restored> {
  const reading = new DumpReader();
  const writing = new Writing(store);
  try {
    for await (const line of lines) {
      const read = reading.take(line);
      if (read === null) continue;
      await writing.take(read, reading.number);
      progress({ sequence: writing.sequence, last: reading.last });
    }
    reading.complete();
  } catch (error) {
    // What was read before stays, so that the next attempt goes on from there.
    await writing.flush();
    throw error;
  }
  return writing.finish(reading.number);
}

/** A transaction holds as many lines as have about that many operations. */
const OPERATIONS = 500;

/** Writes what was read, several lines to a transaction; passes over what the store has. */
class Writing {
  readonly #store: Store;
  #held: AsyncIterator<Item> | null | undefined;
  #waiting: Array<{ readonly item: Item; readonly line: number }> = [];
  #operations = 0;
  #begun = false;
  #sequence = 0;
  #written = 0;
  #present = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The number of the last change that the store has. */
  get sequence(): number {
    return this.#sequence;
  }

  async take(item: Item, line: number): Promise<void> {
    const held = await this.#next();
    if (held !== null) {
      if (lineOf(held) !== lineOf(item)) throw otherStore(line, held);
      this.#present += 1;
      if (item.kind === 'change') this.#sequence = item.value.sequence;
      return;
    }
    if (this.#waiting[0] !== undefined && this.#waiting[0].item.kind !== item.kind) await this.flush();
    this.#waiting.push({ item, line });
    this.#operations += 'operations' in item.value ? item.value.operations.length : 1;
    if (this.#operations >= OPERATIONS) await this.flush();
  }

  /** The next thing that the store held when the restore began; null when the dump has passed all of it. */
  async #next(): Promise<Item | null> {
    if (this.#held === undefined) this.#held = itemsOf(this.#store, await sequenceOf(this.#store));
    if (this.#held === null) return null;
    const { done, value } = await this.#held.next();
    if (!done) return value;
    this.#held = null;
    return null;
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#operations = 0;
    if (waiting.length === 0) return;
    if (!this.#begun) await this.#store.replay.begin();
    this.#begun = true;
    try {
      await this.#write(waiting);
    } catch (error) {
      if (!isRefused(error)) throw error;
      // One by one, so that those before the one that is refused stay, and it can be named.
      for (const each of waiting) await this.#writeOne(each);
    }
  }

  async #writeOne(each: { readonly item: Item; readonly line: number }): Promise<void> {
    try {
      await this.#write([each]);
    } catch (error) {
      throw isRefused(error) ? atLine(each.line, error) : error;
    }
  }

  async #write(waiting: ReadonlyArray<{ readonly item: Item }>): Promise<void> {
    const kind = waiting[0]?.item.kind ?? 'change';
    const values = waiting.map(({ item }) => item.value);
    if (kind === 'change') {
      await this.#store.replay.changes(values as KeptChange[]);
      this.#sequence = (values.at(-1) as KeptChange).sequence;
    } else await this.#store.replay.rows(kind, values as never);
    this.#written += waiting.length;
  }

  async finish(line: number): Promise<Restored> {
    await this.flush();
    const more = await this.#next();
    if (more !== null) throw otherStore(line, more);
    await this.#store.replay.end();
    return { written: this.#written, present: this.#present };
  }
}

function otherStore(line: number, held: Item): JejakError {
  return refusal(
    line,
    '',
    `the store holds something else here, ${held.kind} ${show(keyOf(held))}`,
    'restore into an empty data folder',
    'CONFLICT',
  );
}

const isRefused = (error: unknown): error is JejakError =>
  error instanceof JejakError && ['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'].includes(error.code);

function atLine(line: number, { code, message, problems }: JejakError): JejakError {
  if (problems.length === 0) return refusal(line, '', message, WHOLE, code);
  return JejakError.ofProblems(
    'The dump is refused',
    problems.map((problem) => ({ ...problem, place: `line ${line}, ${problem.place}` })),
  );
}
