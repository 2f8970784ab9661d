import type { Clock } from '../../src/ports.ts';

/** A clock that stands still until a test moves it. */
export function createManualClock(start = 1_700_000_000_000): Clock & { advance(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    advance(ms) { now += ms; },
  };
}
