import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Intent } from '../domain/intents.ts';
import { INTENT_IDS, INTENTS } from '../domain/intents.ts';
import { decide, type Situation } from './decide.ts';
import { DEFAULT_POLICY as policy } from './policy.ts';

function situation(intents: [Intent, number][], ranking: [string, number][] = [], rest: Partial<Situation> = {}): Situation {
  return {
    understood: {
      understanding: { locale: 'en', intent: intents[0]?.[0] ?? 'out_of_scope', urgency: 'low', confidence: intents[0]?.[1] ?? 0, reasons: [] },
      ranking: ranking.map(([articleId, score]) => ({ articleId, score })),
      intents: intents.map(([intent, probability]) => ({ intent, probability })),
    },
    wishesPerson: false, failures: 0, isButton: false, ...rest,
  };
}

describe('decide', () => {
  it('gives a person to who presses the button, whatever was written', () => {
    expect(decide(situation([['deposit_help', 0.99]], [['deposit-fees', 0.99]], { wishesPerson: true }), policy)).toMatchObject({ action: 'handoff', handoffReason: 'asked' });
  });

  it('lets no button stand before an incident that is told beside it', () => {
    const told = (rest: Partial<Situation>) => decide(situation([['security_incident', 0.9]], [], rest), policy);
    expect(told({ wishesPerson: true })).toMatchObject({ action: 'handoff', handoffReason: 'incident' });
    expect(told({ choice: 'deposit-fees' })).toMatchObject({ action: 'handoff', handoffReason: 'incident' });
    expect(told({ choice: 'security-account-compromised', isButton: true })).toMatchObject({ action: 'answer' });
  });

  it('hands incidents over with the article of first steps', () => {
    expect(decide(situation([['security_incident', 0.8], ['account_access', 0.2]], [['account-locked', 0.9]]), policy))
      .toMatchObject({ action: 'handoff', intent: 'security_incident', safetyArticle: 'security-account-compromised' });
  });

  it('adds up what goes to people, though each alone is unlikely', () => {
    expect(decide(situation([['account_access', 0.5], ['security_incident', 0.3], ['fraud_report', 0.2]], [['account-locked', 0.5]]), policy))
      .toMatchObject({ action: 'handoff', intent: 'security_incident' });
  });

  it('answers what was picked', () => {
    expect(decide(situation([['deposit_help', 0.3]], [], { choice: 'deposit-fees' }), policy)).toMatchObject({ action: 'answer', articleId: 'deposit-fees' });
  });

  it('hands over after repeated failure', () => {
    expect(decide(situation([['deposit_help', 0.9]], [['deposit-fees', 0.9]], { failures: policy.failuresBeforeHandoff }), policy))
      .toMatchObject({ action: 'handoff', handoffReason: 'repeated-failure' });
  });

  it.each<[Intent, string]>([['investment_advice', 'decline'], ['out_of_scope', 'decline'], ['prompt_attack', 'decline'], ['small_talk', 'chat']])('meets %s with %s', (intent, action) => {
    expect(decide(situation([[intent, 0.9]]), policy).action).toBe(action);
  });

  it('answers when one article is far ahead, offers choices when two are close, and asks back when none is near', () => {
    expect(decide(situation([['deposit_help', 0.9]], [['a', 0.8], ['b', 0.1]]), policy)).toMatchObject({ action: 'answer', articleId: 'a' });
    expect(decide(situation([['deposit_help', 0.9]], [['a', 0.5], ['b', 0.45]]), policy)).toMatchObject({ action: 'clarify', articleIds: ['a', 'b'] });
    expect(decide(situation([['deposit_help', 0.2]], [['a', 0.05]]), policy)).toMatchObject({ action: 'clarify', articleIds: [] });
  });

  it('never answers, chats or declines where what goes to people is likely enough', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom(...INTENT_IDS), probability), { selector: ([intent]) => intent, minLength: 1 }), probability, (intents, score) => {
      const sorted = [...intents].sort(([, a], [, b]) => b - a);
      const toPeople = sorted.reduce((sum, [intent, one]) => sum + (INTENTS[intent].action === 'handoff' ? one : 0), 0);
      const { action } = decide(situation(sorted, [['a', score]]), policy);
      if (toPeople >= policy.handoffFrom) expect(action).toBe('handoff');
      else expect(action).not.toBe('handoff');
    }));
  });
});
