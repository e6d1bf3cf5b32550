/**
 * The lines of a text that comes in pieces. Only a line feed ends a line: what other readers of lines also take for an
 * end (U+2028) may stand within a text of ours.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n');
    rest += first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  if (rest !== '') yield rest;
}
