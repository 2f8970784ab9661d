import type { Conversation } from '../domain/conversation.ts';
import { INTENTS, type Intent } from '../domain/intents.ts';
import type { TurnDraft } from '../domain/ownership.ts';
import type { Policy } from '../domain/policy.ts';
import type { Team } from '../domain/teams.ts';
import type { Message } from './voice.ts';
import type { Consideration } from './consider.ts';

/** What a turn writes into the log: why, the hand-over where there is one, and what the contact reads. */
export function toTurnDrafts(conversation: Conversation, ofSeq: number, consideration: Consideration, policy: Policy, messages: readonly Message[]): TurnDraft[] {
  const { understood: { ranking }, understanding, verdict, locale, readAs } = consideration;
  const team = teamOf(consideration, policy);
  return [
    ...(locale === conversation.locale ? [] : [{ type: 'locale.changed' as const, data: { locale } }]),
    {
      type: 'turn.decided',
      data: {
        ofSeq, understanding, ranking: [...ranking], action: verdict.action, team, reasons: [...verdict.reasons],
        failed: verdict.action === 'clarify' && verdict.failed,
        ...(readAs === undefined ? {} : { readAs }),
        ...(verdict.unsolved ? { unsolved: true as const } : {}),
      },
    },
    ...(verdict.action === 'handoff' ? [{ type: 'handoff.requested' as const, data: handoffOf(consideration, policy) }] : []),
    ...messages.map((data): TurnDraft => ({ type: 'message.sent', data })),
  ];
}

/** The hand-over of a verdict that is one. */
export function handoffOf(consideration: Consideration, policy: Policy): Extract<TurnDraft, { type: 'handoff.requested' }>['data'] {
  const { verdict, understanding: { urgency } } = consideration;
  const reason = verdict.action === 'handoff' ? verdict.handoffReason : 'no-answer';
  return { team: teamOf(consideration, policy), urgency, reason, requestedBy: reason === 'asked' ? 'contact' : 'assistant', ask: policy.intents[topicOf(consideration)].ask };
}

/** Would take it, or takes it, when it goes to people. */
export function teamOf(consideration: Consideration, policy: Policy): Team {
  return policy.intents[topicOf(consideration)].team;
}

/** A topic that an utterance names less than this is an accident. */
const NAMED = 0.1;

/** Who asks for a person is best served by the team of what it is about: in the same words, or before them. */
export function topicOf({ understood, verdict: { intent }, before }: Pick<Consideration, 'understood' | 'verdict' | 'before'>): Intent {
  if (intent !== 'human_request') return intent;
  const about = understood.intents.find((one) => INTENTS[one.intent].action === 'answer');
  if (about && about.probability >= NAMED) return about.intent;
  return before !== null && INTENTS[before].action === 'answer' ? before : intent;
}
