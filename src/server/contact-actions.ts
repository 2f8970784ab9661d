import type { ApplyCommand } from '../conversation/apply-command.ts';
import { assertOwnConversation, type ReceiveMessage } from '../conversation/receive-message.ts';
import { DEFAULT_LOCALE } from '../domain/locales.ts';
import type { Command } from '../domain/ownership.ts';
import type { Redact } from '../domain/secrets.ts';
import type { ConversationStore } from '../ports.ts';
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
}

export function createContactActions({ conversations, receiveMessage, applyCommand, redact }: {
  conversations: Pick<ConversationStore, 'get'>;
  receiveMessage: ReceiveMessage;
  applyCommand: ApplyCommand;
  redact: Redact;
}): ContactActions {
  async function apply(contactId: string, conversationId: string, command: Command): Promise<Done> {
    await assertOwnConversation(conversations, contactId, conversationId);
    const { conversation, events } = await applyCommand(conversationId, command);
    return { conversationId, seq: events.at(-1)?.seq ?? conversation.seq };
  }

  return {
    async send(contactId, { id, conversationId, text, locale, choice, wish, page, region }) {
      const { conversation, event } = await receiveMessage({
        contactId, conversationId,
        locale: locale ?? DEFAULT_LOCALE,
        channel: 'widget',
        message: { clientMessageId: id, text, ...(choice ? { choice } : {}), ...(wish ? { wish } : {}) },
        ...(page === undefined ? {} : { page }), ...(region === undefined ? {} : { region }),
      });
      return { id, conversationId: conversation.id, seq: event.seq };
    },
    rateAnswer: (contactId, conversationId, { ofSeq, helpful }) =>
      apply(contactId, conversationId, { type: 'rate-answer', rating: { ofSeq, helpful } }),
    rateConversation: (contactId, conversationId, { score, comment }) =>
      apply(contactId, conversationId, { type: 'rate-conversation', rating: { score, ...(comment === undefined ? {} : { comment: redact(comment).text }) } }),
  };
}
