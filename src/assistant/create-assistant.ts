import type { AssistantSeat, TurnInput } from '../domain/assistant-seat.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { EventOf, Understanding } from '../domain/events.ts';
import { INTENTS } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import type { TurnDraft } from '../domain/ownership.ts';
import type { Team } from '../domain/teams.ts';
import { raiseUrgency } from '../domain/urgencies.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { compose, type Message } from './compose.ts';
import { decide, type Verdict } from './decide.ts';
import type { Translate } from './phrases.ts';
import { HANDOFFS, type Policy } from './policy.ts';
import { understand, type Understood } from './understand.ts';

/** What the assistant makes of an utterance: everything that it saw, decided and would say. */
export interface Consideration {
  readonly understood: Understood;
  /** What was understood, with the intent and urgency that the verdict rests on. */
  readonly understanding: Understanding;
  readonly verdict: Verdict;
  readonly message: Message;
  /** The language that the contact is answered in. */
  readonly locale: Locale;
}

export interface Assistant extends AssistantSeat {
  /** The first turn of a fresh conversation, without one: for predictions, evaluation and editors. */
  consider(utterance: string, prior: Locale): Promise<Consideration>;
}

interface Utterance {
  readonly text: string;
  readonly ofSeq: number;
  readonly isFirst: boolean;
  readonly prior: Locale;
  readonly failedAnswers: number;
  readonly choice?: string | undefined;
  readonly wishesPerson: boolean;
}

/**
 * The assistant: understand, search, decide, compose. Works without any model.
 * @param knowledge the published articles and their index as they are now; asked for anew every turn.
 */
export function createAssistant({ knowledge, translate, policy }: {
  knowledge: () => Knowledge;
  translate: Translate;
  policy: Policy;
}): Assistant {
  async function considerUtterance(utterance: Utterance): Promise<Consideration> {
    const { base, search } = knowledge();
    const understood = await understand(utterance.text, utterance.prior, {
      search, urgencyOf: (articleId) => base.articles.get(articleId)?.urgency ?? 'low',
    });
    const choice = utterance.choice !== undefined && base.articles.has(utterance.choice) ? utterance.choice : undefined;
    const verdict = decide({ ...utterance, understood, choice }, policy);
    const locale = understood.understanding.locale ?? utterance.prior;
    return {
      understood, verdict, locale,
      understanding: settle(understood.understanding, verdict),
      message: compose(verdict, { ...utterance, locale }, { knowledge: base, translate }),
    };
  }

  function teamOf({ understood, verdict }: Consideration): Team {
    if (verdict.action !== 'handoff') return 'general';
    const { intent } = verdict;
    // Who only asks for a person is best served by the team of what was asked about, where that is known.
    const [about] = understood.intents.filter((one) => INTENTS[one.intent].action === 'answer' && one.probability >= policy.clarifyFrom);
    return intent === 'human_request' && about ? INTENTS[about.intent].team : INTENTS[intent].team;
  }

  return {
    consider: (text, prior) => considerUtterance({ text, prior, ofSeq: 1, isFirst: true, failedAnswers: 0, wishesPerson: false }),

    async respond(input) {
      const utterance = readUtterance(input);
      return toDrafts(input.conversation, utterance, await considerUtterance(utterance));
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

  function toDrafts(conversation: Conversation, utterance: Utterance, consideration: Consideration): TurnDraft[] {
    const { understood: { ranking }, understanding, verdict, locale, message } = consideration;
    const drafts: TurnDraft[] = [];
    if (locale !== conversation.locale) drafts.push({ type: 'locale.changed', data: { locale } });
    drafts.push({
      type: 'turn.decided',
      data: {
        ofSeq: utterance.ofSeq, understanding, ranking: [...ranking],
        action: verdict.action, reasons: [...verdict.reasons], failed: verdict.action === 'clarify' && verdict.articleIds.length === 0,
      },
    });
    if (verdict.action === 'handoff') {
      const requestedBy = verdict.handoffReason === 'asked' ? 'contact' : 'assistant';
      drafts.push({ type: 'handoff.requested', data: { team: teamOf(consideration), urgency: understanding.urgency, reason: verdict.handoffReason, requestedBy } });
    }
    return [...drafts, { type: 'message.sent', data: message }];
  }
}

/** A handoff rests on its own intent, which need not be the likeliest one. */
function settle(understanding: Understanding, verdict: Verdict): Understanding {
  if (verdict.action !== 'handoff' || !HANDOFFS[verdict.intent]) return understanding;
  const { intent } = verdict;
  return { ...understanding, intent, urgency: raiseUrgency(INTENTS[intent].urgency, intent === understanding.intent ? understanding.urgency : 'low') };
}

/** The contact's unanswered messages as one utterance. */
function readUtterance({ conversation, events }: TurnInput): Utterance {
  const from = conversation.unansweredSeq ?? conversation.seq;
  const received = events.filter((event): event is EventOf<'message.received'> => event.type === 'message.received' && event.seq >= from);
  const last = received.at(-1);
  if (!last) throw new Error(`conversation ${conversation.id} has no unanswered message at ${from}`);
  return {
    text: received.map(({ data }) => data.text).join('\n'),
    ofSeq: last.seq,
    isFirst: !events.some(({ type }) => type === 'message.sent'),
    prior: conversation.locale,
    failedAnswers: conversation.failedAnswers,
    choice: last.data.choice?.articleId,
    wishesPerson: received.some(({ data }) => data.wish === 'person'),
  };
}
