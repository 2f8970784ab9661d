import type { Conversation } from '../domain/conversation.ts';
import type { ReadMarkStore } from '../ports.ts';
import type { ContactConversation } from '../protocol/contact.ts';
import type { EstimateWait } from './estimate-wait.ts';

/** A conversation as its contact sees it, with the place in line while it waits. */
export type ViewForContact = (conversation: Conversation) => Promise<ContactConversation>;

export function createViewForContact({ estimateWait, readMarks }: {
  estimateWait: EstimateWait;
  readMarks: Pick<ReadMarkStore, 'get'>;
}): ViewForContact {
  return async function viewForContact(conversation) {
    const { id, caseNumber, locale, status, owner, seq, rating, followedUpAt, solved, email } = conversation;
    const [waiting, read] = await Promise.all([estimateWait(conversation), readMarks.get(id)]);
    return {
      id, caseNumber, locale, status, seq, rating,
      owner: owner.kind === 'agent' ? { kind: 'agent', name: owner.name } : { kind: owner.kind },
      place: waiting?.place ?? null,
      waitMinutes: waiting?.minutes ?? null,
      staffed: waiting?.staffed ?? true,
      askedWhetherSolved: status === 'resolved' && followedUpAt !== null && solved === null,
      reachable: email !== null,
      readSeq: read.agents,
    };
  };
}
