import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reconnectDelay } from './reconnect-policy.ts';

const policy = { firstMs: 500, longestMs: 20_000 };

describe('reconnectDelay', () => {
  it('does not wait before the first attempt', () => {
    expect(reconnectDelay(0, 0.5, policy)).toBe(0);
  });

  it('doubles with every failure until the longest wait', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100, 5000].map((failures) => reconnectDelay(failures, 0, policy)))
      .toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
  });

  it('spreads clients over half of the wait and never exceeds the longest', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const ceiling = Math.min(20_000, 500 * 2 ** (failures - 1));
      const delay = reconnectDelay(failures, random, policy);
      expect(delay).toBeGreaterThanOrEqual(ceiling / 2);
      expect(delay).toBeLessThan(ceiling);
    }));
  });
});
