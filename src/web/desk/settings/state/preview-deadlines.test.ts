import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../../../../domain/calendar.ts';
import { STANDARD_SETTINGS } from '../../../../domain/desk-settings.ts';
import { nextMoment, previewDeadlines, zoneOf } from './preview-deadlines.ts';

const DAY = [{ from: '09:00', to: '18:00' }];
const OFFICE: Calendar = { kind: 'business', timeZone: 'Europe/Berlin', week: [DAY, DAY, DAY, DAY, DAY, [], []], holidays: [] };
const { sla } = STANDARD_SETTINGS.teams.security;
const NOW = Date.parse('2026-03-18T12:00:00Z'); // a Wednesday

describe('previewDeadlines', () => {
  it('says that a high case on Friday 17:50 is due on Monday 09:20', () => {
    const friday = nextMoment(4, '17:50', 'Europe/Berlin', NOW);
    expect(new Date(friday).toISOString()).toBe('2026-03-20T16:50:00.000Z');
    const [first] = previewDeadlines({ sla, calendar: OFFICE }, 0.5, 'high', friday);
    expect(first?.dueAt).toBe(Date.parse('2026-03-23T09:20:00+01:00'));
    expect(first?.warnAt).toBe(Date.parse('2026-03-23T09:05:00+01:00'));
  });

  it('promises nothing where there is no term', () => {
    const terms = { ...sla, low: { 'first-response': null, 'next-response': 60, resolution: null } };
    expect(previewDeadlines({ sla: terms, calendar: { kind: 'always' } }, 0.25, 'low', NOW)).toEqual([
      { target: 'first-response', dueAt: null, warnAt: null },
      { target: 'next-response', dueAt: NOW + 3_600_000, warnAt: NOW + 2_700_000 },
      { target: 'resolution', dueAt: null, warnAt: null },
    ]);
  });

  it('reads the clock of the team, and of whoever looks where the team never closes', () => {
    expect(zoneOf(OFFICE, 'Asia/Tokyo')).toBe('Europe/Berlin');
    expect(zoneOf({ kind: 'always' }, 'Asia/Tokyo')).toBe('Asia/Tokyo');
  });
});

describe('nextMoment', () => {
  it('is within the next eight days, and on that weekday', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6 }), fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'), fc.integer({ min: NOW, max: NOW + 400 * 86_400_000 }), (weekday, zone, now) => {
      const at = nextMoment(weekday, '12:00', zone, now);
      expect(at - now).toBeGreaterThan(0);
      expect(at - now).toBeLessThan(8 * 86_400_000 + 3_600_000);
      const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(at);
      expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name)).toBe(weekday);
    }));
  });
});
