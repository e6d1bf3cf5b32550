import { show } from '../../domain/errors.js';
import type { Cell } from '../sheet.js';
import { dateOfSerial } from './dates.js';
import { unescapeText } from './escape.js';
import { isTrue, type Workbook } from './workbook.js';

/** A cell as its sheet writes it (ECMA-376 part 1, 18.3.1.4). */
export interface WrittenCell {
  /** `t`: what `value` is; a number when it is not said. */
  readonly type: string;
  /** `s`: the number of its style. */
  readonly style: number;
  /** Text of `v`, or of `is` when the type is `inlineStr`; null when there is none. */
  readonly value: string | null;
  readonly formula: boolean;
}

export type ReadCell =
  | { readonly cell: Cell }
  | { readonly fault: { readonly value: string; readonly remedy: string }; readonly cell?: Cell };

/** Excel keeps 15 digits of a number and turns the others to 0, which ruins a NIK or a card number for good. */
export const MOST_OF_A_NUMBER = 1e15;

/** What a cell holds that is not empty; of a formula the value that was last computed. */
export function readCell(written: WrittenCell, workbook: Workbook): ReadCell {
  const { type, value } = written;
  // Programs that write formulas without computing them leave the number out, or empty.
  if (value === null || (value === '' && written.formula && type === 'n'))
    return fault(
      'a formula without a computed value',
      'open the file in a spreadsheet program and save it, or type the value',
    );
  switch (type) {
    case 'inlineStr':
      return { cell: value };
    case 'str':
      return { cell: unescapeText(value) };
    case 's': {
      const text = /^\d+$/.test(value) ? workbook.strings[Number(value)] : undefined;
      return text === undefined
        ? fault(
            `text number ${show(value)}, which the workbook does not hold`,
            'save the workbook again as .xlsx',
          )
        : { cell: text };
    }
    case 'b':
      return { cell: isTrue(value) };
    case 'e':
      return { ...fault(`the error ${value}`, 'mend the formula, or type the value'), cell: value };
    case 'd':
      return { cell: value.slice(0, 10) };
    case 'n':
      return value === '' ? { cell: '' } : readNumber(value, written.style, workbook);
    default:
      return fault(`a cell of the unknown type ${show(type)}`, 'save the workbook again as .xlsx');
  }
}

function readNumber(value: string, style: number, workbook: Workbook): ReadCell {
  const number = Number(value);
  if (!Number.isFinite(number) || value.trim() === '')
    return fault('a number that is none', 'type the value again');
  const shape = workbook.dateShapes[style] ?? null;
  if (shape === 'time' && number < 1)
    return fault(`a time of day (${value})`, 'format the cell as text and type it again');
  if (shape !== null && shape !== 'time') {
    const date = dateOfSerial(number, workbook.from1904, shape);
    return date === null
      ? fault(
          `${value} in the format of a date is no date`,
          'type the date as text: 2021-12-31, 2021-12 or 2021',
        )
      : { cell: date };
  }
  return Math.abs(number) >= MOST_OF_A_NUMBER
    ? fault(
        'a number with more digits than a spreadsheet keeps',
        'format the column as text and type the number again; digits after the 15th may be lost',
      )
    : { cell: number };
}

function fault(value: string, remedy: string) {
  return { fault: { value, remedy } };
}
