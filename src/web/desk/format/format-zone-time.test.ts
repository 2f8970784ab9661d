import { describe, expect, it } from '@jest/globals';
import { formatZoneTime } from './format-zone-time.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const SUMMER = Date.parse('2026-07-20T12:00:00Z');

describe('formatZoneTime', () => {
  it('says what the clock shows there, and how far that is', () => {
    expect(formatZoneTime(NOON, 'Asia/Tokyo', 'en', 'UTC')).toEqual({ clock: 'Fri 9:00 PM', hoursAhead: 9 });
    expect(formatZoneTime(NOON, 'Asia/Kolkata', 'en', 'UTC')?.hoursAhead).toBe(5.5);
    expect(formatZoneTime(NOON, 'America/New_York', 'en', 'Europe/Berlin')?.hoursAhead).toBe(-6);
  });

  it('knows that summer changes it', () => {
    expect([NOON, SUMMER].map((at) => formatZoneTime(at, 'Europe/London', 'en', 'UTC')?.hoursAhead)).toEqual([0, 1]);
  });

  it('says nothing of a zone that does not exist', () => {
    expect(formatZoneTime(NOON, 'Mars/Olympus', 'en')).toBeNull();
  });
});
