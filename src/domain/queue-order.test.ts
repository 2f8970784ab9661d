import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWaiting } from './queue-order.ts';
import { URGENCIES, urgencyRank } from './urgencies.ts';

const waiting = fc.record({ id: fc.uuid(), urgency: fc.constantFrom(...URGENCIES), queuedAt: fc.nat() });

describe('compareWaiting', () => {
  it('puts the critical first however long others have waited', () => {
    fc.assert(fc.property(fc.array(waiting), (all) => {
      const ranks = [...all].sort(compareWaiting).map(({ urgency }) => urgencyRank(urgency));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }));
  });

  it('lets who has waited longer go first within one urgency, and is the same from any starting order', () => {
    fc.assert(fc.property(fc.uniqueArray(waiting, { selector: ({ id }) => id }), (all) => {
      const sorted = [...all].sort(compareWaiting);
      expect([...all].reverse().sort(compareWaiting)).toEqual(sorted);
      for (const [index, one] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next?.urgency === one.urgency) expect(one.queuedAt).toBeLessThanOrEqual(next.queuedAt);
      }
    }));
  });
});
