import { sequenceOf } from '../store/kept.js';
import type { Reader } from '../store/port.js';

interface Build<T> {
  readonly sequence: number;
  readonly result: Promise<T>;
}

/**
 * Makes something out of the whole store, and keeps it until the next change: every change that was committed before a
 * call is in what it returns. One round trip when nothing has changed since the last call; otherwise those of `build` as
 * well. Those who call while a build is under way that is recent enough for them share it. A build that fails is forgotten,
 * and the next call tries again.
 *
 * `before` is the build that is replaced, which may be under way or fail, for whoever brings it up to date instead.
 *
 * It is kept per reader: pass the store itself, not something made for one request.
 */
export function untilChange<T>(
  build: (reader: Reader, sequence: number, before: Promise<T> | undefined) => Promise<T>,
): (reader: Reader) => Promise<T> {
  /** The last build of each store, finished or under way. */
  const builds = new WeakMap<Reader, Build<T>>();
  return async (reader) => {
    // Asked anew by every caller: an answer under way for another may be older than the change this one has just made.
    const sequence = await sequenceOf(reader);
    const kept = builds.get(reader);
    if (kept !== undefined && kept.sequence >= sequence) return kept.result;
    // The sequence was read before what is built. A change in between makes the result newer than it says, so that it
    // is built again on the next call: work wasted once, whereas the other order could keep one that lacks a change.
    const started: Build<T> = { sequence, result: build(reader, sequence, kept?.result) };
    builds.set(reader, started);
    started.result.catch(() => {
      if (builds.get(reader) === started) builds.delete(reader);
    });
    return started.result;
  };
}
