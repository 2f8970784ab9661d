import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeFigures, computeMrr, findFailures, wilsonInterval, type Judged } from './metrics.ts';

function judge(expected: Partial<Judged['expected']>, predicted: Partial<Judged['predicted']>): Judged {
  return {
    expected: { id: 'x', split: 'test', text: 't', locale: 'en', intent: 'deposit_help', urgency: 'low', action: 'answer', articles: ['right'], ...expected },
    predicted: { id: 'x', locale: 'en', intent: 'deposit_help', urgency: 'low', action: 'answer', articles: [{ id: 'right', score: 1 }], reply: '', ms: 1, ...predicted },
  };
}

describe('the figures', () => {
  it('count a right first answer, a wrong one, and a question back as neither', () => {
    const figures = computeFigures([
      judge({}, {}), judge({}, { articles: [{ id: 'wrong', score: 1 }, { id: 'right', score: 0 }] }), judge({}, { action: 'clarify' }),
    ]);
    expect(figures).toMatchObject({ right_answer: { hits: 1, of: 3 }, wrong_answer: { hits: 1, of: 3 }, top1: { hits: 2, of: 3 }, top3: { hits: 3, of: 3 } });
  });

  it('forgive a handoff of what is urgent anyway', () => {
    const figures = computeFigures([
      judge({ urgency: 'high' }, { action: 'handoff' }), judge({}, { action: 'handoff' }), judge({ action: 'handoff', intent: 'fraud_report', articles: [] }, { action: 'handoff' }),
    ]);
    expect(figures).toMatchObject({ handoff_precision: { hits: 2, of: 3 }, handoff_recall: { hits: 1, of: 1 }, incident_recall: { hits: 1, of: 1 } });
  });

  it('pass over cases whose language nobody can tell', () => {
    expect(computeFigures([judge({ locale: null }, { locale: 'de' })]).locale_accuracy).toEqual({ hits: 0, of: 0 });
  });

  it('mean reciprocal ranks', () => {
    expect(computeMrr([judge({}, {}), judge({}, { articles: [{ id: 'a', score: 1 }, { id: 'right', score: 0 }] }), judge({}, { articles: [] })])).toBeCloseTo(0.5);
  });

  it('name what failed, and nothing where all is right', () => {
    expect(findFailures(judge({}, {}))).toEqual([]);
    expect(findFailures(judge({}, { articles: [{ id: 'wrong', score: 1 }] }))).toEqual(['top1', 'top3', 'right_answer', 'wrong_answer']);
  });

  it('have intervals that hold the share and stay between 0 and 1', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, part) => {
      const hits = Math.min(part, of);
      const [low, high] = wilsonInterval({ hits, of });
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(hits / of + 1e-12);
      expect(high).toBeGreaterThanOrEqual(hits / of - 1e-12);
    }));
    expect(wilsonInterval({ hits: 8, of: 10 }).map((bound) => bound.toFixed(3))).toEqual(['0.490', '0.943']);
  });
});
