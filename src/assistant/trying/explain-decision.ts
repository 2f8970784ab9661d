import { DANGERS, INTENTS, type Intent } from '../../domain/intents.ts';
import type { Policy } from '../../domain/policy.ts';
import type { DecisionRule } from '../../domain/tried-utterance.ts';
import type { TriedUtterance } from '../../protocol/routes/trying.ts';
import type { FirstTurn } from '../create-assistant.ts';
import { round } from '../understand.ts';

/** What decided, in figures; a front-end has the sentences. */
type Because = TriedUtterance['because'];

/** Why a first turn came out as it did. Follows the order of `decide`. */
export function explainDecision({ verdict, understood: { intents, ranking } }: Pick<FirstTurn, 'verdict' | 'understood'>, policy: Policy): Because {
  const { thresholds } = policy;
  const probability = (counted: readonly Intent[]): number => round(intents.reduce((sum, one) => sum + (counted.includes(one.intent) ? one.probability : 0), 0));
  const plain = (rule: DecisionRule, measured: number | null = null, needed: number | null = null): Because => ({ rule, measured, needed, lead: null });
  const [first, second] = ranking;
  switch (verdict.action) {
    case 'handoff': {
      if (verdict.handoffReason === 'secret') return plain('secret');
      const isDanger = (DANGERS as readonly Intent[]).includes(verdict.intent);
      const needed = policy.intents[verdict.intent].handoffFrom ?? null;
      return isDanger ? plain('danger', probability(DANGERS), needed) : plain('people', probability(HANDED_OVER), needed);
    }
    case 'decline': return plain('declined', probability([verdict.intent]), thresholds.declineFrom);
    case 'chat': return INTENTS[verdict.intent].action === 'chat' ? plain('chat', probability([verdict.intent]), thresholds.declineFrom) : plain('remark');
    case 'answer': return first ? withLead('ahead', first.score, second?.score ?? 0) : plain('remark');
    case 'clarify': {
      if (verdict.question !== 'rephrase' && verdict.question !== 'offer-person') return plain('remark');
      if (!first || first.score < thresholds.clarifyFrom) return plain('none', first?.score ?? 0, thresholds.clarifyFrom);
      return withLead('near', first.score, second?.score ?? 0);
    }
  }

  function withLead(rule: DecisionRule, measured: number, next: number): Because {
    return { rule, measured, needed: thresholds.answerFrom, lead: { measured: round(measured - next), needed: thresholds.answerLead } };
  }
}

const HANDED_OVER = (Object.keys(INTENTS) as Intent[]).filter((intent) => INTENTS[intent].action === 'handoff');
