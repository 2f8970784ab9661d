import type { Conversation } from './conversation.ts';
import { nextDue } from './sla.ts';
import { urgencyRank } from './urgencies.ts';

type Waiting = Pick<Conversation, 'urgency' | 'queuedAt' | 'id' | 'sla'>;

/** Where a page of a list ended: what the orders of lists compare. */
export type PageEdge = Pick<Conversation, 'id' | 'urgency' | 'queuedAt' | 'updatedAt'> & { readonly dueAt: number };

/** Where nothing is promised there is no deadline, and whoever has one goes first. */
export const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

/** When the nearest SLA target is due, ms since the epoch; NO_DEADLINE where there is none. */
export function deadlineOf({ sla }: Pick<Conversation, 'sla'>): number {
  return nextDue(sla)?.at ?? NO_DEADLINE;
}

/** Order of everything that is open: as a queue, but by when it began, since not all of it waits. Ids are in order of time. */
export function compareOpen(a: Waiting, b: Waiting): number {
  return urgencyRank(a.urgency) - urgencyRank(b.urgency) || deadlineOf(a) - deadlineOf(b) || compareIds(a, b);
}

/** What changed last comes first. */
export function compareLatest(a: Pick<Conversation, 'id' | 'updatedAt'>, b: Pick<Conversation, 'id' | 'updatedAt'>): number {
  return b.updatedAt - a.updatedAt || compareIds(b, a);
}

function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Order of a queue: the most urgent first, then the nearest deadline, then who has waited longest; ids break ties so that the order is total. */
export function compareWaiting(a: Waiting, b: Waiting): number {
  return urgencyRank(a.urgency) - urgencyRank(b.urgency)
    || deadlineOf(a) - deadlineOf(b)
    || (a.queuedAt ?? Infinity) - (b.queuedAt ?? Infinity)
    || compareIds(a, b);
}
