/** Telephone numbers as people of Malang write them: 0812-3456-7890, +62 812 3456 7890 and 62812.3456.7890 are one. */

const DIGITS = /\d/g;
const digitsOf = (text: string) => (text.match(DIGITS) ?? []).join('');

/** Whether it can be a telephone number: 5 to 25 characters, digits (at least five) with + - ( ) . and spaces. */
export function isPhone(text: string): boolean {
  return /^[\d+\-(). ]{5,25}$/.test(text) && digitsOf(text).length >= 5;
}

/**
 * The form in which numbers are compared: `+62…` for Indonesian ones, `+` and the country for others, the bare digits
 * of what has neither a country nor a leading zero. A spreadsheet drops the zero of 0812…: 812… is a mobile number.
 */
export function phoneKey(text: string): string {
  const all = digitsOf(text);
  const digits = all.replace(/^00/, '');
  const isForeign = /^[^\d]*\+/.test(text) || digits !== all;
  if (digits.startsWith('62') && (isForeign || digits.length >= 10))
    return `+62${digits.slice(2).replace(/^0/, '')}`;
  if (isForeign) return `+${digits}`;
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`;
  return /^8\d{8,11}$/.test(digits) ? `+62${digits}` : digits;
}

/** A number as it may be shown to tell it from others: `0812…90`. */
export function maskPhone(text: string): string {
  const digits = phoneKey(text).replace(/^\+62/, '0').replace('+', '');
  return digits.length < LEAST_FOUND ? `${digits.slice(0, 2)}…` : `${digits.slice(0, 4)}…${digits.slice(-2)}`;
}

/** Digits of a number, its zero included, below which it is not looked for in texts: years and amounts look like it. */
const LEAST_FOUND = 9;
const BETWEEN = '[\\s.()/\\-\\u2010-\\u2015]{0,3}';

/**
 * Finds a number (as `phoneKey` gives it) in a text in its usual spellings, also where the end of the text cuts off its
 * last digits, as in a reason that quotes the beginning of a comment. Null: it is too short to be told from other
 * figures.
 */
export function phoneFinder(key: string): RegExp | null {
  const national = key.startsWith('+62') ? key.slice(3) : null;
  const digits = national ?? key.replace('+', '');
  if (digits.length + (national === null ? 0 : 1) < LEAST_FOUND) return null;
  const bare = digits.length >= LEAST_FOUND ? [''] : [];
  const prefixes =
    national === null
      ? ['(?:\\+|00)?']
      : [`(?:\\+|00)?62${BETWEEN}(?:0${BETWEEN})?`, `0${BETWEEN}`, ...(digits.startsWith('8') ? bare : [])];
  const [head, tail] = [digits.slice(0, LEAST_FOUND), digits.slice(LEAST_FOUND)];
  const spaced = (some: string) => [...some].join(BETWEEN);
  const cutOff = [...tail].reduceRight((rest, digit) => `(?:${BETWEEN}${digit}${rest})?`, '');
  const number = `${spaced(digits)}(?!\\d)|${spaced(head)}${cutOff}[^\\d]{0,3}$`;
  return new RegExp(`(?<!\\d)(\\(?)(?:${prefixes.join('|')})(?:${number})`, 'g');
}
