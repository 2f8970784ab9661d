import type { AssistantSeat, TurnInput } from '../domain/assistant-seat.ts';
import type { EventOf } from '../domain/events.ts';
import { INTENTS } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { consider, type Consideration, type Utterance } from './consider.ts';
import type { Translate } from './phrases.ts';
import type { Policy } from './policy.ts';
import { toTurnDrafts } from './turn-drafts.ts';

export interface Assistant extends AssistantSeat {
  /** The first turn of a fresh conversation, without one: for predictions, evaluation and editors. */
  consider(utterance: string, prior: Locale): Promise<Consideration>;
}

/**
 * The assistant's one door. Works without any model.
 * @param knowledge the published articles and their index as they are now; asked for anew every turn.
 */
export function createAssistant({ knowledge, translate, policy }: {
  knowledge: () => Knowledge;
  translate: Translate;
  policy: Policy;
}): Assistant {
  const considerNow = (utterance: Utterance): Promise<Consideration> => consider(utterance, { knowledge: knowledge(), translate, policy });
  return {
    consider: (text, prior) => considerNow({ text, prior, ofSeq: 1, isFirst: true, failures: 0, wishesPerson: false, isButton: false }),

    async respond(input) {
      const utterance = readUtterance(input);
      return toTurnDrafts(input.conversation, utterance, await considerNow(utterance));
    },

    handOver(conversation, reason, requestedBy) {
      const { locale, urgency, intent, team } = conversation;
      return {
        handoff: { team: team ?? (intent ? INTENTS[intent].team : 'general'), urgency, reason, requestedBy },
        message: {
          author: { kind: 'assistant' }, kind: 'notice', locale, citations: [], choices: [],
          text: translate(locale, `assistant.handoff.${reason}`),
        },
      };
    },
  };
}

/** The contact's unanswered messages as one utterance. */
function readUtterance({ conversation, events }: TurnInput): Utterance {
  const from = conversation.unansweredSeq ?? conversation.seq;
  const received = events.filter((event): event is EventOf<'message.received'> => event.type === 'message.received' && event.seq >= from);
  // The words on a button that was pressed are ours, not the contact's.
  const spoken = received.filter(({ data }) => data.choice === undefined && data.wish === undefined);
  const last = received.at(-1);
  if (!last) throw new Error(`conversation ${conversation.id} has no unanswered message at ${from}`);
  return {
    text: (spoken.length > 0 ? spoken : received).map(({ data }) => data.text).join('\n'),
    isButton: spoken.length === 0,
    ofSeq: last.seq,
    isFirst: !events.some(({ type }) => type === 'message.sent'),
    prior: conversation.locale,
    failures: conversation.failedTurns + conversation.unhelpfulAnswers,
    choice: last.data.choice?.articleId,
    wishesPerson: received.some(({ data }) => data.wish === 'person'),
  };
}
