import type { Conversation } from '../domain/conversation.ts';
import type { ConversationStore } from '../ports.ts';
import type { ContactConversation } from '../protocol/contact.ts';

/** A conversation as its contact sees it, with the place in line while it waits. */
export async function viewForContact(conversations: Pick<ConversationStore, 'countAhead'>, conversation: Conversation): Promise<ContactConversation> {
  const { id, caseNumber, locale, status, owner, seq, rating } = conversation;
  return {
    id, caseNumber, locale, status, seq, rating,
    owner: owner.kind === 'agent' ? { kind: 'agent', name: owner.name } : { kind: owner.kind },
    place: owner.kind === 'queue' ? await conversations.countAhead(conversation) + 1 : null,
  };
}
