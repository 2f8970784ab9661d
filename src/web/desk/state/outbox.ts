import type { ConversationEvent } from '../../../domain/events.ts';
import type { Enclosed } from './enclosed.ts';

/** A reply or note on its way. It stays here until its event is in the log, and is shown meanwhile. */
export interface Outgoing extends Enclosed {
  /** Also its identity for the server, which drops what it has already. */
  readonly clientMessageId: string;
  readonly conversationId: string;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly at: number;
  /** `accepted`: durable, its event is on the way here. `failed`: refused, the agent decides what to do. */
  readonly state: 'sending' | 'accepted' | 'failed';
  readonly error: string | null;
}

export type Outbox = readonly Outgoing[];

export type OutboxChange =
  | { readonly type: 'queued'; readonly message: Omit<Outgoing, 'state' | 'error'> }
  | { readonly type: 'accepted'; readonly clientMessageId: string }
  | { readonly type: 'failed'; readonly clientMessageId: string; readonly error: string }
  | { readonly type: 'retried'; readonly clientMessageId: string }
  | { readonly type: 'discarded'; readonly clientMessageId: string };

export function changeOutbox(outbox: Outbox, change: OutboxChange): Outbox {
  switch (change.type) {
    case 'queued':
      return outbox.some(({ clientMessageId }) => clientMessageId === change.message.clientMessageId)
        ? outbox
        : [...outbox, { ...change.message, state: 'sending', error: null }];
    case 'accepted':
      return update(outbox, change.clientMessageId, { state: 'accepted', error: null });
    case 'failed':
      return update(outbox, change.clientMessageId, { state: 'failed', error: change.error });
    case 'retried':
      return update(outbox, change.clientMessageId, { state: 'sending', error: null });
    case 'discarded':
      return outbox.filter(({ clientMessageId }) => clientMessageId !== change.clientMessageId);
  }
}

/** Drops what the log has: the event takes the place of what was shown for it. */
export function settleOutbox(outbox: Outbox, events: readonly ConversationEvent[]): Outbox {
  if (outbox.length === 0) return outbox;
  const arrived = new Set(events.map(clientMessageIdOf));
  const left = outbox.filter(({ clientMessageId }) => !arrived.has(clientMessageId));
  return left.length === outbox.length ? outbox : left;
}

/** What must be sent again after a lost connection or a reload. */
export function unacknowledged(outbox: Outbox): Outbox {
  return outbox.filter(({ state }) => state === 'sending');
}

export function clientMessageIdOf(event: ConversationEvent): string | undefined {
  return event.type === 'message.sent' || event.type === 'note.added' ? event.data.clientMessageId : undefined;
}

function update(outbox: Outbox, id: string, change: Partial<Outgoing>): Outbox {
  return outbox.map((message) => (message.clientMessageId === id ? { ...message, ...change } : message));
}
