import type { Conversation } from './conversation.ts';
import { urgencyRank } from './urgencies.ts';

type Waiting = Pick<Conversation, 'urgency' | 'queuedAt' | 'id'>;

/** Order of a queue: the most urgent first, then who has waited longest; ids break ties so that the order is total. */
export function compareWaiting(a: Waiting, b: Waiting): number {
  return urgencyRank(a.urgency) - urgencyRank(b.urgency)
    || (a.queuedAt ?? Infinity) - (b.queuedAt ?? Infinity)
    || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
