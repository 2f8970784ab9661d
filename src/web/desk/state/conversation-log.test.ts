import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf, EMPTY_LOG, mergeEvents } from './conversation-log.ts';
import { received } from './testing.ts';

const log = Array.from({ length: 12 }, (_, index) => received(index + 1));

describe('mergeEvents', () => {
  it('gives the same log for every order, repetition and batching of the same events', () => {
    const deliveries = fc.tuple(fc.shuffledSubarray(log, { minLength: log.length }), fc.array(fc.constantFrom(...log)), fc.infiniteStream(fc.integer({ min: 1, max: 4 })));
    fc.assert(fc.property(deliveries, ([inOrder, repeated, sizes]) => {
      let merged = EMPTY_LOG;
      const left = [...inOrder, ...repeated];
      for (const size of sizes) {
        if (left.length === 0) break;
        merged = mergeEvents(merged, left.splice(0, size));
      }
      expect(merged).toEqual({ events: log, early: [] });
    }));
  });

  it('shows nothing behind a gap, and asks again from before it', () => {
    const merged = mergeEvents(EMPTY_LOG, [received(1), received(2), received(4)]);
    expect(merged.events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(cursorOf(merged)).toBe(2);
  });

  it('returns the same log when everything was known', () => {
    const merged = mergeEvents(EMPTY_LOG, log);
    expect(mergeEvents(merged, log.slice(3, 5))).toBe(merged);
  });
});
