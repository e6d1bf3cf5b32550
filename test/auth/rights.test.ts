import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACTIONS,
  type Action,
  can,
  covers,
  type Grant,
  OPERATOR,
  PUBLIC_USER,
  ROLES,
  rightsTable,
  type Subject,
} from '../../src/auth/rights.js';
import { ROOT } from '../../src/config.js';
import { HELIXES, RECORD_TYPES } from '../../src/domain/kinds.js';

const ME = 'u-me';
const KLOJEN = 'p-klojen';
const BAPPEDA = 'a-bappeda';
const facts = {
  places: [KLOJEN, 'p-malang'],
  agencies: [BAPPEDA, 'a-city'],
  helixes: ['GOVERNMENT'],
} as const;
const LIMITS = { place: KLOJEN, agency: BAPPEDA, helix: 'GOVERNMENT' } as const;

/** The subjects of the matrix, by the heads of its columns. */
const SUBJECTS = {
  record: { type: 'initiative' },
  change: { type: 'change' },
  mapping: { type: 'mapping' },
  ownProposal: { type: 'proposal', author: ME },
  proposal: { type: 'proposal', author: 'u-other' },
  ownAccount: { type: 'account', author: ME },
  account: { type: 'account', author: 'u-other' },
} as const;
const COLUMNS = Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[];

/**
 * The least role: Reader, Contributor, Editor, Administrator. Small letters: limits do not narrow it.
 * Columns as SUBJECTS: record, change, mapping, own proposal, another's, own account, another's.
 */
const MATRIX: Readonly<Record<Action, string>> = {
  read: 'r r r r E r A',
  readPersonal: 'E E E r E r A',
  propose: 'C C C C E A A',
  write: 'E E E E E A A',
  review: 'E E E E E A A',
  verify: 'E E E E E A A',
  judge: 'E E E E E A A',
  revert: 'E E E E E A A',
  comment: 'C C C C E A A',
  import: 'C C C C E A A',
  export: 'r r r r E r A',
  dump: 'A A A A A A A',
  managePasses: 'E E E E E E E',
  manageAccounts: 'A A A A A A A',
  forget: 'A A A A A A A',
};

const LETTERS = ['r', 'c', 'e', 'a'];
const SUBSETS = [0, 1, 2, 3, 4, 5, 6, 7];
const has = (subset: number, bit: number) => (subset & (1 << bit)) !== 0;

function grantOf(role: Grant['role'], subset: number): Grant {
  return {
    role,
    ...(has(subset, 0) && { place: LIMITS.place }),
    ...(has(subset, 1) && { agency: LIMITS.agency }),
    ...(has(subset, 2) && { helix: LIMITS.helix }),
  };
}

const subjectOf = (column: keyof typeof SUBJECTS, subset: number): Subject => ({
  ...SUBJECTS[column],
  places: has(subset, 0) ? facts.places : ['p-malang'],
  agencies: has(subset, 1) ? facts.agencies : [],
  helixes: has(subset, 2) ? facts.helixes : ['BUSINESS'],
});

const rows = ACTIONS.flatMap((action) =>
  COLUMNS.flatMap((column, index) =>
    ROLES.map((role, rank) => ({
      action,
      column,
      role,
      rank,
      letter: MATRIX[action].split(' ')[index] ?? '',
    })),
  ),
);
const CASES = rows.length * SUBSETS.length * SUBSETS.length;

describe('the matrix: role × action × subject × limits × facts', () => {
  test.each(rows)('$role, $action, $column: $letter', ({ action, column, role, rank, letter }) => {
    const isLimited = letter !== letter.toLowerCase();
    const suffices = rank >= LETTERS.indexOf(letter.toLowerCase());
    const wrong: string[] = [];
    for (const limits of SUBSETS)
      for (const facts of SUBSETS) {
        const allHold = (limits & facts) === limits;
        const expected = suffices && (allHold || !isLimited);
        const user = { id: ME, name: 'Me', grants: [grantOf(role, limits)] };
        const actual = can(user, action, subjectOf(column, facts));
        if (actual !== expected) wrong.push(`limits ${limits}, facts ${facts}: ${actual}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('who is not in the matrix', () => {
  const record = subjectOf('record', 7);

  test.each(ACTIONS)('the operator may %s', (action) => {
    for (const column of COLUMNS) expect(can(OPERATOR, action, subjectOf(column, 0))).toBe(true);
  });

  test.each(ACTIONS)('whoever has not signed in may %s only if it is reading', (action) => {
    expect(can(PUBLIC_USER, action, record)).toBe(action === 'read' || action === 'export');
  });

  test('one without grants reads what everybody reads, and no more', () => {
    const nobody = { id: ME, name: 'Me', grants: [] };
    expect(ACTIONS.filter((action) => can(nobody, action, record))).toEqual(['read', 'export']);
  });

  test('a proposal without an author is nobody’s own', () => {
    const { author: _, ...orphan } = subjectOf('ownProposal', 7);
    expect(can({ id: ME, name: 'Me', grants: [{ role: 'contributor' }] }, 'read', orphan)).toBe(false);
  });
});

const grants = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    place: fc.constantFrom('p-1', 'p-2'),
    agency: fc.constantFrom('a-1', 'a-2'),
    helix: fc.constantFrom(...HELIXES),
  },
  { requiredKeys: ['role'] },
);
const subjects = fc.record(
  {
    type: fc.constantFrom(...RECORD_TYPES, 'proposal' as const, 'account' as const, 'change' as const),
    places: fc.subarray(['p-1', 'p-2']),
    agencies: fc.subarray(['a-1', 'a-2']),
    helixes: fc.subarray([...HELIXES]),
    author: fc.constantFrom(ME, 'u-other'),
  },
  { requiredKeys: ['type', 'places', 'agencies', 'helixes'] },
);
const actions = fc.constantFrom(...ACTIONS);
const me = (list: readonly Grant[]) => ({ id: ME, name: 'Me', grants: list });

describe('whatever the grants', () => {
  test('one more never takes a right away', () => {
    fc.assert(
      fc.property(fc.array(grants), grants, actions, subjects, (list, more, action, subject) => {
        if (can(me(list), action, subject)) expect(can(me([...list, more]), action, subject)).toBe(true);
      }),
    );
  });

  test('a limited one gives no more than the same without limits', () => {
    fc.assert(
      fc.property(grants, actions, subjects, (grant, action, subject) => {
        if (can(me([grant]), action, subject))
          expect(can(me([{ role: grant.role }]), action, subject)).toBe(true);
      }),
    );
  });

  test('what they cover gives no right that they do not give', () => {
    fc.assert(
      fc.property(fc.array(grants), grants, actions, subjects, (list, given, action, subject) => {
        fc.pre(covers(list, given));
        if (can(me([given]), action, subject)) expect(can(me(list), action, subject)).toBe(true);
      }),
    );
  });

  test('they cover themselves, and a reader', () => {
    fc.assert(
      fc.property(fc.array(grants, { minLength: 1 }), (list) => {
        for (const grant of list) expect(covers(list, grant)).toBe(true);
        expect(covers([{ role: 'reader' }], { role: 'reader' })).toBe(true);
      }),
    );
  });
});

test('docs/rights.md shows this table, and how many cases stand behind it', () => {
  const head = ['action', 'record', 'own proposal', 'proposal', 'own account', 'account'];
  const cells = rightsTable().map((row) => Object.values(row));
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const table = [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
  const text = readFileSync(join(ROOT, 'docs/rights.md'), 'utf8');

  expect(text).toContain(table);
  expect(text).toContain(`${CASES.toLocaleString('en-US')} cases`);
});
