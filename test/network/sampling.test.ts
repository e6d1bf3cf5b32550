import { describe, expect, test } from '@jest/globals';
import { seeded } from '../../src/network/random.js';
import { isAtLeast, shuffle, spreadOf } from '../../src/network/sampling.js';
import { chiSquare, mostChiSquare } from './chi-square.js';

const drawn = (seed: number, count: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, random);
};

describe('random numbers of a seed', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(drawn(7, 5)).toEqual(drawn(7, 5));
    expect(drawn(7, 5)).toEqual(drawn(7 + 2 ** 32, 5));
    expect(new Set([...drawn(7, 5), ...drawn(8, 5), ...drawn(0, 5)]).size).toBe(15);
  });

  test('lie evenly from 0 to below 1, also the first of neighbouring seeds', () => {
    for (const numbers of [
      drawn(1, 10_000),
      Array.from({ length: 10_000 }, (_, seed) => drawn(seed, 1)[0] ?? 1),
    ]) {
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      const tenths = numbers.map((number) => Math.floor(number * 10));
      expect(chiSquare(tenths, 10)).toBeLessThan(mostChiSquare(10));
    }
  });
});

describe('shuffling', () => {
  test('gives each order equally often', () => {
    const random = seeded(2);
    const orders = Array.from({ length: 12_000 }, () => shuffle([1, 2, 3, 4], random).join(''));
    expect(chiSquare(orders, 24)).toBeLessThan(mostChiSquare(24));
  });

  test('leaves what comes after the count where it is', () => {
    const values = shuffle(Uint32Array.of(5, 6, 7, 8, 9), seeded(3), 3);
    expect([...values].slice(3)).toEqual([8, 9]);
    expect([...values.slice(0, 3)].sort()).toEqual([5, 6, 7]);
  });
});

describe('the spread of draws', () => {
  test('has the middle 95 % between values that were drawn', () => {
    const draws = shuffle(
      Array.from({ length: 201 }, (_, draw) => draw),
      seeded(4),
    );
    expect(spreadOf(Float64Array.from(draws))).toEqual({
      mean: 100,
      sd: expect.closeTo(Math.sqrt((201 * 202) / 12), 10),
      low: 5,
      high: 195,
    });
    expect(spreadOf(Float64Array.of(4, 1, 2))).toMatchObject({ low: 1, high: 4 });
  });

  test('leaves out what is undefined, and is undefined of nothing', () => {
    expect(spreadOf(Float64Array.of(3, Number.NaN, 5))).toEqual({ mean: 4, sd: Math.SQRT2, low: 3, high: 5 });
    expect(spreadOf(Float64Array.of(3))).toEqual({ mean: 3, sd: Number.NaN, low: 3, high: 3 });
    const nothing = { mean: Number.NaN, sd: Number.NaN, low: Number.NaN, high: Number.NaN };
    expect(spreadOf(Float64Array.of(Number.NaN))).toEqual(nothing);
  });

  test('takes sums in another order for equal', () => {
    expect(isAtLeast(0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1)).toBe(true);
    expect(isAtLeast(0.3 + 0.2 + 0.1, 0.1 + 0.2 + 0.3)).toBe(true);
    expect([isAtLeast(1, 1.000001), isAtLeast(Number.NaN, 1)]).toEqual([false, false]);
  });
});
