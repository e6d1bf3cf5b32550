import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { SheetLimits } from '../sheets/limits.js';
import { Unreadable } from '../sheets/unreadable.js';

/** Below this, contents that shrink well say nothing about a file's intent. */
const RATIO_ASKED_ABOVE = 16 * 1024 ** 2;

const STORED = 0;
const DEFLATED = 8;

const SAVE_AGAIN = 'open it in a spreadsheet program and save it again as .xlsx';

/**
 * The files inside a zip, by name without a leading slash and in lower case, as Excel compares them. Never unpacked to
 * disk, and one inside another is never looked into. Close it after use.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws `Unreadable` when the zip is broken, or holds more than the limits allow. */
  static async open(path: string, fileBytes: number, limits: SheetLimits): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false }).catch(broken);
    try {
      return new Archive(zip, await entriesOf(zip, fileBytes, limits));
    } catch (error) {
      zip.close();
      return broken(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(key(name));
  }

  /** The contents of a file, checked against its size and checksum. Throws `Unreadable` when it is not there or broken. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(key(name));
    if (entry === undefined) throw new Unreadable(`no part ${name} in the workbook`, SAVE_AGAIN);
    let size = 0;
    let sum = 0;
    for await (const bytes of this.contents(entry)) {
      size += bytes.length;
      sum = crc32(bytes, sum);
      if (size > entry.uncompressedSize) break;
      yield bytes;
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) broken(new Error(`${name} is damaged`));
  }

  private async *contents(entry: Entry): AsyncGenerator<Buffer> {
    try {
      const raw = await this.zip.openReadStreamPromise(entry, { decodeFileData: false });
      yield* entry.compressionMethod === STORED ? raw : pipeline(raw, createInflateRaw(), () => {});
    } catch (error) {
      broken(error);
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function entriesOf(zip: ZipFile, fileBytes: number, limits: SheetLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  if (zip.entryCount > limits.entries)
    throw new Unreadable(`${zip.entryCount} files in the zip, more than ${limits.entries}`, SAVE_AGAIN);
  for await (const entry of zip.eachEntry()) {
    if (entries.has(key(entry.fileName)))
      throw new Unreadable(`two parts of the name ${entry.fileName} in the workbook`, SAVE_AGAIN);
    if (entry.isEncrypted()) throw new Unreadable('a locked zip', 'save it without a password');
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      throw new Unreadable(`a zip packed in an unknown way (${entry.compressionMethod})`, SAVE_AGAIN);
    entries.set(key(entry.fileName), entry);
    unpacked += entry.uncompressedSize;
  }
  if (unpacked > limits.unpackedBytes)
    throw new Unreadable(
      `${unpacked} bytes once unpacked, more than ${limits.unpackedBytes}`,
      'save each sheet as CSV, or send it in parts',
    );
  if (unpacked > RATIO_ASKED_ABOVE && unpacked > fileBytes * limits.unpackedRatio)
    throw new Unreadable(
      `contents more than ${limits.unpackedRatio} times larger than the file`,
      'delete rows and columns that look empty, or save each sheet as CSV',
    );
  return entries;
}

function key(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

function broken(cause: unknown): never {
  if (cause instanceof Unreadable) throw cause;
  throw new Unreadable('a broken zip', SAVE_AGAIN, { cause });
}
