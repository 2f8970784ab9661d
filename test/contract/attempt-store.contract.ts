import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptStore, Clock } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedAttempts {
  readonly attempts: AttemptStore;
  close(): Promise<void>;
}

const RATE = { count: 3, ms: 30_000 };
const of = (key: string) => ({ key, rate: RATE });

/** What every implementation of AttemptStore must do. */
export function describeAttemptStore(name: string, open: (clock: Clock) => Promise<OpenedAttempts>): void {
  describe(`attempts: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedAttempts;
    const take = (...keys: string[]): Promise<number> => opened.attempts.take(keys.map(of));
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    it('takes so many at once, and then one in each step of time', async () => {
      for (let i = 0; i < 3; i++) expect(await take('a')).toBe(0);
      expect(await take('a')).toBe(10_000);
      clock.advance(4_000);
      expect(await take('a')).toBe(6_000);
      clock.advance(6_000);
      expect(await take('a')).toBe(0);
      expect(await take('a')).toBe(10_000);
    });

    it('counts each bucket by itself, and one that is empty stops those after it', async () => {
      for (let i = 0; i < 3; i++) expect(await take('a')).toBe(0);
      expect(await take('a', 'b')).toBeGreaterThan(0);
      for (let i = 0; i < 3; i++) expect(await take('b')).toBe(0);
      expect(await take('c', 'b')).toBeGreaterThan(0);
    });

    it('lets no more through of many at once', async () => {
      const waits = await Promise.all(Array.from({ length: 12 }, () => take('a')));
      expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
    });

    it('is full again when it is forgotten', async () => {
      for (let i = 0; i < 3; i++) await take('a', 'b');
      await opened.attempts.forget(['a']);
      expect(await take('a')).toBe(0);
      expect(await take('b')).toBeGreaterThan(0);
    });

    it('locks nobody out for long where the clock is set back', async () => {
      for (let i = 0; i < 3; i++) await take('a');
      clock.advance(-86_400_000);
      expect(await take('a')).toBe(0);
      expect(await take('a')).toBe(10_000);
      clock.advance(86_400_000);
    });
  });
}
