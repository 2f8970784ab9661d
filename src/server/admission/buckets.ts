import { takeToken, type Rate } from '../../domain/admission.ts';

export interface Bucket {
  readonly key: string;
  readonly rate: Rate;
}

export interface Buckets {
  /** Takes one from each, or from none where one is empty: that one, and the ms until it is not. */
  take(buckets: readonly Bucket[], now: number): { readonly emptyKey: string; readonly retryAfterMs: number } | undefined;
  size(): number;
}

/** Above this, full buckets are forgotten, and then those that were taken from longest ago. */
const MOST_BUCKETS = 100_000;

/** The buckets of one process. What is forgotten is as good as full, so that memory is bounded whatever comes. */
export function createBuckets(most = MOST_BUCKETS): Buckets {
  /** When each is full again, in the order in which they were taken from. */
  const fullAt = new Map<string, number>();

  function forget(now: number): void {
    for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key);
    for (const key of fullAt.keys()) {
      if (fullAt.size <= most / 2) return;
      fullAt.delete(key);
    }
  }

  return {
    take(buckets, now) {
      const taken: [string, number][] = [];
      for (const { key, rate } of buckets.filter((one) => one.rate.count > 0)) {
        const token = takeToken(fullAt.get(key), rate, now);
        if ('retryAfterMs' in token) {
          // Set back, the clock would take as long to come to what was written before: it fills from now on.
          fullAt.set(key, Math.min(fullAt.get(key) ?? now, now + rate.ms));
          return { emptyKey: key, retryAfterMs: token.retryAfterMs };
        }
        taken.push([key, token.fullAt]);
      }
      for (const [key, at] of taken) {
        fullAt.delete(key);
        fullAt.set(key, at);
      }
      if (fullAt.size > most) forget(now);
      return undefined;
    },
    size: () => fullAt.size,
  };
}
