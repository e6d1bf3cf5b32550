import { typeOfId } from './ids.js';

/** Stands where personal data was erased. No longer than any number that `phoneFinder` finds: no text outgrows its field. */
export const ERASED = '(dihapus)';

/** Fields in a form of their own, in which digits are no number that somebody wrote down. */
const NO_TEXT: ReadonlySet<string> = new Set([
  'start',
  'end',
  'at',
  'date',
  'progressAt',
  'retrieved',
  'checksum',
]);

/**
 * The value with the number erased from every text in it, however deep; the very same value when it stands in none.
 * Ids and dates stay as they are. Pure.
 */
export function withoutNumber<T>(value: T, finder: RegExp): T {
  return mapTexts(value, (text) => text.replace(finder, erased)) as T;
}

/** A parenthesis that closes within the number goes with it; one around more than the number stays. */
function erased(found: string, open: string): string {
  const closes = found.split(')').length === found.split('(').length;
  return closes ? ERASED : `${open}${ERASED}`;
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return typeOfId(value) === null ? map(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => mapTexts(item, map));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const before = Object.entries(value);
  const after = before.map(([key, item]) => [key, NO_TEXT.has(key) ? item : mapTexts(item, map)] as const);
  return after.some(([, item], index) => item !== before[index]?.[1]) ? Object.fromEntries(after) : value;
}

/** The texts of a value, however deep; ids are none. */
export function textsOf(value: unknown): string[] {
  const found: string[] = [];
  mapTexts(value, (text) => {
    found.push(text);
    return text;
  });
  return found;
}
