import type { ConversationEvent } from '../../../domain/events.ts';

/** `seq` of the last message to the contact that they have read; null where they have answered since, which says as much. */
export function lastReadByContact(events: readonly ConversationEvent[], upTo: number): number | null {
  return lastBefore(events, upTo, ({ type }) => type === 'message.sent', ({ type }) => type === 'message.received');
}

/** `seq` of the contact's last message that the owner has read; null where an agent has answered since. */
export function lastReadByOwner(events: readonly ConversationEvent[], upTo: number): number | null {
  return lastBefore(events, upTo, ({ type }) => type === 'message.received', (event) => event.type === 'message.sent' && event.data.author.kind === 'agent');
}

type Test = (event: ConversationEvent) => boolean;

function lastBefore(events: readonly ConversationEvent[], upTo: number, isRead: Test, isAnswer: Test): number | null {
  const index = events.findLastIndex((event) => event.seq <= upTo && isRead(event));
  return index === -1 || events.slice(index + 1).some(isAnswer) ? null : events[index]?.seq ?? null;
}
