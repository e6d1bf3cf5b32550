import { show } from '../../domain/errors.js';
import type { Cell } from '../sheet.js';
import type { SheetLimits } from '../sheets/limits.js';
import { type Fault, type RawRow, tooManyColumns } from '../sheets/table.js';
import { readCell } from './cell.js';
import { columnIndex } from './merged.js';
import { RichText } from './strings.js';
import type { Workbook } from './workbook.js';
import { parseXml, type XmlHandlers } from './xml.js';

/** The last row that a sheet can have. */
export const LAST_ROW = 1_048_576;

/** The rows of a sheet in their order, only those that hold something. Throws `Unreadable` where the sheet breaks off. */
export async function* sheetRows(
  bytes: AsyncIterable<Buffer>,
  workbook: Workbook,
  limits: SheetLimits,
): AsyncGenerator<RawRow> {
  const reader = new RowReader(workbook, limits);
  for await (const _ of parseXml(bytes, reader.on)) yield* reader.take();
}

/** Turns the elements of a sheet into rows. A row or cell may leave out its place: it then follows the one before. */
class RowReader {
  private rows: RawRow[] = [];
  private row = 0;
  private cells: (Cell | undefined)[] = [];
  private faults: Fault[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private formula = false;
  private value: string | null = null;
  private inValue = false;
  private inCells = false;
  private readonly rich: RichText;

  constructor(
    private readonly workbook: Workbook,
    private readonly limits: SheetLimits,
  ) {
    this.rich = new RichText(limits.cellLength);
  }

  readonly on: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'sheetData') this.inCells = true;
      if (!this.inCells) return;
      if (name === 'row') this.openRow(attributes.r);
      else if (name === 'c') this.openCell(attributes);
      else if (name === 'f') this.formula = true;
      else if (name === 'v') {
        this.inValue = true;
        this.value = '';
      } else this.rich.on.open(name);
    },
    text: (text) => {
      if (this.inValue) this.addValue(text);
      else if (this.inCells) this.rich.on.text(text);
    },
    close: (name) => {
      if (name === 'sheetData') this.inCells = false;
      if (!this.inCells) return;
      if (name === 'row') this.closeRow();
      else if (name === 'c') this.closeCell();
      else if (name === 'v') this.inValue = false;
      else this.rich.on.close(name);
    },
  };

  take(): RawRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private openRow(written: string | undefined): void {
    const next = this.row + 1;
    const row = written === undefined ? next : /^\d{1,7}$/.test(written) ? Number(written) : 0;
    this.cells = [];
    this.faults = [];
    this.column = -1;
    if (row >= next && row <= LAST_ROW) this.row = row;
    else {
      // Its cells can't be told from those of another row, so it is told at the place where it stands.
      this.row = next;
      this.fault(
        null,
        `row number ${show(written ?? next)} after row ${next - 1}`,
        'save the workbook again as .xlsx',
      );
    }
  }

  private closeRow(): void {
    if (this.cells.length > 0 || this.faults.length > 0)
      this.rows.push({ row: this.row, cells: this.cells, faults: this.faults });
  }

  private openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(r ?? '') ?? [];
    const next = this.column + 1;
    this.column = letters === undefined ? next : columnIndex(letters);
    if (r !== undefined && (this.column < next || Number(row) !== this.row))
      this.fault(null, `cell ${r} is out of place`, 'save the workbook again as .xlsx');
    this.type = t;
    this.style = Number(s);
    this.formula = false;
    this.value = null;
  }

  private closeCell(): void {
    const inline = this.rich.take();
    const value = this.type === 'inlineStr' ? inline : this.value;
    if (value === null && !this.formula) return;
    if (this.column >= this.limits.columns) {
      const { value: found, remedy } = tooManyColumns(this.limits);
      this.fault(null, found, remedy);
      return;
    }
    const read = readCell(
      { type: this.type, style: this.style, value, formula: this.formula },
      this.workbook,
    );
    if (read.cell !== undefined) this.cells[this.column] = read.cell;
    if ('fault' in read) this.fault(this.column, read.fault.value, read.fault.remedy);
  }

  private addValue(text: string): void {
    if (this.value !== null && this.value.length <= this.limits.cellLength) this.value += text;
  }

  /** A row with very many cells out of place is told of one of them, so that it stays small in memory. */
  private fault(column: number | null, value: string, remedy: string): void {
    if (column === null && this.faults.some((fault) => fault.column === null)) return;
    this.faults.push({ column, value, remedy });
  }
}
