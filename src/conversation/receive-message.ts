import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import type { ConversationEvent, EventData } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';
import { SECRET_MARKER_START, type Redact } from '../domain/secrets.ts';
import type { ConversationStore, Doorbell } from '../ports.ts';
import type { ApplyCommand } from './apply-command.ts';
import { createCaseNumber } from './case-number.ts';

export interface IncomingMessage {
  readonly contactId: string;
  /** Null begins a conversation. */
  readonly conversationId: string | null;
  readonly message: EventData<'message.received'>;
  /** Language of the page, until the messages tell another. */
  readonly locale: Locale;
  readonly channel: string;
  readonly page?: string;
  /** Country of the contact's browser. */
  readonly region?: string;
  /** Time zone of the contact's browser. */
  readonly timeZone?: string;
}

export interface Receipt {
  readonly conversation: Conversation;
  readonly event: ConversationEvent;
}

export type ReceiveMessage = (incoming: IncomingMessage) => Promise<Receipt>;

/**
 * Takes a contact's message in. When the promise resolves, the message is durable, stands in the log
 * once however often it was sent, and the assistant's turn has been asked for.
 */
export function createReceiveMessage({ conversations, applyCommand, doorbell, wakeAssistant, redact }: {
  conversations: Pick<ConversationStore, 'start' | 'get' | 'read'>;
  applyCommand: ApplyCommand;
  doorbell: Pick<Doorbell, 'ring'>;
  wakeAssistant: (conversationId: string) => void;
  /** Takes out what must not be stored. */
  redact: Redact;
}): ReceiveMessage {
  return async function receiveMessage(received) {
    const incoming = { ...received, message: withoutSecrets(received.message, await lastWords(received), redact) };
    const receipt = incoming.conversationId === null ? await begin(incoming) : await goOn(incoming, incoming.conversationId);
    wakeAssistant(receipt.conversation.id);
    return receipt;
  };

  /** What was written last in the conversation by the contact, whoever spoke since. */
  async function lastWords({ conversationId }: IncomingMessage): Promise<string> {
    const conversation = conversationId === null ? undefined : await conversations.get(conversationId);
    if (!conversation || conversation.contactSeq === 0) return '';
    const [last] = await conversations.read(conversation.id, conversation.contactSeq - 1, 1);
    return last?.type === 'message.received' ? last.data.text : '';
  }

  async function begin({ contactId, message, locale, channel, page, region, timeZone }: IncomingMessage): Promise<Receipt> {
    const { conversation, events, existed } = await conversations.start({
      id: uuidv7(),
      startKey: `${contactId}:${message.clientMessageId}`,
      drafts: [
        { type: 'conversation.started', data: { contactId, caseNumber: createCaseNumber(), locale, channel, ...(page === undefined ? {} : { page: redact(page).text }), ...(region === undefined ? {} : { region }), ...(timeZone === undefined ? {} : { timeZone }) } },
        { type: 'message.received', data: message },
      ],
    });
    if (!existed) doorbell.ring({ conversationId: conversation.id, contactId });
    return { conversation, event: lastOf(events) };
  }

  async function goOn({ contactId, message }: IncomingMessage, conversationId: string): Promise<Receipt> {
    await assertOwnConversation(conversations, contactId, conversationId);
    const { conversation, events } = await applyCommand(conversationId, { type: 'receive', message });
    return { conversation, event: lastOf(events) };
  }
}

/**
 * The first thing that happens to a contact's words: before the log, before any understanding.
 * @param before what the contact wrote last: "my password is" makes a secret of the next message. The
 *   first half of one that is told in two cannot be taken back.
 */
function withoutSecrets(message: EventData<'message.received'>, before: string, redact: Redact): EventData<'message.received'> {
  const { text, kinds } = redactAfter(before, message.text, redact);
  return kinds.length === 0 ? message : { ...message, text, secrets: [...kinds] };
}

function redactAfter(before: string, text: string, redact: Redact): ReturnType<Redact> {
  const own = redact(text);
  if (own.kinds.length > 0 || before === '') return own;
  const both = redact(`${before}\n${text}`);
  // Only where the secret reaches into the new message; what stands after it stays.
  return both.kinds.length === 0 || both.text.endsWith(text) ? own : { text: both.text.slice(both.text.lastIndexOf(SECRET_MARKER_START)), kinds: both.kinds };
}

/** Contacts see and change their own conversations only; another's is as unknown to them as one that never was. */
export async function assertOwnConversation(conversations: Pick<ConversationStore, 'get'>, contactId: string, conversationId: string): Promise<Conversation> {
  const conversation = await conversations.get(conversationId);
  if (conversation?.contactId !== contactId) {
    throw new AppError('not-found', `there is no conversation ${conversationId}`, { field: 'conversationId' });
  }
  return conversation;
}

function lastOf(events: readonly ConversationEvent[]): ConversationEvent {
  const last = events.at(-1);
  if (!last) throw new Error('a message was received and no event written');
  return last;
}
