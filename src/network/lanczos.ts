/** Puts the product of a symmetric matrix and a vector into another vector. */
export type Multiply = (from: Float64Array, into: Float64Array) => void;

export interface Pair {
  readonly value: number;
  /** Of length 1. */
  readonly vector: Float64Array;
}

/** A symmetric tridiagonal matrix with positive entries beside the diagonal. */
interface Tridiagonal {
  readonly diagonal: readonly number[];
  readonly beside: readonly number[];
}

/** The length of (matrix - value) * vector at which a pair is good, as a part of the value. */
const PRECISION = 1e-12;
const ROUNDS = 5;

/**
 * The largest eigenvalue of a symmetric matrix without negative entries that does not fall into parts, so that it is simple and
 * its vector positive (Perron and Frobenius). By the steps of Lanczos 1950: each costs one product, and their number goes
 * with the root of the gap to the next eigenvalue, where that of power iteration goes with the gap. No basis is kept: a second
 * run adds up the vector. What rounding spoils, by more steps than needed, a further round mends, begun with the vector found.
 * Null if that does not help.
 */
export function dominantPair(size: number, multiply: Multiply): Pair | null {
  let vector: Float64Array = new Float64Array(size).fill(1 / Math.sqrt(size));
  const product = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const parts = topOfTridiagonal(reduced(vector, multiply));
    vector = combined(vector, multiply, parts);
    multiply(vector, product);
    const value = dot(vector, product);
    addMultiple(product, vector, -value);
    if (Math.sqrt(dot(product, product)) <= PRECISION * value) return { value, vector };
  }
  return null;
}

/** The steps of Lanczos: orthonormal vectors, and what the matrix has in them on its diagonal and beside it. */
function* lanczos(first: Float64Array, multiply: Multiply) {
  let [before, vector, next] = [
    new Float64Array(first.length),
    first.slice(),
    new Float64Array(first.length),
  ];
  let above = 0;
  for (;;) {
    multiply(vector, next);
    const diagonal = dot(vector, next);
    addMultiple(next, vector, -diagonal);
    addMultiple(next, before, -above);
    const beside = Math.sqrt(dot(next, next));
    yield { vector, diagonal, beside };
    scale(next, 1 / beside);
    [before, vector, next] = [vector, next, before];
    above = beside;
  }
}

/** The matrix in as many steps as the vector of its largest eigenvalue takes. */
function reduced(first: Float64Array, multiply: Multiply): Tridiagonal {
  const matrix = { diagonal: [] as number[], beside: [] as number[] };
  // Exact in as many steps as there are rows, but for rounding.
  const most = 2 * first.length + 10;
  let check = 10;
  for (const { diagonal, beside } of lanczos(first, multiply)) {
    matrix.diagonal.push(diagonal);
    const steps = matrix.diagonal.length;
    if (steps === most || beside <= PRECISION * (matrix.diagonal[0] as number)) break;
    if (steps === check) {
      // The last entry of the vector tells how much of the product would lie outside of the steps taken.
      const last = topOfTridiagonal(matrix).at(-1) as number;
      if (beside * last <= 0.1 * PRECISION * largestValue(matrix)) break;
      check = Math.ceil(1.2 * check);
    }
    matrix.beside.push(beside);
  }
  return matrix;
}

/** The vector with these parts in the directions of the steps, of length 1, without negative entries. */
function combined(first: Float64Array, multiply: Multiply, parts: Float64Array): Float64Array {
  const sum = new Float64Array(first.length);
  let step = 0;
  for (const { vector } of lanczos(first, multiply)) {
    addMultiple(sum, vector, parts[step++] as number);
    if (step === parts.length) break;
  }
  scale(sum, 1 / Math.sqrt(dot(sum, sum)));
  return sum.map(Math.abs);
}

/** The largest eigenvalue of a tridiagonal matrix, by halving: the least number for which no ratio is negative. */
function largestValue({ diagonal, beside }: Tridiagonal): number {
  let low = diagonal.reduce((most, entry) => Math.max(most, entry));
  let high = low + 2 * beside.reduce((most, entry) => Math.max(most, entry), 0);
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    let ratio = Number.POSITIVE_INFINITY;
    for (let step = diagonal.length - 1; step >= 0 && ratio > 0; step--)
      ratio = middle - (diagonal[step] as number) - (beside[step] ?? 0) ** 2 / ratio;
    if (ratio > 0) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The eigenvector of the largest eigenvalue of a tridiagonal matrix, of length 1: with ratios r_i = value - a_i - b_i^2 / r_(i+1),
 * from the last entry on x_(i-1) = r_i x_i / b_(i-1). These are products of positive numbers, which lose no precision.
 */
function topOfTridiagonal(matrix: Tridiagonal): Float64Array {
  const { diagonal, beside } = matrix;
  const value = largestValue(matrix);
  const vector = new Float64Array(diagonal.length);
  vector[diagonal.length - 1] = 1;
  let ratio = Number.POSITIVE_INFINITY;
  for (let step = diagonal.length - 1; step > 0; step--) {
    ratio = value - (diagonal[step] as number) - (beside[step] ?? 0) ** 2 / ratio;
    const entry = (ratio * (vector[step] as number)) / (beside[step - 1] as number);
    vector[step - 1] = entry;
    if (entry > 1e100) scale(vector, 1 / entry);
  }
  scale(vector, 1 / Math.sqrt(dot(vector, vector)));
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
