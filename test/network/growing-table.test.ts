import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { growingTable } from '../../src/network/growing-table.js';

const table = () => growingTable({ small: 'byte', large: 'word' });

test('keeps what rows hold while it grows', () => {
  const made = table();
  for (let row = 0; row < 1_000; row++) {
    expect(made.add()).toBe(row);
    made.columns.small[row] = row % 256;
    made.columns.large[row] = row * 1_000_000;
  }
  const { columns, length } = made;
  expect([length, columns.small[999], columns.large[999], columns.large[0]]).toEqual([
    1_000,
    999 % 256,
    999_000_000,
    0,
  ]);
});

test('gives the number of a removed row out again, with zeros in it', () => {
  const made = table();
  const [first, second] = [made.add(), made.add()];
  made.columns.large[first] = 7;
  made.remove(first);
  expect([made.used[first], made.used[second], made.length]).toEqual([0, 1, 2]);
  expect(made.add()).toBe(first);
  expect([made.columns.large[first], made.used[first]]).toEqual([0, 1]);
});

test('refuses to remove what is not there', () => {
  const made = table();
  expect(() => made.remove(0)).toThrow(RangeError);
  const row = made.add();
  made.remove(row);
  expect(() => made.remove(row)).toThrow('row 0 is not in use');
});

test('holds what a map would hold, whatever is added and removed', () => {
  const steps = fc.array(fc.oneof(fc.constant('add' as const), fc.nat({ max: 200 })), { maxLength: 300 });
  fc.assert(
    fc.property(steps, (all) => {
      const made = table();
      const expected = new Map<number, number>();
      for (const [value, step] of all.entries()) {
        if (step === 'add') {
          const row = made.add();
          expect(expected.has(row)).toBe(false);
          made.columns.large[row] = value;
          expected.set(row, value);
        } else if (expected.delete(step)) made.remove(step);
      }
      const found = Array.from({ length: made.length }, (_, row) => row).filter(
        (row) => made.used[row] === 1,
      );
      expect(found).toEqual([...expected.keys()].sort((a, b) => a - b));
      for (const [row, value] of expected) expect(made.columns.large[row]).toBe(value);
    }),
  );
});
