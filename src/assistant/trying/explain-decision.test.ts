import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/fixtures/policy.ts';
import type { RankedArticle } from '../../domain/article.ts';
import type { Intent } from '../../domain/intents.ts';
import { decide, type Situation } from '../decide.ts';
import { explainDecision } from './explain-decision.ts';

const policy = shippedPolicy();
const { answerFrom, answerLead, clarifyFrom, declineFrom } = policy.thresholds;

function explain(intent: Intent, probability: number, ranking: RankedArticle[], more: Partial<Situation> = {}) {
  const understood = {
    understanding: { locale: 'en' as const, intent, urgency: 'normal' as const, confidence: probability, mood: 'calm' as const, entities: [], evidence: [], reasons: [] },
    ranking, readings: [{ intent, urgency: 'normal' as const, probability }], intents: [{ intent, probability }],
  };
  const verdict = decide({ understood, wishesPerson: false, failures: 0, isButton: false, isReply: false, answersIntake: false, secrets: [], given: new Set(), offered: [], ...more }, policy);
  return explainDecision({ verdict, understood: understood as never }, policy);
}
const ranked = (...scores: number[]): RankedArticle[] => scores.map((score, i) => ({ articleId: `article-${i}`, score }));

describe('explaining a decision', () => {
  it('says how sure and how far ahead an answer is', () => {
    expect(explain('deposit_help', 0.9, ranked(0.95, 0.02))).toEqual({ rule: 'ahead', measured: 0.95, needed: answerFrom, lead: { measured: 0.93, needed: answerLead } });
  });

  it('says that articles are near, and what was missing', () => {
    const near = explain('deposit_help', 0.9, ranked(answerFrom + 0.01, answerFrom + 0.01));
    expect(near).toEqual({ rule: 'near', measured: answerFrom + 0.01, needed: answerFrom, lead: { measured: 0, needed: answerLead } });
  });

  it('says that no article is near', () => {
    expect(explain('deposit_help', 0.9, ranked(clarifyFrom / 2))).toEqual({ rule: 'none', measured: clarifyFrom / 2, needed: clarifyFrom, lead: null });
    expect(explain('deposit_help', 0.9, [])).toMatchObject({ rule: 'none', measured: 0 });
  });

  it.each([
    ['security_incident', 'danger'], ['complaint', 'people'], ['investment_advice', 'declined'], ['small_talk', 'chat'],
  ] as const)('compares the probability of %s with the policy', (intent, rule) => {
    const because = explain(intent, 1, []);
    expect(because).toMatchObject({ rule, measured: 1, needed: expect.any(Number) as unknown, lead: null });
    if (rule === 'declined' || rule === 'chat') expect(because.needed).toBe(declineFrom);
  });

  it('compares nothing for a secret, a code without words and thanks', () => {
    expect(explain('deposit_help', 0.9, [], { secrets: ['seed_phrase'] })).toMatchObject({ rule: 'secret', measured: null });
    expect(explain('deposit_help', 0.9, [], { reference: { kind: 'bare-code' } })).toMatchObject({ rule: 'remark', measured: null });
    expect(explain('deposit_help', 0.9, [], { reference: { kind: 'solved' } })).toMatchObject({ rule: 'remark', measured: null });
  });
});
