import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromFieldValue, listSnoozeTimes, toFieldValue } from './snooze-times.ts';

// The zone is the machine's: run with TZ=Australia/Lord_Howe and others to see them hold there.
describe('listSnoozeTimes', () => {
  const moments = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.getTime());

  it('is always later than now, in order, and at nine in the morning or six in the evening on the wall', () => {
    fc.assert(fc.property(moments, (now) => {
      const times = listSnoozeTimes(now);
      const hours = Object.fromEntries(times.map(({ time, at }) => [time, new Date(at).getHours()]));
      for (const { at } of times) expect(at).toBeGreaterThan(now);
      expect(times.map(({ at }) => at)).toEqual(times.map(({ at }) => at).sort((a, b) => a - b));
      expect(hours).toMatchObject({ tomorrow: 9 });
      if ('evening' in hours) expect(hours['evening']).toBe(18);
      if ('monday' in hours) expect([hours['monday'], new Date(times.find(({ time }) => time === 'monday')?.at ?? 0).getDay()]).toEqual([9, 1]);
    }));
  });

  it('comes back from the field as it was put in, to the minute', () => {
    fc.assert(fc.property(moments, (moment) => {
      const minute = Math.floor(moment / 60_000) * 60_000;
      const back = fromFieldValue(toFieldValue(minute)) ?? 0;
      // In the hour that the clock shows twice in autumn, either is meant.
      expect(toFieldValue(back)).toBe(toFieldValue(minute));
    }));
  });

  const names = (...moment: [number, number, number, number]): string[] => listSnoozeTimes(new Date(...moment).getTime()).map(({ time }) => time);

  it('leaves out the evening once it is near, and Monday where it is tomorrow', () => {
    expect(names(2026, 10, 20, 10)).toEqual(['hour', 'evening', 'tomorrow', 'monday']);
    expect(names(2026, 10, 20, 18)).toEqual(['hour', 'tomorrow', 'monday']);
    expect(names(2026, 10, 22, 10)).toEqual(['hour', 'evening', 'tomorrow']);
  });

  it('takes an empty field for no time', () => {
    expect(fromFieldValue('')).toBeUndefined();
  });
});
