import { addWorkingTime, workingTimeBetween, type Calendar } from './calendar.ts';
import type { Conversation } from './conversation.ts';
import { SLA_TARGETS, STOPPED, type SlaClock, type SlaTarget, type SlaTerms } from './sla.ts';

/** What the clocks look at; the rest of a conversation does not matter to them. */
export type SlaFacts = Pick<Conversation, 'status' | 'owner' | 'handedAt' | 'respondedAt' | 'unansweredAt' | 'updatedAt'>;

const MINUTE_MS = 60_000;

/**
 * The clocks after a change.
 * @param before the clocks until then.
 * @param now the conversation as it is after the change, which happened at `now.updatedAt`.
 * @param warnShare share of the term, 0 to 1, that is left when people are warned.
 */
export function advanceSla(before: SlaClock, now: SlaFacts, terms: SlaTerms, calendar: Calendar, warnShare: number): SlaClock {
  if (now.status === 'resolved' || now.owner.kind === 'assistant' || now.handedAt === null) return STOPPED;
  const { spentMs, runningSince } = advanceResolution(before, now, calendar);
  const starts: Record<SlaTarget, readonly [since: number | null, spent: number]> = {
    'first-response': [now.respondedAt === null ? now.handedAt : null, 0],
    'next-response': [now.respondedAt === null ? null : now.unansweredAt, 0],
    resolution: [runningSince, spentMs],
  };
  const dueAt: Partial<Record<SlaTarget, number>> = {};
  const warnAt: Partial<Record<SlaTarget, number>> = {};
  for (const target of SLA_TARGETS) {
    const [since, spent] = starts[target];
    const term = terms[target];
    if (since === null || term === null) continue;
    // What is overdue already is due at the moment from which the clock runs on.
    dueAt[target] = addWorkingTime(calendar, since, Math.max(0, term * MINUTE_MS - spent));
    warnAt[target] = addWorkingTime(calendar, since, Math.max(0, Math.round(term * MINUTE_MS * (1 - warnShare)) - spent));
  }
  return { spentMs, runningSince, dueAt, warnAt };
}

function advanceResolution(before: SlaClock, now: SlaFacts, calendar: Calendar): Pick<SlaClock, 'spentMs' | 'runningSince'> {
  const at = now.updatedAt;
  const runs = now.respondedAt === null || now.unansweredAt !== null || now.owner.kind === 'queue';
  if (before.runningSince === null) return { spentMs: before.spentMs, runningSince: runs ? at : null };
  if (runs) return { spentMs: before.spentMs, runningSince: before.runningSince };
  return { spentMs: before.spentMs + workingTimeBetween(calendar, before.runningSince, at), runningSince: null };
}
