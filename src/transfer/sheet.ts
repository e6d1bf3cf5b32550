/** What a cell of a sheet holds; dates come as ISO text. */
export type Cell = string | number | boolean;

export interface SheetRow {
  readonly sheet: string | null;
  readonly row: number;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly columns: ReadonlyMap<string, string>;
}

export type SheetFormat = 'csv' | 'xlsx' | 'jsonl';
