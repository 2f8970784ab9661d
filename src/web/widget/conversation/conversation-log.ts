import type { ContactEvent } from './contact-event.ts';

/** The events of one conversation that have arrived: ascending by `seq`, each once. */
export interface ConversationLog {
  readonly id: string;
  readonly events: readonly ContactEvent[];
}

/**
 * The log after more events have arrived, in whatever order and however often: frames overlap after
 * a reconnect, and where polling takes over from a socket. A conversation with a greater id (ids are
 * in order of time) takes the place of an older one; what still arrives for the older is dropped.
 */
export function addEvents(log: ConversationLog | null, conversationId: string, arrived: readonly ContactEvent[]): ConversationLog | null {
  if (log && conversationId < log.id) return log;
  const known = log?.id === conversationId ? log.events : [];
  const fresh = arrived.filter((event) => !known.some(({ seq }) => seq === event.seq));
  if (fresh.length === 0 && log?.id === conversationId) return log;
  const bySeq = new Map([...known, ...fresh].map((event) => [event.seq, event]));
  return { id: conversationId, events: [...bySeq.values()].sort((a, b) => a.seq - b.seq) };
}

/** The highest `seq` that is here: the cursor to resume from, since the server sends in order. */
export function cursorOf(log: ConversationLog | null): number {
  return log?.events.at(-1)?.seq ?? 0;
}
