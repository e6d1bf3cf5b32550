import type { Problem } from '../../src/domain/errors.js';
import { indonesianOf, placeInIndonesian } from '../../src/transfer/problem-words.js';

/** Throws when a part of a problem has no Indonesian words: whoever adds a message adds its pattern. */
export function mustBeIndonesian({
  place,
  value,
  remedy,
}: Pick<Problem, 'place' | 'value' | 'remedy'>): void {
  const lacking = [isQuoted(value) ? [] : value, remedy].flat().filter((text) => indonesianOf(text) === null);
  const places = placeInIndonesian(place).replace(/".*?"(?=, |$)/g, '');
  if (/\b(sheet|row|columns?|file|the)\b/.test(places)) lacking.push(place);
  if (lacking.length > 0)
    throw new Error(`no Indonesian in src/transfer/problem-patterns.ts for: ${lacking.join(' | ')}`);
}

/** A value that is shown as it was found, with nothing said of it. */
const isQuoted = (value: string) => /^".*"$/s.test(value);
