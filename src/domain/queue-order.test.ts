import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWaiting, deadlineOf } from './queue-order.ts';
import { STOPPED } from './sla.ts';
import { URGENCIES, urgencyRank } from './urgencies.ts';

const waiting = fc.record({
  id: fc.uuid(), urgency: fc.constantFrom(...URGENCIES), queuedAt: fc.nat(),
  sla: fc.option(fc.nat(), { nil: undefined }).map((at) => ({ ...STOPPED, dueAt: at === undefined ? {} : { 'first-response': at } })),
});

describe('compareWaiting', () => {
  it('puts the critical first however long others have waited', () => {
    fc.assert(fc.property(fc.array(waiting), (all) => {
      const ranks = [...all].sort(compareWaiting).map(({ urgency }) => urgencyRank(urgency));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }));
  });

  it('lets the nearest deadline go first within one urgency, then who has waited longer, and is the same from any starting order', () => {
    fc.assert(fc.property(fc.uniqueArray(waiting, { selector: ({ id }) => id }), (all) => {
      const sorted = [...all].sort(compareWaiting);
      expect([...all].reverse().sort(compareWaiting)).toEqual(sorted);
      for (const [index, one] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next?.urgency !== one.urgency) continue;
        expect(deadlineOf(one)).toBeLessThanOrEqual(deadlineOf(next));
        if (deadlineOf(one) === deadlineOf(next)) expect(one.queuedAt).toBeLessThanOrEqual(next.queuedAt);
      }
    }));
  });
});
