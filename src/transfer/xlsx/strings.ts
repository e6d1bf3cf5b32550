import type { SheetLimits } from '../sheets/limits.js';
import { Unreadable } from '../sheets/unreadable.js';
import { unescapeText } from './escape.js';
import { parseXml, type XmlHandlers } from './xml.js';

/**
 * Collects the text of a `si` or `is` element, which may come in pieces of different looks; how it is pronounced
 * (`rPh`) is left out. Holds one character more than a cell may have, so that too long a text is noticed.
 */
export class RichText {
  private text = '';
  private inText = false;
  private inPhonetic = false;

  constructor(private readonly most: number) {}

  readonly on = {
    open: (name: string) => {
      if (name === 't') this.inText = true;
      if (name === 'rPh') this.inPhonetic = true;
    },
    text: (text: string) => {
      if (this.inText && !this.inPhonetic && this.text.length <= this.most) this.text += text;
    },
    close: (name: string) => {
      if (name === 't') this.inText = false;
      if (name === 'rPh') this.inPhonetic = false;
    },
  } satisfies XmlHandlers;

  take(): string {
    const text = unescapeText(this.text);
    this.text = '';
    return text;
  }
}

/** The texts that cells refer to by number. Throws `Unreadable` when they are more than memory is meant to hold. */
export async function readSharedStrings(
  bytes: AsyncIterable<Buffer>,
  limits: SheetLimits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const rich = new RichText(limits.cellLength);
  let characters = 0;
  const parsing = parseXml(bytes, {
    open: rich.on.open,
    text: rich.on.text,
    close(name) {
      rich.on.close(name);
      if (name !== 'si') return;
      const text = own(rich.take());
      // An empty string costs memory too.
      characters += text.length + 8;
      if (characters > limits.sharedStrings)
        throw new Unreadable(
          `more than ${limits.sharedStrings} characters of different texts`,
          'save each sheet as CSV, or send it in parts',
        );
      strings.push(text);
    },
  });
  for await (const _ of parsing);
  return strings;
}

/** A copy: a piece cut from a longer string keeps all of that in memory. */
function own(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
