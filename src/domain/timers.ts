import type { Conversation } from './conversation.ts';
import type { DeskSettings } from './desk-settings.ts';
import { SLA_TARGETS, type DueTimes, type SlaTarget } from './sla.ts';

/** What time alone makes happen to a conversation. */
export type TimerTask =
  | { readonly kind: 'wake' }
  | { readonly kind: 'warn' | 'breach'; readonly target: SlaTarget; readonly dueAt: number }
  | { readonly kind: 'follow-up' }
  | { readonly kind: 'settle' };

export interface Timer {
  /** Ms since the epoch. */
  readonly at: number;
  readonly task: TimerTask;
}

const HOUR_MS = 60 * 60 * 1000;

/** Everything that will happen to the conversation by itself if nothing else does, the earliest first. Doing a task takes it off. */
export function timersOf(conversation: Conversation, settings: Pick<DeskSettings, 'followUpHours' | 'settleHours'>): readonly Timer[] {
  const { status, owner, snoozedUntil, unansweredAt, updatedAt, resolvedAt, resolvedBy, followedUpAt } = conversation;
  const timers: Timer[] = slaTimers(conversation);
  if (snoozedUntil !== null) timers.push({ at: snoozedUntil, task: { kind: 'wake' } });
  if (status === 'open' && owner.kind === 'assistant' && unansweredAt === null) {
    timers.push({ at: updatedAt + settings.settleHours * HOUR_MS, task: { kind: 'settle' } });
  }
  if (status === 'resolved' && resolvedBy === 'agent' && resolvedAt !== null && followedUpAt === null && settings.followUpHours > 0) {
    timers.push({ at: resolvedAt + settings.followUpHours * HOUR_MS, task: { kind: 'follow-up' } });
  }
  return timers.sort((a, b) => a.at - b.at);
}

function slaTimers({ sla, warned, breached }: Conversation): Timer[] {
  return SLA_TARGETS.flatMap((target): Timer[] => {
    const dueAt = sla.dueAt[target];
    const warnAt = sla.warnAt[target];
    // The resolution's deadline moves with every pause; that it was missed is said once.
    const isFlagged = (flags: DueTimes): boolean => (target === 'resolution' ? flags[target] !== undefined : flags[target] === dueAt);
    if (dueAt === undefined || warnAt === undefined || isFlagged(breached)) return [];
    const breach: Timer = { at: dueAt, task: { kind: 'breach', target, dueAt } };
    return isFlagged(warned) ? [breach] : [{ at: warnAt, task: { kind: 'warn', target, dueAt } }, breach];
  });
}
