import type { ConversationEvent } from '../../../domain/events.ts';

/** The log of one conversation as far as this desk has read it. */
export interface ConversationLog {
  /** Without gaps from the first event on. */
  readonly events: readonly ConversationEvent[];
  /** Came before the ones they follow; shown once the gap is filled. */
  readonly early: readonly ConversationEvent[];
}

export const EMPTY_LOG: ConversationLog = { events: [], early: [] };

/** The cursor to follow from: `seq` of the last event that nothing is missing before. */
export function cursorOf(log: ConversationLog): number {
  return log.events.length;
}

/**
 * Adds events, in any order and with repetitions. As `seq` counts from 1 without gaps, an event's place
 * in the list is its number, and whatever is delivered twice has its place taken already.
 */
export function mergeEvents(log: ConversationLog, incoming: readonly ConversationEvent[]): ConversationLog {
  const waiting = new Map<number, ConversationEvent>();
  for (const event of [...log.early, ...incoming]) {
    if (event.seq > cursorOf(log)) waiting.set(event.seq, event);
  }
  if (waiting.size === log.early.length) return log;
  const events = [...log.events];
  for (let next = waiting.get(events.length + 1); next; next = waiting.get(events.length + 1)) {
    waiting.delete(next.seq);
    events.push(next);
  }
  return { events, early: [...waiting.values()] };
}
