import { describe, expect, it } from '@jest/globals';
import type { Tally } from '../../../../protocol/reports.ts';
import { againShare, assistantShare, formatStep, keptShare, meanRating, shareOf, solvedShare, unitFor } from './format-report.ts';

const NOTHING: Tally = {
  begun: 0, open: 0, byAgents: 0, confirmed: 0, assumed: 0, again: 0, handed: 0, firstResponse: { count: 0, p50: null, p90: null }, resolution: { count: 0, p50: null, p90: null },
  sla: { 'first-response': { kept: 0, breached: 0 }, 'next-response': { kept: 0, breached: 0 }, resolution: { kept: 0, breached: 0 } }, ratings: [0, 0, 0, 0, 0], solved: 0, unsolved: 0,
};

describe('shares', () => {
  it('are null of nothing', () => {
    expect([assistantShare, againShare, keptShare, meanRating, solvedShare].map((share) => share(NOTHING))).toEqual([null, null, null, null, null]);
    expect(shareOf(1, 4)).toBe(0.25);
  });

  it('are of what they say', () => {
    const tally: Tally = { ...NOTHING, open: 5, byAgents: 2, confirmed: 1, assumed: 1, again: 1, ratings: [1, 0, 0, 0, 1], solved: 3, unsolved: 1, sla: { ...NOTHING.sla, resolution: { kept: 9, breached: 1 } } };
    expect([assistantShare, againShare, keptShare, meanRating, solvedShare].map((share) => share(tally))).toEqual([0.5, 0.5, 0.9, 3, 0.75]);
  });
});

describe('unitFor', () => {
  it.each([[[null], 'second'], [[90_000], 'second'], [[300_000, null], 'minute'], [[3 * 3_600_000], 'hour'], [[5 * 86_400_000], 'day']] as const)('names %j in %ss', (durations, unit) => {
    expect(unitFor(durations).unit).toBe(unit);
  });
});

describe('formatStep', () => {
  const at = new Date(2026, 10, 3, 14).getTime();
  it.each([['day', false, '3'], ['hour', true, '3'], ['week', false, '3']] as const)('names a %s', (step, many, expected) => {
    expect(formatStep(at, step, 'en', many)).toContain(expected);
  });
});
