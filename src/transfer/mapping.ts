import type { z } from 'zod';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { fold } from '../domain/names.js';
import { oneOf } from './cells.js';
import { columnsOf, type Mapping, mappingForm, sheetMappingOf, valuesOf } from './mapping-form.js';
import { meaningProblems } from './mapping-meaning.js';

/**
 * Checks a mapping as a whole, before the first row is read. Throws one BAD_USER_INPUT error that lists every problem
 * with its path in the mapping, what stands there and the remedy.
 */
export function checkMapping(input: unknown): Mapping {
  const parsed = mappingForm.safeParse(input);
  const problems = parsed.success
    ? meaningProblems(parsed.data)
    : parsed.error.issues.flatMap((issue) => shapeProblems(issue, input));
  if (parsed.success && problems.length === 0) return parsed.data;
  const name = (input as { name?: unknown } | null)?.name;
  throw JejakError.ofProblems(`The mapping ${show(name ?? 'without a name')} is refused`, problems);
}

function shapeProblems(issue: z.core.$ZodIssue, input: unknown): Problem[] {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
  return (unknown?.map((key) => [...issue.path, key]) ?? [issue.path]).map((path) => {
    const found = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], input);
    const remedy = unknown ? 'no such setting; leave it out' : issue.message;
    return { code: 'BAD_USER_INPUT', place: pathOf(path), value: show(found ?? 'nothing'), remedy };
  });
}

/** `sheets 1, records 2, fields role`: steps as a person counts. */
function pathOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? ` ${step + 1}` : `, ${String(step)}`));
  return steps.join('').replace(/^, /, '') || 'mapping';
}

/**
 * Compares a mapping with the header of a sheet, once it is known: the columns that the mapping reads and the sheet
 * lacks, as problems, and those of the sheet that nothing reads.
 */
export function checkHeader(
  mapping: Mapping,
  sheet: string | null,
  header: readonly string[],
): { readonly problems: readonly Problem[]; readonly unread: readonly string[] } {
  const part = sheetMappingOf(mapping, sheet);
  if (part === null) return { problems: [], unread: [] };
  const there = new Set(header.map(fold));
  const number = mapping.sheets.indexOf(part) + 1;
  const wanted = part.records.flatMap((record, index) => [
    ...valuesOf(record).flatMap(([path, one]) =>
      columnsOf(one).map((column) => ({
        path: `records ${index + 1}, ${path}`,
        column,
        optional: one.optional,
      })),
    ),
    ...(record.when === undefined
      ? []
      : [{ path: `records ${index + 1}, when`, column: record.when, optional: true }]),
  ]);
  const missing = wanted.filter(({ column, optional }) => optional !== true && !there.has(fold(column)));
  const read = new Set(wanted.map(({ column }) => fold(column)));
  return {
    problems: missing.map(({ path, column }) => ({
      code: 'BAD_USER_INPUT',
      place: `sheets ${number}, ${path}`,
      value: `${sheet === null ? 'the file' : `sheet ${show(sheet)}`} has no column ${show(column)}`,
      remedy: oneOf(column, header),
    })),
    unread: header.filter((column) => fold(column) !== '' && !read.has(fold(column))),
  };
}
