import { SaxesParser } from 'saxes';
import { Unreadable } from '../sheets/unreadable.js';

/** What is told of a part of a workbook. Names come without their prefix: generators differ in it. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Deeper than any part of a workbook goes. */
const DEPTH = 64;

/**
 * A cell of 32,767 characters, each written as an entity, is shorter than this. The parser holds a text, a comment or
 * a tag in memory until it ends, so one that goes on for longer is refused.
 */
const LONGEST_TOKEN = 1024 ** 2;

const SAVE_AGAIN = 'open it in a spreadsheet program and save it again as .xlsx';

/**
 * Parses XML as its bytes come; yields after each piece, so that what the handlers collected can be taken away.
 * Documents with a DTD are refused: they are the way to entity bombs and foreign files, and no workbook has one.
 * Throws `Unreadable`.
 */
export async function* parseXml(bytes: AsyncIterable<Buffer>, on: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let sinceToken = 0;
  parser.on('error', (cause) => {
    throw new Unreadable(`broken XML (${cause.message})`, SAVE_AGAIN, { cause });
  });
  parser.on('doctype', () => {
    throw new Unreadable('XML with a DTD', SAVE_AGAIN);
  });
  parser.on('opentag', (tag) => {
    sinceToken = 0;
    if (++depth > DEPTH) throw new Unreadable(`XML nested deeper than ${DEPTH}`, SAVE_AGAIN);
    on.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    sinceToken = 0;
    depth--;
    on.close?.(localName(tag.name));
  });
  const text = (text: string) => on.text?.(text);
  parser.on('text', text);
  parser.on('cdata', text);
  for await (const piece of bytes) {
    const decoded = decode(() => decoder.decode(piece, { stream: true }));
    sinceToken += decoded.length;
    parser.write(decoded);
    if (sinceToken > LONGEST_TOKEN)
      throw new Unreadable(`a text of more than ${LONGEST_TOKEN} characters`, 'shorten it, and save again');
    yield;
  }
  parser.write(decode(() => decoder.decode())).close();
  yield;
}

function decode(work: () => string): string {
  try {
    return work();
  } catch (cause) {
    throw new Unreadable('XML that is not UTF-8', SAVE_AGAIN, { cause });
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without a prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const full = Object.keys(attributes).find((each) => each.includes(':') && localName(each) === name);
  return full === undefined ? attributes[name] : attributes[full];
}
