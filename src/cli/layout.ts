/** Text for people: columns as wide as the terminal is, bold where it can show it. */
export interface Page {
  /** Columns of the terminal; infinite when the output goes elsewhere, so that programs get whole lines. */
  readonly width: number;
  bold(text: string): string;
}

const NARROWEST = 30;

/** The page that a stream is. NO_COLOR (no-color.org) turns bold off as well. */
export function pageOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Page {
  const plain = !stream.isTTY || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  return {
    width:
      stream.isTTY && stream.columns > 0 ? Math.max(stream.columns, NARROWEST) : Number.POSITIVE_INFINITY,
    bold: (text) => (plain ? text : `\u001b[1m${text}\u001b[22m`),
  };
}

/** A space at which no line is broken. */
export const FIRM_SPACE = '\u00a0';

/** Breaks a text into lines of the page: the first begins with `first`, the others with `rest`. */
export function wrap(page: Page, text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let begun = false;
  for (const word of text.split(' ')) {
    if (begun && columnsOf(`${line} ${word}`) > page.width) {
      lines.push(line);
      [line, begun] = [rest, false];
    }
    line = begun ? `${line} ${word}` : line + word;
    begun = true;
  }
  return [...lines, line].map((each) => each.replaceAll(FIRM_SPACE, ' '));
}

const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|[\u3000-\u303e\uff01-\uff60])/u;
const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns that a text takes in a terminal: two for East Asian letters and emoji, one for all others. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of clusters.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}
