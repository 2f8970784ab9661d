import type { RankedArticle } from '../domain/article.ts';
import type { HandoffReason } from '../domain/events.ts';
import { INTENTS, type Intent } from '../domain/intents.ts';
import { HANDOFFS, type Policy } from './policy.ts';
import type { Understood } from './understand.ts';

export type Verdict = { readonly reasons: readonly string[] } & (
  | { readonly action: 'answer'; readonly articleId: string }
  | { readonly action: 'clarify'; readonly articleIds: readonly string[] }
  | { readonly action: 'handoff'; readonly intent: Intent; readonly handoffReason: HandoffReason; readonly safetyArticle?: string }
  | { readonly action: 'decline'; readonly intent: Intent }
  | { readonly action: 'chat' }
);

export interface Situation {
  readonly understood: Understood;
  /** The article that the contact picked among choices. */
  readonly choice?: string | undefined;
  /** The contact pressed the button that asks for a person. */
  readonly wishesPerson: boolean;
  readonly failures: number;
  /** The text is the label of a button, so what it says is not the contact's own report. */
  readonly isButton: boolean;
}

/**
 * What to do about an utterance. Pure, and in this order: what must go to people, a wish for a
 * person, what was picked, repeated failure, then decline, chat, answer, clarify.
 */
export function decide({ understood, choice, wishesPerson, failures, isButton }: Situation, policy: Policy): Verdict {
  const urgent = isButton ? undefined : findHandoff(understood, policy);
  if (urgent) return urgent;
  if (wishesPerson) return { action: 'handoff', intent: 'human_request', handoffReason: 'asked', reasons: ['the contact asked for a person'] };
  if (choice !== undefined) return { action: 'answer', articleId: choice, reasons: ['the contact picked this article'] };
  if (failures >= policy.failuresBeforeHandoff) {
    return { action: 'handoff', intent: understood.understanding.intent, handoffReason: 'repeated-failure', reasons: [`${failures} answers in a row did not help`] };
  }
  return findRefusal(understood, policy) ?? findAnswer(understood.ranking, policy);
}

/** An intent that goes to people, where it is likely enough; their probabilities count together. */
function findHandoff({ intents }: Understood, policy: Policy): Verdict | undefined {
  const toPeople = intents.filter(({ intent }) => INTENTS[intent].action === 'handoff');
  const together = toPeople.reduce((sum, { probability }) => sum + probability, 0);
  const [best] = toPeople;
  if (!best || together < policy.handoffFrom) return undefined;
  const row = HANDOFFS[best.intent];
  return {
    action: 'handoff', intent: best.intent, handoffReason: row?.reason ?? 'asked',
    ...(row?.safetyArticle === undefined ? {} : { safetyArticle: row.safetyArticle }),
    reasons: [`${best.intent} goes to people (${together.toFixed(2)} ≥ ${policy.handoffFrom})`],
  };
}

function findRefusal({ intents }: Understood, policy: Policy): Verdict | undefined {
  const [best] = intents;
  if (!best || best.probability < policy.declineFrom) return undefined;
  const { action } = INTENTS[best.intent];
  const reasons = [`${best.intent} (${best.probability.toFixed(2)} ≥ ${policy.declineFrom})`];
  if (action === 'chat') return { action, reasons };
  return action === 'decline' ? { action, intent: best.intent, reasons } : undefined;
}

function findAnswer(ranking: readonly RankedArticle[], policy: Policy): Verdict {
  const [first, second] = ranking;
  if (first && first.score >= policy.answerFrom && first.score - (second?.score ?? 0) >= policy.answerLead) {
    return { action: 'answer', articleId: first.articleId, reasons: [`${first.articleId} has ${first.score} ≥ ${policy.answerFrom}`] };
  }
  if (first && first.score >= policy.clarifyFrom) {
    const near = ranking.slice(0, policy.maxChoices);
    return { action: 'clarify', articleIds: near.map(({ articleId }) => articleId), reasons: ['no article is far enough ahead'] };
  }
  return { action: 'clarify', articleIds: [], reasons: ['no article is near'] };
}
