import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedPolicy } from '../../test/fixtures/policy.ts';
import { DANGERS, INTENT_IDS, INTENTS, type Intent } from '../domain/intents.ts';
import { SECRET_KINDS } from '../domain/secrets.ts';
import { URGENCIES, type Urgency } from '../domain/urgencies.ts';
import { decide, type Situation } from './decide.ts';

const policy = shippedPolicy();

function situation(intents: [Intent, number, Urgency?][], ranking: [string, number][] = [], rest: Partial<Situation> = {}): Situation {
  const readings = intents.map(([intent, probability, urgency]) => ({ intent, probability, urgency: urgency ?? policy.intents[intent].urgency }));
  const [best] = readings;
  return {
    understood: {
      understanding: {
        locale: 'en', intent: best?.intent ?? 'out_of_scope', urgency: best?.urgency ?? 'low', confidence: best?.probability ?? 0,
        mood: 'calm', entities: [], evidence: [], reasons: [],
      },
      ranking: ranking.map(([articleId, score]) => ({ articleId, score })),
      readings,
      intents: readings.map(({ intent, probability }) => ({ intent, probability })),
    },
    wishesPerson: false, failures: 0, isButton: false, isReply: false, answersIntake: false, secrets: [], given: new Set(), offered: [], ...rest,
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
      .toMatchObject({ action: 'handoff', intent: 'security_incident', urgency: 'critical', steps: 'security-account-compromised' });
  });

  it('adds up dangers, though each alone is unlikely', () => {
    const each = (policy.intents.security_incident.handoffFrom ?? 1) * 0.6;
    expect(decide(situation([['account_access', 1 - 2 * each], ['security_incident', each], ['fraud_report', each * 0.9]], [['account-locked', 0.5]]), policy))
      .toMatchObject({ action: 'handoff', intent: 'security_incident' });
  });

  it('tells a report of an impostor from a loss', () => {
    expect(decide(situation([['fraud_report', 0.7, 'normal'], ['fraud_report', 0.1, 'critical']]), policy)).toMatchObject({ action: 'handoff', urgency: 'normal' });
    expect(decide(situation([['fraud_report', 0.7, 'critical'], ['fraud_report', 0.1, 'normal']]), policy)).toMatchObject({ action: 'handoff', urgency: 'critical' });
  });

  it('takes a secret that was written here for an incident, a card number not', () => {
    for (const kind of SECRET_KINDS) {
      const verdict = decide(situation([['small_talk', 0.9]], [], { secrets: [kind] }), policy);
      if (kind === 'card_number') expect(verdict.action).not.toBe('handoff');
      else expect(verdict).toMatchObject({ action: 'handoff', handoffReason: 'secret', urgency: 'critical' });
    }
  });

  it('answers what was picked, by pressing it or in words', () => {
    expect(decide(situation([['deposit_help', 0.3]], [], { choice: 'deposit-fees' }), policy)).toMatchObject({ action: 'answer', articleId: 'deposit-fees' });
    expect(decide(situation([['small_talk', 0.9]], [], { reference: { kind: 'choice', articleId: 'deposit-fees' } }), policy)).toMatchObject({ action: 'answer', articleId: 'deposit-fees' });
  });

  it('offers other articles, then a person, then hands over, as answers do not help', () => {
    const failed = (failures: number) => decide(situation([['deposit_help', 0.9]], [['given', 0.9], ['other', 0.1]], { reference: { kind: 'unsolved' }, failures, given: new Set(['given']) }), policy);
    expect(failed(0)).toMatchObject({ action: 'clarify', articleIds: ['other'], failed: true });
    expect(failed(policy.offerPersonAfter - 1)).toMatchObject({ action: 'clarify', question: 'offer-person' });
    expect(failed(policy.handoffAfter - 1)).toMatchObject({ action: 'handoff', handoffReason: 'repeated-failure' });
  });

  it('offers a person beside an answer where others did not help', () => {
    const answered = (failures: number) => decide(situation([['deposit_help', 0.9]], [['a', 0.9]], { failures }), policy);
    expect(answered(0)).toMatchObject({ action: 'answer', offersPerson: false });
    expect(answered(policy.offerPersonAfter)).toMatchObject({ action: 'answer', offersPerson: true });
  });

  it('hands over who accepts the person that was offered, and goes on with who does not', () => {
    expect(decide(situation([['small_talk', 0.9]], [], { reference: { kind: 'accepts-person' } }), policy)).toMatchObject({ action: 'handoff', handoffReason: 'asked' });
    expect(decide(situation([['small_talk', 0.9]], [], { reference: { kind: 'refuses-person' } }), policy)).toMatchObject({ action: 'clarify', question: 'rephrase' });
  });

  it('asks about a code that comes alone', () => {
    expect(decide(situation([['deposit_problem', 0.9]], [['deposit-not-arrived', 0.9]], { reference: { kind: 'bare-code' } }), policy)).toMatchObject({ action: 'clarify', question: 'is-transaction' });
  });

  it.each<[Intent, string]>([['investment_advice', 'decline'], ['out_of_scope', 'decline'], ['prompt_attack', 'decline'], ['small_talk', 'chat']])('meets %s with %s', (intent, action) => {
    expect(decide(situation([[intent, 0.9]]), policy).action).toBe(action);
  });

  it('answers when one article is far ahead, offers choices when two are close, and asks back when none is near', () => {
    expect(decide(situation([['deposit_help', 0.9]], [['a', 0.8], ['b', 0.1]]), policy)).toMatchObject({ action: 'answer', articleId: 'a' });
    expect(decide(situation([['deposit_help', 0.9]], [['a', 0.5], ['b', 0.45]]), policy)).toMatchObject({ action: 'clarify', articleIds: ['a', 'b'] });
    expect(decide(situation([['deposit_help', 0.2]], [['a', 0.05]]), policy)).toMatchObject({ action: 'clarify', articleIds: [], failed: true });
  });

  it('never answers, chats or declines where danger is likely enough, whatever else is true', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    const reading = fc.tuple(fc.constantFrom(...INTENT_IDS), probability, fc.constantFrom(...URGENCIES));
    const reference = fc.constantFrom<Situation['reference'][]>(undefined, { kind: 'solved' }, { kind: 'unsolved' }, { kind: 'refuses-person' }, { kind: 'choice', articleId: 'a' });
    fc.assert(fc.property(fc.uniqueArray(reading, { selector: ([intent]) => intent, minLength: 1 }), probability, reference, fc.boolean(), fc.nat(5), (list, score, refers, wishesPerson, failures) => {
      const sorted = [...list].sort(([, a], [, b]) => b - a);
      const dangers = sorted.filter(([intent]) => (DANGERS as readonly Intent[]).includes(intent));
      const together = dangers.reduce((sum, [, one]) => sum + one, 0);
      const { action } = decide(situation(sorted, [['a', score]], { reference: refers, wishesPerson, failures }), policy);
      const [first] = dangers;
      if (first && together >= (policy.intents[first[0]].handoffFrom ?? 1)) expect(action).toBe('handoff');
    }));
  });

  it('names a team for every intent, and from which probability on each goes to people that must', () => {
    for (const intent of INTENT_IDS) {
      expect(policy.intents[intent].team).toBeDefined();
      expect(policy.intents[intent].handoffFrom === undefined).toBe(INTENTS[intent].action !== 'handoff');
    }
  });
});
