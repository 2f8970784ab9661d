import type { ConversationEvent, EventOf } from '../../domain/events.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { QuestionOutcome } from '../../domain/question-outcome.ts';
import type { Question } from '../../ports.ts';

/** What a log says of one question; its text is as it was stored, and its group is found later. */
export type AskedQuestion = Omit<Question, 'groupId' | 'conversationId'>;

/** Hand-overs that tell of an answer that there was not; the others had to go to people anyway. */
const FOR_WANT_OF_AN_ANSWER: ReadonlySet<string> = new Set(['no-answer', 'repeated-failure']);

/** A question while its log is read. */
interface Asked {
  readonly seq: number;
  readonly at: number;
  readonly locale: Locale;
  readonly text: string | null;
  readonly intent: Question['intent'];
  outcome: QuestionOutcome;
  articleId: string | null;
  helped: boolean | null;
  handedOver: boolean;
  /** `seq` of the message that answered it; 0 where none did. */
  answerSeq: number;
  /** Articles that were offered to choose from. */
  offered: readonly string[];
  /** The contact was asked back, and may still choose. */
  pending: boolean;
}

interface Turn {
  readonly decided: EventOf<'turn.decided'>;
  /** What the contact wrote and it is about. */
  readonly messages: readonly EventOf<'message.received'>[];
}

/** What is known while a log is read, event by event. */
interface Log {
  readonly done: Asked[];
  /** Of this stretch: what happens now may be about them. */
  asked: Asked[];
  locale: Locale;
  /** What the contact wrote since somebody spoke last. */
  unread: readonly EventOf<'message.received'>[];
  turn: Turn | undefined;
}

/**
 * The questions of a conversation, in order. What the contact merely adds, picks, thanks for or asks a
 * person about is no question of its own: it tells what became of the one before. Pure.
 * @param events the whole log, in order.
 */
export function readQuestions(events: readonly ConversationEvent[]): AskedQuestion[] {
  const log: Log = { done: [], asked: [], locale: DEFAULT_LOCALE, unread: [], turn: undefined };
  for (const event of events) take(log, event);
  return [...log.done, ...log.asked].filter(({ pending }) => !pending)
    .map(({ answerSeq: _answer, offered: _offered, pending: _pending, ...question }) => question);
}

function take(log: Log, event: ConversationEvent): void {
  switch (event.type) {
    case 'conversation.started':
    case 'locale.changed':
      log.locale = event.data.locale;
      break;
    case 'message.received':
      log.unread = [...log.unread, event];
      break;
    case 'turn.decided':
      takeTurn(log, event);
      break;
    case 'message.sent':
      takeMessage(log, event);
      break;
    case 'handoff.requested':
      takeHandoff(log, event);
      break;
    case 'answer.rated':
      takeRating([...log.done, ...log.asked], event);
      break;
    case 'conversation.resolved':
    case 'conversation.settled':
      settle(log.asked);
      break;
    case 'conversation.reopened':
      settle(log.asked);
      log.done.push(...log.asked);
      log.asked = [];
      break;
    default:
  }
}

function settle(asked: readonly Asked[]): void {
  for (const one of asked) one.pending = false;
}

function takeTurn(log: Log, decided: EventOf<'turn.decided'>): void {
  const { ofSeq, action, unsolved, failed, understanding } = decided.data;
  log.turn = { decided, messages: log.unread.filter(({ seq }) => seq <= ofSeq) };
  const last = log.asked.at(-1);
  if (unsolved) {
    // What was said to the question before did not help.
    if (last?.outcome === 'answered') Object.assign(last, { outcome: 'unhelpful', helped: false });
    settle(log.asked);
  } else if (action === 'clarify') {
    ask(log, { outcome: 'unclear', pending: !failed });
  } else if (action === 'decline' && understanding.intent === 'out_of_scope') {
    ask(log, { outcome: 'declined' });
  }
}

/** Notes the question of the turn. */
function ask(log: Log, found: Partial<Asked> & Pick<Asked, 'outcome'>): void {
  const { turn } = log;
  const message = turn?.messages.at(-1);
  if (!turn || !message || message.data.wish !== undefined) return;
  const last = log.asked.at(-1);
  // Asked back about and then answered in other words, it was answered.
  if (found.outcome === 'answered' && last?.outcome === 'unclear') log.asked.pop();
  settle(log.asked);
  const { ofSeq, understanding, readAs } = turn.decided.data;
  log.asked.push({
    seq: ofSeq, at: message.at, locale: understanding.locale ?? log.locale, intent: understanding.intent,
    text: message.data.choice ? null : readAs ?? turn.messages.map(({ data }) => data.text).join('\n'),
    articleId: null, helped: null, handedOver: false, answerSeq: 0, offered: [], pending: false, ...found,
  });
}

function takeMessage(log: Log, { seq, data }: EventOf<'message.sent'>): void {
  log.unread = log.unread.filter((message) => data.ofSeq !== undefined && message.seq > data.ofSeq);
  const { turn } = log;
  if (!turn || data.author.kind !== 'assistant' || data.ofSeq !== turn.decided.data.ofSeq) return;
  const last = log.asked.at(-1);
  if (last?.seq === data.ofSeq && data.choices.length > 0) last.offered = data.choices.map(({ articleId }) => articleId);
  const articleId = data.citations[0]?.articleId;
  if (turn.decided.data.action !== 'answer' || articleId === undefined || last?.seq === data.ofSeq) return;
  // What was picked answers what was asked before.
  if (last?.outcome === 'unclear' && last.offered.includes(articleId)) Object.assign(last, { outcome: 'answered', articleId, answerSeq: seq, pending: false });
  else ask(log, { outcome: 'answered', articleId, answerSeq: seq });
  log.turn = undefined;
}

function takeHandoff(log: Log, { data: { reason } }: EventOf<'handoff.requested'>): void {
  settle(log.asked);
  for (const one of log.asked) one.handedOver = true;
  const turn = log.turn?.decided.data;
  if (turn?.action === 'handoff' && !turn.unsolved && FOR_WANT_OF_AN_ANSWER.has(reason)) ask(log, { outcome: 'handed-over', handedOver: true });
  log.turn = undefined;
}

function takeRating(asked: readonly Asked[], { data: { ofSeq, helpful } }: EventOf<'answer.rated'>): void {
  const rated = asked.find(({ answerSeq }) => answerSeq === ofSeq);
  if (rated) Object.assign(rated, { helped: helpful, outcome: helpful ? 'answered' : 'unhelpful' });
}
