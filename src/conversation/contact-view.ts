import type { Conversation } from '../domain/conversation.ts';
import type { ContactConversation } from '../protocol/contact.ts';
import type { EstimateWait } from './estimate-wait.ts';

/** A conversation as its contact sees it, with the place in line while it waits. */
export async function viewForContact(estimateWait: EstimateWait, conversation: Conversation): Promise<ContactConversation> {
  const { id, caseNumber, locale, status, owner, seq, rating, followedUpAt, solved, email } = conversation;
  const waiting = await estimateWait(conversation);
  return {
    id, caseNumber, locale, status, seq, rating,
    owner: owner.kind === 'agent' ? { kind: 'agent', name: owner.name } : { kind: owner.kind },
    place: waiting?.place ?? null,
    waitMinutes: waiting?.minutes ?? null,
    staffed: waiting?.staffed ?? true,
    askedWhetherSolved: status === 'resolved' && followedUpAt !== null && solved === null,
    reachable: email !== null,
  };
}
