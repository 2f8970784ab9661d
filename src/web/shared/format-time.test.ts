import { describe, expect, it } from '@jest/globals';
import { formatClock, formatDay, isSameDay } from './format-time.ts';

const at = (text: string): number => Date.parse(text);

describe('times', () => {
  it('writes the clock as the language does', () => {
    expect(formatClock(at('2026-03-12T14:05:00Z'), 'de', 'UTC')).toBe('14:05');
    expect(formatClock(at('2026-03-12T14:05:00Z'), 'en', 'UTC').replaceAll(/\s/g, ' ')).toBe('2:05 PM');
  });

  it('calls days by what they are to the reader', () => {
    const now = at('2026-03-12T09:00:00Z');
    expect(formatDay(at('2026-03-12T00:01:00Z'), now, 'en', 'UTC')).toBe('Today');
    expect(formatDay(at('2026-03-11T23:59:00Z'), now, 'en', 'UTC')).toBe('Yesterday');
    expect(formatDay(at('2026-03-01T12:00:00Z'), now, 'en', 'UTC')).toBe('March 1');
    expect(formatDay(at('2025-12-31T12:00:00Z'), now, 'zh-CN', 'UTC')).toBe('2025年12月31日');
  });

  it('counts days in the zone, also over a change of the clocks', () => {
    // Berlin went to summer time on 2026-03-29: that day has 23 hours.
    expect(isSameDay(at('2026-03-28T23:30:00Z'), at('2026-03-29T21:30:00Z'), 'Europe/Berlin')).toBe(true);
    expect(isSameDay(at('2026-03-29T21:30:00Z'), at('2026-03-29T22:30:00Z'), 'Europe/Berlin')).toBe(false);
    expect(formatDay(at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'), 'en', 'Europe/Berlin')).toBe('Yesterday');
  });
});
