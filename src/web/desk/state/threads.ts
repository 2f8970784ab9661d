import { allows } from '../../../domain/roles.ts';
import type { ConversationEvent, ThreadAddressee } from '../../../domain/events.ts';
import type { DeskConversation, Me } from './model.ts';
import type { ThreadEvent } from './timeline.ts';

/** A side thread as colleagues read it. */
export interface Thread {
  readonly threadId: string;
  readonly to: ThreadAddressee;
  readonly opener: { readonly agentId: string; readonly name: string };
  /** At least the one that opened it. */
  readonly messages: readonly ThreadEvent[];
  /** Null while it is open. */
  readonly closed: { readonly name: string | null; readonly at: number } | null;
  /** Who has the word; null where it is closed. */
  readonly waitsFor: 'addressee' | 'owner' | null;
}

/** The side threads of a conversation: open ones first, in the order in which they were opened. Pure. @param events the whole log, ascending. */
export function listThreads(events: readonly ConversationEvent[], { threads }: Pick<DeskConversation, 'threads'>): Thread[] {
  const found = new Map<string, Thread>();
  for (const event of events) addTo(found, event, threads);
  return [...found.values()].sort((a, b) => Number(a.closed !== null) - Number(b.closed !== null));
}

function addTo(found: Map<string, Thread>, event: ConversationEvent, open: DeskConversation['threads']): void {
  if (event.type === 'thread.opened') {
    const { threadId, to, author } = event.data;
    const now = open.find((one) => one.threadId === threadId);
    found.set(threadId, { threadId, to, opener: author, messages: [event], closed: null, waitsFor: now ? (now.waits ? 'addressee' : 'owner') : 'addressee' });
  } else if (event.type === 'thread.replied') {
    const thread = found.get(event.data.threadId);
    if (thread) found.set(thread.threadId, { ...thread, messages: [...thread.messages, event] });
  } else if (event.type === 'thread.closed') {
    const thread = found.get(event.data.threadId);
    if (thread) found.set(thread.threadId, { ...thread, closed: { name: event.data.name, at: event.at }, waitsFor: null });
  } else if (event.type === 'conversation.resolved' || event.type === 'conversation.settled') {
    // Whoever resolves closes what is still open with it.
    for (const thread of found.values()) {
      if (thread.closed === null) found.set(thread.threadId, { ...thread, closed: { name: null, at: event.at }, waitsFor: null });
    }
  }
}

/** Whether an open thread waits for this agent: as the one who has the conversation, or as one of those who are asked. */
export function waitsForMe({ waitsFor, to }: Pick<Thread, 'waitsFor' | 'to'>, { owner }: Pick<DeskConversation, 'owner'>, me: Pick<Me, 'id' | 'role' | 'teams'>): boolean {
  if (waitsFor === 'owner') return owner.kind === 'agent' && owner.agentId === me.id;
  if (waitsFor === null) return false;
  return to.kind === 'team' ? me.teams.includes(to.team) : allows(me.role, 'conversations.oversee');
}
