/**
 * Numbers from 0 up to 1 in an order that looks random and is the same for the same seed (Mulberry32 by T. Ettinger:
 * 32 bits of state, period 2^32). Good for permutations and samples, not for secrets.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
