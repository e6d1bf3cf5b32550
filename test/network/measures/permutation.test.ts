import { describe, expect, it } from '@jest/globals';
import { middle95, pValue } from '../../../src/network/permutation.js';
import { seeded } from '../../../src/network/random.js';
import { shuffle } from '../../../src/network/sampling.js';

describe('seeded', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const first = (seed: number) => Array.from({ length: 5 }, seeded(seed));
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });

  it('spreads evenly from 0 up to 1', () => {
    const random = seeded(42);
    const tenths = new Float64Array(10);
    for (let draw = 0; draw < 100_000; draw++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    // χ² of nine degrees of freedom is above 33.7 once in ten thousand.
    expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(33.7);
  });
});

it('shuffles into every order alike', () => {
  const random = seeded(3);
  const orders = new Map<string, number>();
  for (let round = 0; round < 24_000; round++) {
    const values = Int32Array.of(0, 1, 2, 3);
    shuffle(values, random);
    orders.set(values.join(''), (orders.get(values.join('')) ?? 0) + 1);
  }
  expect(orders.size).toBe(24);
  // χ² of 23 degrees of freedom is above 56 once in ten thousand.
  expect([...orders.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(56);
});

it('takes quantiles between neighbours in proportion', () => {
  expect(middle95(Float64Array.from({ length: 101 }, (_, index) => 100 - index))).toEqual({
    low: 2.5,
    high: 97.5,
  });
  expect(middle95(Float64Array.of(4))).toEqual({ low: 4, high: 4 });
});

it('counts what was observed among the permutations', () => {
  expect(pValue(0, 99)).toBe(0.01);
  expect(pValue(99, 99)).toBe(1);
});
