import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countDays, splitPeriod, STEPS } from './period.ts';

const HOUR = 3_600_000;
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
const zone = fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia');

describe('splitPeriod', () => {
  it('covers the period without gaps, whatever the zone', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 13 }), zone, fc.constantFrom(...STEPS), (from, more, timeZone, step) => {
      const to = new Date(Date.parse(from) + more * 24 * HOUR).toISOString().slice(0, 10);
      const period = splitPeriod({ from, to, timeZone, step });
      expect(period.starts[0]).toBe(period.from);
      expect(period.starts.every((at, index) => at < (period.starts[index + 1] ?? period.to))).toBe(true);
      if (step === 'day') expect(period.starts).toHaveLength(countDays({ from, to }));
    }));
  });

  it('knows days of 23 and 25 hours', () => {
    const lengthOf = (date: string): number => {
      const { from, to } = splitPeriod({ from: date, to: date, timeZone: 'Europe/Paris', step: 'day' });
      return (to - from) / HOUR;
    };
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(lengthOf)).toEqual([24, 23, 25]);
    expect(splitPeriod({ from: '2026-10-25', to: '2026-10-25', timeZone: 'Europe/Paris', step: 'hour' }).starts).toHaveLength(25);
  });

  it('begins weeks on Monday and cuts the first', () => {
    const { starts } = splitPeriod({ from: '2026-11-04', to: '2026-11-20', timeZone: 'UTC', step: 'week' });
    expect(starts.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(['2026-11-04', '2026-11-09', '2026-11-16']);
  });
});

describe('countDays', () => {
  it('counts both ends, and nothing where the end is before the beginning', () => {
    expect(countDays({ from: '2026-11-01', to: '2026-11-01' })).toBe(1);
    expect(countDays({ from: '2026-11-02', to: '2026-11-01' })).toBe(0);
  });
});
