import { Refusal, readNumber, readPhone } from './cells.js';
import type { Meaning } from './columns.js';
import type { Cell } from './sheet.js';

/**
 * Values as the template writes them. What its reader would not give back as it stands is left out: an empty cell
 * takes nothing away, while a cell that is read as something else would be a correction.
 */

/** Separates the items of a list in the template's mapping, with a blank behind it for the eye. */
export const LIST_MARK = '; ';

/** Whether a text is read back from a cell as it is written: a dash alone stands for an empty cell. */
export function isSaid(text: string): boolean {
  return text === text.trim() && !/^[-–—]*$/.test(text) && !/[\uFFFE\uFFFF]/.test(text);
}

/** The cell of a field that is no reference; null where it has no value, or none that can be said. */
export function cellOf({ column, name, field }: Meaning, value: unknown): Cell | null {
  if (value === null || value === undefined) return null;
  if (field?.kind === 'choice') return choiceOf(column.choices ?? [], name, String(value));
  if (field?.kind === 'number') return numberOf(Number(value));
  if (field?.kind === 'list') return listOf(value as readonly string[]);
  return isSaid(String(value)) ? String(value) : null;
}

/** The end says by itself that it is known, and nothing at all that it is not. */
const SAID_BY_THE_END = ['KNOWN', 'UNKNOWN'];

function choiceOf(
  choices: NonNullable<Meaning['column']['choices']>,
  name: string,
  code: string,
): string | null {
  if (name === 'endState' && SAID_BY_THE_END.includes(code)) return null;
  return choices.find((choice) => choice.code === code)?.label.id ?? code;
}

/** CSV holds numbers as text, so that the reader must know the digits again. */
function numberOf(value: number): number | null {
  return readNumber(String(value).replace('.', ','), true) === value ? value : null;
}

function listOf(items: readonly string[]): string | null {
  const said = items.filter((item) => isSaid(item) && !item.includes(';'));
  return said.length === 0 ? null : said.join(LIST_MARK);
}

/** A telephone number; one that the reader would refuse or write otherwise is left out. */
export function phoneOf(phone: string | null): string | null {
  const read = phone === null ? null : readPhone(phone);
  return read instanceof Refusal || read !== phone ? null : phone;
}

/** The name of a person as a cell of personal data holds it. */
export function personOf(name: string | null): string | null {
  return name !== null && isSaid(name) && !/\s{2}|[^\S ]/.test(name) ? name : null;
}
