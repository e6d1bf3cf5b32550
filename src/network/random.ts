/**
 * A generator of numbers from 0 (included) to 1 (excluded) that gives the same numbers for the same seed on every machine.
 * The seed is taken modulo 2^32. "Small fast counter" of C. Doty-Humphrey (PractRand) on 32-bit words, state 128 bits: no
 * seed gives a cycle below 2^32 numbers. Not for secrets.
 */
export function seeded(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0, 1];
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // Neighbouring seeds differ in one word of the state: these rounds spread that over all of it.
  for (let round = 0; round < 20; round++) next();
  return next;
}
