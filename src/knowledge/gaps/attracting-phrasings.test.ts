import { describe, expect, it } from '@jest/globals';
import type { Translation } from '../../domain/article.ts';
import type { Question } from '../../ports.ts';
import { findAttractingPhrasings } from './attracting-phrasings.ts';
import { lastDays, stepAt, stepsOf } from './period.ts';

const en: Translation = { articleId: 'a', locale: 'en', revision: 'r', title: 't', summary: 's', phrasings: ['where is my deposit', 'my coins did not arrive'], calmPhrasings: ['how long does a deposit take'], body: 'b' };
const asked = (text: string, outcome: Question['outcome'], more: Partial<Question> = {}): Question =>
  ({ conversationId: 'c', seq: 1, at: 1, locale: 'en', text, outcome, intent: 'deposit_help', articleId: 'a', helped: outcome === 'unhelpful' ? false : null, handedOver: false, groupId: null, ...more });

describe('findAttractingPhrasings', () => {
  it('names the phrasings that are nearest to what was not helped, the worst first', () => {
    const found = findAttractingPhrasings({ translations: { en } }, [
      asked('where is my deposit address', 'unhelpful'), asked('where is my deposit address?', 'unhelpful'), asked('where is my deposit', 'answered'),
      asked('how long does it take to deposit ⟨amount⟩', 'unhelpful'), asked('the coins did never arrive', 'answered'),
    ]);
    expect(found).toEqual([
      { locale: 'en', field: 'phrasings', phrasing: 'where is my deposit', wrong: 2, right: 1, examples: ['where is my deposit address', 'where is my deposit address?'] },
      { locale: 'en', field: 'calmPhrasings', phrasing: 'how long does a deposit take', wrong: 1, right: 0, examples: ['how long does it take to deposit ⟨amount⟩'] },
    ]);
  });

  it('blames no phrasing for a question that is like none, or in a language that the article does not have', () => {
    expect(findAttractingPhrasings({ translations: { en } }, [asked('visa card for shops', 'unhelpful'), asked('wo ist mein deposit', 'unhelpful', { locale: 'de' }), asked('x', 'unhelpful', { text: null })])).toEqual([]);
  });
});

describe('periods', () => {
  const DAY = 86_400_000;
  it('are as long as the one before, and cut into whole days', () => {
    const { now, before } = lastDays(7, 20 * DAY);
    expect([before.from, before.to, now.from, now.to].map((at) => at / DAY)).toEqual([6, 13, 13, 20]);
    expect(stepsOf(now).map((at) => at / DAY)).toEqual([13, 14, 15, 16, 17, 18, 19]);
  });

  it('have at most 60 steps, the first of which may be cut', () => {
    for (const days of [1, 59, 60, 61, 100, 400]) {
      const { now } = lastDays(days, 1_000 * DAY);
      const starts = stepsOf(now);
      expect(starts.length).toBeLessThanOrEqual(60);
      expect(starts[0]).toBe(now.from);
      expect(stepAt(starts, now.from)).toBe(0);
      expect(stepAt(starts, now.to - 1)).toBe(starts.length - 1);
    }
  });
});
