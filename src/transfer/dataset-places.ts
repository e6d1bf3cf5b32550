import type { Problem } from '../domain/errors.js';
import { at } from './csv-table.js';
import { CONTRIBUTIONS, type Draft, EVIDENCE } from './dataset-drafts.js';

const ID = /\b[a-z]-[0-9a-z]{20}\b/g;

/**
 * The problems of a change set, told by file and row instead of operation number, and by key instead of id.
 * Operation n was made from the nth draft.
 */
export function inRows(problems: readonly Problem[], drafts: readonly Draft[]): Problem[] {
  const names = new Map(drafts.map(({ id, type, key }) => [id, `${type}:${key}`]));
  const byKey = (text: string) => text.replace(ID, (id) => names.get(id) ?? id);
  return problems.map((problem) => {
    const draft = drafts[(problem.operation ?? 0) - 1];
    const value = byKey(problem.value);
    // zod words a missing field in terms of its types, which says nothing to someone who fills in a table.
    const missing = value === '"nothing"' && problem.remedy.startsWith('Invalid input');
    const told = missing
      ? { ...problem, value: 'empty', remedy: 'fill it in' }
      : { ...problem, value, remedy: byKey(problem.remedy) };
    return draft === undefined ? told : { ...told, ...placeAndRemedy(problem.field ?? '', draft, told) };
  });
}

function placeAndRemedy(field: string, draft: Draft, { remedy }: Problem): { place: string; remedy: string } {
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
