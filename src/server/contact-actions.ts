import type { ApplyCommand } from '../conversation/apply-command.ts';
import { assertOwnConversation, type ReceiveMessage } from '../conversation/receive-message.ts';
import type { Conversation } from '../domain/conversation.ts';
import { DEFAULT_LOCALE } from '../domain/locales.ts';
import type { Command } from '../domain/ownership.ts';
import type { AssistantSeat } from '../domain/assistant-seat.ts';
import type { Files } from '../conversation/files.ts';
import type { Redact } from '../domain/secrets.ts';
import type { ConversationStore, Doorbell, ReadMarkStore } from '../ports.ts';
import type { SendMessage } from '../protocol/contact.ts';

interface Done {
  readonly conversationId: string;
  readonly seq: number;
}

/** What a contact can do, the same over the socket and over HTTP. */
export interface ContactActions {
  send(contactId: string, message: SendMessage): Promise<Done & { readonly id: string }>;
  rateAnswer(contactId: string, conversationId: string, rating: { ofSeq: number; helpful: boolean }): Promise<Done>;
  rateConversation(contactId: string, conversationId: string, rating: { score: number; comment?: string | undefined }): Promise<Done>;
  answerFollowUp(contactId: string, conversationId: string, answer: { solved: boolean }): Promise<Done>;
  giveAddress(contactId: string, conversationId: string, address: { email: string }): Promise<Done>;
  /** The contact has seen messages up to `seq`. */
  noteRead(contactId: string, conversationId: string, seq: number): Promise<void>;
}

export function createContactActions({ conversations, readMarks, receiveMessage, applyCommand, assistant, files, doorbell, redact }: {
  conversations: Pick<ConversationStore, 'get'>;
  readMarks: Pick<ReadMarkStore, 'move'>;
  receiveMessage: ReceiveMessage;
  applyCommand: ApplyCommand;
  assistant: Pick<AssistantSeat, 'handOver'>;
  files: Files;
  doorbell: Pick<Doorbell, 'signal'>;
  redact: Redact;
}): ContactActions {
  async function apply(contactId: string, conversationId: string, command: Command | ((conversation: Conversation) => Command)): Promise<Done> {
    await assertOwnConversation(conversations, contactId, conversationId);
    const { conversation, events } = await applyCommand(conversationId, command);
    return { conversationId, seq: events.at(-1)?.seq ?? conversation.seq };
  }

  return {
    async send(contactId, { id, conversationId, text, locale, choice, wish, page, region, timeZone, attachments: fileIds = [] }) {
      const attachments = await files.describe(fileIds, { contactId }, conversationId);
      const { conversation, event } = await receiveMessage({
        contactId, conversationId,
        locale: locale ?? DEFAULT_LOCALE,
        channel: 'widget',
        message: { clientMessageId: id, text, ...(choice ? { choice } : {}), ...(wish ? { wish } : {}), ...(attachments.length > 0 ? { attachments } : {}) },
        ...(page === undefined ? {} : { page }), ...(region === undefined ? {} : { region }), ...(timeZone === undefined ? {} : { timeZone }),
      });
      // Before the acknowledgement: a client that saw none sends again, and they are tied then.
      await files.tie(fileIds, conversation.id, { contactId });
      return { id, conversationId: conversation.id, seq: event.seq };
    },
    rateAnswer: (contactId, conversationId, { ofSeq, helpful }) =>
      apply(contactId, conversationId, { type: 'rate-answer', rating: { ofSeq, helpful } }),
    rateConversation: (contactId, conversationId, { score, comment }) =>
      apply(contactId, conversationId, { type: 'rate-conversation', rating: { score, ...(comment === undefined ? {} : { comment: redact(comment).text }) } }),
    answerFollowUp: (contactId, conversationId, { solved }) =>
      apply(contactId, conversationId, (conversation) => ({ type: 'answer-follow-up', solved, ...assistant.handOver(conversation, 'reopened', 'contact') })),
    giveAddress: (contactId, conversationId, { email }) =>
      apply(contactId, conversationId, { type: 'give-address', address: { email } }),
    async noteRead(contactId, conversationId, seq) {
      const { seq: last } = await assertOwnConversation(conversations, contactId, conversationId);
      if (seq <= last && await readMarks.move(conversationId, 'contact', seq)) doorbell.signal({ type: 'read', conversationId, by: 'contact', seq });
    },
  };
}
