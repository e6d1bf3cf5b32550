import { createHash } from 'node:crypto';
import {
  accounts,
  changesUntil,
  mappings,
  personalUntil,
  proposalsUntil,
  sequenceOf,
} from '../store/kept.js';
import type { Reader } from '../store/port.js';
import { FORMAT, type Item, lineOf } from './dump-format.js';

export interface DumpOptions {
  /** For publishing: leaves out personal data, proposals, accounts, request keys and the ids of accounts. */
  readonly public?: boolean;
}

/**
 * All that the store keeps, as the lines of a dump without their line feeds; one page is in memory at a time. Changes
 * made meanwhile are not in it. The lines depend neither on the engine nor on when they are written, so that the dump of
 * a restored store is the same, byte by byte.
 */
export async function* dumpLines(reader: Reader, options: DumpOptions = {}): AsyncGenerator<string> {
  const sequence = await sequenceOf(reader);
  const hash = createHash('sha256');
  let lines = 0;
  const counted = (line: string) => {
    hash.update(`${line}\n`);
    lines += 1;
    return line;
  };
  yield counted(
    JSON.stringify({ jejak: 'dump', format: FORMAT, sequence, ...(options.public ? { public: true } : {}) }),
  );
  for await (const item of itemsOf(reader, sequence, options)) yield counted(lineOf(item));
  yield JSON.stringify({ end: true, lines, sha256: hash.digest('hex') });
}

/** The body of a dump that ends with that change. */
export async function* itemsOf(
  reader: Reader,
  sequence: number,
  options: DumpOptions = {},
): AsyncGenerator<Item> {
  for await (const change of changesUntil(reader, sequence))
    yield {
      kind: 'change',
      value: options.public ? { ...change, account: null, approver: null, key: null } : change,
    };
  if (!options.public) {
    for await (const value of personalUntil(reader, sequence)) yield { kind: 'personal', value };
    for await (const value of proposalsUntil(reader, sequence)) yield { kind: 'proposal', value };
  }
  for await (const value of mappings(reader))
    yield { kind: 'mapping', value: options.public ? { ...value, account: null } : value };
  if (!options.public) yield* accounts(reader);
}
