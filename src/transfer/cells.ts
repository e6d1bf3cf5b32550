import { spanOf } from '../domain/dates.js';
import { editDistance, fold } from '../domain/names.js';
import type { Choice } from './fields.js';
import type { Cell } from './sheet.js';

/**
 * Reading cells the way clerks of Malang write them: days before months, a decimal comma, points between thousands,
 * "Rp 1.500.000,-", names in capitals. Each reader gives the value, or a refusal that says what to write instead.
 */

/** Why a cell has no value. It holds nothing of the cell, so that personal data can be refused without showing it. */
export class Refusal {
  constructor(
    /** Follows the value in a message: `is not a date`. */
    readonly why: string,
    readonly remedy: string,
  ) {}
}

export const DATE_REMEDY = 'write 2021-12-31, 2021-12 or 2021';

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'januari january jan',
    'februari pebruari february feb peb',
    'maret march mar',
    'april apr',
    'mei may',
    'juni june jun',
    'juli july jul',
    'agustus august agu agt ags aug',
    'september sept sep',
    'oktober october okt oct',
    'november nopember nov nop',
    'desember december des dec',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** An EDTF date from "3/2/2021", "Februari 2021", "Rabu, 3 Februari 2021", "sekitar 2021", ISO text or a year. */
export function readDate(cell: Cell, dayFirst: boolean): string | Refusal {
  const text = String(cell).trim();
  const found = dateOf(text, dayFirst);
  if (found !== null && spanOf(found) !== null) return found;
  const short = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text);
  return new Refusal(
    'is not a date',
    short ? `write the year with four digits; ${DATE_REMEDY}` : DATE_REMEDY,
  );
}

function dateOf(text: string, dayFirst: boolean): string | null {
  const about = /^(?:sekitar|kira-kira|kurang lebih|±|ca\.|circa|about)\s*(.+)$/i.exec(text);
  if (about) return mark(dateOf(about[1] ?? '', dayFirst));
  const stamp = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text);
  if (stamp) return stamp[1] ?? null;
  const numbers = /^(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text);
  if (numbers) {
    const [, first, second = '', year = ''] = numbers;
    if (first === undefined) return join(year, second);
    return dayFirst ? join(year, second, first) : join(year, first, second);
  }
  const words = /^(?:\p{L}+,?\s+(?=\d))?(?:(\d{1,2})\s+)?(\p{L}+)\.?\s+(\d{4})$/u.exec(text);
  if (words) {
    const month = MONTHS.get(fold(words[2] ?? ''));
    return month === undefined ? null : join(words[3] ?? '', String(month), words[1]);
  }
  return text;
}

