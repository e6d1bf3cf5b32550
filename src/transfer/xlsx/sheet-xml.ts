import { JejakError, show } from '../../domain/errors.js';
import { type Cell, columnLetters, ERRORS_COLUMN, guardFormula, markExample } from '../sheet.js';
import { SHEET_LIMITS } from '../sheets/limits.js';
import { MOST_OF_A_NUMBER } from './cell.js';
import type { Comment } from './comments.js';
import { escapeText } from './escape.js';
import { LAST_ROW } from './rows.js';
import { STYLE } from './styles.js';
import type { WorkbookSheet } from './workbook-sheet.js';

type Style = (typeof STYLE)[keyof typeof STYLE];

/** More notes on a sheet make Excel slow; the column of errors holds the messages all the same. */
const MOST_COMMENTS = 1000;

const WIDTH = 20;
const PARAGRAPH_WIDTH = 100;

/**
 * The XML of one sheet, row by row. The notes gather in `comments` on the way; `listOf` says where the choices of a
 * column stand. Throws BAD_USER_INPUT when a sheet or a cell cannot hold what it is given.
 */
export class SheetXml {
  readonly comments: Comment[] = [];
  private row = 0;
  private readonly titles: readonly string[];

  constructor(
    private readonly sheet: WorkbookSheet,
    private readonly listOf: (column: number) => string | null,
  ) {
    const titles = sheet.columns.map(({ title }) => title);
    this.titles = sheet.marks === undefined ? titles : [...titles, ERRORS_COLUMN];
  }

  async *xml(): AsyncGenerator<string> {
    const { instructions = [], examples = [], rows = [] } = this.sheet;
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';
    yield `${this.pane(instructions.length + 1)}${this.widths()}<sheetData>`;
    for (const paragraph of instructions) yield this.line([paragraph], () => STYLE.paragraph);
    if (this.titles.length > 0) {
      yield this.line(this.titles, () => STYLE.header);
      for (const [column, { note }] of this.sheet.columns.entries()) this.comment(column, note);
    }
    const firstRow = this.row + 1;
    for (const example of examples) yield this.line(markExample(example), () => STYLE.example);
    let index = 0;
    for await (const cells of rows) yield this.filled(cells, index++);
    yield `</sheetData>${this.validations(firstRow)}`;
    if (this.comments.length > 0) yield '<legacyDrawing r:id="rId1"/>';
    yield '</worksheet>';
  }

  /** Whether there may be notes: the parts that hold them are named before the rows are known. */
  static mayComment({ columns, marks }: WorkbookSheet): boolean {
    return marks !== undefined || columns.some(({ note }) => note !== undefined);
  }

  private filled(cells: readonly (Cell | null)[], index: number): string {
    const marks = this.sheet.marks?.(index) ?? [];
    if (this.sheet.marks === undefined) return this.line(cells, (column) => this.styleOf(column));
    const wrong = new Map<number, string>();
    for (const { column, message } of marks) {
      const at = column === null ? -1 : this.titles.indexOf(column);
      wrong.set(at, [wrong.get(at) ?? [], message].flat().join('\n'));
    }
    const width = this.titles.length - 1;
    const all = marks.map(({ column, message }) => (column === null ? message : `${column}: ${message}`));
    const text = all.join('\n').slice(0, SHEET_LIMITS.cellLength);
    const line = [...Array.from({ length: width }, (_, column) => cells[column] ?? null), text];
    const xml = this.line(line, (column) => (wrong.has(column) ? STYLE.wrong : this.styleOf(column)));
    for (const column of [...wrong.keys()].filter((each) => each >= 0).sort((one, other) => one - other))
      this.comment(column, wrong.get(column));
    return xml;
  }

  private styleOf(column: number): Style {
    return this.sheet.columns[column]?.text === true ? STYLE.text : STYLE.plain;
  }

  private line(cells: readonly (Cell | null)[], style: (column: number) => Style): string {
    this.row++;
    if (this.row > LAST_ROW) this.refuse(`more than ${LAST_ROW} rows`, 'write CSV, or fewer rows');
    const each = cells.map((cell, column) => this.cell(cell, column, style(column)));
    return `<row r="${this.row}">${each.join('')}</row>`;
  }

  private cell(cell: Cell | null, column: number, style: Style): string {
    const place = `r="${columnLetters(column)}${this.row}"`;
    if (cell === null || cell === '') return style === STYLE.wrong ? `<c ${place} s="${style}"/>` : '';
    if (typeof cell === 'boolean') return `<c ${place} s="${style}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    const kept = typeof cell === 'number' && Math.abs(cell) < MOST_OF_A_NUMBER;
    if (kept && style === STYLE.plain) return `<c ${place}><v>${cell}</v></c>`;
    const text = String(cell);
    if (text.length > SHEET_LIMITS.cellLength)
      this.refuse(
        `${show(text)} has more characters than the ${SHEET_LIMITS.cellLength} of a cell`,
        'write CSV or JSON Lines',
        column,
      );
    const quoted = style === STYLE.plain || style === STYLE.text ? guardFormula(text) !== text : false;
    const look = quoted ? STYLE.quoted : style;
    return `<c ${place} s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
  }

  private comment(column: number, text: string | undefined): void {
    if (text !== undefined && this.comments.length < MOST_COMMENTS)
      this.comments.push({ row: this.row, column, text: text.slice(0, SHEET_LIMITS.cellLength) });
  }

  private pane(header: number): string {
    if (this.titles.length === 0) return '';
    const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`;
    return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  }

  private widths(): string {
    const widths = this.titles.map((_, column) => this.sheet.columns[column]?.width ?? WIDTH);
    const each = (widths.length > 0 ? widths : [PARAGRAPH_WIDTH]).map(
      (width, column) =>
        `<col min="${column + 1}" max="${column + 1}" width="${width}" style="${this.styleOf(column)}" customWidth="1"/>`,
    );
    return `<cols>${each.join('')}</cols>`;
  }

  private validations(firstRow: number): string {
    const each = this.sheet.columns.flatMap((_, column) => {
      const list = this.listOf(column);
      const letters = columnLetters(column);
      return list === null
        ? []
        : [
            `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Jejak" error="${CHOOSE}" sqref="${letters}${firstRow}:${letters}${LAST_ROW}"><formula1>${list}</formula1></dataValidation>`,
          ];
    });
    return each.length === 0
      ? ''
      : `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
  }

  private refuse(value: string, remedy: string, column?: number): never {
    const title =
      column === undefined ? '' : `, column ${show(this.titles[column] ?? columnLetters(column))}`;
    const place = `sheet ${show(this.sheet.name)}, row ${this.row}${title}`;
    const problem = { code: 'BAD_USER_INPUT', place, value, remedy } as const;
    throw new JejakError('BAD_USER_INPUT', `${place}: ${value}; ${remedy}`, [problem]);
  }
}

const CHOOSE = 'Pilih salah satu dari daftar. / Choose one from the list.';
