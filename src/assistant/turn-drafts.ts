import type { Conversation } from '../domain/conversation.ts';
import { INTENTS } from '../domain/intents.ts';
import type { TurnDraft } from '../domain/ownership.ts';
import type { Team } from '../domain/teams.ts';
import type { Consideration, Utterance } from './consider.ts';

/** What a turn writes into the log: why, the hand-over where there is one, and what the contact reads. */
export function toTurnDrafts(conversation: Conversation, { ofSeq }: Utterance, consideration: Consideration): TurnDraft[] {
  const { understood: { ranking }, understanding, verdict, locale, message } = consideration;
  const drafts: TurnDraft[] = [];
  if (locale !== conversation.locale) drafts.push({ type: 'locale.changed', data: { locale } });
  drafts.push({
    type: 'turn.decided',
    data: {
      ofSeq, understanding, ranking: [...ranking], action: verdict.action, reasons: [...verdict.reasons],
      failed: verdict.action === 'clarify' && verdict.articleIds.length === 0,
    },
  });
  if (verdict.action === 'handoff') {
    const requestedBy = verdict.handoffReason === 'asked' ? 'contact' : 'assistant';
    drafts.push({ type: 'handoff.requested', data: { team: teamOf(consideration), urgency: understanding.urgency, reason: verdict.handoffReason, requestedBy } });
  }
  return [...drafts, { type: 'message.sent', data: message }];
}

function teamOf({ understood, verdict }: Consideration): Team {
  if (verdict.action !== 'handoff') return 'general';
  const { intent } = verdict;
  // Who asks for a person is best served by the team of what it is about, where one topic stands out.
  const topics = understood.intents.filter((one) => INTENTS[one.intent].action === 'answer');
  const all = topics.reduce((sum, { probability }) => sum + probability, 0);
  const [about] = topics;
  return intent === 'human_request' && about && about.probability > all / 2 ? INTENTS[about.intent].team : INTENTS[intent].team;
}
