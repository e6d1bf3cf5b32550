import { describe, expect, test } from '@jest/globals';
import {
  describeProblem,
  ERROR_CODES,
  type ErrorCode,
  JejakError,
  type Problem,
  show,
} from '../../src/domain/errors.js';

const problem = (code: ErrorCode, place: string): Problem => ({
  code,
  place,
  value: '"32/13/2021"',
  remedy: 'is not a date; write 2021-12-31',
});

describe('an error of several problems', () => {
  test('lists every one: the place, the value, the remedy', () => {
    const problems = [
      problem('BAD_USER_INPUT', 'row 14, column "mulai"'),
      problem('BAD_USER_INPUT', 'row 15'),
    ];
    const error = JejakError.ofProblems('The file is refused', problems);

    expect(error.message).toBe(
      [
        'The file is refused: 2 problems',
        '- row 14, column "mulai": "32/13/2021"; is not a date; write 2021-12-31',
        '- row 15: "32/13/2021"; is not a date; write 2021-12-31',
      ].join('\n'),
    );
    expect(error.problems).toEqual(problems);
  });

  test('counts one as one', () => {
    expect(JejakError.ofProblems('No', [problem('NOT_FOUND', 'id')]).message).toMatch(/^No: 1 problem\n/);
  });

  test.each<[string, ErrorCode[], ErrorCode]>([
    ['the code that all share', ['NOT_FOUND', 'NOT_FOUND'], 'NOT_FOUND'],
    ['BAD_USER_INPUT when they differ', ['NOT_FOUND', 'CONFLICT'], 'BAD_USER_INPUT'],
    ['BAD_USER_INPUT when there is none', [], 'BAD_USER_INPUT'],
  ])('has %s', (_title, codes, expected) => {
    expect(
      JejakError.ofProblems(
        'No',
        codes.map((code) => problem(code, 'x')),
      ).code,
    ).toBe(expected);
  });
});

test('a problem reads as a line', () => {
  expect(describeProblem(problem('BAD_USER_INPUT', 'row 1'))).toBe(
    'row 1: "32/13/2021"; is not a date; write 2021-12-31',
  );
});

test('an error keeps its cause for the log, and its message to itself', () => {
  const error = new JejakError('UNAVAILABLE', 'the store does not answer', [], {
    cause: new Error('secret'),
  });

  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('JejakError');
  expect((error.cause as Error).message).toBe('secret');
  expect(error.message).not.toContain('secret');
});

test('the codes are those of the public contract', () => {
  expect(ERROR_CODES).toEqual([
    'BAD_USER_INPUT',
    'NOT_FOUND',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'CONFLICT',
    'TOO_COMPLEX',
    'TIMEOUT',
    'UNAVAILABLE',
    'INTERNAL_SERVER_ERROR',
  ]);
});

describe('a value in a message', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  test.each<[string, unknown, string]>([
    ['a text', 'abc', '"abc"'],
    ['an empty text', '', '""'],
    ['a number', 12, '"12"'],
    ['null', null, '"null"'],
    ['nothing', undefined, '"undefined"'],
    ['a list', ['a', 1], '"["a",1]"'],
    ['a line break', 'a\nb', '"a\\nb"'],
    ['what a terminal would obey', 'a\u001b[2Jb\u009b', '"a\\u001b[2Jb\\u009b"'],
    ['a big integer', 10n, '"10"'],
    ['a circle', circle, '"[object Object]"'],
    ['a text of the longest length', 'a'.repeat(80), `"${'a'.repeat(80)}"`],
    ['a longer one', 'a'.repeat(81), `"${'a'.repeat(77)}..."`],
    ['a cut through a character', `${'a'.repeat(76)}🎉${'b'.repeat(9)}`, `"${'a'.repeat(76)}..."`],
  ])('is quoted and short: %s', (_title, value, expected) => {
    expect(show(value)).toBe(expected);
  });
});
