import type { Problem } from '../domain/errors.js';
import { at } from './csv-table.js';
import { CONTRIBUTIONS, type Draft, EVIDENCE } from './dataset-drafts.js';
import { namesOf, type Told, tell } from './problem-places.js';

/**
 * The problems of a change set, told by file and row instead of operation number, and by key instead of id.
 * Operation n was made from the nth draft.
 */
export function inRows(problems: readonly Problem[], drafts: readonly Draft[]): Problem[] {
  const told = drafts.map((draft): Told => {
    const { id, type, key } = draft;
    return { id, name: `${type}:${key}`, where: (field, remedy) => placeAndRemedy(field, draft, remedy) };
  });
  const names = namesOf(told);
  return problems.map((problem) => tell(problem, told, names));
}

function placeAndRemedy(field: string, draft: Draft, remedy: string): { place: string; remedy: string } {
  const [head = '', index, column] = field.split(/[ ,]+/);
  if (head === 'evidence' || head === 'contributions') {
    const file = head === 'evidence' ? EVIDENCE : CONTRIBUTIONS;
    const part = draft[head][Number(index) - 1];
    if (part !== undefined)
      return { place: column === undefined ? part.place : at(part.place, column), remedy };
    return { place: draft.place, remedy: `${remedy} (in ${file})` };
  }
  if (head === 'period') return { place: `${draft.place}, columns "start", "end", "endState", "at"`, remedy };
  return { place: head === '' ? draft.place : at(draft.place, head), remedy };
}
