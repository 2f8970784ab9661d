import { describe, expect, it } from '@jest/globals';
import { createBuckets } from './buckets.ts';

const rate = { count: 2, ms: 10_000 };
const NOW = 1_700_000_000_000;

describe('the buckets of a process', () => {
  it('takes from all or from none', () => {
    const buckets = createBuckets();
    const [a, b] = [{ key: 'a', rate }, { key: 'b', rate }];
    expect(buckets.take([a, b], NOW)).toBeUndefined();
    expect(buckets.take([b], NOW)).toBeUndefined();
    expect(buckets.take([a, b], NOW)).toEqual({ emptyKey: 'b', retryAfterMs: 5_000 });
    expect(buckets.take([a], NOW)).toBeUndefined();
    expect(buckets.take([a], NOW)).toMatchObject({ emptyKey: 'a' });
  });

  it('lets everything through where no limit is set', () => {
    const buckets = createBuckets();
    for (let i = 0; i < 100; i++) expect(buckets.take([{ key: 'a', rate: { count: 0, ms: 1 } }], NOW)).toBeUndefined();
  });

  it('remembers no more than it may, the latest', () => {
    const buckets = createBuckets(10);
    for (let i = 0; i < 1_000; i++) buckets.take([{ key: `k${i}`, rate: { count: 1, ms: 10_000 } }], NOW);
    expect(buckets.size()).toBeLessThanOrEqual(10);
    expect(buckets.take([{ key: 'k999', rate: { count: 1, ms: 10_000 } }], NOW)).toMatchObject({ emptyKey: 'k999' });
  });

  it('fills again in its own time after the clock was set back', () => {
    const buckets = createBuckets();
    const bucket = [{ key: 'a', rate }];
    buckets.take(bucket, NOW + 3_600_000);
    expect(buckets.take(bucket, NOW)).toMatchObject({ emptyKey: 'a' });
    expect(buckets.take(bucket, NOW + 4_999)).toMatchObject({ emptyKey: 'a' });
    expect(buckets.take(bucket, NOW + 5_000)).toBeUndefined();
  });
});
