import type { DeskState } from './desk-state.ts';
import type { DeskConversation, Me } from './model.ts';
import { isInView } from './views.ts';
import type { NewsKind } from '../../staff/preferences/news-kinds.ts';

export interface News {
  readonly kind: NewsKind;
  readonly conversationId: string;
}

type Known = Pick<DeskState, 'conversations' | 'lists' | 'me'>;

/**
 * What happened between two states that this agent should hear of: a critical one in their queues, a
 * message in or a new one among their conversations, a mention, word in a side thread, a deadline that
 * comes near. Looks only at the short lists, so that it costs the same however much is open.
 */
export function findNews(before: Known, after: Known): readonly News[] {
  if (before.conversations === after.conversations) return [];
  const { lists, me } = after;
  const told = (ids: readonly string[] = [], kindsOf: (now: DeskConversation, old: DeskConversation | undefined) => readonly NewsKind[]): News[] => ids.flatMap((id) => {
    const [old, now] = [before.conversations.get(id), after.conversations.get(id)];
    return now === undefined || now === old ? [] : kindsOf(now, old).map((kind) => ({ kind, conversationId: id }));
  });
  return [
    ...told(criticalIds(after), (_now, old) => (old === undefined || !isInView('queue', old, me) || old.urgency !== 'critical' ? ['critical'] : [])),
    ...told(lists.mine?.ids, (now, old) => newsOfMine(now, old, me)),
    ...told(lists.calls?.ids, (now, old) => newsOfCalls(now, old, me)),
  ];
}

/** They head the queue. */
function criticalIds({ lists, conversations }: Known): readonly string[] {
  const ids = lists.queue?.ids ?? [];
  const rest = ids.findIndex((id) => conversations.get(id)?.urgency !== 'critical');
  return rest < 0 ? ids : ids.slice(0, rest);
}

function newsOfMine(now: DeskConversation, old: DeskConversation | undefined, me: Me): readonly NewsKind[] {
  const wasMine = old?.owner.kind === 'agent' && old.owner.agentId === me.id;
  const isNew = !wasMine || now.contactSeq > old.contactSeq;
  const isWarned = wasMine && Object.entries(now.warned).some(([target, dueAt]) => old.warned[target as keyof DeskConversation['warned']] !== dueAt);
  return [...(isNew ? ['mine' as const] : []), ...(isWarned ? ['sla' as const] : [])];
}

function newsOfCalls(now: DeskConversation, old: DeskConversation | undefined, me: Me): readonly NewsKind[] {
  const isMentioned = now.mentioned.includes(me.id) && old?.mentioned.includes(me.id) !== true;
  const spoken = now.threads.some((thread) => thread.lastAt > (old?.threads.find(({ threadId }) => threadId === thread.threadId)?.lastAt ?? 0));
  return [...(isMentioned ? ['mention' as const] : []), ...(spoken ? ['thread' as const] : [])];
}
