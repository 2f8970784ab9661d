import { callsFor } from '../../../domain/access.ts';
import type { DeskConversation, Me } from './model.ts';

/**
 * Whether something in a conversation was not read by whom it is for: the contact's last message by its
 * owner, or what calls this agent.
 * @param readSeq up to where the owner has read; undefined where that is not known, and then what is not answered counts as not read.
 */
export function isUnread(conversation: DeskConversation, me: Pick<Me, 'id' | 'role' | 'teams'>, readSeq: number | undefined): boolean {
  const { owner, status, contactSeq, unansweredSeq } = conversation;
  if (callsFor(me, conversation)) return true;
  if (status === 'resolved' || owner.kind !== 'agent' || owner.agentId !== me.id) return false;
  return readSeq === undefined ? unansweredSeq !== null : contactSeq > readSeq;
}
