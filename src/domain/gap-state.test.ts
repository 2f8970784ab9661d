import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapState } from './gap-state.ts';

describe('gapState', () => {
  it.each([
    ['open where nobody closed it', 40, null, 'open'],
    ['closed while nothing more is asked', 40, 40, 'closed'],
    ['closed while the last trickle in', 41, 40, 'closed'],
    ['reopened by twenty more', 120, 100, 'reopened'],
    ['closed one before that', 119, 100, 'closed'],
    ['reopened by half as many more', 9, 6, 'reopened'],
    ['closed below three, however few there were', 3, 1, 'closed'],
    ['reopened by three where there was one', 4, 1, 'reopened'],
  ] as const)('is %s', (_name, total, closedTotal, state) => {
    expect(gapState(total, closedTotal)).toBe(state);
  });

  it('never closes again by growing', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), fc.nat(100), (closedTotal, more, evenMore) => {
      if (gapState(closedTotal + more, closedTotal) === 'reopened') expect(gapState(closedTotal + more + evenMore, closedTotal)).toBe('reopened');
    }));
  });
});
