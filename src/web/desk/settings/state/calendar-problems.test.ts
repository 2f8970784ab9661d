import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarSchema, type Calendar } from '../../../../domain/calendar.ts';
import { findSpanProblems, isBroken, nextSpan, type Span } from './calendar-problems.ts';

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
const spans = fc.array(fc.record({ from: fc.oneof(time, fc.constant('')), to: fc.oneof(time, fc.constant('24:00')) }), { maxLength: 3 });
const calendars = fc.array(spans, { minLength: 7, maxLength: 7 }).map((week): Calendar => ({ kind: 'business', timeZone: 'UTC', week, holidays: [] }));

describe('problems of a calendar', () => {
  it('are those for which the server refuses it', () => {
    fc.assert(fc.property(calendars, (calendar) => {
      expect(isBroken(calendar)).toBe(!calendarSchema.safeParse(calendar).success);
    }));
  });

  it('are told where they are', () => {
    expect(findSpanProblems([{ from: '09:00', to: '12:00' }, { from: '11:00', to: '18:00' }, { from: '20:00', to: '19:00' }, { from: '', to: '24:00' }]))
      .toEqual([undefined, 'overlap', 'order', 'incomplete']);
  });

  it('do not come with a span that was added', () => {
    let day: Span[] = [];
    for (let next = nextSpan(day); next; next = nextSpan(day)) {
      day = [...day, next];
      expect(findSpanProblems(day).every((problem) => problem === undefined)).toBe(true);
    }
    expect(day.length).toBeGreaterThan(1);
  });
});
