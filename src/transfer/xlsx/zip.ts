import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file to put into a zip; its text is asked for only when its turn comes. */
export interface ZipPart {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

/** 1 January 1980, the first day that a zip knows: no clock gets into the bytes. */
const DOS_DATE = 0x0021;
/** Bit 3: sizes follow the contents. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATED = 8;
const LARGEST = 0xffff_ffff;
const PIECE = 64 * 1024;

/**
 * A zip as it grows (PKWARE APPNOTE 6.3.10), with nothing held but its table of contents. The same parts give the same
 * bytes under the same release of zlib. Fails when the zip or a part reaches 4 GiB.
 */
export async function* zipOf(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, text } of parts) {
    const start = offset;
    const fileName = Buffer.from(name);
    const header = Buffer.concat([record(0x0403_4b50, [FLAGS], 0, 0, 0), lengths(fileName, 2), fileName]);
    offset += header.length;
    yield header;
    const sums = { crc: 0, size: 0 };
    let packed = 0;
    const deflated = pipeline(Readable.from(counted(text, sums)), createDeflateRaw(), () => {});
    for await (const bytes of deflated as AsyncIterable<Buffer>) {
      packed += bytes.length;
      yield bytes;
    }
    const descriptor = integers(0x0807_4b50, sums.crc, packed, sums.size);
    offset += packed + descriptor.length;
    if (offset > LARGEST || sums.size > LARGEST) throw new RangeError('a zip of more than 4 GiB');
    yield descriptor;
    directory.push(
      Buffer.concat([
        record(0x0201_4b50, [VERSION, FLAGS], sums.crc, packed, sums.size),
        lengths(fileName, 12),
        integers(start),
        fileName,
      ]),
    );
  }
  const table = Buffer.concat(directory);
  yield table;
  yield endOf(directory.length, table.length, offset);
}

/** Gathers small texts, of which a sheet has one a row, into pieces worth packing. */
async function* counted(text: ZipPart['text'], sums: { crc: number; size: number }): AsyncGenerator<Buffer> {
  let waiting = '';
  const take = () => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    sums.crc = crc32(bytes, sums.crc);
    sums.size += bytes.length;
    return bytes;
  };
  for await (const piece of text) {
    waiting += piece;
    if (waiting.length >= PIECE) yield take();
  }
  if (waiting !== '') yield take();
}

/** What the header before a file and its line in the table of contents have in common. */
function record(
  signature: number,
  before: readonly number[],
  crc: number,
  packed: number,
  size: number,
): Buffer {
  const shorts = [VERSION, ...before, DEFLATED, 0, DOS_DATE].flatMap((each) => [each & 0xff, each >> 8]);
  return Buffer.concat([integers(signature), Buffer.from(shorts), integers(crc, packed, size)]);
}

/** The length of the name, then zeros: no extra field, comment, disk number or attributes. */
function lengths(name: Buffer, zeros: number): Buffer {
  const bytes = Buffer.alloc(2 + zeros);
  bytes.writeUInt16LE(name.length);
  return bytes;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function integers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}
