import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Understanding } from '../../domain/events.ts';
import { DANGERS, INTENT_IDS, INTENTS, type Intent } from '../../domain/intents.ts';
import { URGENCIES, urgencyRank } from '../../domain/urgencies.ts';
import type { Judgement } from '../../prompts/output-schemas.ts';
import { mergeJudgement } from './merge-judgement.ts';

const understood = (intent: Intent, urgency: Understanding['urgency']): Understanding =>
  ({ locale: 'en', intent, urgency, confidence: 0.4, mood: 'calm', entities: [], evidence: [], reasons: [] });
const understandings = fc.tuple(fc.constantFrom(...INTENT_IDS), fc.constantFrom(...URGENCIES)).map(([intent, urgency]) => understood(intent, urgency));
const judgements: fc.Arbitrary<Judgement> = fc.record({ intent: fc.constantFrom(...INTENT_IDS), urgency: fc.constantFrom(...URGENCIES), handoff: fc.boolean(), confidence: fc.oneof(fc.double({ min: 0, max: 1 }), fc.constant(NaN)) });
const goesToPeople = (intent: Intent): boolean => INTENTS[intent].action === 'handoff';
const isDanger = (intent: Intent): boolean => (DANGERS as readonly Intent[]).includes(intent);

describe('merging a judgement', () => {
  it('never lowers the urgency', () => {
    fc.assert(fc.property(understandings, judgements, (known, judged) => urgencyRank(mergeJudgement(known, judged).understanding.urgency) <= urgencyRank(known.urgency)));
  });

  it('never keeps from people what goes to them, and never makes less than danger of danger', () => {
    fc.assert(fc.property(understandings, judgements, (known, judged) => {
      const { intent } = mergeJudgement(known, judged).understanding;
      return (!goesToPeople(known.intent) || goesToPeople(intent)) && (!isDanger(known.intent) || intent === known.intent);
    }));
  });

  it('changes an intent only to one that goes to people', () => {
    fc.assert(fc.property(understandings, judgements, (known, judged) => {
      const { understanding, handoff } = mergeJudgement(known, judged);
      return understanding.intent === known.intent || (goesToPeople(understanding.intent) && handoff !== undefined);
    }));
  });

  it('believes no judgement that doubts itself', () => {
    const known = understood('deposit_help', 'low');
    expect(mergeJudgement(known, { intent: 'security_incident', urgency: 'critical', handoff: true, confidence: 0.3 })).toEqual({ understanding: known, handoff: undefined });
  });

  it('makes an incident of what looked like a question, and says so', () => {
    const { understanding, handoff } = mergeJudgement(understood('withdrawal_help', 'low'), { intent: 'security_incident', urgency: 'critical', handoff: true, confidence: 0.9 });
    expect(handoff).toBe('incident');
    expect(understanding).toMatchObject({ intent: 'security_incident', urgency: 'critical', reasons: ['model: intent withdrawal_help → security_incident, urgency low → critical, handoff: incident'] });
  });
});
