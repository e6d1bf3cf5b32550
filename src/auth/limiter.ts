export interface Limiter {
  /** Counts one attempt for the key; false when there were too many within the time, and then it does not count. */
  take(key: string): boolean;
  /** Takes the last attempt back: it was no failure. */
  giveBack(key: string): void;
}

export interface LimiterOptions {
  /** Attempts within the time. */
  readonly most: number;
  readonly milliseconds: number;
  /** Keys remembered; the one that has waited longest is forgotten first, so that the memory is bounded. */
  readonly keys: number;
  readonly clock: () => Date;
}

/** Counts attempts in this process: a first hurdle for guessing, beside the lock that the store keeps. */
export function limiter({ most, milliseconds, keys, clock }: LimiterOptions): Limiter {
  const taken = new Map<string, number[]>();
  return {
    take: (key) => {
      const now = clock().getTime();
      const recent = (taken.get(key) ?? []).filter((at) => now - at < milliseconds);
      const isAllowed = recent.length < most;
      if (isAllowed) recent.push(now);
      taken.delete(key);
      taken.set(key, recent);
      for (const oldest of taken.keys()) {
        if (taken.size <= keys) break;
        taken.delete(oldest);
      }
      return isAllowed;
    },
    giveBack: (key) => {
      taken.get(key)?.pop();
    },
  };
}
