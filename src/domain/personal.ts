import { JejakError, type Problem } from './errors.js';
import { isPhone } from './phones.js';

/** Personal data of whoever asked for something: apart from the record, in no history. Null erases. */
export interface Personal {
  /** The id of the record. */
  readonly of: string;
  readonly name: string | null;
  readonly phone: string | null;
}

const FIELDS = {
  name: {
    accepts: (text: string) => /^[^\p{Cc}\p{Cs}]{1,300}$/u.test(text),
    remedy: 'write 1 to 300 characters on one line, or null',
  },
  phone: {
    accepts: isPhone,
    remedy: 'write 5 to 25 characters, digits (at least five) with + - ( ) . and spaces, or null',
  },
} as const;

/**
 * Personal data as they are kept, without space around them. Throws BAD_USER_INPUT that lists every problem by its
 * field and shows no value: an error may be read, and kept, where the data must not be.
 */
export function checkedPersonal(rows: readonly Personal[]): Personal[] {
  const trimmed = rows.map(({ of, name, phone }) => {
    return { of, name: name?.trim() ?? null, phone: phone?.trim() ?? null };
  });
  const problems = trimmed.flatMap((row) =>
    (['name', 'phone'] as const).flatMap((field): Problem[] => {
      const value = row[field];
      if (value === null || FIELDS[field].accepts(value)) return [];
      return [
        {
          code: 'BAD_USER_INPUT',
          place: `${row.of}, proposer ${field}`,
          value: 'it is refused, and not shown because it is personal',
          remedy: FIELDS[field].remedy,
          field: `proposer.${field}`,
        },
      ];
    }),
  );
  if (problems.length > 0) throw JejakError.ofProblems('The personal data are refused', problems);
  return trimmed;
}
