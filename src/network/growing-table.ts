/** How wide the numbers of a column are, in bytes. */
const ARRAYS = { byte: Uint8Array, word: Uint32Array } as const;
type Width = keyof typeof ARRAYS;
type Column<W extends Width> = InstanceType<(typeof ARRAYS)[W]>;

/**
 * Rows of whole numbers in typed columns. A row keeps its number until it is removed, and the numbers of removed rows
 * are given out again. Adding a row costs what it writes; the columns are copied only when they double.
 */
export interface GrowingTable<C extends Readonly<Record<string, Width>>> {
  /** Replaced when the table grows: take them anew after every `add`. Those of a removed row hold anything. */
  readonly columns: { readonly [K in keyof C]: Column<C[K]> };
  /** Every row is below it. */
  readonly length: number;
  /** 1 for each row that is in use; replaced as `columns` are. */
  readonly used: Uint8Array;
  /** A row whose columns hold zeros. */
  add(): number;
  remove(row: number): void;
}

const FIRST_ROWS = 64;

export function growingTable<C extends Readonly<Record<string, Width>>>(widths: C): GrowingTable<C> {
  const names = Object.keys(widths);
  const free: number[] = [];
  const make = (name: string, rows: number) => new ARRAYS[widths[name] as Width](rows);
  const columns = Object.fromEntries(names.map((name) => [name, make(name, FIRST_ROWS)]));
  let used = new Uint8Array(FIRST_ROWS);
  let length = 0;
  const grow = () => {
    for (const name of names) {
      const wider = make(name, used.length * 2);
      wider.set(columns[name] as Uint8Array | Uint32Array);
      columns[name] = wider;
    }
    const all = new Uint8Array(used.length * 2);
    all.set(used);
    used = all;
  };
  return {
    columns: columns as unknown as GrowingTable<C>['columns'],
    get length() {
      return length;
    },
    get used() {
      return used;
    },
    add: () => {
      const row = free.pop() ?? length++;
      if (row === used.length) grow();
      for (const name of names) (columns[name] as Uint8Array | Uint32Array)[row] = 0;
      used[row] = 1;
      return row;
    },
    remove: (row) => {
      if (used[row] !== 1) throw new RangeError(`row ${row} is not in use`);
      used[row] = 0;
      free.push(row);
    },
  };
}
