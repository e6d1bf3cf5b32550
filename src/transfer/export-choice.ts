import { JejakError, type Problem, show } from '../domain/errors.js';
import { typeOfId } from '../domain/ids.js';
import { PLACE_KINDS } from '../domain/kinds.js';
import { KIND_LABELS } from '../domain/labels.js';
import { fold } from '../domain/names.js';
import { listPage, placesWithin } from '../store/cypher/lists.js';
import { idsByNames } from '../store/cypher/names.js';
import type { Reader } from '../store/port.js';
import { decodeRecord } from '../store/rows.js';
import { nameIndexKey } from '../store/write-records.js';
import { oneOf } from './cells.js';
import { mainOf } from './columns.js';
import { PLACED } from './export-records.js';
import type { Layout, SheetLayout } from './layout.js';

/** What of the template is wanted, in words: each empty or null takes all. */
export interface Choice {
  /** Titles of sheets. */
  readonly sheets: readonly string[];
  /** Types of record: `actor`, `claim`. */
  readonly types: readonly string[];
  /** Name, Kemendagri code or id of a place: what lies there, or anywhere within. */
  readonly place: string | null;
}

/** The sheets that are wanted, in the order of the layout. Throws BAD_USER_INPUT that names those there are. */
export function chosenSheets(layout: Layout, { sheets, types, place }: Choice): readonly SheetLayout[] {
  const titles = layout.sheets.map(({ title }) => title);
  const known = [...new Set(layout.sheets.map((sheet) => mainOf(sheet).type))];
  const problems = [...unknownIn('sheet', sheets, titles), ...unknownIn('type', types, known)];
  if (problems.length > 0) throw JejakError.ofProblems('The export is refused', problems);
  const chosen = layout.sheets.filter((sheet) => {
    const { type } = mainOf(sheet);
    return (
      (sheets.length === 0 || sheets.some((title) => fold(title) === fold(sheet.title))) &&
      (types.length === 0 || types.some((one) => fold(one) === type)) &&
      (place === null || PLACED[type] !== undefined)
    );
  });
  if (chosen.length > 0) return chosen;
  const value = [...sheets, ...types].join(', ');
  throw refused(
    'sheet',
    `${show(value)} leaves none of the sheets`,
    'leave out the type or the place; sources lie nowhere',
  );
}

/** The one sheet of a file that can hold no more. */
export function onlySheet(sheets: readonly SheetLayout[], format: string): SheetLayout {
  const [sheet, ...more] = sheets;
  if (sheet !== undefined && more.length === 0) return sheet;
  const titles = sheets.map(({ title }) => title).join(', ');
  throw refused(
    'sheet',
    `${sheets.length} sheets for a file of ${format}, which holds one`,
    `name one of ${titles}`,
  );
}

/** The ids of a place and of all within it. Throws NOT_FOUND, and CONFLICT when several places have the name. */
export async function placesIn(reader: Reader, text: string): Promise<readonly string[]> {
  const [first, ...more] = await placesCalled(reader, text);
  if (first === undefined)
    throw refused('place', `no place is called ${show(text)}`, 'write its name, code or id', 'NOT_FOUND');
  if (more.length > 0) {
    const list = [first, ...more].map(({ id, name }) => `${id} (${name})`).join(', ');
    throw refused(
      'place',
      `${show(text)} is the name of several: ${list}`,
      'write the id of the one that is meant',
      'CONFLICT',
    );
  }
  const [found] = await reader.read(placesWithin, { ids: [first.id] });
  if (found === undefined)
    throw refused('place', `no place has the id ${show(text)}`, 'write its name, code or id', 'NOT_FOUND');
  return found.ids;
}

async function placesCalled(
  reader: Reader,
  text: string,
): Promise<Array<{ id: string; name: string | null }>> {
  if (typeOfId(text) === 'place') return [{ id: text, name: null }];
  const filters = { codes: [text.trim()] };
  const query = listPage({ type: 'place', filters, key: 'sortName', descending: false, resumed: false });
  const coded = (await reader.read(query, { ...filters, limit: 2 })).map(decodeRecord);
  if (coded.length > 0)
    return coded.map((place) => ({ id: place.id, name: 'name' in place ? place.name : null }));
  // "Klojen" is the name of no place: it is short for a kecamatan and for a kelurahan.
  const kinds = PLACE_KINDS.map((kind) => KIND_LABELS[kind].id);
  const keys = [text, ...kinds.map((kind) => `${kind} ${text}`)].map((name) => nameIndexKey('place', name));
  const rows = await reader.read(idsByNames, { keys });
  const exact = rows.filter(({ key }) => key === keys[0]);
  return exact.length > 0 ? exact : rows;
}

function unknownIn(place: string, given: readonly string[], known: readonly string[]): Problem[] {
  const there = known.map(fold);
  return given
    .filter((one) => !there.includes(fold(one)))
    .map((one) => ({
      code: 'BAD_USER_INPUT',
      place,
      value: `${show(one)} is none of the template`,
      remedy: oneOf(one, known),
    }));
}

function refused(
  place: string,
  value: string,
  remedy: string,
  code: Problem['code'] = 'BAD_USER_INPUT',
): JejakError {
  return JejakError.ofProblems('The export is refused', [{ code, place, value, remedy }]);
}
