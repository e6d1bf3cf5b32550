/** Pearson's χ² of the outcomes against `kinds` equally likely ones; an outcome that never came counts too. */
export function chiSquare(outcomes: readonly (string | number)[], kinds: number): number {
  const counts = new Map<string | number, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const expected = outcomes.length / kinds;
  const never = (kinds - counts.size) * expected;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, never);
}

/** What χ² of equally likely kinds exceeds once in 1,000 times (Wilson & Hilferty's approximation). */
export function mostChiSquare(kinds: number): number {
  const freedom = kinds - 1;
  const share = 2 / (9 * freedom);
  return freedom * (1 - share + 3.09 * Math.sqrt(share)) ** 3;
}
