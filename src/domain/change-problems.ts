import { type ErrorCode, type Problem, show } from './errors.js';
import type { RecordType } from './kinds.js';

/** Where in a change set something is: its operation, counted from 1, and the record as people find it. */
export interface Spot {
  readonly operation: number;
  readonly label: string;
}

export function spotOf(index: number, record: { readonly type: string; readonly id?: unknown }): Spot {
  return { operation: index + 1, label: `${record.type} ${show(record.id ?? '')}` };
}

/** What is wrong with a field of an operation; `field` is empty for the record as a whole. */
export function problemAt(
  { operation, label }: Spot,
  field: string,
  value: string,
  remedy: string,
  code: ErrorCode = 'BAD_USER_INPUT',
): Problem {
  const place = [`operation ${operation}, ${label}`, field].filter(Boolean).join(', ');
  return { code, place, value, remedy, operation, field };
}

export const one = (type: RecordType) => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
