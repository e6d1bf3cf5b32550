import type { SheetLimits } from '../sheets/limits.js';
import type { MergedRange } from '../sheets/table.js';
import { Unreadable } from '../sheets/unreadable.js';

const MERGED =
  /<(?:[A-Za-z]{1,20}:)?mergeCell\s[^<>]{0,100}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/** Longer than any match. */
const TAIL = 200;

/**
 * The merged ranges of a sheet, in the order of their first row. They stand after all rows, so the sheet is looked
 * through once before it is read; for speed by a pattern and not by the parser. This also proves its checksum before
 * the first row is given out.
 */
export async function readMerged(bytes: AsyncIterable<Buffer>, limits: SheetLimits): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  let tail = '';
  for await (const piece of bytes) {
    const text = tail + piece.toString('latin1');
    // What ends within the tail has been found already.
    for (const match of text.matchAll(MERGED))
      if (match.index + match[0].length > tail.length) ranges.push(rangeOf(match));
    if (ranges.length > limits.mergedRanges)
      throw new Unreadable(
        `more than ${limits.mergedRanges} merged ranges`,
        'unmerge all cells of the sheet',
      );
    tail = text.slice(-TAIL);
  }
  return ranges.sort((one, other) => one.top - other.top);
}

function rangeOf([, left = '', top = '', right = '', bottom = '']: readonly string[]): MergedRange {
  return {
    ref: `${left}${top}:${right}${bottom}`,
    top: Number(top),
    bottom: Number(bottom),
    left: columnIndex(left),
    right: columnIndex(right),
  };
}

/** `A` is 0, `AA` is 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
