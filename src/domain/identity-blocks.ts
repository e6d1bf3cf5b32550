import type { Prepared } from './identity.js';
import { LITTLE, type ParsedName } from './identity-names.js';
import { oldSpelling } from './identity-spelling.js';

/** Words of five to eight letters may differ in one edit; longer ones in two, of which one end is usually free. */
const SHORTEST_MISTYPED = 5;
const LONGEST_DELETED = 8;
const END = 4;
const LONGEST_ABBREVIATION = 12;

/**
 * The blocks to which a record belongs: two records are compared only when they share one. Blocks are of the record's type
 * and keyed by
 *
 *     =  a name without spaces (spelt out, and as written), an identifier, an area code
 *     w  a word that tells something, in the form that old and new spelling share; any word, where none tells
 *     d  such a word of 5 to 8 letters, less one letter: two words one edit apart share one (Garbe's symmetric delete)
 *     e  the first and the last four letters of one from 8 letters
 *     h  the class of institution with such a word, of a name whose words all stand in many names: "Inspektorat Malang"
 *     a  first letters of a name, and a name that is one short word: "DPU"
 */
export function blockKeys({ record, names }: Prepared): Set<string> {
  const keys = new Set<string>();
  const add = (kind: string, key: string) => {
    if (key !== '') keys.add(`${record.type} ${kind} ${key}`);
  };
  const all = [names.main, ...names.aliases, ...names.previousNames, ...names.abbreviations];
  for (const name of all) {
    for (const letters of name.letters) add('=', letters);
    const telling = tellingWords(name);
    for (const word of telling) addWord(word, add);
    if (name.head !== null && Math.max(...name.weights) < 1)
      for (const word of telling) add('h', `${name.head} ${word}`);
    for (const initials of name.initials) add('a', initials);
    if (name.words.length === 1 && name.spelt.length <= LONGEST_ABBREVIATION) add('a', name.spelt);
  }
  for (const { scheme, id } of record.identifiers) add('=', JSON.stringify([scheme, id]));
  add('=', record.code ?? '');
  return keys;
}

function tellingWords(name: ParsedName): Set<string> {
  const telling = name.words.filter((_, at) => (name.weights[at] ?? 0) > LITTLE);
  return new Set(telling.length === 0 ? name.words : telling);
}

function addWord(word: string, add: (kind: string, key: string) => void): void {
  add('w', oldSpelling(word));
  if (word.length >= SHORTEST_MISTYPED && word.length <= LONGEST_DELETED) {
    add('d', word);
    for (let at = 1; at < word.length; at++) add('d', word.slice(0, at) + word.slice(at + 1));
  }
  if (word.length >= LONGEST_DELETED) {
    add('e', word.slice(0, END));
    add('e', `-${word.slice(-END)}`);
  }
}
