import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choosePreset, DIMENSIONS, dayOf, PRESETS, problemOf, readAddress, stepsOf, toAddress, toQuery, withStep } from './report-choice.ts';

const TODAY = '2026-11-20';
const start = readAddress('', TODAY);

describe('a report\'s choice', () => {
  it('is the last 30 days by day where nobody says otherwise', () => {
    expect(start).toEqual({ preset: '30', from: '2026-10-22', to: TODAY, step: 'day', filters: {} });
  });

  it.each([['today', TODAY, 'hour'], ['7', '2026-11-14', 'day'], ['90', '2026-08-23', 'week']] as const)('of %s begins on %s and goes by %s', (preset, from, step) => {
    expect(choosePreset(start, preset, TODAY)).toMatchObject({ from, to: TODAY, step });
  });

  it('comes back from the address as it was', () => {
    const filters = fc.record(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, fc.stringMatching(/^[a-z][\w-]*$/)])), { requiredKeys: [] });
    const day = fc.integer({ min: 0, max: 300 }).map((back) => dayOf(Date.parse(TODAY) - back * 86_400_000));
    fc.assert(fc.property(fc.constantFrom(...PRESETS), day, day, filters, fc.constantFrom('hour', 'day', 'week'), (preset, one, other, given, step) => {
      const [from, to] = [one, other].sort() as [string, string];
      const choice = withStep({ ...choosePreset({ ...start, from, to }, preset, TODAY), filters: { ...given } }, step);
      expect(readAddress(toAddress(choice), TODAY)).toEqual(choice);
      expect(stepsOf(choice)).toContain(choice.step);
    }));
  });

  it('says why a period cannot be', () => {
    expect(problemOf({ from: '', to: TODAY })).toBe('missing');
    expect(problemOf({ from: TODAY, to: '2026-11-19' })).toBe('order');
    expect(problemOf({ from: '2024-01-01', to: TODAY })).toBe('long');
    expect(problemOf({ from: TODAY, to: TODAY })).toBeNull();
  });

  it('is no longer by the hour when the period grows', () => {
    const hours = withStep(choosePreset(start, '7', TODAY), 'hour');
    expect(hours.step).toBe('hour');
    expect(choosePreset(hours, '90', TODAY).step).toBe('week');
    expect(readAddress('period=custom&from=nonsense', TODAY)).toMatchObject({ from: TODAY, to: TODAY });
  });

  it('asks the server in the reader\'s zone', () => {
    expect(toQuery({ ...start, filters: { team: 'fraud' } }, 'Asia/Tokyo')).toBe('from=2026-10-22&to=2026-11-20&step=day&timeZone=Asia%2FTokyo&team=fraud');
  });
});
