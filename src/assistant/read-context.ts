import type { TurnInput } from '../domain/assistant-seat.ts';
import type { Choice, ConversationEvent, EventOf } from '../domain/events.ts';
import type { IntakeSlot } from '../domain/handoff.ts';
import type { Intent } from '../domain/intents.ts';

/** What went before an utterance, as far as it helps to understand it. */
export interface Context {
  /** What the contact's last question was, in their words; null before the first, and after thanks. */
  readonly question: string | null;
  readonly intent: Intent | null;
  /** The articles offered last to choose from; empty where something else was said since. */
  readonly choices: readonly Choice[];
  /** The last thing said was the offer of a person. */
  readonly personOffered: boolean;
  /** The last thing said was an answer, or choices: something that may not have helped. */
  readonly wasAnswered: boolean;
  /** The article of that answer. */
  readonly lastArticle: string | undefined;
  /** Articles that were given already. */
  readonly given: ReadonlySet<string>;
  /** What a waiting contact was asked so far, in order; the last is being answered now. */
  readonly asked: readonly IntakeSlot[];
}

export const NO_CONTEXT: Context = { question: null, intent: null, choices: [], personOffered: false, wasAnswered: false, lastArticle: undefined, given: new Set(), asked: [] };

/** @param before `seq` of the first message that is read now. */
export function readContext({ conversation, events }: TurnInput, before: number): Context {
  const earlier = events.filter(({ seq }) => seq < before);
  const said = earlier.findLast((event): event is EventOf<'message.sent'> => event.type === 'message.sent');
  const byAssistant = said?.data.author.kind === 'assistant' ? said.data : undefined;
  const turn = earlier.findLast((event): event is EventOf<'turn.decided'> => event.type === 'turn.decided');
  return {
    question: turn && turn.data.action !== 'chat' ? turn.data.readAs ?? textsOf(earlier, turn) : null,
    intent: conversation.intent,
    choices: byAssistant?.choices ?? [],
    personOffered: byAssistant?.offer === 'person',
    wasAnswered: byAssistant?.kind === 'answer' || byAssistant?.kind === 'choices',
    lastArticle: byAssistant?.kind === 'answer' ? byAssistant.citations[0]?.articleId : undefined,
    given: new Set(earlier.flatMap((event) => (event.type === 'message.sent' ? event.data.citations.map(({ articleId }) => articleId) : []))),
    asked: slotsAsked(earlier),
  };
}

/** What the contact wrote and the turn answered: everything since what was said before it. */
function textsOf(events: readonly ConversationEvent[], turn: EventOf<'turn.decided'>): string | null {
  const upTo = events.filter(({ seq }) => seq <= turn.data.ofSeq);
  const since = upTo.findLast(({ type }) => type === 'message.sent')?.seq ?? 0;
  const texts = upTo.flatMap((event) => (event.type === 'message.received' && event.seq > since && event.data.wish === undefined ? [event.data.text] : []));
  return texts.length === 0 ? null : texts.join('\n');
}

/** Since the conversation went to people last, or to other people. */
function slotsAsked(events: readonly ConversationEvent[]): IntakeSlot[] {
  const from = events.findLastIndex((event) => event.type === 'handoff.requested' || event.type === 'conversation.returned' || event.type === 'conversation.reopened');
  return events.slice(from + 1).flatMap((event) => (event.type === 'message.sent' && event.data.slot ? [event.data.slot] : []));
}
