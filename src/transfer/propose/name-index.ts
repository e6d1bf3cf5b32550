import { compareText } from '../../domain/dates.js';
import { nameKey } from '../../domain/names.js';
import { TITLES_BEFORE } from './lexicon.js';
import type { KnownName, SuggestedEnd } from './suggestion.js';
import type { Token } from './text.js';

/** Finds names in tokens: in their comparison form (`nameKey`), the longest first, each with its span in the text. */

export interface NameInText {
  readonly ends: readonly SuggestedEnd[];
  /** Indexes of tokens, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/** A window grows past a title or half an old spelling, neither of which begins a name by itself. */
const PATIENCE = 3;
/** No name has more words; a window this long ends. */
const LONGEST = 40;
/** Characters that a record's name may have. */
const MAX_NAME = 300;

export class NameIndex {
  readonly #byKey = new Map<string, SuggestedEnd[]>();
  readonly #prefixes = new Set<string>();
  /** A text is searched several times over, and folding is most of the work. */
  readonly #keys = new Map<string, string>();
  readonly #byText = new Map<string, SuggestedEnd[]>();

  constructor(names: readonly KnownName[]) {
    // By id, so that the order in which the caller has them changes nothing.
    for (const name of [...names].sort((a, b) => compareText(a.id, b.id))) this.addKnown(name);
  }

  addKnown({ id, type, kind, helix, name, aliases, previousNames, abbreviations }: KnownName): void {
    const end = { id, type, kind, helix: helix ?? null, name };
    for (const text of [name, ...aliases, ...previousNames]) this.add(text, end);
    for (const text of abbreviations) put(this.#byText, text, end);
  }

  /** A name as it may be written; a second record of the same type under the same name is left out. */
  add(text: string, end: SuggestedEnd): void {
    const key = nameKey(text);
    if (key === '' || text.length > MAX_NAME) return;
    put(this.#byKey, key, end);
    const words = key.split(' ');
    words.forEach((_, length) => void this.#prefixes.add(words.slice(0, length + 1).join(' ')));
  }

  /** The records of a name, by its comparison form. */
  named(text: string): readonly SuggestedEnd[] {
    return this.#byKey.get(nameKey(text)) ?? [];
  }

  /** Names that do not overlap, in the order of the text. */
  find(tokens: readonly Token[]): NameInText[] {
    const found: NameInText[] = [];
    for (let at = 0; at < tokens.length; ) {
      const name = this.#at(tokens, at);
      if (name !== null) found.push(name);
      at = name?.to ?? at + 1;
    }
    return found;
  }

  #keyOf(text: string): string {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = nameKey(text);
    this.#keys.set(text, key);
    return key;
  }

  #at(tokens: readonly Token[], from: number): NameInText | null {
    const first = tokens[from] as Token;
    // A title is left out of the comparison form, so a window that begins with one would hold it in its span.
    if (!/[\p{L}\p{N}]/u.test(first.text) || TITLES_BEFORE.has(first.word)) return null;
    const short = this.#byText.get(first.text);
    let best: NameInText | null = short === undefined ? null : { ends: short, from, to: from + 1 };
    let bestKey = '';
    let patience = PATIENCE;
    let text = '';
    for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST) && patience > 0; to++) {
      const token = tokens[to - 1] as Token;
      if (token.speech !== first.speech) break;
      text += ` ${token.text}`;
      if (!/[\p{L}\p{N}]/u.test(token.text)) continue;
      const key = this.#keyOf(text);
      if (!this.#prefixes.has(key)) patience--;
      const ends = this.#byKey.get(key);
      // A degree after the name changes nothing either.
      if (ends === undefined || key === bestKey) continue;
      bestKey = key;
      // One word, or a name only guessed, is a name with its capital: Kelurahan Bareng, but "bareng" is "together".
      const plain = ends.some(({ id }) => id !== null) && key.includes(' ');
      if (plain || tokens.slice(from, to).some(({ capital }) => capital)) best = { ends, from, to };
      patience = PATIENCE;
    }
    return best;
  }
}

/** The first of the ends that passes; none when two known records of its type do: such a name names neither. */
export function oneOf(
  ends: readonly SuggestedEnd[],
  passes: (end: SuggestedEnd) => boolean,
): SuggestedEnd | undefined {
  const [first, ...others] = ends.filter(passes);
  return others.some(({ type, id }) => type === first?.type && id !== null) ? undefined : first;
}

function put(map: Map<string, SuggestedEnd[]>, key: string, end: SuggestedEnd): void {
  const ends = map.get(key) ?? [];
  const twin = ends.find(({ id, type }) => type === end.type && (id === end.id || end.id === null));
  if (twin === undefined) map.set(key, [...ends, end]);
}
