import { AppError } from '../domain/errors.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { ConversationEvent, EventOf } from '../domain/events.ts';
import type { Command } from '../domain/ownership.ts';
import type { ConversationStore } from '../ports.ts';

/** Events after an answer among which its rating is looked for; a rating comes soon after. */
const RATING_WINDOW = 2_000;

type Log = Pick<ConversationStore, 'findByClientMessageId' | 'read'>;

/**
 * The event that already stands for this command, where a client sends it again after a lost
 * acknowledgement. Rejects with AppError where the command names what it cannot name: a client
 * message id that is another's (`conflict`), an answer that does not exist (`invalid-input`).
 */
export async function findRepeated(log: Log, conversation: Conversation, command: Command): Promise<ConversationEvent | undefined> {
  switch (command.type) {
    case 'receive':
      return findMessage(log, conversation, command.message.clientMessageId, ({ type }) => type === 'message.received');
    case 'reply':
      return findMessage(log, conversation, command.message.clientMessageId, (event) => event.type === 'message.sent' && isBy(event, command.actor.agentId));
    case 'note':
      return findMessage(log, conversation, command.note.clientMessageId, (event) => event.type === 'note.added' && isBy(event, command.note.author.agentId));
    case 'assign':
    case 'transfer':
      return findMessage(log, conversation, command.note?.clientMessageId, (event) => event.type === 'note.added' && isBy(event, command.actor.agentId));
    case 'open-thread':
      return findMessage(log, conversation, command.thread.clientMessageId, (event) => event.type === 'thread.opened' && isBy(event, command.thread.author.agentId));
    case 'reply-thread':
      return findMessage(log, conversation, command.reply.clientMessageId, (event) => event.type === 'thread.replied' && isBy(event, command.reply.author.agentId));
    case 'rate-answer':
      return findAnswerRating(log, conversation, command.rating);
    case 'rate-conversation':
      return conversation.rating === command.rating.score ? findConversationRating(log, conversation, command.rating.comment) : undefined;
    default:
      return undefined;
  }
}

async function findMessage(log: Log, { id }: Conversation, clientMessageId: string | undefined, isSame: (event: ConversationEvent) => boolean): Promise<ConversationEvent | undefined> {
  if (clientMessageId === undefined) return undefined;
  const known = await log.findByClientMessageId(id, clientMessageId);
  if (known && !isSame(known)) throw new AppError('conflict', 'this client message id stands for another message; make a new one', { field: 'clientMessageId' });
  return known;
}

function isBy({ data: { author } }: EventOf<'message.sent' | 'note.added' | 'thread.opened' | 'thread.replied'>, agentId: string): boolean {
  return author.kind === 'agent' && author.agentId === agentId;
}

async function findAnswerRating(log: Log, { id }: Conversation, { ofSeq, helpful }: EventOf<'answer.rated'>['data']): Promise<ConversationEvent | undefined> {
  const [answer] = await log.read(id, ofSeq - 1, 1);
  if (answer?.seq !== ofSeq || answer.type !== 'message.sent' || answer.data.author.kind !== 'assistant') {
    throw new AppError('invalid-input', 'ofSeq: expected the seq of an answer of the assistant', { field: 'ofSeq' });
  }
  const later = await log.read(id, ofSeq, RATING_WINDOW);
  const rated = later.findLast((event): event is EventOf<'answer.rated'> => event.type === 'answer.rated' && event.data.ofSeq === ofSeq);
  return rated?.data.helpful === helpful ? rated : undefined;
}

async function findConversationRating(log: Log, { id, seq }: Conversation, comment: string | undefined): Promise<ConversationEvent | undefined> {
  const latest = await log.read(id, Math.max(0, seq - RATING_WINDOW), RATING_WINDOW);
  const rated = latest.findLast((event): event is EventOf<'conversation.rated'> => event.type === 'conversation.rated');
  return rated?.data.comment === comment ? rated : undefined;
}
