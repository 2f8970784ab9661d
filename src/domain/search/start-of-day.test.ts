import { describe, expect, it } from '@jest/globals';
import { startOfDay } from './start-of-day.ts';

describe('a day of a query', () => {
  it.each([
    ['2026-11-01', 'UTC', '2026-11-01T00:00:00Z'],
    ['2026-11-01', 'Asia/Tokyo', '2026-10-31T15:00:00Z'],
    ['2026-11', 'America/New_York', '2026-11-01T04:00:00Z'],
    // Midnight does not exist where clocks are put forward at it.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
    ['7d', 'UTC', '2026-11-13T12:00:00Z'],
  ])('%s in %s begins at %s', (day, timeZone, expected) => {
    expect(new Date(startOfDay(day, timeZone, Date.parse('2026-11-20T12:00:00Z'))).toISOString()).toBe(new Date(expected).toISOString());
  });
});
