import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { RefusedRow } from './import.js';
import { type Layout, templateLayout } from './layout.js';
import type { BilingualProblem } from './problem-words.js';
import type { Cell } from './sheet.js';
import { type CellMark, type WorkbookRow, type WorkbookSheet, writeWorkbook } from './write-workbook.js';

/** How the rows of a file without sheets are called in the workbook. */
const ONE_SHEET = 'Baris';

interface Kept {
  readonly cells: ReadonlyArray<readonly [string, Cell]>;
  readonly marks: readonly CellMark[];
}

interface Part {
  readonly path: string;
  readonly out: WriteStream;
  readonly titles: Set<string>;
}

/**
 * Keeps refused rows on disk until they are written as a workbook to mend: each with its cells as they were, what is
 * wrong marked where it stands, and said in a last column, in Indonesian. Call `discard` when done.
 */
export class RefusedRows {
  private readonly parts = new Map<string, Part>();
  private folder: string | null = null;

  async add({ sheet, row, columns, cells, problems }: RefusedRow): Promise<void> {
    // What is wrong with a sheet as a whole stands in the report: there is no row to mend.
    if (row === null) return;
    const part = await this.part(sheet ?? ONE_SHEET);
    // A mapping reads columns that are empty in these rows as well.
    for (const title of [...columns, ...cells.keys()]) part.titles.add(title);
    const kept: Kept = { cells: [...cells], marks: problems.map(markOf) };
    if (!part.out.write(`${JSON.stringify(kept)}\n`)) await once(part.out, 'drain');
  }

  get isEmpty(): boolean {
    return this.parts.size === 0;
  }

  /** Writes the workbook; sheets of the template have its columns, lists and notes. */
  async write(to: Writable | string): Promise<void> {
    const layout = templateLayout();
    const sheets: WorkbookSheet[] = [];
    for (const [name, part] of this.parts) {
      part.out.end();
      await once(part.out, 'finish');
      sheets.push(sheetOf(name, part, layout));
    }
    await writeWorkbook(sheets, to);
  }

  async discard(): Promise<void> {
    for (const { out } of this.parts.values()) out.destroy();
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }

  private async part(name: string): Promise<Part> {
    const known = this.parts.get(name);
    if (known !== undefined) return known;
    this.folder ??= await mkdtemp(join(tmpdir(), 'jejak-refused-'));
    const path = join(this.folder, `${this.parts.size}.jsonl`);
    const part = { path, out: createWriteStream(path), titles: new Set<string>() };
    this.parts.set(name, part);
    return part;
  }
}

function markOf({ place, indonesian }: BilingualProblem): CellMark {
  const column = /column "(.*?)"(?=, |$)/.exec(place)?.[1] ?? null;
  return { column, message: `${indonesian.value}; ${indonesian.remedy}` };
}

function sheetOf(name: string, { path, titles }: Part, layout: Layout): WorkbookSheet {
  const known = layout.sheets.find(({ title }) => title === name)?.columns ?? [];
  const own = new Map(known.map((column) => [column.title, column]));
  const all = [...new Set([...own.keys(), ...titles])];
  const marks: Array<readonly CellMark[]> = [];
  return {
    name,
    columns: all.map((title) => {
      const column = own.get(title);
      return {
        title,
        ...(column?.choices ? { choices: column.choices.map(({ label }) => label.id) } : {}),
        ...(column === undefined ? {} : { note: column.help }),
      };
    }),
    rows: rowsOf(path, all, marks),
    // Asked right after the row was taken, so that no more than one row's marks are kept.
    marks: () => marks.shift() ?? [],
  };
}

async function* rowsOf(
  path: string,
  titles: readonly string[],
  marks: Array<readonly CellMark[]>,
): AsyncGenerator<WorkbookRow> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const kept = JSON.parse(line) as Kept;
    const cells = new Map(kept.cells);
    marks.push(kept.marks);
    yield titles.map((title) => cells.get(title) ?? null);
  }
}
