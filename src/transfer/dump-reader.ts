import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { BODY, end, FORMAT, header, type Item, KINDS, type Kind } from './dump-format.js';

export const WHOLE = 'take the dump as it was written, whole, and run restore again';

/** That a line of the dump can't be taken: which, what stands there, and what to do. */
export function refusal(
  line: number,
  field: string,
  value: string,
  remedy: string,
  code?: Problem['code'],
): JejakError {
  const place = [`line ${line}`, field].filter(Boolean).join(', ');
  return JejakError.ofProblems('The dump is refused', [
    { code: code ?? 'BAD_USER_INPUT', place, value, remedy },
  ]);
}

/** Reads the lines of a dump: their form, their order, and at the end their digest. */
export class DumpReader {
  number = 0;
  /** The number of the last change, by the header. */
  last = 0;
  readonly #hash = createHash('sha256');
  #ended = false;
  #changes = 0;
  #before: { kind: Kind; key: string } = { kind: 'change', key: '' };

  /**
   * What the line holds; null for the first and the last one. Throws BAD_USER_INPUT for a line that can't stand there.
   */
  take(line: string): Item | null {
    this.number += 1;
    if (this.#ended) throw this.#refuse('', show(line), `nothing follows the end of a dump; ${WHOLE}`);
    const value = this.#json(line);
    if (this.number > 1 && 'end' in value) {
      this.#end(value);
      return null;
    }
    this.#hash.update(`${line}\n`);
    if (this.number > 1) return this.#item(value);
    this.last = this.#header(value);
    return null;
  }

  /** To be called after the last line. Throws BAD_USER_INPUT when the dump has no end. */
  complete(): void {
    if (this.#ended) return;
    if (this.number === 0) throw refusal(1, '', 'nothing', 'give a file that "jejak dump" has written');
    this.number += 1;
    throw this.#refuse('', 'nothing', `the dump is cut off here; ${WHOLE}`);
  }

  #refuse(field: string, value: string, remedy: string): JejakError {
    return refusal(this.number, field, value, remedy);
  }

  #json(line: string): Record<string, unknown> {
    try {
      const value: unknown = JSON.parse(line);
      if (value !== null && typeof value === 'object' && !Array.isArray(value))
        return value as Record<string, unknown>;
    } catch {
      // Refused below.
    }
    const what = this.number === 1 ? 'this is no dump' : 'the dump is cut off or was changed here';
    throw this.#refuse('', show(line), `${what}; ${WHOLE}`);
  }

  #header(value: Record<string, unknown>): number {
    const { format } = value;
    if (value.jejak === 'dump' && typeof format === 'number' && format > FORMAT)
      throw this.#refuse('format', String(format), 'a newer Jejak wrote this dump; restore it with that one');
    return this.#parse(header, value, '').sequence;
  }

  #end(value: Record<string, unknown>): void {
    const { lines, sha256 } = this.#parse(end, value, '');
    const before = this.number - 1;
    if (lines !== before)
      throw this.#refuse('lines', String(lines), `${before} lines stand before; ${WHOLE}`);
    if (this.#changes !== this.last)
      throw this.#refuse('', `change ${this.#changes} is the last`, `the header says ${this.last}; ${WHOLE}`);
    if (sha256 !== this.#hash.digest('hex'))
      throw this.#refuse('sha256', show(sha256), `a line before was changed; ${WHOLE}, into an empty store`);
    this.#ended = true;
  }

  #item(value: Record<string, unknown>): Item {
    const [name = '', ...others] = Object.keys(value);
    const kind = KINDS.find((each) => each === name);
    if (kind === undefined || others.length > 0)
      throw this.#refuse('', show(Object.keys(value).join(', ')), `write one of ${KINDS.join(', ')}`);
    const item = { kind, value: this.#parse(BODY[kind] as z.ZodType, value[kind], kind) } as Item;
    this.#inOrder(item);
    return item;
  }

  #inOrder(item: Item): void {
    if (item.kind === 'change') {
      this.#changes += 1;
      if (item.value.sequence !== this.#changes)
        throw this.#refuse(
          'change, sequence',
          String(item.value.sequence),
          `${this.#changes} follows; ${WHOLE}`,
        );
    }
    const before = this.#before;
    const key = keyOf(item);
    const rank = KINDS.indexOf(item.kind) - KINDS.indexOf(before.kind) || compareBytes(key, before.key);
    if (rank <= 0)
      throw this.#refuse(item.kind, show(key), `it comes after ${before.kind} ${show(before.key)}; ${WHOLE}`);
    this.#before = { kind: item.kind, key };
  }

  #parse<T>(schema: z.ZodType<T>, value: unknown, kind: string): T {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.flatMap((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
      const paths = unknown?.map((key) => [...issue.path, key]) ?? [issue.path];
      return paths.map((path): Problem => {
        const steps = path.map((step) => (typeof step === 'number' ? step + 1 : String(step)));
        const place = [`line ${this.number}`, kind, steps.join(' ')].filter(Boolean).join(', ');
        const found = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], value);
        const remedy = unknown === null ? issue.message : 'no such field; leave it out';
        return { code: 'BAD_USER_INPUT', place, value: show(found ?? 'nothing'), remedy };
      });
    });
    throw JejakError.ofProblems('The dump is refused', problems);
  }
}

/** What puts the lines of a kind in order. Sequence numbers compare by the ids that hold them. */
export function keyOf({ kind, value }: Item): string {
  if (kind === 'change') return value.id;
  if (kind === 'personal') return value.of;
  if (kind === 'proposal') return `${value.at} ${value.id}`;
  return kind === 'mapping' ? value.name : value.id;
}

/** As the engines compare texts: by code points. */
const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
