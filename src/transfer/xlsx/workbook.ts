import { posix } from 'node:path';
import type { SheetLimits } from '../sheets/limits.js';
import { Unreadable } from '../sheets/unreadable.js';
import type { Archive } from './archive.js';
import { type DateShape, dateShape } from './dates.js';
import { readSharedStrings } from './strings.js';
import { attribute, parseXml, type XmlHandlers } from './xml.js';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** The name of its part; null when the workbook does not say. */
  readonly part: string | null;
}

/** What the cells of every sheet refer to. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly dateShapes: readonly (DateShape | null)[];
  /** Days are counted from 1904, as old programs for the Macintosh did. */
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string;
  readonly target: string;
}

/** Throws `Unreadable` when the zip is no workbook, or a part that every sheet needs is broken. */
export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  const [main] = (await relationsOf(archive, '')).filter(({ type }) => type === 'officeDocument');
  if (main === undefined || !archive.has(main.target) || !/\.xml$/i.test(main.target))
    throw new Unreadable('a zip that holds no Excel workbook', 'save the table as .xlsx or as CSV');
  const relations = await relationsOf(archive, main.target);
  const partOf = (type: string) => relations.find((each) => each.type === type)?.target;
  const { sheets, from1904 } = await readSheetList(archive, main.target, relations);
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheets,
    from1904,
    strings: strings === undefined ? [] : await readSharedStrings(archive.read(strings), limits),
    dateShapes: styles === undefined ? [] : await readDateShapes(archive.read(styles)),
  };
}

async function readAll(bytes: AsyncIterable<Buffer>, on: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(bytes, on));
}

/** What a part points at; `''` for the package itself. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(name)) return relations;
  await readAll(archive.read(name), {
    open(element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (element !== 'Relationship' || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: path });
    },
  });
  return relations;
}

async function readSheetList(archive: Archive, part: string, relations: readonly Relation[]) {
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readAll(archive.read(part), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (element !== 'sheet') return;
      const id = attribute(attributes, 'id');
      const relation = relations.find((each) => each.id === id);
      // Charts and dialogs are sheets too, without cells.
      if (relation !== undefined && relation.type !== 'worksheet') return;
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, hidden: state !== 'visible', part: relation?.target ?? null });
    },
  });
  return { sheets, from1904 };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function readDateShapes(bytes: AsyncIterable<Buffer>): Promise<(DateShape | null)[]> {
  const codes = new Map<number, string>();
  const shapes: (DateShape | null)[] = [];
  let inCells = false;
  await readAll(bytes, {
    open(element, { numFmtId: id = '0', formatCode }) {
      if (element === 'numFmt' && formatCode !== undefined) codes.set(Number(id), formatCode);
      if (element === 'cellXfs') inCells = true;
      if (element === 'xf' && inCells) shapes.push(dateShape(Number(id), codes.get(Number(id))));
    },
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return shapes;
}
