import type { DeskConversation } from './model.ts';

export type Conversations = ReadonlyMap<string, DeskConversation>;

/**
 * Takes over whole states as they arrive, in whatever order: the higher `seq` wins, so a slow answer
 * over HTTP never undoes what the socket already told. The same map comes back where nothing is news.
 */
export function mergeConversations(known: Conversations, incoming: readonly DeskConversation[]): Conversations {
  const news = incoming.filter(({ id, seq }) => seq > (known.get(id)?.seq ?? 0));
  if (news.length === 0) return known;
  const merged = new Map(known);
  for (const conversation of news) {
    if (conversation.seq > (merged.get(conversation.id)?.seq ?? 0)) merged.set(conversation.id, conversation);
  }
  return merged;
}
