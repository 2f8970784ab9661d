import { SLA_TARGETS } from '../../../domain/sla.ts';
import type { DeskConversation } from './model.ts';

export type Conversations = ReadonlyMap<string, DeskConversation>;

/**
 * Takes over whole states as they arrive, in whatever order: the higher `seq` wins, so a slow answer
 * over HTTP never undoes what the socket already told. With the same `seq` only the clocks can differ:
 * settings were saved, and they run anew. The same map comes back where nothing is news.
 */
export function mergeConversations(known: Conversations, incoming: readonly DeskConversation[]): Conversations {
  const news = incoming.filter((one) => isNews(known.get(one.id), one));
  if (news.length === 0) return known;
  const merged = new Map(known);
  for (const conversation of news) {
    if (isNews(merged.get(conversation.id), conversation)) merged.set(conversation.id, conversation);
  }
  return merged;
}

function isNews(known: DeskConversation | undefined, incoming: DeskConversation): boolean {
  if (!known || incoming.seq > known.seq) return true;
  return incoming.seq === known.seq && SLA_TARGETS.some((target) => incoming.sla.dueAt[target] !== known.sla.dueAt[target] || incoming.sla.warnAt[target] !== known.sla.warnAt[target]);
}