const mark = (date: string | null) => (date === null || /[?~%/]/.test(date) ? null : `${date}~`);
const join = (year: string, ...parts: ReadonlyArray<string | undefined>) =>
  [year, ...parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join('-');

const SCALES: ReadonlyMap<string, number> = new Map([
  ['ribu', 1e3],
  ['rb', 1e3],
  ['juta', 1e6],
  ['jt', 1e6],
  ['miliar', 1e9],
  ['milyar', 1e9],
  ['triliun', 1e12],
]);

/** A number from "1.500.000,50", "1,5 juta", "2 miliar" or "Rp 1.500.000,-". "1.000" follows the declared mark. */
export function readNumber(cell: Cell, decimalComma: boolean): number | Refusal {
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  const text = String(cell)
    .trim()
    .replace(/^(?:rp|idr)\.?\s*/i, '')
    .replace(/[,.]\s*[-–]+$/, '');
  const [, sign = '', digits = '', scale = ''] = /^(-?)\s*([\d.,]+)\s*(\p{L}*)\.?$/u.exec(text) ?? [];
  const [point, thousand] = decimalComma ? [',', '.'] : ['.', ','];
  const plain = new RegExp(`^(\\d{1,3}(\\${thousand}\\d{3})+|\\d+)(\\${point}\\d+)?$`);
  const factor = scale === '' ? 1 : SCALES.get(scale.toLowerCase());
  if (!plain.test(digits) || factor === undefined) return notNumber(decimalComma);
  const value = Number(digits.replaceAll(thousand, '').replace(point, '.')) * factor;
  // 1,1 juta is not 1100000.0000000002: money has cents at most. What is written out stands as it is.
  const rounded = factor === 1 ? value : Math.round(value * 100) / 100;
  return rounded > Number.MAX_SAFE_INTEGER ? notNumber(decimalComma) : sign === '-' ? -rounded : rounded;
}

const notNumber = (decimalComma: boolean) =>
  new Refusal(
    'is not a number',
    `write ${decimalComma ? '1500000, 1.500.000,50 or 1,5 juta' : '1500000 or 1,500,000.50'}, and a unit in a column of its own`,
  );

/** A phone number as +62…; a spreadsheet drops the leading zero of 0812…. */
export function readPhone(cell: Cell): string | Refusal {
  const text = String(cell).replace(/[\s().-]/g, '');
  const [, rest] = /^(?:\+?62|0)?(\d+)$/.exec(text) ?? [];
  const foreign = /^\+(?!62)\d{8,15}$/.test(text);
  if (foreign) return text;
  if (rest !== undefined && /^[2-9]\d{6,12}$/.test(rest)) return `+62${rest}`;
  return new Refusal(
    'is not a phone number',
    'write one number, such as 0812 3456 7890 or +62 812 3456 7890',
  );
}

/**
 * The code of a vocabulary from its Indonesian label, its English one, or the code itself; also from the first words of
 * the one that begins so: "perbankan" is "perbankan dan jasa keuangan".
 */
export function readChoice(cell: Cell, choices: readonly Choice[]): string | Refusal {
  const text = fold(String(cell));
  const spellings = (choice: Choice) => [choice.label.id, choice.label.en, choice.code].map(fold);
  const found = choices.find((choice) => spellings(choice).includes(text));
  if (found !== undefined) return found.code;
  const [begun, ...others] = choices.filter((choice) =>
    spellings(choice).some((spelling) => text !== '' && spelling.startsWith(`${text} `)),
  );
  if (begun !== undefined && others.length === 0) return begun.code;
  const labels = choices.map(({ label }) => label.id);
  return new Refusal('is not one of the choices', oneOf(text, labels));
}

/** `perhaps pendana; write one of pendana, mitra`: what is nearest to a mistyped word goes first. */
export function oneOf(text: string, words: readonly string[]): string {
  const folded = fold(text);
  // A third of a word may be mistyped: "role" is not a misspelt "note".
  const limit = Math.min(2, Math.max(1, Math.floor(folded.length / 3)));
  const [near] = words
    .map((word) => ({ word, edits: editDistance(fold(word), folded, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return `${near === undefined ? '' : `perhaps ${near.word}; `}write one of ${words.join(', ')}`;
}

const LOW = new Set(
  'dan di dari ke untuk yang dengan pada oleh atau bagi dalam the of and in for'.split(' '),
);
const HIGH = new Set(
  [
    'pt cv ud rw rt ri tk sd mi smp mts sma smk man slb paud pkk opd dprd upt uptd pdam perumda bumd bumn csr tsp tjsl',
    'umkm ikm tps tpa ipal rth asn pns bri bni btn bca ojk kpu dpd bpd kua kb hiv aids it ai ii iii iv vi vii viii ix xi xii',
  ].flatMap((words) => words.split(' ')),
);

/**
 * A name as written, but for one of two words or more all in capitals: each word gets one capital. Words of the list
 * of abbreviations, words without a vowel, with a digit, and what stands in parentheses stay as they are; "dan", "di",
 * "dari" go low. A name in capitals of one word may be an abbreviation (SINGO) and stays.
 */
export function properName(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  const words = name.split(' ');
  if (words.length < 2 || /\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name)) return name;
  let inside = false;
  return words
    .map((word, index) => {
      if (word.startsWith('(')) inside = true;
      const kept = inside;
      if (word.endsWith(')')) inside = false;
      if (kept) return word;
      return index > 0 && LOW.has(word.toLowerCase()) ? word.toLowerCase() : capital(word);
    })
    .join(' ');
}

/** "M.SI." is "M.Si.", "ABDUL-AZIS" is "Abdul-Azis". */
function capital(word: string): string {
  return word.replace(/[\p{L}\p{N}'’]+/gu, (part) => {
    if (HIGH.has(part.toLowerCase()) || /\p{N}/u.test(part)) return part;
    // Degrees have no vowel either: "M.KN" keeps its point and is spelled as people do.
    if (!/[AEIOUY]/.test(part) && !word.includes('.')) return part;
    return part.slice(0, 1) + part.slice(1).toLowerCase();
  });
}
