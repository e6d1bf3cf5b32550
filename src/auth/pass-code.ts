import { randomInt } from 'node:crypto';

/**
 * The codes of event passes: ten letters and digits of Crockford's base 32, which has no I, L, O, U, so that a code read
 * aloud is typed right. Z is left out as well: modulo a prime, the last letter shows every single wrong one and every
 * two that changed places.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const RANDOM_LENGTH = 9;

/** A fresh code: 44 random bits. */
export function newCode(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return random + checkLetter(random);
}

/** The code that was typed: hyphens, spaces and case do not matter, O is 0, I and L are 1. Null: it is none. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (code.length !== RANDOM_LENGTH + 1 || [...code].some((letter) => !ALPHABET.includes(letter)))
    return null;
  return checkLetter(code.slice(0, RANDOM_LENGTH)) === code[RANDOM_LENGTH] ? code : null;
}

/** In two halves, as it is read aloud. */
export function showCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

function checkLetter(letters: string): string {
  const sum = [...letters].reduce((total, letter, at) => total + (at + 2) * ALPHABET.indexOf(letter), 0);
  return ALPHABET[sum % ALPHABET.length] ?? '';
}
