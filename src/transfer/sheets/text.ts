import { createReadStream } from 'node:fs';
import { Unreadable } from './unreadable.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What Windows-1252 has at 0x80 to 0x9F. Some releases of Node decode these as Latin-1, so we do it ourselves. */
const WINDOWS =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

const SAVE_AS = 'save it as "CSV UTF-8"';

/**
 * The text of a file, piece by piece, without its byte order mark. UTF-8; UTF-16 with a byte order mark; Windows-1252
 * when the bytes are not UTF-8. The file is read twice, because only its last byte shows that all of it is UTF-8: a
 * guess from the beginning would turn a late "é" into a refusal, or earlier ones into "Ã©".
 * Throws `Unreadable` at bytes that are no text at all.
 */
export async function* textOf(path: string): AsyncGenerator<string> {
  const encoding = await encodingOf(path);
  yield* decoded(path, encoding);
}

async function encodingOf(path: string): Promise<Encoding> {
  const marked = await byteOrderMark(path);
  if (marked === 'utf-16le' || marked === 'utf-16be') {
    for await (const text of decoded(path, marked)) refuseNul(text);
    return marked;
  }
  const utf8 = await isUtf8(path);
  if (!utf8 && marked === 'utf-8')
    throw new Unreadable('a byte order mark of UTF-8, and bytes that are not UTF-8', SAVE_AS);
  return utf8 ? 'utf-8' : 'windows-1252';
}

async function byteOrderMark(path: string): Promise<Encoding | null> {
  for await (const bytes of createReadStream(path, { end: 2 }) as AsyncIterable<Buffer>) {
    const hex = bytes.toString('hex');
    if (hex.startsWith('efbbbf')) return 'utf-8';
    if (hex.startsWith('fffe')) return 'utf-16le';
    if (hex.startsWith('feff')) return 'utf-16be';
  }
  return null;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let beyondAscii = false;
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    if (bytes.includes(0)) refuseNul('\0');
    if (!valid) continue;
    try {
      beyondAscii = /\P{ASCII}/u.test(decoder.decode(bytes, { stream: true })) || beyondAscii;
    } catch {
      valid = false;
      const [before = ''] = new TextDecoder().decode(bytes).split('\uFFFD', 1);
      // Read as Windows-1252, the part in UTF-8 would come out as "Ã©" without anyone noticing.
      if (beyondAscii || /\P{ASCII}/u.test(before))
        throw new Unreadable('text in UTF-8 mixed with bytes that are not UTF-8', SAVE_AS);
    }
  }
  try {
    if (valid) decoder.decode();
  } catch {
    return false;
  }
  return valid;
}

function refuseNul(text: string): void {
  if (text.includes('\0'))
    throw new Unreadable('bytes that are not text', 'save the table as .xlsx or as "CSV UTF-8"');
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>)
      yield bytes
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (byte) => WINDOWS.charAt(byte.charCodeAt(0) - 0x80));
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>)
      yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw cause;
    throw new Unreadable(`bytes that are not ${encoding.toUpperCase()}`, SAVE_AS, { cause });
  }
}
