import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STANDARD_SETTINGS } from '../domain/desk-settings.ts';
import { splitPeriod } from '../domain/period.ts';
import type { Review } from '../ports.ts';
import { summariseReviews } from './review-report.ts';
import { checkScores, drawSome } from './review.ts';

const random = fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })).map((stream) => () => Number(stream.next().value));

describe('drawSome', () => {
  it('draws as many as were asked for, each once, and leaves the rest alone', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), random, (from, count, next) => {
      const before = [...from];
      const drawn = drawSome(from, count, next);
      expect(drawn).toHaveLength(Math.min(count, from.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((one) => before.includes(one))).toBe(true);
      expect(from).toEqual(before);
    }));
  });

  it('gives each the same chance', () => {
    const chances = [0, 0.25, 0.5, 0.75].map((chance) => drawSome(['a', 'b', 'c', 'd'], 1, () => chance)[0]);
    expect(chances).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('checkScores', () => {
  const { rubric } = STANDARD_SETTINGS;
  const scores = Object.fromEntries(rubric.map(({ id }) => [id, 3]));

  it('takes a score for every criterion', () => { expect(() => { checkScores(scores, rubric); }).not.toThrow(); });

  it.each([['too few', { tone: 3 }], ['one that is no criterion', { ...scores, speed: 5 }], ['none', {}]])('refuses %s', (_name, given) => {
    expect(() => { checkScores(given, rubric); }).toThrow(expect.objectContaining({ code: 'invalid-input', field: 'scores' }));
  });
});

describe('summariseReviews', () => {
  const period = splitPeriod({ from: '2026-11-02', to: '2026-11-04', timeZone: 'UTC', step: 'day' });
  const reviewOf = (agentId: string, day: number, scores: Record<string, number>): Review =>
    ({ conversationId: `c${day}${agentId}`, seq: 9, at: period.from + day * 86_400_000, type: 'conversation.reviewed', data: { agentId: 'boss', name: 'Boss', reviewedAgentId: agentId, scores } });

  it('counts every conversation as much, by agent, by criterion and by day', () => {
    const summary = summariseReviews(period, [reviewOf('ana', 0, { tone: 5, correct: 3 }), reviewOf('ana', 0, { tone: 1, correct: 1 }), reviewOf('bo', 2, { tone: 3 })], new Map([['ana', 'Ana']]));
    expect(summary.total).toEqual({ count: 3, mean: (4 + 1 + 3) / 3 });
    expect(summary.series.map(({ count, mean }) => [count, mean])).toEqual([[2, 2.5], [0, null], [1, 3]]);
    expect(summary.criteria).toEqual([{ id: 'tone', count: 3, mean: 3 }, { id: 'correct', count: 2, mean: 2 }]);
    expect(summary.agents).toMatchObject([{ agentId: 'bo', name: null, mean: 3 }, { agentId: 'ana', name: 'Ana', mean: 2.5, criteria: { tone: { mean: 3 } } }]);
    expect(summary.latest.map(({ agentId }) => agentId)).toEqual(['bo', 'ana', 'ana']);
  });
});
