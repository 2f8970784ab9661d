import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTooMuch, saturationOf, secondsUntilRoom, takeToken, type Rate } from './admission.ts';

const rates = fc.record({ count: fc.integer({ min: 1, max: 500 }), ms: fc.integer({ min: 500, max: 3_600_000 }) });
/** Times of attempts, ascending, from a clock in milliseconds. */
const times = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 300 }).map((gaps) => {
  let at = 1_700_000_000_000;
  return gaps.map((gap) => (at += gap));
});

function attempt(rate: Rate, at: readonly number[]): { at: number; taken: boolean }[] {
  let fullAt: number | undefined;
  return at.map((now) => {
    const token = takeToken(fullAt, rate, now);
    if ('fullAt' in token) fullAt = token.fullAt;
    return { at: now, taken: 'fullAt' in token };
  });
}

describe('a bucket', () => {
  it('never gives more in any stretch of time than its count and what trickled in meanwhile', () => {
    fc.assert(fc.property(rates, times, (rate, at) => {
      const taken = attempt(rate, at).filter((one) => one.taken).map((one) => one.at);
      taken.forEach((from, i) => taken.slice(i).forEach((to, more) => {
        expect(more + 1).toBeLessThanOrEqual(rate.count + ((to - from + 1) * rate.count) / rate.ms + 1e-6);
      }));
    }), { numRuns: 100 });
  });

  it('gives all of its count at once to whoever was quiet', () => {
    fc.assert(fc.property(rates, (rate) => {
      const now = 1_700_000_000_000;
      expect(attempt(rate, Array.from({ length: rate.count + 1 }, () => now)).map((one) => one.taken)).toEqual([...Array.from({ length: rate.count }, () => true), false]);
    }));
  });

  it('has one when it said it would, and not 2 ms before', () => {
    fc.assert(fc.property(rates, times, (rate, at) => {
      let fullAt: number | undefined;
      for (const now of at) {
        const token = takeToken(fullAt, rate, now);
        if ('retryAfterMs' in token) {
          expect('fullAt' in takeToken(fullAt, rate, now + Math.ceil(token.retryAfterMs))).toBe(true);
          if (token.retryAfterMs > 3) expect('fullAt' in takeToken(fullAt, rate, now + Math.floor(token.retryAfterMs) - 2)).toBe(false);
        } else fullAt = token.fullAt;
      }
    }));
  });

  it('never asks anybody to wait longer than one takes to trickle in, also after the clock was set back', () => {
    fc.assert(fc.property(rates, fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { maxLength: 100 }), (rate, at) => {
      let fullAt: number | undefined;
      for (const now of at) {
        const token = takeToken(fullAt, rate, now);
        if ('fullAt' in token) fullAt = token.fullAt;
        else expect(token.retryAfterMs).toBeLessThanOrEqual(rate.ms / rate.count + 1e-3);
      }
    }));
  });
});

describe('saturation', () => {
  it('is that of the scarcer of the two, and nothing where no limit is set', () => {
    expect(saturationOf({ runningTurns: 50, lagMs: 10 }, { turns: 100, lagMs: 100 })).toBe(0.5);
    expect(saturationOf({ runningTurns: 5, lagMs: 300 }, { turns: 100, lagMs: 100 })).toBe(3);
    expect(saturationOf({ runningTurns: 1e6, lagMs: 1e6 }, { turns: 0, lagMs: 0 })).toBe(0);
  });

  it('stops what begins before what goes on', () => {
    expect([0.9, 1, 1.9, 2].map((one) => [isTooMuch(one, 'begins'), isTooMuch(one, 'goes-on')])).toEqual([[false, false], [true, false], [true, false], [true, true]]);
  });

  it('asks to come back later the more there is to do, between 5 seconds and a minute', () => {
    expect([0, 1, 1.2, 4, 1_000].map(secondsUntilRoom)).toEqual([5, 5, 10, 20, 60]);
  });
});
