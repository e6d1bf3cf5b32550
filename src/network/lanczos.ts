/** Puts the product of a symmetric matrix and a vector into another vector. */
export type Multiply = (from: Float64Array, into: Float64Array) => void;

export interface Pair {
  readonly value: number;
  /** Of length 1. */
  readonly vector: Float64Array;
}

/** How many vectors are kept at a time. */
const BASIS = 24;
const ROUNDS = 1000;
/** The length of (matrix - value) * vector at which the pair is good, as a part of the value. */
const PRECISION = 1e-13;

/**
 * The largest eigenvalue of a symmetric matrix without negative entries, and its eigenvector, which must be the only one and
 * positive. Lanczos 1950, begun again each time with the best vector so far; the basis is made orthogonal twice, so that
 * rounding does not bring false values. A step costs as much as one of power iteration and the number of steps goes with the
 * root of the gap to the next eigenvalue, not with the gap; nor is a network of two modes, which has the negative of each
 * eigenvalue too, any trouble. Null if it takes more than 24,000 steps: the next eigenvalue is too close to tell the vectors apart.
 */
export function dominantPair(size: number, multiply: Multiply): Pair | null {
  let vector = new Float64Array(size).fill(1 / Math.sqrt(size));
  for (let round = 0; round < ROUNDS; round++) {
    const { basis, diagonal, beside } = lanczos(vector, multiply);
    if (basis.length === 1) return { value: diagonal[0] as number, vector: vector.map(Math.abs) };
    const best = topOfTridiagonal(diagonal, beside);
    vector = new Float64Array(size);
    for (const [place, direction] of basis.entries()) addMultiple(vector, direction, best[place] as number);
    scale(vector, 1 / Math.sqrt(dot(vector, vector)));
  }
  return null;
}

/** An orthonormal basis begun with `first`, and the matrix in it, which is tridiagonal. */
function lanczos(first: Float64Array, multiply: Multiply) {
  const basis: Float64Array[] = [];
  const [diagonal, beside]: [number[], number[]] = [[], []];
  for (let vector = first; ; ) {
    basis.push(vector);
    const next = new Float64Array(vector.length);
    multiply(vector, next);
    diagonal.push(dot(vector, next));
    for (let time = 0; time < 2; time++)
      for (const known of basis) addMultiple(next, known, -dot(known, next));
    const length = Math.sqrt(dot(next, next));
    if (basis.length === BASIS || length <= PRECISION * Math.abs(diagonal[0] as number))
      return { basis, diagonal, beside };
    beside.push(length);
    scale(next, 1 / length);
    vector = next;
  }
}

/**
 * The eigenvector of the largest eigenvalue of a tridiagonal matrix with positive entries beside the diagonal. With
 * q_i = value - a_i - b_i^2 / q_(i+1), the value is the least number for which no q is negative, and the vector is got from
 * its last entry on as x_(i-1) = q_i x_i / b_(i-1), a sum of positive numbers, which loses no precision.
 */
function topOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): readonly number[] {
  const ratios = (value: number) => {
    const all: number[] = [];
    for (let place = diagonal.length - 1, q = Number.POSITIVE_INFINITY; place >= 0; place--) {
      q = value - (diagonal[place] as number) - (beside[place] ?? 0) ** 2 / q;
      all[place] = q;
    }
    return all;
  };
  let low = Math.max(...diagonal);
  let high = low + 2 * Math.max(...beside);
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2)
    if (ratios(middle).every((q) => q > 0)) high = middle;
    else low = middle;
  const q = ratios(high);
  const vector = [1];
  for (let place = diagonal.length - 1; place > 0; place--) {
    vector.unshift(((q[place] as number) * (vector[0] as number)) / (beside[place - 1] as number));
    const largest = Math.max(...vector);
    if (largest > 1e100)
      vector.forEach((entry, index) => {
        vector[index] = entry / largest;
      });
  }
  return vector;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < a.length; place++) sum += (a[place] as number) * (b[place] as number);
  return sum;
}

function addMultiple(to: Float64Array, of: Float64Array, times: number): void {
  for (let place = 0; place < to.length; place++)
    to[place] = (to[place] as number) + times * (of[place] as number);
}

function scale(vector: Float64Array, times: number): void {
  for (let place = 0; place < vector.length; place++) vector[place] = times * (vector[place] as number);
}
